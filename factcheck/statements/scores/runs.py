"""The frame of a run: scores one behind another, the sets of one match: "beat Hill 6-7 (6), 6-2, 7-6 (4)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.against.pairs import in_a_run, next_score, set_against
from factcheck.statements.statement import Said, Statement, said

MOST = 7  # scores of one match
SETS = frozenset(("sets", "set", "games", "frames"))
REACH = 8  # units between a word of winning and the first score


def runs(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary, text: str) -> Iterator[Statement]:
    """The one run of scores of a sentence that says who won: how often the winner was ahead, and how often behind."""
    if lows.isdisjoint(words["run/won"]) or lows & words["run/not all"]:
        return
    starts = [i for i in range(len(units)) if in_a_run(units, i) and next_score(units, i, -1) < 0]
    if len(starts) == 1 and _won(units, starts[0], words):
        run = _run(units, starts[0])
        pairs = [pair for i in run if (pair := set_against(units[i], i, text))]
        sides = [[Fraction(value.plain.low or 0) for value in pair.values] for pair in pairs]
        if len(run) == len(sides) <= MOST and all(a != b for a, b in sides):
            ahead = sum(a > b for a, b in sides)
            yield Statement("run", "the match", tuple(_slots(units, run, ahead, text)))


def _won(units: Sequence[Unit], start: int, words: Vocabulary) -> bool:
    """Whether a word of winning stands before a run, in its clause."""
    for k in range(start - 1, max(-1, start - 1 - REACH), -1):
        unit = units[k]
        if unit.kind in ";.:" or (unit.figure is not None and units[k + 1].low not in SETS):
            return False
        if unit.low in words["run/won"]:
            return True
    return False


def _run(units: Sequence[Unit], start: int) -> list[int]:
    found = [start]
    while (k := next_score(units, found[-1], 1)) >= 0:
        found.append(k)
    return found


def _slots(units: Sequence[Unit], run: Sequence[int], ahead: int, text: str) -> Iterator[Said]:
    start, end = units[run[0]].start, units[run[-1]].end
    yield Said("ahead", Value.exact(ahead), start, end, text[start:end])
    yield Said("behind", Value.exact(len(run) - ahead), start, end, text[start:end])
    for k, unit in enumerate(units[:-1]):
        following = units[k + 1].low if units[k + 1].kind != "-" else units[min(k + 2, len(units) - 1)].low
        if unit.low == "straight" and following == "sets":
            yield Said("dropped", Value.exact(0), unit.start, units[k + 1].end, text[unit.start : units[k + 1].end])
        elif unit.kind == "F" and following in SETS and units[k - 1].low == "in":
            yield said("in_all", figure_of(unit))
