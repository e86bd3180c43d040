"""What would fit, written as the figure itself is written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from articles import check

from factcheck.figures.figures import find_figures
from factcheck.interval import Interval
from factcheck.packs.wordsfile import load_words
from factcheck.shipped import shipped
from factcheck.telling.written import as_written

WORDS = load_words(shipped("rules") / "words.yaml")


@pytest.mark.parametrize(
    ("text", "low", "high", "written"),
    [
        ("420 people", Fraction(46592, 100), Fraction(47616, 100), "466 to 476"),
        ("17 people", Fraction(163, 10), Fraction(164, 10), "about 16"),
        ("£36.5m", 34_891_750, 35_308_750, "£34.9m to £35.3m"),
        ("46%", Fraction(41016, 1000), Fraction(41016, 1000), "about 41%"),
        ("8.8 points", Fraction(97, 10), Fraction(99, 10), "9.7 to 9.9 points"),
        ("1,204", 12_796, 12_796, "12,796"),
    ],
)
def test_what_would_fit_is_written_as_the_figure_is(text: str, low: Fraction, high: Fraction, written: str) -> None:
    figure = find_figures(f"It was {text}.", WORDS)[0]
    assert as_written(figure, Interval.between(low, high)) == written


@pytest.mark.parametrize("text", ["about 420", "twelve", "0 votes"])
def test_a_hedge_a_word_and_nought_have_no_way_of_writing(text: str) -> None:
    figure = find_figures(f"It was {text}.", WORDS)[0]
    assert as_written(figure, Interval.between(10, 20)) == ""


def test_an_open_end_has_no_way_of_writing() -> None:
    figure = find_figures("It was 420.", WORDS)[0]
    assert as_written(figure, Interval.at_least(10)) == ""


def test_a_message_without_figures_is_given_them() -> None:
    (finding,) = check("Turnout in Thornbury was 65.4%, down from 75.2% in 2019, a fall of 8.8 points.").findings
    assert finding.message.endswith(": “65.4%”, “75.2%” and “8.8 points”")
    assert [fit.rpartition(" would have to be ")[2] for fit in finding.fits] == [
        "66.3% to 66.5%",
        "74.1% to 74.3%",
        "9.7 to 9.9 points",
    ]


def test_a_place_is_cited_once_with_all_that_it_was_read_as() -> None:
    text = (
        "Ann Lee won Thornbury, taking 20,207 votes to the 17,101 of the Conservative Luke Hall, a majority of 3,014."
    )
    (finding,) = check(text).findings
    assert len({cited.start for cited in finding.figures}) == len(finding.figures)
    assert any("; runner up" in cited.label for cited in finding.figures)
