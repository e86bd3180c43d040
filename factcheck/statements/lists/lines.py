"""Lists of one line an item, as the frame of a listing: so many announced above, in a sentence or in the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.statement import Said, Statement, said

MOST = 40  # items; more are not counted out one by one
LEAST = 3
OFF = 2  # a list with more or fewer items than this beyond what is announced is another list
HEADLINE = 24  # units
BULLET = re.compile(r"[•◦▪●■‣∙·*➤►✔]\s|[-–—]\s")
NUMBER = re.compile(r"#?(\d{1,2})[.):]\s*(?=\D)")


class Line(NamedTuple):
    """One paragraph of a draft: its sentences, and how it begins."""

    start: int
    end: int
    sentences: list[Sentence]
    marked: bool  # with a bullet or a number
    number: int  # 0 for none


def lined(sentences: Sequence[Sentence], words: Vocabulary, text: str) -> Iterator[Statement]:
    """Every list of lines with the count that announces it."""
    lines = [_line(list(group), text) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    for k, line in enumerate(lines):
        if text[line.end - 1] == ":" and (counted := _announced(line.sentences[-1].units, words)):
            yield from _statement(counted, _items(lines, k + 1, text))
    if lines and len(lines[0].sentences[0].units) <= HEADLINE and (counted := _headline(lines[0], words)):
        items = _numbered(lines)
        if items and (items[-1] is not lines[-1] or len(items) > counted[0].number):
            yield from _statement(counted, items)  # a list that ends a draft may have been cut off


def _line(sentences: list[Sentence], text: str) -> Line:
    start, end = sentences[0].start, sentences[-1].end
    number = NUMBER.match(text, start, end)
    marked = bool(number or BULLET.match(text, start, end))
    return Line(start, end, sentences, marked, int(number[1]) if number else 0)


def _announced(units: Sequence[Unit], words: Vocabulary) -> tuple[Figure, str] | None:
    """The one count of a sentence that may tell how many items follow, and what it counts."""
    if {u.low for u in units} & (words["listing/open"] - {"both", "who", "which", "where", "with"}):
        return None
    found = [(figure_of(u), noun_behind(units, i)) for i, u in enumerate(units) if u.kind == "F"]
    counts = [(figure, noun) for figure, noun in found if noun and noun[-1].endswith("s")]
    if len(found) != 1 or not counts:
        return None
    figure, noun = counts[0]
    fits = not figure.unit and figure.bound == "exact" and LEAST - 1 <= figure.number <= MOST
    return (figure, " ".join(noun)) if fits and not set(noun) & words["listing/no items"] else None


def _headline(line: Line, words: Vocabulary) -> tuple[Figure, str] | None:
    units = line.sentences[0].units
    return _announced(units, words) if len(line.sentences) == 1 and units[-1].kind != "." else None


def _items(lines: Sequence[Line], k: int, text: str) -> list[Line]:
    """The lines of a list from ``k`` on: those with a mark, or those with no empty line between."""
    marked = k < len(lines) and lines[k].marked
    found: list[Line] = []
    for before, line in zip(lines[k - 1 :], lines[k:], strict=False):
        joined = text.count("\n", before.end, line.start) == 1
        if not (line.marked if marked else joined) or text[line.end - 1] == ":":
            break
        found.append(line)
    return found


def _numbered(lines: Sequence[Line]) -> list[Line]:
    """The lines numbered from 1 on, or down to 1, where a draft has one such run; they may stand far apart."""
    found = [line for line in lines if line.number]
    numbers = [line.number for line in found]
    up = list(range(1, len(found) + 1))
    return found if numbers in (up, up[::-1]) else []


def _statement(counted: tuple[Figure, str], items: Sequence[Line]) -> Iterator[Statement]:
    figure, name = counted
    if len(items) >= LEAST and -OFF <= figure.number - len(items) <= OFF:
        last = items[-1]
        named = Said("items", Value.exact(len(items)), last.start, last.end, f"{len(items)} items")
        yield Statement("listing", name, (said("count", figure), named))
