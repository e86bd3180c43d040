"""How much of what was written was checked."""

from __future__ import annotations

from factcheck.findings import RunReport
from factcheck.report.ledger import Ledger


def coverage(report: RunReport) -> tuple[int, int]:
    """How many figures were compared with anything, and how many there are; years, dates and the like not counted."""
    counted = [figure for document in report.documents for figure in Ledger.of(document.figures).figures]
    return sum(figure.status != "unchecked" for figure in counted), len(counted)


def too_little(report: RunReport, wanted: float) -> str:
    """The message where fewer than ``wanted`` percent of the figures were checked; else empty."""
    checked, figures = coverage(report)
    if not figures or 100 * checked >= wanted * figures:
        return ""
    return (
        f"{checked} of {figures} figures were checked, {100 * checked / figures:.0f}%; --min-coverage asks {wanted:g}%"
    )
