"""Short texts, each with what must be told or left alone: the cases in which one step of the reading decides."""

from __future__ import annotations

import pytest
from articles import alarms, check, show

from factcheck.findings import DocumentReport


def claims(report: DocumentReport) -> set[tuple[str, str, str]]:
    """(figure or words, attribute, whom it is about) of every claim that the article makes."""
    return {(c.text, c.attribute, c.about) for c in report.claims}


def cited(report: DocumentReport, rule: str) -> list[set[str]]:
    """The words that each finding of a rule cites."""
    return [{f.text for f in finding.figures} for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Twelve", False),  # 12 is more than twice the 3 named: the others were just not listed
        ("Six", True),  # 6 is twice 3
    ],
)
def test_winners_missing_from_a_list_are_told_where_most_are_named(said: str, told: bool) -> None:
    text = (
        f"{said} independents won seats.\n\nIndependent Ann Lee won Thornbury. Independent Raj Patel won Aldwick. "
        "Independent Tom Hill won Marston."
    )
    report = check(text)
    assert bool(cited(report, "election/tally-off")) is told, show(report)


def test_of_three_values_one_that_is_a_slip_of_another_is_believed() -> None:
    # 12,345 and 12,354 have two digits swapped; 6,000 is of another count
    report = check("Ann Lee won Thornbury with 12,345 votes. Ann Lee had 12,354 votes. Ann Lee had 6,000 votes.")
    assert cited(report, "core/figures-differ") == [{"12,345", "12,354"}], show(report)


def test_two_candidates_with_two_values_each_are_two_races() -> None:
    report = check(
        "In Thornbury Ann Lee had 12,345 votes and Raj Patel had 10,345 votes. "
        "Ann Lee had 15,999 votes and Raj Patel had 8,111 votes."
    )
    assert not report.findings, show(report)
    assert [f.claim for f in report.figures] == [None] * 4, show(report)


def test_defeated_by_a_number_does_not_say_by_whom() -> None:
    report = check("In Thornbury Raj Patel had 8,000 votes. Ann Lee defeated him by 978 votes.")
    assert ("Ann Lee", "winner", "the race") in claims(report), claims(report)


def test_a_margin_with_a_figure_of_its_own_does_not_move() -> None:
    report = check("Seats won by Labour by a margin of 50% rose by 7 from 12 to 20.")
    read = {f.text: f.claim for f in report.figures}
    assert read["50%"] == "majority points of the race"
    assert all("seats" in (read[text] or "") for text in ("7", "12", "20")), read


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Lee raised the majority in Thornbury of 9,856 to 12,760.",
            {"9,856": "majority before", "12,760": "majority"},
        ),
        ("Lee held Thornbury by 1,276 votes, down from a majority of 14,499.", {"14,499": "majority before"}),
        ("Labour gained 40 seats.", {"40": "seats gained"}),
        (
            "The majority in Thornbury was down by between 200 and 300 votes.",
            {"between 200 and 300": "majority change"},
        ),
    ],
)
def test_one_reader_of_movements_serves_the_figures_of_a_desk(sentence: str, told: dict[str, str]) -> None:
    read = {f.text: f.claim or "" for f in check(sentence).figures}
    assert all(read[text].startswith(f"{claim} of ") for text, claim in told.items()), read


@pytest.mark.parametrize(
    "sentence",
    [
        "Labour leads the Conservatives by 11 points, 41% to 30%.",
        "The Conservatives led in May, but Labour is ahead of the Conservatives by 11 points, 41% to 30%.",
        "Labour beat the Conservatives in Wells by 11 points, 41% to 30%.",
    ],
)
def test_the_two_figures_behind_a_lead_are_of_the_two_named_before_it(sentence: str) -> None:
    read = {f.text: f.claim or "" for f in check(sentence).figures}
    assert read["41%"].startswith("share of Labour"), read
    assert read["30%"].startswith("share of Conservative"), read


def test_what_others_have_is_nobodys() -> None:
    report = check("In the poll the Greens are on 5% and others on 3%, with Labour on 41%.")
    read = {f.text: f.claim for f in report.figures}
    assert (read["5%"], read["3%"]) == ("share of Green", None)
    assert alarms(report) == []


def test_the_constituency_of_a_place_is_that_place() -> None:
    report = check("Ann Lee held the London constituency of Holborn and St Pancras with 9,000 votes.")
    winners = {about for _, attribute, about in claims(report) if attribute == "winner"}
    assert winners == {"Holborn and St Pancras"}, claims(report)


def test_a_majority_far_from_the_difference_shows_that_somebody_is_not_named() -> None:
    # 9,000 - 6,400 = 2,600 is 0.65 of 4,000, less than three quarters; 10,400 and 5,000 are no slip of 9,000 and 6,400
    report = check("Ann Lee won Thornbury with 9,000 votes, a majority of 4,000. Raj Patel had 6,400 votes.")
    assert not alarms(report), show(report)


def test_who_only_has_a_figure_is_not_the_subject_behind_it() -> None:
    # 9,000 - 8,000 = 1,000: it was Lee who won
    report = check("In Thornbury, Ann Lee had 9,000 votes to Raj Patel's 8,000, and won by 1,000 votes.")
    assert ("Ann Lee", "winner", "Thornbury") in claims(report), claims(report)
    assert not report.findings, show(report)


def test_a_margin_in_points_is_of_the_valid_votes_or_of_all() -> None:
    # 4,012 of 39,873 is 10.06%, of 40,113 (with 240 rejected) 10.00%; 12.2 fits neither
    text = (
        "Ann Lee won Thornbury with a majority of 4,012 votes, or {} points. "
        "A total of 40,113 votes were cast. 240 papers were rejected."
    )
    assert not alarms(check(text.format("10.06")))
    assert cited(check(text.format("12.2")), "election/majority-percent-off"), show(check(text.format("12.2")))


def reads(text: str) -> dict[str, str | None]:
    """What each figure of an article was taken to be."""
    return {f.text: f.claim for f in check(text).figures}


def test_a_year_between_a_noun_and_its_figure_changes_nothing() -> None:
    read = reads(
        "Ann Lee won the Thornbury by-election. She increased Raj Patel's majority in 2010 of 9,856 to 12,760."
    )
    assert read["9,856"] == "majority before of Thornbury"
    assert read["12,760"] == "majority of Thornbury"


def test_a_bracket_tells_more_of_what_moved() -> None:
    read = reads("The majority in Thornbury was reduced from 3,000 to 1,982 votes (4.5%).")
    assert read["4.5%"] == "majority points of Thornbury"


@pytest.mark.parametrize(
    ("before", "read_as"),
    [("Labour gained ground in the north.", "seats of Labour"), ("Labour fought the Conservatives hard.", None)],
)
def test_the_party_is_the_only_one_named(before: str, read_as: str | None) -> None:
    assert reads(f"{before} The party won 37 seats.")["37"] == read_as


def test_by_so_many_votes_to_so_many_is_no_margin() -> None:
    read = reads("Ann Lee beat Raj Patel in Thornbury by 24,120 votes to 16,873.")
    assert read["24,120"] == "votes of Ann Lee"
    assert read["16,873"] == "votes of whoever came second"


def test_a_condition_told_of_something_named_behind_the_figure_is_not_the_figures() -> None:
    read = reads("Ann Lee won Thornbury with a majority of 507, in a seat that Labour would have won before.")
    assert read["507"] == "majority of Thornbury"


def test_the_so_many_of_another_time_is_what_moved() -> None:
    read = reads("Ann Lee won the Thornbury by-election. The majority shrank to 1,513 from the 4,505 of old.")
    assert read["4,505"] == "majority before of Thornbury"


def test_a_form_may_hold_the_words_of_a_hedge() -> None:
    read = reads("Ann Lee came within 100 votes of beating Raj Patel in Thornbury.")
    assert read["within 100"] == "deficit within of Ann Lee and Raj Patel"


def test_who_is_only_quoted_is_not_meant_by_he() -> None:
    text = "Joe Biden lost two votes in the recount, spokesman Raj Patel said. He now has 16,236 votes."
    assert reads(text)["16,236"] == "votes of Joe Biden"


def test_seats_with_the_forecast_in_brackets_are_no_votes_with_shares() -> None:
    rows = "Labour: 405 (410)\nConservatives: 154 (131)\nGreens: 56 (61)"
    text = f"Ann Lee won for Labour.\nHere are the new figures:\n{rows}"
    assert "votes" not in " ".join(c or "" for c in reads(text).values())


def test_whoever_trails_by_so_many_tells_no_majority() -> None:
    assert reads("In Thornbury Ann Lee was trailing by only 94 votes.")["94"] != "majority of Thornbury"


def test_seats_sought_among_candidates_are_not_their_part() -> None:
    assert not check("Four council seats are being sought among seven candidates.").findings
