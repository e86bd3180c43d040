"""What a draft says of dates among themselves: lives, ages and spells, as statements for the packs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.dates.calendar import days, show_days
from factcheck.dates.when import Time
from factcheck.lives.lives import lives
from factcheck.lives.shape import shapes
from factcheck.lives.spells import spells
from factcheck.reading.draft import Draft
from factcheck.statements.statement import Said, Statement


def dated(draft: Draft, times: Sequence[Time], today: date | None) -> Iterator[Statement]:
    """Every statement that a draft makes of dates, ages and lengths of time; ``today`` is the article's date."""
    found = list(shapes(draft, times))
    now = _today(today) if today else None
    yield from lives(draft, found, now)
    yield from spells(draft, found, now and Said("end", now.value, 0, 0, now.text, cell=now.cell))


def _today(today: date) -> Said:
    value = days(today, today)
    return Said("day", value, 0, 0, show_days(value.plain), cell="the article's own date")
