"""What a figure counts and whose it is, where the words around it decide: short texts of election copy."""

from __future__ import annotations

import pytest
from articles import alarms, check, engine, show

from factcheck.document import Document
from factcheck.engine import Run


def reads(text: str) -> dict[str, str | None]:
    """What each figure of an article was taken to be by the words of elections."""
    bound = Run(engine(), Document("draft.txt", text)).bound
    told = ((read.figure.text, bound.claims.get(id(read))) for read in bound.reads)
    return {figure: f"{claim.attribute} of {claim.subject.name}" if claim else None for figure, claim in told}


def roles(text: str) -> set[tuple[str, str]]:
    """(attribute, the words that tell it) of every role that the article gives."""
    return {(c.attribute, c.text) for c in check(text).claims if c.attribute in ("winner", "beaten", "runner_up")}


@pytest.mark.parametrize(
    "text",
    [
        "The average majority was 9,410.",
        "Labour seats had 70,100 voters on average.",
        "In Labour seats the average was 70,100, in Green seats 66,300.",
        "Labour won another 12 seats.",
        "Ann Lee won a further 320 votes in Thornbury.",
        "Labour lost control of nine councils.",
    ],
)
def test_a_number_that_is_no_level_of_the_noun_beside_it_is_not_read(text: str) -> None:
    assert set(reads(text).values()) == {None}, reads(text)


def test_another_share_is_that_of_another() -> None:
    assert reads("In Thornbury Raj Patel took another 24 per cent of the vote.")["24 per cent"] == "share of Raj Patel"


def test_half_of_the_seats_is_no_number_of_seats() -> None:
    read = reads("The Greens hold 22 seats, exactly half of the council's 44 seats.")
    assert read == {"22": "seats of Green", "exactly half": None, "44": "seats@whole of Green"}


def test_papers_rejected_are_not_the_votes_cast() -> None:
    text = "Ann Lee won Thornbury with 9,120 votes to Raj Patel's 8,015. The number of papers rejected was 88."
    assert reads(text)["88"] == "rejected_votes of Thornbury"
    assert not alarms(check(text)), show(check(text))


def test_a_long_dash_is_no_hyphen() -> None:
    read = reads("In Thornbury Ann Lee had 9,120 votes and Raj Patel 8,015—a margin of 1,105.")
    assert read["8,015"] == "votes of Raj Patel"
    assert read["1,105"] == "majority of the race"


def test_how_much_is_counted_is_no_candidates_row() -> None:
    text = "Ann Lee (Lab): 54.1%\nRaj Patel (Green): 45.9%\nBoxes counted: 88%"
    assert reads(text) == {"54.1%": "share of Ann Lee", "45.9%": "share of Raj Patel", "88%": None}


def test_so_many_to_so_many_votes_of_a_lead_are_the_votes_of_both() -> None:
    read = reads("In Thornbury Ann Lee has a 410 to 322 vote lead over Raj Patel.")
    assert read == {"410": "votes of Ann Lee", "322": "votes of Raj Patel"}


def test_who_holds_a_lead_has_not_held_the_seat() -> None:
    assert not roles("In Thornbury Ann Lee holds a narrow lead over Raj Patel.")


ROWS = "Thornbury\nAnn Lee (Lab) 9,120\nRaj Patel (Con) 7,015\nTom Hill (Green) 2,310\nKim Moss (Ind) 410\n"


@pytest.mark.parametrize(("row", "told"), [("", True), ("Sir Wyn ap Rhys-Howell the Third, 8,510\n", False)])
def test_a_list_with_a_row_not_read_tells_nobodys_place(row: str, told: bool) -> None:
    # 9,120 - 7,015 = 2,105, not 1,610; with the row that was not read second place had 8,510, and 610 is right
    text = ROWS + row + "Majority: 610\n"
    assert bool(alarms(check(text))) is told, show(check(text))


def test_a_second_verb_goes_on_with_the_subject() -> None:
    read = reads("Ann Lee carried Corby, beating Raj Patel by 2.1 points and taking only 44% of the vote.")
    assert read["44%"] == "share of Ann Lee"


def test_a_victory_for_somebodys_party_is_not_that_persons() -> None:
    assert not roles("Thornbury was a triumph for Ann Lee's party.")


def test_offices_stack_between_party_and_name() -> None:
    report = check("Democrat Jim Hall beat Republican state Senate president Bill Cole in Thornbury by 2,000 votes.")
    assert {c.attribute for c in report.claims} >= {"winner", "beaten"}
    assert {c.value for c in report.claims if c.attribute == "beaten"} == {"Bill Cole"}


def test_titles_stack_before_a_name() -> None:
    read = reads("Former Vice President Jim Dale won Thornbury. Dale had 9,120 votes.")
    assert read["9,120"] == "votes of Jim Dale"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "The Greens on 40,120 votes, 22.6%; won 14 seats, up 3.",
            {
                "40,120": "votes of Green",
                "22.6%": "share of Green",
                "14": "seats of Green",
                "3": "seats@change of Green",
            },
        ),
        (
            "Labour won 31 seats, while the Greens took just 12 and the Conservatives four.",
            {"31": "seats of Labour", "12": "seats of Green", "four": "seats of Conservative"},
        ),
        (
            "Labour took 61 per cent of the vote against the Greens' 12 per cent.",
            {"61 per cent": "share of Labour", "12 per cent": "share of Green"},
        ),
        (
            "Labour gained 17 seats but lost six, a net change of +11.",
            {"17": "seats_gained of Labour", "six": "seats_lost of Labour", "+11": "seats_net of Labour"},
        ),
        (
            "The Greens are on 41 seats, nine fewer than before.",
            {"41": "seats of Green", "nine": "seats@change of Green"},
        ),
        (
            "Labour won 31.5% of the vote, up from 204 seats.",
            {"31.5%": "share of Labour", "204": "seats@before of Labour"},
        ),
        (
            "Leeds voted Yes by 30,120 to 28,015.",
            {"30,120": "votes of Yes", "28,015": "votes of No"},
        ),
        (
            "Leeds counted 30,120 papers for Remain, and York voted Leave (56%).",
            {"30,120": "votes of Remain", "56%": "share of Leave"},
        ),
        (
            "The “No” campaign had 30,120 votes.",
            {"30,120": "votes of No"},
        ),
        (
            "Ann Lee (Labour) – 9,120 / 45.6%\nRaj Patel (Green) – 8,015 / 40.1%",
            {
                "9,120": "votes of Ann Lee",
                "45.6%": "share of Ann Lee",
                "8,015": "votes of Raj Patel",
                "40.1%": "share of Raj Patel",
            },
        ),
        ("The Congress polled 41.5 per cent votes.", {"41.5 per cent": "share of Indian National Congress"}),
        (
            "The NDP lost 15 seats to end up with 24.",
            {"15": "seats_lost of New Democratic Party", "24": "seats of New Democratic Party"},
        ),
        (
            "Labour took 61 per cent of the popular vote to the Greens' 14 per cent.",
            {"61 per cent": "share of Labour", "14 per cent": "share of Green"},
        ),
        (
            "Leeds has gone for Yes by a margin of 53% to 47%.",
            {"53%": "share of Yes", "47%": "share of No"},
        ),
        (
            "Labour won 4 seats in Wales, one more than in 2015.",
            {"4": "seats of Labour in Wales", "one": "seats@change of Labour in Wales"},
        ),
        (
            "In Leeds Ann Lee captured 56 per cent of the electorate.",
            {"56 per cent": "share of Ann Lee"},
        ),
        ("NOTA drew 1,204 votes.", {"1,204": "votes of None of the Above"}),
        (
            "In Leeds Ann Lee took 51.4% of the vote, compared with 55.7% in 2015.",
            {"51.4%": "share of Ann Lee", "55.7%": "share of Ann Lee"},
        ),
    ],
)
def test_figures_that_leave_out_their_noun_or_their_subject(text: str, read: dict[str, str]) -> None:
    found = reads(text)
    assert {figure: found[figure] for figure in read} == read


def test_ballots_handed_in_by_those_on_the_register_are_the_turnout() -> None:
    # 12,030 / 60,150 = 20.0%
    text = "Just {} ballots were handed in by the 60,150 people on the register, a 20.0% voter turnout."
    assert not alarms(check(text.format("12,030"))), show(check(text.format("12,030")))
    assert alarms(check(text.format("13,020"))), show(check(text.format("13,020")))


def test_a_referendums_sides_are_checked_against_their_margin() -> None:
    # 30,120 - 28,015 = 2,105
    text = "Leeds voted Yes by 30,120 to 28,015, a margin of {}."
    assert not alarms(check(text.format("2,105"))), show(check(text.format("2,105")))


def test_whoever_is_clear_of_the_nearest_rival_is_no_runner_up() -> None:
    assert not roles("In Leeds Ann Lee finished 4,410 votes clear of her nearest rival.")


def test_changes_of_some_parties_need_not_add_up() -> None:
    text = "Labour: 31 seats (+4)\nConservatives: 20 seats (-1)\nGreens: 9 seats (+2)"
    assert not alarms(check(text)), show(check(text))


@pytest.mark.parametrize(("points", "told"), [("11 points", False), ("17 points", True)])
def test_points_behind_are_behind_the_one_spoken_of_before(points: str, told: bool) -> None:
    # 44 - 33 = 11
    text = f"In Leeds Ann Lee took 44% of the vote. Her rival Raj Patel was {points} behind on 33%."
    assert bool(alarms(check(text))) is told, show(check(text))
