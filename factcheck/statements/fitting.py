"""Figures that are known to belong together by their arithmetic: those that fit, and those that one slip parts."""

from __future__ import annotations

from fractions import Fraction

from factcheck.checking.slips import one_slip
from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.layout import Sentence
from factcheck.values import frozen

LONG = 3  # digits of a share in which a slip can be told from chance
TWO = 2


@frozen
class Told:
    """A figure and where it stands."""

    figure: Figure
    sentence: Sentence
    at: int  # its place in the sentence's units

    @property
    def number(self) -> Fraction:
        """The number as printed."""
        return Fraction(self.figure.number)


def told_in(sentence: Sentence) -> list[Told]:
    """The quantities of a sentence, in order."""
    units = sentence.units
    return [Told(figure_of(units[i]), sentence, i) for i in sorted(sentence.at.values()) if units[i].kind == "F"]


def slip_away(figure: Figure, wanted: Fraction, swapped_only: bool = False) -> bool:
    """Whether a figure is one wrong digit, or two exchanged ones, away from what would fit."""
    printed = "".join(c for c in figure.text if c.isdigit())
    scaled = wanted * 10 ** places(figure)
    if scaled.denominator != 1 or len(str(scaled)) != len(printed) or (figure.unit and len(printed) < LONG):
        return False
    return _exchanged(printed, str(scaled)) or (not swapped_only and one_slip(printed, str(scaled)))


def places(figure: Figure) -> int:
    """How many digits a figure has behind its point."""
    return sum(c.isdigit() for c in figure.text.replace("·", ".").partition(".")[2])


def _exchanged(a: str, b: str) -> bool:
    """Whether two digits, wherever they stand, have changed places."""
    return sorted(a) == sorted(b) and sum(x != y for x, y in zip(a, b, strict=True)) == TWO
