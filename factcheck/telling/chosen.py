"""Which contradictions are told, how severely, and in what order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.checking.check import REFERENCE, Conflict
from factcheck.findings import Finding
from factcheck.interval import Verdict
from factcheck.reading.scope.quotations import is_quoted

_ORDER = {"error": 0, "warning": 1, "note": 2}


def place(finding: Finding) -> tuple[int, int, str]:
    """Where a finding stands among the others: the worst first, then by the place in the article."""
    first = min((c.start for c in finding.figures if c.source == "article"), default=0)
    return _ORDER[finding.severity], first, finding.rule


def milder(finding: Finding, conflict: Conflict, quoted: Sequence[tuple[int, int]]) -> Finding:
    """A warning where somebody is quoted, or where a table's figure is of an earlier event, with other boundaries."""
    past = any(c.source.kind == "reference" and c.scope.event for c in conflict.claims)
    said = any(c.source.kind == "article" and is_quoted(quoted, c.source.start) for c in conflict.claims)
    return replace(finding, severity="warning") if (past or said) and finding.severity == "error" else finding


def distinct(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Each set of figures once, the first rule that found it speaking, and one about a thing that has a name before one
    about a sentence; sets that hold a smaller one are left out."""
    ordered = sorted(conflicts, key=lambda c: (c.verdict is not Verdict.INCONSISTENT, len(c.claims), c.of_a_sentence))
    kept: list[Conflict] = []
    common = Counter(figure for conflict in conflicts for figure in conflict.words)
    by_figure: dict[object, list[Conflict]] = {}  # each kept set under its rarest figure, which any larger must hold
    wrong = {id(c.claims[0]) for c in conflicts if c.rule == REFERENCE and c.verdict is Verdict.INCONSISTENT}
    for conflict in ordered:
        if (
            conflict.rule != REFERENCE
            and wrong & conflict.key
            and any(c.source.kind == "reference" for c in conflict.claims)
        ):
            continue  # the table already says so of the figure itself
        key = conflict.words
        smaller = [k for figure in key for k in by_figure.get(figure, ()) if k.words <= key]
        if not any(k.verdict in (conflict.verdict, Verdict.INCONSISTENT) for k in smaller):
            kept.append(conflict)
            by_figure.setdefault(min(sorted(key), key=common.__getitem__, default=()), []).append(conflict)
    return kept
