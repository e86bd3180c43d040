"""Whether a draft speaks of an event that a table is about: what shows it, and what rules it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date as day
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.tables.events import Event

AFTER = 45  # days after an event in which an article's date speaks for it; later ones look back
HEAD = 300  # characters: what is named here counts three times
SOON = 3  # days in which everybody writes of the event itself
HEARD = 2  # mentions of another kind of election that count; a single one, late, is an aside
LOUD = 4
CERTAIN = 3  # so many people of one race, all of them listed in it, settle the event whatever years are named
ENOUGH = 2
OTHER_KINDS = (
    r"by-?elections?",
    r"(?:local|council|county council|borough|municipal) elections?",
    r"council(?:lor)? by-?elections?",
    r"mayoral (?:election|race|contest)s?",
    r"(?:european|holyrood|senedd|assembly|scottish parliament|state assembly) elections?",
    r"lok sabha",
    r"leadership (?:election|contest|race)",
    r"referendum",
    r"presidential election",
    r"general election",
)


def days_after(event: Event, date: str) -> int | None:
    """How many days after the event an article is dated; None where its date says nothing."""
    try:
        return (day.fromisoformat(date[:10]) - day.fromisoformat(event.date)).days
    except ValueError:
        return None


def ruled_out(event: Event, text: str, date: str) -> bool:
    """Whether a draft cannot be a report of the event: dated otherwise, or more about another kind of election."""
    days = days_after(event, date)
    if days is not None and not 0 <= days <= AFTER:
        return True
    others = _counted(_others(event), text)
    return others >= (LOUD if days is not None and days <= SOON else HEARD) and others > _counted(_own(event), text)


def named(event: Event, text: str, election_year: int) -> bool:
    """Whether the event is named with its year. ``election_year``: the last one that the draft names an election of."""
    low = text.lower()
    year = str(event.year)
    if any(name.lower() in low for name in event.also if year[2:] in name):
        return election_year in (0, event.year)
    return election_year in (0, event.year) and year in low and re.search(_kind(event), low) is not None


def established(
    event: Event, text: str, date: str, election_year: int, latest: int, listed: Callable[[], Sequence[int]]
) -> bool:
    """Whether a draft speaks of the event: by its date, by the event's name and year, or by who stands where.

    ``latest`` is the last year that the draft names at all; ``listed`` counts, for each race of the table that the
    draft names, the people who stand in it by the table. One of them, and their seat, are two exact names; but they may
    be those of many elections, so the last year must be the event's or the one before.
    """
    if ruled_out(event, text, date):
        return False
    if days_after(event, date) is not None or named(event, text, election_year):
        return True
    people = listed()
    if election_year in (0, event.year):
        recent = event.year - 1 <= latest <= event.year
        return sum(people) + (recent and sum(people) > 0) >= ENOUGH
    return max(people, default=0) >= CERTAIN  # "up from 2019" in a report without a date


def plainly(event: Event, text: str, date: str, election_year: int) -> bool:
    """Whether a draft speaks of the event so plainly that its table may be recommended unseen."""
    if election_year != event.year or ruled_out(event, text, date):
        return False
    if days_after(event, date) is not None:
        return re.search(_kind(event), text.lower()) is not None
    return named(event, text, election_year)


def _kind(event: Event) -> str:
    """A pattern for the event's kind: "general election", "general-election"."""
    return r"\b" + r"[\s-]+".join(map(re.escape, event.kind.lower().split())) + r"s?\b"


def _own(event: Event) -> re.Pattern[str]:
    year = event.year
    names = [re.escape(name.lower()) for name in (event.name, *event.also)]
    dated = [rf"(?<!local )(?<!council )\belections?\s+{year}\b", rf"\b{year}\s+elections?\b"]
    return re.compile("|".join([*names, _kind(event), *dated]))


def _others(event: Event) -> re.Pattern[str]:
    own = f"{event.kind} {event.name}".lower()
    return re.compile(r"\b(?:" + "|".join(kind for kind in OTHER_KINDS if not re.search(kind, own)) + r")\b")


def _counted(pattern: re.Pattern[str], text: str) -> int:
    """How often a pattern is found, what stands in the head counting three times."""
    return sum(3 if found.start() < HEAD else 1 for found in pattern.finditer(text.lower()))
