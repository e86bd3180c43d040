"""Lists and tables of results: "Name (Party) 12,345 (41.1%)", one a line or run on, and columns under a header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.packs import Measure
from factcheck.reading.frames import Read, signed
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.measures import Forms
from factcheck.reading.mentions import Mention

# words that a row may hold beside names and figures
ROW_WORDS = frozenset("the for of and votes vote party got polled received with candidate uk in co-operative elected x re-elected".split())
ROW_MARKS = "-,:()|.q/"
COLUMN_NAMES = {"%": "percent", "share": "percent", "pct": "percent", "change": "change", "+/-": "change", "±": "change", "swing": "skip"}


@dataclass(slots=True)
class Table:
    """Rows that stand together: who is listed, and whether it looks like the whole list."""

    reads: list[Read] = field(default_factory=list)
    race: str = ""


def main_measure(forms: Forms) -> list[Measure]:
    """What an unlabelled figure of a row may count: a measure of somebody with which another one goes."""
    found: dict[str, Measure] = {}
    for measures in forms.by_noun.values():
        for m in measures:
            if m.name in forms.goes_with and m.of == "candidate":
                found[m.name] = m
    return list(found.values())


def rows(sentence: Sentence, reads: Mapping[int, Read], found: Mapping[int, Mention], forms: Forms, count: Measure | None) -> int:
    """Read the rows of one line; returns how many figures were read as a row's."""
    if count is None or not reads:
        return 0
    units, start, made = sentence.units, 0, 0
    for i in sorted(reads):
        read = reads[i]
        who = _row_head(units, start, i, found)
        start = _group_end(units, i)
        if who is None or not _row_tail(units, i):
            continue
        measure = count if forms.accepts(count, read.figure) else _share_of(count, read, forms)
        if measure is None or signed(read.figure) or (read.measure not in (None, measure) and read.form and not read.form.bare):
            continue
        read.measure, read.who, read.frame, read.evidence = measure, who, "row", "row"
        read.why = f"a row: {who.name}"
        made += 1
    return made


def _share_of(count: Measure, read: Read, forms: Forms) -> Measure | None:
    return next((m for m in forms.goes_with.get(count.name, ()) if forms.accepts(m, read.figure)), None)


def _group_end(units: Sequence[Unit], i: int) -> int:
    """Where the next row may begin: behind the figure, its "votes" and the bracket that goes with it."""
    j = i + 1
    while j < len(units) and (units[j].low in ("votes", "vote", "per", "cent") or units[j].kind in "),;.|"):
        j += 1
    return j


def _row_head(units: Sequence[Unit], start: int, i: int, found: Mapping[int, Mention]) -> Mention | None:
    """The one person or party of a stretch that holds nothing else."""
    at = start
    for k in range(start, i):
        if units[k].kind == ":" and not any(m in found for m in range(start, k)):
            at = k + 1  # "The result in full: ..."
    heads = [found[k] for k in range(at, i) if k in found]
    if len(heads) != 1 or at == i:
        return None
    for unit in units[at:i]:
        if unit.kind == "N" or unit.kind in ROW_MARKS or unit.low in ROW_WORDS:
            continue
        if unit.kind == "f" and unit.figure and unit.figure.kind in ("label", "ordinal") and unit is units[at]:
            continue
        return None
    party = heads[0].party or any(u.name and u.name.kind == "party" for u in units[at:i])
    return heads[0] if party or units[i - 1].kind in ":|-" or heads[0].person else None


def _row_tail(units: Sequence[Unit], i: int) -> bool:
    """Whether the figure ends its row: nothing, a bracket, a mark, "votes" or the next name behind it."""
    if i + 1 >= len(units):
        return True
    unit = units[i + 1]
    return unit.kind in "(),;|-.NF/" or unit.low in ("votes", "vote", "and", "elected")


def is_list(sentences: Iterable[Sentence], made: Mapping[int, int], sentence: Sentence) -> bool:
    """Whether a line's rows stand in company: two in the line, or a row in a line near by."""
    if made.get(sentence.index, 0) >= 2:
        return True
    near = range(sentence.index - 3, sentence.index + 4)
    return sum(made.get(k, 0) > 0 for k in near) >= 2


def columns(header: Sentence, forms: Forms, count: Measure | None) -> list[Measure | str | None]:
    """What each column of a table counts, by its header; "change" for changes, None for the others."""
    cells = _cells(header)
    return [_column(cell, forms, count) for cell in cells]


def _cells(sentence: Sentence) -> list[str]:
    cells: list[list[str]] = [[]]
    for token in sentence.tokens:
        if token.text in "|\t":
            cells.append([])
        else:
            cells[-1].append(token.low)
    return [" ".join(cell) for cell in cells]


def _column(cell: str, forms: Forms, count: Measure | None) -> Measure | str | None:
    words = re.findall(r"[\w%+/±-]+", cell)
    kinds = {COLUMN_NAMES[w] for w in words if w in COLUMN_NAMES}
    if "change" in kinds:
        return "change"
    if "skip" in kinds:
        return None
    if "percent" in kinds and count is not None:
        return next((m for m in forms.goes_with.get(count.name, ()) if m.unit == "percent"), None)
    for word in words:
        for measure in forms.by_noun.get(word) or ():
            if measure.of != "pair":
                return measure
    return None


def cell_of(sentence: Sentence, at: int) -> int:
    """The number of the column, from 0, in which the unit at ``at`` stands."""
    return sum(1 for u in sentence.units[:at] if u.kind == "|")
