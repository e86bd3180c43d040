"""A relation between figures as data: true values, how each is worded, how each follows from the others, and sentences.

What words allow is worked out here, from the table of the design, and not by the checker.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import NamedTuple

Values = Mapping[str, Fraction]
TRIES = 60
ENDLESS = Fraction(10**9)  # the upper end of "more than"


class Worded(NamedTuple):
    """A figure in words, and the least and the most that they allow at their most generous."""

    text: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Told:
    """A text, and where the figure stands that was put off."""

    text: str
    start: int = 0
    end: int = 0


Wording = Callable[[Fraction, Random], Worded]


@dataclass(frozen=True)
class Relation:
    """How figures hang together: called with dice, it gives a text, true or with one figure off."""

    values: Callable[[Random], dict[str, Fraction]]
    wording: Mapping[str, Wording]
    follows: Mapping[str, Callable[[Values], Fraction]]  # each figure that may be put off, from the others
    forms: Sequence[str]
    words: Callable[[Values], Mapping[str, str]] = lambda values: {}  # such as "rose" or "fell"
    fits: Callable[[Values], bool] = lambda values: True  # whether the words can stay for a false figure
    most: Fraction = Fraction(3, 10)  # part of itself by which a figure is put off at most

    def __call__(self, dice: Random, true: bool) -> Told:
        """One sentence; unless ``true`` one of its figures is off by more than all the words together allow."""
        for _ in range(TRIES):
            values = self.values(dice)
            told = {name: self.wording[name](value, dice) for name, value in values.items()}
            form = dice.choice(self.forms)
            name = dice.choice([n for n in self.follows if f"{{{n}}}" in form])
            if not true:
                off = self._off(name, values, told, dice)
                if off is None:
                    continue
                told[name] = off
            return _filled(form, name, {n: w.text for n, w in told.items()} | dict(self.words(values)))
        raise AssertionError(f"no figure could be put off in {self.forms[0]!r}")

    def _off(self, name: str, values: Values, told: Mapping[str, Worded], dice: Random) -> Worded | None:
        """A figure that the words of the others cannot mean, and the words cannot stretch to; None where none comes."""
        others = [n for n in values if n != name]
        ends = itertools.product(*((told[n].low, told[n].high) for n in others))
        found = [self.follows[name](dict(zip(others, corner, strict=True))) for corner in ends]
        low, high = min(found), max(found)
        for _ in range(TRIES):
            far = Fraction(dice.randint(1, 100), 100) * self.most
            value = high * (1 + far) if dice.random() < 0.5 else low * (1 - far)
            if values[name].denominator == 1:
                value = Fraction(round(value))
            worded = self.wording[name](value, dice)
            far_off = worded.low > high or worded.high < low
            if far_off and 0 < value < 2 * values[name] and self.fits({**values, name: value}):
                return worded
        return None


def _filled(form: str, name: str, texts: Mapping[str, str]) -> Told:
    """A form with its words, and where the first figure of that name stands."""
    before, _, after = form.partition("{" + name + "}")
    head = before.format(**texts)
    return Told(head + texts[name] + after.format(**texts), len(head), len(head) + len(texts[name]))


def places(value: Fraction, digits: int, cut: bool = False) -> Fraction:
    """A value rounded to so many places (half up), or cut off there."""
    scaled = value * 10**digits
    return Fraction((scaled if cut else scaled + Fraction(1, 2)).__floor__(), 10**digits)


def written(value: Fraction, digits: int) -> str:
    """A value with exactly so many places, in groups of thousands."""
    return f"{round(value * 10**digits):,}" if not digits else f"{float(value):,.{digits}f}"


def exact(value: Fraction, dice: Random) -> Worded:
    """A whole number as it is; one with two noughts at its end may have been rounded."""
    unit = _last(round(value)) if value and value % 100 == 0 else 0
    return Worded(f"{round(value):,}", max(value - unit, value / 2), value + unit)


def rounded(digits: int, form: str = "{}", cut: bool = True, slack: Fraction = Fraction(0)) -> Wording:
    """A number to so many places, now and then cut off there; "{}%" and the like go around it.

    A rule may let a difference pass as ``slack``. Noughts at the end may come of rounding: "200 metres", "£500m".
    """

    def worded(value: Fraction, dice: Random) -> Worded:
        near = places(value, digits, cut and dice.random() < 0.2)
        unit = Fraction(1, 10**digits) + slack
        if not digits and near and near % 10 == 0:
            unit = max(unit, Fraction(_last(int(near)), 1 if near % 100 == 0 else 2))
        return Worded(form.format(written(near, digits)), max(near - unit, near / 2), near + unit)

    return worded


percent = rounded(0, "{}%")
percent_1 = rounded(1, "{}%")


def hedged(value: Fraction, dice: Random) -> Worded:
    """A whole number of some size: as it is, as a round number, or with a hedge that it bears out plainly."""
    number = round(value)
    if number < 1000 or dice.random() < 0.4:
        return exact(value, dice)
    unit = 10 ** (len(str(number)) - dice.choice((2, 2, 3))) if number >= 10_000 else 100
    below, above = number // unit * unit, (number // unit + 1) * unit
    near = below if number - below <= above - number else above
    ways = [Worded(f"{dice.choice(('about', 'around', 'some', 'roughly'))} {near:,}", *_about(near))]
    if number != below:
        ways.append(Worded(f"{dice.choice(('more than', 'over'))} {below:,}", Fraction(below), ENDLESS))
    if 0 < above - number <= _close(above):
        ways.append(
            Worded(f"{dice.choice(('nearly', 'almost', 'just under'))} {above:,}", _reach(above, -1), Fraction(above))
        )
    if 0 < number - below <= _close(below):
        ways.append(Worded(f"just over {below:,}", Fraction(below), _reach(below, 1)))
    return dice.choice(ways)


def _last(number: int) -> int:
    """What one is worth in the last digit that is not nought."""
    step = 1
    while number % (10 * step) == 0:
        step *= 10
    return step


def _close(number: int) -> Fraction:
    return min(Fraction(number, 20), Fraction(_last(number), 4))


def _reach(number: int, way: int) -> Fraction:
    return number + way * min(Fraction(number, 10), Fraction(_last(number), 2))


def _about(number: int) -> tuple[Fraction, Fraction]:
    slack = max(Fraction(number, 10), Fraction(_last(number), 2))
    return number - slack, number + slack
