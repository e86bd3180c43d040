"""A report with many findings, and one of an article in every format."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import five

from factcheck.engine import Engine
from factcheck.findings import Citation, DocumentReport, Finding, RunReport
from factcheck.formats import open_document
from factcheck.gate.identity import identified

HERE = Path(__file__).parent
Places = set[tuple[str, int]]


@cache
def checked(name: str = "drafts/fünf a.txt") -> RunReport:
    words = {".txt": five.as_text, ".md": five.as_markdown, ".html": five.as_html}
    ending = Path(name).suffix
    data = five.as_word() if ending == ".docx" else words[ending]().encode()
    report = Engine.load().check(open_document(name, data))
    return RunReport((identified(report),))


def many(count: int, severity: str = "error") -> RunReport:
    findings = (
        Finding("x/y", severity, "inconsistent", f"finding {n}: 100%", (Citation("1", line=n + 1),))
        for n in range(count)
    )
    return RunReport((DocumentReport("a,b:c.txt", tuple(findings)),))
