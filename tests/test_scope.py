"""Scope and voice, for every desk: what is told by others, as a forecast, a target, a condition, or denied."""

from __future__ import annotations

import pytest
from articles import alarms, check

from factcheck.reading.scope.quotations import quotations

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
    "several speakers, several facts": (
        "The blast left 42 casualties, police said. The ministry said it killed 15 people and injured 31 people."
    ),
    "passers-by": (
        "The bus was carrying 45 people, the company said. The hospital said 50 people were injured, some of them "
        "passers-by."
    ),
    "two days, two facts": (
        "On Monday the fire had killed 27 people. By Wednesday the death toll was 31, of whom 29 victims have been"
        " identified."
    ),
    "two speakers, a sum": "Police said 27 people died. The fire service said 14 women died and 15 men died.",
    "expected": "The company expects pre-tax profit of £150m. A tax charge of £24m left a profit after tax of £80m.",
    "pencilled in": (
        "Analysts had pencilled in pre-tax profit of £110m. Pre-tax profit was £104m, and a tax charge of £24m "
        "left a profit after tax of £80m."
    ),
    "a consensus": (
        "Pre-tax profit was £104m, against a consensus forecast of £110m. A tax charge of £24m left a profit after"
        " tax of £80m."
    ),
    "above guidance": (
        "Pre-tax profit was £104m, above guidance of £95m to £100m. A tax charge of £24m left a profit after tax "
        "of £80m."
    ),
    "feared, in per cent": (
        "The union feared that 2,000 jobs, or 20% of the workforce, would go. The bank is to cut 520 jobs. It "
        "employs 10,400 people."
    ),
    "a survey beside a count": (
        "The police recorded 412 cases in a city of 1.17 million people, or 35.2 per 100,000. The survey estimates"
        " a rate of 61 per 100,000."
    ),
    "if all were reported": (
        "If every case were reported the rate would be 80 per 100,000, as the city of 1.17 million people would "
        "have 936 cases."
    ),
    "a target of a rating": (
        "The prime minister's target is a net approval rating of zero. Some 33% approve and 61% disapprove, a net "
        "rating of -28."
    ),
    "a claim called false": "The minister's claim that spending had doubled, from £3.1m to £4.2m, was false.",
    "wrong to say": "Correction: This article was wrong to say that 23 people died: 14 men and six women.",
    "as stated before": "The bridge is 16km (10 miles) long, not 61km (10 miles) as was previously stated.",
    "with the rest to come": (
        "The treasurer said the gala had raised £12,000: £7,000 from tickets and £3,000 from the raffle, with the "
        "rest to come."
    ),
    "600 more votes": (
        "Had she won 600 more votes, Ann Lee would have had 13,903 to Raj Patel's 13,800 and a majority of 103. As"
        " it was Raj Patel won Thornbury by 497 votes, 13,800 to 13,303."
    ),
    "another system of election": (
        "Under proportional representation Labour would have won 33 of the 57 seats. It won 37 seats."
    ),
    "her own count": (
        "In Ann Lee's own count she had won Thornbury by 607 votes. The returning officer said that she won by 507"
        " votes, with 13,303 to Raj Patel's 12,796."
    ),
    "an age some had": (
        "Mary Jones, who was born on 3 May 1940, died on 9 June 2017 aged 77, not 78 as some papers had it."
    ),
    "would have been": (
        "Mary Jones would have been 80 on 3 May 2020. She was born on 3 May 1940 and died on 9 June 2017 aged 77."
    ),
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


def _claims(text: str) -> set[str]:
    return {f"{line.text}: {line.claim}" for line in check(text).figures if line.claim}


def test_the_time_that_a_sentence_begins_with_holds_to_its_end() -> None:
    text = (
        "Published 5 July 2024. Steve Yemm won Mansfield with a majority of 3,485. Five years ago, with Brexit to get "
        "done, the majority of Mansfield was 16,306."
    )
    assert "16,306: majority of Mansfield (before)" in _claims(text)


def test_a_majority_then_is_an_earlier_one() -> None:
    text = "Published 5 July 2024. Llinos Medi won Ynys Mon by 637. Ms Crosbie lost there; her majority then was 1,968."
    assert not [finding for finding in check(text).findings if finding.severity == "error"]


def test_a_year_holds_for_who_else_is_told_in_its_clause() -> None:
    text = "Published 5 July 2024. James Grundy had 21,266 votes in Leigh in 2019 and Jo Platt 19,301 (41.1%)."
    assert {"19,301: votes of Jo Platt (2019)", "41.1%: share of Jo Platt (2019)"} <= _claims(text)


def test_so_many_years_ago_is_no_amount() -> None:
    text = "There is a combined lead of 22,768, which is less than Sir Edward alone enjoyed five years ago."
    assert not check(text).findings
    assert not [claim for claim in _claims(text) if "before" in claim]
