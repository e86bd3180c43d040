"""Dates of any text: no exception, no place outside it, nothing twice; time in proportion to the length."""

from __future__ import annotations

import time
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.dates.calendar import YEAR, age, day_at, days, lasting, place
from factcheck.dates.find import find_times
from factcheck.dates.spans import months_on
from factcheck.dates.when import Length

TODAY = date(2024, 7, 5)
WORDS = """May 31 31st of the last next 2019 1915 - – ( ) , . 's decade years ago aged old in his thirties from to
between and since Tuesday yesterday half a Q3 7/6 2020-02-30 week first quarter nineteen seventy-eight '90s BC more
than born died 0 00 99999999999999999999 \n"""
DAYS = st.dates(date(1, 1, 1), date(9900, 12, 31))


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    for today in (None, TODAY, date(1, 1, 1), date(9999, 12, 31)):
        end = 0
        for found in find_times(text, today):
            assert end <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            first, last = found.means.first, found.means.last
            assert (first is None) == (last is None) or found.kind == "since"
            assert first is None or last is None or first <= last
            end = found.end


@given(DAYS, DAYS)
def test_the_calendar_of_even_months_keeps_order_and_days(one: date, other: date) -> None:
    assert (one < other) == (place(one) < place(other))
    assert day_at(place(one)) == one


@given(DAYS, st.integers(0, 90), st.integers(0, 365))
def test_an_age_is_the_years_completed(born: date, years: int, more: int) -> None:
    birthday = months_on(born, 12 * years)
    day = birthday + timedelta(days=more)
    if (day.month, day.day) < (born.month, born.day) or (born.month, born.day) == (2, 29):
        return
    length = Length(years, years, "year")  # type: ignore[arg-type]
    told = age(length).plain
    lived = days(day, day).plain - days(born, born).plain
    completed = day.year - born.year
    assert (lived.low in told) == (completed == years)  # type: ignore[operator]
    assert lived.low is not None
    assert lived.low // YEAR == completed


@given(DAYS, st.integers(1, 60), st.sampled_from(("year", "month")))
def test_so_long_after_a_day_is_within_what_the_length_allows(start: date, number: int, unit: str) -> None:
    end = months_on(start, number * (12 if unit == "year" else 1))
    apart = days(end, end).plain - days(start, start).plain
    assert apart.low in lasting(Length(number, number, unit)).generous  # type: ignore[operator,arg-type]


@given(DAYS, st.integers(1, 400), st.sampled_from(("day", "week")))
def test_so_many_days_after_a_day_too(start: date, number: int, unit: str) -> None:
    end = start + timedelta(days=number * (7 if unit == "week" else 1))
    apart = days(end, end).plain - days(start, start).plain
    assert apart.low in lasting(Length(number, number, unit)).generous  # type: ignore[operator,arg-type]


def _seconds(text: str) -> float:
    started = time.process_time()
    find_times(text, TODAY)
    return time.process_time() - started


def test_time_grows_with_the_length() -> None:
    for unit in ("1 ", "the ", "May ", "12-", "from 2 to ", "a year and ", "twenty ", "(", "last ", "2019-"):
        short, long = min(_seconds(unit * 2000) for _ in range(3)), min(_seconds(unit * 8000) for _ in range(3))
        assert long < 12 * max(short, 0.002), unit
