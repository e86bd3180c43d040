"""What was read, for ``factcheck read``: every figure, name and claim, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import DocumentReport, RunReport
from factcheck.report.table import figure_rows, grid
from factcheck.report.words import printable


def render(report: RunReport) -> str:
    """Tables of the figures, names and claims of each article."""
    return "\n".join(block for document in report.documents for block in _document(document))


def _document(document: DocumentReport) -> Iterator[str]:
    notes = "".join(f"note: {printable(note)}\n" for note in document.notes)
    yield f"{printable(document.path)}\n{notes}"
    if document.figures:
        yield grid(("line", "figure", "kind", "status", "read as", "why"), figure_rows(document.figures))
    if document.names:
        rows = [(f"{each.line}:{each.column}", each.text, each.kind, each.means, each.why) for each in document.names]
        yield grid(("line", "name", "kind", "means", "why"), rows)
    if document.claims:
        yield grid(("place", "claim", "value", "scope", "evidence", "words"), _claim_rows(document))


def _claim_rows(document: DocumentReport) -> list[tuple[str, ...]]:
    return [
        (
            f"{each.line}:{each.column}" if each.source == "article" else each.source,
            f"{each.attribute} of {each.about}",
            each.value,
            each.scope,
            each.evidence,
            each.text,
        )
        for each in document.claims
    ]
