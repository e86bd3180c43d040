"""The report as reviewdog's diagnostic format (rdjson), whose columns count bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

from factcheck.findings import Citation, DocumentReport, Finding, RunReport
from factcheck.report.places import bytes_before, counting, details, posix, region

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: RunReport) -> str:
    """The findings that count."""
    rows = [_diagnostic(document, finding) for document, finding in counting(report)]
    return json.dumps({"source": {"name": "factcheck"}, "diagnostics": rows}, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(document: DocumentReport, finding: Finding) -> dict[str, Any]:
    first, *others = finding.cited or (Citation(""),)
    made: dict[str, Any] = {
        "message": "\n".join([finding.message, *details(finding)]),
        "location": _location(document, first),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if others:
        made["relatedLocations"] = [
            {"message": each.label or each.text, "location": _location(document, each)} for each in others
        ]
    return made


def _location(document: DocumentReport, cited: Citation) -> dict[str, Any]:
    at = region(document, cited)
    start = {"line": at.line, "column": bytes_before(document, at.line, at.column)}
    end = {"line": at.end_line, "column": bytes_before(document, at.end_line, at.end_column)}
    return {"path": posix(document.path), "range": {"start": start, "end": end}}
