"""What a figure would have to be, written as the figure itself is: "£34.9m to £35.3m", "466 to 476", "about 41%"."""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, floor

from factcheck.figures.figures import Figure
from factcheck.interval import Interval

MOST = 10**15  # what is larger is written out otherwise
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def as_written(figure: Figure, wanted: Interval) -> str:
    """``wanted`` in the figure's own unit and scale, with one decimal more, and for counts in whole numbers.

    "" where it has no digits of its own, a hedge, or where an end is open.
    """
    core, low, high = _NUMBER.search(figure.text), wanted.low, wanted.high
    if core is None or figure.bound != "exact" or low is None or high is None or wanted.low_open or wanted.high_open:
        return ""
    digits = core[0].replace(",", "")
    scale = Fraction(figure.number) / (Fraction(digits) or 1)
    if not scale:
        return ""
    first, last = Fraction(low) / scale, Fraction(high) / scale
    if max(abs(first), abs(last)) > MOST:
        return ""
    whole = scale == 1 and not figure.unit and "." not in digits
    places = 0 if whole else len(digits.partition(".")[2]) + 1
    around = figure.text[: core.start()], figure.text[core.end() :]
    return _run(around, *_ends(first, last, places), places)


def _ends(first: Fraction, last: Fraction, places: int) -> tuple[Fraction, Fraction, bool]:
    """Both ends to so many places, taken inwards where a number lies between them; and whether that changed them."""
    step = Fraction(1, 10**places)
    low, high = ceil(first / step) * step, floor(last / step) * step
    if low > high:
        low = high = Fraction(round((first + last) / 2 / step)) * step
        return low, high, True
    return low, high, False


def _run(around: tuple[str, str], low: Fraction, high: Fraction, about: bool, places: int) -> str:
    """One number or two, with what stands before and behind the figure's own; a unit in words stands but once."""
    before, behind = around
    once = behind if behind[:1] in (" ", "-", "\u00a0") else ""
    ends = [f"{before}{_number(end, places)}{'' if once else behind}" for end in dict.fromkeys((low, high))]
    return ("about " if about else "") + " to ".join(ends) + once


def _number(value: Fraction, places: int) -> str:
    text = f"{float(value):,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
