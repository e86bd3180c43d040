"""The report as plain tables, made with tabulate."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.findings import DocumentReport, FigureStatus, Finding, RunReport
from factcheck.report.ledger import STATUSES, Ledger
from factcheck.report.words import printable


def render(report: RunReport) -> str:
    """A table of the findings, then for each article a table of its figures."""
    found = [_finding_row(document, finding) for document in report.documents for finding in document.findings]
    blocks = [grid(("file", "line", "severity", "rule", "message"), found) if found else "no discrepancies found\n"]
    blocks += [_document(document) for document in report.documents]
    return "\n".join(blocks)


def grid(headers: tuple[str, ...], rows: Iterable[Iterable[object]]) -> str:
    """Rows under headers; numbers stay as printed, and nothing in a cell can steer the terminal."""
    from tabulate import tabulate

    cells = [[printable(str(cell)) for cell in row] for row in rows]
    return tabulate(cells, headers, tablefmt="simple", disable_numparse=True) + "\n"


def figure_rows(figures: Iterable[FigureStatus]) -> list[tuple[str, ...]]:
    """One row for each figure: its place, what became of it, what it was read as and why."""
    return [
        (f"{each.line}:{each.column}", each.text, each.kind, STATUSES[each.status], each.claim or "", each.why)
        for each in figures
    ]


def _document(document: DocumentReport) -> str:
    lines = [printable(document.path), *(f"note: {printable(note)}" for note in document.notes)]
    if document.figures:
        lines.append(Ledger.of(document.figures).total())
        lines.append(grid(("line", "figure", "kind", "status", "read as", "why"), figure_rows(document.figures)))
    return "\n".join(lines).rstrip() + "\n"


def _finding_row(document: DocumentReport, finding: Finding) -> tuple[str, ...]:
    place = document.place(finding.cited[0]) if finding.cited else ""
    kept = f" ({finding.suppressed.kind})" if finding.suppressed else ""
    return document.path, place, finding.severity + kept, finding.rule, finding.message
