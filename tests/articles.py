"""The articles under ``fixtures/articles``, what is expected of them, and how that is compared with a report."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.engine import Engine
from factcheck.findings import DocumentReport, FigureStatus, Finding
from factcheck.formats import open_document

FOLDER = Path(__file__).parent.parent / "fixtures" / "articles"
UK = "uk-general-election-2024"


@cache
def engine(reference: str = "") -> Engine:
    """The engine with the shipped rules, and with one table or none."""
    return Engine.load(references=(reference,) if reference else ())


@dataclass(frozen=True)
class Expected:
    """One finding that is wanted, or allowed."""

    rules: tuple[str, ...]
    severity: str  # "" for any
    cites: tuple[str, ...]

    def met_by(self, finding: Finding) -> bool:
        """Whether the finding is by one of the rules and cites at least what is wanted."""
        cited = [figure.text for figure in finding.figures]
        return (
            finding.rule in self.rules
            and self.severity in ("", finding.severity)
            and all(any(same(wanted, text) for text in cited) for wanted in self.cites)
        )

    def __str__(self) -> str:
        return f"{self.severity} {' or '.join(self.rules)} citing {', '.join(self.cites)}"


@dataclass(frozen=True)
class Run:
    """One article checked with one table or none, and what must come of it."""

    name: str
    reference: str
    findings: tuple[Expected, ...]
    notes: tuple[Expected, ...]
    may: tuple[Expected, ...]
    checked: tuple[str, ...]
    not_flagged: tuple[str, ...]

    @property
    def id(self) -> str:
        """The run's name in the tests."""
        return f"{self.name}+table" if self.reference else self.name

    @property
    def text(self) -> str:
        """The article as it is in its file."""
        return article(self.name).read_text(encoding="utf-8")

    def report(self) -> DocumentReport:
        """What the engine makes of it."""
        return _report(self.name, self.reference)


def article(name: str) -> Path:
    """The file of an article."""
    return next(path for path in FOLDER.glob(f"{name}.*") if path.suffix in (".txt", ".md"))


def check(text: str, reference: str = "", name: str = "draft.txt") -> DocumentReport:
    """The report on a text."""
    return engine(reference).read(open_document(name, text.encode()))


@cache
def _report(name: str, reference: str) -> DocumentReport:
    path = article(name)
    return engine(reference).read(open_document(str(path), path.read_bytes()))


@cache
def all_runs() -> tuple[Run, ...]:
    """Every run of every article, in the order of their names."""
    return tuple(run for path in sorted(FOLDER.glob("*.expected.json")) for run in _runs(path))


def correct_runs() -> list[Run]:
    """The runs of articles without a slip, without a table."""
    return [run for run in all_runs() if run.name.endswith("-correct") and not run.reference]


def _runs(path: Path) -> Iterator[Run]:
    name = path.name.removesuffix(".expected.json")
    for run in json.loads(path.read_text(encoding="utf-8"))["runs"]:
        yield Run(
            name,
            run["reference"] or "",
            _expected(run["findings"]),
            _expected(run.get("notes", ())),
            _expected((*run.get("may", ()), *run.get("may_notes", ()))),
            tuple(run["checked"]),
            tuple(run["not_flagged"]),
        )


def _expected(listed: Iterable[dict[str, Any]]) -> tuple[Expected, ...]:
    return tuple(
        Expected((each["rule"], *each.get("rule_or", ())), each.get("severity", ""), tuple(each["cites"]))
        for each in listed
    )


def same(wanted: str, found: str) -> bool:
    """Whether words that are wanted and words that were cited are the same, but for a hedge or unit more or less."""
    return _inside(wanted, found) or _inside(found, wanted)


@cache
def _inside(part: str, whole: str) -> bool:
    """Whether ``part`` stands in ``whole`` as words and figures of its own: "120" in "just under 120", no "20"."""
    if not part.strip():
        return False
    return re.search(rf"(?<![\w.,]){re.escape(part)}(?![\w%]|[.,]\d)", whole) is not None or part == whole


def alarms(report: DocumentReport) -> list[Finding]:
    """The findings that are no mere notes."""
    return [finding for finding in report.findings if finding.severity != "note"]


def figures_like(report: DocumentReport, text: str) -> list[FigureStatus]:
    """The ledger's lines for a figure of this text."""
    return [figure for figure in report.figures if same(text, figure.text)]


def show(report: DocumentReport, *figures: str) -> str:
    """The findings of a report and its ledger lines for some figures, for the message of a failed test."""
    told = [f"{f.severity} {f.rule} {[c.text for c in f.figures]}: {f.message}" for f in report.findings]
    lines = [f"{s.text}: {s.status}, {s.claim} ({s.why})" for text in figures for s in figures_like(report, text)]
    return "\n  ".join(["what came:", *(told or ["nothing"]), *lines])
