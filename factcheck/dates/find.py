"""Every expression of time in a text: days and periods, ranges, lengths of time and ages, each where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from factcheck.dates.days import DAY_NAMES, MONTHS
from factcheck.dates.lengths import HEDGING, LONGER, NUMBERS, OWNERS, UNITS, age, duration
from factcheck.dates.ranges import ranged, since
from factcheck.dates.relative import POINTS, point
from factcheck.dates.spans import SEASONS
from factcheck.dates.tokens import HYPHENS, NUMBER, NUMERALS, TENS, Found, Page, by_first_word, first_read, lines, sign
from factcheck.dates.when import Meaning, Time
from factcheck.dates.written import written
from factcheck.patterns import lowered, word_of

_READERS = by_first_word(
    (
        (ranged, ("from", "between", *POINTS)),
        (since, ("since",)),
        (age, (*NUMERALS, "in", "aged", "age", "ages", *NUMBERS)),
        (point, POINTS),
        (duration, (*NUMERALS, "half", *NUMBERS, *HEDGING)),
    )
)
# one of these, or digits, is in every expression of time
_OTHER = """today tonight yesterday tomorrow weekend weekends aged age ages ago yo noughties tens quarter half q h
thousand nineteen eighteen seventeen twenties thirties forties fifties sixties seventies eighties nineties old ad bc
bce ce"""
_START = itemgetter(0)
_LONGEST = 60  # characters that hold any date with the word behind it
_REACH = 7  # words in which one of them follows the first word of an expression
# what follows the commonest words where they begin an expression; digits may follow them all
_AFTER_A = frozenset({*UNITS, "couple", "few", "hundred", "dozen", "half", "full", "whole", "further", "business", "-"})
_AFTER_THE = frozenset({*POINTS, *UNITS, "couple", "noughties", *(f"{word[:-1]}ies" for word in TENS)})
_TO = frozenset({"to", "until", "till", "til", "through", "thru", "and", "of", "this", "next", "last"})
_AFTER_NUMBER = frozenset({*MONTHS, *UNITS, *HYPHENS, *_TO, *LONGER, *_OTHER.split(), *"/'’sy", "day"})
_THEN = {
    "a": _AFTER_A,
    "an": _AFTER_A,
    "the": _AFTER_THE,
    "in": frozenset({*OWNERS, *NUMBERS, "the", "a", "an"}),
    "year": frozenset(NUMBERS),
    "at": frozenset({"least"}),
    "up": frozenset({"to"}),
    **dict.fromkeys("'’‘", frozenset[str]()),
}
# digits that a date can begin with: a year, a number with another behind a mark, or one with a month close behind
_DATED = re.compile(
    r"[0-9]{4}(?![0-9])|[0-9]{1,4}(?:[-–/.][0-9]| ?(?:ad|ce|bce?)(?![a-z]))"
    r"|[0-9]{1,2}(?![0-9]).{1,30}?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.DOTALL,
)
EARLIEST, LATEST = 1000, 3000  # years of articles; the date of another is taken for none
_BRACKETS = {"(": ")", "[": "]"}


_CORE = frozenset({*MONTHS, *SEASONS, *UNITS, *DAY_NAMES, *_OTHER.split()})
_MAY_HOLD = re.compile(rf"{word_of(_CORE)}|[0-9](?:[0-9]{{3}}|(?:s|st|nd|rd|th)\b|[-/.–'’h])")


def find_times(text: str, today: date | None = None) -> list[Time]:
    """Every expression of time of a text, in order, none overlapping another; ``today`` is the article's date."""
    return Times(text, lowered(text), today).all()


class Times:
    """The expressions of time of a text."""

    def __init__(self, text: str, low: str, today: date | None = None) -> None:
        """``low`` is the text in lower case, every character in its place; ``today`` is the article's date."""
        self.text = text
        self.low = low
        self.today = today if today and EARLIEST < today.year < LATEST else None
        self._lines = list(lines(text))

    def all(self) -> list[Time]:
        """Every expression, in order, none overlapping another."""
        return list(self)

    def __iter__(self) -> Iterator[Time]:
        for line in self._lines:
            if _MAY_HOLD.search(self.low, *line):
                yield from _of_line(Page(self.text, self.low, line, self.today))

    def written(self, at: int) -> Time | None:
        """The day, month, year or run of them that is written out at ``at``: "5 July 2024", not "last July"."""
        if "0" <= self.low[at] <= "9" and _DATED.match(self.low, at) is None:
            return None
        line, end = self._lines[bisect_right(self._lines, at, key=_START) - 1]
        line = max(line, at - _LONGEST)
        begin = max(line, self.low.rfind(" ", line, max(line, at - 1)) + 1)  # with the word before
        page = Page(self.text, self.low, (begin, min(end, at + _LONGEST)), self.today)
        i = bisect_left(page.starts, at)
        found = written(page, i) if i < page.size and page.starts[i] == at else None
        return _time(page, i, found) if found else None


def _time(page: Page, i: int, found: Found) -> Time:
    start, end = page.starts[i], page.ends[found[0] - 1]
    return Time(start, end, page.text[start:end], found[1])


def _of_line(page: Page) -> Iterator[Time]:
    words = enumerate(page.words)
    core = [k for k, word in words if word in _CORE or ("0" <= word < ":" and _dates(page, k, word))]
    at = 0
    for place in core:
        at = max(at, place - _REACH)
        while at <= place:
            read = _read(page, at)
            if read is None:
                at += 1
                continue
            yield _time(page, at, (read[0], _lifespan(page, at, *read)))
            at = read[0]


def _dates(page: Page, k: int, word: str) -> bool:
    """Whether digits may be a date by themselves: a year, "30s", or numbers with marks between them."""
    mark, after = page.words[k + 1], page.words[k + 2]
    return len(word) >= 4 or (mark in _MARKS and (mark != "." or "0" <= after < ":") and page.glued(k + 1))


def _read(page: Page, i: int) -> Found | None:
    """What begins at the token ``i``, the reading that says most first."""
    word, after = page.words[i], page.words[i + 1]
    if "0" <= word[0] <= "9":
        if sign(word) == NUMBER and not _may_date(page, i + 1):
            return None
        if page.words[i - 1] in _INSIDE and page.glued(i):
            return None
    elif word not in _READERS or (word in _THEN and not (after in _THEN[word] or "0" <= after[:1] <= "9")):
        return None
    return first_read(page, i, _READERS)


def _may_date(page: Page, at: int) -> bool:
    """Whether a number goes on at ``at`` as in an expression of time, its thousands and decimals aside."""
    points = 0
    while points < 2 and page.words[at] in _POINTS and "0" <= page.words[at + 1] < ":":
        at, points = at + 2, points + 1
    behind = page.words[at] if page.words[at] != "." else page.words[at + 1]  # "5. May"
    return points > 1 or behind in _AFTER_NUMBER


_POINTS = frozenset({".", ","})
_MARKS = frozenset({"s", "-", "/", ".", "–", "'", "’", "h"})
_INSIDE = frozenset({".", ",", "£", "$", "€", "#", ":", "/"})


def _lifespan(page: Page, start: int, end: int, means: Meaning) -> Meaning:
    """A range of years or days that fills a bracket is a lifespan: "(1915-2007)"."""
    closed = start > 0 and page.word(end) != "" and _BRACKETS.get(page.word(start - 1)) == page.word(end)
    if means.kind == "range" and means.ends and closed and means.ends[0].kind in ("year", "date"):
        return Meaning("lifespan", means.first, means.last, means.why, ends=means.ends)
    return means
