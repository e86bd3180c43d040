"""What follows from a rule of which one formula must hold: each that can be filled is tried, and all must fail."""

from __future__ import annotations

import pytest

from factcheck.checking.check import Outcome
from factcheck.checking.far import far
from factcheck.claims import Book, Claim, Entity, Source
from factcheck.formula import Formula
from factcheck.interval import Value
from factcheck.packs.model import Rule

SHOP = Entity("shop", "the shop")
WITH_OR_WITHOUT_TAX = ("shop.total == shop.price + shop.tax", "shop.total == shop.price")
COUNTER = ("shop.total == shop.paid - shop.change",)
A_FIFTH = ("5 * shop.tax == shop.price",)


def rules(*several: tuple[str, ...]) -> tuple[Rule, ...]:
    """One rule for each group of formulas, of which one must hold."""
    return tuple(
        Rule(f"r{n}", "shop", tuple(map(Formula.parse, each)), "", "error", "") for n, each in enumerate(several)
    )


def conflicts(checked: tuple[Rule, ...], **said: int) -> list[list[str]]:
    """The figures of each conflict that a chain of rules finds among what the article says of the shop."""
    book, outcome = Book(), Outcome()
    for at, (name, number) in enumerate(said.items()):
        source = Source("article", at, at + 1, str(number))
        book.add(Claim(SHOP, name, Value.exact(number), source))
    far(book, {}, checked, frozenset(), outcome)
    return [sorted(claim.attribute for claim in conflict.claims) for conflict in outcome.conflicts]


@pytest.mark.parametrize("order", [(WITH_OR_WITHOUT_TAX, COUNTER), (COUNTER, WITH_OR_WITHOUT_TAX)])
@pytest.mark.parametrize(
    ("change", "fits"),
    [
        (30, True),  # 150 - 30 = 120: the price with tax
        (50, True),  # 150 - 50 = 100: the price without
        (40, False),  # 110 is between the two, and neither
        (10, False),  # 140
    ],
)
def test_either_total_may_be_meant(order: tuple[tuple[str, ...], ...], change: int, fits: bool) -> None:
    found = conflicts(rules(*order), price=100, tax=20, paid=150, change=change)
    assert found == ([] if fits else [["change", "paid", "price", "tax"]])


def test_a_formula_whose_figures_are_not_said_saves_nothing() -> None:
    assert conflicts(rules(WITH_OR_WITHOUT_TAX, COUNTER), price=100, paid=150, change=10) == [
        ["change", "paid", "price"]
    ]


def test_a_figure_that_one_of_the_formulas_does_without_does_not_follow() -> None:
    """The total is the price: the tax may be anything, and need not be nought."""
    assert conflicts(rules(WITH_OR_WITHOUT_TAX, A_FIFTH), price=100, total=100) == []


def test_a_rule_of_one_formula_is_solved_for_it() -> None:
    """120 less 100 is a tax of 20, a fifth; 130 less 100 is not."""
    only = WITH_OR_WITHOUT_TAX[:1]
    assert conflicts(rules(only, A_FIFTH), price=100, total=120) == []
    assert conflicts(rules(only, A_FIFTH), price=100, total=130) == [["price", "total"]]


def test_a_formula_that_can_be_filled_only_later_saves_too() -> None:
    """The tax follows from the price: 100 and a fifth of it are the 120 that were paid."""
    assert conflicts(rules(WITH_OR_WITHOUT_TAX, A_FIFTH, COUNTER), price=100, paid=150, change=30) == []
    assert conflicts(rules(WITH_OR_WITHOUT_TAX, A_FIFTH, COUNTER), price=100, paid=150, change=10) != []  # 140
