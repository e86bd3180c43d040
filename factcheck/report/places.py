"""Where a finding stands, as reports for programs tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from factcheck.answers import SEVERITIES
from factcheck.findings import Citation, DocumentReport, Finding, RunReport


@dataclass(frozen=True, slots=True)
class Region:
    """From the first character cited to the place after the last; lines and columns from 1, in code points.

    ``name`` is the place where lines mean nothing to the user (Word); then the lines are those of the text as read.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    name: str = ""


def region(document: DocumentReport, cited: Citation) -> Region:
    """The region of a place in the article."""
    source = document.document
    if source is None or cited.end <= cited.start:
        return Region(cited.line or 1, cited.column or 1, cited.line or 1, (cited.column or 1) + len(cited.text))
    line, column = source.line_column(cited.start)
    last_line, last_column = source.line_column(cited.end - 1)
    return Region(line, column, last_line, last_column + 1, source.part(cited.start).name)


def bytes_before(document: DocumentReport, line: int, column: int) -> int:
    """The column, from 1, in bytes of UTF-8, as some programs count it."""
    source = document.document
    if source is None:
        return column
    start = source.line_start(line)
    return len((source.source or source.text)[start : start + column - 1].encode("utf-8", "replace")) + 1


def posix(path: str) -> str:
    """A path as repositories write it."""
    return path.replace("\\", "/").removeprefix("./")


def uri(path: str) -> str:
    """A path as a URI reference: relative, or with its scheme where the path begins at the root."""
    quoted = quote(posix(path), safe="/~")
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def counting(report: RunReport) -> Iterator[tuple[DocumentReport, Finding]]:
    """Every finding that counts, worst first, then as the articles come."""
    pairs = [(document, finding) for document in report.documents for finding in document.open]
    return iter(sorted(pairs, key=lambda pair: SEVERITIES.index(pair[1].severity)))


def details(finding: Finding) -> list[str]:
    """The steps of a finding, each on a line: arithmetic, what would fit, likely slips, why."""
    parts = (("", finding.arithmetic), ("Would fit: ", finding.fits), ("Likely slip: ", finding.slips))
    return [f"{label}{step}" for label, steps in parts for step in steps] + ([finding.why] if finding.why else [])
