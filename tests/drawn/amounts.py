"""Amounts against each other: changes, shares, gaps, units, rates, sums each and averages."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from drawn.relation import Relation, Told, Values, exact, hedged, percent, percent_1, rounded

points = rounded(1, "{} points", cut=False)


def whole(dice: Random, low: int, high: int) -> Fraction:
    return Fraction(dice.randint(low, high))


def _moved(dice: Random) -> dict[str, Fraction]:
    before = whole(dice, 1_000, 99_999)
    now = before + dice.choice((1, -1)) * whole(dice, int(before) // 20, int(before) // 2)
    return {"before": before, "now": now, "ratio": abs(now - before) * 100 / before}


def _differed(dice: Random) -> dict[str, Fraction]:
    made = _moved(dice)
    return {"before": made["before"], "now": made["now"], "change": abs(made["now"] - made["before"])}


def _verb(values: Values) -> dict[str, str]:
    rose = values["now"] > values["before"]
    words = ("rose", "up", "more", "rise") if rose else ("fell", "down", "fewer", "fall")
    return dict(zip(("verb", "up", "more", "rise"), words, strict=True))


def _way(values: Values) -> Fraction:
    return Fraction(1 if values["now"] > values["before"] else -1)


def _by_ratio(dice: Random, true: bool) -> Told:
    """What it was, what it is, and the change in per cent."""
    values = _moved(dice)
    way = _way(values)
    relation = Relation(
        lambda _: values,
        {"before": exact, "now": exact, "ratio": percent_1},
        {
            "ratio": lambda v: way * (v["now"] - v["before"]) * 100 / v["before"],
            "now": lambda v: v["before"] * (1 + way * v["ratio"] / 100),
            "before": lambda v: v["now"] / (1 + way * v["ratio"] / 100),
        },
        (
            "The number of patients {verb} {ratio} to {now} from {before}.",
            "The number of patients {verb} by {ratio}, from {before} to {now}.",
            "There were {now} patients, {up} {ratio} from {before}.",
            "The number of patients {verb} to {now} from {before}, a {rise} of {ratio}.",
        ),
        lambda _: _verb(values),
        lambda v: way * (v["now"] - v["before"]) > 0,
    )
    return relation(dice, true)


def _by_amount(dice: Random, true: bool) -> Told:
    """What it was, what it is, and the change."""
    values = _differed(dice)
    way = _way(values)
    relation = Relation(
        lambda _: values,
        {"before": exact, "now": exact, "change": hedged},
        {
            "change": lambda v: way * (v["now"] - v["before"]),
            "now": lambda v: v["before"] + way * v["change"],
            "before": lambda v: v["now"] - way * v["change"],
        },
        (
            "The number of patients {verb} by {change} to {now} from {before}.",
            "The number of patients {verb} by {change}, from {before} to {now}.",
            "There were {now} patients, {up} {change} from {before}.",
        ),
        lambda _: _verb(values),
        lambda v: way * (v["now"] - v["before"]) > 0,
    )
    return relation(dice, true)


def _money(dice: Random) -> dict[str, Fraction]:
    before = Fraction(dice.randint(200, 99_000), 100)
    now = before * Fraction(dice.randint(105, 150), 100)
    return {"before": before, "now": now, "ratio": (now - before) * 100 / before}


millions = rounded(1, "£{}m", cut=False)

money_change = Relation(
    _money,
    {"before": millions, "now": millions, "ratio": percent_1},
    {
        "ratio": lambda v: (v["now"] - v["before"]) * 100 / v["before"],
        "now": lambda v: v["before"] * (1 + v["ratio"] / 100),
        "before": lambda v: v["now"] / (1 + v["ratio"] / 100),
    },
    ("Turnover grew {ratio} to {now} from {before}.", "Turnover was {now}, up {ratio} from {before} a year earlier."),
    fits=lambda v: v["now"] > v["before"],
)


def _share(dice: Random) -> dict[str, Fraction]:
    all_of_them = whole(dice, 200, 9_999)
    part = whole(dice, int(all_of_them) // 10, int(all_of_them) // 2)
    return {"part": part, "whole": all_of_them, "percent": part * 100 / all_of_them}


_PART_OF = {
    "percent": lambda v: v["part"] * 100 / v["whole"],
    "part": lambda v: v["percent"] * v["whole"] / 100,
    "whole": lambda v: v["part"] * 100 / v["percent"],
}
_SHARES = (
    "The council answered {part} of the {whole} requests, or {percent}.",
    "The council answered {part} out of {whole} requests ({percent}).",
    "The council answered {percent} ({part} of {whole}).",
)
shares = Relation(_share, {"part": exact, "whole": exact, "percent": percent}, _PART_OF, _SHARES)
fine_shares = Relation(_share, {"part": exact, "whole": exact, "percent": percent_1}, _PART_OF, _SHARES)


def _population(dice: Random) -> dict[str, Fraction]:
    people = Fraction(dice.randint(200, 900), 10)
    part = whole(dice, 1_000_000, 9_000_000)
    return {"part": part, "whole": people, "percent": part * 100 / (people * 10**6)}


population = Relation(
    _population,
    {"part": exact, "whole": rounded(1, "{} million"), "percent": percent_1},
    {
        "percent": lambda v: v["part"] * 100 / (v["whole"] * 10**6),
        "part": lambda v: v["percent"] * v["whole"] * 10**4,
    },
    ("The survey counts {part} people, or {percent} of the country's population of {whole}.",),
)


def _gap(dice: Random) -> dict[str, Fraction]:
    first, second = Fraction(dice.randint(4000, 6000), 100), Fraction(dice.randint(2000, 3800), 100)
    return {"first": first, "second": second, "gap": first - second}


gaps = Relation(
    _gap,
    {"first": percent, "second": percent, "gap": rounded(0, "{} points", cut=False)},
    {
        "gap": lambda v: v["first"] - v["second"],
        "first": lambda v: v["second"] + v["gap"],
        "second": lambda v: v["first"] - v["gap"],
    },
    ("She leads her rival by {gap}, {first} to {second}.", "The survey put her ahead by {gap}, {first} to {second}."),
    fits=lambda v: v["first"] > v["second"],
)


def _points(dice: Random) -> dict[str, Fraction]:
    before = Fraction(dice.randint(300, 4000), 100)
    change = Fraction(dice.randint(100, 2000), 100)
    return {"before": before, "change": change, "now": before + change}


points_change = Relation(
    _points,
    {"before": percent_1, "change": rounded(1, "{} percentage points", cut=False), "now": percent_1},
    {
        "change": lambda v: v["now"] - v["before"],
        "now": lambda v: v["before"] + v["change"],
        "before": lambda v: v["now"] - v["change"],
    },
    (
        "Unemployment rose by {change} to {now} from {before}.",
        "Unemployment rose by {change}, from {before} to {now}.",
    ),
    fits=lambda v: v["now"] > v["before"],
)

TIMES = {2: "doubled", 3: "trebled", 4: "quadrupled"}


def times(dice: Random, true: bool) -> Told:
    """Doubled, trebled, quadrupled: give or take a tenth."""
    number = dice.choice(tuple(TIMES))
    before = dice.randint(200, 4_000)
    now = round(before * number * Fraction(dice.randint(92, 108), 100))
    if not true:
        now = round(before * number * Fraction(dice.choice((dice.randint(50, 80), dice.randint(120, 150))), 100))
    head = f"The number of branches {TIMES[number]} from {before:,} to "
    return Told(f"{head}{now:,} in a decade.", len(head), len(head) + len(f"{now:,}"))


# the unit, how many of the other one is, and whether a length, an area, a mass or a speed
PAIRS = (
    ("{} miles", "({}km)", Fraction("1.609344"), "The road is {first} {second} long."),
    ("{}ft", "({}m)", Fraction("0.3048"), "The tower is {first} {second} high."),
    ("{} feet", "({} metres)", Fraction("0.3048"), "The shaft is {first} {second} deep."),
    ("{} acres", "({} hectares)", Fraction("0.40468564224"), "The park covers {first} {second} of the valley."),
    ("{}mph", "({}km/h)", Fraction("1.609344"), "The wind blew at {first} {second} in the night."),
    ("{}lb", "({}kg)", Fraction("0.45359237"), "The bell weighs {first} {second} without its frame."),
    ("{} square miles", "({} sq km)", Fraction("2.589988110336"), "The fire has burnt {first} {second} of forest."),
    ("{} inches", "({}cm)", Fraction("2.54"), "The snow lay {first} {second} deep."),
)


def units(dice: Random, true: bool) -> Told:
    """One quantity in two units."""
    one, other, factor, form = dice.choice(PAIRS)
    relation = Relation(
        lambda dice: {"first": (first := whole(dice, 20, 900)), "second": first * factor},
        {"first": rounded(0, one, cut=False), "second": rounded(0, other, cut=False)},
        {"second": lambda v: v["first"] * factor, "first": lambda v: v["second"] / factor},
        (form,),
    )
    return relation(dice, true)


def rate(dice: Random, true: bool) -> Told:
    """One amount by the year and by the day."""
    year = dice.randint(50, 999)
    day = Fraction(year, 365) if true else Fraction(year, 365) * dice.choice((Fraction(1, 10), 10, 7, 30))
    head, printed = f"The rules will save £{year}m a year, or ", f"£{float(day):.2f}m"
    return Told(f"{head}{printed} a day.", len(head), len(head) + len(printed))


def _each(dice: Random) -> dict[str, Fraction]:
    total, heads = Fraction(dice.randint(1_000, 9_000), 10), whole(dice, 20, 99)
    return {"total": total, "heads": heads, "each": total / heads}


each = Relation(
    _each,
    {"total": rounded(1, "£{}m", cut=False), "heads": rounded(0, "{} million", cut=False), "each": rounded(2, "£{}")},
    {"each": lambda v: v["total"] / v["heads"]},
    ("The {total} that it cost, divided among {heads} people, is {each} each.",),
    most=Fraction(2, 5),
)


KINDS: dict[str, Callable[[Random, bool], Told]] = {
    "percent change": _by_ratio,
    "change": _by_amount,
    "change of money": money_change,
    "share": shares,
    "share to one place": fine_shares,
    "share of a population": population,
    "gap": gaps,
    "percentage points": points_change,
    "times": times,
    "two units": units,
    "rate": rate,
    "each": each,
}
