"""Single days: "5 July 2024", "July 5th", "Thursday the 21st", "2024-07-05", "05/07/2024"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from fractions import Fraction

from factcheck.dates.spans import months_on
from factcheck.dates.tokens import HYPHENS, Found, Page, digits, number, ordinal
from factcheck.dates.when import Meaning
from factcheck.dates.years import COUNTED, LAST, year

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FULL = "january february march april may june july august september october november december".split()
MONTHS = {name: n for n, name in enumerate(_FULL, 1)} | {name[:3]: n for n, name in enumerate(_FULL, 1)} | {"sept": 9}
_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_WORDS_TOO = frozenset({"may", "march", "mar"})  # verbs too, unless something marks them as months
DAY_NAMES = {name: n for n, name in enumerate(WEEKDAYS)} | _SHORT
_POINT, _COMMA = frozenset("."), frozenset(",")
_AFTER = frozenset({"", ".", ",", ";", ":", ")", "(", "-", "–", "|", "at"})  # what a far year may stand before
_DAY, _OF, _ONLY_OF = frozenset({"day"}), frozenset({"of", "in"}), frozenset({"of"})
NO_SUCH_DAY = "there is no such day"
NO_YEAR = "the year is not written"
FAR = 150  # days from the article's date beyond which a day without a year may be of either year
MOST = 39  # "June 69" may be a year's
EITHER = "day and month could be exchanged"
_YEAR_FIRST = re.compile(r"([1-9][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9]|[-/.][0-9])")
_YEAR_LAST = re.compile(
    r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([12][0-9]{3}|(?<=/|(?<=[0-9]{2}[.][0-9]{2})[.])[0-9]{2})(?![0-9]|[-/.][0-9])"
)


def weekday(page: Page, i: int) -> tuple[int, int] | None:
    """A weekday's name at ``i``, and where it ends. Short names only before a date, or with a full stop."""
    found = DAY_NAMES.get(page.word(i))
    if found is None:
        return None
    at = page.skip(i + 1, _POINT) if page.word(i) in _SHORT else i + 1
    return at, found


def month(page: Page, i: int) -> tuple[int, int] | None:
    """A month's name at ``i`` (full stop included), and where it ends."""
    found = MONTHS.get(page.word(i))
    if found is None:
        return None
    short = page.word(i) not in _FULL
    return (page.skip(i + 1, _POINT) if short else i + 1), found


def sure_month(page: Page, i: int) -> bool:
    """Whether the month's name at ``i`` cannot be another word: not "may" or "march" written small."""
    return page.word(i) not in _WORDS_TOO or page.capital(i)


def of_day(page: Page, day: int, in_month: int, in_year: int | None, name: str = "") -> Meaning:
    """What a day means: without a year it is the one nearest to the article's date, where that is known."""
    longest = monthrange(in_year or 2000, in_month)[1] if 1 <= in_month <= 12 else 0
    parts = {"day": day, "month": in_month, "year": in_year, "weekday": name}
    if not 1 <= day <= longest:
        return Meaning("date", why=NO_SUCH_DAY, **parts)  # type: ignore[arg-type]
    if in_year is not None:
        this = date(in_year, in_month, day)
        return Meaning("date", this, this, **parts)  # type: ignore[arg-type]
    if page.today is None:
        return Meaning("date", why=NO_YEAR, **parts)  # type: ignore[arg-type]
    this = nearest(page.today, day, in_month)
    if abs((this - page.today).days) > FAR:
        return Meaning("date", why=NO_YEAR, **parts)  # type: ignore[arg-type]
    return Meaning("date", this, this, "the year is that nearest to the article's date", **parts)  # type: ignore[arg-type]


def nearest(today: date, day: int, in_month: int) -> date:
    """The day of that name nearest to today (29 February: of a leap year)."""
    near = [y for y in range(today.year - 4, today.year + 5) if 0 < y < 9999 and day <= monthrange(y, in_month)[1]]
    return min((date(y, in_month, day) for y in near), key=lambda d: (abs((d - today).days), d))


def single_day(page: Page, i: int) -> Found | None:
    """A day of the calendar at ``i``, with its weekday if that stands before it."""
    step = page.word(i) in ("this", "next", "last", "past", "on")
    named = weekday(page, i + step) if page.word(i) != "on" else None
    if named is None:
        return dated(page, i, "") or _bare_number(page, i)
    at = named[0]
    while page.word(at) in (",", "the", "on", "-", "–", "—", "("):
        at += 1
    found = dated(page, at, WEEKDAYS[named[1]]) or _numbered(page, named[0], WEEKDAYS[named[1]])
    if found and "(" in page.words[named[0] : at]:
        return (found[0] + 1, found[1]) if page.word(found[0]) == ")" else None
    return found


def _numbered(page: Page, i: int, name: str) -> Found | None:
    """``Thursday the 21st``: a day whose month is not written."""
    found = ordinal(page, i + 1) if page.word(i) == "the" else None
    if found is None or not 1 <= found[1] <= 31 or page.word(found[0]) in ("of", "day"):
        return None
    return found[0], Meaning("date", why="the month is not written", day=found[1], weekday=name)


def _bare_number(page: Page, i: int) -> Found | None:
    """``on the 27th.``, ``the 20th of next month``: a day of a month that is not written, or told from another."""
    at = page.skip(i, frozenset({"on"}))
    the = page.word(at) == "the"
    at += the
    found = ordinal(page, at) if page.word(at)[:1].isdigit() else None
    if found is None or not 1 <= found[1] <= 31 or page.word(i) == "on":
        return None
    end = page.skip(found[0], _OF)
    if page.word(end) in ("this", "next", "last") and page.word(end + 1) == "month" and page.today:
        first = months_on(page.today.replace(day=1), {"this": 0, "next": 1, "last": -1}[page.word(end)])
        return end + 2, of_day(page, found[1], first.month, first.year)
    alone = (page.word(end) or ".")[0] in ".!?;,)\n" and (the or page.word(i - 1) == "on")
    return (end, Meaning("date", why="the month is not written", day=found[1])) if alone else None


def dated(page: Page, i: int, name: str) -> Found | None:
    """A day and its month at ``i``, the weekday ``name`` standing before it ("" for none)."""
    return _in_numbers(page, i, name) or _day_first(page, i, name) or _month_first(page, i, name)


def day_number(page: Page, i: int) -> tuple[int, int, bool] | None:
    """The number of a day at ``i``: where it ends, the number, and whether it is an ordinal."""
    found = ordinal(page, i)
    if found is not None:
        return *found, True
    value = digits(page, i, 2)
    return (i + 1, value, False) if value else None


def _day_first(page: Page, i: int, name: str) -> Found | None:
    """``5 July 2024``, ``the fourth of May``, ``10-June-2020``."""
    found = day_number(page, i)
    if found is None:
        return None
    at = page.skip(page.skip(found[0], _DAY), _OF if found[2] else _ONLY_OF)
    at = at + 1 if page.word(at) == "." and page.glued(at) and page.word(at + 1) in MONTHS else at
    at = at + 1 if page.word(at) in HYPHENS and page.glued(at) else at
    in_month = month(page, at)
    if in_month is None or not (sure_month(page, at) or found[2]):
        return None
    end, in_year = _year_after(page, in_month[0], name)
    return _day(page, (end, found[1], in_month[1], in_year), found[2] or _dating(page, i), name)


def _month_first(page: Page, i: int, name: str) -> Found | None:
    """``July 5, 2024``, ``May the eleventh``, ``Jan twenty-two``."""
    in_month = month(page, i)
    if in_month is None:
        return None
    at = in_month[0]
    while page.word(at) in (",", "-", "–", "/", "the") and at < in_month[0] + 2:
        at += 1
    found = day_number(page, at) or _day_in_words(page, at)
    if found is None or not (sure_month(page, i) or found[2]) or _counts(page, found[0], at):
        return None
    end, in_year = _year_after(page, found[0], name)
    return _day(page, (end, found[1], in_month[1], in_year), found[2] or _dating(page, i), name)


def _day_in_words(page: Page, i: int) -> tuple[int, int, bool] | None:
    found = None if page.word(i).isdigit() else number(page, i)
    if found is None or found[1] != found[2] or found[1] not in range(1, 32) or page.word(i) in ("a", "an"):
        return None
    return found[0], int(Fraction(found[1])), True


def _counts(page: Page, end: int, at: int) -> bool:
    """Whether the number behind a month counts something, or is part of one: "May 20 votes", "May 15,641"."""
    after = page.word(end)
    if page.glued(end) and (after == "%" or _goes_on(page, end)):
        return True
    return after in COUNTED or after in ("per", "percent", "million", "seats") or not page.word(at)


def _goes_on(page: Page, end: int) -> bool:
    """Whether more digits, or a word after a hyphen, are part of a number: "15,641", "8:30", "20-year"."""
    mark, after = page.word(end), page.word(end + 1)
    if not page.glued(end + 1):
        return False
    if mark in HYPHENS:
        return after.isalpha() and after not in MONTHS
    return mark in (",", ".", ":") and after[:1].isdigit() and len(after) != 4


def _year_after(page: Page, i: int, name: str) -> tuple[int, int | None]:
    """The year written behind a day, and where the date ends; with a weekday before it any four digits are one."""
    at = i
    while page.word(at) in (",", "of", "in", "-", "–") and at < i + 2:
        at += 1
    if page.word(i) == "in" and at == i + 1 and page.word(at).isdigit() is False:
        return i, None
    found = year(page, at)
    far = digits(page, at, 4)
    if found is None and far and len(page.word(at)) == 4 and (name or (far > LAST and page.word(at + 1) in _AFTER)):
        return at + 1, far
    return found if found else (i, None)


def _dating(page: Page, i: int) -> bool:
    """Whether the word before says that a date follows: "on 31 June"."""
    return page.word(i - 1) in ("on", "by", "until", "till", "before", "after", "since")


def _day(page: Page, found: tuple[int, int, int, int | None], marked: bool, name: str) -> Found | None:
    """A day, or that there is no such day where the words leave no doubt that a day is meant."""
    end, day, in_month, in_year = found
    meaning = of_day(page, day, in_month, in_year, name)
    if meaning.why == NO_SUCH_DAY and not (name or in_year is not None or (marked and day <= MOST)):
        return None
    return end, meaning


def _in_numbers(page: Page, i: int, name: str) -> Found | None:
    """``2024-07-05``, ``05/07/2024``, ``2019-Sep-1``; day before month unless only the other way is possible."""
    if not page.word(i).isdigit():
        return None
    start = page.starts[i]
    if match := _YEAR_FIRST.match(page.low, start):
        return _past(page, i, match.end()), of_day(page, int(match[4]), int(match[3]), int(match[1]), name)
    if match := _YEAR_LAST.match(page.low, start):
        return _past(page, i, match.end()), _either(page, match, name)
    if len(page.word(i)) == 4 and page.word(i + 1) in ("-", "/") and (found := month(page, i + 2)):
        day = digits(page, found[0] + 1, 2) if page.word(found[0]) == page.word(i + 1) else None
        return None if not day else (found[0] + 2, of_day(page, day, found[1], int(page.word(i)), name))
    return None


def _either(page: Page, match: re.Match[str], name: str) -> Meaning:
    a, b, in_year = int(match[1]), int(match[3]), int(match[4])
    in_year += 0 if in_year >= 100 else 2000 if in_year < 70 else 1900
    readings = {(m.day, m.month): m for m in (of_day(page, a, b, in_year, name), of_day(page, b, a, in_year, name))}
    possible = [m for m in readings.values() if m.first]
    if len(possible) == 1:
        return possible[0]
    return Meaning("date", why=EITHER if possible else NO_SUCH_DAY, weekday=name)


def _past(page: Page, i: int, offset: int) -> int:
    """The first token at or after an offset of the text."""
    while i < page.size and page.starts[i] < offset:
        i += 1
    return i
