"""Stretches of a sentence that name what is counted: the noun behind a figure, the subject before a verb."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Value
from factcheck.reading.layout import Unit

# words at which the name of what is counted ends
ENDS = frozenset(
    "a an the and or but to from by of in on at for with than as that which who whom was were is are be been has have"
    " had will would could may might while when after before since until over during per this last next each between"
    " among including compared against into out up down about around more fewer less if because so not only also"
    " said says according including did do does it he she they we there now then too again still already".split()
)
DETERMINERS = frozenset("a an the its his her their our this that these those".split())
MOST = 6  # words that the name of a thing has


def figure_of(unit: Unit) -> Figure:
    """The figure of a unit that has one."""
    assert unit.figure is not None
    return unit.figure


def noun_behind(units: Sequence[Unit], i: int) -> tuple[str, ...]:
    """The words right behind a figure that name what it counts: "283 passengers", "14 staff members"."""
    words: list[str] = []
    for unit in units[i + 1 : i + 1 + MOST]:
        if unit.kind == "-" and not words:
            continue
        if unit.kind not in "wN" or unit.low in ENDS:
            break
        words.append(unit.low)
    return tuple(words)


def subject_before(units: Sequence[Unit], k: int) -> str:
    """The words of the clause before ``units[k]``, as the name of what it speaks of; "" where there are none."""
    words: list[str] = []
    for unit in reversed(units[max(0, k - 12) : k]):
        if unit.kind not in "wNs-" or unit.low in ("and", "but", "while", "as", "that"):
            break
        words.append(unit.name.text if unit.name else unit.low)
    while words and words[-1] in DETERMINERS:
        words.pop()
    return " ".join(reversed(words[-MOST:])).replace(" 's", "’s").replace(" ’s", "’s")


def rounded(figure: Figure) -> Value:
    """The value of a measured amount that is printed exactly: half a unit of its last digit either side."""
    if figure.bound != "exact" or not figure.value.plain.is_exact:
        return figure.value
    step = Fraction(1, Fraction(figure.number).denominator)
    around = Interval.between(figure.number - step / 2, figure.number + step / 2)
    return Value(around, around)


def shared(figure: Figure, other: Figure) -> Value:
    """The value of a rounded amount beside another of its kind: both are rounded alike, "to 100,000 from 146,000"."""
    if figure.bound != "exact" or not last_digit(other) < last_digit(figure):
        return figure.value
    step = last_digit(other)
    plain = Interval.between(figure.number - step / 2, figure.number + step / 2)
    return Value(plain, Interval.between(figure.number - step, figure.number + step))


def last_digit(figure: Figure) -> Fraction:
    """What one is worth in the last digit of a figure that is not nought: 1,000 in 146,000, 1/10 in 2.4."""
    number = Fraction(figure.number)
    step = Fraction(1, number.denominator)
    while number and not (number / step) % 10:
        step *= 10
    return step


def is_share(figure: Figure) -> bool:
    """Whether a figure is a percentage, points, or a fraction in words: "a fifth more"."""
    fraction = not figure.unit and 0 < figure.number < 1 and not any(c.isdigit() for c in figure.text)
    return figure.unit in ("percent", "points") or fraction


def part_of(units: Sequence[Unit], i: int) -> int:
    """Where the part stands of which the figure at ``i`` is the whole: "240 of the 543 seats"; -1 where none does."""
    k = i - 1
    while k > 1 and units[k].low in DETERMINERS | {"all"}:
        k -= 1
    return k - 1 if k > 0 and units[k].low == "of" and units[k - 1].kind == "F" else -1


def is_adverb(low: str) -> bool:
    """Whether a word is likely an adverb: "sharply"."""
    return low.endswith("ly") and len(low) > 4


def words_from(units: Sequence[Unit], i: int, step: int, most: int = 3) -> list[str]:
    """The words from ``units[i]`` on, forwards or backwards, up to the first thing that is no word; hyphens aside."""
    words: list[str] = []
    while 0 <= i < len(units) and units[i].kind in "w-" and len(words) < most:
        words += [units[i].low] if units[i].kind == "w" else []
        i += step
    return words
