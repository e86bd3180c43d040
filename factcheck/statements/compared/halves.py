"""Sums of two that make all there is, by what they are of: men and women, full-time and part-time, urban and rural.

"Unemployment fell by 49,000. Among men it fell by 39,000, and among women by 10,000": the two stand together or in
sentences that follow one another, and the whole before them. Each kind of figure is held against its own kind.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence
from factcheck.statements.compared.amounts import Amount
from factcheck.statements.compared.sums import BEFORE, HEAD, WAYS, whole_of
from factcheck.statements.statement import Statement

CLOSE = 5  # units between a figure and the name of its half

Place = tuple[int, int]  # a sentence, and a place in its units


def halves(sentences: Sequence[Sentence], found: Sequence[Sequence[Amount]], words: Vocabulary) -> Iterator[Statement]:
    """Every two figures of two halves that make a whole told before them."""
    other, some = _others(words), words["breakdown/not all"] - {"among", "amongst"}
    for k, sentence in enumerate(sentences):
        if sentence.at and not sentence.words.isdisjoint(other) and sentence.words.isdisjoint(some):
            for first, second in _pairs(sentences, k, other):
                yield from _of(found, first, second)


def _others(words: Vocabulary) -> Mapping[str, str]:
    """Each word for one half, with that for the other."""
    pairs = [pair.split() for pair in sorted(words["breakdown/halves"])]
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}


def _pairs(sentences: Sequence[Sentence], k: int, other: Mapping[str, str]) -> Iterator[tuple[Place, Place]]:
    """Where each half is named for the first time in a sentence and the other behind it, there or in the next."""
    named = [(k, i) for i, u in enumerate(sentences[k].units) if u.low in other]
    following = sentences[k + 1].units if k + 1 < len(sentences) else []
    after = [(k + 1, i) for i, u in enumerate(following) if u.low in other]
    low = {place: sentences[place[0]].units[place[1]].low for place in (*named, *after)}
    for first in named:
        second = next((place for place in (*named, *after) if place > first and low[place] == other[low[first]]), None)
        once = sum(low[place] == low[first] for place in named) == 1
        if second is not None and once:
            yield first, second


def _of(found: Sequence[Sequence[Amount]], first: Place, second: Place) -> Iterator[Statement]:
    """The figures of either half, by kind, with the whole of each."""
    near = [a for k in range(first[0], second[0] + 1) for a in found[k]]
    early = [a for k in range(max(0, first[0] - BEFORE), first[0]) for a in found[k]]
    head = [a for k in range(min(HEAD, first[0] - BEFORE)) for a in found[k]] if first[0] > BEFORE else []
    ones, others = _groups(near, first, second)
    before = [*head, *early, *(a for a in near if (a.sentence, a.at) < first and a not in ones)]
    for kind in dict.fromkeys(map(_kind, ones)):
        one, two = (next((a for a in half if _kind(a) == kind), None) for half in (ones, others))
        if one is not None and two is not None:
            alike = [a for a in before if a.figure.unit == one.figure.unit and a.per == one.per]
            same = [a for a in alike if _kind(a) == kind]
            ways = (whole_of(same if way is WAYS[-1] else alike, [one, two], way) for way in WAYS)
            yield from itertools.islice(itertools.chain.from_iterable(ways), 1)


def _kind(amount: Amount) -> tuple[str, int, bool, str]:
    return amount.figure.unit, amount.sign, amount.then, amount.per


def _groups(near: Sequence[Amount], first: Place, second: Place) -> tuple[list[Amount], list[Amount]]:
    """The figures of the first half and of the second: those before their names, else those behind."""
    ones, others = _before(near, (first[0], 0), first), _before(near, max(first, (second[0], 0)), second)
    if ones and others:
        return ones, others
    ones = [a for a in near if first < (a.sentence, a.at) < second]
    return ones, [a for a in near if (a.sentence, a.at) > second and a.sentence == second[0]]


def _before(near: Sequence[Amount], begin: Place, name: Place) -> list[Amount]:
    """The last figure before a name, close to it: "31 of them were men"."""
    return [a for a in near if begin <= (a.sentence, a.at) < name and name[1] - a.at <= CLOSE][-1:]
