"""The two sides of a finding as numbers, for a picture: what a figure's own words allow, and what the others do."""

from __future__ import annotations

from math import inf

from factcheck.claims import Claim
from factcheck.exact import Number
from factcheck.findings import Range
from factcheck.interval import Interval, Value


def sides(claim: Claim, wanted: Interval, widest: Interval | None = None) -> tuple[Range, ...]:
    """What the words of ``claim`` allow, and what it would have to be; empty where either cannot be drawn.

    ``widest`` is what it would have to be where the others are read generously.
    """
    if not isinstance(claim.value, Value):
        return ()
    drawn = (
        _range(f"“{claim.source.text}” allows", claim.value.plain, claim.value.generous),
        _range("the others allow", wanted, widest or wanted),
    )
    return tuple(each for each in drawn if each) if all(drawn) else ()


def _range(label: str, plain: Interval, generous: Interval) -> Range | None:
    low, high, least, most = (_float(end) for end in (plain.low, plain.high, generous.low, generous.high))
    unbounded = low is None and high is None
    if unbounded or any(end is not None and abs(end) == inf for end in (low, high, least, most)):
        return None
    return Range(label, low, high, least, most, plain.show())


def _float(end: Number | None) -> float | None:
    """The end as a float, which is enough to draw; infinite where it is too large."""
    try:
        return None if end is None else float(end)
    except OverflowError:
        return inf
