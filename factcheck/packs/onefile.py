"""One rule file, read as a pack. Every mistake of the file is told at once, each at its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import RuleError
from factcheck.packs.extend import Changes, merged, read_changes
from factcheck.packs.model import Origin, Pack, Rule, Wording
from factcheck.packs.parts import read_parts, read_top, rule_nodes
from factcheck.packs.rules import RuleReader
from factcheck.packs.shape import Entries, Reader, TooManyMistakes
from factcheck.packs.widths import read_widths
from factcheck.packs.yamlfile import Fields, Items, Mistake, Node, SourceFile, Text, read_yaml

SHIPPED = "shipped"  # where the packs are from that come with factcheck


@dataclass(frozen=True)
class PackFile:
    """A rule file to be read, and where it comes from."""

    path: Path
    where: str = ""
    version: str = ""


@dataclass(frozen=True)
class Opened:
    """A file that is YAML, before it is read as a pack."""

    file: PackFile
    node: Node
    source: SourceFile
    mistakes: list[Mistake]

    @property
    def extends(self) -> str:
        """The name of the pack that it extends; "" when it stands by itself."""
        node = self.key("extends")
        return node.text.strip() if isinstance(node, Text) else ""

    def key(self, name: str) -> Node | None:
        """The node at a top key, if any."""
        return self.node.fields[name][1] if isinstance(self.node, Fields) and name in self.node.fields else None

    def wrong(self, key: str, what: str) -> RuleError:
        """An error at the value of a top key."""
        node = self.key(key) or self.node
        width = len(node.text.split("\n")[0]) if isinstance(node, Text) else 1
        return self.source.error([Mistake(node.line, node.column, what, max(1, width))])


@dataclass(frozen=True)
class ReadPack:
    """A file as read: its pack without the bad rules, what it changes in the pack that it extends, and its mistakes.

    ``pack`` is None when more than rules is bad. The pack of an extension holds the words of both.
    """

    pack: Pack | None
    changes: Changes = field(default_factory=Changes)
    error: RuleError | None = None
    name: str = ""


def open_file(file: PackFile) -> Opened:
    """The file's YAML; RuleError when it has none."""
    node, source, mistakes = read_yaml(file.path)
    if node is None:
        raise RuleError(f"{file.path}: empty; a pack begins with `pack: NAME`")
    return Opened(file, node, source, mistakes)


def read_opened(opened: Opened, base: Pack | None = None, hedges: Collection[str] = ()) -> ReadPack:
    """The pack of a file; ``base`` is the one that it extends, ``hedges`` are those whose width may be set."""
    reader = Reader(opened.source, opened.mistakes)
    try:
        reading = _Reading(reader, opened, base, hedges)
    except TooManyMistakes:
        return ReadPack(None, error=opened.source.error(opened.mistakes))
    kept = reading.rules.kept(opened.mistakes)
    error = opened.source.error(opened.mistakes) if opened.mistakes else None
    pack = None if kept is None else replace(reading.pack, rules=kept)
    return ReadPack(pack, reading.changes, error, reading.name)


class _Reading:
    """Reads the parts of one file, in order."""

    def __init__(self, reader: Reader, opened: Opened, base: Pack | None, hedges: Collection[str]) -> None:
        top = read_top(reader, opened.node)
        own = replace(read_parts(reader, top, base), widths=read_widths(reader, top, hedges))
        self.name = own.name
        self.changes = read_changes(reader, top, base) if base is not None else Changes()
        origin = _origin(opened, own, reader.text(top, "version"), self.changes)
        self.pack = replace(own, origin=origin) if base is None else replace(merged(base, own), origin=origin)
        self.rules = _Rules(self.pack, own.name, opened.file.where == SHIPPED)
        nodes = rule_nodes(reader, top)
        if nodes is not None:
            self.rules.read(reader, nodes, _end_of(top, nodes))


def _origin(opened: Opened, own: Pack, version: str, changes: Changes) -> Origin:
    file = opened.file
    forms = [Wording(measure.name, form) for measure in own.measures.values() for form in measure.forms]
    forms += [Wording("", form) for form in own.set_aside]
    where = str(file.path), file.where, version or file.version
    return Origin(own.name, *where, changes.off, tuple(changes.changed), tuple(forms))


@dataclass
class _Rules:
    """The rules of a file, each with the lines it stands on, so that a mistake condemns its own rule only."""

    pack: Pack
    name: str
    proven: bool = False
    rules: dict[int, Rule] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)  # the line of each rule, and the line after the last

    def read(self, reader: Reader, nodes: Items, end: int) -> None:
        self.starts = [*(node.line for node in nodes.items), end]
        rules = RuleReader(reader, self.pack, self.name, self.proven)
        for index, node in enumerate(nodes.items):
            rule = rules.rule(node)
            if rule is not None:
                self.rules[index] = rule

    def kept(self, mistakes: list[Mistake]) -> tuple[Rule, ...] | None:
        """The rules without a mistake; None when a mistake stands outside the rules."""
        blamed = {bisect_right(self.starts, mistake.line) - 1 for mistake in mistakes}
        if blamed & {-1, len(self.starts) - 1}:
            return None
        return tuple(rule for index, rule in self.rules.items() if index not in blamed)


def _end_of(top: Entries, rules: Items) -> int:
    """The line at which something other than the rules begins again."""
    return min((key.line for key, _ in top.values() if key.line > rules.line), default=10**9)
