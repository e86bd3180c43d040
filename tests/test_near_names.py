"""Names near a table's, and figures of an earlier event beside it."""

from __future__ import annotations

import pytest
from beside import found, told

from factcheck.corelaws import TABLE
from factcheck.tables.tables import load_reference

# Names near a table's.

DAY = "Published 5 July 2024\n\n"
NEAR = {
    "a first name": (
        "Iqbal Mohamed won Dewsbury and Batley with 15,641 votes, Labour's Healther Iqbal had 8,707.",
        ["Healther Iqbal"],
    ),
    "another spelling in one article": (
        "Adnan Hussein won Blackburn with 10,518 votes. Adnan Hussain beat Kate Hollern.",
        ["Adnan Hussein"],
    ),
    "both spellings, the right one first": (
        "Adnan Hussain won Blackburn with 10,518 votes. Mr Hussain beat Kate Hollern. Adnan Hussein is a lawyer.",
        ["Adnan Hussein"],
    ),
    "another first name with the same votes": (
        "In Blackburn Adnan Hussain won with 10,518 votes. Labour candidate John Murray came third with 7,105 votes.",
        ["John Murray"],
    ),
    "another first name with other votes": (
        "In Blackburn Adnan Hussain won with 10,518 votes. John Murray had 6,105 votes.",
        [],
    ),
    "a reporter": ("Adnan Hussain won Blackburn with 10,518 votes. Kate Holern reports from the count.", []),
    "short forms and accents": ("Robert Jenrick held Newark with 20,968 votes. Rob Jenrick was glad.", []),
    "a seat without a compass word": (
        "Reform UK has won Basildon South and Thurrock. James McMurdock won South Basildon and East Thurrock.",
        ["Basildon South and Thurrock"],
    ),
    "a seat of old for that of today": (
        "In Bethnal Green and Bow, Rushanara Ali had 15,896 votes. Ajmal Masroor had 14,207 votes.",
        ["Bethnal Green and Bow"],
    ),
    "a slip in a seat's name": (
        "Iqbal Mohamed won Dewsbry and Batley with 15,641 votes, against 8,707 for Labour candidate Heather Iqbal.",
        ["Dewsbry and Batley"],
    ),
    "a seat of old as one of old": (
        "Rushanara Ali won Bethnal Green and Stepney, which replaced Bethnal Green and Bow, with 15,896 votes. "
        "Ajmal Masroor had 14,207 votes.",
        [],
    ),
    "the former seat of somebody": (
        "Rushanara Ali, MP for the former seat of Bethnal Green and Bow, had 15,896 votes. "
        "Ajmal Masroor had 14,207 votes.",
        [],
    ),
    "a town for its seat": (
        "Iqbal Mohamed won in Dewsbury with 15,641 votes. Heather Iqbal had 8,707 votes.",
        [],
    ),
}


@pytest.mark.parametrize("case", NEAR)
def test_names_near_a_table(case: str) -> None:
    text, names = NEAR[case]
    report = told(DAY + text)
    near = [f for f in report.findings if f.rule == "core/name-near"]
    assert [f.figures[0].text for f in near] == names
    assert [f for f in report.findings if f.severity == "error"] == []
    assert all(f.severity == "warning" for f in near)


def test_names_spelled_as_in_the_table_are_never_near_another() -> None:
    table = load_reference(TABLE)
    for key in list(table.races)[::10]:
        race = table.races[key]
        first, second, third = race.candidates[:3]
        text = (
            f"{first.name} ({first.party}) won {race.name}. {second.party}'s {second.name} came second. "
            f"Labour held on in {race.name} before {third.name} of {third.party} stood there."
        )
        assert [f.message for f in told(DAY + text).findings if f.rule == "core/name-near"] == []


def test_every_place_of_a_near_spelling_is_cited() -> None:
    text = "Adnan Hussein won Blackburn with 10,518 votes. Mr Hussein beat Kate Hollern. Adnan Hussain is a lawyer."
    (finding,) = told(DAY + text).findings
    assert sorted(c.text for c in finding.figures) == ["Adnan Hussein", "Mr Hussein"]
    assert finding.fits == ("the name would be Adnan Hussain",)


def test_a_near_seat_owns_its_figures() -> None:
    text = "In Bethnal Green and Bow, Rushanara Ali had 15,896 votes. Ajmal Masroor had 14,702 votes."
    assert ("core/reference-differs", "14,702") in found(DAY + text)
    text = "Iqbal Mohamed won Dewsbry and Batley with 15,641 votes, against 8,770 for Labour candidate Heather Iqbal."
    assert ("core/reference-differs", "8,770") in found(DAY + text)


# Figures of an earlier event.

THEN = "Adnan Hussain won Blackburn with 10,518 votes. In 2019, Labour won Blackburn with a majority of {} votes."


def test_an_earlier_majority_at_odds_is_a_warning() -> None:
    (finding,) = told(DAY + THEN.format("18,340")).findings
    assert (finding.rule, finding.severity, finding.figures[0].text) == ("core/reference-differs", "warning", "18,340")


@pytest.mark.parametrize("text", [THEN.format("18,304"), THEN.format("a notional 18,340"), THEN.format("some 18,000")])
def test_an_earlier_majority_that_holds_or_is_notional(text: str) -> None:
    assert told(DAY + text).findings == ()
