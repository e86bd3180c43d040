"""Relations of one desk's own: money, casualties, polls, and the statistics of crime, health and the census."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from drawn.relation import Relation, Told, exact, percent, percent_1, rounded

millions = rounded(0, "£{}m", cut=False)
pence = rounded(1, "{}p", cut=False)


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


def _taxed(dice: Random) -> dict[str, Fraction]:
    tax, net = Fraction(dice.randint(1_000, 9_000), 100), Fraction(dice.randint(5_000, 30_000), 100)
    return {"before": tax + net, "tax": tax, "net": net}


tax = Relation(
    _taxed,
    dict.fromkeys(("before", "tax", "net"), millions),
    {
        "net": lambda v: v["before"] - v["tax"],
        "before": lambda v: v["net"] + v["tax"],
        "tax": lambda v: v["before"] - v["net"],
    },
    ("Pre-tax profit was {before}. A tax charge of {tax} left a profit after tax of {net}.",),
)


def _sold(dice: Random) -> dict[str, Fraction]:
    cost, gross = Fraction(dice.randint(10_000, 50_000), 100), Fraction(dice.randint(5_000, 30_000), 100)
    return {"revenue": cost + gross, "cost": cost, "gross": gross}


gross = Relation(
    _sold,
    dict.fromkeys(("revenue", "cost", "gross"), millions),
    {
        "gross": lambda v: v["revenue"] - v["cost"],
        "revenue": lambda v: v["gross"] + v["cost"],
        "cost": lambda v: v["revenue"] - v["gross"],
    },
    ("Revenue was {revenue} and the cost of sales {cost}, which left a gross profit of {gross}.",),
)


def _halves(dice: Random) -> dict[str, Fraction]:
    first, second = (Fraction(dice.randint(5_000, 30_000), 100) for _ in range(2))
    return {"first": first, "second": second, "year": first + second}


halves = Relation(
    _halves,
    dict.fromkeys(("first", "second", "year"), millions),
    {
        "year": lambda v: v["first"] + v["second"],
        "first": lambda v: v["year"] - v["second"],
        "second": lambda v: v["year"] - v["first"],
    },
    ("First-half revenue was {first} and second-half revenue {second}. Revenue for the year was {year}.",),
)


def _paid(dice: Random) -> dict[str, Fraction]:
    interim, final = Fraction(dice.randint(20, 90), 10), Fraction(dice.randint(50, 190), 10)
    return {"interim": interim, "final": final, "total": interim + final}


dividend = Relation(
    _paid,
    dict.fromkeys(("interim", "final", "total"), pence),
    {
        "total": lambda v: v["interim"] + v["final"],
        "final": lambda v: v["total"] - v["interim"],
        "interim": lambda v: v["total"] - v["final"],
    },
    (
        "The final dividend of {final} a share comes on top of an interim dividend of {interim}, a total dividend of"
        " {total}.",
    ),
)


def _jobs(dice: Random) -> dict[str, Fraction]:
    staff = Fraction(dice.randint(2_000, 60_000))
    cut = Fraction(dice.randint(int(staff) // 30, int(staff) // 4))
    return {"staff": staff, "cut": cut, "share": cut * 100 / staff}


jobs = Relation(
    _jobs,
    {"staff": exact, "cut": exact, "share": percent},
    {
        "share": lambda v: v["cut"] * 100 / v["staff"],
        "cut": lambda v: v["share"] * v["staff"] / 100,
        "staff": lambda v: v["cut"] * 100 / v["share"],
    },
    ("The bank is to cut {cut} jobs, or {share} of its workforce. It employs {staff} people.",),
)


def _valued(dice: Random) -> dict[str, Fraction]:
    shares, price = Fraction(dice.randint(50, 490)), Fraction(dice.choice((119, 250, 365, 412, 575, 830)))
    return {"shares": shares, "price": price, "value": shares * price / 100}


market_value = Relation(
    _valued,
    {"shares": rounded(0, "{}m", cut=False), "price": rounded(0, "{}p", cut=False), "value": millions},
    {
        "value": lambda v: v["shares"] * v["price"] / 100,
        "shares": lambda v: v["value"] * 100 / v["price"],
        "price": lambda v: v["value"] * 100 / v["shares"],
    },
    ("The shares closed at {price}. With {shares} shares in issue the market value is {value}.",),
)


def _vat(dice: Random) -> dict[str, Fraction]:
    before = Fraction(dice.randint(1_010, 9_990))
    return {"before": before, "after": before * Fraction(6, 5), "rate": Fraction(20)}


pounds = rounded(0, "£{}", cut=False)
vat = Relation(
    _vat,
    {"before": pounds, "after": pounds, "rate": percent},
    {
        "after": lambda v: v["before"] * (1 + v["rate"] / 100),
        "before": lambda v: v["after"] / (1 + v["rate"] / 100),
        "rate": lambda v: (v["after"] / v["before"] - 1) * 100,
    },
    ("The boiler costs {before} before VAT, or {after} including VAT. They pay VAT at {rate}.",),
)


def _hurt(dice: Random) -> dict[str, Fraction]:
    dead, injured = Fraction(dice.randint(5, 80)), Fraction(dice.randint(5, 300))
    return {"all": dead + injured, "dead": dead, "injured": injured}


casualties = Relation(
    _hurt,
    dict.fromkeys(("all", "dead", "injured"), exact),
    {
        "all": lambda v: v["dead"] + v["injured"],
        "dead": lambda v: v["all"] - v["injured"],
        "injured": lambda v: v["all"] - v["dead"],
    },
    ("The blast left {all} casualties. It killed {dead} people and injured {injured} people.",),
)


def _opinion(dice: Random) -> dict[str, Fraction]:
    in_favour, opposed = Fraction(dice.randint(3_000, 5_500), 100), Fraction(dice.randint(1_000, 2_900), 100)
    return {"for": in_favour, "against": opposed, "net": in_favour - opposed}


net_approval = Relation(
    _opinion,
    {"for": percent, "against": percent, "net": rounded(0, "+{}", cut=False)},
    {
        "net": lambda v: v["for"] - v["against"],
        "for": lambda v: v["net"] + v["against"],
        "against": lambda v: v["for"] - v["net"],
    },
    (
        "The prime minister's net approval rating is {net}, with {for} approving and {against} disapproving.",
        "Her net satisfaction is {net}, with {for} of voters who approve and {against} who disapprove.",
    ),
    fits=lambda v: v["for"] > v["against"],
)


def _events(dice: Random) -> dict[str, Fraction]:
    people, events = Fraction(dice.randint(50_000, 900_000)), Fraction(dice.randint(1, 19) * 100 + dice.randint(1, 99))
    return {"people": people, "events": events, "rate": events * 100_000 / people}


rate = Relation(
    _events,
    {"people": exact, "events": exact, "rate": rounded(1, "{}")},
    {
        "rate": lambda v: v["events"] * 100_000 / v["people"],
        "events": lambda v: v["rate"] * v["people"] / 100_000,
        "people": lambda v: v["events"] * 100_000 / v["rate"],
    },
    (
        "The city of {people} people had {events} cases last year, or {rate} per 100,000.",
        "There were {events} burglaries in a population of {people}, a rate of {rate} per 100,000 residents.",
    ),
    most=Fraction(1, 5),  # farther off, the rate may be of something else
)


def _nested(dice: Random) -> dict[str, Fraction]:
    share, part = (Fraction(dice.randint(2_000, 9_000), 100) for _ in range(2))
    return {"share": share, "part": part, "all": share * part / 100}


share_of_share = Relation(
    _nested,
    dict.fromkeys(("share", "part", "all"), percent),
    {
        "all": lambda v: v["share"] * v["part"] / 100,
        "part": lambda v: v["all"] * 100 / v["share"],
        "share": lambda v: v["all"] * 100 / v["part"],
    },
    ("Of the {share} who smoke, {part} want to stop, or {all} of all adults.",),
    fits=lambda v: max(v.values()) <= 100,
)

KINDS: dict[str, Callable[[Random, bool], Told]] = {
    "margin": margin,
    "profit before and after tax": tax,
    "gross profit": gross,
    "halves of a year": halves,
    "dividend": dividend,
    "jobs cut": jobs,
    "market value": market_value,
    "VAT": vat,
    "casualties": casualties,
    "net approval": net_approval,
    "rate per 100,000": rate,
    "share of a share": share_of_share,
}
