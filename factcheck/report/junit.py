"""The report as JUnit XML: a suite for each article, a case for each finding, a failure for each that fails the run."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from factcheck.findings import DocumentReport, Finding, RunReport
from factcheck.report.places import details, posix
from factcheck.report.words import printable

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: RunReport) -> str:
    """The report; an article without findings has one case, which passes, and bad input is an error."""
    root = Xml.Element("testsuites", name="factcheck")
    for document in report.documents:
        _suite(root, document, report.failing)
    if report.errors:
        suite = Xml.SubElement(root, "testsuite", name="input", tests=str(len(report.errors)), failures="0")
        suite.set("errors", str(len(report.errors)))
        for message in report.errors:
            case = Xml.SubElement(suite, "testcase", classname="input", name=_safe(message)[:200])
            Xml.SubElement(case, "error", message=_safe(message))
    Xml.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, "unicode") + "\n"


def _suite(root: Xml.Element, document: DocumentReport, failing: tuple[str, ...]) -> None:
    failed = [finding for finding in document.open if finding.severity in failing]
    counts = {
        "tests": max(1, len(document.findings)),
        "failures": len(failed),
        "errors": 0,
        "skipped": len(document.findings) - len(document.open),
    }
    suite = Xml.SubElement(root, "testsuite", {key: str(value) for key, value in counts.items()})
    suite.set("name", _safe(posix(document.path)))
    for finding in document.findings:
        _case(suite, document, finding, finding in failed)
    if not document.findings:
        Xml.SubElement(suite, "testcase", classname=_safe(posix(document.path)), name="no discrepancies found")


def _case(suite: Xml.Element, document: DocumentReport, finding: Finding, fails: bool) -> None:
    place = document.place(finding.cited[0]) if finding.cited else ""
    case = Xml.SubElement(
        suite, "testcase", classname=_safe(posix(document.path)), name=_safe(f"{finding.rule} {place}")
    )
    case.set("file", _safe(posix(document.path)))
    if finding.cited:
        case.set("line", str(finding.cited[0].line))
    words = "\n".join(map(_safe, [finding.message, *details(finding)]))
    if finding.suppressed:
        Xml.SubElement(case, "skipped", message=_safe(f"{finding.suppressed.kind}: {finding.suppressed.reason}"))
    elif fails:
        failure = Xml.SubElement(case, "failure", message=_safe(finding.message), type=finding.severity)
        failure.text = words
        return
    Xml.SubElement(case, "system-out").text = f"{finding.severity}: {words}"


def _safe(text: str) -> str:
    """The text on one line, without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", printable(text))
