"""The marks in examples: a slip with what would be right, ``[607 -> 507]``, or a place in the text, ``[607]``."""

from __future__ import annotations

import re

from factcheck.values import frozen

_BRACKET = re.compile(r"\[\[|\]\]|\[[^\[\]]*\]|[\[\]]")
_MARK_HINT = "a mark is written [607 -> 507], and a bracket of the text is doubled: [[sic]]"
_PLACE_HINT = "put the one figure that is meant in brackets, [607], and double a bracket of the text: [[sic]]"


class ExampleError(ValueError):
    """An example whose marks cannot be read; ``start`` and ``end`` say where in its text."""

    def __init__(self, what: str, start: int, end: int) -> None:
        super().__init__(what)
        self.start = start
        self.end = end


@frozen
class Marked:
    """An example as it is checked: with its slip and without; the slip is ``wrong_text[start:end]``.

    Without a mark both texts are the same and ``start`` and ``end`` are 0.
    """

    wrong_text: str
    right_text: str
    start: int = 0
    end: int = 0

    @property
    def is_marked(self) -> bool:
        """Whether the text has a mark."""
        return self.end > self.start

    @property
    def right(self) -> str:
        """What would be right at the mark."""
        return self.right_text[self.start : self.end + len(self.right_text) - len(self.wrong_text)]


def parse_example(text: str) -> Marked:
    """An example's text with its mark read: ``a majority of [607 -> 507]``; ExampleError where it cannot be."""
    wrong, right, at = "", "", 0
    start = end = 0
    for found in _BRACKET.finditer(text):
        wrong, right, at = wrong + text[at : found.start()], right + text[at : found.start()], found.end()
        if found[0] in ("[[", "]]"):
            wrong, right = wrong + found[0][0], right + found[0][0]
            continue
        slip, correct = _mark(found, end > start)
        start, end = len(wrong), len(wrong) + len(slip)
        wrong, right = wrong + slip, right + correct
    return Marked(wrong + text[at:], right + text[at:], start, end)


def _mark(found: re.Match[str], again: bool) -> tuple[str, str]:
    """The two sides of a mark."""
    slip, arrow, correct = (part.strip() for part in found[0].strip("[]").partition("->"))
    if not arrow or not slip or slip == correct:
        raise ExampleError(f"`{found[0]}` is no mark; {_MARK_HINT}", found.start(), found.end())
    if again:
        raise ExampleError("a second mark; give each slip an example of its own", found.start(), found.end())
    return slip, correct


def parse_place(text: str) -> Marked:
    """A text in which one figure is marked: ``a majority of [607]``; ExampleError where none is, or more."""
    plain, at = "", 0
    start = end = 0
    for found in _BRACKET.finditer(text):
        plain, at = plain + text[at : found.start()], found.end()
        if found[0] in ("[[", "]]"):
            plain += found[0][0]
            continue
        inside = found[0].strip("[]")
        if end > start or not inside.strip() or inside == found[0] or "->" in inside:
            raise ExampleError(f"`{found[0]}` is no mark here; {_PLACE_HINT}", found.start(), found.end())
        start, plain = len(plain), plain + inside
        end = len(plain)
    if end == start:
        raise ExampleError(f"no figure is marked; {_PLACE_HINT}", 0, len(text))
    return Marked(plain + text[at:], plain + text[at:], start, end)
