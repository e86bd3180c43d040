"""The frame of two units: one quantity given twice, "10 miles (16km)"; each is brought to the base unit of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Said, Statement, said

BETWEEN = frozenset("or about around nearly roughly some just over under almost".split())
DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
METRES = "m"


def two_units(units: Sequence[Unit], words: Vocabulary) -> Iterator[Statement]:
    """Every quantity of a sentence that is given in two units of one kind."""
    for i, unit in enumerate(units):
        if unit.kind == "F" and unit.figure and unit.figure.unit == "":
            yield from _fraction(units, i)
        if unit.kind == "F" and figure_of(unit).unit in words.measured and (j := beside(units, i + 1)):
            first, second = figure_of(unit), figure_of(units[j])
            kind, factor = words.measured[first.unit]
            unit_of_second, scale = _unit(second)
            other = words.measured.get(unit_of_second)
            if other is not None and other[0] == kind and unit_of_second != first.unit:
                both = (
                    _said("amount_in_one_unit", first, Fraction(factor)),
                    _said("in_the_other", second, other[1] * scale),
                )
                yield Statement("two units", f"{first.text} and {second.text}", both)


def _fraction(units: Sequence[Unit], i: int) -> Iterator[Statement]:
    """``one in five (20%)``: a fraction, and behind it the same in per cent."""
    first, j = figure_of(units[i]), beside(units, i + 1)
    second = figure_of(units[j]) if j else first
    if not first.unit and 0 < first.number < 1 and second.unit == "percent" and units[j - 1].kind == "(":
        values = Value(first.value.plain * 100, first.value.generous * 100)
        both = said("amount_in_one_unit", first, values), said("in_the_other", second, rounded(second))
        yield Statement("two units", f"{first.text} and {second.text}", both)


def _unit(figure: Figure) -> tuple[str, Fraction]:
    """The unit of a figure beside another in its own unit: "(20m)" beside feet is no million."""
    million = not figure.unit and figure.number >= 10**6 and figure.text.rstrip(") ").endswith("m")
    return (METRES, Fraction(1, 10**6)) if million else (figure.unit, Fraction(1))


def beside(units: Sequence[Unit], k: int) -> int:
    """Where the same quantity stands again: in a bracket, or behind "or" or a stroke; 0 where it does not."""
    k += k + 1 < len(units) and units[k].kind == "," and units[k + 1].low == "or"
    if k + 1 >= len(units) or not (units[k].kind in "(/" or units[k].low == "or"):
        return 0
    while k + 1 < len(units) and (units[k].kind in "(/" or units[k].low in BETWEEN):
        k += 1
    return k if units[k].kind == "F" else 0


def _said(slot: str, figure: Figure, factor: Fraction) -> Said:
    """The figure in base units, as widely as it may have been rounded."""
    value = Value(_wide(figure, figure.value.plain, Fraction(1, 2)), _wide(figure, figure.value.generous, Fraction(1)))
    return Said(slot, Value(value.plain * factor, value.generous * factor), figure.start, figure.end, figure.text)


def _wide(figure: Figure, value: Interval, part: Fraction) -> Interval:
    """The values of a figure and those that round to it: half a unit of its last digit that is not nought."""
    number = Fraction(figure.number)
    slack = part * _last_digit(figure, number)
    low = None if value.low is None else min(Fraction(value.low), number - slack)
    high = None if value.high is None else max(Fraction(value.high), number + slack)
    return Interval(low, high)


def _last_digit(figure: Figure, number: Fraction) -> Fraction:
    """What one is worth in the last digit that is not nought: 10 in 30, 1 in 16, 1/10 in 2.4."""
    found = DIGITS.search(figure.text)
    digits = found.group() if found else ""
    if "." in digits:
        return Fraction(1, 10 ** len(digits.partition(".")[2]))
    whole, step = abs(int(number)), 1
    while whole and whole % 10 == 0:
        whole, step = whole // 10, step * 10
    return Fraction(step, 2) if step > 1 else Fraction(step)
