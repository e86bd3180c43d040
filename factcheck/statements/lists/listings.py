"""The frame of a listing: so many are announced and so many are named: "seven districts: A, B, C, D, E, F and G"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Said, Statement, said

MOST = 40  # more are not counted out one by one
OPENS = 6  # units between a count and the mark behind which the names stand
LEAST = 3  # names that make a list
NAMED = 4  # words that one name of a list has at most


def listings(units: Sequence[Unit], words: Vocabulary, text: str) -> Iterator[Statement]:
    """Every count of a sentence behind which names are listed one by one."""
    for i, unit in enumerate(units):
        if unit.kind == "F" and (at := _opening(units, i, words)):
            items = _items(units, at, words, text)
            if items is not None:
                yield _statement(units, i, items, text)


def _opening(units: Sequence[Unit], i: int, words: Vocabulary) -> int:
    """Where the names begin behind "seven districts:"; 0 where no names are announced."""
    figure, noun = figure_of(units[i]), noun_behind(units, i)
    if (
        figure.unit
        or figure.bound != "exact"
        or not 2 <= figure.number <= MOST
        or not noun
        or not noun[-1].endswith("s")
    ):
        return 0
    k = i + 1 + len(noun)
    if k - i > OPENS or k + 1 >= len(units) or units[k - 1].kind not in "wN":
        return 0
    if units[k].kind == "-" and units[k].start == units[k - 1].end and units[k].end == units[k + 1].start:
        return 0
    return k + 1 if units[k].kind in ":-(" or units[k].low in words["breakdown/all"] else 0


def _items(units: Sequence[Unit], at: int, words: Vocabulary, text: str) -> list[tuple[int, int]] | None:
    """First and last unit of each name of a list; None where it is no list of names, or is left open."""
    items: list[tuple[int, int]] = []
    begin, k = at, at
    while k < len(units) and not _list_ends(units, k, at):
        unit = units[k]
        if unit.low in words["listing/open"] or unit.figure is not None:
            return None
        if unit.kind in ",;" or (unit.low == "and" and begin < k and _last(units, k)):
            items.append((begin, k - 1))
            begin = k + 1
        elif unit.low == "and" and begin == k:
            begin = k + 1  # "A, B, and C"
        k += 1
    items.append((begin, k - 1))
    good = len(items) >= LEAST and all(_is_name(units, first, last, text) for first, last in items)
    return items if good and k < len(units) else None


def _last(units: Sequence[Unit], k: int) -> bool:
    """Whether "and" at ``units[k]`` begins the last name: no comma stands behind it before the list ends."""
    for unit in units[k + 1 : k + 2 + NAMED]:
        if unit.kind in ").:-;":
            return True
        if unit.kind == ",":
            return False
    return False


def _list_ends(units: Sequence[Unit], k: int, at: int) -> bool:
    unit = units[k]
    return unit.kind in ").:q" or (
        (unit.kind == "-" and k > at and unit.start > units[k - 1].end) or _closes(units, k, at)
    )


def _closes(units: Sequence[Unit], k: int, at: int) -> bool:
    """Whether a dash closes the list even without a blank before it: "Sunsari and Siraha—  have"."""
    return units[k].kind == "-" and k > at and k + 1 < len(units) and units[k + 1].start > units[k].end


def _is_name(units: Sequence[Unit], first: int, last: int, text: str) -> bool:
    """Whether every longer word of an item is capitalised; lower-case items may be any words, and are not counted."""
    if not 0 <= last - first < NAMED:
        return False
    return all(u.kind == "N" or len(u.low) < 4 or text[u.start].isupper() for u in units[first : last + 1]) and (
        units[first].kind == "N" or text[units[first].start].isupper()
    )


def _statement(units: Sequence[Unit], i: int, items: Sequence[tuple[int, int]], text: str) -> Statement:
    """The count and how many are named; a name that holds "and" may be two."""
    doubles = sum(any(u.low in ("and", "&") for u in units[first : last + 1]) for first, last in items)
    count = Interval.between(len(items), len(items) + doubles)
    start, end = units[items[0][0]].start, units[items[-1][1]].end
    named = Said("items", Value(count, count), start, end, text[start:end])
    return Statement("listing", " ".join(noun_behind(units, i)), (said("count", figure_of(units[i])), named))
