"""Turnouts, shares and sums of one vote, whatever the words between their figures: known by the arithmetic.

Few words say which figures near a turnout are the voters and the roll. Those that make it are; so are the nearest, if a
single slip of the hand in one of the three keeps them from it. So it is with shares of the votes cast, once another
share of the same total fits, and with lists and runs of votes before their total.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence
from factcheck.statements.fitting import Told, places, slip_away, told_in
from factcheck.statements.parts.breakdowns import counted
from factcheck.statements.statement import Statement, said

AROUND = 6  # units around a figure in which a word says what it counts
NEAR = 2  # sentences between a turnout and what it is of
FAR = 10  # sentences between a share and the total
LEAST = 100  # smaller counts are not told from chance
PAIR = 2  # counts near a turnout: the voters and the roll
PARTS = 3  # votes that make a sum
PROOF = 2  # shares of a total that fit before another is doubted
DIGITS = 3  # of a turnout in which a slip can be told from chance
MOST = 20  # votes of one contest
BESIDE = 4  # units between a count and its share


def fitted(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Every turnout, share and sum of a draft that is known by its arithmetic."""
    if not any(words["fitted/any"] & s.words for s in sentences):
        return
    figures = [told for s in sentences if s.at for told in told_in(s)]
    counts = [t for t in figures if _is_count(t.figure)]
    for told in figures:
        if told.figure.unit == "percent" and told.figure.bound == "exact" and _cued(told, words["fitted/turnout"]):
            yield from _turnout(told, counts, [t for t in figures if t.figure.unit == "percent"], words)
    for n, total in enumerate(counts):
        if _cued(total, words["fitted/total"]):
            yield from _sum(total, counts[max(0, n - MOST) : n], sure=_cued(total, words["fitted/sum"]))
            yield from _shares(total, figures)


def _is_count(figure: Figure) -> bool:
    whole = figure.bound == "exact" and Fraction(figure.number).denominator == 1
    return whole and not figure.unit and figure.number >= LEAST


def _cued(told: Told, cues: frozenset[str]) -> bool:
    """Whether one of some words stands around a figure, with no other figure between."""
    units = told.sentence.units
    for step in (-1, 1):
        for k in range(told.at + step, told.at + step * (AROUND + 1), step):
            if not 0 <= k < len(units) or units[k].kind in "F;.":
                break
            if units[k].low in cues:
                return True
    return False


def _turnout(told: Told, counts: Sequence[Told], shares: Sequence[Told], words: Vocabulary) -> Iterator[Statement]:
    """What a turnout is of: the counts that make it; else the voters and the roll that a slip keeps from it."""
    near = [c for c in counts if abs(c.sentence.index - told.sentence.index) <= NEAR]
    rolls = [c for c in near if _cued(c, words["fitted/roll"]) or _out_of(c)]
    rolls = [max(rolls, key=lambda c: c.number)] if rolls else []
    pairs = [(part, roll) for roll in rolls for part in near if part.number < roll.number]
    pairs.sort(key=lambda pair: max(abs(c.figure.start - told.figure.start) for c in pair))
    best = next(((part, roll) for part, roll in pairs if _makes(told, part.number, roll.number)), None)
    if best is None and sum(c.isdigit() for c in told.figure.text) >= DIGITS:
        voters = [pair for pair in pairs if _cued(pair[0], words["fitted/voters"])]
        first = (voters or (pairs if len(near) == PAIR else []))[:1]
        best = next((pair for pair in first if _one_off(told, *pair) and not _makes_any(shares, *pair)), None)
    if best is not None:
        yield _share(told, *best)


def _makes_any(shares: Sequence[Told], part: Told, whole: Told) -> bool:
    """Whether a part of a whole is told as a share already."""
    near = (s for s in shares if abs(s.sentence.index - part.sentence.index) <= NEAR)
    return any(_makes(share, part.number, whole.number) for share in near)


def _out_of(told: Told) -> bool:
    """Whether a count stands right behind "out of"."""
    return [u.low for u in told.sentence.units[max(0, told.at - 2) : told.at]] == ["out", "of"]


def _makes(share: Told, part: Fraction, whole: Fraction) -> bool:
    """Whether a share is that of a part in a whole, as far as it is rounded or cut off."""
    return bool(abs(100 * part / whole - share.number) * 10 ** places(share.figure) < 1)


def _one_off(share: Told, part: Told, whole: Told) -> bool:
    """Whether a slip in one of three figures keeps a share from being that of a part in a whole."""
    step = 10 ** places(share.figure)
    percent = Fraction(round(100 * part.number / whole.number * step), step)
    if slip_away(share.figure, percent):
        return True
    parts, wholes = _edits(part.figure), _edits(whole.figure)
    return any(_makes(share, n, whole.number) for n in parts) or any(_makes(share, part.number, n) for n in wholes)


def _edits(figure: Figure) -> Iterator[Fraction]:
    """The numbers that one slip of the hand turns into a count as printed: two digits exchanged, or one wrong."""
    digits = [c for c in figure.text if c.isdigit()]
    for i, j in itertools.combinations(range(len(digits)), 2):
        made = [*digits]
        made[i], made[j] = made[j], made[i]
        yield Fraction(int("".join(made)))
    for i, other in itertools.product(range(len(digits)), "0123456789"):
        yield Fraction(int("".join([*digits[:i], other, *digits[i + 1 :]])))


def _sum(total: Told, before: Sequence[Told], sure: bool) -> Iterator[Statement]:
    """A run of votes that ends before its total, the winner's first: they make it, or would but for one slip."""
    near = [c for c in before if c.number < total.number and total.sentence.index - c.sentence.index <= FAR]
    if len(near) < PARTS:
        return
    most = max(range(len(near)), key=lambda n: (near[n].number, n))
    for run in (near[most:], near[most:-1]):
        rest = total.number - sum(c.number for c in run)
        slip = any(slip_away(c.figure, c.number + rest) for c in run if c.number + rest > 0)
        slip |= slip_away(total.figure, total.number - rest)
        if len(run) >= PARTS and (not rest or (sure and slip)):
            parts = tuple(said("amount_of_part", c.figure, counted(c.figure), "a part") for c in run)
            whole = (said("total", total.figure, counted(total.figure)),)
            yield Statement("breakdown", "the total", whole, parts, complete=True, fitted=True)
            return


def _shares(total: Told, figures: Sequence[Told]) -> Iterator[Statement]:
    """The shares right behind a count that are of this total; one that a slip keeps from it, if another one is."""
    near = [t for t in figures if abs(t.sentence.index - total.sentence.index) <= FAR]
    both = [(a, p) for a, p in itertools.pairwise(near) if _is_count(a.figure) and _goes_with(a, p) and a is not total]
    fitting = [(a, p) for a, p in both if _makes(p, a.number, total.number)]
    others = [pair for pair in both if pair not in fitting]
    for part, share in fitting:
        yield _share(share, part, total)
    if len(others) == 1 and len(fitting) >= PROOF and others[0][0].number < total.number:
        part, share = others[0]
        if _one_off(share, part, total):
            yield _share(share, part, total)


def _goes_with(count: Told, share: Told) -> bool:
    """Whether a percentage stands right behind a count: "2,046 votes (9.9%)", "2,046, or 9.9 per cent"."""
    if share.figure.unit != "percent" or share.sentence is not count.sentence or share.figure.bound != "exact":
        return False
    between = share.sentence.units[count.at + 1 : share.at]
    return (
        len(between) <= BESIDE and any(u.kind in ",(" for u in between) and not any(u.kind in "N);:." for u in between)
    )


def _share(share: Told, part: Told, whole: Told) -> Statement:
    made = (
        said("part", part.figure),
        said("whole", whole.figure),
        said("percent", share.figure, rounded(share.figure)),
    )
    return Statement("share", "the whole", made, fitted=True)
