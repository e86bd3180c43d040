"""Years, decades and centuries: "1997", "nineteen seventy-eight", "the 1990s", "the nineties", "the 19th century"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.dates.spans import years_span
from factcheck.dates.tokens import (
    HYPHENS,
    LONG,
    NUMERALS,
    ORDINALS,
    PLACE,
    SMALL,
    TENS,
    Found,
    Page,
    by_first_word,
    digits,
    first_read,
    ordinal,
    whole,
)
from factcheck.dates.when import Meaning
from factcheck.patterns import lazily

_NOUNS = """votes people voters ballots electors residents supporters members jobs homes houses deaths cases
workers employees students pupils patients soldiers troops signatures
miles metres meters feet kilometres kilometers men women
children pounds dollars euros families victims migrants refugees properties officers more fewer yes no"""
COUNTED = frozenset(_NOUNS.split())
_NOT_A_COUNT = lazily(r"(?:^|[^a-z])(?:in|since|the|of|by|until|from|before|after|for|during|to|at)[ \n]\Z")
_IN_A_ROW = lazily(r" [(\[][0-9]{1,2}(?:\.[0-9]+)?(?:%| ?per ?cent)")  # "Green - 2012 (4.1%)"
_NEXT = lazily(r" ([a-z]+)")
LONG_AGO, EARLY, LAST = 1000, 1500, 2199  # a year where one is expected; one by itself; the last of either
_DECADES = {f"{word[:-1]}ies": n for word, n in TENS.items()} | {"noughties": 0}
_CENTURY_WORDS = frozenset({"century", "centuries"})


def of_year(year: int) -> Meaning:
    """A whole year."""
    first, last = years_span(year, year)
    return Meaning("year", first, last, year=year)


def year(page: Page, i: int) -> tuple[int, int] | None:
    """A year at ``i`` where one is expected (after a month, say), and where it ends."""
    if page.word(i) in ("'", "’", "‘") and page.glued(i + 1) and len(page.word(i + 1)) == 2:
        short = digits(page, i + 1, 2)
        return None if short is None or page.word(i + 2) == "s" else (i + 2, short + (1900 if short >= 30 else 2000))
    found = digits(page, i, 4)
    if found is not None:
        return (i + 1, found) if LONG_AGO <= found <= LAST and not _goes_on(page, i + 1) else None
    return in_words(page, i)


def _goes_on(page: Page, at: int) -> bool:
    """Whether the digits before ``at`` are part of a longer number: "2019,5", "2019.5", "2019m"."""
    after = page.word(at)
    if not page.glued(at):
        return False
    return (
        after.isalpha()
        or after == "%"
        or (after in (",", ".") and page.glued(at + 1) and page.word(at + 1)[0:1].isdigit())
    )


def in_words(page: Page, i: int) -> tuple[int, int] | None:
    """``nineteen seventy-eight``, ``nineteen oh one``, ``two thousand and eighteen``, ``nineteen hundred``."""
    word, after = page.word(i), page.word(i + 1)
    if word in ("one", "two") and after == "thousand":
        rest = whole(page, page.skip(i + 2, frozenset({"and"})))
        return (rest[0], SMALL[word] * 1000 + rest[1]) if rest else (i + 2, SMALL[word] * 1000)
    century = SMALL.get(word, 0) if 10 < SMALL.get(word, 0) < 20 else TENS.get(word, 0) if word == "twenty" else 0
    if not century:
        return None
    at = i + 1 + (after in HYPHENS)
    if page.word(at) in ("oh", "zero") and 0 < SMALL.get(page.word(at + 1), 0) < 10:
        return at + 2, century * 100 + SMALL[page.word(at + 1)]
    rest = whole(page, at)
    return (rest[0], century * 100 + rest[1]) if rest and rest[1] >= 10 else None


def _bare(page: Page, i: int) -> Found | None:
    """A year by itself: four digits that count nothing, or words that can only be a year."""
    at = i + 1 if page.word(i) in ("year", "ad") else i
    found = year(page, at)
    if found is None or page.word(at)[0] in "'’‘":
        return None
    end, number = found
    if page.word(at).isdigit() and page.word(at - 1) in ("£", "$", "€", "#", "no", "№"):
        return None
    if not page.word(at).isdigit():
        return (end, of_year(number)) if number >= 1600 else None
    return (end, of_year(number)) if at > i else four_digits(page, at)


def four_digits(page: Page, i: int) -> Found | None:
    """A year in four digits that count nothing."""
    found = year(page, i) if len(page.word(i)) == 4 else None
    if found is None or found[1] < EARLY or is_counted(page.low, page.starts[i], page.ends[i]):
        return None
    return found[0], of_year(found[1])


def era(page: Page, i: int) -> Found | None:
    """``44 BC``, ``AD 43``: a year whose days this calendar does not settle before the year 1."""
    if page.word(i) == "ad" and page.capital(i) and (number := digits(page, i + 1, 4)):
        return i + 2, of_year(number)
    number = digits(page, i, 4)
    if number and page.word(i + 1) in ("bc", "bce"):
        return i + 2, Meaning("year", why="before the year 1")
    if number and page.word(i + 1) in ("ad", "ce") and page.capital(i + 1):
        return i + 2, of_year(number)
    return None


def decade(page: Page, i: int) -> Found | None:
    """``the 1990s``, ``the '90s``, ``the nineties``, ``the nineteen nineties``, ``the twenty-tens``."""
    at = page.skip(i, frozenset({"the"}))
    return _decade_in_digits(page, at, at > i) or _decade_in_words(page, at, at > i)


def _decade_in_digits(page: Page, at: int, the: bool) -> Found | None:
    mark = page.word(at) in ("'", "’", "‘")
    at += mark
    number = digits(page, at, 4)
    end = page.skip(at + 1, frozenset("'’")) if page.glued(at + 1) else at + 1
    if number is None or number % 10 or page.word(end) != "s" or not page.glued(end):
        return None
    if len(page.word(at)) == 4:
        return end + 1, _decade_of(number)
    if len(page.word(at)) == 2 and (the or mark) and number >= 20:
        return end + 1, replace(_decade_of(1900 + number), why="taken as the twentieth century's")
    return None


def _decade_in_words(page: Page, at: int, the: bool) -> Found | None:
    word, after = page.word(at), page.word(at + 1 + (page.word(at + 1) in HYPHENS))
    end = at + 2 + (page.word(at + 1) in HYPHENS)
    if word in ("nineteen", "eighteen", "seventeen") and after in _DECADES:
        return end, _decade_of(SMALL[word] * 100 + _DECADES[after])
    if word == "twenty" and after in ("tens", "twenties"):
        return end, _decade_of(2010 if after == "tens" else 2020)
    if the and word in _DECADES:
        return at + 1, _named(word)
    return None


def _named(word: str) -> Meaning:
    ten = _DECADES[word]
    return replace(_decade_of(1900 + ten if ten else 2000), why="" if not ten else "taken as the twentieth century's")


def _decade_of(first: int) -> Meaning:
    """Ten years; a hundred where the writer says "the 1800s"."""
    span = years_span(first, first + (99 if first % 100 == 0 and first < 2000 else 9))
    return Meaning("decade", *span, year=first)


def _century(page: Page, i: int) -> Found | None:
    """``the 19th century``: the years 1800 to 1899, as it is spoken of."""
    found = ordinal(page, page.skip(i, frozenset({"the"})))
    at = found[0] + (page.word(found[0]) in HYPHENS) if found else 0
    if found is None or page.word(at) not in _CENTURY_WORDS or not 1 <= found[1] <= 30:
        return None
    first = found[1] * 100 - 100
    start = page.skip(i, frozenset({"the"}))
    return (at + 1, Meaning("century", *years_span(max(first, 1), first + 99))) if start == i else None


_NUMBER_WORDS = ("one", "two", "twenty", *(word for word, n in SMALL.items() if 10 < n < 20))
YEARS = (
    (era, (*NUMERALS, "ad")),
    (decade, (*NUMERALS, "the", *"'’‘", "nineteen", "eighteen", "seventeen", "twenty")),
    (_century, (PLACE, "the", *ORDINALS, *TENS)),
    (_bare, (LONG, "year", "ad", *_NUMBER_WORDS)),
)
_READERS = by_first_word(YEARS)


def years(page: Page, i: int) -> Found | None:
    """A year, decade or century that begins at ``i``."""
    return first_read(page, i, _READERS)


def is_counted(low: str, start: int, end: int) -> bool:
    """Whether a four-digit number counts the noun after it ("2019 votes"), and does not date it ("the 2019 votes")."""
    dashed = low[max(0, start - 2) : start] in ("- ", "– ", ": ")
    if dashed and low.startswith((" (", " ["), end) and _IN_A_ROW.match(low, end):
        return True
    after = _NEXT.match(low, end)
    if after is None or after[1] not in COUNTED:
        return False
    return _NOT_A_COUNT.search(low, max(0, start - 8), start) is None
