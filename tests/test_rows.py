"""Rows, lists and tables: for each layout what every figure is read as, worked out by hand."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from factcheck.findings import DocumentReport
from factcheck.formats import open_document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load((), ())


def read(engine: Engine, text: str) -> DocumentReport:
    return engine.check(open_document("draft.txt", text.encode(), 10**6))


def said(report: DocumentReport) -> list[str]:
    """Each quantity as "figure: claim"; "-" where it was not read."""
    return [f"{f.text}: {f.claim or '-'}" for f in report.figures if f.kind == "quantity"]


LEE = ("12,345: votes of Ann Lee", "41.1%: share of Ann Lee")
HILL = ("10,345: votes of Tom Hill", "35.1%: share of Tom Hill")

LAYOUTS = {
    "name, party, votes, share": ("Ann Lee (Lab) 12,345 (41.1%)\nTom Hill (Con) 10,345 (35.1%)", [*LEE, *HILL]),
    "a change behind a comma": (
        "Ann Lee (Lab) 12,345 (41.1%, +2.3)\nTom Hill (Con) 10,345 (35.1%, -1.5)",
        [*LEE, "+2.3: share change of Ann Lee", *HILL, "-1.5: share change of Tom Hill"],
    ),
    "a change behind a semicolon": (
        "Ann Lee (Lab) 12,345 (41.1%; +2%)\nTom Hill (Con) 10,345 (35.1%; -3%)",
        [*LEE, "+2%: share change of Ann Lee", *HILL, "-3%: share change of Tom Hill"],
    ),
    "no sign of percent": (
        "Con 1187 (37.5; -1.5)\nLab 1011 (31.9; +11.2)",
        [
            "1187: votes of Conservative",
            "37.5: share of Conservative",
            "-1.5: share change of Conservative",
            "1011: votes of Labour",
            "31.9: share of Labour",
            "+11.2: share change of Labour",
        ],
    ),
    "square brackets": (
        "Labour 2,266 [49.6%; +14.6%]\nGreen 316 [6.9%; +6.9%]",
        [
            "2,266: votes of Labour",
            "49.6%: share of Labour",
            "+14.6%: share change of Labour",
            "316: votes of Green",
            "6.9%: share of Green",
            "+6.9%: share change of Green",
        ],
    ),
    "run on, with notes": (
        "Result: Labour 1,264 (55% unchanged), Conservative 638 (28% +2%), Green Party 48 (2%, new), UKIP 40 (2%, nc)",
        [
            "1,264: votes of Labour",
            "55%: share of Labour",
            "638: votes of Conservative",
            "28%: share of Conservative",
            "+2%: share change of Conservative",
            "48: votes of Green",
            "2%: share of Green",
            "40: votes of UK Independence Party",
            "2%: share of UK Independence Party",
        ],
    ),
    "party before person": (
        "Liberal Democrat (Kevin Wood): 694 (36.1%, +17.5%)\nConservative: 627 (32.6%, +2.1%)",
        [
            "694: votes of Kevin Wood",
            "36.1%: share of Kevin Wood",
            "+17.5%: share change of Kevin Wood",
            "627: votes of Conservative",
            "32.6%: share of Conservative",
            "+2.1%: share change of Conservative",
        ],
    ),
    "party in brackets first": ("(LAB) Ann Lee 12,345 (41.1%)\n(CON) Tom Hill 10,345 (35.1%)", [*LEE, *HILL]),
    "surname first": (
        "LEE, Ann (Lab Co-op) 12,345 - 41.1%\nHILL, Tom (Con) 10,345 - 35.1%",
        [*LEE, *HILL],
    ),
    "a bare share": ("- Ann Lee (Lab) - 12,345 41.1%\n- Tom Hill (Con) - 10,345 35.1%", [*LEE, *HILL]),
    "a change outside the bracket": (
        "Ann Lee (Lab) 12,345 (41.1%) +11.4%\nTom Hill (Con) 10,345 votes (35.1%) -7.2%",
        [*LEE, "+11.4%: share change of Ann Lee", *HILL, "-7.2%: share change of Tom Hill"],
    ),
    "dashes": ("Ann Lee - Labour - 12,345 (41.1%)\nTom Hill - Conservative - 10,345 (35.1%)", [*LEE, *HILL]),
    "commas": (
        "Ann Lee, Labour, 12,345\nTom Hill, Conservative, 10,345",
        ["12,345: votes of Ann Lee", "10,345: votes of Tom Hill"],
    ),
    "only shares": (
        "Ann Lee Labour 30%\nTom Hill Conservative 26%",
        ["30%: share of Ann Lee", "26%: share of Tom Hill"],
    ),
    "letters and surnames": (
        "Voting was: C 378, Ind Andrews 160, Lab 114. Turnout 25.5%.",
        ["378: votes of Conservative", "160: votes of Andrews", "114: votes of Labour", "25.5%: turnout of Wakefield"],
    ),
    "parties that nobody knows": (
        "Ann Lee (Lab) 12,345 (41.1%)\nJoe Moss (Pond Party) 139 (0.5%)\n"
        "Resident Association: 77 (0.3%)\nTom Hill (Con) 10,345 (35.1%)",
        [
            *LEE,
            "139: votes of Joe Moss",
            "0.5%: share of Joe Moss",
            "77: votes of Resident Association",
            "0.3%: share of Resident Association",
            *HILL,
        ],
    ),
    "sides": (
        "Yes: 1,720 (44%)\nNo: 2,199 (56%)",
        ["1,720: votes of Yes", "44%: share of Yes", "2,199: votes of No", "56%: share of No"],
    ),
    "labels": (
        "Ann Lee (Lab) 12,345\nTom Hill (Con) 10,345\nMajority: 2,000\n"
        "Turnout 60.1% (43,999)\nElectorate: 71,271\nRejected papers: 139",
        [
            LEE[0],
            HILL[0],
            "2,000: majority of Wakefield",
            "60.1%: turnout of Wakefield",
            "43,999: votes cast of Wakefield",
            "71,271: electorate of Wakefield",
            "139: rejected votes of Wakefield",
        ],
    ),
    "labels over their figures": (
        "Majority\n5,025\nElectorate\n71,271\nTurnout\n68.6%",
        ["5,025: majority of Wakefield", "71,271: electorate of Wakefield", "68.6%: turnout of Wakefield"],
    ),
    "labels in one line": (
        "Majority 4,925. Turnout 39.5%. Electorate 69,601",
        ["4,925: majority of Wakefield", "39.5%: turnout of Wakefield", "69,601: electorate of Wakefield"],
    ),
    "names over their figures": (
        "Ann Lee\nLabour\n12,345\n41.1%\n\nTom Hill\nConservative\n10,345\n35.1%\n\nJo Day\nGreen Party\n1,345\n4.1%",
        [*LEE, *HILL, "1,345: votes of Jo Day", "4.1%: share of Jo Day"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(engine: Engine, layout: str) -> None:
    text, expected = LAYOUTS[layout]
    assert said(read(engine, f"Wakefield\n\n{text}\n")) == expected


TABLES = {
    "pipes": (
        "Results\nCandidate | Party | Votes | % | +/-\n---|---|---|---|---\n"
        "Ann Lee | Labour | 12,345 | 41.1 | +2.3\nMajority | | 2,000 | |",
        [
            "12,345: votes of Ann Lee",
            "41.1: share of Ann Lee",
            "+2.3: share change of Ann Lee",
            "2,000: majority of the race",
        ],
    ),
    "tabs": (
        "Candidate\tVotes\tShare\nAnn Lee\t12,345\t41.1\nTom Hill\t10,345\t35.1",
        ["12,345: votes of Ann Lee", "41.1: share of Ann Lee", "10,345: votes of Tom Hill", "35.1: share of Tom Hill"],
    ),
    "percentages under votes, seats": (
        "Party | Votes | Change | Seats | Change\nLabour | 27.0% | -11.3% | 40 | -7",
        [
            "27.0%: share of Labour",
            "-11.3%: share change of Labour",
            "40: seats of Labour",
            "-7: seats change of Labour",
        ],
    ),
    "a column that does not fit is read all the same": (
        "Party | Seats\nLabour | 412\nReform UK | 4,117,610",
        ["412: seats of Labour", "4,117,610: seats of Reform UK"],
    ),
    "two years": (
        "Party | 2019 % | 2024 %\nLabour | 32.1 | 33.7",
        ["2019 %: -", "2024 %: -", "32.1: share 2019 of Labour", "33.7: share of Labour"],
    ),
    "glued cells": (
        "Party | Votes | %\nLabour | 9,708,71633.7% | 3\nGreen | 1,200 | 4.1%",
        ["3: -", "1,200: votes of Green", "4.1%: share of Green"],
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_table(engine: Engine, table: str) -> None:
    text, expected = TABLES[table]
    assert said(read(engine, text + "\n")) == expected


COUNTS = {
    "seats by the line above": (
        "The final tally of seats is as follows:\n\nConservatives: 318 (-13)\nLabour: 262 (+30)",
        [
            "318: seats of Conservative",
            "-13: seats change of Conservative",
            "262: seats of Labour",
            "+30: seats change of Labour",
        ],
    ),
    "seats by their noun": (
        "DUP 8 seats (-2), 30.6% (-5.4%)\nUUP 7 seats (+1), 11.7% (+1.4%)",
        [
            "8: seats of Democratic Unionist Party",
            "-2: seats change of Democratic Unionist Party",
            "30.6%: share of Democratic Unionist Party",
            "-5.4%: share change of Democratic Unionist Party",
            "7: seats of Ulster Unionist Party",
            "+1: seats change of Ulster Unionist Party",
            "11.7%: share of Ulster Unionist Party",
            "+1.4%: share change of Ulster Unionist Party",
        ],
    ),
    "shares": (
        "The vote percentages were:\nConservatives 54.6\nLabour 21.1",
        ["54.6: share of Conservative", "21.1: share of Labour"],
    ),
    "nothing says what": (
        "Labour 83, Conservatives 65, Greens 10, Independents 2.",
        ["83: -", "65: -", "10: -", "2: -"],
    ),
    "points without a word for them": (
        "Conservatives 54.6\nLabour 21.1\nGreens 17.9",
        ["54.6: -", "21.1: -", "17.9: -"],
    ),
    "seats beside shares": (
        "Labour 412 (33.7%)\nConservatives 121 (23.7%)",
        ["412: -", "33.7%: -", "121: -", "23.7%: -"],
    ),
}


@pytest.mark.parametrize("case", COUNTS)
def test_what_a_list_counts(engine: Engine, case: str) -> None:
    text, expected = COUNTS[case]
    assert said(read(engine, text + "\n")) == expected


# 8,559 / 27,155 is 31.52%, 7,957 is 29.30%, 7,088 is 26.10%: "31.60" is no share of the total that "29.40" allows
PADDED = "Wakefield\n\nLabour: 8,559 ({})\nConservative: 7,957 ({})\nReform UK: 7,088 (26.10%)\nGreen: 695 (2.60%)\n"


def test_noughts_that_pad_a_list_carry_no_precision(engine: Engine) -> None:
    assert not read(engine, PADDED.format("31.60%", "29.40%")).findings
    assert [f.rule for f in read(engine, PADDED.format("31.61%", "29.40%")).findings] == ["election/share-off"]


def test_a_second_list_with_other_figures_is_of_another_race(engine: Engine) -> None:
    first = "First count\nAnn Lee (Lab) 12,345\nTom Hill (Con) 10,345\n\n"
    report = read(engine, first + "Second count\nAnn Lee (Lab) 13,345\nTom Hill (Con) 11,345\n")
    assert not report.findings


def test_one_slip_in_a_list_given_twice_is_told(engine: Engine) -> None:
    rows = "Ann Lee (Lab) {}\nTom Hill (Con) 10,345\nJo Day (Green) 1,345\n\n"
    report = read(engine, "Wakefield\n\n" + rows.format("12,345") + "The list again:\n" + rows.format("13,245"))
    assert [f.rule for f in report.findings] == ["core/figures-differ"]


SEATS = "{} 650 seats have now been declared.\n\nParty | Seats | Votes\nLabour | 411 | 9,708,716\nReform UK | {} | 5\n"


def test_more_seats_than_there_are_is_told(engine: Engine) -> None:
    report = read(engine, SEATS.format("All", "4,117,610"))
    assert [f.rule for f in report.findings] == ["election/seats-total-off"]
    assert {c.text for c in report.findings[0].figures} == {"4,117,610", "650"}
    assert not read(engine, SEATS.format("All", "5")).findings


def test_years_in_a_row_and_prose_are_left_alone(engine: Engine) -> None:
    text = "Wakefield\n\nConservative 1959 - 4.8% (+2.4%)\n\nLabour held it in 1997 by 4,000, the Greens 300 behind.\n"
    assert not [f for f in said(read(engine, text)) if "votes of" in f or "share of" in f]
