"""``factcheck read``: what the words of every figure allow, what it counts, whether it is a change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import factcheck
from factcheck.cli import main


def read(tmp_path: Path, text: str) -> dict[str, Any]:
    """What ``factcheck read`` gives as JSON of one article."""
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["read", str(path), "--format", "json"])
    assert result.exit_code == 0
    document: dict[str, Any] = json.loads(result.stdout)["documents"][0]
    return document


def test_every_field_of_a_figure(tmp_path: Path) -> None:
    first, second = read(tmp_path, "\ufeffCafé profits fell by just under 5% to £1.2m.")["figures"]
    assert {key: first[key] for key in ("text", "start", "end", "line", "column")} == {
        "text": "just under 5%",
        "start": 21,
        "end": 34,
        "line": 1,
        "column": 22,
    }
    assert (first["number"], first["bound"], first["unit"], first["change"]) == (5, "below", "percent", "down")
    assert [first[key] for key in ("low", "high", "low_open", "high_open")] == [4.75, 5, False, True]
    assert first["generous"] == {"low": 4.5, "high": 5, "low_open": False, "high_open": True}
    assert (second["number"], second["unit"], second["change"]) == (1200000, "GBP", None)


def test_an_end_that_there_is_not_is_null(tmp_path: Path) -> None:
    (figure,) = read(tmp_path, "At least 12 of them came.")["figures"]
    assert [figure[key] for key in ("low", "high", "low_open", "high_open")] == [12, None, False, True]


def test_numbers_that_count_nothing_stand_apart(tmp_path: Path) -> None:
    document = read(tmp_path, "She lives at No 10 and came second on 5 July 2024 at 10pm, aged 34, in Area 51.")
    assert [each["text"] for each in document["figures"]] == ["34"]
    assert [each["text"] for each in document["others"]] == ["No 10", "second", "10pm", "Area 51"]
    assert [each["text"] for each in document["dates"]] == ["5 July 2024", "aged 34"]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("12 of the 30 Labour councillors left", ["Labour councillors", "Labour councillors"]),
        ("a 20-vote majority", ["vote"]),
        ("half the vote and 40% of pensioners", ["vote", "pensioners"]),
        ("a majority of 507 for her", ["majority"]),
        ("a total of 507 for her", [""]),
        ("a rise of 507 on the week", [""]),
        ("five young people and three aircraft", ["young people", "aircraft"]),
        ("one person and one Labour member", ["person", "Labour member"]),
        ("at 507 the count stopped, with 12 in hand and 9 votes", ["", "", "votes"]),
        ("The number of deaths rose to 12 on Monday", ["deaths"]),
        ("The total of new homes was cut to 12, the number to 5", ["new homes", ""]),
        ("7 million more people and 12 fewer schools", ["people", "schools"]),
        ("300 firms, 20 of them in Wales, closed", ["firms", "firms"]),
        ("300 firms and 200 farms, 20 of them in Wales, closed", ["firms", "farms", ""]),
        ("12 of them", [""]),
        ("£5m was paid to 3 of its 10 new hospitals", ["", "new hospitals", "new hospitals"]),
    ],
)
def test_the_noun_that_a_figure_counts(tmp_path: Path, text: str, nouns: list[str]) -> None:
    assert [each["counts"] for each in read(tmp_path, text)["figures"]] == nouns


def meant(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    """The words of a text that stand for somebody, whom they were taken for, and why."""
    names = read(tmp_path, text)["names"]
    return [(each["text"], each["means"], each["why"]) for each in names if each["kind"] == "pronoun"]


NOBODY = "nobody, or more than one, is possible"


@pytest.mark.parametrize(
    ("text", "words", "means"),
    [
        ("Ann Lee won. She polled 300.", "She", "Ann Lee"),
        ("Ann Lee beat John Patel. He polled 300.", "He", "John Patel"),
        ("Ann Lee beat Kate Hill. She polled 300.", "She", ""),
        ("It rained. She polled 300.", "She", ""),
        ("Labour won the seat. The party polled 300.", "The party", "Labour"),
        ("Labour beat the Conservatives. The party polled 300.", "The party", ""),
        ("Ann Lee met John Patel. The pair shook hands.", "The pair", "Ann Lee and John Patel"),
        ("Ann Lee, John Patel and Kate Hill met. The pair shook hands.", "The pair", ""),
        ("Ann Lee won. The pair shook hands.", "The pair", ""),
    ],
)
def test_a_word_that_stands_for_somebody_where_one_is_possible(
    tmp_path: Path, text: str, words: str, means: str
) -> None:
    ((said, taken, why),) = meant(tmp_path, text)
    assert (said, taken) == (words, means)
    assert (why == NOBODY) is (means == "")


@pytest.mark.parametrize(
    "text", ["The party leader won.", "The pair of shoes cost £5.", "The two women won.", "A party."]
)
def test_a_phrase_that_stands_for_nobody(tmp_path: Path, text: str) -> None:
    assert meant(tmp_path, text) == []


def test_two_people_of_one_surname(tmp_path: Path) -> None:
    names = read(tmp_path, "Ann Smith beat John Smith. Smith polled 300. Mr Smith polled 200. Mrs Smith left.")["names"]
    assert [(each["text"], each["means"]) for each in names][2:] == [
        ("Smith", ""),
        ("Mr Smith", "John Smith"),
        ("Mrs Smith", "Ann Smith"),
    ]
    assert names[2]["why"] == "two people possible: Ann Smith or John Smith"


def test_particles_belong_to_the_name(tmp_path: Path) -> None:
    names = read(tmp_path, "Ursula von der Leyen met Ann de la Cruz. Leyen left with Cruz.")["names"]
    assert [(each["text"], each["means"]) for each in names] == [
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Ann de la Cruz", "Ann de la Cruz"),
        ("Leyen", "Ursula von der Leyen"),
        ("Cruz", "Ann de la Cruz"),
    ]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Sales rose by 5", ["up"]),
        ("Sales fell 3%", ["down"]),
        ("Sales rose to £5m", [None]),
        ("Sales rose sharply, by more than 5%, to £12m", ["up", None]),
        ("a drop of 2 points, then a 3-point rise", ["down", "up"]),
        ("up 4% on the year but 2% lower on the month", ["up", "down"]),
        ("she picked up 400 votes", [None]),
        ("a share of 44.2% (+2.1)", [None, "up"]),
        ("won by 500 votes", [None]),
        ("cut from £5m to £4m", [None, None]),
    ],
)
def test_a_change_says_which_way(tmp_path: Path, text: str, ways: list[str | None]) -> None:
    assert [each["change"] for each in read(tmp_path, text)["figures"]] == ways


def test_the_table_shows_what_the_words_allow(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Only 190 up, then just under 200 votes.", "utf-8")
    lines = CliRunner().invoke(main, ["read", str(path)]).stdout.splitlines()
    assert any("just under 200" in line and "190 up to, not including, 200" in line for line in lines)


def test_the_python_call_gives_the_same(tmp_path: Path) -> None:
    text = "Profits fell by just under 5% to £1.2m for 3 firms."
    said = read(tmp_path, text)["figures"]
    figures = factcheck.read(text).figures
    assert [(f.text, f.start, f.counts, f.change) for f in figures] == [
        (each["text"], each["start"], each["counts"], each["change"]) for each in said
    ]
    assert [f.reading.number for f in figures if f.reading] == [each["number"] for each in said]
