"""What words about time mean: a run of days, or a length of time. Plain values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.values import frozen

DAYS = {"day": 1, "week": 7, "fortnight": 14}  # units that are so many days
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}  # units that are so many months
SMALL = {"second": 1, "minute": 60, "hour": 3600}  # units below a day, in seconds


@frozen
class Length:
    """``low`` to ``high`` of a ``unit`` ("18 months", "a few days"); ``high`` None is no bound ("more than").

    ``rest`` is what is added in smaller units: "1 year 1 month".
    """

    low: Fraction
    high: Fraction | None
    unit: str
    rest: tuple[Length, ...] = ()
    bound: str = "exact"

    @property
    def number(self) -> Fraction:
        """The number as written."""
        return self.low

    def parts(self) -> tuple[Length, ...]:
        """This and what is added to it, each by itself."""
        return (Length(self.low, self.high, self.unit), *self.rest)


@frozen
class Meaning:
    """What an expression means. ``first`` and ``last`` are the days it covers, both in; None when not settled.

    ``day``, ``month`` and ``year`` are what was written of a single day or month; ``ends`` are the two ends of a
    range; ``why`` says what is missing or how it was settled.
    """

    kind: str  # date month quarter half season year decade century week weekend range since duration age lifespan
    first: date | None = None
    last: date | None = None
    why: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: str = ""
    ends: tuple[Meaning, Meaning] | None = None
    length: Length | None = None


@frozen
class Time:
    """An expression of time at [start, end) of a text, and what it means."""

    start: int
    end: int
    text: str
    means: Meaning

    @property
    def kind(self) -> str:
        """The kind of its meaning."""
        return self.means.kind
