"""How far one figure lies from another: "all out for 183, 217 runs behind England's 400", as the frame of a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checking.slips import one_slip
from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.parts.breakdowns import counted
from factcheck.statements.statement import Statement, said

CLOSE = 3  # units between a difference and the word that says which way it goes
REACH = 8  # units between that word and the other figure
FIRST = 8  # units between the first figure and the difference
NEAR = Fraction(3, 4)  # a difference farther off than this, and no slip, is a misreading


def apart(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """Every figure of a sentence that is told to be so far behind, ahead of, short of or clear of another."""
    if lows.isdisjoint(words["gap/from"]):
        return
    found = [i for i, u in enumerate(units) if u.kind in "Ff"]
    for i, j, k in zip(found, found[1:], found[2:], strict=False):
        if all(units[n].kind == "F" for n in (i, j, k)) and _tells(units, i, j, k, words):
            yield from _statement(*(figure_of(units[n]) for n in (i, j, k)))


def _tells(units: Sequence[Unit], i: int, j: int, k: int, words: Vocabulary) -> bool:
    """Whether the second of three figures tells how far the first is from the third: ", 217 runs behind the 400"."""
    if not (j - i <= FIRST and _opens(units, i, j) and _one_unit([figure_of(units[n]) for n in (i, j, k)])):
        return False
    at = next((n for n in range(j + 1, min(k, j + 2 + CLOSE)) if units[n].low in words["gap/from"]), 0)
    if not at or k - at > REACH or any(u.kind not in "wN-s" for u in units[j + 1 : k]):
        return False
    if {u.low for u in units[at:k]} & words["gap/not from"] or _other_nouns(units, i, k):
        return False
    return units[at].low == "behind" or units[at + 1].low == "of"


def _opens(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether a comma, a dash or a bracket stands right before the difference, and no other clause before that."""
    between = units[i + 1 : j]
    return bool(between) and between[-1].kind in ",-(" and all(u.kind in "wN-s" for u in between[:-1])


def _one_unit(figures: Sequence[Figure]) -> bool:
    """Whether figures are in one unit; the difference of two percentages may be in points."""
    first, difference, second = (f.unit for f in figures)
    return first == second and difference in (first, *(("points",) if first == "percent" else ()))


def _other_nouns(units: Sequence[Unit], i: int, k: int) -> bool:
    """Whether the two figures count different things."""
    nouns = [set(noun_behind(units, n)[:2]) for n in (i, k)]
    return all(nouns) and not nouns[0] & nouns[1]


def _statement(first: Figure, difference: Figure, second: Figure) -> Iterator[Statement]:
    if "range" not in (first.bound, second.bound) and _likely(first, difference, second):
        both = said("first", first, counted(first)), said("second", second, counted(second))
        yield Statement("gap", "the two", (*both, said("gap", difference)))


def _likely(first: Figure, difference: Figure, second: Figure) -> bool:
    """Whether the three fit, come near it or are a slip away from it: else they are not of one thing.

    Who is behind may have the larger figure: strokes, seconds.
    """
    a, d, b = (Fraction(f.number) for f in (first, difference, second))
    wanted = [(first, b + d), (first, b - d), (second, a + d), (second, a - d), (difference, abs(a - b))]
    return any(_near(f, w) for f, w in wanted if w > 0)


def _near(figure: Figure, wanted: Fraction) -> bool:
    number = Fraction(figure.number)
    digits = "".join(c for c in figure.text if c.isdigit())
    slipped = wanted.denominator == 1 and one_slip(digits, str(wanted))
    return slipped or min(wanted, number) >= NEAR * max(wanted, number)
