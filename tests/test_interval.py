"""The laws of intervals, held against an oracle that tries points one by one, and wordings worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.interval import EVERYTHING, Answer, Interval, Number, Value, Verdict

NEAR = Fraction(1, 1000)  # as close to an open end as the oracle looks
FAR = 1000  # as far out as it looks when there is no end
CORNERS = [Fraction(n, 2) for n in range(-6, 7)]
POINTS = sorted({c + step for c in CORNERS for step in (0, NEAR, -NEAR, Fraction(1, 4))} | {FAR, -FAR})


def inside(point: Number, run: Interval) -> bool:
    """The oracle's own idea of what lies in an interval."""
    above = run.low is None or point > run.low or (point == run.low and not run.low_open)
    return above and (run.high is None or point < run.high or (point == run.high and not run.high_open))


def points(run: Interval) -> list[Number]:
    return [point for point in POINTS if inside(point, run)]


@st.composite
def runs(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(st.sampled_from(CORNERS)), draw(st.sampled_from(CORNERS))))
    flags = (draw(st.booleans()), draw(st.booleans())) if low < high else (False, False)
    first, last = draw(st.sampled_from([(low, high), (low, high), (low, None), (None, high), (None, None)]))
    return Interval(first, last, *flags)


def reaches(results: list[Number], end: Number | None, is_open: bool, sign: int) -> bool:
    """Whether the results go as far as an end claims, and no farther: exactly there, or ever nearer to it."""
    furthest = max(sign * result for result in results)
    if end is None:
        return furthest > 100
    if not is_open:
        return furthest == sign * end
    return sign * end - Fraction(1, 10) < furthest < sign * end


def is_tight(run: Interval, results: list[Number]) -> bool:
    return reaches(results, run.low, run.low_open, -1) and reaches(results, run.high, run.high_open, 1)


@settings(max_examples=80, deadline=None)
@given(runs(), runs(), st.sampled_from([add, sub, mul]))
def test_arithmetic_holds_every_result_and_no_more(a: Interval, b: Interval, combine: Callable[..., Any]) -> None:
    results: list[Number] = [combine(x, y) for x in points(a) for y in points(b)]
    assert is_tight(combine(a, b), results)


@settings(max_examples=80, deadline=None)
@given(runs(), runs())
def test_division_holds_every_result_and_no_more(a: Interval, b: Interval) -> None:
    if 0 in b:
        assert a / b == EVERYTHING
    else:
        assert is_tight(a / b, [Fraction(x) / y for x in points(a) for y in points(b)])


@given(runs())
def test_signs_and_sizes(a: Interval) -> None:
    assert is_tight(-a, [-x for x in points(a)])
    assert is_tight(abs(a), [max(x, -x) for x in points(a)])
    back = -a
    assert -back == a
    assert 0 - a == -a


@settings(max_examples=100, deadline=None)
@given(runs(), runs())
def test_larger_and_smaller(a: Interval, b: Interval) -> None:
    pairs = [(x, y) for x in points(a) for y in points(b)]
    assert is_tight(a.larger(b), [max(pair) for pair in pairs])
    assert is_tight(a.smaller(b), [min(pair) for pair in pairs])


@given(runs(), runs())
def test_meet_and_hull(a: Interval, b: Interval) -> None:
    both = [x for x in points(a) if inside(x, b)]
    meeting = a.meet(b)
    assert both == ([] if meeting is None else points(meeting))
    assert is_tight(a.hull(b), points(a) + points(b))
    assert a.hull(b).covers(a)
    assert a.covers(b) == all(inside(x, a) for x in points(b))


def answer(holds: list[bool]) -> Answer:
    return Answer.YES if all(holds) else Answer.MAYBE if any(holds) else Answer.NO


@settings(max_examples=80, deadline=None)
@given(runs(), runs())
def test_comparisons_answer_for_every_pair(a: Interval, b: Interval) -> None:
    pairs = [(x, y) for x in points(a) for y in points(b)]
    assert a.equal(b) is answer([x == y for x, y in pairs])
    assert a.less(b) is answer([x < y for x, y in pairs])
    assert a.less_or_equal(b) is answer([x <= y for x, y in pairs])
    assert a.lies_below(b) is all(x < y for x, y in pairs)


@given(runs(), st.sampled_from(POINTS))
def test_contains(a: Interval, point: Number) -> None:
    assert (point in a) == inside(point, a)


@given(runs())
def test_whole_keeps_the_whole_numbers(a: Interval) -> None:
    whole = a.whole()
    numbers = [n for n in range(-20, 21) if inside(n, a)]
    assert numbers == ([] if whole is None else [n for n in range(-20, 21) if inside(n, whole)])
    assert whole is None or not (whole.low_open or whole.high_open)


def test_forty_percent_of_seventeen_people_cannot_be() -> None:
    share = Interval(Fraction(395, 1000), Fraction(405, 1000), high_open=True)
    assert (share * 17).whole() is None  # 6.715 to 6.885: no whole number of people
    assert (share * 15).whole() == Interval.exact(6)  # 5.925 to 6.075


def test_exact_numbers_stay_whole() -> None:
    assert Interval.exact(13303) - Interval.exact(12796) == Interval.exact(507)
    quotient = (Interval.exact(1014) / Interval.exact(2)).low
    assert quotient == 507
    assert type(quotient) is int
    assert (Interval.exact(1) / 3).low == Fraction(1, 3)
    assert 10 / Interval.exact(4) == Interval.exact(Fraction(5, 2))


def test_no_empty_intervals() -> None:
    with pytest.raises(ValueError, match="smaller end first"):
        Interval(5, 3)
    with pytest.raises(ValueError, match="an end is left out"):
        Interval(5, 5, high_open=True)


def test_equal_sets_are_equal_objects() -> None:
    assert Interval(None, 3, low_open=True) == Interval.at_most(3)
    assert hash(Interval.exact(3)) == hash(Interval.exact(Fraction(3)))
    assert Interval(None, None, True, True) == EVERYTHING


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Interval.exact(507), "507"),
        (Interval.exact(-13303), "-13,303"),
        (Interval.exact(Fraction(-5, 2)), "-2.5"),
        (Interval.exact(Fraction(100, 3)), "about 33.333"),
        (Interval.exact(Fraction(1, 30000)), "about 0.0000333"),
        (Interval.exact(Fraction(99999999, 10000000)), "about 10"),
        (Interval(Fraction(3335, 100), Fraction(3345, 100)), "33.35 to 33.45"),
        (Interval(1150000, 1250000), "1,150,000 to 1,250,000"),
        (Interval(190, 200, high_open=True), "190 up to, not including, 200"),
        (Interval(190, 200, low_open=True), "above 190, up to 200"),
        (Interval(190, 200, low_open=True, high_open=True), "above 190, below 200"),
        (Interval(Fraction(100001, 10000), Fraction(100002, 10000)), "10.0001 to 10.0002"),
        (Interval(Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**6)), "about 0.333333 to 0.333334"),
        (Interval.at_least(1200), "at least 1,200"),
        (Interval.above(0), "more than 0"),
        (Interval.at_most(200), "at most 200"),
        (Interval.below(200), "less than 200"),
        (EVERYTHING, "any number"),
    ],
)
def test_show(run: Interval, words: str) -> None:
    assert run.show() == words


def test_value_acts_on_both_readings() -> None:
    share = Value(Interval(Fraction(3335, 100), Fraction(3345, 100)), Interval(Fraction(333, 10), Fraction(335, 10)))
    votes = share * 38070 / 100
    assert votes.plain == Interval(Fraction("12696.345"), Fraction("12734.415"))
    assert votes.generous == Interval(Fraction("12677.31"), Fraction("12753.45"))
    assert (-share).generous == Interval(Fraction(-335, 10), Fraction(-333, 10))
    assert Value.exact(13303) - Value.exact(12796) == Value.exact(507)
    assert share - share == Value(
        Interval(Fraction(-1, 10), Fraction(1, 10)), Interval(Fraction(-1, 5), Fraction(1, 5))
    )


@given(runs(), runs(), runs(), st.sampled_from([add, sub, mul, truediv]))
def test_the_plain_reading_stays_inside_the_generous(
    a: Interval, b: Interval, c: Interval, combine: Callable[[Value, Value], Value]
) -> None:
    first, second = Value(a, a.hull(b)), Value(c, c)
    result = combine(first, second)
    assert result.generous.covers(result.plain)


def test_a_narrow_generous_reading_is_widened() -> None:
    assert Value(Interval(1, 3), Interval(2, 4)).generous == Interval(1, 4)


@pytest.mark.parametrize(
    ("plain", "generous", "verdict"),
    [
        (Answer.YES, Answer.YES, Verdict.CONSISTENT),
        (Answer.MAYBE, Answer.MAYBE, Verdict.CONSISTENT),
        (Answer.NO, Answer.MAYBE, Verdict.TIGHT),
        (Answer.NO, Answer.NO, Verdict.INCONSISTENT),
    ],
)
def test_only_a_firm_no_counts(plain: Answer, generous: Answer, verdict: Verdict) -> None:
    assert Verdict.of(plain, generous) is verdict
