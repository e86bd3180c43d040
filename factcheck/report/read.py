"""What was read, for ``factcheck read``: every figure, name and claim, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import QUANTIFIER, QUANTITIES, DateRead, DocumentReport, FigureStatus, RunReport
from factcheck.report.table import grid
from factcheck.report.words import printable


def render(report: RunReport) -> str:
    """Tables of the figures, names and claims of each article."""
    return "\n".join(block for document in report.documents for block in _document(document))


def _document(document: DocumentReport) -> Iterator[str]:
    notes = "".join(f"note: {printable(note)}\n" for note in document.notes)
    yield f"{printable(document.path)}\n{notes}"
    if document.figures:
        rows = [_figure_row(each) for each in document.figures]
        yield grid(("line", "figure", "kind", "allows", "unit", "counts", "change", "claim", "why"), rows)
    if document.names:
        names = [(f"{each.line}:{each.column}", each.text, each.kind, each.means, each.why) for each in document.names]
        yield grid(("line", "name", "kind", "means", "why"), names)
    if document.dates:
        yield grid(("line", "date", "kind", "covers", "why"), [_date_row(each) for each in document.dates])
    if document.claims:
        yield grid(("place", "claim", "value", "scope", "evidence", "words"), _claim_rows(document))


def _figure_row(figure: FigureStatus) -> tuple[str, ...]:
    """The place of a figure, what its words allow, what it counts, and the claim it became."""
    read = figure.reading
    allows = read.value.plain.show() if read and figure.kind in (*QUANTITIES, QUANTIFIER) else ""
    place = f"{figure.line}:{figure.column}"
    why = read.why if read and not figure.claim else figure.why
    return (
        place,
        figure.text,
        figure.kind,
        allows,
        figure.unit,
        figure.counts,
        figure.change or "",
        figure.claim or "",
        why,
    )


def _date_row(each: DateRead) -> tuple[str, ...]:
    covers = " to ".join(dict.fromkeys(day for day in (each.low, each.high) if day))
    if each.duration:
        low, high, unit = each.duration
        covers = covers or f"{_run(low, high)} {unit}{'' if low == high == 1 else 's'}"
    return f"{each.line}:{each.column}", each.text, each.kind, covers, each.why


def _run(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"up to {high:g}" if high is not None else f"{low or 0:g} or more"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


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
