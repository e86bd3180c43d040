"""Wholes and their parts, shares of one question, what is counted out, what is told twice, and orders."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from drawn.relation import Relation, Told, exact, hedged, rounded

PARTS = ("men", "women", "children")
PLACES = ("Leeds", "York", "Hull", "Derby", "Luton", "Bath", "Truro", "Wigan", "Crewe", "Ripon")
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _people(dice: Random) -> dict[str, Fraction]:
    made = {name: Fraction(dice.randint(20, 900)) for name in PARTS}
    return {**made, "total": sum(made.values(), Fraction(0))}


breakdown = Relation(
    _people,
    dict.fromkeys(PARTS, exact) | {"total": hedged},
    {
        "total": lambda v: v["men"] + v["women"] + v["children"],
        "men": lambda v: v["total"] - v["women"] - v["children"],
        "women": lambda v: v["total"] - v["men"] - v["children"],
        "children": lambda v: v["total"] - v["women"] - v["men"],
    },
    (
        "The ferry carried {total} people: {men} men, {women} women and {children} children.",
        "The ferry carried {total} people, comprising {men} men, {women} women and {children} children.",
        "There were {total} people ({men} men, {women} women and {children} children) in the hall.",
    ),
    fits=lambda v: 0.9 <= (v["men"] + v["women"] + v["children"]) / v["total"] <= 1.1,  # else it is no sum of these
)


def _spent(dice: Random) -> dict[str, Fraction]:
    made = {name: Fraction(dice.randint(200, 9_000), 100) for name in ("roads", "rail")}
    return {**made, "total": sum(made.values(), Fraction(0))}


money = Relation(
    _spent,
    dict.fromkeys(("roads", "rail", "total"), rounded(1, "£{}m", cut=False)),
    {
        "total": lambda v: v["roads"] + v["rail"],
        "roads": lambda v: v["total"] - v["rail"],
        "rail": lambda v: v["total"] - v["roads"],
    },
    ("The grants come to {total}: {roads} for roads and {rail} for rail.",),
    most=Fraction(1, 5),
)


def column(dice: Random, true: bool) -> Told:
    """Lines of which the last is the total."""
    parts = [dice.randint(20, 4_000) for _ in range(dice.randint(3, 7))]
    total = sum(parts) + (0 if true else dice.choice((-1, 1)) * dice.randint(1, sum(parts) // 5))
    lines = [f"{place} {part:,}" for place, part in zip(PLACES, parts, strict=False)]
    head = "Offences recorded last year\n" + "\n".join(lines) + "\nTotal "
    return Told(f"{head}{total:,}\n", len(head), len(head) + len(f"{total:,}"))


def _answers(dice: Random) -> dict[str, Fraction]:
    yes, unsure = Fraction(dice.randint(3000, 6000), 100), Fraction(dice.randint(300, 2000), 100)
    return {"yes": yes, "no": 100 - yes - unsure, "unsure": unsure}


whole_percent = rounded(0, "{}%", cut=False)
hundred = Relation(
    _answers,
    dict.fromkeys(("yes", "no", "unsure"), whole_percent),
    {
        "yes": lambda v: 100 - v["no"] - v["unsure"],
        "no": lambda v: 100 - v["yes"] - v["unsure"],
        "unsure": lambda v: 100 - v["yes"] - v["no"],
    },
    ("Asked about it, {yes} said yes, {no} said no and {unsure} did not know.",),
    fits=lambda v: abs(v["yes"] + v["no"] + v["unsure"] - 100) <= 11,  # farther off, several could be chosen
)


def heads(dice: Random, true: bool) -> Told:
    """A share of a few people: only some shares can be."""
    number = dice.randint(7, 19)
    able = {round(Fraction(k * 100, number) + way) for k in range(number + 1) for way in (Fraction(0),)}
    cut = {k * 100 // number for k in range(number + 1)}
    near = {n for p in able | cut for n in (p - 1, p, p + 1)}
    choice = sorted(able - {0, 100}) if true else sorted(set(range(5, 96)) - near)
    if not choice:
        return heads(dice, true)
    head, printed = "The plan was backed by ", f"{dice.choice(choice)}%"
    return Told(f"{head}{printed} of the {number} councillors.", len(head), len(head) + len(printed))


def listing(dice: Random, true: bool) -> Told:
    """So many places announced, so many named."""
    number = dice.randint(4, 9)
    named = dice.sample(PLACES, number)
    printed = WORDS[number if true else number + dice.choice((-1, 1))]
    head = "The ministry said that "
    names = f"{', '.join(named[:-1])} and {named[-1]}"
    form = dice.choice((" towns - {} - were hit hard.", " towns: {}.", " towns ({}) were hit hard."))
    return Told(head + printed + form.format(names), len(head), len(head) + len(printed))


def repeat(dice: Random, true: bool) -> Told:
    """A figure of the headline, and the same in the body."""
    thousand = dice.randint(10, 98) * 1000
    hedge, crowd = dice.choice(
        (("nearly", thousand - dice.randint(1, 240)), ("more than", thousand + dice.randint(1, 900)))
    )
    if true:
        return Told(f"{hedge} {thousand:,} fans at the final\n\nIt was cold.\n\nA crowd of {crowd:,} fans came.")
    digit = str((int(f"{crowd}"[2]) + dice.randint(2, 8)) % 10)
    off = int(f"{crowd}"[:2] + digit + f"{crowd}"[3:])
    head = f"{crowd:,} fans at the final\n\nIt was cold.\n\nA crowd of "
    return Told(f"{head}{off:,} fans came.", len(head), len(head) + len(f"{off:,}"))


def order(dice: Random, true: bool) -> Told:
    """The highest of three, or the record before."""
    first, second, third = sorted((dice.randint(1, 9) * 100 + dice.randint(1, 99) for _ in range(3)), reverse=True)
    if not true:
        first = second - dice.randint(1, max(2, second // 5))
        first -= first % 10 == 0  # a round number may be more than it says
    one, two, three = dice.sample(PLACES, 3)
    head = f"{one} had the highest number of cases, with "
    return Told(f"{head}{first}, followed by {two} on {second} and {three} on {third}.", len(head), len(head) + 3)


KINDS: dict[str, Callable[[Random, bool], Told]] = {
    "breakdown": breakdown,
    "breakdown of money": money,
    "total of a column": column,
    "shares of one question": hundred,
    "share of a few": heads,
    "listing": listing,
    "repeat": repeat,
    "order": order,
}
