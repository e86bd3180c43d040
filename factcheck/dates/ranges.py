"""Runs of days told by their two ends: "from 1960 to 1975", "12-15 August", "2012-13", "since 1997"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.dates.days import NO_SUCH_DAY, day_number, month, of_day, single_day, sure_month, weekday
from factcheck.dates.relative import point
from factcheck.dates.spans import month_span, years_span
from factcheck.dates.tokens import Found, Page, digits, ordinal
from factcheck.dates.when import Meaning
from factcheck.dates.years import of_year, year

_DASH = frozenset("-–—")
_TO = frozenset({"to", "until", "till", "til", "through", "thru"}) | _DASH
_JOINED, _THE = _TO | {"and", "or"}, frozenset({"the"})
_NOW = {"now": 1, "today": 1, "present": 1, "date": 1}


def ranged(page: Page, i: int) -> Found | None:
    """A range at ``i``."""
    if page.word(i) == "from":
        return _between(page, i + 1, _TO, opened=True)
    if page.word(i) == "between":
        return _between(page, i + 1, frozenset({"and", "through"}) | _DASH, opened=True)
    return in_month(page, i) or _between(page, i, _TO, opened=False)


def since(page: Page, i: int) -> Found | None:
    """``since 1997``: from then to the article's date."""
    if page.word(i) != "since":
        return None
    found = point(page, page.skip(i + 1, frozenset({"the"}))) or point(page, i + 1)
    if found is None or found[1].first is None:
        return None
    end, start = found
    last = page.today if page.today and start.first and start.first <= page.today else None
    return end, Meaning(
        "since", start.first, last, "" if last else "the article's date is not known", ends=(start, _day(last))
    )


def _day(day: date | None) -> Meaning:
    return Meaning("date", day, day)


def _between(page: Page, i: int, joints: frozenset[str], *, opened: bool) -> Found | None:
    """``A to B``, where A may lack what B says: "4 to 22 January", "May to October 1999"."""
    first = span_of_years(page, i) if not opened else None
    if first is not None:
        return first
    start = _start(page, i, opened)
    if start is None:
        return None
    at, a = start
    if page.word(at) not in joints or (page.word(at) in ("-", "–") and not opened and not _may_join(page, at, a)):
        return None
    b = _end(page, at + 1, a)
    return _joined(page, a, b) if b else None


def _may_join(page: Page, at: int, a: Meaning) -> bool:
    """Whether a dash joins two dates: between two years it stands close, or with a blank on both sides."""
    return a.kind != "year" or page.glued(at) == page.glued(at + 1)


def _start(page: Page, i: int, opened: bool) -> Found | None:
    """The first end: a date, or the number of a day ("4 to 22 January")."""
    if opened and page.word(i) == "now" and page.today:
        return i + 1, _day(page.today)
    found = None if _is_day_number(page, i) else point(page, i)
    if found is not None:
        return found
    named = weekday(page, i)
    if named and (number := ordinal(page, named[0])):
        return number[0], Meaning("day", day=number[1])
    found_day = ordinal(page, i) if opened else None
    number_of_day = digits(page, i, 2)
    if number_of_day is not None:
        return i + 1, Meaning("day", day=number_of_day)
    return (found_day[0], Meaning("day", day=found_day[1])) if found_day else None


def _is_day_number(page: Page, i: int) -> bool:
    return digits(page, i, 2) is not None and page.word(i + 1) in _TO | {"and"}


def _end(page: Page, i: int, a: Meaning) -> Found | None:
    """The last end; the article's day for "now"; after a day's number a day of a month must follow."""
    at = page.skip(i, frozenset({"the"}))
    if page.word(at) in _NOW and page.today and a.kind != "day":
        return at + 1, _day(page.today)
    if a.kind == "day" and (later := _of_this_month(page, i)):
        return later
    if a.day and a.month and (number := digits(page, i, 2)) and not month(page, i + 1) and number <= 31:
        found = year(page, page.skip(i + 1, frozenset({","})))
        return (found[0] if found else i + 1), of_day(page, number, a.month, found[1] if found else a.year)
    found_point = point(page, i)
    if found_point and a.kind == "year" and found_point[1].kind == "year" and page.word(i) == "the":
        return None
    return found_point


def _of_this_month(page: Page, i: int) -> Found | None:
    """``22 this month``, ``23 of next month``: a day by its number, of a month told from the article's."""
    number = digits(page, i, 2)
    whole = point(page, page.skip(i + 1, frozenset({"of", "in"}))) if number else None
    if whole is None or whole[1].kind != "month" or whole[1].first is None:
        return None
    first = whole[1].first
    return whole[0], of_day(page, number or 0, first.month, first.year)


def days_in_a_row(page: Page, i: int) -> Found | None:
    """``12-15 August 2021``, ``12th and 13th of August``: two numbers of days, and then their month."""
    number = day_number(page, i)
    if number is None or page.word(number[0]) not in _JOINED:
        return None
    at = page.skip(number[0] + 1, _THE)
    last = point(page, at) if page.word(at)[:1].isdigit() else None
    return _joined(page, Meaning("day", day=number[1]), last) if last else None


def _joined(page: Page, a: Meaning, b: Found) -> Found | None:
    """The range of two ends, the first completed by what the second says."""
    end, last = b
    first = _completed(page, a, last)
    if NO_SUCH_DAY in (last.why, first.why if first else ""):
        return None
    if first is None or first.first is None or last.last is None:
        whys = [m.why for m in (first, last) if m is not None and m.first is None]
        meant = whys and (first or a.kind != "day")
        return (end, Meaning("range", why=whys[0], ends=(first or a, last))) if meant else None
    if first.year is None and last.year is None and last.last < first.first:
        last = _following(page, last, first.first)
    if last.last is None or last.last < first.first:
        return None
    return end, Meaning("range", first.first, last.last, last.why or first.why, ends=(first, last))


def _completed(page: Page, a: Meaning, b: Meaning) -> Meaning | None:
    """The first end with the month and year of the second, where it has none of its own."""
    if a.kind == "day":
        return (
            of_day(page, a.day or 0, b.month, b.year or (b.first.year if b.first else None))
            if b.month and b.day
            else None
        )
    if a.kind in ("date", "month") and a.month and a.year is None and (b.year or b.first):
        in_year = b.year or (b.first.year if b.first else 0)
        in_year -= bool(b.month) and (a.month, a.day or 0) > (b.month or 0, b.day or 31)
        return _in_year(page, a, in_year)
    return a


def _in_year(page: Page, a: Meaning, in_year: int) -> Meaning:
    if a.day and a.month:
        return of_day(page, a.day, a.month, in_year, a.weekday)
    span = month_span(in_year, a.month or 1)
    return replace(a, first=span[0], last=span[1], why="")


def _following(page: Page, last: Meaning, first: date) -> Meaning:
    return _in_year(
        page, last, first.year if (last.month or 0, last.day or 31) >= (first.month, first.day) else first.year + 1
    )


def span_of_years(page: Page, i: int) -> Found | None:
    """``1915-2007``, ``2012-13``, ``1999/2000``."""
    first = digits(page, i, 4)
    if first is None or not 1000 <= first <= 2199 or page.word(i + 1) not in _DASH | {"/"}:
        return None
    until = digits(page, i + 2, 4)
    size = len(page.word(i + 2))
    close = page.glued(i + 1) and page.glued(i + 2)
    if until is None or size not in (2, 4) or (size == 2 and not close) or (page.word(i + 1) == "/" and not close):
        return None
    if page.glued(i + 3) and (page.word(i + 3) in _DASH | {"/", "%"} or page.word(i + 3).isalpha()):
        return None
    last = until if size == 4 else first - first % 100 + until
    last += 100 if last < first and size == 2 and last % 100 == 0 else 0
    if not (first < last <= first + 120 if size == 2 else first <= last <= 2199):
        return None
    kind = "range" if size == 4 or last != first + 1 else "season"
    return i + 3, Meaning(kind, *years_span(first, last), ends=(of_year(first), of_year(last)))


def in_month(page: Page, i: int) -> Found | None:
    """``November 19-20``, ``July 5 to 7, 2024``, ``November between 19 and 20``."""
    found = month(page, i)
    if found is None or not sure_month(page, i):
        return None
    at = page.skip(found[0], frozenset({"from", "between"}))
    a, b = digits(page, at, 2), digits(page, at + 2, 2)
    if (
        not a
        or not b
        or page.word(at + 1) not in _TO | {"and"}
        or not a < b <= 31
        or (page.glued(at + 3) and page.word(at + 3) in ":%")
    ):
        return None
    if (page.word(at + 1) == "and" and at == found[0]) or page.word(at + 2)[0] == "0" or single_day(page, at + 2):
        return None
    beside = year(page, page.skip(at + 3, frozenset({","})))
    in_year = beside[1] if beside else None
    ends = of_day(page, a, found[1], in_year), of_day(page, b, found[1], in_year)
    end = beside[0] if beside else at + 3
    return end, Meaning("range", ends[0].first, ends[1].last, ends[1].why, ends=ends)
