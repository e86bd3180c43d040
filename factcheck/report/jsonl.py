"""The report as JSON Lines: one object a line, each with its ``type`` (finding, figure, note or error) and path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.findings import RunReport
from factcheck.report.json import checked


def render(report: RunReport) -> str:
    """Every finding, then every figure, of each article in turn; the fields are those of JSON."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(report))


def _rows(report: RunReport) -> Iterator[dict[str, Any]]:
    for document in report.documents:
        told = checked(document)
        for kind, key in (("finding", "findings"), ("figure", "figures")):
            for row in told[key]:
                yield {"type": kind, "path": document.path, **row}
        for note in document.notes:
            yield {"type": "note", "path": document.path, "message": note}
    for kind, messages in (("error", report.errors), ("note", report.notes)):
        for message in messages:
            yield {"type": kind, "path": None, "message": message}
