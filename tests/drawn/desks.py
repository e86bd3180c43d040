"""Relations of one desk's own: margins, and those of polls, sport and statistics."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from drawn.relation import Relation, Told, percent_1, rounded

millions = rounded(0, "£{}m", cut=False)


def _earned(dice: Random) -> dict[str, Fraction]:
    revenue = Fraction(dice.randint(200, 990))
    profit = Fraction(dice.randint(int(revenue) // 20, int(revenue) // 3))
    return {"revenue": revenue, "profit": profit, "margin": profit * 100 / revenue}


margin = Relation(
    _earned,
    {"revenue": millions, "profit": millions, "margin": percent_1},
    {
        "margin": lambda v: v["profit"] * 100 / v["revenue"],
        "profit": lambda v: v["margin"] * v["revenue"] / 100,
        "revenue": lambda v: v["profit"] * 100 / v["margin"],
    },
    (
        "Revenue was {revenue} and operating profit {profit}, an operating margin of {margin}.",
        "Operating profit was {profit} on revenue of {revenue}, an operating margin of {margin}.",
    ),
)

KINDS: dict[str, Callable[[Random, bool], Told]] = {"margin": margin}
