"""The report as GitHub's workflow commands, which become annotations on the lines.

GitHub shows ten of a kind a step: where there are more, nine are given, the worst first, and how many more there are.
The whole list goes into the step's summary (see report/markdown.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.findings import DocumentReport, Finding, RunReport
from factcheck.report.places import counting, details, posix, region

MOST = 10  # annotations of a kind that GitHub shows of one step
_KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: RunReport) -> str:
    """One command a line."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: RunReport) -> Iterator[str]:
    for message in report.errors[:MOST]:
        yield f"::error title=factcheck::{_data(message)}"
    room = max(0, MOST - len(report.errors))
    for severity, group in groupby(counting(report), key=lambda pair: pair[1].severity):
        found, most = list(group), room if severity == "error" else MOST
        shown = found if len(found) <= most else found[: max(0, most - 1)]
        yield from (_annotation(document, finding) for document, finding in shown)
        if len(found) > len(shown):
            more = len(found) - len(shown)
            yield f"::{_KINDS[severity]} title=factcheck::and {more} more; the step's summary has the whole list"


def _annotation(document: DocumentReport, finding: Finding) -> str:
    given = {"file": posix(document.path), "title": f"factcheck: {finding.rule}"}
    words = [finding.message, *details(finding)]
    if finding.cited:
        at = region(document, finding.cited[0])
        if at.name:
            words.insert(0, f"{at.name}:")
        else:
            given |= {"line": str(at.line), "endLine": str(at.end_line)}
            if at.line == at.end_line:
                given |= {"col": str(at.column), "endColumn": str(at.end_column - 1)}
    properties = ",".join(f"{key}={_property(value)}" for key, value in given.items())
    return f"::{_KINDS[finding.severity]} {properties}::{_data(chr(10).join(words))}"


def _data(text: str) -> str:
    """A message as the runner reads it back (actions/toolkit, packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
