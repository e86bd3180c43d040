"""Scope and voice, for every desk: what is told by others, as a forecast, a target, a condition, or denied."""

from __future__ import annotations

import pytest
from articles import alarms, check

from factcheck.reading.quotations import quotations

APART = {
    "two speakers": "Police said 12 people were killed in the blast. The ministry said 14 people were killed.",
    "according to": "According to police, 12 people died in the crash. The ministry says 14 people died.",
    "the verb left out": "In the crash 12 people died, police said; 14 people died, according to the ministry.",
    "two speakers, three facts": (
        "The ferry was carrying 112 people, its owner said. The coastguard said it was carrying 212 people."
        " The bodies of 143 people have been found, the Red Cross said."
    ),
    "one full name, two speakers": (
        "The council spent 1,250 pounds on each disabled pupil, the mayor said. The union said that"
        " 1,520 pounds on each disabled pupil had been spent."
    ),
    "as of two days": "On Monday the death toll was 45. By Tuesday the death toll was 48.",
    "at first": "At first officials said the ferry was carrying 90 people. The bodies of 143 people have been found.",
    "a forecast": "Revenue was £412m, short of the £45m that analysts expected, and pre-tax profit was £87m.",
    "a forecast of next year": "Pre-tax profit was £37m. Revenue is forecast to reach £31m in one of its markets.",
    "a target": "The company aims to lift its operating margin to 15%. Revenue was £412m and operating profit £37m.",
    "a margin as target": "The target is an operating margin of 15%. Revenue was £412m and operating profit £37m.",
    "a condition": "With the sale, revenue would be £31m. Pre-tax profit was £37m.",
    "11 votes switched": (
        "Ann Lee won Thornbury with 12,818 votes to Raj Patel's 12,796. Had 11 votes switched, her majority would have"
        " been nought."
    ),
    "an estimate": "The rescuers estimated that the ferry was carrying 90 people. The bodies of 143 people were found.",
    "provisional": "Provisional accounts put revenue at £31m. The final ones show a pre-tax profit of £37m.",
    "the exit poll": "The exit poll gave Ann Lee a majority of 607 in Thornbury. She won by 507 votes.",
    "not as reported": (
        "Ann Lee won Thornbury by 507 votes, not 607, as we reported earlier. She had 13,303 votes and Raj Patel"
        " had 12,796."
    ),
    "an earlier version": (
        "Ann Lee won Thornbury with 13,303 votes, a majority of 507 over Raj Patel on 12,796.\n\n"
        "An earlier version of this article gave the majority as 607. This has been corrected."
    ),
    "a correction notice": (
        "Ann Lee won Thornbury with 13,303 votes, a majority of 507 over Raj Patel on 12,796.\n\n"
        "Correction: Her majority in Thornbury was 507. We gave her majority in Thornbury as 607."
    ),
    "the notice of a sum": (
        "The visit cost £3m.\n\nThis article was amended on 8 July. It spoke of 23 staff: 14 men and six women."
    ),
    "called wrong": "The figure of 23 dead, made up of 14 men and six women, was later corrected.",
    "a headline at risk": (
        "1,467 job losses announced\n\nIt was a hard winter.\n\nThe union said that 1,647 jobs were at risk."
    ),
}

TOLD = {
    "ahead of forecasts": (
        "Revenue was £412m, ahead of the £400m that analysts had forecast, and operating profit £37m, an operating"
        " margin of 12.5%."
    ),
    "above the forecasts": (
        "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796, far above the forecasts."
    ),
    "within a forecast": "The number of pupils is expected to rise by 8% to 1,214 from 1,003.",
    "within an estimate": "The survey estimated that 412 of the 618 schools, or 76%, had closed.",
    "one speaker": "Police said the crash killed 23 people, comprising 14 men and six women.",
    "one of them attributed": (
        "Ann Lee won Thornbury by 607 votes, the council said. She had 13,303 votes and Raj Patel 12,796."
    ),
    "a headline and its source": (
        "Nearly 50,000 fans see the final\n\nIt was cold.\n\nA crowd of 51,020 fans saw the final, police said."
    ),
    "beside what is denied": (
        "Ann Lee won Thornbury by 607 votes, not 507. She had 13,303 votes and Raj Patel 12,796."
    ),
}

QUOTED = (
    "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796",
    "Revenue was £412m and operating profit £37m, an operating margin of 12.5%",
    "The ferry was carrying 112 people when it sank. The bodies of 143 people have been found",
    "The hearing opened on Thursday 27 June 2017",
    "The number of patients waiting rose by 3,412 to 41,968 from 39,556",
    "We have 23 staff: 14 men and six women",
    "The council answered 412 of the 618 requests, or 76%",
    "The road runs for 10 miles (61km) along the coast",
)
MARKS = (("“", ",”"), ('"', ',"'), ("‘", ",’"), ("'", ",'"))


@pytest.mark.parametrize("name", APART)
def test_claims_of_different_scope_are_not_compared(name: str) -> None:
    assert alarms(check(APART[name])) == []


@pytest.mark.parametrize("name", TOLD)
def test_what_is_of_one_scope_is_compared(name: str) -> None:
    assert len(alarms(check(TOLD[name]))) == 1


@pytest.mark.parametrize("words", QUOTED)
def test_what_somebody_says_is_a_warning(words: str) -> None:
    assert [f.severity for f in alarms(check(f"{words}."))] == ["error" if "ferry" not in words else "warning"]
    for opening, closing in MARKS:
        assert [f.severity for f in alarms(check(f"{opening}{words}{closing} he said."))] == ["warning"]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quotations("The ’90s were his, and the boys’ 14 votes of 1998 weren’t.") == []
    assert quotations("The '90s were his, and the boys' 14 votes of 1998 weren't.") == []
