"""Rounding stress, ten thousand draws a kind: ``python tests/benchmarks/bench_drawn.py [DRAWS]``.

Prints, for each kind of relation, how many honest sentences were called inconsistent (none should be) or were not
checked at all, and how many with one figure far off were not told.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from articles import check
from drawn import KINDS, draw


def wrong(kind: str, draws: int) -> tuple[int, int, int]:
    """Honest and called inconsistent, honest and not checked, off and not told."""
    rng = Random(kind)
    alarms = unchecked = missed = 0
    for _ in range(draws):
        report = check(draw(kind, rng)[0])
        alarms += any(f.severity != "note" for f in report.findings)
        unchecked += not any(line.status == "checked" for line in report.figures)
        text, printed = draw(kind, rng, slip=True)
        found = [f for f in check(text).findings if f.severity != "note"]
        missed += not any(printed in cited.text for f in found for cited in f.figures)
    return alarms, unchecked, missed


def main() -> None:
    """Print one line a kind; exit 1 where an honest sentence was called inconsistent."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    alarms = 0
    for kind in KINDS:
        found = wrong(kind, draws)
        alarms += found[0]
        print(f"{kind:12} of {draws}: {found[0]} false, {found[1]} unchecked; of {draws} off: {found[2]} not told")
    sys.exit(1 if alarms else 0)


if __name__ == "__main__":
    main()
