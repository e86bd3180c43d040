"""Days told from the article's own: "last Tuesday", "two years ago", "next week on Friday", "early next month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.dates.days import DAY_NAMES, WEEKDAYS, month, single_day, weekday
from factcheck.dates.days import MONTHS as MONTH_NAMES
from factcheck.dates.lengths import NUMBERS, length
from factcheck.dates.periods import PARTS, parts
from factcheck.dates.spans import later, month_span, months_on, part_of, unit_span, week_span
from factcheck.dates.tokens import NUMERALS, ORDINALS, PLACE, TENS, Found, Page, by_first_word, first_read
from factcheck.dates.when import DAYS, MONTHS, Length, Meaning
from factcheck.dates.years import YEARS, years

UNKNOWN = "the article's date is not known"
_NAMED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "the": 0, "that": 0, "same": 0, "my": 0}
_STEPS |= {"next": 1, "coming": 1, "upcoming": 1, "following": 1, "rest": 0}
_BACK, _ON = (
    frozenset({"last", "past", "previous", "preceding"}),
    frozenset({"next", "coming", "upcoming", "following"}),
)
_PERIODS = frozenset({"week", "weekend", "fortnight", "month", "year", "decade", "century", "quarter"})
_TENTH = {"early": "early", "mid": "mid", "late": "late", "earlier": "earlier", "later": "later"}
_EDGES = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def _known(page: Page, kind: str, span: tuple[date, date] | None, why: str = "") -> Meaning:
    return Meaning(kind, *span, why=why) if span else Meaning(kind, why=UNKNOWN)


def _single(page: Page, days: int) -> Meaning:
    day = page.today + timedelta(days=days) if page.today else None
    return _known(page, "date", (day, day) if day else None)


def _day(page: Page, i: int) -> Found | None:
    """``today``, ``yesterday``, ``the day before yesterday``, ``the next day``."""
    if page.word(i) in _NAMED:
        return i + 1, _single(page, _NAMED[page.word(i)])
    at = page.skip(i, frozenset({"the"}))
    if page.word(at) == "day" and page.word(at + 2) in ("yesterday", "tomorrow"):
        sign = {"before": -1, "after": 1}.get(page.word(at + 1), 0)
        return (at + 3, _single(page, _NAMED[page.word(at + 2)] + sign)) if sign else None
    if page.word(at) in ("next", "last", "following", "previous") and page.word(at + 1) == "day":
        return at + 2, Meaning("date", why="the day that it is told from is not settled")
    return None


def _some_ago(page: Page, i: int) -> Found | None:
    """``two years ago``, ``three weeks from tomorrow``, ``two days later``, ``in 3 weeks`` is left to the reader."""
    found = length(page, i)
    if found is None:
        return _in_some(page, i)
    at, far = found
    word, after = page.word(at), page.word(at + 1)
    if word == "ago" or (word == "back" and after not in ("in", "to", "at", "on", "home")):
        return at + 1, replace(_told(page, page.today, far, -1), length=far)
    if word in ("later", "earlier", "hence") or (word, after) in (("from", "now"), ("from", "today")):
        known = word in ("hence", "from")
        told = _told(page, page.today if known else None, far, -1 if word == "earlier" else 1)
        return at + 1 + (word == "from"), replace(told, length=far)
    if word in ("from", "after", "before"):
        base = _day(page, at + 1)
        return (base[0], _told(page, base[1].first, far, -1 if word == "before" else 1)) if base else None
    return None


def _in_some(page: Page, i: int) -> Found | None:
    """``in three weeks' time``, ``within 5 days``."""
    if page.word(i) not in ("in", "within"):
        return None
    at = i + 1
    while page.word(at) in ("the",) or page.word(at) in _ON:
        at += 1
    found = length(page, at)
    if found is None:
        return None
    end, far = found
    if page.word(i) == "within" and page.today and (last := later(page.today, far, 1)) and far.unit in MONTHS | DAYS:
        return end, Meaning("range", page.today + timedelta(days=1), last)
    timely = page.word(end) in ("'", "’") and page.word(end + 1) == "time"
    return (end + 2, _told(page, page.today, far, 1)) if timely else None


def _told(page: Page, base: date | None, far: Length, sign: int) -> Meaning:
    """The day that lies so far from another: to the day in days and weeks, to the month or year in those."""
    if far.unit not in MONTHS | DAYS:
        return Meaning("date", why="told in hours")
    if base is None:
        return Meaning("date", why=UNKNOWN if page.today is None else "the day that it is told from is not settled")
    unit = far.rest[-1].unit if far.rest else far.unit
    day = later(base, replace(far, low=far.low), sign)
    if day is None or far.low != far.high:
        return Meaning("date", why="how far is not told exactly")
    slack = {"month": 15, "year": 183, "decade": 1830, "week": 3, "fortnight": 3}.get(unit, 0)
    span = (day - timedelta(days=slack), day + timedelta(days=slack)) if day.year > 10 else (day, day)
    return Meaning("date", *span, why=f"told in {unit}s" if slack else "")


def _last_few(page: Page, i: int) -> Found | None:
    """``the last 20 years``, ``next 3 days``, ``the past few days``, ``the past decade``."""
    at = page.skip(i, frozenset({"the"}))
    if page.word(at) not in _BACK | _ON:
        return None
    sign = -1 if page.word(at) in _BACK else 1
    found = length(page, at + 1)
    if found is None or found[1].unit not in MONTHS | DAYS or not found[1].low:
        return None
    if page.today is None:
        return found[0], Meaning("range", why=UNKNOWN)
    other = later(page.today, found[1], sign)
    if other is None:
        return found[0], Meaning("range", why="how far is not told exactly")
    span = (other, page.today - timedelta(days=1)) if sign < 0 else (page.today + timedelta(days=1), other)
    return found[0], Meaning("range", *span)


def _weekday(page: Page, i: int) -> Found | None:
    """``last Tuesday``, ``Friday next week``, ``next week on Friday``, ``Tuesday``."""
    step = page.word(i) if page.word(i) in ("last", "next", "this", "past", "coming") else ""
    if step and page.word(i + 1) == "week":
        named = weekday(page, page.skip(i + 2, frozenset({"on"})))
        return (named[0], _of_week(page, _STEPS[step], named[1])) if named else None
    at = i + bool(step)
    named = weekday(page, at)
    if named is None or (
        len(page.word(at)) < 5 and page.word(at + 1) != "." and not step and page.word(at) not in ("tues", "weds")
    ):
        return None
    end, day = named
    end = at + 1 if page.word(end - 1) == "." else end
    week = page.skip(end, frozenset({"of"}))
    if page.word(week) in ("next", "last", "this") and page.word(week + 1) == "week":
        return week + 2, _of_week(page, _STEPS[page.word(week)], day)
    return end, _near(page, day, step)


def _of_week(page: Page, step: int, day: int) -> Meaning:
    if page.today is None:
        return Meaning("date", why=UNKNOWN, weekday=WEEKDAYS[day])
    this = week_span(page.today)[0] + timedelta(days=7 * step + day)
    return Meaning("date", this, this, weekday=WEEKDAYS[day])


def _near(page: Page, day: int, step: str) -> Meaning:
    """The weekday before the article's day ("last"), after it ("next"), of its week ("this"), or either."""
    if page.today is None:
        return Meaning("date", why=UNKNOWN, weekday=WEEKDAYS[day])
    if step == "this":
        return _of_week(page, 0, day)
    back = (page.today.weekday() - day) % 7
    before = page.today - timedelta(days=back or 7)
    after = page.today + timedelta(days=7 - back)
    if step:
        one = before if step in ("last", "past") else after
        return Meaning("date", one, one, weekday=WEEKDAYS[day])
    if back == 0:
        return Meaning("date", page.today, page.today, weekday=WEEKDAYS[day])
    return Meaning(
        "date", before, after, f"the {WEEKDAYS[day].title()} before or after the article's date", weekday=WEEKDAYS[day]
    )


def _period(page: Page, i: int) -> Found | None:
    """``last week``, ``the coming month``, ``the year after next``, ``June next year`` is a month's."""
    at = page.skip(i, frozenset({"the", "my"})) if page.word(i + 1) in _STEPS | dict.fromkeys(_PERIODS) else i
    step = page.word(at) if page.word(at) in _STEPS else ""
    unit = page.word(at + bool(step))
    if unit not in _PERIODS or (unit == "quarter" and not step):
        return None
    end = at + bool(step) + 1
    if page.words[end : end + 2] in (["after", "next"], ["after", "the"]):
        return end + (2 if page.word(end + 1) == "next" else 3), _stepped(page, unit, 2)
    if not step and at == i and unit != "weekend":
        return None
    if not step and page.word(i) == "the" and unit != "weekend":
        return None
    if page.word(end) == "of" or page.word(at) == "the" or (page.word(i) == "the" and step == "same"):
        return None
    if unit == "decade" and step in _BACK:
        return end, _ten_years(page)
    return end, _stepped(page, unit, _STEPS.get(step, 0))


def _ten_years(page: Page) -> Meaning:
    """``the last decade``: the ten years up to the article's date."""
    if page.today is None:
        return Meaning("range", why=UNKNOWN)
    return Meaning("range", months_on(page.today, -MONTHS["decade"]), page.today - timedelta(days=1))


def _stepped(page: Page, unit: str, step: int) -> Meaning:
    """The week, month or year that lies so many of its kind on."""
    if page.today is None:
        return Meaning(unit, why=UNKNOWN)
    if unit in ("week", "weekend", "fortnight"):
        day = page.today + timedelta(weeks=step * (2 if unit == "fortnight" else 1))
    else:
        day = months_on(page.today.replace(day=1), MONTHS[unit] * step)
    return _known(page, unit, unit_span(day, unit))


def _edge(page: Page, i: int) -> Found | None:
    """``early 2019``, ``late last month``, ``mid-July``, ``the end of March``, ``earlier this year``."""
    at = page.skip(i, frozenset({"the"}))
    word = page.word(at)
    if (word in _EDGES and page.word(at + 1) in ("of", "next", "last", "this", "march")) or (
        word in _EDGES and month(page, at + 1)
    ):
        whole = _whole(page, page.skip(at + 1, frozenset({"of"})))
        return _cut(page, whole, _EDGES[word]) if whole and at == i else None
    if word not in _TENTH or at > i:
        return None
    at += 1 + (page.word(at + 1) in ("-", "in", "on"))
    whole = _whole(page, at)
    return _cut(page, whole, _TENTH[word]) if whole else None


def _whole(page: Page, i: int) -> Found | None:
    if page.word(i) in ("the", "this") and page.word(i + 1) in _PERIODS:
        return i + 2, _stepped(page, page.word(i + 1), 0)
    return parts(page, i) or _period(page, i) or years(page, i)


def _cut(page: Page, whole: Found, part: str) -> Found | None:
    end, means = whole
    if means.kind in ("range", "date"):
        return None
    if means.first is None or means.last is None:
        return end, replace(means, month=None)
    if part in ("earlier", "later"):
        if page.today is None or not means.first <= page.today <= means.last:
            return None
        return end, Meaning(means.kind, *((means.first, page.today) if part == "earlier" else (page.today, means.last)))
    if means.kind == "year" and part in ("early", "late") and means.year and page.word(end - 2) == "of":
        return end, Meaning("year", *month_span(means.year, 1 if part == "early" else 9, 4))
    if means.kind == "year" and part == "mid" and means.year and page.word(end - 2) == "of":
        return end, Meaning("year", *month_span(means.year, 5, 4))
    return end, Meaning(means.kind, *part_of((means.first, means.last), part))


def _rest(page: Page, i: int) -> Found | None:
    """``the rest of the week``."""
    at = page.skip(i, frozenset({"the"}))
    if page.word(at) != "rest" or page.today is None:
        return None
    at = page.skip(at + 1, frozenset({"of"}))
    at = page.skip(at, frozenset({"the", "this", "my", "current"}))
    span = unit_span(page.today, page.word(at)) if page.word(at) in _PERIODS else None
    return (at + 1, Meaning("range", page.today, span[1])) if span else None


def _nth_weekday(page: Page, i: int) -> Found | None:
    """``the first Friday of July``: the month, since which July is meant is the month's affair."""
    at = page.skip(i, frozenset({"the"}))
    number = -1 if page.word(at) == "last" else ORDINALS.get(page.word(at), 0)
    named = weekday(page, at + 1) if number and number <= 5 else None
    if named is None or page.word(named[0]) not in ("of", "in"):
        return None
    whole = parts(page, named[0] + 1) or _period(page, named[0] + 1)
    if whole is None or whole[1].kind != "month" or whole[1].first is None or whole[1].last is None:
        return (whole[0], Meaning("date", why="the year is not written")) if whole else None
    first, last = whole[1].first, whole[1].last
    day = first + timedelta(days=(named[1] - first.weekday()) % 7 + 7 * (number - 1))
    if number < 0:
        day = last - timedelta(days=(last.weekday() - named[1]) % 7)
    return whole[0], Meaning("date", day, day) if first <= day <= last else Meaning("date", why="there is no such day")


_TOLD = (
    (_day, ("the", "next", "last", "following", "previous", *_NAMED)),
    (_some_ago, (*NUMERALS, "the", *NUMBERS, "in", "within")),
    (_last_few, ("the", *_BACK, *_ON)),
    (_weekday, (*DAY_NAMES, "last", "next", "this", "past", "coming")),
    (_edge, ("the", *_EDGES, *_TENTH)),
    (_rest, ("the", "rest")),
    (_period, ("the", *_STEPS, *_PERIODS)),
    (_nth_weekday, ("the", "last", *ORDINALS)),
)
_DAYS = (
    (single_day, (*NUMERALS, PLACE, "the", "this", "next", "last", "past", *DAY_NAMES, *MONTH_NAMES, *ORDINALS, *TENS)),
)
_READERS = by_first_word((*_DAYS, *_TOLD, *PARTS, *YEARS))
POINTS = tuple(_READERS)


def point(page: Page, i: int) -> Found | None:
    """Any day or run of days at ``i`` that is not told by its two ends; read once."""
    if i not in page.points:
        page.points[i] = first_read(page, i, _READERS)
    return page.points[i]
