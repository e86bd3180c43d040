"""Rules made ready for checking: what each figure of a formula is called and how it is reached, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.formula import Count, Formula, Leaf, Members, Path
from factcheck.interval import Interval, Number
from factcheck.packs import Rule
from factcheck.values import frozen


@frozen
class Way:
    """How one figure of a formula is reached from the thing that the formula is about."""

    leaf: Leaf
    steps: tuple[str, ...]  # names of roles on the way: ("race", "winner")
    attribute: str  # what is told of the thing at the end: "share@change"; "" for a count
    of_many: bool = False  # whether it is told of the members


@frozen
class Check:
    """One formula with its figures, and what must have been told of anything before it can be filled."""

    formula: Formula
    kind: str  # of the things that it is checked on
    ways: tuple[Way, ...]
    attributes: frozenset[str]  # what its figures are called
    told: frozenset[str]  # the roles that its figures are reached by
    direct: tuple[str, ...]  # the figures of the thing itself
    roles: tuple[str, ...]  # the roles for the thing itself
    inside: bool  # whether a figure of what it belongs to is needed
    lists: bool  # whether it adds up, or counts, over members
    leaves: frozenset[Leaf]


@frozen
class Plan:
    """One rule with its formulas made ready."""

    rule: Rule
    name: str
    slack: Number
    within: Interval | None  # a difference inside is none; None where there is no tolerance
    kind: str
    checks: tuple[Check, ...]
    when: Check | None
    needs: tuple[tuple[str, ...], ...]  # roles that must be in evidence, as steps
    asks: frozenset[str]  # what every formula needs to be told of somebody
    attributes: frozenset[str]  # what the figures of its formulas are called


class _Same:
    """Rules as a key that compares by identity: a rule's own hash walks its whole text."""

    __slots__ = ("rules",)

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.rules is other.rules


def plans_of(rules: Sequence[Rule]) -> tuple[Plan, ...]:
    """The plans of rules, in their order; made once for each sequence, which must not be changed afterwards."""
    return _plans(_Same(rules))


def equations_of(rules: Sequence[Rule]) -> tuple[Plan, ...]:
    """The plans of those rules that can be solved for a figure."""
    return _equations(_Same(rules))


@lru_cache(maxsize=8)
def _equations(key: _Same) -> tuple[Plan, ...]:
    return tuple(plan for plan in _plans(key) if all(check.formula.op == "==" for check in plan.checks))


@lru_cache(maxsize=8)
def _plans(key: _Same) -> tuple[Plan, ...]:
    return tuple(map(_plan, key.rules))


def _plan(rule: Rule) -> Plan:
    slack = rule.slack
    checks = tuple(_check(formula, rule.links) for formula in rule.checks)
    when = None if rule.when is None else _check(rule.when, rule.links)
    needs = tuple(tuple(need.split(".")[1:]) for need in rule.needs)
    within = Interval.between(-slack, slack) if slack else None
    asks = frozenset.intersection(*(check.attributes | check.told for check in checks))
    attributes = frozenset[str]().union(*(check.attributes for check in checks))
    return Plan(rule, rule.name, slack, within, checks[0].kind, checks, when, needs, asks, attributes)


def _check(formula: Formula, links: frozenset[str]) -> Check:
    kind = root_kind(formula)
    ways = tuple(map(_way, formula.paths))
    paths = [way for way in ways if isinstance(way.leaf, Path)]
    return Check(
        formula,
        kind,
        ways,
        frozenset(way.attribute for way in ways if way.attribute),
        frozenset(step for way in paths for step in way.steps if step not in links),
        tuple(way.attribute for way in paths if not way.steps),
        tuple(dict.fromkeys(way.steps[0] for way in paths if way.steps and way.steps[0] not in links)),
        any(way.steps and way.steps[0] in links for way in paths),
        len(paths) < len(ways),
        frozenset(formula.paths),
    )


def _way(leaf: Leaf) -> Way:
    if isinstance(leaf, Count):
        return Way(leaf, (), "")
    of_many = isinstance(leaf, Members)
    path = leaf.path if isinstance(leaf, Members) else leaf
    *steps, last = [str(step) for step in path.steps[1:] or path.steps]  # a lone word: nobody tells a figure of it
    return Way(leaf, tuple(steps), last + (f"@{path.tag}" if path.tag else ""), of_many)


def root_kind(formula: Formula) -> str:
    """The thing that a formula is about: the first name of the path that stands outside every count."""
    for leaf in formula.paths:
        if isinstance(leaf, Path):
            return str(leaf.steps[0])
        if isinstance(leaf, Members):
            return str(leaf.path.steps[0])
    return ""
