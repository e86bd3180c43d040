"""Dates: the days their words allow, and nothing more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.dates.dateline import article_date
from factcheck.dates.find import Times
from factcheck.dates.when import Time
from factcheck.figures.figures import find_figures
from factcheck.packs.wordsfile import load_words
from factcheck.patterns import lowered
from factcheck.shipped import shipped

WORDS = load_words(shipped("rules") / "words.yaml")

NONE = "-"
TABLE = [
    ("on 5 July 2024", "5 July 2024", "2024-07-05", "2024-07-05", "date"),
    ("on July 5, 2024, he", "July 5, 2024", "2024-07-05", "2024-07-05", "date"),
    ("on the 5th of July 2024", "5th of July 2024", "2024-07-05", "2024-07-05", "date"),
    ("Published 5th Jul 2024", "5th Jul 2024", "2024-07-05", "2024-07-05", "date"),
    ("Friday, July 05, 2024", "July 05, 2024", "2024-07-05", "2024-07-05", "date"),
    ("date 2024-07-05 Labour", "2024-07-05", "2024-07-05", "2024-07-05", "date"),
    ("25/12/2023", "25/12/2023", "2023-12-25", "2023-12-25", "date"),
    ("12/25/2023", "12/25/2023", "2023-12-25", "2023-12-25", "date"),
    ("on 07/07/2024", "07/07/2024", "2024-07-07", "2024-07-07", "date"),
    ("05/07/2024", "05/07/2024", NONE, NONE, "date"),  # the fifth of July or the seventh of May
    ("10-June-2020", "10-June-2020", "2020-06-10", "2020-06-10", "date"),
    ("Sept. 30, 2019", "Sept. 30, 2019", "2019-09-30", "2019-09-30", "date"),
    ("12-15 August 2021", "12-15 August 2021", "2021-08-12", "2021-08-15", "range"),
    ("12 and 13 August 2021", "12 and 13 August 2021", "2021-08-12", "2021-08-13", "range"),
    ("July 5-7, 2024", "July 5-7, 2024", "2024-07-05", "2024-07-07", "range"),
    ("12th to 15th August 2021", "12th to 15th August 2021", "2021-08-12", "2021-08-15", "range"),
    ("between 4 and 22 January 2020", "4 and 22 January 2020", "2020-01-04", "2020-01-22", "range"),
    ("the Nov. 3, 2020 vote", "Nov. 3, 2020", "2020-11-03", "2020-11-03", "date"),
    ("on 05.07.23 or", "05.07.23", NONE, NONE, "date"),
    ("on 25.07.23 or", "25.07.23", "2023-07-25", "2023-07-25", "date"),
    ("the 2 April. They", "2 April", NONE, NONE, "date"),
    ("7 October was", "7 October", NONE, NONE, "date"),  # no year is written
    ("1 May", "1 May", NONE, NONE, "date"),
    ("June 31st", "June 31st", NONE, NONE, "date"),
    ("30 February 2023", "30 February 2023", NONE, NONE, "date"),
    ("29 February 2023", "29 February 2023", NONE, NONE, "date"),
    ("29 February 2024", "29 February 2024", "2024-02-29", "2024-02-29", "date"),
    ("May 2019", "May 2019", "2019-05-01", "2019-05-31", "month"),
    ("in February 2020", "February 2020", "2020-02-01", "2020-02-29", "month"),
    ("the summer of 2019", "summer of 2019", "2019-06-01", "2019-08-31", "season"),
    ("in winter 2019", "winter 2019", "2019-12-01", "2020-02-29", "season"),
    ("in 2019.", "2019", "2019-01-01", "2019-12-31", "year"),
    ("2019’s result", "2019", "2019-01-01", "2019-12-31", "year"),
    ("the 2019 votes", "2019", "2019-01-01", "2019-12-31", "year"),
    ("in 2012-13", "2012-13", "2012-01-01", "2013-12-31", "season"),
    ("in 2012/13", "2012/13", "2012-01-01", "2013-12-31", "season"),
    ("in 1999-2000", "1999-2000", "1999-01-01", "2000-12-31", "range"),
    ("from 2010–2019", "2010–2019", "2010-01-01", "2019-12-31", "range"),
    ("the 1990s", "1990s", "1990-01-01", "1999-12-31", "decade"),
    ("the 1800s", "1800s", "1800-01-01", "1899-12-31", "decade"),
]
NO_DATES = [
    "15 may be enough",
    "we march 12 miles",
    "2019 votes were cast",
    "2,019 votes",
    "May 15,641 voters come",
    "May 20 votes be enough",
    "1,997 people",
    "5,2024",
    "won 3-2",
    "Section 2019a",
    "July was wet",
    "the June 20-year bonds",
    "version 3.2.10",
    "the march of time",
    "12345",
    "20190",
]


def find_dates(text: str) -> list[Time]:
    """The dates that are written out in a text, as the reader of figures comes upon them."""
    times = Times(text, lowered(text))
    places = [figure.start for figure in find_figures(text, WORDS, times) if figure.kind in ("date", "year")]
    return [time for at in places if (time := times.written(at))]


@pytest.mark.parametrize(("text", "words", "first", "last", "kind"), TABLE)
def test_one_date(text: str, words: str, first: str, last: str, kind: str) -> None:
    (found,) = find_dates(text)
    assert (found.text, found.kind, text[found.start : found.end]) == (words, kind, words)
    assert [str(day) if day else NONE for day in (found.means.first, found.means.last)] == [first, last]
    assert bool(found.means.why) == (first == NONE)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_why_days_are_missing() -> None:
    whys = [find_dates(text)[0].means.why for text in ("June 31st", "7 October", "05/07/2024")]
    assert whys == ["there is no such day", "the year is not written", "day and month could be exchanged"]


def test_several_dates_in_order() -> None:
    found = find_dates("Born 27 October 1929 – died 19 September 2017, MP from 1964 to 1997")
    assert [d.text for d in found] == ["27 October 1929", "19 September 2017", "1964", "1997"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2024-07-05 Independents made gains", "2024-07-05"),
        ("Author: Ann LeePublished 5th Jul 2024\nLast updated 6th Jul 2024", "2024-07-05"),
        ("Last updated 6th Jul 2024\nPublished 5th Jul 2024", "2024-07-05"),
        ("Last updated 6th Jul 2024\nText", "2024-07-06"),
        ("A headline\n\nFriday, July 05, 2024\n\nText", "2024-07-05"),
        ("Date published: 05 July 2024", "2024-07-05"),
        ("Published: 5 July 2024", "2024-07-05"),
        ("Published on 5 July 2024 at 10:30", "2024-07-05"),
        ("July 6, 2024", "2024-07-06"),
        ("February 15, 2018 - 10:27 AMT", "2018-02-15"),
        ("By Ann Lee | 6 July 2024", "2024-07-06"),
        ("6 July 2024 at 10.30am", "2024-07-06"),
        ("Saturday May 26, 2001", "2001-05-26"),
    ],
)
def test_article_date(text: str, day: str) -> None:
    assert str(article_date(text)) == day


@pytest.mark.parametrize(
    "text",
    [
        "The vote of 5 July 2024 was close",
        "On 5 July 2024, Labour won",
        "General election 2024: the results",
        "July 2024",
        "05/07/2024",
        "7 October",
        "He published the book in May 2019 and it sold well on 5 July 2024",
        "\n".join(["words"] * 15) + "\n5 July 2024",
        "",
    ],
)
def test_no_article_date(text: str) -> None:
    assert article_date(text) is None


DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
FORMS = ["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%b %d, %Y"]


@given(DAYS, st.sampled_from(FORMS))
def test_every_day_reads_back(day: date, form: str) -> None:
    (found,) = find_dates(f"It was on {day.strftime(form)} that they met")
    assert (found.means.first, found.means.last) == (day, day)
    assert article_date(f"Published {day.strftime(form)}\n") == day


@given(DAYS)
def test_a_month_is_all_its_days(day: date) -> None:
    (found,) = find_dates(f"in {day.strftime('%B %Y')} they met")
    assert found.means.first is not None
    assert found.means.last is not None
    assert found.means.first.day == 1
    assert (found.means.last + timedelta(days=1)).day == 1
    assert found.means.first <= day <= found.means.last


@given(st.text(max_size=200))
def test_arbitrary_text(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text
        assert (found.means.first is None) == (found.means.last is None)
    article_date(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "1",
                "5",
                "31",
                "2019",
                "July",
                "May",
                "Feb",
                "-",
                "/",
                ",",
                ".",
                "th",
                "of",
                "2024-07",
                "and",
                "to",
                "\n",
                "00",
                "0",
                "12/",
                "99",
            ]
        ),
        max_size=25,
    )
)
def test_arbitrary_pieces(pieces: list[str]) -> None:
    for text in (" ".join(pieces), "".join(pieces)):
        for found in find_dates(text):
            assert found.means.first is None or found.means.last is None or found.means.first <= found.means.last
