"""A draft as words, and where each word stood in the source file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Document:
    """The words of a draft.

    ``text`` is what is read; ``source`` is the file's text (code points, without a byte order mark).
    ``pieces`` maps one to the other: pairs (place in text, place in source), ascending, each the start of
    a stretch that was copied unchanged; the default says that text and source are the same.
    ``headings`` are the (start, end) of lines in ``text`` that the format marks as headings.
    """

    path: str
    text: str
    source: str = ""
    title: str = ""
    date: str = ""  # ISO date of the article where its front matter gives one, else ""
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)
    headings: tuple[tuple[int, int], ...] = field(default=())

    def source_offset(self, offset: int) -> int:
        """The place in the source file (code points from 0) of a place in ``text``."""
        at = bisect_right(self._starts, offset) - 1
        start, there = self.pieces[at]
        return there + offset - start

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the source file of a stretch of ``text``."""
        return self.source_offset(start), self.source_offset(max(start, end - 1)) + (end > start)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a place in the source file; CR, LF and CRLF end a line."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.pieces]

    @cached_property
    def _lines(self) -> list[int]:
        text = self.source or self.text
        starts = [0]
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            if line.endswith(("\n", "\r")):
                starts.append(at)
        return starts
