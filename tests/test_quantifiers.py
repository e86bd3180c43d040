"""Quantities and places without a number ("no votes", "both sides", "the last but one"), and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.figures.places import find_places
from factcheck.packs.wordsfile import load_words

WORDS = load_words(Path(__file__).parent.parent / "rules" / "words.yaml")


def quantifiers(text: str) -> list[tuple[str, str, str]]:
    """The words, what they allow and the noun they count, of each quantifier of a text."""
    lines = [line for line in factcheck.read(text).figures if line.kind == "quantifier"]
    return [(line.text, line.reading.value.plain.show(), line.counts) for line in lines if line.reading]


MORE, LESS = "above 0.5, up to 1", "0 up to, not including, 0.5"


@pytest.mark.parametrize(
    ("text", "words", "allows", "counts"),
    [
        ("No votes were cast.", "No", "0", "votes"),
        ("There were no new cases on Friday.", "no", "0", "new cases"),
        ("There was praise for no parties there.", "no", "0", "parties"),
        ("None of the 12 councillors spoke.", "None", "0", "councillors"),
        ("None was hurt.", "None", "0", ""),
        ("Neither side gave way.", "Neither", "0", "side"),
        ("Both sides agreed.", "Both", "2", "sides"),
        ("They met both of the MPs.", "both", "2", "mps"),
        ("Both her brothers stood.", "Both", "2", "brothers"),
        ("All the members left.", "All", "1", "members"),
        ("All Labour members left.", "All", "1", "Labour members"),
        ("The vote was unanimous.", "unanimous", "1", ""),
        ("Members backed it unanimously.", "unanimously", "1", ""),
        ("Nearly all members backed it.", "Nearly all", "0.95 up to, not including, 1", "members"),
        ("Virtually all schools closed.", "Virtually all", "0.95 up to, not including, 1", "schools"),
        ("Most voters said yes.", "Most", MORE, "voters"),
        ("Most of the money went.", "Most", MORE, "money"),
        ("A majority of MPs backed it.", "A majority", MORE, "mps"),
        ("The vast majority of people stayed.", "The vast majority", MORE, "people"),
        ("The bulk of the money went.", "The bulk", MORE, "money"),
        ("A minority of members left.", "A minority", LESS, "members"),
    ],
)
def test_a_quantity_in_words(text: str, words: str, allows: str, counts: str) -> None:
    assert quantifiers(text) == [(words, allows, counts)]


@pytest.mark.parametrize(
    "text",
    [
        "She won by a majority of 507.",
        "There is no doubt, and no longer any reason.",
        "He was not well at all.",
        "The most important issues were raised.",
        "It was the most of the year.",
        "At most 12 came, and no more than 5 left.",
        "No one came to No 10.",
        "Both Ann Lee and Raj Patel stood.",
        "All but 12 left, after all.",
        "Is it yes or no?",
        "Neither Ann nor Bob came.",
        "She has a majority.",
        "Rain fell all over the county.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert quantifiers(text) == []


def test_no_rule_is_given_them() -> None:
    report = factcheck.check_document("No votes were cast. In all 12 votes were cast. Both sides had 3 members.")
    assert [f.text for f in report.figures] == ["12", "3"]
    assert not report.findings


@pytest.mark.parametrize(
    ("text", "place", "unit", "number"),
    [
        ("the last but one", "the last but one", "from the end", 1),
        ("the penultimate round", "penultimate", "from the end", 1),
        ("the second to last", "the second to last", "from the end", 1),
        ("She came last.", "last", "from the end", 0),
        ("the last two books", "last", "from the end", 0),
        ("the next item", "next", "from here", 1),
        ("the next one", "the next one", "from here", 1),
        ("a previous version", "previous", "from here", -1),
        ("the current page", "current", "from here", 0),
    ],
)
def test_a_place_told_from_the_end_or_from_here(text: str, place: str, unit: str, number: int) -> None:
    (found,) = find_places(text, WORDS)
    assert (found.text.lower(), found.unit, found.number) in ((place, unit, number), (place[4:], unit, number))


@pytest.mark.parametrize(
    "text",
    [
        "last year",
        "next Monday",
        "it will last",
        "at last",
        "next to the river",
        "lasting",
        "previous month",
        "next-door",
    ],
)
def test_what_is_no_place_in_an_order(text: str) -> None:
    assert list(find_places(text, WORDS)) == []
