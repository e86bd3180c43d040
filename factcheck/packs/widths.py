"""The ``widths`` of a pack: how far "just under" and "about" reach in its newsroom."""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

from factcheck.interval import Number
from factcheck.packs.keys import REACH, WIDTH
from factcheck.packs.model import Reach
from factcheck.packs.shape import Entries, Reader, clipped, nearest
from factcheck.packs.yamlfile import Node, Text

_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?|[0-9]{1,6}/[1-9][0-9]{0,5}")


def read_widths(reader: Reader, top: Entries, hedges: Collection[str]) -> tuple[Reach, ...]:
    """The widths of a pack, each of one of ``hedges``; mistakes go to the reader."""
    entries = reader.entries(top["widths"][1], "`widths`") if "widths" in top else {}
    read = [_reach(reader, key, node, hedges) for key, node in entries.values()]
    return tuple(reach for reach in read if reach is not None)


def _reach(reader: Reader, key: Text, node: Node, hedges: Collection[str]) -> Reach | None:
    if key.text not in hedges:
        reader.wrong(key, f"`{clipped(key.text)}`: no hedge of that name has widths; {nearest(key.text, hedges)}")
        return None
    both = tuple(WIDTH)
    entries = reader.fields(node, f"the width of `{key.text}`", both, both, at=key)
    plain, generous = (_width(reader, entries, name) for name in both)
    if plain is None or generous is None:
        return None
    if plain[0] > generous[0] or plain[1] > generous[1]:
        reader.wrong(key, f"the generous width of `{key.text}` is narrower than the plain one")
        return None
    return Reach(key.text, plain, generous)


def _width(reader: Reader, entries: Entries, name: str) -> tuple[Number, Number] | None:
    if name not in entries:
        return None
    key, node = entries[name]
    found = reader.fields(node, f"`{name}`", tuple(REACH), tuple(REACH), at=key)
    numbers = [_number(reader, found, part) for part in REACH]
    percent, unit = numbers
    return None if percent is None or unit is None else (percent, unit)


def _number(reader: Reader, entries: Entries, name: str) -> Number | None:
    node = reader.text_node(entries, name)
    if node is None:
        return None
    if not _NUMBER.fullmatch(node.text.strip()):
        reader.wrong(node, f"`{clipped(node.text)}` is no width; write a number such as 5, 0.5 or 1/4")
        return None
    return Fraction(node.text.strip())
