"""What a written figure means: the set of values its words allow, and the exact arithmetic of such sets.

An interval is a run of exact numbers with closed or open ends. It knows nothing of words or hedges; it obeys laws,
and the tests hold it to them: if x lies in A and y lies in B, then x + y lies in A + B, and no smaller run would do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from math import ceil, floor, inf
from operator import add, mul, sub, truediv

from factcheck.answers import Answer, Verdict
from factcheck.exact import End, Number, ratio, show_number, show_run, span_of_products
from factcheck.values import frozen

__all__ = ["EVERYTHING", "ZERO", "Answer", "Interval", "Number", "Value", "Verdict", "show_number"]


@frozen
class Interval:
    """The numbers from ``low`` to ``high``; an open end is left out, ``None`` means no bound.

    Never empty: ``ValueError`` when no number lies between the ends. The flag of an unbounded end is always False,
    so that equal sets are equal objects.
    """

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None or high is None:
            object.__setattr__(self, "low_open", self.low_open and low is not None)
            object.__setattr__(self, "high_open", self.high_open and high is not None)
        elif low is not high and low > high:
            raise ValueError(f"no number lies from {low} to {high}: give the smaller end first")
        elif (self.low_open or self.high_open) and low == high:
            raise ValueError(f"no number lies from {low} to {high} when an end is left out")

    @classmethod
    def exact(cls, number: Number) -> Interval:
        """One number and no other."""
        return cls(number, number)

    @classmethod
    def between(cls, low: Number, high: Number) -> Interval:
        """From ``low`` to ``high``, both ends in."""
        return cls(low, high)

    @classmethod
    def above(cls, number: Number) -> Interval:
        """Everything greater than ``number``."""
        return cls(number, None, low_open=True)

    @classmethod
    def at_least(cls, number: Number) -> Interval:
        """``number`` and everything greater."""
        return cls(number, None)

    @classmethod
    def below(cls, number: Number) -> Interval:
        """Everything less than ``number``."""
        return cls(None, number, high_open=True)

    @classmethod
    def at_most(cls, number: Number) -> Interval:
        """``number`` and everything less."""
        return cls(None, number)

    @property
    def is_exact(self) -> bool:
        """Whether exactly one number is meant."""
        return self.low is not None and (self.low is self.high or self.low == self.high)

    def __contains__(self, number: Number) -> bool:
        low, high = self.low, self.high
        if low is not None and (number < low or (self.low_open and number == low)):
            return False
        return high is None or number < high or (not self.high_open and number == high)

    def __add__(self, other: Interval | Number) -> Interval:
        if not isinstance(other, Interval):
            other = Interval(other, other)
        low = None if self.low is None or other.low is None else self.low + other.low
        if self.low is self.high and other.low is other.high:  # exact numbers, the common case (or all unbounded)
            return Interval(low, low)
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = low if self.low is self.high else None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -other

    def __mul__(self, other: Interval | Number) -> Interval:
        if not isinstance(other, Interval):
            return self._scaled(other)
        if other.low is not None and other.low is other.high:
            return self._scaled(other.low)
        if self.low is not None and self.low is self.high:
            return other._scaled(self.low)
        (low, low_open), (high, high_open) = span_of_products(self._ends(), other._ends())
        return Interval(low, high, low_open, high_open)

    def __truediv__(self, other: Interval | Number) -> Interval:
        """Every quotient; all numbers when ``other`` contains zero (an open end at zero does not)."""
        if not isinstance(other, Interval):
            other = Interval(other, other)
        if 0 in other:
            return EVERYTHING
        if self.low is self.high and other.low is other.high and self.low is not None and other.low is not None:
            return Interval.exact(ratio(self.low, other.low))
        return self * other._reciprocal()

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Interval:
        return -self + other

    def __rtruediv__(self, other: Number) -> Interval:
        return Interval(other, other) / self

    def __abs__(self) -> Interval:
        return self.larger(-self).larger(ZERO)

    def _scaled(self, number: Number) -> Interval:
        if number == 0:
            return ZERO
        low = None if self.low is None else self.low * number
        high = low if self.low is self.high else None if self.high is None else self.high * number
        if number > 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)

    def _ends(self) -> tuple[End, End]:
        low: End = (-inf, True) if self.low is None else (self.low, self.low_open)
        high: End = (inf, True) if self.high is None else (self.high, self.high_open)
        return low, high

    def _reciprocal(self) -> Interval:
        """One over every value; zero is not inside, though it may be an open end."""
        low = 0 if self.high is None else None if self.high == 0 else ratio(1, self.high)
        if self.low is self.high:
            return Interval(low, low)
        high = 0 if self.low is None else None if self.low == 0 else ratio(1, self.low)
        return Interval(low, high, self.high_open or self.high is None, self.low_open or self.low is None)

    def meet(self, other: Interval) -> Interval | None:
        """The values in both, or None when there are none."""
        if self.lies_below(other) or other.lies_below(self):
            return None
        low, high = _inner_low(self, other), _inner_high(self, other)
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = other if _inner_low(self, other) is self else self
        high = other if _inner_high(self, other) is self else self
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def larger(self, other: Interval) -> Interval:
        """The larger of a value here and a value of ``other``, for every pair."""
        low = _inner_low(self, other)
        high = other if _inner_high(self, other) is self else self
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def smaller(self, other: Interval) -> Interval:
        """The smaller of a value here and a value of ``other``, for every pair."""
        return -(-self).larger(-other)

    def covers(self, other: Interval) -> bool:
        """Whether every value of ``other`` lies here."""
        return self is other or self.meet(other) == other

    def lies_below(self, other: Interval) -> bool:
        """Whether every value here is less than every value of ``other``."""
        high, low = self.high, other.low
        if high is None or low is None:
            return False
        return high < low or (high == low and (self.high_open or other.low_open))

    def equal(self, other: Interval) -> Answer:
        """Whether a value here equals a value of ``other``."""
        if self.lies_below(other) or other.lies_below(self):
            return Answer.NO
        return Answer.YES if self.is_exact and other.is_exact else Answer.MAYBE

    def less(self, other: Interval) -> Answer:
        """Whether a value here is less than a value of ``other``."""
        if self.lies_below(other):
            return Answer.YES
        never = other.high is not None and self.low is not None and other.high <= self.low
        return Answer.NO if never else Answer.MAYBE

    def less_or_equal(self, other: Interval) -> Answer:
        """Whether a value here is at most a value of ``other``."""
        return other.less(self).negated()

    def whole(self) -> Interval | None:
        """Narrowed to the whole numbers inside, both ends in; None when there are none ("40% of 17 people")."""
        low = None if self.low is None else floor(self.low) + 1 if self.low_open else ceil(self.low)
        high = None if self.high is None else ceil(self.high) - 1 if self.high_open else floor(self.high)
        if low is not None and high is not None and low > high:
            return None
        return Interval(low, high)

    def show(self) -> str:
        """The values in an editor's words: "507", "33.35 to 33.45", "190 up to, not including, 200"."""
        return show_run((self.low, self.low_open), (self.high, self.high_open))


EVERYTHING = Interval(None, None)
ZERO = Interval(0, 0)


@frozen
class Value:
    """The two readings of a figure. The generous one is widened, where it must be, to hold the plain one."""

    plain: Interval
    generous: Interval
    kind: str = field(
        default="", kw_only=True
    )  # how it is shown: "date" or "length" (of time; see dates/calendar.py), else as a number

    def __post_init__(self) -> None:
        if not self.generous.covers(self.plain):
            object.__setattr__(self, "generous", self.generous.hull(self.plain))

    @classmethod
    def exact(cls, number: Number) -> Value:
        """One number, under either reading."""
        return cls.same(Interval(number, number))

    @classmethod
    def same(cls, interval: Interval) -> Value:
        """An interval that both readings share."""
        return cls(interval, interval)

    @property
    def is_exact(self) -> bool:
        """Whether both readings are the same single number."""
        return self.generous.is_exact

    def _with(self, other: Value | Number, combine: Callable[[Interval, Interval], Interval]) -> Value:
        if not isinstance(other, Value):
            other = Value.exact(other)
        plain = combine(self.plain, other.plain)
        if self.plain is self.generous and other.plain is other.generous:
            return Value(plain, plain)
        return Value(plain, combine(self.generous, other.generous))

    def __add__(self, other: Value | Number) -> Value:
        return self._with(other, add)

    def __sub__(self, other: Value | Number) -> Value:
        return self._with(other, sub)

    def __mul__(self, other: Value | Number) -> Value:
        return self._with(other, mul)

    def __truediv__(self, other: Value | Number) -> Value:
        return self._with(other, truediv)

    def __neg__(self) -> Value:
        return Value(-self.plain, -self.generous) if self.plain is not self.generous else Value.same(-self.plain)


def _inner_low(a: Interval, b: Interval) -> Interval:
    """The one that begins later; at the same place, the one that leaves its end out."""
    if b.low is None:
        return a
    return b if a.low is None or (b.low, b.low_open) > (a.low, a.low_open) else a


def _inner_high(a: Interval, b: Interval) -> Interval:
    """The one that stops earlier; at the same place, the one that leaves its end out."""
    if b.high is None:
        return a
    return b if a.high is None or (b.high, not b.high_open) < (a.high, not a.high_open) else a
