"""Rounding stress: texts drawn at random are never called inconsistent, and with one figure off they are.

``tests/benchmarks/bench_drawn.py`` does the same ten thousand times a kind.
"""

from __future__ import annotations

from random import Random

import pytest
from articles import alarms, check
from drawn import KINDS, draw

DRAWS = 12
NOTHING_TO_COMPARE = {"day of the calendar"}


@pytest.mark.parametrize("kind", KINDS)
def test_honest_rounding_is_no_slip(kind: str) -> None:
    dice = Random(f"honest {kind}")
    for _ in range(DRAWS):
        told = draw(kind, dice)
        report = check(told.text)
        assert alarms(report) == [], told.text
        assert kind in NOTHING_TO_COMPARE or any(line.status == "checked" for line in report.figures), told.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_that_is_off_is_told(kind: str) -> None:
    dice = Random(f"slip {kind}")
    for _ in range(DRAWS):
        told = draw(kind, dice, true=False)
        found = [cited for finding in alarms(check(told.text)) for cited in finding.cited]
        assert any(cited.start < told.end and told.start < cited.end for cited in found), told.text
