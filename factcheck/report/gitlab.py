"""The report as GitLab code quality, a subset of the Code Climate format."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from factcheck.findings import DocumentReport, Finding, RunReport
from factcheck.report.places import counting, details, posix, region

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: RunReport) -> str:
    """A list of the findings that count, each with a fingerprint of its own."""
    rows = [_row(document, finding) for document, finding in counting(report)]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _row(document: DocumentReport, finding: Finding) -> dict[str, Any]:
    path = posix(document.path)
    at = region(document, finding.cited[0]) if finding.cited else None
    place = f"{at.name}: " if at and at.name else ""
    return {
        "description": place + " ".join([finding.message, *details(finding)]),
        "check_name": finding.rule,
        "fingerprint": sha256(f"{path}\n{finding.identity}".encode("utf-8", "replace")).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": at.line if at else 1, "end": at.end_line if at else 1},
        },
    }
