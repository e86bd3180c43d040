"""Dates as the days that their words allow: at the precision written, never an invented day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.patterns import lazily


@dataclass(frozen=True, slots=True)
class Date:
    """A date at [start, end) of a text. ``first`` and ``last`` are the days it covers, both in; both are None
    when the words do not settle them, and ``why`` says what is missing or wrong."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    kind: str  # date | month | year | season | decade
    why: str = ""


_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
MONTHS = {name[:3]: number for number, name in enumerate((*_FULL, "november", "december"), 1)}
MONTH_NAMES = (*MONTHS, *_FULL, "sept", "november", "december")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}(?![0-9]|[,.][0-9])"
_TAIL = r"(?:st|nd|rd|th)?"
_M = rf"(?P<month>{_MONTH})(?![a-z])\.?"
_ISO = lazily(r"(?P<year>[12][0-9]{3})-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9-])")
_SLASHED = lazily(r"(?P<a>[0-3]?[0-9])([/.])(?P<b>[0-3]?[0-9])\2(?P<year>(?:[12][0-9])?[0-9]{2})(?![0-9/]|[.,][0-9])")
_DAY_FIRST = lazily(
    rf"(?P<day>[0-3]?[0-9]){_TAIL}(?:(?: ?[-–] ?| to | and | or )(?P<until>[0-3]?[0-9]){_TAIL})?"
    rf"(?: day)?(?: of)?[ -]{_M}(?:,?[ -](?:of |in )?(?P<year>{_YEAR}))?"
)
# "May 20 votes" is no day
_MONTHLESS = " (?:per ?cent|percent|votes|people|million|seats|voters)"
_MONTH_FIRST = lazily(
    rf"{_M} (?:the )?(?P<day>[0-3]?[0-9])(?![0-9%]|[.,:][0-9]|-?[a-rt-z]{{3}}|{_MONTHLESS}){_TAIL}"
    rf"(?:[-–](?P<until>[0-3]?[0-9]){_TAIL}(?![0-9]))?(?:,? (?P<year>{_YEAR}))?"
)
_MONTH_YEAR = lazily(rf"{_M},? (?:of )?(?P<year>{_YEAR})")
_SPAN = lazily(r"(?P<year>(?:1[5-9]|20)[0-9]{2})[-–/](?P<until>[0-9]{4}|[0-9]{2})(?![0-9-–/]|[,.][0-9]|%)")
_DECADE = lazily(r"(?P<year>(?:1[5-9]|20)[0-9]0)['’]?s(?![a-z0-9])")
_BARE = lazily(_YEAR)
_SEASON = lazily(rf"(?P<season>spring|summer|autumn|winter)(?: of)? (?P<year>{_YEAR})")
_ANCHOR = lazily(rf"(?<![a-z0-9])(?:[0-9]|(?:{_MONTH}|spring|summer|autumn|winter)(?![a-z]))")
_DAY = lazily(r"[12][0-9]{3}|[/.][0-9]{2}(?![0-9])")  # in every date that is one certain day
_NUMBER = lazily(r"[0-9]+(?:[,.][0-9]+)*")
_NOUNS = """votes vote people voters ballots electors residents supporters members jobs homes houses deaths cases
workers employees students pupils patients soldiers troops signatures
miles metres meters feet kilometres kilometers men women
children pounds dollars euros families victims migrants refugees properties officers more fewer"""
COUNTED = frozenset(_NOUNS.split())
_NOT_A_COUNT = lazily(r"(?:^|[^a-z])(?:in|since|the|of|by|until|from|before|after|for|during|to|at)[ \n]\Z")
_IN_A_ROW = lazily(r" \([0-9]{1,2}(?:\.[0-9]+)?(?:%| ?per ?cent)")  # "Green - 2012 (4.1%)"
_NEXT = lazily(r" ([a-z]+)")


def find_dates(text: str) -> list[Date]:
    """Every date of a text, in order."""
    return list(_scan(text, lowered(text)))


def lowered(text: str) -> str:
    """The text in lower case, every character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _scan(text: str, low: str) -> Iterator[Date]:
    at = 0
    while anchor := _ANCHOR.search(low, at):
        start = anchor.start()
        found = date_at(text, low, start) or year_at(text, low, start)
        if found is not None:
            yield found
            at = found.end
        else:
            number = _NUMBER.match(low, start)
            at = number.end() if number else anchor.end()


def date_at(text: str, low: str, at: int) -> Date | None:
    """The date that starts at ``at`` and says more than a bare year or span of years, if there is one."""
    if not low[at].isdigit():
        return _from_month(text, low, at) or _from_season(text, low, at)
    if match := _DAY_FIRST.match(low, at):
        return _day_first(text, match)
    if match := _ISO.match(low, at):
        return _days(text, match, int(match["number"]))
    if match := _SLASHED.match(low, at):
        return _slashed(text, match)
    return None


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether the month is one: "may" and "march" are words unless written large."""
    return match["month"] not in ("may", "mar", "march") or text[match.start("month")].isupper()


def _day_first(text: str, match: re.Match[str]) -> Date | None:
    if not _named(text, match):
        return None
    return _days(text, match, MONTHS[match["month"][:3]])


def _from_month(text: str, low: str, at: int) -> Date | None:
    if match := _MONTH_YEAR.match(low, at):
        if not _named(text, match):
            return None
        year, month = int(match["year"]), MONTHS[match["month"][:3]]
        last = date(year, month, monthrange(year, month)[1])
        return Date(at, match.end(), match_text(text, match), date(year, month, 1), last, "month")
    match = _MONTH_FIRST.match(low, at)
    if match is None or not _named(text, match) or int(match["day"]) == 0:
        return None
    return _days(text, match, MONTHS[match["month"][:3]])


def _from_season(text: str, low: str, at: int) -> Date | None:
    match = _SEASON.match(low, at)
    if match is None:
        return None
    year, month = int(match["year"]), SEASONS[match["season"]]
    last_year, last_month = (year + 1, 2) if month == 12 else (year, month + 2)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Date(at, match.end(), match_text(text, match), date(year, month, 1), last, "season")


def match_text(text: str, match: re.Match[str]) -> str:
    """The words of the text that were matched in its lower-case twin."""
    return text[match.start() : match.end()]


def _days(text: str, match: re.Match[str], month: int) -> Date | None:
    """The day, or run of days, of a match with groups day, year and perhaps until."""
    parts = match.groupdict()
    day, until = int(parts["day"]), int(parts.get("until") or parts["day"])
    year = int(parts["year"]) if parts["year"] else None
    where = (match.start(), match.end(), match_text(text, match))
    longest = monthrange(year or 2000, month)[1] if 1 <= month <= 12 else 0
    if not 1 <= day <= until <= longest:
        marked = year is not None or match.group()[-2:] in ("st", "nd", "rd", "th")
        return Date(*where, None, None, "date", "there is no such day") if marked and day <= 39 else None
    if year is None:
        return Date(*where, None, None, "date", "the year is not written")
    return Date(*where, date(year, month, day), date(year, month, until), "date")


def _slashed(text: str, match: re.Match[str]) -> Date | None:
    """Day/month/year; month/day/year only when nothing else is possible."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 0 if year >= 100 else 2000 if year < 70 else 1900
    where = (match.start(), match.end(), match_text(text, match))
    readings = {d for d in (_day(year, b, a), _day(year, a, b)) if d is not None}
    if len(readings) == 1:
        only = readings.pop()
        return Date(*where, only, only, "date")
    return Date(*where, None, None, "date", "day and month could be exchanged" if readings else "there is no such day")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_at(text: str, low: str, at: int) -> Date | None:
    """The year, span of years or decade at ``at`` ("2019", "2012-13", "1990s"); None when the number is a count."""
    if match := _SPAN.match(low, at):
        first, until = int(match["year"]), match["until"]
        last = int(until) if len(until) == 4 else first - first % 100 + int(until)
        last += 100 if last < first and last % 100 == 0 else 0
        if first < last <= first + 120:
            return _years(text, match, first, last, "season" if last == first + 1 else "year")
    if match := _DECADE.match(low, at):
        first = int(match["year"])
        return _years(text, match, first, first + (99 if first % 100 == 0 and first < 2000 else 9), "decade")
    match = _BARE.match(low, at)
    if match is None or is_counted(low, at, match.end()) or low[match.end() : match.end() + 1].isalpha():
        return None
    return _years(text, match, int(match.group()), int(match.group()), "year")


def _years(text: str, match: re.Match[str], first: int, last: int, kind: str) -> Date:
    return Date(match.start(), match.end(), match_text(text, match), date(first, 1, 1), date(last, 12, 31), kind)


def is_counted(low: str, start: int, end: int) -> bool:
    """Whether a four-digit number counts the noun after it ("2019 votes"), and does not date it ("the 2019 votes")."""
    if low.startswith(" (", end) and _IN_A_ROW.match(low, end) and low[max(0, start - 2) : start] in ("- ", "– ", ": "):
        return True
    after = _NEXT.match(low, end)
    if after is None or after[1] not in COUNTED:
        return False
    return _NOT_A_COUNT.search(low, max(0, start - 8), start) is None


_DATELINE = lazily(r"[ \t]*date:?[ \t]+(?=[12][0-9]{3}-)")
_LABEL = lazily(
    r"(?:published|posted|first published|date published|date|updated|last updated|last modified)\b[ :]*(?:on )?"
)
_BESIDE = lazily(  # what may stand beside a date on its line: a time, a weekday, marks
    r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})? ?(?:[ap]\.?m\.?)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:gmt|bst|utc|ist|e[sd]t|amt|by|at|on)\b|[\W_]+"
)
_BYLINE = lazily(r"(?:by|author:?) [^0-9]{2,60}[|·•–—-] *")


def article_date(text: str, lines: int = 15) -> date | None:
    """The day an article is dated: a dateline ("date 2024-07-05 ..."), a line "Published 5 July 2024" or one that is
    only a date, among the first lines. Dates in prose never count. The first publication counts before updates."""
    later: date | None = None
    for line in _head(text, lines):
        found = _line_date(line)
        if found is None:
            continue
        day, is_update = found
        if not is_update:
            return day
        later = later or day
    return later


def _head(text: str, lines: int) -> Iterator[str]:
    """The first lines that have words, each cut to 300 characters."""
    at = 0
    while lines and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if line := text[at : min(end, at + 300)].strip():
            lines -= 1
            yield line
        at = end + 1


def _line_date(line: str) -> tuple[date, bool] | None:
    """The day a line gives the article, and whether it speaks of an update."""
    if _DAY.search(line) is None:
        return None
    low = lowered(line)
    found = next((d for d in _scan(line, low) if d.first is not None and d.first == d.last), None)
    if found is None or found.first is None:
        return None
    before, after = low[: found.start], low[found.end :]
    if _DATELINE.fullmatch(before):
        return found.first, False
    label = _LABEL.search(before)
    if label is not None and not _BESIDE.sub("", before[label.end() :]):
        return found.first, "update" in label.group() or "modified" in label.group()
    alone = (_BYLINE.fullmatch(before) or not _BESIDE.sub("", before)) and len(_BESIDE.sub("", after)) <= 3
    return (found.first, False) if alone else None
