"""Lives and spells drawn at random, and told as newspapers tell them: true, or with one figure off by too much."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from drawn.relation import Told

PEOPLE = ("Mary Jones", "Tom Hill", "Ann Lee", "Peter Marsh", "Susan Field")
PLACES = ("Leeds", "Hull", "Cardiff", "Norwich")
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _fill(dice: random.Random, forms: tuple[str, ...], slip: str, **words: str) -> Told:
    """One of the forms with its words; the figure named ``slip`` is found again by its place."""
    form = dice.choice(forms)
    before, _, after = form.partition("{" + slip + "}")
    start = len(before.format(**words))
    return Told(before.format(**words) + words[slip] + after.format(**words), start, start + len(words[slip]))


def _day(dice: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=dice.randrange((last - first + 1) * 365))


def _written(dice: random.Random, day: date) -> str:
    """At the precision that the writer chose: the day, the month or the year."""
    full, short = f"on {day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}"
    return dice.choice((full, short, f"in {day:%B} {day.year}", f"in {day.year}"))


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def ages(dice: random.Random, true: bool) -> Told:
    """Born, died, and the age at death."""
    born = _day(dice, 1900, 1960)
    died = born + timedelta(days=dice.randrange(25 * 365, 99 * 365))
    age = _age(born, died)
    if not true:
        age += dice.choice((-1, 1)) * dice.randint(2, 12)
    forms = (
        "{who} was born {born} in {place}. {he} died {died}, aged {age}.",
        "{who}, who was born {born}, died {died} at the age of {age}.",
        "Born {born} in {place}, {who} died {died} aged {age} after a short illness.",
        "{who} was born in {place} {born} and died {died}, aged {age}.",
    )
    who = dice.choice(PEOPLE)
    he = "He" if who.split()[0] in ("Tom", "Peter") else "She"
    words = {"born": _written(dice, born), "died": _written(dice, died), "age": str(age)}
    return _fill(dice, forms, "age", who=who, he=he, place=dice.choice(PLACES), **words)


def lifespans(dice: random.Random, true: bool) -> Told:
    """A lifespan in brackets and the age at death."""
    born = _day(dice, 1900, 1950)
    died = born + timedelta(days=dice.randrange(30 * 365, 99 * 365))
    age = _age(born, died) + (0 if true else dice.choice((-1, 1)) * dice.randint(2, 12))
    span = dice.choice(
        (f"{born.year}-{died.year}", f"{born.day} {born:%B} {born.year} – {died.day} {died:%B} {died.year}")
    )
    forms = (
        "{who} ({span}) taught chemistry. {who} died aged {age}.",
        "{who} ({span}), who died aged {age}, was a baker.",
    )
    return _fill(dice, forms, "age", who=dice.choice(PEOPLE), span=span, age=str(age))


def ages_now(dice: random.Random, true: bool) -> Told:
    """An age in an article of a known date."""
    today, born = _day(dice, 1995, 2024), _day(dice, 1930, 1975)
    age = _age(born, today) + (0 if true else dice.choice((-1, 1)) * dice.randint(2, 12))
    forms = (
        "Published {today}\n\n{who}, {age}, was born {born} in {place}.",
        "Published {today}\n\nThe winner is {age}-year-old {who}. {who} was born {born}.",
    )
    words = {"today": f"{today.day} {today:%B} {today.year}", "born": _written(dice, born), "age": str(age)}
    return _fill(dice, forms, "age", who=dice.choice(PEOPLE), place=dice.choice(PLACES), **words)


def _years(start: date, end: date, dice: random.Random) -> tuple[int, str]:
    """A length in years as writers give it: cut off, rounded or by the calendar, perhaps hedged."""
    whole = _age(start, end)
    near = round((end - start).days / 365.2425)
    years = dice.choice((whole, near, end.year - start.year))
    hedge = dice.choice(("", "", "about ", "more than " if whole >= years else "nearly "))
    return years, hedge


def spells(dice: random.Random, true: bool) -> Told:
    """A length beside its two ends."""
    start = _day(dice, 1950, 1990)
    end = start + timedelta(days=dice.randrange(3 * 365, 34 * 365))
    years, hedge = _years(start, end, dice)
    if not true:
        years, hedge = max(1, years + dice.choice((-1, 1)) * dice.randint(4, 12)), ""
        years += 9 if abs(years - (end.year - start.year)) < 4 else 0
    shown = WORDS[years] if years <= 12 and dice.random() < 0.5 else str(years)
    span = dice.choice((f"from {start.year} to {end.year}", f"from {start:%B} {start.year} to {end:%B} {end.year}"))
    forms = (
        "{who} was the MP for {hedge}{years} years, {span}.",
        "{who} led the council for {hedge}{years} years {span}.",
        "{span}, for {hedge}{years} years, {who} ran the shop.",
    )
    words = {"hedge": hedge, "years": shown, "span": span}
    return _fill(dice, forms, "years", who=dice.choice(PEOPLE), **words)


def since(dice: random.Random, true: bool) -> Told:
    """A length up to the article's own day."""
    today = _day(dice, 1995, 2024)
    start = today - timedelta(days=dice.randrange(3 * 365, 60 * 365))
    years, _ = _years(start, today, dice)
    if not true:
        years += dice.randint(4, 12)
    forms = (
        "Published {today}\n\nThe party won for the first time in {years} years, since {start}.",
        "Published {today}\n\n{who} has led the club for {years} years, since {start}.",
        "Published {today}\n\n{years} years ago, in {start}, the mill closed.",
    )
    words = {"today": f"{today.day} {today:%B} {today.year}", "years": str(years), "start": str(start.year)}
    return _fill(dice, forms, "years", who=dice.choice(PEOPLE), **words)


def weekdays(dice: random.Random, true: bool) -> Told:
    """A date with its weekday."""
    day = _day(dice, 1800, 2024)
    name = WEEKDAYS[(day.weekday() + (0 if true else dice.randint(1, 6))) % 7]
    forms = ("The trial opened on {name} {date}.", "The ship sailed on {name}, {us}.", "It rained on {date}, a {name}.")
    words = {"date": f"{day.day} {day:%B} {day.year}", "us": f"{day:%B} {day.day}, {day.year}", "name": name}
    return _fill(dice, forms, "name", **words)


def days(dice: random.Random, true: bool) -> Told:
    """Days that there are, and days that there are not."""
    year, month = dice.randint(1900, 2030), dice.randint(1, 12)
    last = monthrange(year, month)[1]
    if true or last == 31:
        day, month = (dice.randint(1, last), month) if true else (31, dice.choice((4, 6, 9, 11)))
    else:
        day = last + 1
    name = f"{date(2000, month, 1):%B}"
    forms = ("The shop closes on {date} {year}.", "It opened on the {date} {year}.")
    return _fill(dice, forms, "date", date=f"{day} {name}", year=str(year))


KINDS: dict[str, Callable[[random.Random, bool], Told]] = {
    "age at death": ages,
    "lifespan": lifespans,
    "age now": ages_now,
    "length of a spell": spells,
    "length until now": since,
    "weekday": weekdays,
    "day of the calendar": days,
}
