"""The names that are always known."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.names.gazetteer import Gazetteer, load_gazetteer
from factcheck.names.people import Name
from factcheck.names.placenames import city_tail, fold, key_of, one_to_one, turned
from factcheck.reading.layout import split_sentences
from factcheck.reading.naming.listed import longest_listed
from factcheck.shipped import shipped

NAMES = shipped("rules") / "names"
TABLE = shipped("reference") / "uk-general-election-2024"


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return load_gazetteer(NAMES)


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Lib Dems", "Liberal Democrat"), ("Tories", "Conservative"), ("Con", "Conservative"), ("CON", "Conservative"),
        ("Lab", "Labour"), ("Labour and Co-operative", "Labour"), ("SNP", "Scottish National Party"),
        ("Scottish Green Party", "Green"), ("Sinn Fein", "Sinn Féin"), ("Reform", "Reform UK"),
        ("Workers Party", "Workers Party of Britain"), ("Ind", "Independent"), ("R", "Republican"), ("D", "Democratic"),
        ("GOP", "Republican"), ("BJP", "Bharatiya Janata Party"), ("Bloc Quebecois", "Bloc Québécois"),
        ("Labor", "Australian Labor Party"), ("SPD", "Social Democratic Party of Germany"), ("Nobody's Party", None),
    ],
)  # fmt: skip
def test_parties_by_any_name(known: Gazetteer, name: str, party: str | None) -> None:
    assert known.party(name) == party


def test_every_party_of_the_table_is_known_and_its_short_form_means_the_same(known: Gazetteer) -> None:
    with (TABLE / "candidates.csv").open(encoding="utf-8", newline="") as file:
        pairs = {(row["Party"], row["Party short"]) for row in csv.DictReader(file)}
    for party, short in pairs:
        assert known.party(party) is not None, party
        assert known.party(short) == known.party(party), party


@pytest.mark.parametrize(
    ("name", "sex"), [("Iqbal", "m"), ("Leanne", "f"), ("Siân", "f"), ("SIAN", "f"), ("Sam", "?"), ("Qwerty", "?")]
)
def test_the_sex_that_a_first_name_tells(known: Gazetteer, name: str, sex: str) -> None:
    assert known.sex(name) == sex


def test_titles(known: Gazetteer) -> None:
    assert (known.titles["mrs"], known.titles["sir"], known.titles["dr"], known.titles["rt hon"]) == (
        "f",
        "m",
        "?",
        "?",
    )


def listed(known: Gazetteer, text: str) -> Name | None:
    """The listed name that a text begins with, as the reader finds it."""
    return longest_listed(split_sentences(text)[0].tokens, 0, [known.phrases], {})[0]


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("Birmingham Perry Barr", "seat", "Birmingham Perry Barr"),
        ("Perry Barr", "seat", "Birmingham Perry Barr"),
        ("Birmingham on Thursday", "town", "Birmingham"),
        ("Basildon South and East Thurrock", "seat", "South Basildon and East Thurrock"),
        ("Dewsbury and Batley", "seat", "Dewsbury and Batley"),
        ("Dewsbury", "seat", "Dewsbury"),  # a seat until 2024
        ("Stoke-on-Trent Central", "seat", "Stoke-on-Trent Central"),
        ("County Durham", "county", "County Durham"),
        ("North Carolina", "state", "North Carolina"),
        ("Uttar Pradesh", "state", "Uttar Pradesh"),
        ("UK", "country", "United Kingdom"),
        ("Lib Dems", "party", "Liberal Democrat"),
    ],
)
def test_phrases_are_matched_longest_first(known: Gazetteer, text: str, kind: str, key: str) -> None:
    found = listed(known, text)
    assert found is not None
    assert (found.place, found.key) == (kind, key)


def test_no_phrase(known: Gazetteer) -> None:
    assert listed(known, "Perry Mason") is None


def test_every_seat_of_the_table_is_a_place(known: Gazetteer) -> None:
    for file in ("constituencies.csv", "previous_constituencies.csv"):
        with (TABLE / file).open(encoding="utf-8", newline="") as opened:
            # "Richmond (Yorks)" is read as Richmond: a bracket behind a name may hold anything
            for row in (row for row in csv.DictReader(opened) if "(" not in row["Constituency"]):
                found = listed(known, row["Constituency"])
                assert found is not None, row["Constituency"]
                assert found.end == len(row["Constituency"]), row["Constituency"]
                assert found.place == "seat"


@pytest.mark.parametrize("name", ["first_names", "titles", "parties", "places", "short_forms"])
def test_the_lists_are_sensible_in_size_and_without_doubles(name: str) -> None:
    path = NAMES / f"{name}.txt"
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    assert path.stat().st_size < 150_000
    assert len(lines) == len(set(lines))


def copied(folder: Path) -> Path:
    for path in NAMES.glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.mark.parametrize(
    ("file", "text", "hint"),
    [
        ("first_names.txt", "Ann\tf\nBob\n", "line 2: 'Bob' is not a name, a tab and m, f or ?"),
        ("places.txt", "# places\nBath\tspa\n", "line 2: kind 'spa' is none of"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, file: str, text: str, hint: str) -> None:
    (copied(tmp_path) / file).write_text(text)
    with pytest.raises(RuleError) as caught:
        load_gazetteer(tmp_path)
    assert f"{file}, {hint}" in str(caught.value)


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    (copied(tmp_path) / "titles.txt").write_bytes("Señor\tm\n".encode("cp1252"))
    with pytest.raises(RuleError, match=r"titles.txt: byte 3 is not UTF-8"):
        load_gazetteer(tmp_path)


def test_a_missing_list(tmp_path: Path) -> None:
    (copied(tmp_path) / "parties.txt").unlink()
    with pytest.raises(RuleError, match=r"parties.txt: the list of names is missing"):
        load_gazetteer(tmp_path)


# spelling


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ynys Môn", "ynys mon"),
        ("O’Neill", "oneill"),
        ("Łukasz", "lukasz"),
        ("Ørsted", "orsted"),
        ("A & B", "a  and  b"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_key_of_a_name() -> None:
    assert key_of("Stoke-on-Trent & Richmond (Yorks), King's") == "stoke on trent and richmond yorks kings"


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("leicester south", {"leicester south", "south leicester"}),
        ("north east fife", {"north east fife", "fife north east"}),
        ("mid and south pembrokeshire", {"mid and south pembrokeshire", "mid and pembrokeshire south"}),
        ("bath", {"bath"}),
        (
            "south basildon and east thurrock",
            {
                "south basildon and east thurrock", "basildon south and east thurrock",
                "south basildon and thurrock east", "basildon south and thurrock east",
            },
        ),
    ],
)  # fmt: skip
def test_compass_words_turn_round(key: str, others: set[str]) -> None:
    assert turned(key) == others


def test_parts_of_cities() -> None:
    assert city_tail("birmingham perry barr") == "perry barr"
    assert city_tail("sheffield south east") == ""
    assert city_tail("liverpool walton") == ""


def test_a_way_of_writing_that_two_names_share_is_nobodys() -> None:
    found = one_to_one(
        [("North Swindon", ["swindon north", "x"]), ("Swindon North", ["north swindon", "x"]), ("Bath", ["b"])]
    )
    assert found == {"north swindon": "North Swindon", "swindon north": "Swindon North", "bath": "Bath", "b": "Bath"}
