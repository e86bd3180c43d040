"""Dates against the calendar, and the day of an election against the article's own date."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from factcheck.checking.check import Conflict, Outcome
from factcheck.claims import Claim, Entity, Source
from factcheck.dates.days import NO_SUCH_DAY, WEEKDAYS
from factcheck.dates.when import Time
from factcheck.dates.years import LAST
from factcheck.interval import Verdict
from factcheck.patterns import lazily

WEEKDAY = "core/weekday-off"
NO_DAY = "core/no-such-day"
FAR_YEAR = "core/year-off"
ELECTION_DAY = "core/date-off"
AFTER = lazily(r" ?(?:,|\()? ?(?:a |was a |is a |which was a )?(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
DATELINE = lazily(r"\b(?:published|posted|updated|modified|dated?)\b[\s:]*(?:on\s+)?$", re.IGNORECASE)
ELECTION = lazily(r"\belections?\b[^.;\n]{0,40}$", re.IGNORECASE)
NEAR = 45  # days around an article's date in which the election it reports was held
SOON = 120  # days around an article's date in which a day without a year is of the nearest year
GREGORIAN = 1753  # the first year of which every weekday in a British text is of today's calendar


@dataclass
class Days:
    """The claims about days of one draft, by the place of the date."""

    claims: dict[int, Claim] = field(default_factory=dict)


def check_days(text: str, times: Sequence[Time], article: dt.date | None, outcome: Outcome) -> Days:
    """Check that days exist, weekdays, and the dates of "the election held on ...", by the calendar and the article."""
    found = Days()
    years: set[int] = set()  # those that the article has named so far
    for time in times:
        for claim, other, rule in _checks(time, text, article):
            found.claims[claim.source.start if rule in (NO_DAY, FAR_YEAR) else _date_start(time, text)] = claim
            outcome.took_part((claim,), rule)
            if claim.value != other.value and not _of_year(time, claim, years):
                outcome.conflicts.append(Conflict(rule, Verdict.INCONSISTENT, (claim, other), root=claim.subject))
        years |= {m.year for m in (time.means, *(time.means.ends or ())) if m.year}
    return found


def _checks(time: Time, text: str, article: dt.date | None) -> Iterator[tuple[Claim, Claim, str]]:
    """The checks of a date, or of the two ends of a range, each with its weekday."""
    if time.kind == "date":
        yield from _pairs(time, text, article)
    for end in time.means.ends or ():
        if end.kind == "date" and end.weekday and end.first and end.year:
            yield from _weekday(replace(time, means=end), text, end.first)


def _of_year(time: Time, claim: Claim, years: Iterable[int]) -> bool:
    """Whether a date without a year has its weekday in a year that the article named before: "On Saturday 30 July"."""
    means = time.means
    if means.year is not None or not means.day or not means.month:
        return False
    fitting = (y for y in years if y > GREGORIAN and means.day <= monthrange(y, means.month)[1])
    return any(WEEKDAYS[dt.date(y, means.month, means.day).weekday()] == str(claim.value).lower() for y in fitting)


def _date_start(time: Time, text: str) -> int:
    """Where the date itself begins, its weekday aside: the ledger knows it by that place."""
    after = re.compile(r"\s*[A-Za-z]+day,?\s*(?:the |on |[-–—(] ?)?").match(text, time.start)
    return after.end() if after and time.means.weekday else time.start


def _pairs(time: Time, text: str, article: dt.date | None) -> Iterator[tuple[Claim, Claim, str]]:
    means = time.means
    if means.why == NO_SUCH_DAY and means.month and (means.year or GREGORIAN) >= GREGORIAN:
        yield _no_day(time)
    if (
        means.year
        and means.year > LAST
        and (means.weekday or DATELINE.search(text, max(0, time.start - 24), time.start))
    ):
        yield _far_year(time, means.year)
    day = means.first if means.day and means.month and means.first == means.last else None
    if day is None or day.year < GREGORIAN:
        return
    written = means.year is not None
    if written or (article is not None and abs((day - article).days) <= SOON):
        yield from _weekday(time, text, day)
    if written and article is not None and day.year != article.year and _held(time, text, day, article):
        yield _election(time, day, article)


def _weekday(time: Time, text: str, day: dt.date) -> Iterator[tuple[Claim, Claim, str]]:
    """The weekday before a date ("Thursday 5 July"), or behind it ("5 July, a Thursday")."""
    name, end = time.means.weekday, time.end
    if not name and (behind := AFTER.match(text, time.end)):
        name, end = behind.group(1).lower(), behind.end()
    if name:
        subject = Entity("day", day.isoformat(), text[_date_start(time, text) : time.end])
        said = Source("article", time.start, end, text[time.start : end])
        real = WEEKDAYS[day.weekday()].title()
        told = Source("reference", text=real, cell=f"the calendar: {day.day} {day:%B %Y}")
        yield _claim(subject, name.title(), said), _claim(subject, real, told), WEEKDAY


def _no_day(time: Time) -> tuple[Claim, Claim, str]:
    """A day that no month has: "June 31st"."""
    subject = Entity("day", time.text, time.text)
    said = Source("article", time.start, time.end, time.text)
    month = dt.date(time.means.year or 2000, time.means.month or 1, 1)
    longest = monthrange(month.year, month.month)[1]
    told = Source("reference", text=f"{longest} days", cell=f"the calendar: {month:%B}")
    return _claim(subject, str(time.means.day), said), _claim(subject, f"{longest} days", told), NO_DAY


def _far_year(time: Time, year: int) -> tuple[Claim, Claim, str]:
    """A weekday or a dateline in a year that no article is of: "Friday, July 05, 8024"."""
    subject = Entity("day", time.text, time.text)
    said = Source("article", time.start, time.end, time.text)
    told = Source("reference", text=f"up to {LAST}", cell="years that articles tell the weekday of")
    return _claim(subject, str(year), said), _claim(subject, f"up to {LAST}", told), FAR_YEAR


def _election(time: Time, day: dt.date, article: dt.date) -> tuple[Claim, Claim, str]:
    subject = Entity("day", day.isoformat(), "the election")
    said = Source("article", time.start, time.end, time.text)
    told = Source("reference", text=str(article.year), cell=f"the article's own date, {article.isoformat()}")
    return _claim(subject, str(day.year), said), _claim(subject, str(article.year), told), ELECTION_DAY


def _held(time: Time, text: str, day: dt.date, article: dt.date) -> bool:
    """Whether a date is that of "the election held on ...", right but for its year."""
    if not re.search(r"\bon\s+(?:the\s+)?$", text[max(0, time.start - 8) : time.start]) or not ELECTION.search(
        text, max(0, time.start - 60), time.start
    ):
        return False
    try:
        this_year = day.replace(year=article.year)
    except ValueError:
        return False
    return abs((article - this_year).days) <= NEAR


def _claim(subject: Entity, value: str, source: Source) -> Claim:
    return Claim(subject, "date", value, source, evidence="clause", why="a date")


def _cell(other: Claim) -> str:
    return other.source.cell.partition(": ")[2]


# How each law of the calendar is told: the article's claim, and the calendar's or the article's own date.
DAY_MESSAGES: dict[str, Callable[[Claim, Claim], str]] = {
    WEEKDAY: lambda said, other: f"“{said.source.text}”: {said.subject} was a {other.value}",
    NO_DAY: lambda said, other: f"“{said.source.text}”: there is no such day; {_cell(other)} has {other.source.text}",
    FAR_YEAR: lambda said, other: f"“{said.source.text}”: the year {said.value} lies too far ahead to be meant",
    ELECTION_DAY: lambda said, other: (
        f"The election is dated {said.source.text}; {other.source.cell} makes it {other.value}"
    ),
}
