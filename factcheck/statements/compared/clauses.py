"""The clauses of a sentence that hold its figures, and of what time each is: "a year earlier it was 42"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit

MARKS = ",;:()"
SPLITS = frozenset("while whilst but although though where when whereas and".split())
PERIODS = frozenset("year quarter month week day hour season time half decade spring summer autumn winter".split())
WHOLE = frozenset(("last", "same"))


GOING_ON = frozenset(("when", "where"))
BACK = 4  # units before "when" among which its time stands


class Clause(NamedTuple):
    """A stretch of a sentence with the places of its figures."""

    start: int
    end: int
    figures: tuple[int, ...]
    then: bool  # of an earlier time
    later: bool  # of a later time than what was told before
    untold: bool  # forecast, expected, or of no time at all

    def year(self, units: Sequence[Unit], i: int) -> int:
        """The year that the clause gives to the figure at ``i``: behind it and before the next one, else before it."""
        later = min((k for k in self.figures if k > i), default=self.end)
        earlier = max((k for k in self.figures if k < i), default=self.start - 1)
        beside = [*range(i + 1, later), *range(i - 1, earlier, -1)]
        return next((_year(units[k]) for k in beside if _year(units[k])), 0)


def _year(unit: Unit) -> int:
    dated = unit.figure is not None and unit.figure.kind in ("year", "date")
    number = figure_of(unit).number if dated else 0
    return int(number) if 1000 <= number < 3000 else 0


def clauses(units: Sequence[Unit], words: Vocabulary) -> Iterator[Clause]:
    """The clauses of a sentence; words without a figure go with the clause that they open or that they follow."""
    bounds = [0, *(k for k in range(1, len(units)) if _splits(units, k)), len(units)]
    begin = 0
    last: tuple[int, int, tuple[int, ...]] | None = None
    for start, end in itertools.pairwise(bounds):
        figures = tuple(k for k in range(start, end) if units[k].kind == "F")
        if figures:
            if last is not None:
                yield _clause(units, *last, words)
            last, begin = (begin, end, figures), end
        elif last is not None and units[start].kind in ",)" and not _opens_another(units, start):
            last, begin = (last[0], end, last[2]), end
    if last is not None:
        yield _clause(units, last[0], max(last[1], begin), last[2], words)


def _splits(units: Sequence[Unit], k: int) -> bool:
    """Whether a clause begins at ``units[k]``; a colon in a bracket begins none: "(2018: £11m)"."""
    if units[k].kind == ":":
        return not any(u.kind == "(" for u in units[max(0, k - 3) : k])
    return units[k].kind in MARKS or units[k].low in SPLITS


def _opens_another(units: Sequence[Unit], start: int) -> bool:
    """Whether "and" or the like stands right behind a comma: what follows it goes with what comes."""
    return start + 1 < len(units) and units[start + 1].low in SPLITS


def _clause(units: Sequence[Unit], start: int, end: int, figures: tuple[int, ...], words: Vocabulary) -> Clause:
    lows = [u.low for u in units[start:end] if u.kind not in MARKS]
    if lows[0] in GOING_ON:  # "4% more than in 2013, when there were 1,713"
        start = max(0, start - BACK)
        lows = [u.low for u in units[start:end] if u.kind not in MARKS]
    then = any(_tells_then(lows, k, words) for k in range(len(lows)))
    later = any(_tells_later(lows, k, words) for k in range(len(lows)))
    return Clause(start, end, figures, then, later, not words["comparison/untold"].isdisjoint(lows))


def _tells_later(lows: Sequence[str], k: int, words: Vocabulary) -> bool:
    """Whether a word tells a later time: "now", "a year on", "this year"."""
    before = lows[k - 1] if k else ""
    if lows[k] == "on":
        return before in PERIODS
    return lows[k] in words["comparison/later"] or (before == "this" and lows[k] in PERIODS)


def _tells_then(lows: Sequence[str], k: int, words: Vocabulary) -> bool:
    """Whether a word tells an earlier time: "earlier", "last year's", "where it had been"."""
    low, after = lows[k], lows[k + 1] if k + 1 < len(lows) else ""
    if low in words["comparison/earlier"]:
        return True
    if low == "before":
        return k > 0 and lows[k - 1].removesuffix("s") in PERIODS
    if low == "having":
        return after == "been"
    if low == "had":
        return not GOING_ON.isdisjoint(lows[max(0, k - 3) : k])
    return low in WHOLE and after in PERIODS
