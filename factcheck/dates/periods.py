"""Months, quarters, halves, seasons and weeks of a year that is named or near: "March 2019", "Q3 this year"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from factcheck.dates.days import MONTHS, month, single_day, sure_month
from factcheck.dates.spans import SEASONS, Span, month_span, season_span, unit_span, week_of, week_span
from factcheck.dates.tokens import (
    HYPHENS,
    LONG,
    NUMERALS,
    ORDINALS,
    PLACE,
    Found,
    Page,
    by_first_word,
    digits,
    first_read,
    ordinal,
)
from factcheck.dates.when import Meaning
from factcheck.dates.years import year

_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "the": 0, "that": 0, "same": 0, "next": 1}
_STEPS |= {"coming": 1, "upcoming": 1, "following": 1}
_JOINTS = frozenset({"of", "in", ","})
_MONTH_YEAR = re.compile(
    r"(?:(1[0-2]|0?[1-9]) ?[-/] ?([12][0-9]{3})|([12][0-9]{3}) ?[-/] ?(1[0-2]|0?[1-9]))(?![0-9]|[-/.][0-9])"
)
FAR_MONTHS = 4  # months from the article's date beyond which a month without a year may be of either year
NEAR = "taken as the one nearest to the article's date"


def year_beside(page: Page, i: int) -> tuple[int, int] | None:
    """The year named behind a part of one: "of 2016", "2016", "this year", "next year"; and where it ends."""
    at = page.skip(i, _JOINTS)
    found = year(page, at)
    if found is not None:
        return found
    at = page.skip(at, frozenset({"the"})) if page.word(at + 1) in _STEPS else at
    if page.word(at) in _STEPS and page.word(at + 1) == "year" and page.today and page.word(at) not in ("the", "same"):
        return at + 2, page.today.year + _STEPS[page.word(at)]
    return None


def _month(page: Page, i: int) -> Found | None:
    """``March 2019``, ``March last year``, ``last March``, ``March``."""
    step = page.word(i) if page.word(i) in ("last", "next", "this") else ""
    at = i + bool(step)
    found = month(page, at)
    if found is None or not (sure_month(page, at) or step):
        return None
    beside = None if step else _year_behind(page, found[0])
    if beside is not None:
        return beside[0], of_month(beside[1], found[1])
    if len(page.word(at)) == 3 and page.word(at) in ("jan", "dec", "sun", "sat", "mar", "may") and not page.capital(at):
        return None
    return found[0], _near_month(page, found[1], step)


def _year_behind(page: Page, i: int) -> tuple[int, int] | None:
    at = page.skip(
        i, frozenset({",", "-", "–", "of"}) if not page.glued(i) or page.word(i) == "," else frozenset({"-", "–"})
    )
    if at == i + 1 and (two := digits(page, i, 2)) and two > 31:
        return i + 1, 1900 + two
    two = digits(page, i, 2)
    if two is not None and two > 31 and not page.glued(i + 1):
        return i + 1, 1900 + two
    return year(page, at) or year_beside(page, i)


def of_month(in_year: int, in_month: int) -> Meaning:
    """A whole month."""
    return Meaning("month", *month_span(in_year, in_month), month=in_month, year=in_year)


def _near_month(page: Page, in_month: int, step: str) -> Meaning:
    """A month without its year: that of "last", "next" or "this", or the one nearest to the article's date."""
    today = page.today
    if today is None:
        return Meaning("month", why="the year is not written", month=in_month)
    over = in_month < today.month
    if step:
        in_year = today.year + {"this": 0, "last": over - 1, "next": in_month <= today.month}[step]
    else:
        near = (today.year + k for k in (-1, 0, 1))
        in_year = min(near, key=lambda y: abs((y - today.year) * 12 + in_month - today.month))
        if abs((in_year - today.year) * 12 + in_month - today.month) > FAR_MONTHS:
            return Meaning("month", why="the year is not written", month=in_month)
    return replace(of_month(in_year, in_month), why="" if step else NEAR, year=in_year if step else None)


def numeric_month(page: Page, i: int) -> Found | None:
    """``11/2016``, ``2016-11`` (but "2009-10" is a span of years)."""
    match = _MONTH_YEAR.match(page.low, page.starts[i]) if page.word(i).isdigit() else None
    if match is None or (i and page.glued(i) and page.word(i - 1) in "-/."):
        return None
    in_month, in_year = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    if (match[3] and len(match[4]) == 2 and in_month == in_year % 100 + 1) or not 1500 <= in_year <= 2199:
        return None
    if match[3] and "/" not in match[0] and in_month > in_year % 100:
        return None  # "2005-12" may be seven years
    return i + 3, of_month(in_year, in_month)


def _quarter(page: Page, i: int) -> Found | None:
    """``Q3 2019``, ``the third quarter of 2019``, ``H1 2019``, ``the first half of 2019``."""
    found = _in_code(page, i) or _named_part(page, i)
    if found is None:
        return None
    end, months, number = found
    beside = year_beside(page, end)
    kind = "quarter" if months == 3 else "half"
    if beside is None and (months == 6 or page.today is None):
        return (end, Meaning(kind, why="the year is not written")) if months == 3 else None
    assert beside is not None or page.today is not None
    in_year = beside[1] if beside else page.today.year if page.today else 0
    span = month_span(in_year, months * (number - 1) + 1, months)
    return (beside[0] if beside else end), Meaning(kind, *span, "" if beside else NEAR)


def _in_code(page: Page, i: int) -> tuple[int, int, int] | None:
    number = digits(page, i + 1, 1) if page.glued(i + 1) else None
    if page.word(i) == "q" and number in (1, 2, 3, 4):
        return i + 2, 3, number
    return (i + 2, 6, number) if page.word(i) == "h" and number in (1, 2) else None


def _named_part(page: Page, i: int) -> tuple[int, int, int] | None:
    at = page.skip(i, frozenset({"the"}))
    found = ordinal(page, at)
    number = found[1] if found else 0
    end = found[0] + (page.word(found[0]) in HYPHENS) if found else at
    if page.word(end) == "quarter" and 1 <= number <= 4:
        return end + 1, 3, number
    if page.word(end) == "half" and number in (1, 2) and page.word(end + 1) in ("of", "this", "last"):
        return end + 1, 6, number
    return None


def _season(page: Page, i: int) -> Found | None:
    """``the summer of 2019``, ``last summer``, ``summer 2016``."""
    step = page.word(i) if page.word(i) in ("last", "next", "this", "the") else ""
    at = i + bool(step)
    season = page.word(at)
    if season not in SEASONS or (season == "fall" and not _fall(page, at)):
        return None
    beside = year_beside(page, at + 1)
    if beside is not None:
        return beside[0], Meaning("season", *season_span(beside[1], season))
    if season in ("spring", "fall") and not step:
        return None
    if page.today is None or step in ("", "the"):
        return at + 1, Meaning("season", why="the year is not written")
    near = [season_span(page.today.year + k, season) for k in (-2, -1, 0, 1, 2)]
    return at + 1, Meaning("season", *_stepped(near, page.today, step))


def _fall(page: Page, at: int) -> bool:
    return year_beside(page, at + 1) is not None and page.word(at + 1) != "in"


def _stepped(spans: list[Span], today: date, step: str) -> Span:
    """Of runs of days in order, the last one over, the next one to begin, or this one."""
    if step == "last":
        return [s for s in spans if s[1] < today][-1]
    if step == "next":
        return next(s for s in spans if s[0] > today)
    return min(
        spans, key=lambda s: 0 if s[0] <= today <= s[1] else min(abs((s[0] - today).days), abs((s[1] - today).days))
    )


def _week(page: Page, i: int) -> Found | None:
    """``the week of 18 July``, ``week commencing 4 February``, ``the last week of July``, ``week 31``."""
    at = page.skip(i, frozenset({"the"}))
    if page.word(at) == "w" and page.word(at + 1) == "/" and page.word(at + 2) == "c":
        return _week_around(page, at + 3)
    if page.word(at) == "week" and page.word(at + 1) in ("of", "commencing", "starting", "beginning", "ending"):
        return _week_around(page, page.skip(page.skip(at + 2, frozenset({"on"})), frozenset({"the"})))
    if page.word(at) == "week" and page.today and (number := digits(page, at + 1, 2)) and 1 <= number <= 53:
        beside = year_beside(page, at + 2)
        in_year = beside[1] if beside else page.today.year
        first = date(in_year, 1, 4)
        monday = first - timedelta(days=first.weekday()) + timedelta(weeks=number - 1)
        return (beside[0] if beside else at + 2), Meaning("week", *week_span(monday))
    return _week_number(page, at)


def _week_around(page: Page, at: int) -> Found | None:
    found = single_day(page, at)
    if found is None:
        return None
    day = found[1].first
    return found[0], Meaning("week", *week_span(day)) if day else Meaning("week", why=found[1].why)


def _week_number(page: Page, at: int) -> Found | None:
    number = -1 if page.word(at) == "last" else ORDINALS.get(page.word(at), 0)
    if not -1 <= number <= 5 or number == 0 or page.word(at + 1) != "week" or page.word(at + 2) not in ("of", "in"):
        return None
    whole = _month(page, at + 3) or _unit_here(page, at + 3)
    if whole is None:
        found = year_beside(page, at + 2)
        whole = (found[0], Meaning("year", date(found[1], 1, 1), date(found[1], 12, 31))) if found else None
    if whole is None or whole[1].first is None or whole[1].last is None:
        return None
    return whole[0], Meaning("week", *week_of((whole[1].first, whole[1].last), number))


def _unit_here(page: Page, i: int) -> Found | None:
    if page.word(i) in ("this", "the") and page.word(i + 1) in ("month", "year") and page.today:
        span = unit_span(page.today, page.word(i + 1))
        return (i + 2, Meaning(page.word(i + 1), *span)) if span else None
    return None


def _year_first(page: Page, i: int) -> Found | None:
    """``2016 November``, ``2016, Nov``, ``2016 Q3``, ``2016 the third quarter``."""
    in_year = digits(page, i, 4)
    if in_year is None or not 1500 <= in_year <= 2199:
        return None
    at = page.skip(i + 1, frozenset({","}))
    found = month(page, at)
    if found and sure_month(page, at) and not (page.word(found[0])[:1].isdigit() or page.word(i - 1) in MONTHS):
        return found[0], of_month(in_year, found[1])
    part = _in_code(page, i + 1) or _named_part(page, i + 1)
    if part is None:
        return None
    span = month_span(in_year, part[1] * (part[2] - 1) + 1, part[1])
    return part[0], Meaning("quarter" if part[1] == 3 else "half", *span)


_STEP_WORDS = ("last", "next", "this")
PARTS = (
    (_month, (*MONTHS, *_STEP_WORDS)),
    (numeric_month, NUMERALS),
    (_quarter, (PLACE, "q", "h", "the", *ORDINALS)),
    (_season, (*SEASONS, *_STEP_WORDS, "the")),
    (_week, ("the", "week", "w", "last", *ORDINALS)),
    (_year_first, (LONG,)),
)
_READERS = by_first_word(PARTS)


def parts(page: Page, i: int) -> Found | None:
    """A month, quarter, half, season or week at ``i``."""
    return first_read(page, i, _READERS)
