"""True dates, worded honestly, are never called inconsistent; one off by more than the words allow always is."""

from __future__ import annotations

import random

import pytest
from articles import check
from honest_dates import KINDS, Told

from factcheck.findings import DocumentReport, Finding

DRAWS = 20


def _wrong(report: DocumentReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.verdict == "inconsistent"]


@pytest.mark.parametrize("kind", KINDS)
def test_true_dates_worded_honestly_give_nothing(kind: str) -> None:
    dice = random.Random(f"true {kind}")
    for _ in range(DRAWS):
        told = KINDS[kind](dice, True)
        assert not _wrong(check(told.text)), told.text


@pytest.mark.parametrize("kind", KINDS)
def test_one_figure_off_gives_one_that_names_it(kind: str) -> None:
    dice = random.Random(f"false {kind}")
    for _ in range(DRAWS):
        told = KINDS[kind](dice, False)
        found = _wrong(check(told.text))
        assert found, told.text
        assert any(_cites(finding, told) for finding in found), told.text


def _cites(finding: Finding, told: Told) -> bool:
    return any(cited.start < told.end and told.start < cited.end for cited in finding.cited)
