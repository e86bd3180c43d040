"""Dates against the calendar, and the day of an election against the article's own date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.check import Conflict, Outcome
from factcheck.claims import Claim, Entity, Source
from factcheck.interval import Verdict
from factcheck.reading.dates import Date, find_dates

WEEKDAY = "core/weekday-off"
ELECTION_DAY = "core/date-off"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BEFORE = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\s*,?\s*(?:the\s+|on\s+)?(?:[-–—]\s*)?$", re.IGNORECASE)
ELECTION = re.compile(r"\belections?\b[^.;\n]{0,40}$", re.IGNORECASE)
ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")
NEAR = 45  # days around an article's date in which the election it reports was held


@dataclass
class Days:
    """The claims about days of one draft, by the place of the date."""

    claims: dict[int, Claim] = field(default_factory=dict)


def check_days(text: str, article: str, outcome: Outcome) -> Days:
    """Check weekdays, and the dates of "the election held on ...", by the calendar and the article's date (ISO)."""
    found = Days()
    published = dt.date.fromisoformat(article) if article else None
    for date in find_dates(text):
        for claim, other, rule in _pairs(date, text, published):
            found.claims[date.start] = claim
            outcome.took_part((claim,), rule)
            if claim.value != other.value:
                outcome.conflicts.append(Conflict(rule, Verdict.INCONSISTENT, (claim, other), root=claim.subject))
    return found


def _pairs(date: Date, text: str, published: dt.date | None) -> Iterator[tuple[Claim, Claim, str]]:
    day = date.first if date.first is not None and date.first == date.last else _this_year(date, published)
    named = BEFORE.search(text, max(0, date.start - 16), date.start)
    if day is not None and named:
        subject = Entity("day", day.isoformat(), date.text)
        said = Source("article", named.start(1), date.end, text[named.start(1) : date.end])
        told = Source("reference", text=WEEKDAYS[day.weekday()], cell=f"the calendar: {day.day} {day:%B %Y}")
        yield (
            _claim(subject, named.group(1).capitalize(), said),
            _claim(subject, WEEKDAYS[day.weekday()], told),
            WEEKDAY,
        )
    elif day is not None and published is not None and day.year != published.year and _held(date, text, published):
        subject = Entity("day", day.isoformat(), "the election")
        said = Source("article", date.start, date.end, date.text)
        told = Source("reference", text=str(published.year), cell=f"the article's own date, {published.isoformat()}")
        yield _claim(subject, str(day.year), said), _claim(subject, str(published.year), told), ELECTION_DAY


def _this_year(date: Date, published: dt.date | None) -> dt.date | None:
    """The day that "4 July" is in an article of a known date: that of its year."""
    if published is None or date.first is not None or date.kind != "date":
        return None
    text = ORDINAL.sub(r"\1", date.text) + f" {published.year}"
    for form in ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _held(date: Date, text: str, published: dt.date) -> bool:
    """Whether a date is that of "the election held on ...", right but for its year."""
    assert date.first is not None
    if not re.search(r"\bon\s+(?:the\s+)?$", text[max(0, date.start - 8) : date.start]) or not ELECTION.search(
        text, max(0, date.start - 60), date.start
    ):
        return False
    try:
        this_year = date.first.replace(year=published.year)
    except ValueError:
        return False
    return abs((published - this_year).days) <= NEAR


def _claim(subject: Entity, value: str, source: Source) -> Claim:
    return Claim(subject, "date", value, source, evidence="clause", why="a date")
