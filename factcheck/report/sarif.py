"""The report as SARIF 2.1.0 (OASIS), for code hosts and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.metadata import metadata, version
from typing import Any

from factcheck.findings import Citation, DocumentReport, Finding, RuleNote, RunReport
from factcheck.report.places import details, region, uri

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: RunReport) -> str:
    """One run with every finding; those that do not count are marked as suppressed."""
    run = _run(report)
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _run(report: RunReport) -> dict[str, Any]:
    rules = _rules(report)
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    results = [
        _result(document, finding, numbers[finding.rule])
        for document in report.documents
        for finding in document.findings
    ]
    told = [{"level": "error", "message": {"text": message}} for message in report.errors]
    driver = {
        "name": "factcheck",
        "fullName": f"factcheck {version('factcheck')}",
        "semanticVersion": version("factcheck"),
        **home(metadata("factcheck").get_all("Project-URL") or ()),
        "rules": [_rule(rule) for rule in rules],
    }
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": "factcheck/"},  # Azure asks for it; all runs are of one kind
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.errors, "toolExecutionNotifications": told}],
        "results": results,
    }


def home(urls: Sequence[str]) -> dict[str, str]:
    """Where the program's page is, if its package names one: "Homepage, https://..."."""
    return {"informationUri": urls[0].partition(", ")[2]} if urls else {}


def _rules(report: RunReport) -> Sequence[RuleNote]:
    """The rules that there are, and those that only findings know."""
    known = {rule.name: rule for rule in report.rules}
    for document in report.documents:
        for each in document.findings:
            known.setdefault(each.rule, RuleNote(each.rule, each.severity, each.why or each.rule))
    return list(known.values())


def _rule(rule: RuleNote) -> dict[str, Any]:
    help_text = rule.why + (f"\n\nWhat must hold: {rule.holds}" if rule.holds else "")
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in re.split(r"[/-]", rule.name)),
        "shortDescription": {"text": rule.why},
        "fullDescription": {"text": help_text},
        "help": {"text": f"{help_text}\n\nfactcheck explain {rule.name}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(document: DocumentReport, finding: Finding, number: int) -> dict[str, Any]:
    first, *others = finding.cited or (Citation("", line=1, column=1),)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join([finding.message, *details(finding)])},
        "locations": [_location(document, first)],
        "partialFingerprints": {"factcheck/v1": finding.identity},
    }
    if others:
        result["relatedLocations"] = [
            {"id": at, "message": {"text": each.label or each.text}, **_location(document, each)}
            for at, each in enumerate(others, start=1)
        ]
    if finding.suppressed:
        result["suppressions"] = [_suppression(finding)]
    return result


def _location(document: DocumentReport, cited: Citation) -> dict[str, Any]:
    at = region(document, cited)
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(document.path)}}
    if at.name:
        return {"physicalLocation": place, "logicalLocations": [{"fullyQualifiedName": at.name}]}
    place["region"] = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "snippet": {"text": cited.text},
    }
    return {"physicalLocation": place}


def _suppression(finding: Finding) -> dict[str, Any]:
    why = finding.suppressed
    assert why is not None
    in_source = why.kind == "waiver" and not why.where.rpartition(":")[0].endswith(".toml")
    return {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": why.reason + (f" ({why.where})" if why.where else ""),
    }
