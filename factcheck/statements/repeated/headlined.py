"""What the headline counts, against the body: "59 dead" over a toll of 59, "23 hurt" over 15 children and eight adults.

The words that tell one thing (dead, killed, the toll) stand in ``words.yaml`` under "alike". A headline's number that
the body nowhere has is doubted only where the body has one of the same thing a slip away, and no sum that makes it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.checking.slips import one_slip
from factcheck.figures.figures import Figure
from factcheck.interval import Answer
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.parts.breakdowns import counted, is_likely
from factcheck.statements.statement import Statement, said

MOST = 24  # units of a headline
NEAR = 5  # units around a figure among which the word stands that tells what it counts
LEAST = 10  # smaller numbers are too often others
AND = 5  # units between two counts that are told together
GROUP = "alike/"
OTHERS = frozenset(("others", "other", "more", "were", "people"))


class Counted(NamedTuple):
    """A number and what it counts, as the group of words that tell one thing; whether it may be of another time."""

    figure: Figure
    group: str
    then: bool


def headlined(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Each number of the headline that counts one of the groups, with what the body says of that group."""
    groups = {name: found for name, found in words.lists.items() if name.startswith(GROUP)}
    first = sentences[0] if len(sentences) > 2 else None
    if first is None or len(first.units) > MOST or first.units[-1].kind == ".":
        return
    own = list(_of_headline(first, groups, words))
    body = [s for s in sentences if s.paragraph != first.paragraph and s.at] if own else []
    for one in own:
        yield from _against(one, body, groups, words)


def _of_headline(sentence: Sentence, groups: Mapping[str, frozenset[str]], words: Vocabulary) -> Iterator[Counted]:
    """The numbers of a headline: of the group whose word is near, or the only number of a line that has such a word."""
    found = list(_counted(sentence, groups, words))
    only = [i for i in sentence.at.values() if sentence.units[i].kind == "F"]
    told = [name for name, group in groups.items() if not group.isdisjoint(sentence.words)]
    if not found and len(only) == len(told) == 1:
        found = [Counted(figure_of(sentence.units[only[0]]), told[0], False)]
    yield from (one for one in found if one.figure.number >= LEAST)


def _counted(sentence: Sentence, groups: Mapping[str, frozenset[str]], words: Vocabulary) -> Iterator[Counted]:
    """The exact counts of a sentence whose words tell one group, and one only."""
    for i, unit in enumerate(sentence.units):
        if unit.kind == "F" and not figure_of(unit).unit and figure_of(unit).bound == "exact":
            near = _near(sentence.units, i)
            told = [name for name, group in groups.items() if not group.isdisjoint(near)]
            if len(told) == 1:
                yield Counted(figure_of(unit), told[0], not words["repeat/times"].isdisjoint(near - {"more"}))


def _near(units: Sequence[Unit], i: int) -> frozenset[str]:
    """The words on either side of a figure, up to a mark or another figure."""
    behind = itertools.takewhile(lambda u: u.kind in "wN-", units[i + 1 : i + 1 + NEAR])
    before = itertools.takewhile(lambda u: u.kind in "wN-", reversed(units[max(0, i - NEAR) : i]))
    return frozenset(u.low for u in (*behind, *before))


def _against(
    one: Counted, body: Sequence[Sentence], groups: Mapping[str, frozenset[str]], words: Vocabulary
) -> Iterator[Statement]:
    """A headline's number with the same number of the body, with a slip of it, or with two counts that make it."""
    alike = [c for s in body for c in _counted(s, groups, words) if c.group == one.group and c.figure.number >= 1]
    every = [figure_of(s.units[i]) for s in body for i in s.at.values() if s.units[i].kind == "F"]
    name = one.group.removeprefix(GROUP)
    numbers = [f for f in every if not f.unit and (f.bound == "exact" or any(c.isdigit() for c in f.text))]
    if any(f.value.generous.equal(one.figure.value.generous) is not Answer.NO for f in numbers):
        same = [c.figure for c in alike if c.figure.number == one.figure.number]
        yield from (Statement("repeat", name, (said("figure", one.figure), said("again", f))) for f in same[:1])
        return
    if pair := _pair(body, groups[one.group], words):
        parts = tuple(said("amount_of_part", f, counted(f), "a part") for f in pair)
        if is_likely(one.figure, parts):
            yield Statement("breakdown", name, (said("total", one.figure),), parts, complete=True)
        return
    slipped = [c for c in alike if not c.then and _slipped(one.figure, c.figure)]
    if len({c.figure.number for c in slipped}) == 1 and not _made(one.figure, _heads(body, words)):
        yield Statement("repeat", name, (said("figure", one.figure), said("again", slipped[0].figure)))


def _pair(body: Sequence[Sentence], group: frozenset[str], words: Vocabulary) -> list[Figure]:
    """Two counts of people told together as all of a group: "Fifteen children and eight adults were injured"."""
    found = []
    for sentence in body:
        units = sentence.units
        places = [i for i in sentence.at.values() if units[i].kind == "F"]
        for i, j in itertools.pairwise(places):
            between, behind = [u.low for u in units[i + 1 : j]], [u.low for u in units[j + 1 : j + 1 + NEAR]]
            people = {units[i + 1].low, *behind[:1]} <= words["breakdown/people"]
            if people and 1 < len(between) <= AND and between[-1] == "and" and not group.isdisjoint(behind):
                found.append([figure_of(units[i]), figure_of(units[j])])
    return found[0] if len(found) == 1 else []


def _heads(body: Sequence[Sentence], words: Vocabulary) -> list[Figure]:
    """The figures of the body that may count people: those beside no other noun."""
    found = [
        (figure_of(s.units[i]), noun_behind(s.units, i)[:1])
        for s in body
        for i in s.at.values()
        if s.units[i].kind == "F"
    ]
    people = words["breakdown/people"].union(*(group for name, group in words.lists.items() if name.startswith(GROUP)))
    return [f for f, noun in found if not f.unit and f.bound == "exact" and (not noun or noun[0] in people | OTHERS)]


def _slipped(a: Figure, b: Figure) -> bool:
    """Whether two numbers of as many digits are one slip of the hand apart."""
    first, second = ("".join(c for c in f.text if c.isdigit()) for f in (a, b))
    return len(first) == len(second) and a.number != b.number and one_slip(first, second)


def _made(figure: Figure, every: Sequence[Figure]) -> bool:
    """Whether a number is the sum or the difference of two others, and so need not be told."""
    numbers = {Fraction(f.number) for f in every}
    wanted = Fraction(figure.number)
    return any(wanted - n in numbers or wanted + n in numbers or n - wanted in numbers for n in numbers if n)
