"""Rule files: one YAML file is one pack. Every mistake of a file is told at once, each at its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import RuleError
from factcheck.packs.messages import parse_message
from factcheck.packs.model import Pack, Rule
from factcheck.packs.parts import check_form, read_parts
from factcheck.packs.rules import RuleReader
from factcheck.packs.shape import Reader, TooManyMistakes
from factcheck.packs.yamlfile import Fields, Items, Mistake, Node, SourceFile, read_yaml

__all__ = ["check_form", "load_pack", "load_packs", "parse_message", "read_pack", "read_packs"]

_PACK_FILE = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?[\"']?(?:pack|rules)[\"']?[ \t]*:")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def load_pack(path: Path) -> Pack:
    """The pack of one file; RuleError with every mistake of the file."""
    pack, error = read_pack(path)
    if error is not None or pack is None:
        raise error or RuleError(f"{path}: cannot be used")
    return pack


def load_packs(folder: Path) -> tuple[Pack, ...]:
    """The packs of a folder (or of one file) in the order of their files; RuleError with every mistake of them all."""
    packs, errors = read_packs(folder)
    if errors:
        raise RuleError("\n\n".join(str(error) for error in errors))
    return packs


def read_packs(folder: Path) -> tuple[tuple[Pack, ...], tuple[RuleError, ...]]:
    """What can be used of a folder (or one file), and one error for each file that has mistakes.

    A rule with a mistake is left out and the rest of its pack is kept; a file with a mistake outside its
    rules gives no pack, since a pack that reads half of what it says would raise false alarms.
    """
    packs: dict[str, Pack] = {}
    paths, errors = _pack_files(folder)
    for path in paths:
        pack, error = read_pack(path)
        errors += [error] if error else []
        if pack is not None and pack.name in packs:
            errors.append(RuleError(f"{path}: a pack named `{pack.name}` was read already; give this one another name"))
        elif pack is not None:
            packs[pack.name] = pack
    return tuple(packs.values()), tuple(errors)


def read_pack(path: Path) -> tuple[Pack | None, RuleError | None]:
    """The pack without its bad rules (None when more than rules is bad), and all mistakes as one error, if any."""
    try:
        node, source, mistakes = read_yaml(path)
    except RuleError as error:
        return None, error
    if node is None:
        return None, RuleError(f"{path}: empty; a pack begins with `pack: NAME`")
    return _read_nodes(node, source, mistakes)


def _read_nodes(node: Node, source: SourceFile, mistakes: list[Mistake]) -> tuple[Pack | None, RuleError | None]:
    try:
        pack, found = _read_pack(Reader(source, mistakes), node)
    except TooManyMistakes:
        return None, source.error(mistakes)
    kept = found.kept(mistakes)
    error = source.error(mistakes) if mistakes else None
    return (None if kept is None else replace(pack, rules=kept)), error


def _read_pack(reader: Reader, node: Node) -> tuple[Pack, _Rules]:
    pack, rules = read_parts(reader, node)
    found = _Rules(pack)
    if rules is not None:
        found.read(reader, rules, _end_of(node, rules))
    return pack, found


@dataclass
class _Rules:
    """The rules of a file, each with the lines it stands on, so that a mistake condemns its own rule only."""

    pack: Pack
    rules: dict[int, Rule] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)  # the line of each rule, and the line after the last

    def read(self, reader: Reader, nodes: Items, end: int) -> None:
        self.starts = [*(node.line for node in nodes.items), end]
        rules = RuleReader(reader, self.pack)
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


def _end_of(node: Node, rules: Items) -> int:
    """The line at which something other than the rules begins again."""
    keys = [key.line for key, _ in node.fields.values()] if isinstance(node, Fields) else []
    return min((line for line in keys if line > rules.line), default=10**9)


def _pack_files(folder: Path) -> tuple[list[Path], list[RuleError]]:
    """The pack files of a folder in name order; a file is taken by what it says it is, bad or good."""
    if folder.is_file():
        return [folder], []
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file())
        found = [path for path in files if _is_pack(path)]
    except OSError as error:
        return [], [RuleError(f"{folder}: cannot be read: {error.strerror}; name a folder of rule files, or one file")]
    return found, [] if found else [RuleError(f"{folder}: no rule file here; a pack is a .yaml file with `pack: NAME`")]


def _is_pack(path: Path) -> bool:
    """Whether the file has a pack's top keys, so that a list of words in the same folder is not read twice."""
    with path.open("rb") as file:
        data = file.read(1_000_000)
    return data.startswith(_UTF16) or _PACK_FILE.search(data) is not None
