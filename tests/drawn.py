"""Honest sentences drawn at random, one kind of relation each: true values, rounded, cut off or hedged, then worded.

``draw(kind, random, slip)`` gives a sentence; with ``slip`` one of its figures is printed far from what is true, and
the second value is that figure as printed. Each kind knows how far off no honest wording would put a figure.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

Drawn = tuple[str, str]  # the sentence, and the figure that is off ("" for none)


def places(value: Fraction, digits: int, rng: Random, cut: bool = True) -> str:
    """A value rounded to so many places, or now and then cut off there."""
    scaled = value * 10**digits
    whole = scaled.__floor__() if cut and rng.random() < 0.2 else (scaled + Fraction(1, 2)).__floor__()
    text = f"{whole:0{digits + 1}d}" if digits else f"{whole:,}"
    return f"{text[:-digits]}.{text[-digits:]}" if digits else text


def movement(rng: Random, slip: bool) -> Drawn:
    before = rng.randint(1_000, 99_999)
    now = before + rng.randint(before // 20, before // 2) * rng.choice((1, -1))
    ratio = Fraction(abs(now - before) * 100, before) * (2 if slip else 1)
    verb = "rose" if now > before else "fell"
    share = f"{places(ratio, 1, rng)}%"
    forms = (
        f"The number of patients {verb} {share} to {now:,} from {before:,}.",
        f"The number of patients {verb} by {share}, from {before:,} to {now:,}.",
        f"There were {now:,} patients, {'up' if now > before else 'down'} {share} from {before:,}.",
    )
    return rng.choice(forms), share


def breakdown(rng: Random, slip: bool) -> Drawn:
    men, women, children = (rng.randint(20, 400) for _ in range(3))
    whole = men + women + children
    printed = whole + rng.choice((11, 13, 17)) if slip else whole
    forms = (
        f"The ferry carried {printed} people: {men} men, {women} women and {children} children.",
        f"The ferry carried {printed} people, comprising {men} men, {women} women and {children} children.",
    )
    return rng.choice(forms), str(printed)


def share(rng: Random, slip: bool) -> Drawn:
    whole = rng.randint(200, 9_999)
    part = rng.randint(whole // 10, whole // 2)
    percent = Fraction(part * 100, whole) + (20 if slip else 0)
    printed = f"{places(percent, rng.choice((0, 1)), rng)}%"
    forms = (
        f"The council answered {part:,} of the {whole:,} requests, or {printed}.",
        f"The council answered {printed} ({part:,} of {whole:,}).",
    )
    return rng.choice(forms), printed


def gap(rng: Random, slip: bool) -> Drawn:
    first, second = Fraction(rng.randint(4000, 6000), 100), Fraction(rng.randint(2000, 3900), 100)
    printed = f"{places(first - second + (9 if slip else 0), 0, rng, cut=False)} points"
    return f"She leads her rival by {printed}, {places(first, 0, rng)}% to {places(second, 0, rng)}%.", printed


def units(rng: Random, slip: bool) -> Drawn:
    miles = rng.randint(3, 400)
    kilometres = Fraction(miles * 1_609_344, 1_000_000) * (2 if slip else 1)
    printed = f"{places(kilometres, 0, rng, cut=False)}km"
    return f"The road is {miles} miles ({printed}) long.", printed


def rate(rng: Random, slip: bool) -> Drawn:
    year = rng.randint(50, 999)
    day = Fraction(year, 365) * (10 if slip else 1)
    printed = f"£{places(day, 2, rng)}m"
    return f"The rules will save £{year}m a year, or {printed} a day.", printed


def repeat(rng: Random, slip: bool) -> Drawn:
    thousand = rng.randint(10, 98) * 1000
    hedge, crowd = rng.choice(
        (("nearly", thousand - rng.randint(1, 240)), ("more than", thousand + rng.randint(1, 900)))
    )
    if slip:
        digit = str((int(f"{crowd}"[2]) + 3) % 10)
        off = int(f"{crowd}"[:2] + digit + f"{crowd}"[3:])
        return f"{crowd:,} fans at the final\n\nIt was cold.\n\nA crowd of {off:,} fans came.", f"{off:,}"
    return f"{hedge} {thousand:,} fans at the final\n\nIt was cold.\n\nA crowd of {crowd:,} fans came.", ""


KINDS: dict[str, Callable[[Random, bool], Drawn]] = {
    "movement": movement,
    "breakdown": breakdown,
    "share": share,
    "gap": gap,
    "units": units,
    "rate": rate,
    "repeat": repeat,
}


def draw(kind: str, rng: Random, slip: bool = False) -> Drawn:
    """A sentence of a kind; with ``slip`` one figure of it is far off."""
    text, printed = KINDS[kind](rng, slip)
    return text, printed if slip else ""
