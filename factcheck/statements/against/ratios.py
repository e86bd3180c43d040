"""The frame of a ratio: two counts and how many of one there are to the other: "three to one, 612 boys and 204"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Said, Statement, said

HALF = Fraction(1, 2)
NEAR = 2  # times that two counts may be off the ratio and still be meant by it


def ratios(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """The one ratio of a sentence, with the two counts that it is of."""
    if lows.isdisjoint(words["rate/ratio"]):
        return
    told = [k for k in range(len(units) - 2) if _is_ratio(units, k)]
    if len(told) != 1:
        return
    at = told[0]
    counts = [i for i, u in enumerate(units) if u.kind == "F" and i not in (at, at + 2) and noun_behind(units, i)]
    figures = sorted((figure_of(units[i]) for i in counts), key=lambda f: f.number, reverse=True)
    if len(figures) == 2 and not any(f.unit or f.bound == "range" or f.number < 1 for f in figures):
        yield from _statement(figures[0], figures[1], figure_of(units[at]))


def _is_ratio(units: Sequence[Unit], k: int) -> bool:
    """Whether "three to one" stands here: so many to one."""
    first, to, one = units[k : k + 3]
    single = one.low == "one" or (one.figure is not None and one.figure.number == 1 and not one.figure.unit)
    return first.kind == "F" and figure_of(first).number > 1 and not figure_of(first).unit and to.low == "to" and single


def _statement(larger: Figure, smaller: Figure, ratio: Figure) -> Iterator[Statement]:
    meant = Fraction(larger.number) / Fraction(smaller.number) / Fraction(ratio.number)
    if Fraction(1, NEAR) <= meant <= NEAR:
        yield Statement("ratio", "the ratio", (said("larger", larger), said("smaller", smaller), _to_one(ratio)))


def _to_one(ratio: Figure) -> Said:
    """So many to one, to the nearest whole number unless it is printed more closely."""
    step = HALF / Fraction(ratio.number).denominator
    around = Interval.between(ratio.number - step, ratio.number + step)
    return said("to_one", ratio, Value(around.hull(ratio.value.plain), around.hull(ratio.value.generous)))
