"""Which contest a figure is of: named in its clause, by the heading above, or left open; never a place that is near."""

from __future__ import annotations

import pytest
from articles import check

OPEN = "a race that is not named"


def about(text: str, figure: str) -> str:
    """Whom or what a figure was taken to be of, as the ledger says."""
    found = {f.text: f.claim or "nobody" for f in check(text).figures}
    return found[figure].partition(" of ")[2]


@pytest.mark.parametrize(
    ("text", "figure", "contest"),
    [
        (
            "Harlow changed hands in the early hours. Ann Lee took the Essex seat with a majority of 5,231, while in "
            "Clacton, also in Essex, Tom Hill held on.",
            "5,231",
            "Harlow",
        ),
        ("Ann Lee held Torfaen. In another contest Tom Hill won by 14 votes.", "14", OPEN),
        (
            "Ann Lee held Torfaen by 2,310 votes. In the second seat to declare, Tom Hill won by 1,044 votes.",
            "1,044",
            OPEN,
        ),
        ("The MP for Indore is back with a margin of 1,131 votes.", "1,131", "Indore"),
        ("Ann Lee won the riding of Nipissing by 25 votes.", "25", "Nipissing"),
        (
            "Hertfordshire – Bedwell\nAnn Lee was elected with a majority of 481 votes.",
            "481",
            "Hertfordshire – Bedwell",
        ),
    ],
)
def test_the_contest_of_a_figure(text: str, figure: str, contest: str) -> None:
    assert about(text, figure) == contest


def test_two_areas_of_one_contest_are_not_compared() -> None:
    text = "Ann Hale had 1,416 votes (42.2%) in Collin County. Across the whole district, Hale had 52.6% of the vote."
    assert not check(text).findings


def test_a_list_is_of_the_heading_above_it_and_not_of_a_part_of_its_name() -> None:
    rows = "Peter Locke (Con) 130,112 (44.2%)\nMary Tull (Lab) 109,946 (37.3%)\nJohn Pike (Green) 54,321 (18.5%)"
    winners = {c.about for c in check(f"Avon & Somerset\n{rows}").claims if c.attribute == "winner"}
    assert winners == {"Avon & Somerset"}


def test_a_by_election_of_a_year_is_not_the_articles_own() -> None:
    text = (
        "Ann Shaw took Corby by 6,212 votes. The record is older: Raj Pillai won a by-election in 2014 by 7,105 votes."
    )
    assert not check(text).findings


def test_the_articles_own_kind_of_election_is_no_other_one() -> None:
    # 4,211 - 3,902 = 309, not 351
    said = "Dana Cole won 4,211 votes to Ruth Hale's 3,902, a margin of 351 votes."
    assert [f.rule for f in check(f"In Tuesday's primary, {said}").findings] == ["election/majority-off"]
    assert not check(f"Ann Lee won the general election in Thornbury. In the primary, {said}").findings


def test_contests_for_two_offices_in_one_county_are_two() -> None:
    # 55.2 + 43.6 + 98.8 is more than 100
    text = (
        "In Lake County's race for sheriff, Ann Lee defeated Raj Patel, 55.2 percent to 43.6 percent.\n\n"
        "State Assembly hopeful Tom Hill received 98.8 percent of the vote."
    )
    assert not check(text).findings


def test_a_place_named_behind_the_first_figures_is_not_theirs() -> None:
    text = (
        "Ann Lee collected 56.13% of the vote.\n\nTom Hill won in the 10th district. He obtained 61.37% of the vote, "
        "ahead of Raj Patel, who obtained 38.63%."
    )
    assert not check(text).findings


def test_she_is_nobody_behind_a_name_that_nobody_knows() -> None:
    text = "Kay Lee won Thornbury with 4,217 votes.\nZorblat Gaylord was ahead all night. He finished with 4,484."
    assert about(text, "4,484") == ""


def test_two_majorities_in_two_clauses_are_of_two_races() -> None:
    text = "Ann Lee won the Thornbury seat by 1,142 votes, while Raj Patel defeated Tom Hill by 1,407 votes."
    assert not check(text).findings
    assert about(text, "1,407") == OPEN


def test_two_people_who_won_are_of_two_races() -> None:
    text = "Ann Lee won Thornbury by 5,567 votes. Raj Patel won by 4,500 votes."
    assert not check(text).findings


def test_the_leader_of_a_party_is_not_the_party() -> None:
    # 24,120 - 16,873 = 7,247, not "almost 8,000"
    text = (
        "The former Labour leader has been re-elected.\n\nAnn Lee won Thornbury with a majority of almost 8,000 votes. "
        "Lee won 24,120 votes to Labour's 16,873."
    )
    assert [f.rule for f in check(text).findings] == ["election/majority-off"]


ELSEWHERE = "Tom Hill held Marston by 1,407 votes.\n\n"  # so the draft is of two races


def test_two_majorities_in_one_sentence_are_of_two_races() -> None:
    text = "Ann Lee won Thornbury by 25 votes, and Raj Patel came home elsewhere with a majority of 15 votes."
    assert not check(text).findings


@pytest.mark.parametrize(
    ("majority", "rules"),
    [
        ("2,305", []),  # not told: it may be another race's
        ("1,231", ["election/majority-off"]),  # 9,331 - 8,010 = 1,321: two digits swapped
    ],
)
def test_figures_of_a_race_named_sentences_ago_are_told_only_as_a_slip(majority: str, rules: list[str]) -> None:
    text = f"{ELSEWHERE}Ann Lee won Thornbury with 9,331 votes to Raj Patel's 8,010. The majority was {majority}."
    assert [f.rule for f in check(text).findings] == rules


def test_a_district_known_by_its_number_is_a_contest() -> None:
    text = (
        "In Lake County 6,073 people were registered and turnout was 26.6 per cent.\n\n"
        "A total of 382 votes were cast in Supervisor District 5."
    )
    assert not check(text).findings
    assert about(text, "382") == "district 5"


@pytest.mark.parametrize(
    "text",
    [
        # a paragraph about the vote before
        "In all 486 ballots were cast in Weston, a turnout of 6.6 per cent.\n\n"
        "Last year's referendum drew fewer people. Turnout was put at 5 per cent.",
        # the election before, in a sentence and the ones that go on
        "Ann Lee held Falkirk for Labour. Labour 21,492 votes, 54.3%.\n\n"
        "At the election before this one, in 2016, Labour polled 18,260 there, a share of 56.9%.",
        "Ann Lee won Thornbury on July 4, 2024 with 9,331 votes to Raj Patel's 8,010.\n\n"
        "In 2017 the contest was close. Ann Lee had 7,114 votes and Raj Patel 7,009.",
        # one contest of many, not named
        "Turnout in Ireland was 39.2%.\n\nThe narrowest result was 9,361 votes to 7,270; turnout there was 29.2%.",
        "Turnout in Ireland was 39.2%. People came out on a turnout of 48.2% in one constituency.",
        # a share that answers another question than the list does
        "Enda Kenny is down four, to 29 per cent. Party support is: Fianna Fáil, 36 per cent; Fine Gael, 25 per cent; "
        "Sinn Féin, 18 per cent; Labour, 10 per cent.",
        # a passive, not a margin
        "Ann Lee won Thornbury by 52 points. Raj Patel was disliked by 55 per cent.",
        # changes are no parts
        "Liberal Democrat 518, or 44.9%: up 22.1%, 25.5% and 12.0%.",
    ],
)
def test_figures_of_something_else_are_not_compared(text: str) -> None:
    assert not check(text).findings


ROWS = "Lib Dem 14,292, 31.6% (-4.9)\nConservative 10,861, 24.0% (+0.5)\nLabour 10,274, 22.7% (+0.3)\n"


@pytest.mark.parametrize(
    "above",
    [
        "Harlow: a swing of 2.7% to the Conservatives.",
        "And then came Harlow, where the swing to the Conservatives was 2.7%.",
    ],
)
def test_rows_are_of_the_contest_in_the_line_right_above(above: str) -> None:
    text = f"Torfaen was a hold by 2,310 votes.\n\n{above}\n{ROWS}"
    assert about(text, "10,274") == "Labour"
    # (-4.9 - 0.5) / 2 = -2.7
    assert not check(text).findings
    assert [f.rule for f in check(text.replace("2.7%", "7.2%", 1)).findings] == ["election/swing-off"]


def test_who_holds_on_above_a_list_of_parties_heads_it() -> None:
    text = f"Harlow: a swing of 2.7% to the Conservatives, and Alan Reid holds on.\n{ROWS}"
    assert {c.value for c in check(text).claims if c.attribute == "winner"} == {"Liberal Democrat"}


def test_a_count_that_looks_like_a_year_is_a_row() -> None:
    text = "Labour – 1680 [57.7%, -18.1]\nGreen – 535 [18.4%, +6.6]\nConservative – 530 [18.2%, +11.3]\n"
    assert about(text, "1680") == "Labour"


def test_the_next_sentence_goes_on_with_the_seats_of_other_parties() -> None:
    text = "Labour has 372 seats on 35.6% of the vote. The Conservatives have 90, and Sinn Féin has seven."
    said = {f.text: f.claim for f in check(text).figures}
    assert said["90"] == "seats of Conservative"
    assert said["seven"] == "seats of Sinn Féin"
    assert about("Labour has 372 seats. The Conservatives have three leaders.", "three") != "Conservative"


def test_a_whole_may_be_an_owners() -> None:
    text = "Labour took 412 of the House of Commons' 650 seats."
    assert {f.text: f.claim for f in check(text).figures} == {
        "412": "seats of Labour",
        "650": "seats whole of Labour",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Yes had 895 votes and No had 2,302.", {"895": "Yes", "2,302": "No"}),
        ("The plan failed, with 895 in favour and 2,302 against.", {"895": "For", "2,302": "Against"}),
        ("Some 61.3% voted Yes and 38.7% No.", {"Some 61.3%": "Yes", "38.7%": "No"}),
        ("It was 2666 yes, 1896 no (+770).", {"2666": "Yes", "1896": "No"}),
        ("There were 12 votes for the Greens and 9 against Labour.", {"12": "Green", "9": ""}),
        ("In all 61 people said yes. No 10 said nothing.", {"61": "people"}),
    ],
)
def test_the_two_sides_of_a_question(text: str, told: dict[str, str]) -> None:
    assert {figure: about(text, figure) for figure in told} == told


def test_two_sides_that_do_not_make_a_whole_are_told() -> None:
    # 795,008 / (795,008 + 425,047) = 65.2 per cent
    text = "The Yes side had 795,008 votes, or {}%, and the No side 425,047, or 34.8%."
    assert not check(text.format("65.2")).findings
    assert [f.rule for f in check(text.format("25.6")).findings] == ["election/share-off"]


def test_a_row_may_end_in_a_remark() -> None:
    text = "SNP 1,056 (43.5%)\nLabour 719 (29.6%)\nGreen 63 (2.6%) from nowhere\n"
    assert about(text, "63") == "Green"


def test_a_bare_number_behind_a_share_is_its_change() -> None:
    text = "Ann Lee won Thornbury with 776 votes (49.6%, up 22.3). Raj Patel had 624 (39.9%, down 9.2)."
    said = {f.text: f.claim for f in check(text).figures}
    assert said["22.3"] == "share change of Ann Lee"
    assert said["9.2"] == "share change of Raj Patel"


def test_the_time_of_writing_is_now() -> None:
    text = "Ann Lee won Thornbury.\n\nAt the time of writing two independent candidates have won seats."
    said = {f.text: f.claim for f in check(text).figures}
    assert said["two"] == "seats of Independent"
