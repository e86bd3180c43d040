"""What ``factcheck diff`` tells: each figure that was changed, and what was left as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.findings import DocumentReport, FigureStatus
from factcheck.report.words import count, printable
from factcheck.telling.drafts import Change


def render(old: DocumentReport, new: DocumentReport, changes: Sequence[Change]) -> str:
    """The changes as lines of text."""
    lines = [f"{printable(old.path)} -> {printable(new.path)}"]
    for change in changes:
        lines += ["", *(printable(line) for line in _change(change, new))]
    broken = sum(bool(change.findings) for change in changes)
    total = f"{count(len(changes), 'figure')} changed"
    verdict = f"; {broken} of them against what was left as it was" if broken else "; nothing else has to follow"
    return "\n".join([*lines, "", f"  {total}{verdict if changes else ''}"]) + "\n"


def _change(change: Change, new: DocumentReport) -> Iterator[str]:
    kind = "error  " if change.findings else "changed"
    claim = f" ({change.new.claim or change.old.claim})" if change.new.claim or change.old.claim else ""
    yield f"  {kind}  {new.place(change.new)} “{change.old.text}” is now “{change.new.text}”{claim}"
    for finding in change.findings:
        yield f"           it no longer fits: {finding.message} ({finding.rule})"
        yield from (f"           {step}" for step in finding.arithmetic)
    if change.left:
        yield f"           not changed with it: {', '.join(_named(each, new) for each in change.left)}"
    if change.again:
        yield f"           still there: {', '.join(_named(each, new) for each in change.again)}"


def _named(figure: FigureStatus, new: DocumentReport) -> str:
    claim = f" ({figure.claim})" if figure.claim else ""
    return f"“{figure.text}” {new.place(figure)}{claim}"


def render_json(old: DocumentReport, new: DocumentReport, changes: Sequence[Change]) -> str:
    """The changes as JSON."""
    rows = [
        {
            "old": _row(change.old, old),
            "new": _row(change.new, new),
            "left": [_row(each, new) for each in change.left],
            "again": [_row(each, new) for each in change.again],
            "findings": [
                {"rule": each.rule, "severity": each.severity, "message": each.message} for each in change.findings
            ],
        }
        for change in changes
    ]
    return (
        json.dumps({"version": 1, "old": old.path, "new": new.path, "changes": rows}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _row(figure: FigureStatus, report: DocumentReport) -> dict[str, Any]:
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "place": report.place(figure),
        "claim": figure.claim,
    }
