"""Scores and shares that are told as a lead: "leads 49-41", "77-27 ahead", "her lead goes out from 40-30 to 41-26"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.interval import Interval, Value
from factcheck.reading.layout import Unit
from factcheck.statements.against.pairs import Pair, set_against
from factcheck.statements.statement import Said, Statement

VERBS = frozenset("led leads leading lead".split())
OBJECTS = frozenset(
    "the series match tie game contest best-of-five best-of-seven him her them still now narrowly".split()
)
BEHIND = frozenset("ahead up clear".split())
FAR = 12  # units between "lead" and what it was
POSITIVE = Value(Interval.above(0), Interval.above(0))


def leads(units: Sequence[Unit], lows: frozenset[str], text: str) -> Iterator[Statement]:
    """Every pair of a sentence that is told as a lead: whoever leads has more, and whoever is ahead has not as many."""
    if lows.isdisjoint(VERBS | BEHIND):
        return
    found = [
        pair for i, u in enumerate(units) if u.kind == "f" and (pair := set_against(u, i, text)) and pair.mark == "-"
    ]
    for n, pair in enumerate(found):
        if (
            (k := _led(units, pair.at)) >= 0
            or (n and (k := _was(units, found[n - 1].at, pair.at)) >= 0)
            or (n + 1 < len(found) and (k := _was(units, pair.at, found[n + 1].at)) >= 0)
        ):
            yield _statement(pair, "lead", units[k], text)
        elif pair.at + 1 < len(units) and units[pair.at + 1].low in BEHIND:
            yield _statement(pair, "gap", units[pair.at + 1], text)


def _led(units: Sequence[Unit], i: int) -> int:
    """Where the verb stands of which a pair is the score: "leads Hill 49-41"; -1 where none does."""
    for k in range(i - 1, max(-1, i - FAR), -1):
        if units[k].low in VERBS and (units[k].low != "lead" or k + 1 < i):
            return k
        if not (units[k].kind == "N" or units[k].low in OBJECTS or (units[k].kind == "," and k == i - 1)):
            return -1
    return -1


def _was(units: Sequence[Unit], first: int, second: int) -> int:
    """Where the noun stands in "a lead ... from 40-30 to 41-26"; -1 where the two pairs are not so told."""
    joined = units[first - 1].low == "from" and second == first + 2 and units[first + 1].low == "to"
    for k in range(first - 2, max(-1, first - FAR), -1) if joined else ():
        if units[k].low == "lead":
            return k
        if units[k].kind not in "wN-s":
            return -1
    return -1


def _statement(pair: Pair, slot: str, word: Unit, text: str) -> Statement:
    sides = zip(("first", "second"), pair.values, pair.spans, strict=True)
    both = [Said(name, value, *span, text[slice(*span)]) for name, value, span in sides]
    return Statement("gap", "the two", (*both, Said(slot, POSITIVE, both[0].start, both[1].end, word.low)))
