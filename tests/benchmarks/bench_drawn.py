"""Rounding stress, ten thousand draws a kind: ``python tests/benchmarks/bench_drawn.py [DRAWS] [KIND ...]``.

Prints, for each kind of relation, how many honest texts were called inconsistent (none should be) or were not checked
at all, and how many with one figure off by more than its words allow were not told, or told without that figure.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from articles import alarms, check
from drawn import KINDS, draw
from drawn.relation import Told

from factcheck.findings import DocumentReport

SHOWN = 3  # of each kind of failure


def named(report: DocumentReport, told: Told) -> bool:
    """Whether a finding cites the figure that was put off."""
    return any(c.start < told.end and told.start < c.end for f in alarms(report) for c in f.cited)


def wrong(kind: str, draws: int) -> tuple[list[str], list[str], list[str]]:
    """Honest and called inconsistent, honest and not checked, off and not told."""
    dice = Random(kind)
    false, unchecked, missed = [], [], []
    for _ in range(draws):
        text = draw(kind, dice).text
        report = check(text)
        false += [text] if alarms(report) else []
        unchecked += [] if any(line.status == "checked" for line in report.figures) else [text]
        told = draw(kind, dice, true=False)
        missed += [] if named(check(told.text), told) else [f"{told.text[told.start : told.end]}: {told.text}"]
    return false, unchecked, missed


def main() -> None:
    """Print one line a kind, and the first of each failure; exit 1 where an honest text was called inconsistent."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    alarmed = 0
    for kind in sys.argv[2:] or KINDS:
        false, unchecked, missed = wrong(kind, draws)
        alarmed += len(false)
        print(f"{kind:24} of {draws}: {len(false)} false, {len(unchecked)} unchecked; {len(missed)} off and not told")
        for name, texts in (("false", false), ("unchecked", unchecked), ("missed", missed)):
            for text in texts[:SHOWN]:
                print(f"    {name}: {text!r}")
        sys.stdout.flush()
    sys.exit(1 if alarmed else 0)


if __name__ == "__main__":
    main()
