"""Tables beside articles: a table checked by the rules, the event established, hints, names near a table's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from beside import UK, US, found, told

from factcheck.corelaws import TABLE, core_pack
from factcheck.engine import check_reference
from factcheck.packs import Rule
from factcheck.packs.marks import parse_example
from factcheck.references.speaking import established, plainly
from factcheck.tables.events import Event
from factcheck.tables.tables import load_reference

GENERAL = load_reference(TABLE).event


# A table is checked by the rules that articles are checked by.


@pytest.mark.parametrize("name", [TABLE, "us-president-2020-by-state"])
def test_shipped_tables_hold_together(name: str) -> None:
    assert check_reference(name) == []


@pytest.fixture
def blackburn(tmp_path: Path) -> Path:
    """The UK table with one seat in it."""
    for file in UK.iterdir():
        if file.suffix == ".csv":
            lines = file.read_text(encoding="utf-8").splitlines()
            kept = [lines[0], *(line for line in lines if line.startswith("Blackburn,"))]
            (tmp_path / file.name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    package = (UK / "datapackage.json").read_text(encoding="utf-8")
    assert '"doubts"' in package
    (tmp_path / "datapackage.json").write_text(package.replace('"doubts"', '"no doubts"'), encoding="utf-8")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_one_seat_holds_together(blackburn: Path) -> None:
    assert check_reference(str(blackburn)) == []


CHANGED = [
    ("candidates.csv", ",10518,", ",10818,", "row 2", "10,818 - 10,386 = 432"),
    ("candidates.csv", ",7105,", ",7115,", "row 4", "7,115"),
    ("candidates.csv", ",18.271,", ",18.371,", "row 4", "18.371"),
    ("candidates.csv", "Blackburn,2,Kate", "Blackburn,3,Kate", "row 3", "rank 3"),
    ("constituencies.csv", ",132,", ",182,", "row 2", "10,518 - 10,386 = 132"),
    ("constituencies.csv", ",38887,", ",38837,", "row 2", "38,837"),
    ("constituencies.csv", "Adnan Hussain", "Adnan Hussein", "row 2", "no candidate of Blackburn"),
    ("constituencies.csv", "Adnan Hussain", "Kate Hollern", "row 2", "Adnan Hussain has the most votes"),
]


@pytest.mark.parametrize(("file", "old", "new", "row", "says"), CHANGED)
def test_one_change_in_a_table_is_told_with_its_row(
    blackburn: Path, file: str, old: str, new: str, row: str, says: str
) -> None:
    change(blackburn / file, old, new)
    problems = check_reference(str(blackburn))
    assert problems[0].startswith(f"{file}, {row}: ")
    assert says in problems[0]
    assert len(problems) == 1


def test_a_changed_electorate_is_told_beside_the_turnout(blackburn: Path) -> None:
    change(blackburn / "constituencies.csv", ",73263,", ",78263,")  # 38,887 of 78,263 is 49.7%, the table has 53.08
    (problem,) = check_reference(str(blackburn))
    assert "constituencies.csv, row 2" in problem
    assert "78,263" in problem


def test_a_changed_digit_in_a_table_with_a_column_for_each_candidate(tmp_path: Path) -> None:
    for file in US.parent.iterdir():
        shutil.copy(file, tmp_path)
    change(tmp_path / US.name, "Alabama,AL,9,849624", "Alabama,AL,9,849642")  # 1,441,170 - 849,642 = 591,528
    (problem,) = check_reference(str(tmp_path))
    assert problem.startswith(f"{US.name}, row 2: ")
    assert "591,528" in problem


# A table speaks of its own event only.

SPEAKS = {
    "dated the day after": ("Published 5 July 2024\n\nAdnan Hussain won Blackburn with 10,158 votes.", True),
    "named with its year": ("At the 2024 general election Adnan Hussain won Blackburn with 10,158 votes.", True),
    "two who stand there": ("Adnan Hussain won Blackburn with 10,158 votes. Kate Hollern came second.", True),
    "one who stands there": ("Craig Murray had some 7,000 votes in Blackburn.", False),
    "a winner who sat there for nobody before": ("Adnan Hussain won Blackburn with some 10,000 votes.", True),
    "one who stands there, with the votes to the digit": ("Adnan Hussain won Blackburn with 10,518 votes.", True),
    "three who stand there, and another year": (
        "Adnan Hussain won Blackburn with 10,158 votes. Kate Hollern came second and Craig Murray third. "
        "Labour had held the seat at the 2019 general election.",
        True,
    ),
    "another date": ("Published 13 December 2019\n\nKate Hollern won Blackburn with 10,158 votes.", False),
    "long after": ("Published 5 July 2025\n\nAdnan Hussain won Blackburn with 10,158 votes.", False),
    "another election's year": ("General election 2019: Kate Hollern won Blackburn with 29,040 votes.", False),
    "a by-election": (
        "Blackburn by-election: Adnan Hussain won Blackburn with 10,158 votes in the by-election. "
        "Kate Hollern came second.",
        False,
    ),
    "a by-election that looks back": (
        "Published 2 May 2025\n\nReform won the Runcorn and Helsby by-election by six votes. At the general election "
        "in July 2024 Labour won Runcorn and Helsby with a majority of 14,696.",
        False,
    ),
    "local elections": (
        "Local elections: results in full\n\nPublished 5 July 2024\n\nLocal elections were held in Blackburn. "
        "Adnan Hussain won Blackburn with 10,158 votes.",
        False,
    ),
    "a general election that mentions a by-election": (
        "Published 5 July 2024\n\nAdnan Hussain won Blackburn with 10,158 votes. George Galloway, who won the "
        "Rochdale by-election, lost his seat.",
        True,
    ),
}


@pytest.mark.parametrize("case", SPEAKS)
def test_a_table_speaks_of_its_own_event(case: str) -> None:
    text, speaks = SPEAKS[case]
    used = not any("was not used" in note for note in told(text).notes)
    assert used is speaks


def test_what_a_table_says_of_its_event_is_checked() -> None:
    assert found(SPEAKS["dated the day after"][0]) == [("core/reference-differs", "10,158")]


@pytest.mark.parametrize(
    ("date", "speaks"),
    [("2024-07-03", False), ("2024-07-04", True), ("2024-08-18", True), ("2024-08-19", False), ("", False)],
)
def test_the_days_in_which_a_date_speaks(date: str, *, speaks: bool) -> None:
    assert established(GENERAL, "Hussain won.", date, 0, 0, list) is speaks


@pytest.mark.parametrize(
    ("people", "year", "speaks"), [([1, 1], 0, True), ([1], 0, False), ([2, 1], 2019, False), ([3], 2019, True)]
)
def test_how_many_people_tell_the_event(people: list[int], year: int, *, speaks: bool) -> None:
    assert established(GENERAL, "Hussain won.", "", year, 0, lambda: people) is speaks


# A hint where a shipped table would have helped.


def test_a_hint_names_the_shipped_table() -> None:
    (note,) = told(
        "Published 5 July 2024\n\nGeneral election: Adnan Hussain won Blackburn with 10,518 votes.", ""
    ).notes
    assert f"--reference {TABLE}" in note


def test_a_hint_for_another_shipped_table() -> None:
    text = "In the 2020 US presidential election Joe Biden won Georgia with 2,473,633 votes."
    (note,) = told(text, "").notes
    assert "--reference us-president-2020-by-state" in note


@pytest.mark.parametrize(
    "text",
    [
        "Published 13 December 2019\n\nGeneral election: Kate Hollern won Blackburn with 29,040 votes.",
        "Published 6 November 2024\n\nDonald Trump won Georgia, which he had lost in the 2020 presidential election.",
        "Published 5 July 2024\n\nThe police of Blackburn seek witnesses of a robbery.",
    ],
)
def test_no_hint_where_the_event_is_another(text: str) -> None:
    assert told(text, "").notes == ()


def test_hints_ask_for_an_event_with_its_kind() -> None:
    event = Event("Ruritanian general election", "general election", "2024-07-04", 2024, ("2024 general election",))
    assert plainly(event, "The general election was won by Ann Lee.", "2024-07-05", 2024)
    assert not plainly(event, "Ann Lee won a prize.", "2024-07-05", 2024)


# A table given by path.


def test_a_table_given_by_path() -> None:
    text = "Joe Biden won Georgia in the 2020 presidential election with 2,473,633 votes, a margin of {} votes."
    assert found(text.format("11,779"), str(US)) == []
    assert ("core/reference-differs", "12,779") in found(text.format("12,779"), str(US))


# Two of one name in one race.


def test_two_of_one_name_are_two_people() -> None:
    race = load_reference(TABLE).race("Mid Buckinghamshire")
    assert race is not None
    smiths = [each for each in race.candidates if each.name == "Greg Smith"]
    assert [each.key for each in smiths] == ["greg smith conservative", "greg smith green"]
    assert race.candidate("Greg Smith") is None


# The built-in laws show what they do.

LAWS = core_pack().rules


@pytest.mark.parametrize(("law", "text"), [(law, e.text) for law in LAWS for e in law.flags], ids=str)
def test_a_law_flags_at_the_mark_and_nowhere_once_corrected(law: Rule, text: str) -> None:
    marked = parse_example(text)
    (finding,) = [f for f in told(marked.wrong_text).findings if f.rule == law.name]
    assert any(c.start < marked.end and marked.start < c.end for c in finding.figures if c.source == "article")
    assert told(marked.right_text).findings == ()


@pytest.mark.parametrize("text", [e.text for law in LAWS for e in law.passes])
def test_a_law_passes(text: str) -> None:
    assert [f for f in told(text).findings if f.severity != "note"] == []
