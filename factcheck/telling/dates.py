"""Expressions of time as a report shows them: their places in the source file, days as ISO days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.dates.when import Length, Time
from factcheck.document import Document
from factcheck.findings import DateRead


def told(times: Iterable[Time], document: Document) -> Iterator[DateRead]:
    """Each expression of time with its place and what it covers."""
    for time in times:
        start, end = document.source_span(time.start, time.end)
        means = time.means
        first, last = (day.isoformat() if day else None for day in (means.first, means.last))
        place = (start, end, *document.line_column(start))
        yield DateRead(time.text, *place, means.kind, first, last, _duration(means.length), means.why)


def _duration(length: Length | None) -> tuple[float | None, float | None, str] | None:
    """The least and the most of a length as worded, in its own unit."""
    if length is None:
        return None
    above, below = length.bound in ("above", "at_least"), length.bound in ("below", "at_most", "nearly")
    high = None if above or length.high is None else float(length.high)
    return None if below else float(length.low), high, length.unit
