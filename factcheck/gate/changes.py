"""Which lines of a draft were changed, from the output of ``git diff --unified=0``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factcheck.findings import DocumentReport, Finding, Suppression

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.M)


@dataclass(frozen=True, slots=True)
class Changed:
    """Lines of one file that were changed; ``lines`` is None where the whole of it counts as changed."""

    lines: frozenset[int] | None = None

    @classmethod
    def of_diff(cls, diff: str) -> Changed:
        """The lines that a diff without context adds or alters; all, where it is of no text (Word)."""
        if diff and not _HUNK.search(diff):
            return cls()
        spans = ((int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(diff))
        return cls(frozenset(line for first, count in spans for line in range(first, first + count)))

    def judge(self, report: DocumentReport, since: str) -> DocumentReport:
        """The report with the findings marked that involve no changed line."""
        mark = Suppression("unchanged", f"no line of it was changed since {since}")
        findings = (
            each if each.suppressed or self._meets(each, report) else replace(each, suppressed=mark)
            for each in report.findings
        )
        return replace(report, findings=tuple(findings))

    def _meets(self, finding: Finding, report: DocumentReport) -> bool:
        return self.lines is None or any(self._touches(cited.start, cited.end, report) for cited in finding.cited)

    def _touches(self, start: int, end: int, report: DocumentReport) -> bool:
        if report.document is None or self.lines is None:
            return True
        first, last = report.document.line_column(start)[0], report.document.line_column(max(start, end - 1))[0]
        return any(line in self.lines for line in range(first, last + 1))
