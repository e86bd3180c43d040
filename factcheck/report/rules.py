"""The rules, for ``factcheck rules``, and the shipped tables, for ``factcheck reference list``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from factcheck.packs import Pack
from factcheck.report.table import grid
from factcheck.report.words import display_width

WIDTH = 100  # columns, where no terminal says otherwise
_GAP = 2  # columns between columns
_NARROWEST = 24  # of the last column: a narrower one cannot be read


def render_packs(packs: tuple[Pack, ...], width: int = WIDTH) -> str:
    """A table of the packs that are on and of what extends them: name, version, where it comes from, what it holds."""
    rows = [row for pack in packs for row in _pack_rows(pack)]
    return _narrow(("pack", "version", "from", "about"), rows, width)


def _pack_rows(pack: Pack) -> Iterator[tuple[str, ...]]:
    origin = pack.origin
    count = len(pack.rules)
    about = f"{' '.join(pack.about.split())} ({count} rule{'' if count == 1 else 's'})"
    yield pack.name, origin.version, origin.where or "built in", about
    for more in pack.extensions:
        done = [f"{what}: {', '.join(ids)}" for what, ids in (("off", more.off), ("changed", more.changed)) if ids]
        yield more.name, more.version, more.where, "; ".join([f"extends {pack.name}", *done])


def render(packs: tuple[Pack, ...], width: int = WIDTH) -> str:
    """A table of every rule of every pack: id, severity and why it exists; at most ``width`` columns wide."""
    rows: list[tuple[str, ...]] = [
        (rule.name, rule.severity, " ".join(rule.why.split())) for pack in packs for rule in pack.rules
    ]
    return _narrow(("rule", "severity", "about"), rows, width)


def render_references(tables: Iterable[tuple[str, str]], width: int = WIDTH) -> str:
    """A table of the shipped reference tables: the name for --reference, and what is in it."""
    return _narrow(("name", "about"), list(tables), width)


def _narrow(headers: tuple[str, ...], rows: list[tuple[str, ...]], width: int) -> str:
    """A table whose last column is wrapped, so that the whole is at most ``width`` columns wide."""
    columns = zip(headers, *rows, strict=True)
    taken = [max(map(display_width, column)) + _GAP for column in columns][:-1]
    # a heading of tabulate's is never narrower than itself and two columns more
    taken = [max(size, len(header) + 2 * _GAP) for size, header in zip(taken, headers, strict=False)]
    last = max(width - sum(taken), _NARROWEST)
    return grid(headers, (line for row in rows for line in _lines(row, last)))


def _lines(row: tuple[str, ...], last: int) -> Iterator[tuple[str, ...]]:
    """The row, and below it a row for each further line of its last cell."""
    first, *others = textwrap.wrap(row[-1], last) or [""]
    yield *row[:-1], first
    yield from ((*("" for _ in row[:-1]), line) for line in others)
