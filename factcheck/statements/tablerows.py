"""The frame of a row: the figures of one line of a table, each by the heading of its column: "P W D L F A GD Pts".

A pack gives a thing the frame ``row`` and its figures the ``columns`` that they stand in. The headings stand in cells,
in a line of their own, or in a sentence with commas between them; the rows are the lines below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.packs import Pack, Thing
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.layout import Sentence, Token, Unit
from factcheck.statements.statement import Said, Statement

ROW = "row"
HEADINGS = 4  # known headings that make a line a header
ROWS = 2  # rows that make a table
PARTS = frozenset("|\t,")
AROUND = "():*. "  # what may stand around a heading

Columns = list[str]  # of each column the figure that stands in it; "" where nothing known does


class Line(NamedTuple):
    """One line of a draft."""

    words: frozenset[str]
    tokens: Sequence[Token]
    units: Sequence[Unit]


class Rows:
    """All things of the packs that are rows of a table."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._all = [(thing, _headings(pack, thing)) for pack in packs for thing in pack.things.values()]
        self._all = [(thing, headings) for thing, headings in self._all if headings]
        self._headings = frozenset(heading for _, headings in self._all for heading in headings)
        self._known = frozenset(word for heading in self._headings for word in heading.split())

    def of(self, sentences: Sequence[Sentence]) -> Iterator[Statement]:
        """What the rows of a draft's tables say."""
        if not any(len(s.words & self._known) >= HEADINGS for s in sentences):
            return
        lines = [_line(list(group)) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
        told = frozenset().union(*(s.words for s in sentences))
        heads = {n: cells for n, line in enumerate(lines) if (cells := self._head(line))}
        for thing, headings in self._all:
            if told.isdisjoint(thing.unless):
                yield from _tables(
                    thing, {n: [headings.get(c, "") for c in cells] for n, cells in heads.items()}, lines
                )

    def _head(self, line: Line) -> list[str]:
        """The headings of a line, from the first known one on; nothing where it is no header."""
        if len(line.words & self._known) < HEADINGS:
            return []
        cells = _cells(line.tokens)
        said = next((h for h in sorted(self._headings) if len(h) > 1 and cells[0].endswith(f" {h}")), cells[0])
        cells = [said, *cells[1:]]
        first = next((k for k, cell in enumerate(cells) if cell in self._headings), len(cells))
        known = [cell for cell in cells[first:] if cell in self._headings]
        return cells[first:] if len(known) == len(set(known)) >= HEADINGS else []


def _headings(pack: Pack, thing: Thing) -> dict[str, str]:
    """The headings of a thing's columns, each with the figure that stands below it."""
    own = [m for m in pack.measures.values() if m.of == thing.name] if thing.frame == ROW else []
    return {heading.lower(): m.name for m in own for heading in m.columns}


def _line(sentences: Sequence[Sentence]) -> Line:
    words = frozenset().union(*(s.words for s in sentences))
    return Line(words, [t for s in sentences for t in s.tokens], [u for s in sentences for u in s.units])


def _tables(thing: Thing, heads: Mapping[int, Columns], lines: Sequence[Line]) -> Iterator[Statement]:
    """The rows below each header, up to a line with figures that is none."""
    for n, columns in heads.items():
        found: list[Statement] = []
        for line in lines[n + 1 :]:
            row = _row(thing, line.units, columns)
            if row is None and any(u.kind == "F" for u in line.units):
                break
            found += [row] if row else []
        if len(found) >= ROWS and any(columns):
            yield from found


def _cells(tokens: Sequence[Token]) -> list[str]:
    """The cells of a line: between bars, tabs or commas; else each word by itself."""
    parted = sum(t.text in PARTS for t in tokens) >= HEADINGS - 1
    cells: list[list[str]] = [[]]
    for token in tokens:
        if token.text in PARTS:
            cells.append([])
        else:
            cells[-1].append(token.low)
    words = (
        [" ".join(cell).strip(AROUND) for cell in cells] if parted else [t.low for t in tokens if t.text not in "()"]
    )
    return [word for word in words if word]


def _row(thing: Thing, units: Sequence[Unit], columns: Columns) -> Statement | None:
    """What a line says by its last figures, one for each column; None where they are more or fewer."""
    figures = _last_figures(units)
    if not columns or len(figures) != len(columns):
        return None
    slots = tuple(_slot(name, *told) for name, told in zip(columns, figures, strict=True) if name)
    name = " ".join(u.name.text if u.name else u.low for u in units if u.kind in "wN") or "a row"
    return Statement(ROW, name, slots, thing=thing.name)


def _last_figures(units: Sequence[Unit]) -> list[tuple[Figure, bool]]:
    """The figures at the end of a line, with nothing but bars between them, and whether a minus stands before each."""
    found: list[tuple[Figure, bool]] = []
    for k in range(len(units) - 1, -1, -1):
        unit = units[k]
        if unit.kind == "F":
            found.append((figure_of(unit), _is_minus(units, k - 1)))
        elif unit.kind != "|" and not _is_minus(units, k):
            break
    return found[::-1]


def _is_minus(units: Sequence[Unit], k: int) -> bool:
    """Whether a dash is written on to the figure behind it, and not to what stands before it."""
    joined = 0 < k < len(units) - 1 and units[k].kind == "-" and units[k].end == units[k + 1].start
    return joined and units[k - 1].end < units[k].start


def _slot(name: str, figure: Figure, negative: bool) -> Said:
    """A cell counts exactly, however round."""
    number = -figure.number if negative and figure.number > 0 else figure.number
    value = figure.value if figure.unit else Value.exact(number)
    return Said(name, value, figure.start, figure.end, figure.text)
