"""The report as JSON, for other programs. README.md tells the fields; ``version`` changes when one changes meaning."""

from __future__ import annotations

import json
from typing import Any

from factcheck.findings import (
    QUANTIFIER,
    QUANTITIES,
    Citation,
    ClaimRead,
    DateRead,
    DocumentReport,
    FigureStatus,
    Finding,
    NameRead,
    RunReport,
)
from factcheck.interval import Interval, Number

VERSION = 1
APART = (*QUANTITIES, "date", "year")  # kinds of figure that have a list of their own


def render_check(report: RunReport) -> str:
    """The findings and the ledger of every document."""
    documents = [checked(document) for document in report.documents]
    return _dump({"documents": documents, "errors": list(report.errors), "notes": list(report.notes)})


def render_read(report: RunReport) -> str:
    """What was read: every figure, name, date and claim of every document."""
    return _dump({"documents": [_read(document) for document in report.documents], "errors": list(report.errors)})


def _dump(content: dict[str, Any]) -> str:
    return json.dumps({"version": VERSION, **content}, ensure_ascii=False, indent=1) + "\n"


def checked(document: DocumentReport) -> dict[str, Any]:
    """The findings and the ledger of one document."""
    return {
        "path": document.path,
        "findings": [_finding(finding, document) for finding in document.findings],
        "figures": [_ledger_row(figure, document) for figure in document.figures],
        "notes": list(document.notes),
    }


def _read(document: DocumentReport) -> dict[str, Any]:
    return {
        "path": document.path,
        "figures": [_quantity(figure) for figure in document.figures if figure.kind in QUANTITIES],
        "names": [_name(name) for name in document.names],
        "dates": [_date(each) for each in document.dates],
        "claims": [_claim(claim) for claim in document.claims],
        "others": [
            _quantity(each) if each.kind == QUANTIFIER else _figure(each)
            for each in document.figures
            if each.kind not in APART
        ],
        "notes": list(document.notes),
    }


def _ledger_row(figure: FigureStatus, document: DocumentReport) -> dict[str, Any]:
    return _figure(figure) | {"place": document.place(figure), "against": list(figure.against)}


def _finding(finding: Finding, document: DocumentReport) -> dict[str, Any]:
    suppressed = finding.suppressed
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "message": finding.message,
        "arithmetic": list(finding.arithmetic),
        "fits": list(finding.fits),
        "slips": list(finding.slips),
        "why": finding.why,
        "figures": [_citation(citation, document) for citation in finding.figures],
        "identity": finding.identity,
        "suppressed": suppressed and {"kind": suppressed.kind, "reason": suppressed.reason, "where": suppressed.where},
    }


def _citation(citation: Citation, document: DocumentReport) -> dict[str, Any]:
    """A place of the article; a cell of a table has no place in it, which null tells."""
    return {
        "text": citation.text,
        **_place(citation),
        "source": citation.source,
        "label": citation.label,
        "place": document.place(citation) if citation.source == "article" else None,
    }


def _place(cited: Citation | FigureStatus | NameRead | ClaimRead | DateRead) -> dict[str, int | None]:
    in_article = getattr(cited, "source", "article") == "article"
    return {name: getattr(cited, name) if in_article else None for name in ("start", "end", "line", "column")}


def _figure(figure: FigureStatus) -> dict[str, Any]:
    return {
        "text": figure.text,
        **_place(figure),
        "status": figure.status,
        "claim": figure.claim,
        "why": figure.why,
        "rules": list(figure.rules),
        "unit": figure.unit,
        "kind": figure.kind,
    }


def _quantity(figure: FigureStatus) -> dict[str, Any]:
    """What the words of a figure allow, in both readings, what it counts, and what became of it."""
    read = figure.reading
    if read is None:
        return _figure(figure)
    return {
        "text": figure.text,
        **_place(figure),
        "number": _plain(read.number),
        "bound": read.bound,
        **_ends(read.value.plain),
        "generous": _ends(read.value.generous),
        "unit": figure.unit,
        "counts": figure.counts,
        "change": figure.change,
        "why": read.why,
        "kind": figure.kind,
        "status": figure.status,
        "claim": figure.claim,
        "claim_why": figure.why,
    }


def _ends(interval: Interval) -> dict[str, int | float | bool | None]:
    """The ends of an interval; an end that there is not is null, and counts as open."""
    return {
        "low": _plain(interval.low),
        "high": _plain(interval.high),
        "low_open": interval.low_open or interval.low is None,
        "high_open": interval.high_open or interval.high is None,
    }


def _plain(number: Number | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole, else to the nearest that a double can hold."""
    return number if number is None or isinstance(number, int) else float(number)


def _name(name: NameRead) -> dict[str, Any]:
    return {"text": name.text, **_place(name), "kind": name.kind, "means": name.means, "why": name.why}


def _date(each: DateRead) -> dict[str, Any]:
    """A date with the days that it covers, or a length of time with its least and most."""
    length = each.duration
    return {
        "text": each.text,
        **_place(each),
        "kind": each.kind,
        "low": each.low,
        "high": each.high,
        "duration": None if length is None else dict(zip(("low", "high", "unit"), length, strict=True)),
        "why": each.why,
    }


def _claim(claim: ClaimRead) -> dict[str, Any]:
    return {
        "about": claim.about,
        "attribute": claim.attribute,
        "value": claim.value,
        "scope": claim.scope,
        "evidence": claim.evidence,
        "text": claim.text,
        **_place(claim),
        "source": claim.source,
    }
