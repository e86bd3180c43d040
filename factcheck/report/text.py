"""The report for an editor: each discrepancy with its places and its arithmetic, then what was not checked."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from factcheck.findings import SEVERITIES, Citation, DocumentReport, FigureStatus, Finding, RunReport
from factcheck.report.ledger import Ledger
from factcheck.report.quote import quoted
from factcheck.report.words import count, listed, printable

WIDTH = 100
_GUTTER = 13
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def render(report: RunReport, colour: bool = False) -> str:
    """The whole report as lines of text; with ``colour``, marked for a terminal."""
    pen = _Pen(colour)
    lines = [line for document in report.documents for line in (*pen.document(document), "")]
    if len(report.documents) > 1:
        lines.append(_summary(report))
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _summary(report: RunReport) -> str:
    totals = _severities(finding for document in report.documents for finding in document.findings)
    return f"{count(len(report.documents), 'article')} checked: {totals or 'no discrepancies found'}"


def _severities(findings: Iterator[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return listed([count(counts[severity], severity) for severity in SEVERITIES if counts[severity]])


def _order(finding: Finding) -> tuple[int, int]:
    """Worst first, then by place."""
    first = next((cited.start for cited in finding.figures if cited.source == "article"), 0)
    return SEVERITIES.index(finding.severity), first


class _Pen:
    """Writes the parts of the report, in colour or not."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def document(self, document: DocumentReport) -> Iterator[str]:
        """The lines about one article."""
        yield self._paint(printable(document.path), bold=True)
        for finding in sorted(document.findings, key=_order):
            yield ""
            yield from self._finding(finding)
        if document.findings or document.notes:
            yield ""
        for note in document.notes:
            yield from _wrapped("note", note)
        if document.figures:
            yield from self._ledger(document)
        elif not document.notes:
            yield "  no figures found"

    def _finding(self, finding: Finding) -> Iterator[str]:
        head = self._paint(f"  {finding.severity}", fg=_COLOURS[finding.severity], bold=True)
        first, *others = textwrap.wrap(printable(finding.message), WIDTH - 12) or [""]
        yield f"{head}{' ' * (10 - len(finding.severity))}{self._paint(first, bold=True)}"
        yield from (" " * 12 + self._paint(line, bold=True) for line in others)
        yield " " * 12 + self._paint(printable(finding.rule), dim=True)
        for _, places in groupby(finding.figures, key=lambda cited: (cited.source, cited.quote)):
            yield from self._cited(list(places))
        yield from _steps(finding)

    def _cited(self, places: list[Citation]) -> Iterator[str]:
        """The lines about places of one sentence, or cells of tables."""
        for cited in places:
            yield from _wrapped(f"{cited.line}:{cited.column}" if cited.source == "article" else "table", _label(cited))
        for quote, marks in quoted(places, WIDTH - _GUTTER - 2):
            yield _row("", quote)
            yield _row("", self._paint(marks, fg="red"))

    def _ledger(self, document: DocumentReport) -> Iterator[str]:
        ledger = Ledger.of(document.figures)
        found = _severities(iter(document.findings))
        yield "  " + self._paint(f"{ledger.total()}; {found or 'no discrepancies found'}", bold=True)
        for number, (reason, figures) in enumerate(ledger.unchecked().items()):
            places = ", ".join(map(_unchecked, figures))
            yield from _wrapped("" if number else "not checked", f"{reason}: {places}")
        if ledger.aside:
            yield from _wrapped("set aside", ledger.set_aside())

    def _paint(self, text: str, **style: Any) -> str:
        if not self.colour or not text:
            return text
        import click

        return click.style(text, **style)


def _steps(finding: Finding) -> Iterator[str]:
    parts = {"arithmetic": finding.arithmetic, "would fit": finding.fits, "likely slip": finding.slips}
    for label, steps in parts.items():
        for number, step in enumerate(steps):
            yield from _wrapped("" if number else label, step)
    if finding.why:
        yield from _wrapped("why", finding.why)


def _unchecked(figure: FigureStatus) -> str:
    """A figure of the ledger with its place, and what it was read as; the words and the place stay on one line."""
    place = f'"{figure.text}" {figure.line}:{figure.column}'.replace(" ", "\u00a0")
    return f"{place} ({figure.claim})" if figure.claim else place


def _label(cited: Citation) -> str:
    """What is cited: the words as written and what they were read as. A cell's label tells its content already."""
    if cited.source != "article":
        return cited.label or cited.text
    return f'"{cited.text}"' + (f" ({cited.label})" if cited.label not in ("", cited.text) else "")


def _row(label: str, text: str) -> str:
    return f"{label:>{_GUTTER}}  {text}".rstrip()


def _wrapped(label: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(printable(text), WIDTH - _GUTTER - 2, break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield _row("" if number else label, line.replace("\u00a0", " "))
