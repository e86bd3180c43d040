"""The report for an editor: each discrepancy with its places and its arithmetic, then what was not checked."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from factcheck.answers import SEVERITIES
from factcheck.findings import (
    Citation,
    DocumentReport,
    FigureStatus,
    Finding,
    RunReport,
    Suppression,
)
from factcheck.report.ledger import Ledger
from factcheck.report.quote import quoted
from factcheck.report.words import count, listed, printable

WIDTH = 100
_GUTTER = 13
_KINDS = {"waiver": "waived", "baseline": "known", "unchanged": "unchanged"}
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def render(report: RunReport, colour: bool = False, detail: int = 1) -> str:
    """The whole report as lines of text; with ``colour``, marked for a terminal.

    ``detail``: 0 for the findings that count and nothing else, 1 as usual, 2 with those that do not count in full.
    """
    pen = _Pen(colour, detail)
    shown = [each for each in report.documents if detail or each.open]
    lines = [line for document in shown for line in (*pen.document(document), "")]
    if len(report.documents) > 1 and detail:
        lines.append(_summary(report))
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _summary(report: RunReport) -> str:
    totals = _severities(finding for document in report.documents for finding in document.open)
    figures = Ledger.of(tuple(figure for document in report.documents for figure in document.figures))
    told = f"; {figures.total()}" if figures.figures else ""
    return f"{count(len(report.documents), 'article')} checked: {totals or 'no discrepancies found'}{told}"


def _severities(findings: Iterator[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return listed([count(counts[severity], severity) for severity in SEVERITIES if counts[severity]])


def _order(finding: Finding) -> tuple[int, int]:
    """Worst first, then by place."""
    first = next((cited.start for cited in finding.figures if cited.source == "article"), 0)
    return SEVERITIES.index(finding.severity), first


class _Pen:
    """Writes the parts of the report, in colour or not."""

    def __init__(self, colour: bool, detail: int = 1) -> None:
        self.colour = colour
        self.detail = detail

    def document(self, document: DocumentReport) -> Iterator[str]:
        """The lines about one article."""
        yield self._paint(printable(document.path), bold=True)
        shown = document.findings if self.detail > 1 else document.open
        for finding in sorted(shown, key=_order):
            yield ""
            yield from self._finding(finding, document)
        if self.detail:
            yield from self._after(document)

    def _after(self, document: DocumentReport) -> Iterator[str]:
        """What follows the findings: those that do not count, notes, and the ledger."""
        told = list(_not_counted(document)) if self.detail == 1 else []
        if document.findings or document.notes:
            yield ""
        yield from told
        for note in document.notes:
            yield from _wrapped("note", note)
        if document.figures:
            yield from self._ledger(document)
        elif not document.notes and not document.findings:
            yield "  no figures found"

    def _finding(self, finding: Finding, document: DocumentReport) -> Iterator[str]:
        head = self._paint(f"  {finding.severity}", fg=_COLOURS[finding.severity], bold=True)
        first, *others = textwrap.wrap(printable(finding.message), WIDTH - 12) or [""]
        yield f"{head}{' ' * (10 - len(finding.severity))}{self._paint(first, bold=True)}"
        yield from (" " * 12 + self._paint(line, bold=True) for line in others)
        yield " " * 12 + self._paint(printable(finding.rule), dim=True)
        if finding.suppressed:
            yield from _wrapped(_KINDS[finding.suppressed.kind], _reason(finding.suppressed))
        for _, places in groupby(finding.figures, key=lambda cited: (cited.source, cited.quote)):
            yield from self._cited(list(places), document)
        yield from _steps(finding)

    def _cited(self, places: list[Citation], document: DocumentReport) -> Iterator[str]:
        """The lines about places of one sentence, or cells of tables."""
        for cited in places:
            place = document.place(cited) if cited.source == "article" else "table"
            yield from _placed(place, _label(cited))
        for quote, marks in quoted(places, WIDTH - _GUTTER - 2):
            yield _row("", quote)
            yield _row("", self._paint(marks, fg="red"))

    def _ledger(self, document: DocumentReport) -> Iterator[str]:
        ledger = Ledger.of(document.figures)
        found = _severities(iter(document.open))
        yield "  " + self._paint(f"{ledger.total()}; {found or 'no discrepancies found'}", bold=True)
        for number, (reason, figures) in enumerate(ledger.unchecked().items()):
            places = ", ".join(_unchecked(each, document) for each in figures)
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


def _not_counted(document: DocumentReport) -> Iterator[str]:
    """A line for each finding that is waived, and one with the number of those known or outside what was changed."""
    counts = Counter(each.suppressed.kind for each in document.findings if each.suppressed)
    for finding in document.findings:
        if finding.suppressed and finding.suppressed.kind == "waiver":
            yield from _wrapped("waived", f"{finding.message} ({finding.rule}): {_reason(finding.suppressed)}")
    for kind, words in (("baseline", "known from before"), ("unchanged", "not on a changed line")):
        if counts[kind]:
            yield from _wrapped(_KINDS[kind], f"{count(counts[kind], 'finding')} {words}; --verbose shows them")


def _reason(suppressed: Suppression) -> str:
    return suppressed.reason + (f" ({suppressed.where})" if suppressed.where else "")


def _unchecked(figure: FigureStatus, document: DocumentReport) -> str:
    """A figure of the ledger with its place, and what it was read as; the words and the place stay on one line."""
    place = f'"{figure.text}" {document.place(figure)}'.replace(" ", "\u00a0")
    return f"{place} ({figure.claim})" if figure.claim else place


def _label(cited: Citation) -> str:
    """What is cited: the words as written and what they were read as. A cell's label tells its content already."""
    if cited.source != "article":
        return cited.label or cited.text
    return f'"{cited.text}"' + (f" ({cited.label})" if cited.label not in ("", cited.text) else "")


def _row(label: str, text: str) -> str:
    return f"{label:>{_GUTTER}}  {text}".rstrip()


def _placed(place: str, text: str) -> Iterator[str]:
    """A place and what stands there; a place with a long name gets a line of its own."""
    if len(place) > _GUTTER:
        yield _row("", printable(place) + ":")
        place = ""
    yield from _wrapped(place, text)


def _wrapped(label: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(printable(text), WIDTH - _GUTTER - 2, break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield _row("" if number else label, line.replace("\u00a0", " "))
