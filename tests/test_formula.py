"""Formulas: what they mean, what they make of figures, and that bad ones are told what to do."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.formula import (
    Condition,
    Count,
    Expression,
    Formula,
    Leaf,
    MemberList,
    Members,
    Path,
    Step,
    UnboundError,
    evaluate,
    holds,
    parse_condition,
    parse_path,
    show,
    solve,
)
from factcheck.interval import Answer, Interval, Number

MAJORITY = "race.majority == race.winner.votes - race.runner_up.votes"


def exact(*numbers: Number) -> list[Interval]:
    return [Interval.exact(number) for number in numbers]


def given_in_order(formula: Formula | Expression, *values: Interval | MemberList) -> dict[Leaf, Interval | MemberList]:
    return dict(zip(formula.paths, values, strict=True))


# What a text means


def test_a_formula_has_two_sides_and_its_figures() -> None:
    formula = Formula.parse(f"  {MAJORITY} ")
    assert formula.text == MAJORITY
    assert (formula.left.text, formula.op) == ("race.majority", "==")
    assert formula.right.text == "race.winner.votes - race.runner_up.votes"
    assert [leaf.text for leaf in formula.paths] == ["race.majority", "race.winner.votes", "race.runner_up.votes"]


def test_a_figure_is_listed_once() -> None:
    assert [leaf.text for leaf in Formula.parse("a.x + b.y == a.x * 2").paths] == ["a.x", "b.y"]


def test_paths_have_steps_ranks_and_tags() -> None:
    path = parse_path("race . rank [2].votes @before")
    assert path.text == "race.rank[2].votes@before"
    assert path.steps == (Step("race"), Step("rank", 2), Step("votes"))
    assert path.tag == "before"
    assert parse_path("race.majority").tag == ""


def test_members_and_counts_are_figures_of_their_own() -> None:
    formula = Formula.parse("sum(race.candidates.votes) <= race.votes + count(race where race.winner.party == party)")
    members, votes, count = formula.paths
    assert isinstance(members, Members)
    assert members.path == parse_path("race.candidates.votes")
    assert isinstance(votes, Path)
    assert isinstance(count, Count)
    assert count.thing.text == "race"
    assert count.where == parse_condition("race.winner.party == party")
    assert count.text == "count(race where race.winner.party == party)"
    assert len({members, members.path}) == 2


def test_conditions() -> None:
    hold = parse_condition("race.outcome==hold")
    assert hold == Condition("race.outcome == hold", parse_path("race.outcome"), "==", parse_path("hold"))
    assert parse_condition("race.majority < 100").right == 100


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 3 - 2", 5),
        ("12 / 3 / 2", 2),
        ("-2 * -3", 6),
        ("- (1 - 4)", 3),
        ("abs(2 - 5)", 3),
        ("whole(6.7)", 7),
        ("whole(7 / 2 - 1)", 3),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1 / 3", Fraction(1, 3)),
    ],
)
def test_arithmetic(text: str, result: Number) -> None:
    assert evaluate(Expression.parse(text), {}) == Interval.exact(result)


# Whether it holds


def test_majority() -> None:
    formula = Formula.parse(MAJORITY)
    assert holds(formula, given_in_order(formula, *exact(507, 13303, 12796))) is Answer.YES
    assert holds(formula, given_in_order(formula, *exact(607, 13303, 12796))) is Answer.NO
    just_over = Interval(500, 525, low_open=True)
    assert holds(formula, given_in_order(formula, just_over, *exact(13303, 12796))) is Answer.MAYBE


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("x - x == 0", Answer.YES),
        ("x + x == 2 * x", Answer.YES),
        ("(x + y) / 2 - y / 2 == x / 2", Answer.YES),
        ("x + 1 > x", Answer.YES),
        ("x != x", Answer.NO),
        ("x * y - x * y == 0", Answer.YES),
        ("x / y == x / y + 1", Answer.NO),
        ("x >= 5", Answer.MAYBE),
        ("x < 1", Answer.NO),
        ("x <= 10", Answer.YES),
        ("abs(x - 20) > 9", Answer.YES),
        ("abs(x - 20) == 9", Answer.NO),
    ],
)
def test_a_figure_that_occurs_twice_does_not_widen(text: str, answer: Answer) -> None:
    values: dict[Leaf, Interval | MemberList] = {
        parse_path("x"): Interval(1, 10, high_open=True),
        parse_path("y"): Interval(2, 3),
    }
    assert holds(Formula.parse(text), values) is answer


def test_a_missing_value_is_named() -> None:
    formula = Formula.parse(MAJORITY)
    with pytest.raises(UnboundError) as missing:
        holds(formula, {})
    assert missing.value.leaf in formula.paths
    with pytest.raises(KeyError):
        holds(Formula.parse("x - x == 0"), {})


@pytest.mark.parametrize(
    ("function", "complete", "result"),
    [
        ("sum", True, Interval(46, 48)),
        ("sum", False, Interval.at_least(46)),
        ("count", True, Interval.exact(3)),
        ("count", False, Interval.at_least(3)),
        ("max", True, Interval.exact(30)),
        ("max", False, Interval.at_least(30)),
        ("min", True, Interval(4, 6)),
        ("min", False, Interval(0, 6)),
    ],
)
def test_members(function: str, complete: bool, result: Interval) -> None:
    expression = Expression.parse(f"{function}(race.candidates.votes)")
    members = MemberList((Interval.exact(30), Interval(4, 6), Interval.exact(12)), complete)
    assert evaluate(expression, given_in_order(expression, members)) == result


def test_no_members() -> None:
    for function in ("sum", "count", "min", "max"):
        expression = Expression.parse(f"{function}(parts)")
        assert evaluate(expression, given_in_order(expression, MemberList((), False))) == Interval.at_least(0)
    least = Expression.parse("min(parts)")
    with pytest.raises(UnboundError):
        evaluate(least, given_in_order(least, MemberList((), True)))


def test_one_list_serves_two_functions() -> None:
    formula = Formula.parse("max(race.parts) == sum(race.parts)")
    assert len(formula.paths) == 1
    assert holds(formula, given_in_order(formula, MemberList(tuple(exact(3, 4)), True))) is Answer.NO  # 4 against 7


def test_a_list_is_no_single_figure() -> None:
    with pytest.raises(TypeError, match=r"race\.votes is one figure"):
        holds(Formula.parse("race.votes > 0"), {parse_path("race.votes"): MemberList((), True)})


# What a figure must be


def test_each_figure_of_a_majority_is_solved_for() -> None:
    formula = Formula.parse(MAJORITY)
    values = given_in_order(formula, *exact(607, 13303, 12796))
    assert [solve(formula, leaf, values) for leaf in formula.paths] == exact(507, 13403, 12696)


def test_each_figure_of_a_share_is_solved_for() -> None:
    formula = Formula.parse("share == votes / cast * 100")
    share, votes, cast = formula.paths
    values = given_in_order(formula, Interval(20, 25, high_open=True), *exact(50, 250))
    assert solve(formula, share, values) == Interval.exact(20)
    assert solve(formula, votes, values) == Interval(50, Fraction(125, 2), high_open=True)
    assert solve(formula, cast, values) == Interval(200, 250, low_open=True)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("x <= 7", Interval.at_most(7)),
        ("x < 7", Interval.below(7)),
        ("7 < x", Interval.above(7)),
        ("2 - x >= y", Interval.at_most(0)),  # x is at most 2 - y, and y at least 2
        ("100 / x > 50", Interval(0, 2, low_open=True, high_open=True)),
        ("x + x == 10 - 3 * x", Interval.exact(2)),
        ("-(x - 1) * 2 == 6", Interval.exact(-2)),
        ("(x + 1) * y == 6", Interval(1, 2)),  # 6 over 2 to 3, less 1
        ("x != 7", None),
        ("abs(x) == 7", None),
        ("x * x == 9", None),
        ("x / x == 1", None),
        ("y / x == 0", None),
        ("x * (y - y) == 6", None),
        ("x / (y - 2) == 6", None),
        ("x - x == 6", None),
        ("y == 6", None),
        ("sum(parts) + x == 10", Interval.at_most(7)),
        ("sum(x) == 10", None),
    ],
)
def test_solve(text: str, result: Interval | None) -> None:
    values: dict[Leaf, Interval | MemberList] = {
        parse_path("y"): Interval(2, 3),
        Members("parts", parse_path("parts")): MemberList(tuple(exact(1, 2)), False),
    }
    assert solve(Formula.parse(text), parse_path("x"), values) == result


def test_members_are_not_solved_for() -> None:
    formula = Formula.parse("sum(parts) == 10")
    assert solve(formula, formula.paths[0], {}) is None


def test_a_count_is_solved_for() -> None:
    formula = Formula.parse("seats == count(race where race.winner.party == party) + 1")
    assert solve(formula, formula.paths[1], {parse_path("seats"): Interval.exact(6)}) == Interval.exact(5)


# The words of it


def test_show_by_value_and_by_name() -> None:
    right = Formula.parse(MAJORITY).right
    values = given_in_order(right, *exact(13303, 12796))
    assert show(right, values, {}) == "13,303 - 12,796 = 507"
    assert show(right, values, {right.paths[0]: "Lee's 13,303"}) == "Lee's 13,303 - 12,796 = 507"


def test_show_brackets_what_would_be_misread() -> None:
    expression = Expression.parse("2*(a-b)/abs(a)")
    values = given_in_order(expression, Interval(2, 4), Interval.exact(-2))
    assert show(expression, values, {}) == "2 x ((2 to 4) - (-2)) / abs((2 to 4)) = 2 to 6"


def test_show_of_one_figure_says_it_once() -> None:
    expression = Expression.parse("a")
    values = given_in_order(expression, Interval(Fraction(3335, 100), Fraction(3345, 100)))
    assert show(expression, values, {}) == "33.35 to 33.45"
    assert show(expression, values, {expression.paths[0]: "33.4%"}) == "33.4% = 33.35 to 33.45"


def test_show_of_members() -> None:
    total, most = Expression.parse("sum(parts) + 1"), Expression.parse("max(parts)")
    members = MemberList(tuple(exact(1200, 34)), False)
    assert show(total, given_in_order(total, members), {}) == "(1,200 + 34 + others) + 1 = at least 1,235"
    assert show(most, given_in_order(most, members), {}) == "max(1,200; 34; others) = at least 1,200"
    assert (
        show(total, given_in_order(total, members), {total.paths[0]: "the list"}) == "(the list) + 1 = at least 1,235"
    )
