"""Names and near names of seats and people in a reference table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tabled import number, race, table

from factcheck.names.personnames import near_person, same_person
from factcheck.tables.tables import (
    Reference,
)


@pytest.mark.parametrize(
    ("written", "seat"),
    [
        ("Dewsbury & Batley", "Dewsbury and Batley"),
        ("DEWSBURY AND BATLEY", "Dewsbury and Batley"),
        ("Perry Barr", "Birmingham Perry Barr"),
        ("Birmingham, Perry Barr", "Birmingham Perry Barr"),
        ("Basildon South and East Thurrock", "South Basildon and East Thurrock"),
        ("South Leicester", "Leicester South"),
        ("Norfolk South West", "South West Norfolk"),
        ("Ynys Mon", "Ynys Môn"),
        ("Anglesey", "Ynys Môn"),
        ("Montgomeryshire and Glyndwr", "Montgomeryshire and Glyndŵr"),
        ("Western Isles", "Na h-Eileanan an Iar"),
        ("Hull East", "Kingston upon Hull East"),
        ("Kingston-upon-Hull East", "Kingston upon Hull East"),
        ("Newcastle North", "Newcastle upon Tyne North"),
        ("Stoke-on-Trent Central", "Stoke-on-Trent Central"),
        ("Stoke on Trent Central", "Stoke-on-Trent Central"),
        ("Queens Park and Maida Vale", "Queen's Park and Maida Vale"),
        ("Queen’s Park and Maida Vale", "Queen's Park and Maida Vale"),
        ("Durham City", "City of Durham"),
        ("Ruislip, Northwood & Pinner", "Ruislip, Northwood and Pinner"),
        ("Cotswolds North", "North Cotswolds"),
        ("Saint Albans", "St Albans"),
    ],
)
def test_other_ways_to_write_a_seat(uk: Reference, written: str, seat: str) -> None:
    assert race(uk, written).name == seat


@pytest.mark.parametrize(
    "name", ["Leicester North", "Dewsbury", "Glasgow South East", "Test", "Hallam", "Birmingham", ""]
)
def test_names_that_are_no_seat(uk: Reference, name: str) -> None:
    assert uk.race(name) is None


def test_every_seat_is_found_by_its_own_name_and_every_variant_has_one_seat(uk: Reference) -> None:
    for key, name in uk.races.names.items():
        assert uk.race_names()[key] == key
        assert race(uk, name).name == name
    assert set(uk.race_names().values()) == set(uk.races)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Dewsbry and Batley", "Dewsbury and Batley"),
        ("Leicster South", "Leicester South"),
        ("Birmingam Perry Barr", "Birmingham Perry Barr"),
        ("Salisbery", "Salisbury"),
        ("Leicester South", None),  # it is the name
        ("Leicester North", None),  # a compass word is never a slip
        ("Luton East", None),
        ("Dublin", None),
        ("Dove", None),
        ("Leith", None),
    ],
)
def test_near_names_of_seats(uk: Reference, written: str, near: str | None) -> None:
    assert uk.near_race(written) == near


def test_dunmore_east_is_never_taken_for_dunmore_west(tmp_path: Path) -> None:
    own = table(
        tmp_path,
        "Seat,Votes cast\nDunmore East,900\nDunmore West,800\n",
        {"Seat": "race", "Votes cast": "race.votes_cast"},
    )
    assert number(race(own, "East Dunmore"), "race.votes_cast") == 900
    assert own.near_race("Dunmore West") is None
    assert own.near_race("Dunmore Eest") is None
    assert own.near_race("Dunmoor North") is None


# names of people


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Wes Streeting", "Wesley Streeting"),
        ("Liz Truss", "Elizabeth Truss"),
        ("Tobias Ellwood", "Toby Ellwood"),
        ("Ed Miliband", "Edward Miliband"),
        ("Becky Long-Bailey", "Rebecca Long Bailey"),
        ("Iqbal Hussain Mohamed", "Iqbal Mohamed"),
        ("Siân Berry", "Sian Berry"),
        ("SIAN BERRY", "Siân Berry"),
        ("J. Corbyn", "Jeremy Corbyn"),
        ("Mary Kelly Foy", "Mary Foy"),
        ("Jon Ashworth", "Jonathan Ashworth"),
        ("Mohammed Ali Khan", "Ali Khan"),
        ("Michelle O’Neill", "Michelle O'Neill"),
        ("Bob Blackman", "Robert Blackman"),
        ("Kate Hollern", "Katherine Hollern"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)
    assert near_person(a, b) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Claire Coutinho", "Clare Coutinho"),  # another spelling is worth a warning
        ("Ann Lee", "Jan Lee"),
        ("John Smith", "Jane Smith"),
        ("Smith", "John Smith"),
        ("Adnan Hussein", "Adnan Hussain"),
        ("", "John Smith"),
        ("David Davis", "David Davies"),
    ],
)
def test_not_one_person(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


@pytest.mark.parametrize(
    ("seat", "written", "name"),
    [
        ("Dewsbury and Batley", "Healther Iqbal", "Heather Iqbal"),
        ("Birmingham Perry Barr", "Khalid Lahmodd", "Khalid Mahmood"),
        ("Birmingham Perry Barr", "Ayub Khan", "Ayoub Khan"),
        ("Blackburn", "Adnan Hussein", "Adnan Hussain"),
        ("Leicester South", "Shokat Adam", "Shockat Adam"),
        ("Ilford North", "Leane Mohammed", "Leanne Mohamad"),
    ],
)
def test_near_names_of_candidates(uk: Reference, seat: str, written: str, name: str) -> None:
    contest = race(uk, seat)
    found = contest.near_candidate(written)
    assert contest.candidate(written) is None
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("seat", "written"),
    [
        ("Dewsbury and Batley", "Heather Iqbal"),  # it is the name
        ("Dewsbury and Batley", "Keir Starmer"),
        ("Blackburn", "George Galloway"),
        ("Ilford North", "Wesley Streeting"),  # a short form
        ("Ilford North", "Mohamad"),
    ],
)
def test_names_that_are_near_nobody(uk: Reference, seat: str, written: str) -> None:
    assert race(uk, seat).near_candidate(written) is None


def test_a_near_name_must_be_of_the_party_that_was_said(uk: Reference) -> None:
    contest = race(uk, "Birmingham Perry Barr")
    assert contest.near_candidate("Khalid Lahmodd", "Labour") is not None
    assert contest.near_candidate("Khalid Lahmodd", "Conservative") is None


def test_everybody_is_found_by_full_name(uk: Reference) -> None:
    assert uk.people()["iqbal mohamed"] == ("dewsbury and batley",)
    assert sum(len(races) for races in uk.people().values()) >= 4510
    assert "" not in uk.people()


# a table of one's own
