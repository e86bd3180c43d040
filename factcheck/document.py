"""A draft as words, and where each word stood in the source file.

Every place is counted in Unicode code points from 0, a byte order mark not counted. So a tab, a combining accent
and an emoji are one each. Lines and columns, as shown to people, are counted from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Piece(NamedTuple):
    """A stretch of the text, from ``start`` to the next piece, and where it comes from in the source.

    ``width`` is None for a stretch copied character for character. Otherwise the whole piece stands for that many
    characters of the source: "&" for "&amp;" (5), or the blank between table cells, which came from nowhere (0).
    """

    start: int
    source: int
    width: int | None = None


@dataclass(frozen=True)
class Document:
    """The words of a draft.

    ``text`` is what is read, with every line ended by a plain newline; ``source`` is the file's text, which is the
    same as ``text`` when not given. ``pieces`` maps one to the other, in order, the first at 0.
    ``title`` is the front matter's; it stands in ``text`` too, as the first heading.
    ``headings`` are the (start, end) of lines in ``text`` that the format marks as headings.
    """

    path: str
    text: str
    source: str = ""
    title: str = ""
    date: str = ""  # ISO date of the article where its front matter gives one, else ""
    pieces: tuple[Piece, ...] = (Piece(0, 0),)
    headings: tuple[tuple[int, int], ...] = field(default=())

    def source_offset(self, offset: int) -> int:
        """The place in the source of a place in ``text``."""
        piece = self._piece(offset)
        return piece.source + (offset - piece.start if piece.width is None else 0)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the source of a stretch of ``text``, from its first character to its last."""
        first = self.source_offset(start)
        if end <= start:
            return first, first
        last = self._piece(end - 1)
        return first, self.source_offset(end - 1) + (1 if last.width is None else last.width)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a place in the source; CR, LF and CRLF end a line."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._starts, offset) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(hit.end() for hit in _LINE_END.finditer(self.source or self.text))]


class Weaver:
    """Makes a Document's text out of stretches of another text, and keeps the map."""

    def __init__(self, base: Document) -> None:
        self.base = base
        self.length = 0
        self._parts: list[str] = []
        self._pieces: list[Piece] = []

    @property
    def text(self) -> str:
        """What has been put together so far."""
        return "".join(self._parts)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The map of what has been put together so far, to the source of the base."""
        return tuple(self._pieces) or (Piece(0, 0),)

    def copy(self, start: int, end: int) -> None:
        """Add the base's text from ``start`` to ``end`` as it stands, with the base's own map."""
        at = bisect_right(self.base._starts, start) - 1
        while start < end:
            piece = self.base.pieces[at]
            at += 1
            stop = min(end, self.base.pieces[at].start if at < len(self.base.pieces) else end)
            self._add(self.base.text[start:stop], self.base.source_offset(start), piece.width)
            start = stop

    def stand_in(self, text: str, start: int, end: int) -> None:
        """Add ``text`` that stands for the base's text from ``start`` to ``end``: "&" for "&amp;"."""
        first, last = self.base.source_span(start, end)
        self._add(text, first, last - first)

    def insert(self, text: str, at: int) -> None:
        """Add ``text`` of our own, shown at ``at`` of the base."""
        self._add(text, self.base.source_offset(at), 0)

    def _add(self, text: str, source: int, width: int | None) -> None:
        if text:
            self._pieces.append(Piece(self.length, source, width))
            self._parts.append(text)
            self.length += len(text)
