"""Every expression of time in a text: days and periods, ranges, lengths of time and ages, each where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from factcheck.dates.days import DAY_NAMES, MONTHS
from factcheck.dates.lengths import HEDGING, NUMBERS, OWNERS, UNITS, age, duration
from factcheck.dates.ranges import ranged, since
from factcheck.dates.relative import POINTS, point
from factcheck.dates.spans import SEASONS
from factcheck.dates.tokens import DIGITS, HYPHENS, TENS, Found, Page, by_first_word, first_read, lines
from factcheck.dates.when import Meaning, Time
from factcheck.dates.written import written
from factcheck.patterns import lowered

_READERS = by_first_word(
    (
        (ranged, (DIGITS, "from", "between", *POINTS)),
        (since, ("since",)),
        (age, (DIGITS, "in", "aged", "age", "ages", *NUMBERS)),
        (point, POINTS),
        (duration, (DIGITS, "half", *NUMBERS, *HEDGING)),
    )
)
# what may follow a number that is neither a year nor an ordinal where it begins an expression
_AFTER_NUMBER = frozenset(
    {
        *UNITS,
        *MONTHS,
        *HYPHENS,
        *"./'’",
        *"""to until till til through thru and of in day year half
business working full whole long calendar consecutive straight yo y s h q w bc bce ad ce""".split(),
    }
)
_YEAR = 4  # digits
# one of these, or digits, is in every expression of time
_OTHER = """today tonight yesterday tomorrow weekend weekends aged age ages ago yo noughties tens quarter half q h
thousand nineteen eighteen seventeen twenties thirties forties fifties sixties seventies eighties nineties old ad bc
bce ce"""
_START = itemgetter(0)
_REACH = 7  # words in which one of them follows the first word of an expression
# what follows the commonest words where they begin an expression; digits may follow them all
_AFTER_A = frozenset({*UNITS, "couple", "few", "hundred", "dozen", "half", "full", "whole", "further", "business", "-"})
_AFTER_THE = frozenset({*POINTS, *UNITS, "couple", "noughties", *(f"{word[:-1]}ies" for word in TENS)})
_THEN = {"a": _AFTER_A, "an": _AFTER_A, "the": _AFTER_THE, "in": frozenset({*OWNERS, *NUMBERS, "the", "a", "an"})}
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[0-9]{4}|[0-9](?:s\b|(?:st|nd|rd|th)\b|[-/.–'’h])")
EARLIEST, LATEST = 1000, 3000  # years of articles; the date of another is taken for none
_BRACKETS = {"(": ")", "[": "]"}


_CORE = frozenset({*MONTHS, *SEASONS, *UNITS, *DAY_NAMES, *_OTHER.split()})


def find_times(text: str, today: date | None = None) -> list[Time]:
    """Every expression of time of a text, in order, none overlapping another; ``today`` is the article's date."""
    return Times(text, lowered(text), today).all()


class Times:
    """The expressions of time of a text. Its lines are cut into tokens when they are first asked for."""

    def __init__(self, text: str, low: str, today: date | None = None) -> None:
        """``low`` is the text in lower case, every character in its place; ``today`` is the article's date."""
        self.text = text
        self.low = low
        self.today = today if today and EARLIEST < today.year < LATEST else None
        self.lines = list(lines(text))
        self.pages: dict[int, Page] = {}  # by the line's place

    def all(self) -> list[Time]:
        """Every expression, in order, none overlapping another."""
        may_hold = [k for k, line in enumerate(self.lines) if _may_hold(self.low, *line)]
        return [time for k in may_hold for time in _of_line(self._page(k))]

    def written(self, at: int) -> Time | None:
        """The day, month, year or run of them that is written out at ``at``: "5 July 2024", not "last July"."""
        page = self._page(bisect_right(self.lines, at, key=_START) - 1)
        i = bisect_left(page.starts, at)
        found = written(page, i) if i < page.size and page.starts[i] == at else None
        return _time(page, i, found) if found else None

    def _page(self, k: int) -> Page:
        page = self.pages.get(k)
        if page is None:
            page = self.pages[k] = Page(self.text, self.low, self.lines[k], self.today)
        return page


def _time(page: Page, i: int, found: Found) -> Time:
    start, end = page.starts[i], page.ends[found[0] - 1]
    return Time(start, end, page.text[start:end], found[1])


def _may_hold(low: str, start: int, end: int) -> bool:
    """Whether a line has a word, or digits, of which some are in every expression of time."""
    return not _CORE.isdisjoint(_WORD.findall(low, start, end)) or _DIGITS.search(low, start, end) is not None


def _of_line(page: Page) -> Iterator[Time]:
    words = enumerate(page.words)
    core = [k for k, word in words if word in _CORE or ("0" <= word[:1] <= "9" and _dates(page, k, word))]
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
    return len(word) >= 4 or (page.glued(k + 1) and page.words[k + 1] in _MARKS)


def _read(page: Page, i: int) -> Found | None:
    """What begins at the token ``i``, the reading that says most first."""
    word, after = page.words[i], page.words[i + 1]
    if "0" <= word[0] <= "9":
        if (page.glued(i) and page.words[i - 1] in _INSIDE) or not _may_begin(page, i):
            return None
    elif word not in _READERS or (word in _THEN and not (after in _THEN[word] or "0" <= after[:1] <= "9")):
        return None
    return first_read(page, i, _READERS)


def _may_begin(page: Page, i: int) -> bool:
    """Whether the digits at ``i`` are a year or an ordinal, or what stands behind their number can be of a time."""
    word, at = page.words[i], i + 1
    if len(word) == _YEAR or not word.isdigit():
        return True
    while page.words[at] in _POINTS and page.glued(at) and page.glued(at + 1) and page.words[at + 1].isdigit():
        at += 2
    return page.words[at] in _AFTER_NUMBER or at - i > _DECIMAL


_POINTS = frozenset({".", ","})
_DECIMAL = 3  # tokens of 3.5; 25.12.2023 has more
_MARKS = frozenset({"s", "-", "/", ".", "–", "'", "’", "h"})
_INSIDE = frozenset({".", ",", "£", "$", "€", "#", ":", "/"})


def _lifespan(page: Page, start: int, end: int, means: Meaning) -> Meaning:
    """A range of years or days that fills a bracket is a lifespan: "(1915-2007)"."""
    closed = start > 0 and page.word(end) != "" and _BRACKETS.get(page.word(start - 1)) == page.word(end)
    if means.kind == "range" and means.ends and closed and means.ends[0].kind in ("year", "date"):
        return Meaning("lifespan", means.first, means.last, means.why, ends=means.ends)
    return means
