"""Lists that end in a total, as breakdowns: a scorecard run on in one line, and lines of which the last is "Total"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.parts.breakdowns import is_likely
from factcheck.statements.statement import Statement, said

LINE = 14  # units of a line of a list
LEAST = 2  # parts
RUNS = re.compile(r"\d+(?=[-–/]\d)")
TWICE = 2  # times that a whole is given before its breakdown

Row = list[Figure | None]


def totals(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Every list of a draft with its total."""
    yield from _announced(sentences, words)
    for sentence in sentences:
        if len(sentence.at) > LEAST and words["breakdown/itemised"] & sentence.words:
            yield from _itemised(sentence.units, words)
    if not any("total" in sentence.words for sentence in sentences):
        return
    lines = [(list(group), text) for text, group in groupby(sentences, key=lambda s: s.paragraph)]
    yield from _across([[u for s in group for u in s.units] for group, _ in lines])
    rows: list[Row] = []
    for group, _ in lines:
        units = [u for s in group for u in s.units]
        at = next((k for k, u in enumerate(units) if u.low == "total" and _closes(units, k)), -1)
        found = _row(units)
        before = _outside(units[:at]) if at > 0 else []
        if before:
            yield from _column([figure_of(u) for u in before], _after(units, at))
        elif at >= 0 and any(found):
            yield from _columns(rows, found)
        short = any(found) and (len(units) <= LINE or _is_row(units)) and units[-1].kind != "." and at < 0
        rows = [*rows, found] if short else []


def _row(units: Sequence[Unit]) -> Row:
    """The figures of a line, brackets aside; of a table's row the one of each cell, or None for an empty one."""
    if not _is_row(units):
        return [figure_of(u) for u in _outside(units)]
    cells = [list(group) for bar, group in groupby(units, key=lambda u: u.kind == "|") if not bar]
    figures = [_outside(cell) for cell in cells]
    if any(len(found) > 1 for found in figures) or (cells and figures[0]):
        return [figure_of(u) for found in figures for u in found]
    return [figure_of(found[0]) if found else None for found in figures[1:]]


def _across(lines: Sequence[Sequence[Unit]]) -> Iterator[Statement]:
    """A total in the last column of a table: each row's, where most rows show that it is their sum."""
    for k, heads in enumerate(lines):
        labels = [u.low for u in heads if u.kind not in "|-"]
        if "|" not in {u.kind for u in heads} or labels[-1:] != ["total"] or any(u.kind == "F" for u in heads):
            continue
        rows = [[figure_of(u) for u in _outside(line)] for line in itertools.takewhile(_is_row, lines[k + 1 :])]
        rows = [row for row in rows if row]
        if rows and all(len(row) == len(rows[0]) > LEAST for row in rows):
            fitting = [row for row in rows if sum(f.number for f in row[:-1]) == row[-1].number]
            for row in rows if 2 * len(fitting) > len(rows) else []:
                yield from _column(row[:-1], row[-1])


def _is_row(units: Sequence[Unit]) -> bool:
    return any(u.kind == "|" for u in units)


def _announced(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """``A breakdown of those on board:`` and a figure a line: parts of what was given twice before."""
    for k, sentence in enumerate(sentences):
        if sentence.units[-1].kind == ":" and words["breakdown/announced"] & {u.low for u in sentence.units}:
            parts = _lines(sentences[k + 1 :])
            wholes = _wholes(sentences[: k + 1]) if len(parts) > LEAST else []
            yield from itertools.islice((made for whole in wholes for made in _column(parts, whole)), 1)


def _wholes(sentences: Sequence[Sentence]) -> list[Figure]:
    """What a list that is announced by the last of these sentences may be all of: told there, or told twice before."""
    before = [figure_of(u) for s in sentences for u in s.units if u.kind == "F"]
    often = Counter(f.number for f in before if not f.unit)
    last = sentences[-1].paragraph
    near = [(s.units, i) for s in sentences if s.paragraph == last for i in s.at.values() if s.units[i].kind == "F"]
    counted = [figure_of(units[i]) for units, i in near if noun_behind(units, i)]
    own = [f for f in counted if not f.unit and f.bound == "exact"]
    return own if len(own) == 1 else [f for f in before if often[f.number] >= TWICE]


def _lines(sentences: Sequence[Sentence]) -> list[Figure]:
    """The one figure, brackets aside, of each short line that follows."""
    found: list[Figure] = []
    for sentence in sentences:
        figures = _outside(sentence.units)
        if len(figures) != 1 or len(sentence.units) > LINE or sentence.units[-1].kind not in "F)":
            break
        found.append(figure_of(figures[0]))
    return found


def _closes(units: Sequence[Unit], k: int) -> bool:
    """Whether "total" at ``units[k]`` is the label of a sum, and no word of a sentence: not "a total of"."""
    before = units[k - 1] if k else None
    after = units[k + 1] if k + 1 < len(units) else None
    labelled = before is None or before.kind in "Ff)|" or (before.kind == "." and units[k].text[:1].isupper())
    return labelled and after is not None and after.kind in "F(:|-"


def _outside(units: Sequence[Unit]) -> list[Unit]:
    """The figures that do not stand in brackets."""
    found, depth = [], 0
    for unit in units:
        depth += (unit.kind == "(") - (unit.kind == ")")
        if unit.kind == "F" and depth <= 0:
            found.append(unit)
    return found


def _after(units: Sequence[Unit], at: int) -> Figure | None:
    """The total behind its label; of runs and wickets ("96-5") the runs."""
    end = next((k for k in range(at, len(units)) if units[k].kind == "."), len(units))
    if found := _outside(units[at:end]):
        return figure_of(found[0])
    scores = [u.figure for u in units[at:end] if u.figure is not None and u.figure.kind == "score"]
    return _runs(scores[0]) if scores else None


def _runs(score: Figure) -> Figure | None:
    runs = RUNS.match(score.text)
    if runs is None:
        return None
    number = int(runs[0])
    return replace(score, number=number, value=Value.exact(number), text=runs[0], end=score.start + len(runs[0]))


def _itemised(units: Sequence[Unit], words: Vocabulary) -> Iterator[Statement]:
    """``Extras (b 1, lb 11, nb 6, w 1) 19``: what a total is made of, in a bracket before it."""
    for k, unit in enumerate(units[:-2]):
        if unit.low in words["breakdown/itemised"] and units[k + 1].kind == "(":
            end = next((n for n in range(k + 1, len(units)) if units[n].kind == ")"), len(units))
            parts = [figure_of(u) for u in units[k + 1 : end] if u.kind == "F"]
            if end + 1 < len(units) and units[end + 1].kind == "F":
                yield from _column(parts, figure_of(units[end + 1]))


def _columns(rows: Sequence[Row], last: Row) -> Iterator[Statement]:
    """A total for each column of lines that have as many figures as the last one."""
    block = [row for row in rows if len(row) == len(last)]
    if len(block) == len(rows):
        for column, whole in zip(zip(*block, strict=True), last, strict=False):
            yield from _column([figure for figure in column if figure], whole)


def _column(column: Sequence[Figure], whole: Figure | None) -> Iterator[Statement]:
    if whole is None or len(column) < LEAST or any(f.unit != whole.unit for f in column):
        return
    rounded = all(f.is_rounded for f in (*column, whole))  # a table of round numbers; else 300 is 300
    parts = tuple(said("amount_of_part", f, None if rounded else _printed(f), "a part") for f in column)
    if is_likely(whole, parts):
        total = said("total", whole, None if rounded else _printed(whole))
        yield Statement("breakdown", "the total", (total,), parts, complete=True)


def _printed(figure: Figure) -> Value:
    """The value of a figure of a table: a whole number there is exact."""
    exact = figure.is_rounded and figure.bound == "exact" and not figure.unit
    return Value.exact(figure.number) if exact else figure.value
