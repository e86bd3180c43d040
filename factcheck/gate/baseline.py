"""The baseline: findings known from before, which do not fail a draft; only new ones do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.findings import DocumentReport, Finding, Suppression

VERSION = 1
_REASON = "known from before"


class BaselineError(FactcheckError):
    """A baseline that cannot be read."""


@dataclass(frozen=True)
class Entry:
    """One finding that is known: its rule and message are for the reader, ``identity`` is what is compared."""

    identity: str
    rule: str
    message: str


@dataclass(frozen=True)
class Baseline:
    """What is known of each file; ``name`` is the baseline's own path, as shown."""

    name: str
    files: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def judge(self, report: DocumentReport, key: str) -> DocumentReport:
        """The report of the file ``key`` with what is known marked."""
        known = {entry.identity for entry in self.files.get(key, ())}
        mark = Suppression("baseline", _REASON, self.name)
        findings = (
            replace(each, suppressed=mark) if each.identity in known and not each.suppressed else each
            for each in report.findings
        )
        return replace(report, findings=tuple(findings))

    def gone(self, report: DocumentReport, key: str) -> list[str]:
        """A line for each entry of the file that no finding is any longer."""
        found = {finding.identity for finding in report.findings}
        return [
            f"{self.name}: no longer found in {key}: {entry.rule}: {entry.message}; --update-baseline takes it out"
            for entry in self.files.get(key, ())
            if entry.identity not in found
        ]

    def updated(self, reports: Iterable[tuple[DocumentReport, str]]) -> Baseline:
        """The baseline that knows all that was found, files that were not checked as before."""
        files = dict(self.files)
        for report, key in reports:
            files[key] = tuple(_entry(each) for each in report.findings if not _waived(each))
        return Baseline(self.name, {key: files[key] for key in sorted(files) if files[key]})

    def render(self) -> str:
        """The baseline as the text of its file: sorted, one finding a line, so that a change to it reads well."""
        lines = [json.dumps(_row(key, entry), ensure_ascii=False) for key in self.files for entry in self.files[key]]
        body = "\n" + ",\n".join(f"  {line}" for line in lines) + "\n " if lines else ""
        return f'{{"version": {VERSION},\n "findings": [{body}]}}\n'


def read_baseline(name: str, text: str) -> Baseline:
    """The baseline in a file's text. Raises BaselineError."""
    try:
        content = json.loads(text)
        rows = content["findings"]
        version = content["version"]
        entries = [
            (str(row["path"]), Entry(*(str(row[key]) for key in ("identity", "rule", "message")))) for row in rows
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BaselineError(f"{name}: this is no baseline; make one with --update-baseline") from None
    if version != VERSION:
        raise BaselineError(f"{name}: a baseline of another version ({version}); make it anew with --update-baseline")
    files: dict[str, tuple[Entry, ...]] = {}
    for path, entry in entries:
        files[path] = (*files.get(path, ()), entry)
    return Baseline(name, files)


def _waived(finding: Finding) -> bool:
    return finding.suppressed is not None and finding.suppressed.kind == "waiver"


def _entry(finding: Finding) -> Entry:
    return Entry(finding.identity, finding.rule, finding.message)


def _row(path: str, entry: Entry) -> dict[str, Any]:
    return {"path": path, "identity": entry.identity, "rule": entry.rule, "message": entry.message}
