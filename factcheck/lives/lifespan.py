"""The two ends of a lifespan in a bracket or a heading: "(1915-2007)", "27 October 1929 – 19 September 2017"."""

from __future__ import annotations

import re

from factcheck.dates.calendar import YEAR, of_meaning
from factcheck.dates.when import Time
from factcheck.lives.shape import Shape
from factcheck.reading.draft import Draft
from factcheck.statements.statement import Said

_TERM = 25  # years that a person's bracket must span to be a life and not a term of office


def ends_of(draft: Draft, shape: Shape, span: str) -> tuple[Said, Said] | None:
    """Birth and death of a lifespan, read as one range or as two days."""
    first, *rest = span.split()
    time = shape.time(first)
    if time is None:
        return None
    if not rest:
        if time.means.ends is None:
            return None
        values = [of_meaning(end) for end in time.means.ends]
        middle = _joint(time)
        places = ((time.start, time.start + middle[0]), (time.start + middle[1], time.end))
    else:
        other = shape.time(rest[-1])
        values = [of_meaning(time.means), of_meaning(other.means) if other else None]
        places = ((time.start, time.end), (other.start, other.end) if other else (0, 0))
    made = [
        Said(slot, value, *place, draft.text[slice(*place)])
        for slot, value, place in zip(("date_of_birth", "date_of_death"), values, places, strict=True)
        if value is not None
    ]
    return (made[0], made[1]) if len(made) == 2 else None


def _joint(time: Time) -> tuple[int, int]:
    """Where the first end of a range stops and the second begins, in its text."""
    found = re.search(r"\s*(?:[-–—/]|\bto\b|\buntil\b|\btill\b)\s*", time.text)
    return found.span() if found else (len(time.text), 0)


def is_long(born: Said, died: Said) -> bool:
    """Whether a span of years is long enough for a life, or runs backwards."""
    low, high = born.value.plain.low, died.value.plain.high
    return low is not None and high is not None and (high - low >= _TERM * YEAR or high < low)
