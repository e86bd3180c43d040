"""The shipped reference tables: what is in them, and how a file of one is known."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from tabled import cell, number, race

from factcheck.errors import TableError
from factcheck.interval import Interval, Value
from factcheck.tables.tables import (
    Reference,
    check_table,
    list_references,
    load_reference,
)

UK = "uk-general-election-2024"
US = "us-president-2020-by-state"


def test_seats_and_candidates_are_all_there(uk: Reference) -> None:
    assert len(uk.races) == 650
    assert sum(len(uk.races[key].candidates) for key in uk.races) == 4515


def test_seats_won_by_party_are_those_of_the_official_summary(uk: Reference) -> None:
    # Labour 411 without the Speaker; README of the source
    won = Counter(uk.races[key].candidates[0].party_short for key in uk.races)
    assert won == {
        "Lab": 411, "Con": 121, "LD": 72, "SNP": 9, "SF": 7, "Ind": 6, "RUK": 5, "DUP": 5, "Green": 4, "PC": 4,
        "SDLP": 2, "APNI": 1, "TUV": 1, "UUP": 1, "Spk": 1,
    }  # fmt: skip


def test_votes_add_up_and_first_less_second_is_the_majority(uk: Reference) -> None:
    for key in uk.races:
        seat = uk.races[key]
        votes = [number(each, "candidate.votes") for each in seat.candidates]
        assert sum(votes) == number(seat, "race.votes_cast"), seat.name
        assert votes[0] - votes[1] == number(seat, "race.majority"), seat.name
        assert votes == sorted(votes, reverse=True), seat.name


def test_shares_hold_the_exact_quotient(uk: Reference) -> None:
    for key in uk.races:
        seat = uk.races[key]
        for each in seat.candidates:
            share = cell(each, "candidate.share").value
            assert isinstance(share, Value)
            assert Fraction(100 * number(each, "candidate.votes"), number(seat, "race.votes_cast")) in share.plain


def test_ranks_run_from_one(uk: Reference) -> None:
    for key in uk.races:
        ranks = [each.rank for each in uk.races[key].candidates]
        assert ranks == list(range(1, len(ranks) + 1))


def test_the_winner_is_the_first_candidate(uk: Reference) -> None:
    for key in uk.races:
        assert cell(uk.races[key], "race.winner").value == uk.races[key].candidates[0].name


def test_the_facts_of_one_seat(uk: Reference) -> None:
    seat = race(uk, "Blackburn")
    first, second = seat.candidates[:2]
    assert (first.name, first.party, first.rank) == ("Adnan Hussain", "Independent", 1)
    assert (second.name, second.party_short) == ("Kate Hollern", "Lab")
    assert (number(first, "candidate.votes"), number(second, "candidate.votes")) == (10518, 10386)
    assert (cell(seat, "race.outcome").value, cell(seat, "race.held_by").value) == ("gain", "Labour")


def test_parties_are_called_as_the_lists_of_names_call_them(uk: Reference) -> None:
    assert race(uk, "Ashfield").candidates[1].party == "Labour"
    printed = cell(race(uk, "Birmingham Edgbaston").candidates[0], "candidate.party")
    assert race(uk, "Birmingham Edgbaston").candidates[0].party == printed.value == "Labour"
    assert printed.text == "Labour and Co-operative"


def test_a_cell_is_cited_by_file_row_and_column(uk: Reference) -> None:
    # row 2 of the file is the first below the names of the columns
    seat = race(uk, "Aberafan Maesteg")
    assert cell(seat.candidates[0], "candidate.votes").citation == "candidates.csv row 2, Votes: 17,838"
    assert cell(seat.candidates[0], "candidate.share").citation == "candidates.csv row 2, Share: 49.890"
    assert cell(seat, "race.winner").citation == "constituencies.csv row 2, Winner: Stephen Kinnock"


def test_a_printed_share_is_all_that_its_digits_allow(uk: Reference) -> None:
    share = cell(race(uk, "Aberafan Maesteg").candidates[0], "candidate.share").value
    assert share == Value.same(Interval.between(Fraction("49.8895"), Fraction("49.8905")))


def test_the_event_has_its_date_and_other_names(uk: Reference) -> None:
    assert (uk.event.name, uk.event.kind) == ("UK general election", "general election")
    assert (uk.event.date, uk.event.year, uk.event.place) == ("2024-07-04", 2024, "United Kingdom")
    assert "2024 general election" in uk.event.also
    assert "Open Parliament Licence v3.0" in uk.attribution


def test_the_election_before_is_given_for_seats_whose_name_is_unchanged(uk: Reference) -> None:
    seat = race(uk, "Islington North")
    assert cell(seat, "race.winner@2019").value == "Jeremy Corbyn"
    assert number(seat, "race.majority@2019") == 26188
    assert "race.majority@2019" not in {each.path for each in race(uk, "Dewsbury and Batley").cells}
    assert uk.race("Dewsbury") is None


def test_all_seats_with_an_unchanged_name_have_the_election_before(uk: Reference) -> None:
    # 418 whose name is the same but for capitals, and 21 that have lost a comma ("Birmingham, Edgbaston")
    assert sum(any(c.path == "race.majority@2019" for c in uk.races[key].cells) for key in uk.races) == 439


def test_a_cell_known_to_be_given_otherwise_elsewhere_allows_both(uk: Reference) -> None:
    value = cell(race(uk, "Waveney Valley"), "race.majority").value
    assert value == Value(Interval.exact(5594), Interval.between(5593, 5594))


def test_the_shipped_tables_are_listed() -> None:
    listed = dict(list_references())
    assert listed[UK] == (
        "UK general election of 4 July 2024: 650 constituencies, 4,515 candidates, 650 previous constituencies"
    )
    assert "51 states" in listed[US]


@pytest.mark.parametrize("name", [UK, US])
def test_the_shipped_tables_have_no_faulty_rows(name: str) -> None:
    assert check_table(load_reference(name)) == []


# one column a candidate


def test_a_table_with_a_column_for_each_candidate(us: Reference) -> None:
    georgia = race(us, "Georgia")
    assert [(each.name, each.party) for each in georgia.candidates] == [
        ("Joe Biden", "Democratic"), ("Donald Trump", "Republican"), ("Jo Jorgensen", "Libertarian Party"),
    ]  # fmt: skip
    biden, trump = georgia.candidates[:2]
    assert (
        number(biden, "candidate.votes") - number(trump, "candidate.votes") == 11779 == number(georgia, "race.majority")
    )
    assert cell(biden, "candidate.votes").citation == "us2020_president_by_state.csv row 12, Biden: 2,473,633"


def test_every_state_adds_up(us: Reference) -> None:
    assert len(us.races) == 51
    for key in us.races:
        state = us.races[key]
        first, second = (number(each, "candidate.votes") for each in state.candidates[:2])
        assert abs(first - second) == number(state, "race.majority")


def test_a_bare_file_with_the_name_and_columns_of_a_shipped_one_is_read_as_it(us: Reference, tmp_path: Path) -> None:
    copy = tmp_path / "us2020_president_by_state.csv"
    copy.write_bytes(us.sheets[0].resource.path.read_bytes())
    own = load_reference(copy)
    assert own.event == us.event
    assert own.sheets[0].resource.path == copy
    assert number(race(own, "Ohio").candidates[1], "candidate.votes") == 3154834


def test_a_file_of_that_name_with_other_columns_is_not_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "us2020_president_by_state.csv").write_text("state,votes\nOhio,1\n")
    with pytest.raises(TableError, match="what its columns mean is not known"):
        load_reference(tmp_path / "us2020_president_by_state.csv")


# names of seats
