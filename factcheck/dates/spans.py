"""Runs of days: what a month, a quarter, a week or a decade covers, and going so many months on."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from factcheck.dates.when import DAYS, MONTHS, Length

Span = tuple[date, date]
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def month_span(year: int, month: int, months: int = 1) -> Span:
    """So many months from the first of ``month`` on."""
    last_year, last = divmod(year * 12 + month - 2 + months, 12)
    return date(year, month, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


def years_span(first: int, last: int) -> Span:
    """Whole years, both in."""
    return date(first, 1, 1), date(last, 12, 31)


def season_span(year: int, season: str) -> Span:
    """The three months of a season (of the north; "winter 2019" begins in December 2019)."""
    return month_span(year, SEASONS[season], 3)


def week_span(day: date) -> Span:
    """The week from Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_span(day: date) -> Span:
    """The Saturday and Sunday of the week of a day."""
    _, sunday = week_span(day)
    return sunday - timedelta(days=1), sunday


def week_of(span: Span, number: int) -> Span:
    """The week of that number of a month or year (the first has its Thursday in it); -1 is the last."""
    start, end = span
    if number < 0:
        return week_span(end - timedelta(days=(end.weekday() - 3) % 7))
    thursday = start + timedelta(days=(3 - start.weekday()) % 7)
    return week_span(thursday + timedelta(weeks=number - 1))


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month. ``ValueError`` outside the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def later(day: date, length: Length, sign: int) -> date | None:
    """The day that lies a length later (sign 1) or earlier (-1); None where that cannot be told to the day."""
    for part in length.parts():
        number = part.low * sign
        whole = number * MONTHS.get(part.unit, DAYS.get(part.unit, 0))
        if Fraction(whole).denominator != 1 or part.unit not in MONTHS | DAYS:
            return None
        try:
            day = months_on(day, int(whole)) if part.unit in MONTHS else day + timedelta(days=int(whole))
        except (ValueError, OverflowError):
            return None
    return day


def unit_span(day: date, unit: str) -> Span | None:
    """The week, month, quarter, year, decade or century in which a day lies."""
    if unit in ("week", "fortnight"):
        return week_span(day)
    if unit == "weekend":
        return weekend_span(day)
    if unit in ("month", "quarter"):
        size = MONTHS[unit]
        return month_span(day.year, (day.month - 1) // size * size + 1, size)
    if unit in ("year", "decade", "century"):
        size = MONTHS[unit] // 12
        first = day.year // size * size
        return years_span(max(1, first), min(9999, first + size - 1))
    return (day, day) if unit == "day" else None


def part_of(span: Span, part: str) -> Span:
    """The early, middle or late part of a run of days: its halves, or the thirds of a year that begins or ends."""
    start, end = span
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    days = (end - start).days + 1
    if days == 7:
        first, last = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}[part]
        return start + timedelta(days=first), start + timedelta(days=last)
    if part == "mid":
        return start + timedelta(days=days // 3), end - timedelta(days=days // 3)
    half = timedelta(days=15 if months == 1 else days // 2)
    middle = start + half if months % 2 else months_on(start, months // 2)
    return (start, middle - timedelta(days=1)) if part == "early" else (middle, end)
