"""By how much two figures of one stretch differ, whatever the words between them: known by the arithmetic.

Words tell that a figure is a difference ("by 998", "432 votes separated", "a cushion of 690"), and in too many ways of
which two. Two figures near it whose difference it is are those two; so are the nearest, if a single slip of the hand in
one of the three keeps them from it. All others are left alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.figures.figures import Figure
from factcheck.interval import Answer, Value
from factcheck.reading.counting.phrases import figure_of, rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.fitting import Told, slip_away, told_in
from factcheck.statements.parts.breakdowns import counted
from factcheck.statements.statement import Statement, said

WINDOW = 3  # sentences with figures before and behind that of a difference
REACH = 6  # sentences of any kind
WORDS = 4  # words between a difference and the one that tells it
LEAST = 100  # smaller counts are differences of too many others; of smaller differences only swapped digits are told
FEW = 10  # nor are smaller differences
TRIED = 2  # pairs in which a slip is looked for, the nearest first
FITTING = 8  # figures from one of a pair that fits to the other
APART = 2  # sentences from the first of a pair to the second
ALIKE = Fraction(3, 4)  # two figures with a small difference are alike
THOUSAND = 1000
TWO = 2


CROWD = 40  # a sentence of more figures is a list: which of them differ cannot be told

Two = tuple[Told, Told]


def differences(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """The gap of every figure that words call a difference, with the two that it is the difference of."""
    having = [s for s in sentences if 0 < len(s.at) <= CROWD]
    for n, sentence in enumerate(having):
        if words["difference/any"].isdisjoint(sentence.words):
            continue
        near = [s for s in having[max(0, n - WINDOW) : n + WINDOW + 1] if abs(s.index - sentence.index) <= REACH]
        for told in told_in(sentence):
            if _tells(sentence.units, told.at, words) and (pair := _of(told, near, words)):
                yield _statement(told, pair)


def _tells(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """Whether the words around a figure call it a difference."""
    figure = figure_of(units[i])
    plain = figure.unit in ("", "percent", "points") and figure.bound in ("exact", "about") and figure.number > 0
    left, right = _beside(units, i, -1), _beside(units, i, 1)
    named = left[:1] == ["by"] or not words["difference/before"].isdisjoint(left[: WORDS - 1])
    named &= words["difference/level"].isdisjoint(left[:1])
    scored = not words["difference/scores"].isdisjoint(right[:1])
    return plain and not scored and (named or not words["difference/behind"].isdisjoint(right))


def _beside(units: Sequence[Unit], i: int, step: int) -> list[str]:
    """The words next to a figure, the nearest first, up to a mark or another figure."""
    told: list[str] = []
    k = i + step
    while 0 <= k < len(units) and len(told) < WORDS and units[k].kind in "wNs-q":
        told += [units[k].low] if units[k].kind in "wN" else []
        k += step
    return told


def _of(told: Told, near: Sequence[Sentence], words: Vocabulary) -> Two | None:
    """The two figures that a difference is of: those that fit, else the nearest that are a slip away from it."""
    levels = [level for s in near for level in told_in(s) if _is_level(level, told, words)]
    if fitting := _fitting(told, levels):
        return min(fitting, key=lambda pair: _far(told, pair))
    if told.figure.unit and sum(level.sentence.paragraph == told.sentence.paragraph for level in levels) != TWO:
        return None  # of several shares in a paragraph chance makes too many a slip
    given = {each.number for s in near for each in told_in(s)}  # a pair with its own difference has no other
    free = (p for p in itertools.pairwise(levels) if _may_slip(told, p) and abs(p[0].number - p[1].number) not in given)
    close = sorted(free, key=lambda pair: _far(told, pair))
    return next((pair for pair in close[:TRIED] if _slipped(told, pair)), None)


def _is_level(level: Told, told: Told, words: Vocabulary) -> bool:
    """Whether a figure may be one of two that differ: an amount by itself, neither a change nor a whole."""
    figure, units, unit = level.figure, level.sentence.units, told.figure.unit
    if figure is told.figure or figure.bound != "exact" or figure.text[:1] in "+-–−(":
        return False
    if unit:
        share = figure.unit == "percent" or (not figure.unit and "." in figure.text)
        return share and units[level.at - 1].low not in words["difference/before"] | {"by"}
    return (
        not figure.unit and figure.number >= LEAST and level.number.denominator == 1 and not _is_whole(units, level.at)
    )


def _is_whole(units: Sequence[Unit], i: int) -> bool:
    """Whether a figure is what a part is told of: "221 of the 400"."""
    k = i - 2 - (units[i - 1].low == "the")
    return k >= 0 and units[k + 1].low == "of" and units[k].kind == "F"


def _far(told: Told, pair: Two) -> tuple[int, int]:
    """How far a pair stands from its difference: other sentences first, then characters."""
    elsewhere = sum(level.sentence is not told.sentence for level in pair)
    return elsewhere, max(abs(told.figure.start - level.figure.start) for level in pair)


def _fitting(told: Told, levels: Sequence[Told]) -> list[Two]:
    """The pairs of figures, none far from the other, whose difference a figure may be."""
    wanted, *values = (_value(each.figure, told.figure).plain for each in (told, *levels))
    valued = list(zip(levels, values, strict=True))
    every = ((one, other) for n, one in enumerate(valued) for other in valued[n + 1 : n + FITTING])
    return [
        (a, b)
        for (a, x), (b, y) in every
        if a.number != b.number and wanted.equal(x - y if a.number > b.number else y - x) is not Answer.NO
    ]


def _may_slip(told: Told, pair: Two) -> bool:
    """Whether a slip between a pair and its difference could be told from chance."""
    a, b = pair
    low, high = sorted((a.number, b.number))
    if abs(a.sentence.index - b.sentence.index) > APART or told.figure.bound != "exact" or a.number == b.number:
        return False
    if told.figure.unit:
        return told.figure.unit == "points" and a.sentence.paragraph == b.sentence.paragraph == told.sentence.paragraph
    rounded_off = any(f.is_rounded and f.number % THOUSAND == 0 for f in (told.figure, a.figure, b.figure))
    return told.number >= FEW and not rounded_off and (told.number >= LEAST or low >= ALIKE * high)


def _slipped(told: Told, pair: Two) -> bool:
    """Whether one slip in one of three figures keeps a difference from being that of the pair."""
    (a, b), d = pair, told.number
    ways = [
        (told, abs(a.number - b.number)),
        (a, b.number + d),
        (a, b.number - d),
        (b, a.number + d),
        (b, a.number - d),
    ]
    swapped_only = not told.figure.unit and (d < LEAST or max(a.number, b.number) < THOUSAND)
    return any(slip_away(figure.figure, wanted, swapped_only) for figure, wanted in ways if wanted > 0)


def _value(figure: Figure, difference: Figure) -> Value:
    """The value of a figure beside a difference: of shares what rounding leaves, of counts what was counted."""
    return rounded(figure) if difference.unit else counted(figure)


def _statement(told: Told, pair: Two) -> Statement:
    first, second = sorted((level.figure for level in pair), key=lambda figure: figure.start)
    slots = (("first", first), ("second", second), ("gap", told.figure))
    return Statement("gap", "the two", tuple(said(slot, f, _value(f, told.figure)) for slot, f in slots), fitted=True)
