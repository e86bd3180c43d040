"""Rounding stress: sentences drawn at random are never called inconsistent, and with one figure far off they are.

``tests/benchmarks/bench_drawn.py`` does the same ten thousand times a kind.
"""

from __future__ import annotations

from random import Random

import pytest
from articles import check
from drawn import KINDS, draw

DRAWS = 40


@pytest.mark.parametrize("kind", KINDS)
def test_honest_rounding_is_no_slip(kind: str) -> None:
    rng = Random(f"honest {kind}")
    for _ in range(DRAWS):
        text, _none = draw(kind, rng)
        report = check(text)
        assert [f for f in report.findings if f.severity != "note"] == [], text
        assert any(line.status == "checked" for line in report.figures), text


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_far_off_is_told(kind: str) -> None:
    rng = Random(f"slip {kind}")
    for _ in range(DRAWS):
        text, printed = draw(kind, rng, slip=True)
        found = [f for f in check(text).findings if f.severity != "note"]
        assert any(printed in cited.text for f in found for cited in f.figures), text
