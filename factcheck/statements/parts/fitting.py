"""Three figures near each other of which one is the sum of the others, or would be but for one slip of the hand.

No word has to say so: of numbers as long as these hardly ever three fit by chance, and hardly ever three all but fit.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from factcheck.checking.slips import one_slip
from factcheck.claims import Scope
from factcheck.figures.figures import Figure
from factcheck.reading.counting.counted import counted
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.layout import Sentence
from factcheck.statements.statement import Statement, said
from factcheck.values import frozen

NEAR = 3  # sentences that the three stand in
MOST = 9  # figures of those sentences: among more, some fit by chance
LEAST = 10  # the smallest figure that is one of the three
LONG = 3000  # and the least that the largest may be, noughts at the end of all three aside
APART = ("percent", "points", "basis points")

_NUMBER = attrgetter("number")

Three = tuple[Figure, Figure, Figure]  # two parts and their sum


@frozen
class Fitting:
    """The threes of a draft that fit, those that all but fit and are of nothing that fits, and what was misread."""

    exact: tuple[Three, ...]
    near: tuple[Three, ...]
    misread: frozenset[int]  # the starts of figures that fit, but were read as what cannot

    def statements(self, settled: Collection[int]) -> Iterator[Statement]:
        """What the threes say that other checks have left open.

        ``settled`` has the starts of the figures that those have found to fit, or not to fit.
        """
        open_ = (three for three in self.exact if any(f.start not in settled for f in three))
        alone = (three for three in self.near if all(f.start not in settled for f in three))
        for a, b, total in (*open_, *alone):
            yield Statement("sum", "a sum", (said("total_of_two", total), said("one", a), said("other", b)))


def fitting(sentences: Sequence[Sentence], read_as: Mapping[int, tuple[str, Scope]]) -> Fitting:
    """Every three figures of a draft that fit or all but fit, by arithmetic.

    ``read_as`` has what figures were read as, by their starts: three votes, or figures of two years, are no sum.
    """
    exact, near = [], []
    for three in _threes(sentences):
        a, b, total = (int(f.number) for f in three)
        if a + b == total:
            exact.append(three)
        elif _one_off(three) and _may_add_up(three, read_as) and len(_things(three, sentences)) < len(three):
            near.append(three)
    tied = {figure.start for three in exact for figure in three}
    free = [three for three in near if tied.isdisjoint(f.start for f in three)]
    times = Counter(figure.start for three in free for figure in three)
    alone = [three for three in free if all(times[figure.start] == 1 for figure in three)]
    misread = (f.start for three in exact if not _may_add_up(three, read_as) for f in three)
    return Fitting(tuple(exact), tuple(alone), frozenset(misread))


def _things(three: Three, sentences: Sequence[Sentence]) -> set[str]:
    """The nouns that three figures count, as far as they have any."""
    starts = [figure.start for figure in three]
    return {counted(s.units, s.at[start]) for s in sentences for start in starts if start in s.at} - {""}


def _may_add_up(three: Three, read_as: Mapping[int, tuple[str, Scope]]) -> bool:
    """Whether three figures may be a sum and its parts as they were read: not of two times, and not all one thing."""
    known = [read_as[figure.start] for figure in three if figure.start in read_as]
    return len({scope for _, scope in known}) < 2 and (len(known) < len(three) or len({what for what, _ in known}) > 1)


def _threes(sentences: Sequence[Sentence]) -> Iterator[Three]:
    """The threes of one unit in sentences that follow one another, each once and sorted by size."""
    own = [[f for u in s.units if u.kind == "F" and _counts(f := figure_of(u))] for s in sentences]
    for k, first in enumerate(own):
        around = first
        for more in own[k + 1 : k + NEAR]:
            around = around + more if len(around) + len(more) <= MOST else around
        for three in itertools.combinations(around if len(around) <= MOST else (), 3):
            a, b, total = sorted(three, key=_NUMBER)
            if three[0] in first and _is_long(a, b, total):
                yield a, b, total


def _is_long(a: Figure, b: Figure, total: Figure) -> bool:
    """Whether three figures, of which the last is the largest, have one unit and digits enough to fit only if true."""
    rising = a.unit == b.unit == total.unit and a.number < b.number < total.number
    return rising and total.number >= LONG * 10 ** min(_noughts(a), _noughts(b), _noughts(total))


def _noughts(figure: Figure) -> int:
    printed = str(int(figure.number))
    return len(printed) - len(printed.rstrip("0"))


def _counts(figure: Figure) -> bool:
    """Whether a figure is an exact whole number in digits, of something other than per cent."""
    exact = figure.bound == "exact" and figure.value.plain.is_exact and not figure.is_rounded and not figure.words
    whole = figure.number == int(figure.number) >= LEAST
    return exact and whole and figure.kind == "quantity" and figure.unit not in APART


def _one_off(three: Three) -> bool:
    """Whether one slip of the hand in one of the three explains why they do not fit."""
    a, b, total = (int(f.number) for f in three)
    return one_slip(str(total), str(a + b)) or one_slip(str(a), str(total - b)) or one_slip(str(b), str(total - a))
