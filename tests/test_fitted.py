"""Turnouts, shares and sums of one vote in many wordings: told by the arithmetic, and only for a slip."""

from __future__ import annotations

import pytest

from factcheck.document import Document
from factcheck.engine import Engine

ENGINE = Engine.load()

# wordings of 26,418 / 41,730 = 63.3 per cent
TURNOUTS = (
    "Of the 41,730 people on the register 26,418 came, a turnout of 63.3 per cent.",
    "Turnout was 63.3 per cent. There were 41,730 names on the roll, and 26,418 of them voted.",
    "In all 26,418 papers were counted. With 41,730 electors that makes the turnout 63.3 per cent.",
    "The turnout, at 63.3 per cent, was the best since the war. The register has 41,730 names and 26,418 did vote.",
    "It was 63.3 per cent for turnout this time: 26,418 ballots from 41,730 who were eligible.",
    "The clerk said that 26,418 had voted, out of 41,730. The turnout of 63.3 per cent pleased her.",
)
LIST = """Marston result

Ann Lee (Lab) 11,382
Raj Patel (Con) 9,517
Tom Hill (LD) 3,206
Eve Cole (Green) 2,194

In all 26,299 good papers were counted.
"""
SHARES = """Ann Lee had 11,382 votes, or 43.3%, Raj Patel 9,517, or 36.2%, and Tom Hill 3,206 (12.2%). All told, 26,299
valid votes were counted in Marston.
"""


def errors(text: str) -> list[set[str]]:
    """The figures of each error."""
    report = ENGINE.check(Document("draft.txt", text))
    return [{c.text for c in f.figures} for f in report.findings if f.severity == "error"]


def told(text: str, old: str, new: str) -> bool:
    """Whether an error cites the figure that was changed."""
    assert old in text
    return any(figure.startswith(new) for figures in errors(text.replace(old, new)) for figure in figures)


@pytest.mark.parametrize("text", TURNOUTS)
def test_a_turnout_is_that_of_the_voters_and_the_roll(text: str) -> None:
    assert errors(text) == []
    for old, new in (("63.3", "36.3"), ("26,418", "26,814"), ("41,730", "47,130")):
        assert told(text, old, new), (old, new)


@pytest.mark.parametrize(("old", "new"), [("11,382", "11,832"), ("3,206", "3,506"), ("26,299", "29,299")])
def test_a_list_of_votes_makes_its_total(old: str, new: str) -> None:
    assert errors(LIST) == []
    assert told(LIST, old, new)


@pytest.mark.parametrize(("old", "new"), [("9,517", "9,157"), ("43.3", "34.3")])
def test_a_share_is_of_the_total_that_the_others_are_of(old: str, new: str) -> None:
    assert errors(SHARES) == []
    assert told(SHARES, old, new)


@pytest.mark.parametrize(
    "text",
    [
        # the threshold is no turnout, and the pair has its own
        "The vote counts from a turnout of 50.0 per cent. It was 63.3 per cent: 26,418 of the 41,730 electors voted.",
        # another contest's roll
        "Turnout in Marston was 48.7 per cent. In Thornbury 26,418 of the 41,730 electors voted.",
        # not all candidates are named
        "Ann Lee had 11,382 votes, Raj Patel 9,517 and Tom Hill 2,206. In all 31,299 votes were cast.",
        # two digits say too little
        "Turnout was 36 per cent. There were 41,730 names on the roll, and 26,418 of them voted in the other vote.",
    ],
)
def test_what_does_not_fit_otherwise_is_left_alone(text: str) -> None:
    assert errors(text) == []
