"""Where the words of a Markdown block stand in the file: the parser tells the lines, not the columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

_BLANK = " \t"


class Strand:
    """The words of one block as the parser gives them, and where each stands in the file.

    ``starts`` are pairs (place in the words, place in the file), ascending, each the start of a like stretch.
    """

    def __init__(self, starts: list[tuple[int, int]]) -> None:
        self.starts = starts or [(0, 0)]

    def place(self, offset: int) -> int:
        """The place in the file of a place in the words."""
        words, there = self.starts[self._at(offset)]
        return there + offset - words

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The (start, end) places in the file that the words from ``start`` to ``end`` were taken from."""
        at = self._at(start)
        while start < end:
            at += 1
            stop = min(end, self.starts[at][0] if at < len(self.starts) else end)
            there = self.place(start)
            yield there, there + stop - start
            start = stop

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, (offset, float("inf"))) - 1)


class Lines:
    """The lines of a text from a place on, numbered from 0 as the Markdown parser numbers them."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self._starts = [start]
        while (found := text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(found + 1)

    def span(self, line: int) -> tuple[int, int]:
        """Start and end of a line, its newline not counted; the end of the text for a line too many."""
        if line >= len(self._starts):
            return len(self.text), len(self.text)
        after = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self.text)
        return self._starts[line], after

    def paragraph(self, first: int, words: str) -> Strand:
        """Where a paragraph's ``words`` stand: each line of them ends a line of the file, from ``first`` on."""
        starts = []
        at = 0
        for number, line in enumerate(words.split("\n")):
            start, end = self.span(first + number)
            trimmed = line.rstrip(_BLANK)
            starts.append((at, start + len(self.text[start:end].rstrip(_BLANK)) - len(trimmed)))
            at += len(line) + 1
        return Strand(starts)

    def heading(self, line: int, marks: int, words: str) -> Strand:
        """Where the ``words`` of a heading opened by so many ``#`` stand."""
        start, end = self.span(line)
        opened = self.text.find("#" * marks, start, end)
        return Strand([(0, self.text.find(words, opened + marks, end))])

    def cell(self, at: int, end: int, words: str) -> tuple[Strand, int]:
        """Where a table cell's ``words`` stand, looked for from ``at`` to the row's ``end``; and the place after it."""
        printed = words.replace("|", "\\|")  # a bar inside a cell can only be an escaped one
        while words and at < end:
            stop = self._bar(at, end)
            field = self.text[at:stop].rstrip(_BLANK)
            if field.endswith(printed):
                return Strand(_bars(words, at + len(field) - len(printed))), stop + 1
            at = stop + 1
        return Strand([(0, at)]), at

    def _bar(self, at: int, end: int) -> int:
        """The next bar that parts two cells, or ``end``."""
        while (found := self.text.find("|", at, end)) >= 0:
            if self.text[found - 1] != "\\":
                return found
            at = found + 1
        return end


def _bars(words: str, there: int) -> list[tuple[int, int]]:
    """The stretches of a cell's words: each bar in them has a backslash before it in the file."""
    starts = [(0, there)]
    for at, char in enumerate(words):
        if char == "|":
            starts.append((at, there + at + len(starts)))
    return starts
