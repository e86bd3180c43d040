"""Every expression of time in a text: days and periods, ranges, lengths of time and ages, each where it stands."""

from __future__ import annotations

from datetime import date

from factcheck.dates.days import DAY_NAMES, MONTHS
from factcheck.dates.lengths import HEDGING, NUMBERS, UNITS, age, duration
from factcheck.dates.ranges import ranged, since
from factcheck.dates.relative import POINTS, point
from factcheck.dates.spans import SEASONS
from factcheck.dates.tokens import DIGITS, Found, Page, by_first_word, first_read, page_of
from factcheck.dates.when import Meaning, Time

_READERS = by_first_word(
    (
        (ranged, (DIGITS, "from", "between", *POINTS)),
        (since, ("since",)),
        (age, (DIGITS, "in", "aged", "age", "ages", *NUMBERS)),
        (point, POINTS),
        (duration, (DIGITS, "half", *NUMBERS, *HEDGING)),
    )
)
# one of these, or digits, is in every expression of time
_OTHER = """today tonight yesterday tomorrow weekend weekends aged age ages ago yo noughties tens quarter half q h
thousand nineteen eighteen seventeen twenties thirties forties fifties sixties seventies eighties nineties old ad bc
bce ce"""
_REACH = 7  # words in which one of them follows the first word of an expression
_BRACKETS = {"(": ")", "[": "]"}


_CORE = frozenset({*MONTHS, *SEASONS, *UNITS, *DAY_NAMES, *_OTHER.split()})


def find_times(text: str, today: date | None = None) -> list[Time]:
    """Every expression of time of a text, in order, none overlapping another; ``today`` is the article's date."""
    page = page_of(text, today)
    found: list[Time] = []
    core = [k for k, word in enumerate(page.words) if word in _CORE or _dates(page, k, word)]
    at, following = 0, 0
    while at < page.size:
        while following < len(core) and core[following] < at:
            following += 1
        if following == len(core):
            break
        if core[following] - at > _REACH:
            at = core[following] - _REACH
        read = _read(page, at)
        if read is None:
            at += 1
            continue
        end, means = read
        start, stop = page.starts[at], page.ends[end - 1]
        found.append(Time(start, stop, text[start:stop], _lifespan(page, at, end, means)))
        at = end
    return found


def _dates(page: Page, k: int, word: str) -> bool:
    """Whether digits may be a date by themselves: a year, "30s", or numbers with marks between them."""
    if not "0" <= word[:1] <= "9":
        return False
    return len(word) >= 4 or (page.glued(k + 1) and page.words[k + 1] in _MARKS)


def _read(page: Page, i: int) -> Found | None:
    """What begins at the token ``i``, the reading that says most first."""
    if "0" <= page.words[i][0] <= "9" and page.glued(i) and page.words[i - 1] in _INSIDE:
        return None
    return first_read(page, i, _READERS)


_MARKS = frozenset({"s", "-", "/", ".", "–", "'", "’", "h"})
_INSIDE = frozenset({".", ",", "£", "$", "€", "#", ":", "/"})


def _lifespan(page: Page, start: int, end: int, means: Meaning) -> Meaning:
    """A range of years or days that fills a bracket is a lifespan: "(1915-2007)"."""
    closed = start > 0 and page.word(end) != "" and _BRACKETS.get(page.word(start - 1)) == page.word(end)
    if means.kind == "range" and means.ends and closed and means.ends[0].kind in ("year", "date"):
        return Meaning("lifespan", means.first, means.last, means.why, ends=means.ends)
    return means
