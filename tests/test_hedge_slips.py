"""One hedge, all the way through: the majority is 14,953 less the runner-up's votes."""

from __future__ import annotations

import pytest
from articles import check, show

HEDGED = "Ann Lee won Thornbury with 14,953 votes to Raj Patel's {second:,}, a majority of {majority}.\n"


@pytest.mark.parametrize("real", range(4900, 5000, 9))
def test_nearly_5000_holds_from_4900(real: int) -> None:
    report = check(HEDGED.format(second=14953 - real, majority="nearly 5,000"))
    assert not report.findings, show(report)


@pytest.mark.parametrize(
    ("real", "majority"),
    [
        (5001, "nearly 5,000"),
        (5200, "just under 5,000"),
        (4000, "nearly 5,000"),  # four fifths
        (4999, "more than 5,000"),
        (4999, "over 5,000"),
        (4600, "about 5,400"),
        (5000, "fewer than 5,000"),
        (4950, "4,590"),
        (4950, "4,951"),
        (3900, "5,000"),  # no rounding brings it there
    ],
)
def test_a_hedge_that_does_not_hold_is_an_error(real: int, majority: str) -> None:
    report = check(HEDGED.format(second=14953 - real, majority=majority))
    assert [f.severity for f in report.findings] == ["error"], show(report)
    cited = {c.text for c in report.findings[0].figures}
    assert {majority, "14,953", f"{14953 - real:,}"} <= cited


@pytest.mark.parametrize(
    ("real", "majority"),
    [
        (4950, "4,950"),
        (4951, "more than 4,950"),
        (5010, "just over 5,000"),
        (5200, "more than 5,000"),
        (4990, "about 5,000"),
        (5010, "about 5,000"),
        (4999, "just under 5,000"),
        (4999, "fewer than 5,000"),
        (4950, "almost 5,000"),
    ],
)
def test_a_hedge_that_holds_is_silent(real: int, majority: str) -> None:
    report = check(HEDGED.format(second=14953 - real, majority=majority))
    assert not report.findings, show(report)
