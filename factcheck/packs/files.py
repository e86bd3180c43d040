"""Rule files: one YAML file is one pack, or adds to one. Finds the files of a folder and reads them together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from factcheck.errors import RuleError
from factcheck.packs.messages import parse_message
from factcheck.packs.model import Pack
from factcheck.packs.onefile import Opened, PackFile, ReadPack, open_file, read_opened
from factcheck.packs.parts import check_form
from factcheck.packs.shape import clipped, nearest
from factcheck.packs.yamlfile import Items, parse_yaml

__all__ = [
    "PackFile",
    "check_form",
    "load_pack",
    "load_packs",
    "pack_files",
    "parse_message",
    "read_files",
    "read_pack",
    "read_packs",
]

BUILT_IN = "core"  # the name of the laws that need no pack
_PACK_FILE = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?[\"']?(?:pack|rules|extends)[\"']?[ \t]*:")
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
    """What can be used of a folder (or one file), and one error for each file that has mistakes; see ``read_files``."""
    files, missing = pack_files(folder)
    packs, errors = read_files(files)
    return packs, (*missing, *errors)


def read_pack(path: Path) -> tuple[Pack | None, RuleError | None]:
    """The pack without its bad rules (None when more than rules is bad), and all mistakes as one error, if any."""
    packs, errors = read_files([PackFile(path)])
    return (packs[0] if packs else None), (errors[0] if errors else None)


def pack_of(parts: Mapping[str, Any], name: str = "<a pack made in Python>") -> Pack:
    """A pack of the parts that a rule file has; RuleError with every mistake, shown in the file it would be."""
    from yaml import safe_dump

    text = safe_dump(dict(parts), sort_keys=False, allow_unicode=True, width=10**6)
    node, source, mistakes = parse_yaml(name, text)
    read = read_opened(Opened(PackFile(Path(name), "Python"), node or Items([], 1, 1), source, mistakes))
    if read.error is not None or read.pack is None:
        raise read.error or RuleError(f"{name}: cannot be used")
    return read.pack


def read_files(
    files: Sequence[PackFile], hedges: Collection[str] = ()
) -> tuple[tuple[Pack, ...], tuple[RuleError, ...]]:
    """The packs of files, each with what others add to it, and one error for each file that has mistakes.

    A rule with a mistake is left out and the rest of its pack is kept; a file with a mistake outside its
    rules gives no pack, since a pack that reads half of what it says would raise false alarms.
    ``hedges`` are the names of those whose widths a pack may set.
    """
    shelf = _Shelf(hedges)
    shelf.read(files)
    return tuple(shelf.packs.values()), tuple(error for _, error in sorted(shelf.errors, key=lambda each: each[0]))


@dataclass
class _Shelf:
    """The packs read so far; an extension waits until the pack that it extends is there."""

    hedges: Collection[str]
    packs: dict[str, Pack] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)  # every name -> the pack that it is, or is part of
    errors: list[tuple[int, RuleError]] = field(default_factory=list)  # each with its file's place in the order

    def read(self, files: Sequence[PackFile]) -> None:
        opened = dict(self._open(files))
        for at, each in opened.items():
            if not each.extends:
                self._enter(at, each, read_opened(each, hedges=self.hedges))
        waiting = {at: each for at, each in opened.items() if each.extends}
        while ready := [at for at, each in waiting.items() if each.extends in self.roots]:
            for at in ready:
                each = waiting.pop(at)
                self._extend(at, each, read_opened(each, self.packs[self.roots[each.extends]], self.hedges))
        for at, each in waiting.items():
            what = f"`{clipped(each.extends)}`: no pack of that name can be used; {nearest(each.extends, self.roots)}"
            self.errors.append((at, each.wrong("extends", what)))

    def _open(self, files: Iterable[PackFile]) -> Iterable[tuple[int, Opened]]:
        for at, file in enumerate(files):
            try:
                yield at, open_file(file)
            except RuleError as error:
                self.errors.append((at, error))

    def _enter(self, at: int, opened: Opened, read: ReadPack) -> None:
        if self._accepted(at, opened, read) and read.pack is not None:
            self.packs[read.name] = read.pack
            self.roots[read.name] = read.name

    def _extend(self, at: int, opened: Opened, read: ReadPack) -> None:
        if not self._accepted(at, opened, read) or read.pack is None:
            return
        root = self.roots[opened.extends]
        base, more = self.packs[root], read.pack
        rules = (*read.changes.made(base.rules), *more.rules)
        extensions = (*base.extensions, more.origin)
        self.packs[root] = replace(more, rules=rules, origin=base.origin, extensions=extensions)
        self.roots[read.name] = root

    def _accepted(self, at: int, opened: Opened, read: ReadPack) -> bool:
        """Whether the pack can be used; its mistakes, and a name that is taken, are noted."""
        if read.error is not None:
            self.errors.append((at, read.error))
        if read.pack is None or read.name not in (*self.roots, BUILT_IN):
            return read.pack is not None
        self.errors.append((at, opened.wrong("pack", self._taken(read.name))))
        return False

    def _taken(self, name: str) -> str:
        if name not in self.packs:
            return f"`{name}` is the name of what is built in, or of another file; give this pack one of its own"
        file = self.packs[name].origin.file
        return f"a pack named `{name}` is on already, from {file}; rename this one, or write `extends: {name}`"


def pack_files(folder: Path, where: str = "", version: str = "") -> tuple[list[PackFile], list[RuleError]]:
    """The pack files of a folder in name order; a file is taken by what it says it is, bad or good."""
    if folder.is_file():
        return [PackFile(folder, where or str(folder), version)], []
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file())
        found = [PackFile(path, where or str(folder), version) for path in files if _is_pack(path)]
    except OSError as error:
        return [], [RuleError(f"{folder}: cannot be read: {error.strerror}; name a folder of rule files, or one file")]
    return found, [] if found else [RuleError(f"{folder}: no rule file here; a pack is a .yaml file with `pack: NAME`")]


def _is_pack(path: Path) -> bool:
    """Whether the file has a pack's top keys, so that a list of words in the same folder is not read twice."""
    with path.open("rb") as file:
        data = file.read(1_000_000)
    return data.startswith(_UTF16) or _PACK_FILE.search(data) is not None
