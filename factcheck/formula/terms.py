"""What a formula computes: sums of terms, their values for given figures, and what one figure must then be.

Each side of a formula is kept as a constant plus factor times term, for every distinct term. So a figure that
occurs twice does not widen the result (x - x is nought, whatever x is); what is not such a sum (a product of two
figures, a quotient) is one term of it, and is computed end by end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import reduce
from operator import add

from factcheck.exact import Number, ratio
from factcheck.interval import ZERO, Interval
from factcheck.values import frozen


class UnboundError(KeyError):
    """A figure that the formula needs has no value; ``leaf`` is that figure."""

    def __init__(self, leaf: Leaf) -> None:
        super().__init__(leaf.text)
        self.leaf = leaf


@frozen
class MemberList:
    """The values of all members known of; ``complete`` says that there are no others. No value is below nought."""

    values: tuple[Interval, ...]
    complete: bool


class Term:
    """One term of a sum."""

    __slots__ = ()

    def has(self, leaf: Leaf) -> bool:
        """Whether the figure occurs in this term."""
        return self == leaf

    def value(self, values: Values) -> Interval:
        """What the term comes to; ``UnboundError`` when a figure has no value."""
        raise NotImplementedError

    def solve(self, leaf: Leaf, wanted: Interval, values: Values) -> Interval | None:
        """What the figure must be so that the term comes to ``wanted``; None when that cannot be said."""
        return None


@frozen
class Step:
    """One name of a path, with the rank asked for: ``rank[2]``."""

    name: str
    index: int | None = None

    def __str__(self) -> str:
        return self.name if self.index is None else f"{self.name}[{self.index}]"


@frozen
class Path(Term):
    """One figure, ``race.rank[2].votes@before``; two paths with the same text are the same figure."""

    text: str
    steps: tuple[Step, ...] = field(compare=False)
    tag: str = field(default="", compare=False)

    def value(self, values: Values) -> Interval:
        """The value given for the figure."""
        return _given(self, values)

    def solve(self, leaf: Leaf, wanted: Interval, values: Values) -> Interval | None:
        """The wanted value itself."""
        return wanted


@frozen
class Condition:
    """A comparison of paths, or of a path with a number: ``race.winner.party == party``. The caller decides it."""

    text: str
    left: Path | Number = field(compare=False)
    op: str = field(compare=False)
    right: Path | Number = field(compare=False)


@frozen
class Count(Term):
    """How many things satisfy a condition, ``count(race where race.winner.party == party)``."""

    text: str
    thing: Path = field(compare=False)
    where: Condition = field(compare=False)

    def value(self, values: Values) -> Interval:
        """The number given."""
        return _given(self, values)

    def solve(self, leaf: Leaf, wanted: Interval, values: Values) -> Interval | None:
        """The wanted value itself."""
        return wanted


@frozen
class Members:
    """The same figure of all members, ``race.candidates.votes`` inside ``sum(...)``; its value is a MemberList."""

    text: str
    path: Path = field(compare=False)


Leaf = Path | Count | Members
Values = Mapping[Leaf, Interval | MemberList]


def _given(leaf: Path | Count, values: Values) -> Interval:
    found = values.get(leaf)
    if isinstance(found, Interval):
        return found
    if found is None:
        raise UnboundError(leaf)
    raise TypeError(f"{leaf.text} is one figure, so its value is an Interval, not a list of members")


@frozen
class Aggregate(Term):
    """The sum, count, least or greatest of all members."""

    function: str
    members: Members

    def has(self, leaf: Leaf) -> bool:
        """Whether the members are this figure."""
        return self.members == leaf

    def value(self, values: Values) -> Interval:
        """What the members come to; unlisted members make it open above or below."""
        found = values.get(self.members)
        if isinstance(found, MemberList):
            return _AGGREGATES[self.function](self.members, found)
        raise UnboundError(self.members)


@frozen
class Sum:
    """A constant plus factor times term, each term once."""

    constant: Number
    terms: tuple[tuple[Term, Number], ...] = ()

    def plus(self, other: Sum, sign: int = 1) -> Sum:
        """This plus ``other``, or less it when ``sign`` is -1."""
        factors = dict(self.terms)
        for term, factor in other.terms:
            factors[term] = factors.get(term, 0) + sign * factor
        return Sum(self.constant + sign * other.constant, tuple(factors.items()))

    def times(self, other: Sum) -> Sum:
        """The product; one term of its own unless a side is a constant."""
        if not other.terms:
            return self._scaled(other.constant)
        if not self.terms:
            return other._scaled(self.constant)
        return Sum(0, ((Product(self, other), 1),))

    def over(self, other: Sum) -> Sum:
        """The quotient; ``ZeroDivisionError`` when ``other`` is the constant nought."""
        if not other.terms:
            return self._scaled(ratio(1, other.constant))
        return Sum(0, ((Quotient(self, other), 1),))

    def _scaled(self, by: Number) -> Sum:
        return Sum(self.constant * by, tuple((term, factor * by) for term, factor in self.terms))

    def has(self, leaf: Leaf) -> bool:
        """Whether the figure occurs in any term."""
        return any(term.has(leaf) for term, _ in self.terms)

    def value(self, values: Values) -> Interval:
        """What it comes to; a term that cancelled out still needs a value."""
        parts = [_scaled(term.value(values), factor) for term, factor in self.terms]
        if self.constant or not parts:
            parts.append(Interval.exact(self.constant))
        return reduce(add, parts)

    def solve(self, leaf: Leaf, wanted: Interval, values: Values) -> Interval | None:
        """What the figure must be so that the whole comes to ``wanted``; None unless one term alone holds it."""
        own = [(term, factor) for term, factor in self.terms if factor and term.has(leaf)]
        if len(own) != 1:
            return None
        others = Sum(self.constant, tuple((term, factor) for term, factor in self.terms if not term.has(leaf)))
        if others.terms or others.constant:
            wanted = wanted - others.value(values)
        term, factor = own[0]
        return term.solve(leaf, _scaled(wanted, ratio(1, factor)), values)


@frozen
class Product(Term):
    """One sum times another."""

    left: Sum
    right: Sum

    def has(self, leaf: Leaf) -> bool:
        """Whether the figure occurs on either side."""
        return self.left.has(leaf) or self.right.has(leaf)

    def value(self, values: Values) -> Interval:
        """The product of the two values."""
        return self.left.value(values) * self.right.value(values)

    def solve(self, leaf: Leaf, wanted: Interval, values: Values) -> Interval | None:
        """The side that holds the figure must be the wanted value over the other side."""
        inner, other = (self.left, self.right) if self.left.has(leaf) else (self.right, self.left)
        if other.has(leaf):
            return None
        by = other.value(values)
        return None if 0 in by else inner.solve(leaf, wanted / by, values)


@frozen
class Quotient(Term):
    """One sum over another."""

    above: Sum
    below: Sum

    def has(self, leaf: Leaf) -> bool:
        """Whether the figure occurs above or below the line."""
        return self.above.has(leaf) or self.below.has(leaf)

    def value(self, values: Values) -> Interval:
        """The quotient of the two values; all numbers when the divisor may be nought."""
        return self.above.value(values) / self.below.value(values)

    def solve(self, leaf: Leaf, wanted: Interval, values: Values) -> Interval | None:
        """Above the line: wanted times below; below it: above over wanted."""
        if not self.below.has(leaf):
            by = self.below.value(values)
            return None if 0 in by else self.above.solve(leaf, wanted * by, values)
        if self.above.has(leaf) or 0 in wanted:
            return None
        return self.below.solve(leaf, self.above.value(values) / wanted, values)


def _scaled(value: Interval, factor: Number) -> Interval:
    return value if factor == 1 else -value if factor == -1 else value * factor


def _sum_of(_: Members, listed: MemberList) -> Interval:
    total = sum(listed.values, ZERO)
    return total if listed.complete else total + Interval.at_least(0)


def _count_of(_: Members, listed: MemberList) -> Interval:
    number = len(listed.values)
    return Interval.exact(number) if listed.complete else Interval.at_least(number)


def _greatest_of(members: Members, listed: MemberList) -> Interval:
    top = _picked(Interval.larger, members, listed)
    return top if listed.complete else Interval(top.low, None, top.low_open)


def _least_of(members: Members, listed: MemberList) -> Interval:
    bottom = _picked(Interval.smaller, members, listed)
    return bottom if listed.complete else bottom.smaller(Interval.at_least(0))


def _picked(pick: Callable[[Interval, Interval], Interval], members: Members, listed: MemberList) -> Interval:
    if listed.values:
        return reduce(pick, listed.values)
    if listed.complete:
        raise UnboundError(members)  # there is no least or greatest of no members
    return Interval.at_least(0)


_AGGREGATES = {"sum": _sum_of, "count": _count_of, "max": _greatest_of, "min": _least_of}
