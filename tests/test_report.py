"""Reports: pure functions of the findings, the same every time, safe for a terminal."""

from __future__ import annotations

import json as reader
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings import (
    Citation,
    ClaimRead,
    DateRead,
    DocumentReport,
    FigureStatus,
    Finding,
    NameRead,
    RunReport,
)
from factcheck.report import json, read, table, text
from factcheck.report.ledger import Ledger
from factcheck.report.quote import quoted
from factcheck.report.words import count, display_width, listed, printable

QUOTE = "Khan won Perry Barr with 13,303 votes, a majority of 607 over Mahmood."
VOTES = Citation("13,303", 25, 31, 1, 26, label="votes of Khan", quote=QUOTE)
MAJORITY = Citation("607", 53, 56, 1, 54, label="majority of Perry Barr", quote=QUOTE)
CELL = Citation("507", source="reference", label="constituencies.csv row 55, Majority: 507")
ERROR = Finding(
    "election/majority-off",
    "error",
    "inconsistent",
    'the majority is given as "607", but the votes differ by 507',
    (MAJORITY, VOTES, CELL),
    ("13,303 - 12,796 = 507",),
    ("the majority would have to be 507",),
    ("607 may be 507 with one digit wrong",),
    "The majority is the winner's votes less the runner-up's.",
)
NOTE = Finding("election/tally-off", "note", "unresolved", "six are said to have won, and five are named", (VOTES,))


def figure(words: str, status: str = "checked", why: str = "", kind: str = "quantity", line: int = 1) -> FigureStatus:
    return FigureStatus(words, 0, len(words), line, 1, status, None, why, (), "votes", kind)


FIGURES = (
    figure("13,303"),
    figure("607", "contradicted"),
    figure("69", "unchecked", "counts nothing known", line=3),
    figure("five", "unchecked", "nobody it could belong to", line=4),
    figure("12", "unchecked", "counts nothing known", line=5),
    figure("2024", "unchecked", "a year", "year"),
    figure("2019", "unchecked", "a year", "year"),
    figure("10pm", "unchecked", "a time", "time"),
)
REPORT = RunReport((DocumentReport("drafts/a.txt", (NOTE, ERROR), FIGURES, notes=("add --reference x",)),))

TEXT = """\
drafts/a.txt

  error     the majority is given as "607", but the votes differ by 507
            election/majority-off
         1:54  "607" (majority of Perry Barr)
         1:26  "13,303" (votes of Khan)
               Khan won Perry Barr with 13,303 votes, a majority of 607 over Mahmood.
                                        ^^^^^^                      ^^^
        table  constituencies.csv row 55, Majority: 507
   arithmetic  13,303 - 12,796 = 507
    would fit  the majority would have to be 507
  likely slip  607 may be 507 with one digit wrong
          why  The majority is the winner's votes less the runner-up's.

  note      six are said to have won, and five are named
            election/tally-off
         1:26  "13,303" (votes of Khan)
               Khan won Perry Barr with 13,303 votes, a majority of 607 over Mahmood.
                                        ^^^^^^

         note  add --reference x
  5 figures: 1 checked, 1 contradicted, 3 not checked; 1 error and 1 note
  not checked  counts nothing known: "69" 3:1, "12" 5:1
               nobody it could belong to: "five" 4:1
    set aside  2 years and 1 clock time
"""


def test_text() -> None:
    assert text.render(REPORT) == TEXT


def test_text_in_colour_has_the_same_words() -> None:
    import click

    coloured = text.render(REPORT, colour=True)
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == TEXT


def test_several_articles_are_summed_up() -> None:
    two = RunReport((*REPORT.documents, DocumentReport("b.txt", notes=("nothing to check",))))
    assert text.render(two).endswith(
        "b.txt\n\n         note  nothing to check\n\n"
        "2 articles checked: 1 error and 1 note; 5 figures: 1 checked, 1 contradicted, 3 not checked\n"
    )
    assert text.render(RunReport()) == ""


def test_nothing_found_is_said() -> None:
    report = text.render(RunReport((DocumentReport("a.txt", (), FIGURES[:1]),)))
    assert report == "a.txt\n  1 figure: 1 checked, 0 contradicted, 0 not checked; no discrepancies found\n"


def test_a_long_sentence_is_cut_around_the_figure() -> None:
    quote = "before " * 40 + "607 votes" + " after" * 40
    cited = Citation("607 votes", 280, 289, 9, 281, quote=quote)
    lines = text.render(
        RunReport((DocumentReport("a", (Finding("r", "error", "inconsistent", "m", (cited,)),)),))
    ).split("\n")
    shown, marks = next((one, two) for one, two in pairwise(lines) if "^" in two)
    assert len(shown) <= text.WIDTH
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "607 votes"
    assert shown.strip("9:281 ").startswith("…")
    assert shown.endswith("…")


def test_figures_far_apart_in_a_sentence_are_each_shown() -> None:
    quote = "607 votes" + " and" * 40 + " 5 seats"
    cited = [Citation("607 votes", 0, 9, 1, 1, quote=quote), Citation("5", 170, 171, 1, 171, quote=quote)]
    (one, under_one), (two, under_two) = quoted(cited, 60)
    assert (one, under_one) == ("607 votes" + " and" * 12 + " a…", "^" * 9)
    assert two.startswith("…")
    assert two.endswith(" 5 seats")
    assert two[under_two.index("^")] == "5"


@pytest.mark.parametrize(
    ("quote", "words", "marks"),
    [
        ("票数e\u0301 5", ["5"], "      ^"),  # two columns each, and an accent that takes none
        ("15,641 to 5", ["5"], "          ^"),  # not the 5 of 15,641
        ("5 of 5", ["5", "5"], "^    ^"),
        ("a\x1b5", ["5"], "     ^"),  # a\x1b5
        ("x5x", ["5"], " ^"),
    ],
)
def test_marks_stand_under_the_words(quote: str, words: list[str], marks: str) -> None:
    cited = [Citation(each, at, at + 1, 1, 1, quote=quote) for at, each in enumerate(words)]
    assert [under for _, under in quoted(cited, 80)] == [marks]


@pytest.mark.parametrize("cited", [Citation("5"), Citation("5", quote="six"), Citation("", quote="six")])
def test_a_sentence_that_is_not_known_is_not_shown(cited: Citation) -> None:
    assert list(quoted([cited], 80)) == []


@given(st.text(st.sampled_from("ab 5,\x1b票\u0301"), min_size=1, max_size=80), st.data())
def test_a_cut_sentence_keeps_its_width_and_its_words(quote: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(quote) - 1))
    words = quote[start : start + data.draw(st.integers(1, 5))]
    ((line, marks),) = quoted([Citation(words, quote=quote)], 30)
    assert len(line) <= 30
    assert "^" in marks or all(char == "\u0301" for char in words)
    assert printable(words) in line


def test_an_article_without_figures() -> None:
    assert text.render(RunReport((DocumentReport("a.txt"),))) == "a.txt\n  no figures found\n"


def test_a_citation_without_its_sentence() -> None:
    report = text.render(
        RunReport((DocumentReport("a", (Finding("r", "error", "inconsistent", "m", (Citation("5", 0, 1, 2, 3),)),)),))
    )
    assert '          2:3  "5"\n' in report


HOSTILE = "\x1b[2J\u202e5\x07\x9b\n"


@pytest.mark.parametrize("render", [text.render, table.render, read.render])
def test_nothing_of_a_draft_can_steer_the_terminal(render: object) -> None:
    assert callable(render)
    cited = Citation(HOSTILE, 0, 1, 1, 1, label=HOSTILE, quote=HOSTILE)
    finding = Finding(HOSTILE, "error", "inconsistent", HOSTILE, (cited,), (HOSTILE,), (HOSTILE,), (HOSTILE,), HOSTILE)
    document = DocumentReport(
        HOSTILE,
        (finding,),
        (figure(HOSTILE, "unchecked", HOSTILE),),
        (NameRead(HOSTILE, 0, 1, 1, 1, "person", HOSTILE, HOSTILE),),
        (ClaimRead(HOSTILE, "votes", HOSTILE, "", "row", HOSTILE, 0, 1, 1, 1),),
        (HOSTILE,),
    )
    shown = render(RunReport((document,)))
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "\\x1b[2J\\u202e5\\x07\\x9b" in shown


def test_table() -> None:
    shown = table.render(REPORT)
    assert "drafts/a.txt  1:54    error       election/majority-off  the majority is given as" in shown
    assert "5 figures: 1 checked, 1 contradicted, 3 not checked" in shown
    assert "3:1     69        quantity  not checked              counts nothing known" in shown
    assert table.render(RunReport((DocumentReport("a"),))) == "no discrepancies found\n\na\n"


def test_json() -> None:
    document = reader.loads(json.render_check(REPORT))["documents"][0]
    assert [finding["rule"] for finding in document["findings"]] == ["election/tally-off", "election/majority-off"]
    assert document["findings"][1]["figures"][0] == {
        "text": "607",
        "start": 53,
        "end": 56,
        "line": 1,
        "column": 54,
        "source": "article",
        "label": "majority of Perry Barr",
        "place": "1:54",
    }
    assert document["findings"][1]["slips"] == ["607 may be 507 with one digit wrong"]
    assert document["figures"][2]["status"] == "unchecked"
    assert document["figures"][2]["why"] == "counts nothing known"
    assert document["notes"] == ["add --reference x"]


def test_a_cell_of_a_table_has_no_place_in_the_article() -> None:
    cell = reader.loads(json.render_check(REPORT))["documents"][0]["findings"][1]["figures"][2]
    assert cell["source"] == "reference"
    assert [cell[name] for name in ("start", "end", "line", "column")] == [None] * 4


def test_json_keeps_letters_and_tells_errors() -> None:
    made = json.render_check(RunReport((DocumentReport("Zoë.txt"),), ("b.txt: no",)))
    assert "Zoë.txt" in made
    assert reader.loads(made)["errors"] == ["b.txt: no"]
    assert reader.loads(made)["version"] == 1


def report_of_reading() -> RunReport:
    name = NameRead("Khan", 0, 4, 1, 1, "person", "Ayoub Khan", "the only Khan")
    claims = (
        ClaimRead("Ayoub Khan", "votes", "13,303", "", "clause", "13,303 votes", 25, 37, 1, 26),
        ClaimRead("Ayoub Khan", "votes", "13,303", "2024", "table", "13303", 0, 0, 0, 0, "reference"),
    )
    dates = (
        DateRead("March 2019", 30, 40, 1, 31, "month", "2019-03-01", "2019-03-31", None, ""),
        DateRead("nearly 18 months", 50, 66, 1, 51, "duration", None, None, (None, 18.0, "month"), ""),
    )
    return RunReport((DocumentReport("a.txt", (), FIGURES, (name,), claims, dates=dates),))


def test_what_was_read_as_json() -> None:
    document = reader.loads(json.render_read(report_of_reading()))["documents"][0]
    assert [(each["text"], each["low"], each["high"]) for each in document["dates"]] == [
        ("March 2019", "2019-03-01", "2019-03-31"),
        ("nearly 18 months", None, None),
    ]
    assert document["dates"][1]["duration"] == {"low": None, "high": 18.0, "unit": "month"}
    assert len(document["figures"]) == 5
    assert document["names"][0]["means"] == "Ayoub Khan"
    assert document["claims"][0]["start"] == 25
    assert document["claims"][1]["start"] is None


def test_what_was_read_for_people() -> None:
    shown = read.render(report_of_reading())
    assert "1:1     Khan    person  Ayoub Khan  the only Khan" in shown
    assert "1:31    March 2019        month     2019-03-01 to 2019-03-31" in shown
    assert "1:51    nearly 18 months  duration  up to 18 months" in shown
    assert "1:26       votes of Ayoub Khan  13,303            clause      13,303 votes" in shown
    assert "reference  votes of Ayoub Khan  13,303   2024     table       13303" in shown


def test_the_ledger_lists_a_year_that_was_checked() -> None:
    ledger = Ledger.of((figure("2019", "contradicted", kind="year"), figure("5", "waived")))
    assert ledger.total() == "2 figures: 0 checked, 1 contradicted, 1 waived, 0 not checked"
    assert ledger.set_aside() == ""


def test_a_figure_that_was_read_and_not_checked_is_shown_with_its_claim() -> None:
    one = FigureStatus("12,796", 0, 6, 7, 9, "unchecked", "votes of Mahmood", "nearest name")
    shown = text.render(RunReport((DocumentReport("a", (), (one,)),))).splitlines()
    assert shown[2] == '  not checked  read, but nothing to check it against: "12,796" 7:9 (votes of Mahmood)'


def test_wordings() -> None:
    assert [count(1, "figure"), count(1200, "figure"), count(2, "entry", "entries")] == [
        "1 figure",
        "1,200 figures",
        "2 entries",
    ]
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert printable("a\tb £5 \U0001f468\u200d\U0001f469") == "a b £5 \U0001f468\u200d\U0001f469"
    england = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert printable(england) == england
    assert [display_width("abc"), display_width("票e\u0301")] == [3, 3]
