"""Functions of one sum: its size without the sign, and the whole number that it must be."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from factcheck.formula.terms import Leaf, Sum, Term, Values
from factcheck.interval import Interval
from factcheck.values import frozen


@frozen
class Absolute(Term):
    """The size of a sum, without its sign."""

    inner: Sum

    def has(self, leaf: Leaf) -> bool:
        """Whether the figure occurs inside."""
        return self.inner.has(leaf)

    def value(self, values: Values) -> Interval:
        """The value without its sign."""
        return abs(self.inner.value(values))


@frozen
class Whole(Term):
    """The whole numbers that a sum may be; where it can be none, the nearest: 7 for 6.7 of ten councillors."""

    inner: Sum

    def has(self, leaf: Leaf) -> bool:
        """Whether the figure occurs inside."""
        return self.inner.has(leaf)

    def value(self, values: Values) -> Interval:
        """The value narrowed to whole numbers."""
        found = self.inner.value(values)
        return found.whole() or _nearest(found)


def _nearest(values: Interval) -> Interval:
    """The whole number nearest to values of which none is whole, so that both their ends are told."""
    assert values.low is not None
    assert values.high is not None
    return Interval.exact(floor(Fraction(values.low + values.high) / 2 + Fraction(1, 2)))


OF_ONE: dict[str, type[Absolute] | type[Whole]] = {"abs": Absolute, "whole": Whole}
