"""Puts the blocks of a page together as plain text does: paragraphs apart, a table row one line with bars between."""

from __future__ import annotations

from dataclasses import dataclass, field

CELL_BREAK = " | "
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Row:
    """The cells of a table row so far; a cell that spans rows leaves an empty one in the rows below."""

    spans: dict[int, int] = field(default_factory=dict)  # column -> rows still covered from above
    column: int = 0
    started: bool = False
    inside: bool = False  # between the row's beginning and its end
    more: int = 0  # columns that the last cell covers beyond its first

    def skipped(self) -> int:
        """How many cells are covered from above at this place, and step over them."""
        before = self.column
        while self.spans.get(self.column, 0) > 0:
            self.spans[self.column] -= 1
            self.column += 1
        return self.column - before

    def take(self, across: int, down: int) -> None:
        """A cell that covers so many columns and rows."""
        for column in range(self.column, self.column + across):
            self.spans[column] = down - 1
        self.column += across
        self.more = across - 1

    def bar(self) -> str:
        """What parts the next cell from the one before; empty for the row's first."""
        found = CELL_BREAK * (1 + self.more) if self.started else ""
        self.started, self.more = True, 0
        return found

    def next(self) -> None:
        """Begin the next row."""
        self.column, self.started, self.inside, self.more = 0, False, True, 0


def gap(written: bool, in_list: bool) -> str:
    """What parts a block from the one before it: an empty line, in a list the end of the line."""
    return "" if not written else "\n" if in_list else "\n\n"


def raised_digits(words: str) -> str:
    """The words of a superscript as raised digits, so that the mark of a note is no digit of the figure before it.

    Empty where they hold anything but digits.
    """
    return words.translate(_RAISED) if words.isascii() and words.isdigit() else ""
