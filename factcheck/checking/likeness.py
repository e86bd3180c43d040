"""Whether two printed figures are so alike that one may be a slip of the other, or are two facts misread as one."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.checking.slips import one_slip
from factcheck.claims import Claim
from factcheck.interval import Answer, Interval, Value

MOST = 24  # of more values of one fact than these none is believed: a file of many articles
NEAR = (3, 4)  # the smaller at least three quarters of the larger


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims of one fact differ by no more than a slip: a digit, a swap, a lost digit, or a quarter."""
    if not isinstance(a.value, Value) or not isinstance(b.value, Value):
        return False
    return _near(a.value.generous, b.value.generous) or one_slip(digits_of(a), digits_of(b))


def digits_of(claim: Claim) -> str:
    """The digits of a claim as printed."""
    return "".join(c for c in claim.source.text if c.isdigit())


def _near(a: Interval, b: Interval) -> bool:
    """Whether the nearest values of two ranges are within a quarter of each other."""
    lower, upper = (a, b) if (a.high or 0) <= (b.low or 0) else (b, a)
    if lower.high is None or upper.low is None:
        return True
    return bool(lower.high * NEAR[1] >= upper.low * NEAR[0])


def distinct(claims: Iterable[Claim]) -> int:
    """How many groups the values of one fact fall into that cannot agree with one another."""
    return len(agreeing(claims))


def agreeing(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of one fact in groups, each of claims that may agree with the group's first.

    Where there are more groups than ``MOST``, only the first of them, one more than that.
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((g for g in groups if not _differ(claim, g[0])), None)
        if group is not None:
            group.append(claim)
        elif len(groups) > MOST:
            break
        else:
            groups.append([claim])
    return groups


def _differ(a: Claim, b: Claim) -> bool:
    assert isinstance(a.value, Value)
    assert isinstance(b.value, Value)
    return a.value.generous.equal(b.value.generous) is Answer.NO
