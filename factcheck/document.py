"""A draft as words, and where each word stood in the source file.

Every place is counted in Unicode code points from 0, a byte order mark not counted. So a tab, a combining accent
and an emoji are one each. Lines and columns, as shown to people, are counted from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
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


class Part(NamedTuple):
    """A stretch of the text that the format tells apart: its role, and what it is called where lines say nothing.

    ``role`` is title, standfirst, heading, caption, quote, row (of a table), or empty for plain words.
    """

    start: int
    end: int
    role: str = ""
    name: str = ""  # "paragraph 3", "table 1, row 2, column 4"; empty where line and column are the place


COPIED = (Piece(0, 0),)  # the text is the source


@dataclass(frozen=True)
class Document:
    """The words of a draft.

    ``text`` is what is read, with every line ended by a plain newline; ``source`` is the file's text, which is the
    same as ``text`` when not given (of a Word file, the words of its paragraphs and tables). ``pieces`` maps one to
    the other, in order, the first at 0. ``title`` is the front matter's; it stands in ``text`` too, as the first
    heading. ``parts`` are stretches of ``text``, in order; ``comments`` are stretches of ``source`` that hold a
    comment, which no reader sees.
    """

    path: str
    text: str
    source: str = ""
    title: str = ""
    date: str = ""  # ISO date of the article where its front matter gives one, else ""
    pieces: tuple[Piece, ...] = COPIED
    parts: tuple[Part, ...] = ()
    comments: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()  # what the reader of the report should know of the file: its encoding was guessed

    @property
    def headings(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of lines in ``text`` that the format marks as title or heading."""
        return tuple((part.start, part.end) for part in self.parts if part.role in ("title", "heading"))

    def source_offset(self, offset: int) -> int:
        """The place in the source of a place in ``text``."""
        piece = self._piece(offset)
        return piece.source + (offset - piece.start if piece.width is None else 0)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the source of a stretch of ``text``, from its first character to its last."""
        if self.pieces == COPIED:
            return start, max(start, end)
        first = self.source_offset(start)
        if end <= start:
            return first, first
        last = self._piece(end - 1)
        return first, self.source_offset(end - 1) + (1 if last.width is None else last.width)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a place in the source; CR, LF and CRLF end a line."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Where a line of the source, counted from 1, begins."""
        return self._lines[line - 1]

    def text_offset(self, offset: int) -> int:
        """The place in ``text`` of a place in the source; of one that is not read, the nearest before it."""
        at = max(0, bisect_right(self._sources, offset) - 1)
        piece = self.pieces[at]
        end = self.pieces[at + 1].start if at + 1 < len(self.pieces) else len(self.text)
        return min(piece.start + max(0, offset - piece.source), end) if piece.width is None else piece.start

    def part(self, offset: int) -> Part:
        """The part that holds a place of the source; one without role and name where the format tells none."""
        at = self.text_offset(offset)
        part = self.parts[bisect_right(self._part_starts, at) - 1] if self.parts else Part(0, 0)
        return part if part.start <= at <= part.end else Part(at, at)

    def place(self, offset: int) -> str:
        """A place in the source as its user sees it: line and column, or the name of the part that holds it."""
        line, column = self.line_column(offset)
        return self.part(offset).name or f"{line}:{column}"

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._starts, offset) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _sources(self) -> list[int]:
        return [piece.source for piece in self.pieces]

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.parts]

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

    def blank(self, at: int) -> None:
        """Add one blank before the base's place ``at``: the one that stands there, or one of our own."""
        if at and self.base.text[at - 1] == " ":
            self.copy(at - 1, at)
        else:
            self.insert(" ", at)

    @property
    def ends_blank(self) -> bool:
        """Whether what has been put together ends with a blank or the end of a line."""
        return bool(self._parts) and self._parts[-1][-1].isspace()

    def _add(self, text: str, source: int, width: int | None) -> None:
        if text:
            last = self._pieces[-1] if self._pieces else None
            follows = last and last.width is width is None and last.source + self.length - last.start == source
            if not follows:
                self._pieces.append(Piece(self.length, source, width))
            self._parts.append(text)
            self.length += len(text)
