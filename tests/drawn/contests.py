"""Contests: majorities, shares, turnout, swing, seats and net changes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from drawn.relation import Relation, Told, exact, hedged, percent_1, rounded


def _votes(dice: Random) -> dict[str, Fraction]:
    second = Fraction(dice.randint(4_000, 18_000))
    majority = Fraction(dice.randint(20, 9_000))
    return {"first": second + majority, "second": second, "majority": majority}


majority = Relation(
    _votes,
    {"first": exact, "second": exact, "majority": hedged},
    {
        "majority": lambda v: v["first"] - v["second"],
        "first": lambda v: v["second"] + v["majority"],
        "second": lambda v: v["first"] - v["majority"],
    },
    (
        "Ann Lee won Thornbury with {first} votes, a majority of {majority} over Raj Patel on {second}.",
        "Ann Lee won Thornbury by {majority} votes, with {first} votes to Raj Patel's {second}.",
        "Ann Lee beat Raj Patel in Thornbury by {first} votes to {second}, a majority of {majority}.",
    ),
    fits=lambda v: v["first"] > v["second"],
)


def _cast(dice: Random) -> dict[str, Fraction]:
    cast = Fraction(dice.randint(25_000, 60_000))
    votes = Fraction(dice.randint(int(cast) // 3, int(cast) // 2))
    return {"cast": cast, "votes": votes, "share": votes * 100 / cast}


share = Relation(
    _cast,
    {"cast": exact, "votes": exact, "share": percent_1},
    {
        "share": lambda v: v["votes"] * 100 / v["cast"],
        "votes": lambda v: v["share"] * v["cast"] / 100,
        "cast": lambda v: v["votes"] * 100 / v["share"],
    },
    ("In Thornbury {cast} votes were cast. Ann Lee won with {votes} votes, or {share} of the vote.",),
)


def _two(dice: Random) -> dict[str, Fraction]:
    cast = dice.randint(25_000, 60_000)
    first = Fraction(dice.randint(cast * 2 // 5, cast // 2))
    second = Fraction(dice.randint(cast // 4, cast // 3))
    return {"first": first, "share": first * 100 / cast, "second": second, "other": second * 100 / cast}


two_shares = Relation(
    _two,
    {"first": exact, "share": percent_1, "second": exact, "other": percent_1},
    {
        "share": lambda v: v["first"] * v["other"] / v["second"],
        "other": lambda v: v["second"] * v["share"] / v["first"],
        "first": lambda v: v["share"] * v["second"] / v["other"],
        "second": lambda v: v["other"] * v["first"] / v["share"],
    },
    ("Ann Lee won Thornbury with {first} votes ({share}), ahead of Raj Patel on {second} ({other}).",),
    fits=lambda v: v["first"] > v["second"] and v["share"] > v["other"] and v["share"] + v["other"] < 100,
)


def _turned_out(dice: Random) -> dict[str, Fraction]:
    electorate = Fraction(dice.randint(55_000, 80_000))
    cast = Fraction(dice.randint(int(electorate) * 2 // 5, int(electorate) * 3 // 4))
    return {"electorate": electorate, "cast": cast, "turnout": cast * 100 / electorate}


turnout = Relation(
    _turned_out,
    {"electorate": exact, "cast": exact, "turnout": rounded(1, "{}%", slack=Fraction(1, 2))},
    {
        "turnout": lambda v: v["cast"] * 100 / v["electorate"],
        "cast": lambda v: v["turnout"] * v["electorate"] / 100,
        "electorate": lambda v: v["cast"] * 100 / v["turnout"],
    },
    ("Turnout in Thornbury was {turnout}. From an electorate of {electorate}, a total of {cast} votes were cast.",),
)


def _swung(dice: Random) -> dict[str, Fraction]:
    up, down = (Fraction(dice.randint(200, 1800), 100) for _ in range(2))
    return {"up": up, "down": down, "swing": (up + down) / 2}


swing = Relation(
    _swung,
    {
        "up": rounded(1, "{}%", cut=False),
        "down": rounded(1, "{}%", cut=False),
        "swing": rounded(1, "{}%", cut=False, slack=Fraction(1)),
    },
    {
        "swing": lambda v: (v["up"] + v["down"]) / 2,
        "up": lambda v: 2 * v["swing"] - v["down"],
        "down": lambda v: 2 * v["swing"] - v["up"],
    },
    (
        "Labour's Ann Lee won Thornbury with 45% of the vote (+{up}), with the Conservative Raj Patel second on 35%"
        " (-{down}), a swing of {swing}.",
    ),
    most=Fraction(1, 2),
)


def _seats(dice: Random) -> dict[str, Fraction]:
    made = {name: Fraction(dice.randint(4, 40)) for name in ("labour", "tory", "liberal")}
    return {**made, "all": sum(made.values(), Fraction(0))}


seats = Relation(
    _seats,
    dict.fromkeys(("labour", "tory", "liberal", "all"), exact),
    {
        "all": lambda v: v["labour"] + v["tory"] + v["liberal"],
        "labour": lambda v: v["all"] - v["tory"] - v["liberal"],
        "tory": lambda v: v["all"] - v["labour"] - v["liberal"],
    },
    (
        "All {all} seats on the council have been declared.\nLabour: {labour} seats\nConservatives: {tory} seats\n"
        "Liberal Democrats: {liberal} seats",
    ),
    fits=lambda v: v["labour"] + v["tory"] + v["liberal"] > v["all"],  # fewer leave room for other parties
)


def _net(dice: Random) -> dict[str, Fraction]:
    lost, net = Fraction(dice.randint(2, 40)), Fraction(dice.randint(2, 90))
    return {"gained": lost + net, "lost": lost, "net": net}


net_change = Relation(
    _net,
    dict.fromkeys(("gained", "lost", "net"), exact),
    {
        "net": lambda v: v["gained"] - v["lost"],
        "gained": lambda v: v["lost"] + v["net"],
        "lost": lambda v: v["gained"] - v["net"],
    },
    ("Labour gained {gained} seats and lost {lost} seats, a net gain of {net}.",),
    fits=lambda v: v["gained"] > v["lost"],
)


def _cut(dice: Random) -> dict[str, Fraction]:
    now, change = Fraction(dice.randint(100, 9_000)), Fraction(dice.randint(100, 9_000))
    return {"before": now + change, "now": now, "change": change}


cut_majority = Relation(
    _cut,
    {"before": exact, "now": exact, "change": hedged},
    {
        "change": lambda v: v["before"] - v["now"],
        "now": lambda v: v["before"] - v["change"],
        "before": lambda v: v["now"] + v["change"],
    },
    ("The majority in Thornbury was cut from {before} to {now}, a fall of {change}.",),
    fits=lambda v: v["before"] > v["now"],
)

KINDS: dict[str, Callable[[Random, bool], Told]] = {
    "majority": majority,
    "share of the vote": share,
    "two shares of the vote": two_shares,
    "turnout": turnout,
    "swing": swing,
    "seats": seats,
    "net change of seats": net_change,
    "change of a majority": cut_majority,
}
