"""The frame of answers: the shares of one whole that a sentence lists to the end: "45% yes, 40% no, the rest, 15%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checking.slips import one_slip
from factcheck.figures.figures import Figure
from factcheck.interval import Answer, Interval
from factcheck.reading.counting.phrases import figure_of, rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Statement, said

LEAST = 3  # shares of a list; two where the last is told to be the rest
NEAR = 12  # points that a list with a slip may be off
BESIDE = 8  # units on either side of the last share, among which its name is looked for
HUNDRED = Interval.exact(100)


def answers(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """The one list of shares of a sentence, if its last is told to be all the rest."""
    if lows & words["answers/open"] or lows & words["movement/any"]:
        return
    found = [i for i, u in enumerate(units) if u.kind == "F" and figure_of(u).unit == "percent"]
    shares = [figure_of(units[i]) for i in found]
    if len(found) < LEAST - bool(lows & words["answers/left"]) or any(
        f.bound == "range" or f.number > 100 for f in shares
    ):
        return
    if _closed(units, found, words) and _one_list(units, found) and _likely(shares):
        parts = tuple(said("share_of_part", f, rounded(f), "a share") for f in shares)
        yield Statement("answers", "all of them", (), parts, complete=True)


def _closed(units: Sequence[Unit], found: Sequence[int], words: Vocabulary) -> bool:
    """Whether the last share is that of whoever is left: "the rest", "the remaining 12%", "undecided"."""
    near = units[found[-2] + 1 : found[-1] + (BESIDE if len(found) >= LEAST else 0)]
    lows = [u.low for u in near]
    told = any(low in words["answers/rest"] for low in lows)
    return told or any(" ".join(lows[n : n + 2]) in words["answers/rest in two"] for n in range(len(lows)))


def _one_list(units: Sequence[Unit], found: Sequence[int]) -> bool:
    """Whether nothing else is told between the shares: no other figure, no new clause."""
    return not any(u.kind in "Ff;:)." for n, u in enumerate(units) if found[0] < n < found[-1] and n not in found)


def _likely(shares: Sequence[Figure]) -> bool:
    """Whether the shares make a hundred, come near it, or would with one slip less: else several could be chosen."""
    total = sum((f.value.generous for f in shares), Interval.exact(0))
    if total.equal(HUNDRED) is not Answer.NO:
        return True
    off = 100 - sum(Fraction(f.number) for f in shares)
    return -NEAR <= off <= NEAR or any(_slips(f, Fraction(f.number) + off) for f in shares)


def _slips(share: Figure, wanted: Fraction) -> bool:
    number = Fraction(share.number)
    return wanted.denominator == number.denominator == 1 and wanted > 0 and one_slip(str(number), str(wanted))
