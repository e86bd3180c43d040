"""The frame of an order: what is told to be the most, or more than another: "highest, 212, followed by York on 198"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Statement, said

REACH = 9  # units between the words of an order and a figure that they speak of
STEP = 12  # units between two figures of one ranking
SECOND_ONLY = ("second", "only", "to")


def orders(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """Every two figures of a sentence of which its words say that one is no less than the other."""
    if not lows & words["order/any"] or lows & words["movement/ranks"] or lows & words["order/smaller is better"]:
        return
    found = [i for i, u in enumerate(units) if u.kind == "F"]
    for k, unit in enumerate(units):
        if unit.low == "followed" and units[k + 1 : k + 2] and units[k + 1].low == "by":
            yield from _ranking(units, k, found, words)
        elif tuple(u.low for u in units[k : k + 3]) == SECOND_ONLY:
            yield from _pair(units, _before(found, k), _behind(found, k + 2), -1)
        elif unit.low in words["order/previous"] and k + 1 < len(units):
            yield from _record(units, k, found, words)


def _ranking(units: Sequence[Unit], k: int, found: Sequence[int], words: Vocabulary) -> Iterator[Statement]:
    """``the highest, 212, followed by York on 198 and Hull on 180``: each no more than the one before."""
    first = _before(found, k)
    side = _superlative(units, first, k, words)
    behind = [i for i in found if i > k]
    for a, b in itertools.pairwise([first, *behind] if first >= 0 and side else []):
        between = units[max(a, k) + 1 : b]
        if b - a > STEP or any(u.kind in ";.f" or u.low in words["order/breaks"] for u in between):
            return
        yield from _pair(units, a, b, side)


def _superlative(units: Sequence[Unit], first: int, k: int, words: Vocabulary) -> int:
    """1 where the figure before "followed by" is told to be the highest, -1 the lowest; 0 where neither is told."""
    near = units[max(0, first - REACH) : k]
    lows = {u.low for u, after in itertools.pairwise([*near, units[k]]) if after.low not in words["order/not of size"]}
    most, least = bool(lows & words["order/most"]), bool(lows & words["order/least"])
    return most - least


def _record(units: Sequence[Unit], k: int, found: Sequence[int], words: Vocabulary) -> Iterator[Statement]:
    """``412, beating the previous record of 398``: a record that is broken was no more."""
    side = 1 if units[k + 1].low in words["order/highs"] else -1 if units[k + 1].low in words["order/lows"] else 0
    if side and any(u.low in words["order/breaking"] for u in units[max(0, k - REACH) : k]):
        second = _behind(found, k)
        if second >= 0 and any(u.low == "of" for u in units[k:second]):
            yield from _pair(units, _before(found, k), second, side)


def _before(found: Sequence[int], k: int) -> int:
    return next((i for i in reversed(found) if k - REACH <= i < k), -1)


def _behind(found: Sequence[int], k: int) -> int:
    return next((i for i in found if k < i <= k + REACH), -1)


def _pair(units: Sequence[Unit], a: int, b: int, side: int) -> Iterator[Statement]:
    """Two figures, where they are of one unit and count no different things; ``side`` 1: the first is more."""
    if a < 0 or b < 0:
        return
    first, second = figure_of(units[a]), figure_of(units[b])
    if first.unit == second.unit and "range" not in (first.bound, second.bound) and not _apart(units, a, b):
        more, less = (first, second) if side > 0 else (second, first)
        yield _statement(more, less)


def _apart(units: Sequence[Unit], a: int, b: int) -> bool:
    nouns = [set(noun_behind(units, n)[:3]) for n in (a, b)]
    return all(nouns) and not nouns[0] & nouns[1]


def _statement(more: Figure, less: Figure) -> Statement:
    return Statement("order", "the two", (said("more", more), said("less", less)))
