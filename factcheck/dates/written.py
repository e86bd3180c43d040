"""Dates that are written out, in digits or with a year: what is no number to be counted with."""

from __future__ import annotations

from factcheck.dates.days import MONTHS, dated, month, sure_month
from factcheck.dates.periods import numeric_month, of_month
from factcheck.dates.ranges import days_in_a_row, in_month, span_of_years
from factcheck.dates.spans import SEASONS, season_span
from factcheck.dates.tokens import LONG, NUMBER, NUMERALS, PLACE, Found, Page, by_first_word, first_read
from factcheck.dates.when import Meaning
from factcheck.dates.years import decade, era, four_digits, year

_OF, _OF_OR_COMMA = frozenset({"of"}), frozenset({"of", ","})


def written(page: Page, i: int) -> Found | None:
    """The day, month, season or year, or the run of them, that begins at ``i``: "12-15 August", "summer 2019"."""
    return first_read(page, i, _READERS)


def _day(page: Page, i: int) -> Found | None:
    return dated(page, i, "")


def _month(page: Page, i: int) -> Found | None:
    """``March 2019``, ``May '97``."""
    found = month(page, i)
    in_year = year(page, page.skip(found[0], _OF_OR_COMMA)) if found and sure_month(page, i) else None
    return (in_year[0], of_month(in_year[1], found[1])) if found and in_year else None


def _season(page: Page, i: int) -> Found | None:
    """``summer 2019``, ``spring of 2020``; a fall is left alone, for more often it is a movement."""
    in_year = year(page, page.skip(i + 1, _OF))
    return (in_year[0], Meaning("season", *season_span(in_year[1], page.word(i)))) if in_year else None


_READERS = by_first_word(
    (
        (days_in_a_row, (NUMBER, PLACE)),
        (in_month, MONTHS),
        (_day, (*NUMERALS, PLACE, *MONTHS)),
        (_month, MONTHS),
        (_season, SEASONS.keys() - {"fall"}),
        (numeric_month, NUMERALS),
        (span_of_years, (LONG,)),
        (era, NUMERALS),
        (decade, (LONG,)),
        (four_digits, (LONG,)),
    )
)
