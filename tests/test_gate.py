"""Which findings count: identity, waivers, the baseline, what was changed, how much was checked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.findings import Citation, DocumentReport, FigureStatus, Finding, RunReport
from factcheck.formats import open_document
from factcheck.gate.baseline import Baseline, BaselineError, read_baseline
from factcheck.gate.changes import Changed
from factcheck.gate.coverage import coverage, too_little
from factcheck.gate.identity import identified
from factcheck.gate.waivers import Desk, Waiver, fits_path

RULES = ("x/off", "x/other")
TODAY = date(2024, 7, 5)


def report(
    words: str, name: str = "drafts/a.md", rule: str = "x/off", figures: tuple[str, ...] = ("607",)
) -> DocumentReport:
    """A report that finds each of the figures wrong, wherever it stands in the text."""
    document = open_document(name, words.encode())
    found, ledger = [], []
    for figure in figures:
        at = document.text.find(figure)
        while at >= 0:
            start, end = document.source_span(at, at + len(figure))
            place = (start, end, *document.line_column(start))
            cited = Citation(figure, *place, quote=document.text[max(0, at - 20) : at + 20])
            found.append(Finding(rule, "error", "inconsistent", f"{figure} is wrong", (cited,)))
            ledger.append(FigureStatus(figure, *place, "contradicted", None, ""))
            at = document.text.find(figure, at + 1)
    return DocumentReport(document.path, tuple(found), tuple(ledger), document=document)


def judged(words: str, *filed: Waiver, name: str = "drafts/a.md", today: date = TODAY) -> DocumentReport:
    return Desk(RULES, today, filed).judge(report(words, name))


def marks(made: DocumentReport) -> list[str]:
    return [each.suppressed.reason if each.suppressed else "" for each in made.findings if each.rule == "x/off"]


def told(made: DocumentReport) -> list[str]:
    return [each.rule for each in made.findings if each.rule.startswith("waiver/")]


ALLOW = "<!-- factcheck: allow x/off -- the recount is pending -->"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"won by 607 {ALLOW}\n\nand 607 again", ["the recount is pending", ""]),
        (f"{ALLOW}\n\nwon by 607\n\nand 607 again", ["the recount is pending", ""]),
        (f"before\n\n{ALLOW}\nwon by 607\n\nand 607", ["the recount is pending", ""]),
        (f"won by 607\n{ALLOW}\n\nand 607", ["the recount is pending", ""]),
        (f"won by\n607 votes\nin {ALLOW} all\n\n607", ["the recount is pending", ""]),
        (f"- one 607\n- two 607 {ALLOW}\n- three 607", ["", "the recount is pending", ""]),
        (f"| a | b |\n|---|---|\n| 607 | x {ALLOW} |\n| 607 | y |", ["the recount is pending", ""]),
        (f"won by 607\n\n```\n{ALLOW}\n```\n", [""]),
        (f"won by 607 {ALLOW.replace('x/off', 'off')}", ["the recount is pending"]),
        (f"won by 607 {ALLOW.replace('x/off', 'x/other, x/off')}", ["the recount is pending"]),
        (f"won by 607 {ALLOW.replace('x/off', 'x/other')}", [""]),
        ("won by 607 <!-- factcheck: allow x/off -->", [""]),
        ("won by 607 <!-- factcheck: allow x/off until 2024-07-05 -- so be it -->", ["so be it"]),
        ("won by 607 <!-- factcheck: allow x/off until 2024-07-04 -- so be it -->", [""]),
        ("won by 607 <!-- Factcheck : ALLOW x/off --- so\nbe it -->", ["so be it"]),
    ],
)
def test_a_waiver_in_the_text(words: str, expected: list[str]) -> None:
    assert marks(judged(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"<p>won by 607</p>{ALLOW}\n<p>607</p>", ["the recount is pending", ""]),
        (f"<p>607</p>\n{ALLOW}\n<p>won by <b>607</b></p>", ["", "the recount is pending"]),
        (f"<p>607 {ALLOW} is</p><p>607</p>", ["the recount is pending", ""]),
    ],
)
def test_a_waiver_in_a_page(words: str, expected: list[str]) -> None:
    assert marks(judged(words, name="a.html")) == expected


@pytest.mark.parametrize(
    ("words", "rule", "message"),
    [
        (f"won by 507 {ALLOW}", "waiver/unused", "take it out"),
        ("607 <!-- factcheck: allow x/off -->", "waiver/no-reason", "gives no reason"),
        ("607 <!-- factcheck: allow x/of -- why -->", "waiver/unknown-rule", "did you mean x/off?"),
        ("607 <!-- factcheck: allow x/off until 2024-07-04 -- why -->", "waiver/expired", "ended on 2024-07-04"),
        ("607 <!-- factcheck: allow x/off until tomorrow -- why -->", "waiver/not-understood", "write it as"),
        ("607 <!-- factcheck: disallow -->", "waiver/not-understood", "write it as"),
        ("607 <!-- factcheck: allow x/off -- " + "why " * 600 + "-->", "waiver/not-understood", "write it as"),
    ],
)
def test_a_waiver_that_does_nothing_is_told(words: str, rule: str, message: str) -> None:
    made = judged(words)
    assert told(made) == [rule]
    idle = made.findings[-1]
    assert message in idle.message
    assert idle.severity == "warning"
    assert idle.cited[0].text.startswith("<!-- factcheck:")


def test_a_waiver_that_is_used_is_not_told_and_the_figure_is_waived() -> None:
    made = judged(f"won by 607 {ALLOW}\n\nand 607")
    assert told(made) == []
    assert [figure.status for figure in made.figures] == ["waived", "contradicted"]
    assert made.findings[0].suppressed is not None
    assert made.findings[0].suppressed.where == "drafts/a.md:1"


def filed(**more: object) -> Waiver:
    return replace(Waiver("x/off", "agreed", "w.toml:1"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("waiver", "waived"),
    [
        (filed(), True),
        (filed(path="drafts/*.md"), True),
        (filed(path="a.md"), True),
        (filed(path="b.md"), False),
        (filed(words="won by 607"), True),
        (filed(words="lost by"), False),
        (filed(until=date(2024, 7, 5)), True),
        (filed(until=date(2024, 7, 4)), False),
        (filed(rule="x/other"), False),
    ],
)
def test_a_waiver_of_a_file(waiver: Waiver, waived: bool) -> None:
    desk = Desk(RULES, TODAY, [waiver])
    assert marks(desk.judge(report("won by 607"))) == (["agreed"] if waived else [""])
    idle = [made.rule for _, made in desk.filed_idle()]
    assert len(idle) == (0 if waived or waiver.path == "b.md" else 1)  # b.md was not checked, so nothing is known


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("**", "a.md", True),
        ("drafts/*", "./drafts/a.md", True),
        ("drafts/*", "other/a.md", False),
        ("*.docx", "x/y.docx", True),
        ("drafts/*", "drafts\\a.md", True),
    ],
)
def test_which_paths_a_waiver_means(pattern: str, path: str, expected: bool) -> None:
    assert fits_path(pattern, path) is expected


def identities(words: str) -> list[str]:
    return [each.identity for each in identified(report(words, figures=("607", "12"))).findings]


def test_identity_does_not_hang_on_the_place() -> None:
    assert identities("won by 607") == identities("Another title\n\nand more.\n\nwon by 607")
    assert identities("won by 607") != identities("won by 12")
    assert len(set(identities("607, 607 and 12"))) == 3


@given(st.permutations(["607 a", "12 b", "607 c", "d"]), st.integers(0, 3))
def test_identity_does_not_hang_on_the_order(lines: list[str], blank: int) -> None:
    moved = ("\n" * (blank + 2)).join(lines)
    assert sorted(identities(moved)) == sorted(identities("607 a\n\n12 b\n\n607 c\n\nd"))


def test_the_baseline_knows_old_findings_and_no_new_ones() -> None:
    before = identified(report("won by 607"))
    kept = read_baseline("b.json", Baseline("b.json").updated([(before, "a.md")]).render())
    after = identified(report("New first line.\n\nIt was 12.\n\nShe won by 607", figures=("607", "12")))
    now = kept.judge(after, "a.md")
    assert {each.message: each.suppressed is not None for each in now.findings} == {
        "607 is wrong": True,
        "12 is wrong": False,
    }
    assert kept.judge(after, "other.md").open == after.open  # known of one file is not known of another
    assert kept.gone(after, "a.md") == []
    (gone,) = kept.gone(identified(report("won by 507")), "a.md")
    assert "b.json: no longer found in a.md: x/off: 607 is wrong" in gone


def test_a_second_finding_alike_is_new() -> None:
    kept = Baseline("b.json").updated([(identified(report("607")), "a.md")])
    assert [each.suppressed is None for each in kept.judge(identified(report("607\n\n607")), "a.md").findings] == [
        False,
        True,
    ]


def test_updating_keeps_files_that_were_not_checked_and_drops_what_is_gone() -> None:
    first = Baseline("b.json").updated([(identified(report("607")), "a.md"), (identified(report("607")), "b.md")])
    second = first.updated([(identified(report("507")), "a.md")])
    assert list(second.files) == ["b.md"]
    assert json.loads(second.render())["version"] == 1
    assert json.loads(Baseline("b.json").render())["findings"] == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1, "findings": [{}]}', '{"version": 2, "findings": []}', "[" * 9999]
)
def test_what_is_no_baseline_is_told(text: str) -> None:
    with pytest.raises(BaselineError, match=r"^b\.json: .*--update-baseline"):
        read_baseline("b.json", text)


DIFF = """\
diff --git a/a.md b/a.md
--- a/a.md
+++ b/a.md
@@ -1 +1 @@ x
-a
+b
@@ -4,0 +5,2 @@
+c
+d
@@ -9,2 +10,0 @@
-e
"""


def test_lines_of_a_diff() -> None:
    assert Changed.of_diff(DIFF).lines == frozenset({1, 5, 6})
    assert Changed.of_diff("").lines == frozenset()
    assert Changed.of_diff("Binary files a/a.docx and b/a.docx differ\n").lines is None


def test_only_findings_on_changed_lines_count() -> None:
    made = Changed(frozenset([3])).judge(report("607\n\n607\n\n607"), "main")
    assert [each.suppressed is None for each in made.findings] == [False, True, False]
    assert Changed().judge(report("607"), "main").open


def test_a_finding_over_two_places_counts_where_either_was_changed() -> None:
    two = report("607\n\nand\n\n608", figures=("607", "608"))
    both = replace(two.findings[0], figures=(*two.findings[0].figures, *two.findings[1].figures))
    made = Changed(frozenset([5])).judge(replace(two, findings=(both,)), "main")
    assert made.open


def test_coverage() -> None:
    figures = tuple(
        FigureStatus("1", 0, 1, 1, 1, status, None, "", kind=kind)
        for status, kind in [
            ("checked", "quantity"),
            ("contradicted", "quantity"),
            ("unchecked", "quantity"),
            ("unchecked", "year"),
        ]
    )
    run = RunReport((DocumentReport("a", figures=figures),))
    assert coverage(run) == (2, 3)
    assert too_little(run, 66) == ""
    assert too_little(run, 67) == "2 of 3 figures were checked, 67%; --min-coverage asks 67%"
    assert too_little(RunReport(), 100) == ""


def test_a_report_without_its_document_can_be_judged() -> None:
    bare = replace(report("607"), document=None)
    assert Desk(RULES, TODAY, [filed()]).judge(bare).findings[0].suppressed is not None
    assert Document("a", "x").comments == ()
