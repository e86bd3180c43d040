"""Lists that end in a total, as breakdowns: a scorecard run on in one line, and lines of which the last is "Total"."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.figures.figures import Figure
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.breakdowns import is_likely
from factcheck.statements.phrases import figure_of
from factcheck.statements.statement import Said, Statement, said
from factcheck.statements.vocabulary import Vocabulary

LINE = 14  # units of a line of a list
LEAST = 2  # parts
TWICE = 2  # times that a whole is given before its breakdown


def totals(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Every list of a draft with its total."""
    yield from _announced(sentences, words)
    lines = [(list(group), text) for text, group in groupby(sentences, key=lambda s: s.paragraph)]
    rows: list[list[Figure]] = []
    for group, _ in lines:
        units = [u for s in group for u in s.units]
        at = next((k for k, u in enumerate(units) if u.low == "total" and _closes(units, k)), -1)
        found = _outside(units)
        if at > 0:
            yield from _column([figure_of(u) for u in _outside(units[:at])], _after(units, at))
        elif at == 0 and found:
            yield from _columns(rows, [figure_of(u) for u in found])
        short = found and len(units) <= LINE and units[-1].kind != "." and at < 0
        rows = [*rows, [figure_of(u) for u in found]] if short else []


def _announced(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """``A breakdown of those on board:`` and a figure a line: parts of what was given twice before."""
    for k, sentence in enumerate(sentences):
        if sentence.units[-1].kind == ":" and words["breakdown/announced"] & {u.low for u in sentence.units}:
            before = [figure_of(u) for s in sentences[: k + 1] for u in s.units if u.kind == "F"]
            parts = _lines(sentences[k + 1 :])
            often = Counter(f.number for f in before if not f.unit)
            wholes = [f for f in before if often[f.number] >= TWICE and len(parts) > LEAST]
            yield from itertools.islice((made for whole in wholes for made in _column(parts, whole)), 1)


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
    labelled = before is None or before.kind in "Ff)" or before.kind == "|"
    return labelled and after is not None and (after.kind in "F(:|-")


def _outside(units: Sequence[Unit]) -> list[Unit]:
    """The figures that do not stand in brackets."""
    found, depth = [], 0
    for unit in units:
        depth += (unit.kind == "(") - (unit.kind == ")")
        if unit.kind == "F" and depth <= 0:
            found.append(unit)
    return found


def _after(units: Sequence[Unit], at: int) -> Figure | None:
    found = _outside(units[at:])
    return figure_of(found[0]) if found else None


def _columns(rows: Sequence[Sequence[Figure]], last: Sequence[Figure]) -> Iterator[Statement]:
    """A total for each column of lines that have as many figures as the last one."""
    block = [row for row in rows if len(row) == len(last)]
    if len(block) == len(rows):
        for column, whole in zip(zip(*block, strict=True), last, strict=False):
            yield from _column(column, whole)


def _column(column: Sequence[Figure], whole: Figure | None) -> Iterator[Statement]:
    parts: list[Said] = [said("amount_of_part", figure, name="a part") for figure in column]
    if whole is None or len(parts) < LEAST or any(f.unit != whole.unit for f in column):
        return
    if is_likely(whole, parts):
        yield Statement("breakdown", "the total", (said("total", whole),), tuple(parts), complete=True)
