"""The article as it reads, as HTML: title, headings, captions, tables, and every figure marked by its status."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from factcheck.document import Document
from factcheck.findings import Citation, DocumentReport, FigureStatus
from factcheck.formats.blocks import CELL_BREAK
from factcheck.report.ledger import STATUSES, Ledger

_TAGS = {"title": "h3", "heading": "h4", "quote": "blockquote"}
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text that is marked, and what opens and closes it."""

    start: int
    end: int
    open: str
    close: str


def article(document: DocumentReport, name: str) -> Iterator[str]:
    """The blocks of the article; ``name`` begins the names of the entries that its figures link to."""
    source = document.document
    if source is None or not source.text.strip():
        yield "<p>There is nothing to read in this file.</p>"
        return
    page = _Page(source, _marks(document, source, name))
    lines = [(start, end, _role(source, start)) for start, end in _lines(source.text)]
    for is_row, group in groupby(lines, key=lambda line: line[2] == "row"):
        if is_row:
            yield '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>'
            yield from (page.row(start, end) for start, end, _ in group)
            yield "</table></div>"
        else:
            yield from (page.block(*line) for line in group)


@dataclass(frozen=True)
class _Page:
    """Writes stretches of the text with their marks."""

    source: Document
    marks: list[_Mark]

    def block(self, start: int, end: int, role: str) -> str:
        """A paragraph, heading or quotation."""
        tag = _TAGS.get(role, "p")
        kind = f' class="{role}"' if role else ""
        return f"<{tag}{kind}>{self.words(start, end)}</{tag}>"

    def row(self, start: int, end: int) -> str:
        """A row of a table."""
        cells, at = [], start
        for words in self.source.text[start:end].split(CELL_BREAK):
            cells.append(f"<td>{self.words(at, at + len(words))}</td>")
            at += len(words) + len(CELL_BREAK)
        return f"<tr>{''.join(cells)}</tr>"

    def words(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end``, the marks that lie in them included."""
        parts, at = [], start
        first = bisect_left(self.marks, start, key=lambda mark: mark.start)
        for mark in self.marks[first:]:
            if mark.end > end:
                break
            parts += [self._plain(at, mark.start), mark.open, self._plain(mark.start, mark.end), mark.close]
            at = mark.end
        return "".join([*parts, self._plain(at, end)])

    def _plain(self, start: int, end: int) -> str:
        return escape(_STEERING.sub("\ufffd", self.source.text[start:end]))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank."""
    for line in re.finditer(r"[^\n]+", text):
        if line[0].strip():
            yield line.span()


def _role(source: Document, start: int) -> str:
    return source.part(source.source_offset(start)).role


def _marks(document: DocumentReport, source: Document, name: str) -> list[_Mark]:
    """The marks of the figures that count something, and of other words that findings cite; none in another."""
    made = [_of_figure(each, source, name) for each in Ledger.of(document.figures).figures]
    for number, finding in enumerate(document.findings, start=1):
        made += [_of_citation(each, source, f"{name}-f{number}") for each in finding.cited]
    kept: list[_Mark] = []
    for mark in sorted(made, key=lambda mark: (mark.start, "fig " not in mark.open)):
        if mark.end > mark.start and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def _of_figure(figure: FigureStatus, source: Document, name: str) -> _Mark:
    said = f'<span class="sr"> ({STATUSES[figure.status]})</span></a>'
    link = f'<a class="fig {figure.status}" href="#{name}-r{figure.start}">'
    return _Mark(*_span(figure, source), link, said)


def _of_citation(cited: Citation, source: Document, name: str) -> _Mark:
    return _Mark(*_span(cited, source), f'<a class="cited-words" href="#{name}">', "</a>")


def _span(cited: Citation | FigureStatus, source: Document) -> tuple[int, int]:
    """Where something cited stands in the text."""
    start = source.text_offset(cited.start)
    return start, source.text_offset(max(cited.start, cited.end - 1)) + 1
