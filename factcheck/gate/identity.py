"""What makes a finding the same in another run: its rule and the words it cites, wherever they stand by then."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

from factcheck.findings import DocumentReport, Finding


def identified(report: DocumentReport) -> DocumentReport:
    """The report with every finding's ``identity`` filled in; of two that are alike, the later is told by its number.

    Neither line numbers nor the order of the sentences are in it, so an edit elsewhere in the draft changes nothing.
    """
    seen: Counter[str] = Counter()
    named = []
    for finding in sorted(report.findings, key=_first):
        name = _name(finding)
        seen[name] += 1
        named.append((id(finding), f"{name}:{seen[name]}"))
    names = dict(named)
    return replace(report, findings=tuple(replace(each, identity=names[id(each)]) for each in report.findings))


def _first(finding: Finding) -> int:
    return min((cited.start for cited in finding.cited), default=0)


def _name(finding: Finding) -> str:
    from hashlib import sha256  # costs as much as ten other modules: only where something was found

    words = sorted({" ".join(cited.text.split()) for cited in finding.cited})
    return sha256(json.dumps([finding.rule, words]).encode()).hexdigest()[:16]
