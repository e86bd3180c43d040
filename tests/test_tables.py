"""Reference tables: the shipped ones, a table of one's own, names and near names, and tables that cannot be used."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import TableError
from factcheck.interval import Interval, Value
from factcheck.names.personnames import near_person, same_person
from factcheck.tables.tables import (
    Cell,
    Reference,
    TableCandidate,
    TableRace,
    check_table,
    list_references,
    load_reference,
)

UK = "uk-general-election-2024"
US = "us-president-2020-by-state"


@pytest.fixture(scope="module")
def uk() -> Reference:
    return load_reference(UK)


@pytest.fixture(scope="module")
def us() -> Reference:
    return load_reference(US)


def cell(owner: TableRace | TableCandidate, path: str) -> Cell:
    return next(each for each in owner.cells if each.path == path)


def number(owner: TableRace | TableCandidate, path: str) -> int:
    value = cell(owner, path).value
    assert isinstance(value, Value)
    assert value.plain.is_exact
    assert isinstance(value.plain.low, int)
    return value.plain.low


def race(reference: Reference, name: str) -> TableRace:
    found = reference.race(name)
    assert found is not None, name
    return found


# the shipped tables


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


CLAIMS: dict[str, Any] = {"Seat": "race", "Name": "candidate", "Party": "candidate.party", "Votes": "candidate.votes"}
ROWS = 'Seat,Name,Party,Votes\nThornbury,Ann Lee,Labour,"13,303"\nThornbury,Raj Patel,Conservative,12796\n'


def package(claims: dict[str, Any], **changes: Any) -> dict[str, Any]:
    event = {"name": "Thornbury by-election", "kind": "by-election", "date": "2023-05-04"}
    own = {
        "name": "own",
        "factcheck": {"event": event},
        "resources": [{"path": "own.csv", "factcheck": {"claims": claims}}],
    }
    return own | changes


def write(folder: Path, rows: str, described: object) -> Path:
    (folder / "own.csv").write_text(rows, encoding="utf-8")
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def table(folder: Path, rows: str, claims: dict[str, Any]) -> Reference:
    return load_reference(write(folder, rows, package(claims)))


@pytest.mark.parametrize("given", ["", "datapackage.json", "own.csv"])
def test_a_table_is_given_as_folder_package_or_file(tmp_path: Path, given: str) -> None:
    write(tmp_path, ROWS, package(CLAIMS))
    own = load_reference(tmp_path / given)
    assert own.event.year == 2023
    assert [number(each, "candidate.votes") for each in race(own, "Thornbury").candidates] == [13303, 12796]


def test_a_package_of_its_own_name_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path, ROWS, package(CLAIMS))
    (tmp_path / "datapackage.json").rename(tmp_path / "own.datapackage.json")
    assert load_reference(tmp_path / "own.csv").name == "own"


def test_columns_are_numbers_as_their_cells_look_where_no_type_is_stated(tmp_path: Path) -> None:
    rows = "Seat,Majority,Turnout,Winner\nThornbury,507,60.1%,Ann Lee\nYate,1 lakh,59,Bo Ash\n"
    own = table(
        tmp_path,
        rows,
        {"Seat": "race", "Majority": "race.majority", "Turnout": "race.turnout", "Winner": "race.winner"},
    )
    thornbury = race(own, "Thornbury")
    assert cell(thornbury, "race.turnout").value == Value.same(Interval.between(Fraction("60.05"), Fraction("60.15")))
    assert number(thornbury, "race.majority") == 507
    assert cell(thornbury, "race.winner").value == "Ann Lee"
    assert [each.path for each in race(own, "Yate").cells] == ["race.turnout", "race.winner"]
    assert [str(each) for each in check_table(own)] == [
        'own.csv, row 3: column "Majority": "1 lakh" is not a whole number'
    ]


def test_empty_cells_claim_nothing(tmp_path: Path) -> None:
    own = table(tmp_path, "Seat,Majority\nThornbury,\n", {"Seat": "race", "Majority": "race.majority"})
    assert race(own, "Thornbury").cells == ()


def test_a_byte_order_mark_and_carriage_returns_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path, "", package(CLAIMS))
    (tmp_path / "own.csv").write_bytes(b"\xef\xbb\xbf" + ROWS.replace("\n", "\r\n").encode())
    assert len(race(load_reference(tmp_path), "Thornbury").candidates) == 2


def test_faulty_rows_are_told_with_file_and_row(tmp_path: Path) -> None:
    rows = ROWS + "\nThornbury,Ann Lee,Labour,7\n,Bo Ash,Green,3\nThornbury,Di Fox,Green,3,4\n"
    told = [str(each) for each in check_table(table(tmp_path, rows, CLAIMS))]
    assert told == [
        'own.csv, row 6: no name in column "Seat"',
        "own.csv, row 7: 5 cells, but the first row names 4 columns",
        "own.csv, row 5: Thornbury Ann Lee Labour stands in row 2 already",
    ]


# tables that cannot be used


def refusal(given: str | Path) -> str:
    with pytest.raises(TableError) as caught:
        load_reference(given)
    return str(caught.value)


def test_an_unknown_name_lists_the_shipped_ones_and_the_nearest() -> None:
    said = refusal("uk-general-election-2025")
    assert f'did you mean "{UK}"?' in said
    assert US in said


def test_a_column_that_is_missing_names_the_nearest(tmp_path: Path) -> None:
    said = refusal(write(tmp_path, ROWS, package(CLAIMS | {"Vote": "candidate.share"})))
    assert "own.csv" in said
    assert 'no column "Vote"' in said
    assert 'did you mean "Votes"?' in said


def test_a_bare_file_gets_a_skeleton_to_paste(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("Ward,Candidate,Votes\nTown,Ann Lee,507\n")
    said = refusal(tmp_path / "mine.csv")
    assert str(tmp_path / "datapackage.json") in said
    made = json.loads(said[said.index("{") :])
    assert made["resources"][0]["factcheck"]["claims"] == {
        "Ward": "race", "Candidate": "candidate", "Votes": "candidate.votes",
    }  # fmt: skip
    made["factcheck"]["event"]["date"] = "2023-05-04"
    (tmp_path / "datapackage.json").write_text(json.dumps(made))
    assert number(race(load_reference(tmp_path / "mine.csv"), "Town").candidates[0], "candidate.votes") == 507


def test_three_mistakes_of_a_package_are_told_at_once(tmp_path: Path) -> None:
    wrong = package({"Seat": "race", "Votes": "votes"})
    wrong["factcheck"]["event"]["date"] = "4 May 2023"
    wrong["resources"][0]["path"] = "../own.csv"
    said = refusal(write(tmp_path, ROWS, wrong)).split("\n")
    assert len(said) == 3
    assert all(line.startswith(str(tmp_path / "datapackage.json")) for line in said)
    assert 'write the day as YYYY-MM-DD (found "4 May 2023")' in said[0]
    assert '"../own.csv" leads out of the folder' in said[1]
    assert '"votes" is no path' in said[2]


@pytest.mark.parametrize(
    ("described", "hint"),
    [
        ([], "must hold one object"),
        ({"name": "own"}, 'add an object "factcheck"'),
        (package({"Votes": "candidate.votes"}), 'map exactly one column to "race"'),
        (package({"Seat": "race", "Name": 3}), "give a path"),
        (package({"Seat": "race", "Votes": "candidate.votes@soon"}), "after @ comes"),
        (package(CLAIMS, resources=[]), "an object for each CSV file"),
        (
            package(CLAIMS, resources=[{"path": "none.csv", "factcheck": {"claims": CLAIMS}}]),
            'there is no file "none.csv"',
        ),
        (package(CLAIMS, resources=[{"path": "own.csv"}]), "map columns to paths"),
    ],
)
def test_a_package_that_is_wrong_says_what_to_do(tmp_path: Path, described: object, hint: str) -> None:
    said = refusal(write(tmp_path, ROWS, described))
    assert "datapackage.json" in said
    assert hint in said


def test_a_package_that_is_no_json_names_line_and_column(tmp_path: Path) -> None:
    write(tmp_path, ROWS, {})
    (tmp_path / "datapackage.json").write_text('{"name": "own",\n "title"; 3}')
    assert "line 2, column 9: not JSON" in refusal(tmp_path)


def test_bytes_that_are_not_utf8_name_row_and_likely_encoding(tmp_path: Path) -> None:
    write(tmp_path, ROWS, package(CLAIMS))
    (tmp_path / "own.csv").write_bytes(ROWS.encode() + "Yate,Siân Ash,Green,3\n".encode("cp1252"))
    said = refusal(tmp_path)
    assert "own.csv: row 4, byte 8: not UTF-8, likely Windows-1252" in said


def test_utf16_is_told(tmp_path: Path) -> None:
    write(tmp_path, ROWS, package(CLAIMS))
    (tmp_path / "own.csv").write_bytes(ROWS.encode("utf-16"))
    assert "this is UTF-16" in refusal(tmp_path)


def test_an_empty_file_and_a_quote_that_never_ends(tmp_path: Path) -> None:
    assert "the file is empty" in refusal(write(tmp_path, "", package(CLAIMS)))
    assert "not a CSV" in refusal(write(tmp_path, ROWS + '"Yate,1,2,3\n', package(CLAIMS)))


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.tables.rows.LARGEST", 20)
    assert "tables may have up to" in refusal(write(tmp_path, ROWS, package(CLAIMS)))


def test_a_folder_without_tables_and_a_file_of_another_kind(tmp_path: Path) -> None:
    assert "neither a datapackage.json nor a CSV" in refusal(tmp_path)
    (tmp_path / "own.xlsx").write_text("")
    assert "a reference is a CSV file" in refusal(tmp_path / "own.xlsx")
