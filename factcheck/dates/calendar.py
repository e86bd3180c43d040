"""Days as exact numbers: places on a calendar of twelve months of 31 days each.

There a year is always 372 places and a month 31, so "88 on his birthday" and "18 months later" are exact, as they are
in speech; the few places that no day has do no harm. Days and weeks are exact only within a month, and are given as
intervals that allow for it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck.dates.when import DAYS, Length, Meaning
from factcheck.formula import Expression, Leaf
from factcheck.interval import Interval, Value

MONTH = 31
YEAR = 12 * MONTH
_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DATE, LENGTH = "date", "length"  # kinds of unit in a pack, and of values


def place(day: date) -> int:
    """The place of a day on the calendar of even months."""
    return day.year * YEAR + (day.month - 1) * MONTH + day.day - 1


def day_at(number: int) -> date:
    """The day at a place, or the last of its month where the place has none."""
    year, rest = divmod(number, YEAR)
    month, day = divmod(rest, MONTH)
    return date(year, month + 1, min(day + 1, monthrange(year, month + 1)[1]))


def days(first: date, last: date) -> Value:
    """A day between two, both in: the same under either reading."""
    span = Interval(place(first), place(last))
    return Value(span, span, kind=DATE)


def of_meaning(means: Meaning) -> Value | None:
    """The days that an expression covers; None where they are not settled."""
    return days(means.first, means.last) if means.first and means.last else None


def past(means: Meaning, today: date | None) -> Meaning:
    """A day or month without a year as the last of its name that had begun by today; anything else as it is."""
    if means.year is not None or not means.month or today is None or means.kind not in ("date", "month"):
        return means
    first = means.day or 1
    in_year = today.year - ((means.month, first) > (today.month, today.day))
    last = monthrange(in_year, means.month)[1]
    if first > last:
        return replace(means, first=None, last=None)
    days_of = (first, first) if means.day else (1, last)
    start, end = (date(in_year, means.month, day) for day in days_of)
    return replace(means, first=start, last=end)


def age(length: Length, slack: int = 0) -> Value:
    """How long ago somebody of that age was born: 34 is from 34 years on to the 35th birthday, which is left out.

    ``slack`` is by how many days the generous reading is wider.
    """
    unit = _IN_MONTHS.get(length.unit, 0) * MONTH
    high = None if length.high is None else length.high
    if not unit:
        size = DAYS.get(length.unit, 1)
        return _loose(length.low * size, (high or length.low) * size + size)
    low, end = int(length.low * unit), int(((length.low if high is None else high) + 1) * unit)
    plain = Interval(low, end, high_open=True)
    return Value(plain, Interval(low - slack, end + slack, high_open=True), kind=LENGTH)


def _loose(low: Fraction, high: Fraction) -> Value:
    """So many days as places: none is lost within a month, and up to three at the end of each."""
    span = Interval(int(low), int(high) + 3 * (int(high) // 28 + 1))
    return Value(span, span, kind=LENGTH)


def lasting(length: Length) -> Value:
    """How far apart two ends may be that are told to be a length apart: rounded, cut off, or counted by the calendar.

    "23 years" is from 22 and a half up to 24; at the most generous more than 22 and up to 24. A round number of ten
    years or more may be rounded by a tenth.
    """
    if length.unit in DAYS:
        size = DAYS[length.unit]
        low, high = (length.low - 1) * size, ((length.high or length.low) + 1) * size
        return _bounded(length, _loose(max(low, Fraction(0)), high))
    unit = _IN_MONTHS.get(length.unit, 0) * MONTH
    low, high = length.low, length.high if length.high is not None else length.low
    loose = {"decade": Fraction(1, 2), "century": Fraction(1, 4)}.get(length.unit, Fraction(1))
    rest = sum(part.low * _IN_MONTHS.get(part.unit, 0) * MONTH for part in length.rest)
    low_end, high_end = low * unit + rest, high * unit + rest
    step = MONTH if length.rest else unit
    plain = Interval(low_end - step * loose / 2, high_end + step * loose, high_open=True)
    far = 2 if _is_round(length) else 1
    generous = Interval(low_end - step * loose * far, high_end + step * loose * far, True, far > 1)
    return _bounded(length, Value(plain, generous, kind=LENGTH))


def _is_round(length: Length) -> bool:
    return length.low >= 20 and length.low % 10 == 0 and length.unit == "year"


def _bounded(length: Length, value: Value) -> Value:
    """The same with the hedge before it: "more than" has no upper end, "nearly" stays below."""
    plain, generous = value.plain, value.generous
    if length.bound in ("above", "at_least"):
        return Value(Interval.at_least(plain.low or 0), Interval.at_least(generous.low or 0), kind=LENGTH)
    if length.bound in ("below", "at_most"):
        return Value(Interval(0, plain.high), Interval(0, generous.high), kind=LENGTH)
    if length.bound in ("about", "nearly"):
        low, high = Fraction(generous.low or 0), Fraction(generous.high or 0)
        wide = Interval(low - (high - low) / 2, high + (high - low) / 2)
        return Value(generous, wide, kind=LENGTH)
    return value


def sayer(kind: str) -> Callable[[Interval], str]:
    """How values of a kind are shown: days as dates, lengths in years and months, others as numbers."""
    return {DATE: show_days, LENGTH: show_length}.get(kind, Interval.show)


def shown(value: Value) -> str:
    """The plain reading of a value as it is shown."""
    return sayer(value.kind)(value.plain)


def sayer_of(expression: Expression, kinds: Mapping[Leaf, str]) -> Callable[[Interval], str]:
    """How the result of an expression is shown, by the kinds of its figures: a date less a date is a length."""
    counted = [(kind, factor) for term, factor in expression.total.terms if (kind := kinds.get(term, ""))]  # type: ignore[call-overload]
    if not counted:
        return Interval.show
    return sayer(DATE if sum(factor for kind, factor in counted if kind == DATE) == 1 else LENGTH)


def show_days(interval: Interval) -> str:
    """``19 September 2017``, ``September 2017``, ``2017``, ``at the latest 3 May 2010``."""
    low, high = (None if end is None else day_at(int(end)) for end in (interval.low, interval.high))
    if low is None or high is None:
        day = high or low
        return "any day" if day is None else f"at the {'latest' if high else 'earliest'} {_day(day)}"
    if low == high:
        return _day(low)
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
    if low.day == 1 and (low.year, low.month) == (high.year, high.month) and high.day > 27:
        return f"{low:%B} {low.year}"
    return f"{_day(low)} to {_day(high)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def show_length(interval: Interval) -> str:
    """``87 years``, ``10 months``, ``22 to 24 years``: in whole years, or in months below two years."""
    if interval.low is None or interval.high is None:
        end = interval.low if interval.high is None else interval.high
        return (
            "any time" if end is None else f"{'at least' if interval.high is None else 'at most'} {_length(int(end))}"
        )
    low, high = int(interval.low), int(interval.high) - (interval.high_open and interval.high == int(interval.high))
    if low == high or (low // YEAR == high // YEAR and low >= 2 * YEAR):
        return _length(low) if low == high else _count(low // YEAR, "year")
    if high >= 2 * YEAR:
        return f"{low // YEAR} to {-(-high // YEAR)} years"
    return f"{low // MONTH} to {-(-high // MONTH)} months"


def _length(places: int) -> str:
    sign, places = ("minus " if places < 0 else ""), abs(places)
    years, months = places // YEAR, places % YEAR // MONTH
    told = [_count(years, "year")] * bool(years) + [_count(months, "month")] * bool(months)
    return sign + (" and ".join(told) or _count(places, "day"))


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
