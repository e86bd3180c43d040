"""What a figure must be by a rule: one value by each formula of which one must hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.checking.plans import Check, Plan
from factcheck.checking.resolve import Term
from factcheck.formula import Leaf, Values
from factcheck.interval import EVERYTHING, ZERO, Answer, Interval, Value

Terms = dict[Leaf, Term]


def alternatives(plan: Plan, leaf: Leaf, filled: Sequence[tuple[Check, Terms]], whole: bool) -> list[Value]:
    """A figure's value by each formula that is ``filled`` but for it; empty where it may be anything.

    It may be anything, too, where one of the formulas does without the figure.
    """
    values = []
    for check, terms in filled:
        value = _value(plan, check, leaf, terms, whole) if leaf in check.leaves else None
        if value is None:
            return []
        values.append(value)
    return values


def one_of(values: Sequence[Value]) -> Value:
    """A value that each of the values lies in."""
    first, *others = values
    for other in others:
        first = Value(first.plain.hull(other.plain), first.generous.hull(other.generous))
    return first


def all_apart(some: Sequence[Value], others: Sequence[Value]) -> bool:
    """Whether none of some values can agree with any of the others, in no reading."""
    return all(a.generous.equal(b.generous) is Answer.NO for a in some for b in others)


def _value(plan: Plan, check: Check, leaf: Leaf, terms: Mapping[Leaf, Term], whole: bool) -> Value | None:
    """What an equation leaves for a figure, plainly and generously."""
    values = {k: term.reading(False) for k, term in terms.items()}
    plain = _solved(plan, check, leaf, values, whole)
    if plain is None:
        return None
    wider = {k: term.reading(True) for k, term in terms.items()}
    if all(wider[k] is value for k, value in values.items()):
        return Value(plain, plain)
    generous = _solved(plan, check, leaf, wider, whole)
    return None if generous is None else Value(plain, generous)


def _solved(plan: Plan, check: Check, leaf: Leaf, values: Values, whole: bool) -> Interval | None:
    """What a figure must be in one reading; a count is narrowed to whole numbers."""
    try:
        found = check.formula.difference.solve(leaf, plan.within or ZERO, values)
    except ZeroDivisionError:
        return None
    if found is None or found == EVERYTHING:
        return None
    return (found.whole() or found) if whole else found
