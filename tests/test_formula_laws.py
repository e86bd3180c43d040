"""Laws of formulas, held against trees made up at random and worked out by Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from operator import add, mul, sub, truediv

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.formula import Expression, Formula, FormulaError, Leaf, MemberList, evaluate, holds, parse_path, solve
from factcheck.interval import Answer, Interval


@dataclass(frozen=True)
class Made:
    text: str
    run: Callable[[dict[str, Fraction]], Fraction]


def figure(name: str) -> Made:
    return Made(name, lambda point: point[name])


def number(value: int) -> Made:
    return Made(str(value), lambda _: Fraction(value))


def joined(a: Made, sign: str, b: Made) -> Made:
    combine = {"+": add, "-": sub, "*": mul, "/": truediv}[sign]
    return Made(f"({a.text} {sign} {b.text})", lambda point: combine(a.run(point), b.run(point)))


def negative(a: Made) -> Made:
    return Made(f"-{a.text}", lambda point: -a.run(point))


NAMES = ("x", "y", "z")
leaves = st.sampled_from([*map(figure, NAMES), *map(number, (1, 2, 5))])
fixed = st.sampled_from([number(1), number(2), number(3), negative(number(2))])
linear = st.recursive(
    leaves,
    lambda inner: (
        st.builds(joined, inner, st.sampled_from("+-"), inner)
        | st.builds(joined, inner, st.sampled_from("*/"), fixed)
        | st.builds(negative, inner)
    ),
    max_leaves=8,
)
anything = st.recursive(
    leaves,
    lambda inner: st.builds(joined, inner, st.sampled_from("+-*/"), inner) | st.builds(negative, inner),
    max_leaves=8,
)
runs = st.tuples(st.integers(-6, 6), st.integers(0, 4)).map(lambda pair: Interval(pair[0], pair[0] + pair[1]))
boxes = st.fixed_dictionaries(dict.fromkeys(NAMES, runs))


def bound(box: dict[str, Interval]) -> dict[Leaf, Interval | MemberList]:
    return {parse_path(name): run for name, run in box.items()}


def corners(box: dict[str, Interval]) -> list[dict[str, Fraction]]:
    ends = [(run.low, run.high) for run in box.values()]
    return [{name: Fraction(end or 0) for name, end in zip(box, choice, strict=True)} for choice in product(*ends)]


@settings(max_examples=100, deadline=None)
@given(linear, boxes)
def test_linear_formulas_are_exact(made: Made, box: dict[str, Interval]) -> None:
    results = [made.run(point) for point in corners(box)]  # a linear form is least and greatest at corners
    assert evaluate(Expression.parse(made.text), bound(box)) == Interval(min(results), max(results))


@settings(max_examples=100, deadline=None)
@given(anything, boxes)
def test_no_result_lies_outside(made: Made, box: dict[str, Interval]) -> None:
    try:
        value = evaluate(Expression.parse(made.text), bound(box))
        results = [made.run(point) for point in corners(box)]
    except (FormulaError, ZeroDivisionError):
        assume(False)
    assert all(result in value for result in results)


@settings(max_examples=150, deadline=None)
@given(anything, boxes, st.sampled_from(["==", "<=", ">="]))
def test_the_solution_holds_what_makes_the_formula_true(made: Made, box: dict[str, Interval], op: str) -> None:
    point = corners(box)[0]
    try:
        result = made.run(point)
        formula = Formula.parse(f"{made.text} {op} {result.numerator} / {result.denominator}")
        found = solve(formula, parse_path("x"), bound(box))
    except (FormulaError, ZeroDivisionError):
        assume(False)
    assert found is None or point["x"] in found


@settings(max_examples=100, deadline=None)
@given(linear, boxes)
def test_a_solution_put_back_is_no_discrepancy(made: Made, box: dict[str, Interval]) -> None:
    formula = Formula.parse(f"{made.text} == z + 1")
    found = solve(formula, parse_path("x"), bound(box))
    if found is not None:
        assert holds(formula, bound({**box, "x": found})) is not Answer.NO
