"""Bad formulas are told where they go wrong and what to do; hostile ones do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import RuleError
from factcheck.formula import Expression, Formula, FormulaError, parse_path, solve
from factcheck.interval import Interval


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("", 1, "found the end, but expected a path"),
        ("a.b", 4, "expected a comparison"),
        ("a == ", 5, "found the end, but expected a path"),
        ("a = b", 3, "write == for equals"),
        ("a == b == c", 8, "write a second rule"),
        ("a == 1,000", 7, "without commas"),
        ("a == b c", 8, "need a sign between them"),
        ("a == b ** 2", 9, 'found "*"'),
        ("(a == b", 4, 'to close the "("'),
        ("a) == b", 2, "expected a comparison"),
        ("mean(a) == 3", 1, "sum, count, min, max, abs and whole"),
        ("sum(a + b) == 3", 7, "sum takes one path"),
        ("sum() == 3", 5, "expected a name"),
        ("count(race where x) == 2", 19, "expected a comparison"),
        ("count(race where x == y == 2", 25, 'expected ")"'),
        ("a.rank[0] == 1", 8, "a whole number from 1 up"),
        ("a.rank[99999] == 1", 8, "a whole number from 1 up"),
        ("a.rank[2 == 1", 10, 'expected "]"'),
        ("a. == 1", 4, "expected a name"),
        ("a@ == 1", 4, "expected a tag"),
        ("a@before.b == 1", 9, "the tag at the end"),
        ("a == b / (2 - 2)", 8, "divides by nought"),
        ("a == 40%", 8, "write / 100"),
        ("a ≤ b", 3, "write <="),
        ("a == __import__('os')", 17, "is not understood"),
        ("a == " + "9" * 31, 6, "at most 30 digits"),
        ("a == " + "(" * 60 + "b" + ")" * 60, 56, "at most 50 deep"),
        ("a == " + "-" * 60 + "b", 56, "at most 50 deep"),
        ("a == " + "b*" * 60 + "b", 107, "at most 50 multiplications"),
        ("a == " + "1" * 10000, 501, "at most 500 characters"),
    ],
)
def test_a_bad_formula_is_told_where_and_what_to_do(text: str, column: int, says: str) -> None:
    with pytest.raises(FormulaError) as raised:
        Formula.parse(text)
    assert raised.value.column == column
    assert says in str(raised.value)
    assert isinstance(raised.value, RuleError)


def test_the_caret_stands_under_the_place() -> None:
    with pytest.raises(FormulaError) as raised:
        Formula.parse("race.majority =\trace.votes")
    assert str(raised.value).splitlines() == [
        'column 15: "=" is not understood: write == for equals',
        "  race.majority = race.votes",
        "                ^",
    ]


def test_long_formulas_are_shown_in_part() -> None:
    with pytest.raises(FormulaError) as raised:
        Formula.parse("a + " * 100 + "% == b" + " + c" * 10)
    _, line, caret = str(raised.value).splitlines()
    assert line[caret.index("^")] == "%"
    assert len(line) < 130


def test_large_but_legal_numbers() -> None:
    formula = Formula.parse("a == " + " * ".join(["9" * 30] * 10))
    assert solve(formula, parse_path("a"), {}) == Interval.exact(int("9" * 30) ** 10)


WORDS = ["a", "b.c", "2", "1.5", "+", "-", "*", "/", "(", ")", "[", "]", "@", ".", ",", "==", "<", "sum(", "abs(", "=",
         "count(", "where", " ", "\n", "%", "é", "١"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join) | st.text(max_size=40))
def test_any_text_is_a_formula_or_a_formula_error(text: str) -> None:
    try:
        formula = Formula.parse(text)
    except FormulaError as error:
        column = error.column
    else:
        column = 1
        assert Formula.parse(formula.text) == formula
    assert 1 <= column <= len(text) + 1


def test_an_expression_is_no_comparison() -> None:
    with pytest.raises(FormulaError, match="no further comparison"):
        Expression.parse("a == b")
