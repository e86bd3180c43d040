"""Rates: one amount told for two stretches of time ("£850m a year, or £2.3m a day"), and shared among so many."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, noun_behind, words_from
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Said, Statement, said

# Days of work, and days of the calendar: a rate by the day may be of either.
DAYS = {"day": (1, 1), "week": (5, 7), "month": (20, 31), "year": (220, 366)}
EACH = frozenset(("a", "an", "per", "every", "each"))
APIECE = frozenset(("each", "apiece", "per head", "per person", "a head"))
SHARING = frozenset("share shared sharing split divided dividing among between sold selling bought paid worth".split())
THREE = 3


def rates(units: Sequence[Unit], lows: frozenset[str]) -> Iterator[Statement]:
    """Every amount that a sentence tells for two stretches of time, or for all and for each."""
    if lows.isdisjoint(EACH) and lows.isdisjoint(APIECE) and "average" not in lows:
        return
    found = [i for i, u in enumerate(units) if u.kind == "F"]
    for i, j in itertools.pairwise(found):
        first, second = _period(units, i), _period(units, j)
        if first and second and first != second and _again(units, i, j):
            yield _two_times(figure_of(units[i]), first, figure_of(units[j]), second)
    if len(found) == THREE:
        yield from _each(units, found, lows)


def _period(units: Sequence[Unit], i: int) -> str:
    """The stretch of time that an amount is for: "£850m a year"; "" where none is told."""
    words = words_from(units, i + 1, 1, 2)
    return words[1] if len(words) == 2 and words[0] in EACH and words[1] in DAYS else ""


def _again(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether the second amount is the first again: in one unit, with only "or", "that is" or a bracket between."""
    between = [
        u for u in units[i + 3 : j] if u.kind != "w" or u.low not in ("or", "about", "that", "is", "which", "nearly")
    ]
    return figure_of(units[i]).unit == figure_of(units[j]).unit != "percent" and all(u.kind in ",(-" for u in between)


def _two_times(a: Figure, first: str, b: Figure, second: str) -> Statement:
    both = _a_day("amount_in_one_unit", a, first), _a_day("in_the_other", b, second)
    return Statement("two units", f"{a.text} a {first} and {b.text} a {second}", both)


def _a_day(slot: str, figure: Figure, period: str) -> Said:
    days = Interval.between(*DAYS[period])
    return said(slot, figure, Value(figure.value.plain / days, figure.value.generous / days))


def _each(units: Sequence[Unit], found: Sequence[int], lows: frozenset[str]) -> Iterator[Statement]:
    """``The five share £1m, £200,000 each``; ``500 shares at £2.50 a share``: for all, for each, and how many."""
    sharing = not lows.isdisjoint(SHARING)
    apiece = [i for i in found if (sharing and _apiece(units, i)) or _of_one(units, i, found) or _average(units, i)]
    if len(apiece) != 1 or not figure_of(units[apiece[0]]).unit:
        return
    each = figure_of(units[apiece[0]])
    others = [figure_of(units[i]) for i in found if i != apiece[0]]
    total = [f for f in others if f.unit == each.unit]
    number = [f for f in others if not f.unit and f.number >= 2]
    if len(total) == len(number) == 1 and _slipped(total[0], number[0], each):
        yield Statement(
            "rate", "each", (said("total_shared", total[0]), said("sharers", number[0]), said("each", each))
        )


def _apiece(units: Sequence[Unit], i: int) -> bool:
    return words_from(units, i + 1, 1, 1)[:1] in (["each"], ["apiece"]) or _per_head(units, i)


def _of_one(units: Sequence[Unit], i: int, found: Sequence[int]) -> bool:
    """Whether an amount is for one of what is counted: "£2.50 a share" beside "500 shares"."""
    words = words_from(units, i + 1, 1, 2)
    if len(words) < 2 or words[0] not in EACH:
        return False
    return any(words[1] + "s" in noun_behind(units, j) for j in found if j != i)


def _average(units: Sequence[Unit], i: int) -> bool:
    """Whether "an average of" stands before an amount, and is of what was counted: not "against an average of"."""
    before = [u.low for u in units[max(0, i - 4) : i]]
    return before[1:] == ["an", "average", "of"] and before[0] in (",", "or", "at", "for", "-", "–")


def _per_head(units: Sequence[Unit], i: int) -> bool:
    return " ".join(words_from(units, i + 1, 1, 2)) in APIECE


def _slipped(total: Figure, number: Figure, each: Figure) -> bool:
    """Whether the three fit, or would with some noughts more or less: else they are not of one sum."""
    if not each.number > 0:
        return False
    off = Fraction(total.number) / Fraction(number.number) / Fraction(each.number)
    while off >= 5:
        off /= 10
    while off < Fraction(1, 2):
        off *= 10
    return Fraction(1, 2) <= off <= 2
