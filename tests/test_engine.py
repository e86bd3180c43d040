"""The engine as a whole: the same answer every time, the same places under any line ending, and no text breaks it."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from articles import FOLDER, UK, Run, all_runs, article, check, engine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.answers import SEVERITIES
from factcheck.document import Document
from factcheck.engine import Engine
from factcheck.findings import Citation, DocumentReport, FigureStatus
from factcheck.formats import open_document

ROOT = Path(__file__).parent.parent
ALONE = [run for run in all_runs() if not run.reference]
WITH_TABLE = [run for run in all_runs() if run.reference == UK]
# a line of its own before the article: an emoji of two code points, accents set apart, a tab, one outside the BMP
STRANGE = (
    "\N{BALLOT BOX WITH BALLOT}\N{VARIATION SELECTOR-16} cafe\N{COMBINING ACUTE ACCENT}\tnai\N{COMBINING DIAERESIS}ve"
)
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def by_id(run: Run) -> str:
    return run.id


# determinism


@pytest.mark.parametrize("run", ALONE + WITH_TABLE, ids=by_id)
def test_the_same_text_gives_the_same_report(run: Run) -> None:
    path = article(run.name)
    again = engine(run.reference).read(open_document(str(path), path.read_bytes()))
    assert again == run.report()


def test_a_new_engine_gives_the_same_report() -> None:
    fresh = Engine.load(references=(UK,))
    for run in WITH_TABLE[::4]:
        path = article(run.name)
        assert fresh.read(open_document(str(path), path.read_bytes())) == run.report()


def test_what_was_checked_before_does_not_matter() -> None:
    backwards = Engine.load()
    reports = {run.name: backwards.read(document(run)) for run in reversed(ALONE)}
    assert all(reports[run.name] == run.report() for run in ALONE)


def test_the_seed_of_hashing_does_not_matter() -> None:
    names = ("perry-barr-swapped-digits.txt", "independents-seed-retold.txt", "bristol-central-green-gain-correct.md")
    outputs = {output(seed, *(str(FOLDER / name) for name in names)) for seed in ("0", "1", "2")}
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"{")


def output(seed: str, *paths: str) -> bytes:
    """The JSON report of a process with this hash seed."""
    command = [sys.executable, "-m", "factcheck", "check", "--format", "json", "--reference", UK, *paths]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def document(run: Run) -> Document:
    """The document of a run's article."""
    path = article(run.name)
    return open_document(str(path), path.read_bytes())


# order, and one line of the ledger for every figure


@pytest.mark.parametrize("run", ALONE + WITH_TABLE, ids=by_id)
def test_findings_come_worst_first_then_by_place(run: Run) -> None:
    keys = [
        (
            SEVERITIES.index(finding.severity),
            min((c.start for c in finding.figures if c.source == "article"), default=0),
        )
        for finding in run.report().findings
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize("run", ALONE, ids=by_id)
def test_the_ledger_has_every_figure_once_in_order(run: Run) -> None:
    figures = run.report().figures
    assert all(before.end <= after.start for before, after in pairwise(figures))
    assert all(figure.why for figure in figures)
    assert {figure.status for figure in figures} <= {"checked", "contradicted", "waived", "unchecked"}


@pytest.mark.parametrize("run", ALONE + WITH_TABLE, ids=by_id)
def test_findings_say_everything(run: Run) -> None:
    for finding in run.report().findings:
        assert finding.severity in SEVERITIES
        assert finding.message
        assert any(figure.source == "article" for figure in finding.figures), finding


# places


@pytest.mark.parametrize("run", ALONE + WITH_TABLE, ids=by_id)
def test_places_are_where_the_words_stand(run: Run) -> None:
    assert_places(run.report(), document(run))


@pytest.mark.parametrize("run", ALONE + WITH_TABLE, ids=by_id)
@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_endings_a_mark_and_strange_characters_move_nothing(run: Run, ending: str) -> None:
    plain = with_strange_line(run)
    other = open_document(f"draft{article(run.name).suffix}", (BOM + plain.replace("\n", ending)).encode())
    report = engine(run.reference).read(other)
    assert_places(report, other)
    assert told(report) == told(check(plain, run.reference, f"draft{article(run.name).suffix}"))


def with_strange_line(run: Run) -> str:
    """The article with a line of strange characters before it, after its front matter where it has one."""
    front, fence, rest = run.text.rpartition("\n---\n") if run.text.startswith("---\n") else ("", "", run.text)
    return f"{front}{fence}{STRANGE}\n\n{rest.lstrip()}"


def assert_places(report: DocumentReport, source: Document) -> None:
    """Every figure and every cited place stands in the source where it is said to stand."""
    text = source.source or source.text
    lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    cited = [c for finding in report.findings for c in finding.figures if c.source == "article"]
    places: list[FigureStatus | Citation] = [*report.figures, *cited]
    for each in places:
        assert text[each.start : each.end].replace("\r\n", "\n").replace("\r", "\n") == each.text
        assert lines[each.line - 1][each.column - 1 :].startswith(each.text.split("\n")[0])


def told(report: DocumentReport) -> list[tuple[str, str, list[str]]]:
    """The findings without their places."""
    return [(f.rule, f.severity, [c.text for c in f.figures]) for f in report.findings]


# any text at all

WORDS = (
    "Ann Lee",
    "Raj Patel",
    "Labour",
    "the Conservative",
    "Thornbury",
    "votes",
    "majority of",
    "won",
    "second",
    "share of the vote",
    "swing of",
    "turnout",
    "fell from",
    "to",
    "nearly",
    "up",
    "seats",
    "held",
    "by",
    "she",
    "Majority:",
    "(",
    ")",
    "|",
    "\n",
    "\n\n",
    ".",
    ",",
    "%",
    "±",
    "½",
    "0",
    "7",
    "13,303",
    "35.5%",
    "1.2m",
    "-0",
    "10 points",
    "1e999",
    "999999999999999999999999",
    "2019",
    "\N{BALLOT BOX WITH BALLOT}",
    "e\N{COMBINING ACUTE ACCENT}",
    "#",
    "- ",
    "١٢٣",
    "\t",
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_no_text_breaks_it(words: list[str]) -> None:
    source = open_document("draft.txt", " ".join(words).encode())
    report = engine().read(source)
    assert_places(report, source)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_no_characters_break_it(text: str) -> None:
    source = Document("draft.txt", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert_places(engine().read(source), source)


@pytest.mark.parametrize("text", ["", " \n\t\n", BOM], ids=["empty", "blank", "mark"])
def test_an_empty_text_is_told_as_nothing_to_check(text: str) -> None:
    report = check(text)
    assert (report.findings, report.figures) == ((), ())
    assert any("nothing to check" in note for note in report.notes)


LONG = {
    "figures without words": "1,234 " * 2_000,
    "one long figure": "9" * 5_000,
    "one long word": "majority" * 2_000,
    "commas": "," * 5_000,
    "brackets": "(" * 2_000 + "5%" + ")" * 2_000,
    "bars": "| " * 3_000,
    "names": "Ann Lee " * 1_500,
    "one long sentence": "Ann Lee had 13,303 votes and " * 400,
    "a list of one line": "Ann Lee (Labour) 13,303 (35.5%), " * 300,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_and_senseless_text_is_read_through(name: str) -> None:
    source = open_document("draft.txt", LONG[name].encode())
    assert_places(engine().read(source), source)
