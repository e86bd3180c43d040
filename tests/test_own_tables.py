"""A reference table of one's own, and tables that cannot be used."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from tabled import CLAIMS, ROWS, cell, number, package, race, table, write

from factcheck.errors import TableError
from factcheck.interval import Interval, Value
from factcheck.tables.tables import (
    check_table,
    load_reference,
)


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
    assert 'did you mean "uk-general-election-2024"?' in said
    assert "us-president-2020-by-state" in said


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
