"""The frame of a repeat: one figure given twice, in headline and body, or under one full name of what it counts.

A headline's figure that the body has too is borne out. One that the body has not, beside one of the same noun that is
a slip away, is likely a slip in one of the two. Anything else says nothing: a headline may add up or round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import attrgetter

from factcheck.checking.slips import one_slip
from factcheck.figures.figures import Figure
from factcheck.interval import Answer
from factcheck.reading.counting.phrases import ENDS, figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence
from factcheck.statements.statement import Statement, said

_LOW = attrgetter("low")
MOST = 24  # units of a headline
PART = ["this", "is", "part"]
HEADLINES = 3  # lines at the head of a draft, among which its headline is
AROUND = 4  # words around a figure that tell what it counts
LONG = 100  # a named figure from here on is known again by its digits
LEAST = 10  # smaller numbers stand in too many places to tell one from another
ALIKE = 3  # words that two sentences share which tell the same
CLOSE = Fraction(4, 5)  # a figure of the body so near a hedged one of the headline may be meant by it


@dataclass(frozen=True)
class Mention:
    """A figure at a place of a sentence's units, with the words around it, which are gathered when they are asked for.

    ``noun`` is its full name, where it has one of several words.
    """

    figure: Figure
    sentence: Sentence
    at: int

    @cached_property
    def noun(self) -> tuple[str, ...]:
        """The words behind the figure that name what it counts."""
        return tuple(low for low in noun_behind(self.sentence.units, self.at) if len(low) > 1)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the words close by."""
        units = self.sentence.units
        near = [*units[max(0, self.at - AROUND) : self.at], *units[self.at + 1 : self.at + 1 + AROUND]]
        return _stems(u.low for u in near if u.kind == "w")


def repeats(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Each figure with the one elsewhere that it must agree with."""
    yield from _named_twice(sentences, words)
    yield from _in_digits_too(sentences)
    yield from _headline(sentences)
    yield from _of_a_series(sentences)


def _of_a_series(sentences: Sequence[Sentence]) -> Iterator[Statement]:
    """The part of a series that the headline gives, and the one of "This is part three"."""
    own = next((part for s in sentences[:HEADLINES] if _is_headline(s) and (part := _part(s))), None)
    for sentence in sentences if own else ():
        told = _part(sentence) if [u.low for u in sentence.units[:3]] == PART else None
        if own and told:
            yield Statement("repeat", "the part", (said("figure", own), said("again", told)))


def _part(sentence: Sentence) -> Figure | None:
    """The number behind the first "part" of a sentence."""
    units = sentence.units
    for k, unit in enumerate(units) if "part" in sentence.words else ():
        label = unit.figure is not None and unit.figure.text.lower().startswith("part ")
        if unit.figure is not None and (label or (k and units[k - 1].low == "part")) and unit.figure.bound == "exact":
            return unit.figure
    return None


def _named_twice(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Exact figures under one full name in two sentences, neither of which speaks of another time."""
    by_noun: dict[tuple[str, ...], list[Figure]] = {}
    for sentence in sentences:
        if sentence.at and words["repeat/times"].isdisjoint(map(_LOW, sentence.units)):
            for mention in _mentions(sentence):
                figure = mention.figure
                if figure.bound == "exact" and figure.number >= LONG and len(mention.noun) > 1:
                    by_noun.setdefault(mention.noun, []).append(figure)
    for noun, figures in by_noun.items():
        if len(figures) == 2 and (figures[0].number == figures[1].number or _slipped(*figures)):
            yield Statement("repeat", " ".join(noun), (said("figure", figures[0]), said("again", figures[1])))


def _in_digits_too(sentences: Sequence[Sentence]) -> Iterator[Statement]:
    """``Eight hundred and twenty-nine (827)``: a number in words, and in brackets again in digits."""
    for units in (s.units for s in sentences if len(s.at) > 1 and "(" in s.words):
        for i, unit in enumerate(units[:-3]):
            first, second = unit.figure, units[i + 2].figure
            if first and second and units[i + 1].kind == "(" and units[i + 3].kind == ")" and first.words:
                numbers = str(first.number), str(second.number)
                plain = unit.kind == units[i + 2].kind == "F" and not second.words and first.unit == second.unit
                if plain and first.number >= LEAST and (numbers[0] == numbers[1] or one_slip(*numbers)):
                    yield Statement("repeat", "the number", (said("figure", first), said("again", second)))


def _headline(sentences: Sequence[Sentence]) -> Iterator[Statement]:
    if len(sentences) < 3 or not _is_headline(sentences[0]):
        return
    first = sentences[0].paragraph
    own = [m for s in sentences if s.paragraph == first for m in _mentions(s)]
    if not own:
        return
    body = [m for s in sentences if s.paragraph != first for m in _mentions(s)]
    for mention in own:
        if (other := _counterpart(mention, body)) is not None:
            name = " ".join(sorted(mention.words & other.words))
            yield Statement("repeat", name, (said("figure", mention.figure), said("again", other.figure)))


def _is_headline(sentence: Sentence) -> bool:
    return len(sentence.units) <= MOST and sentence.units[-1].kind != "."


def _mentions(sentence: Sentence) -> list[Mention]:
    """The counted figures of a sentence that are large enough to be told apart."""
    counted = ((i, unit) for i in sentence.at.values() if (unit := sentence.units[i]).kind == "F")
    return [Mention(f, sentence, i) for i, u in counted if (f := figure_of(u)) and not -LEAST < f.number < LEAST]


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_stem(low) for low in words if _tells(low))


def _tells(low: str) -> bool:
    return len(low) > 2 and low not in ENDS


def _stem(low: str) -> str:
    """A word without its ending: jobs and job, killed and kills are one."""
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: -len(ending)]
    return low


def _counterpart(mention: Mention, body: Sequence[Mention]) -> Mention | None:
    """The figure of the body that a figure of the headline must agree with; None where there is none."""
    figure = mention.figure
    alike = [other for other in body if other.figure.unit == figure.unit]
    if any(m.figure.number == figure.number and m.figure.bound != figure.bound for m in alike):
        return None  # a headline leaves out "over" and "nearly"
    agreeing = [m for m in alike if m.figure.value.generous.equal(figure.value.generous) is not Answer.NO]
    if agreeing:
        return next((m for m in agreeing if m.words & mention.words), None)
    near = [m for m in alike if m.words & mention.words and (_slipped(figure, m.figure) or _cut_short(mention, m))]
    return near[0] if len({m.figure.number for m in near}) == 1 else None


def _cut_short(mention: Mention, other: Mention) -> bool:
    """Whether a digit was lost in one of two figures whose sentences speak of one thing: "16" and "166" missing."""
    first, second = sorted((_digits(m.figure) for m in (mention, other)), key=len)
    lost = len(second) == len(first) + 1 > 2 and one_slip(first, second)
    exact = mention.figure.bound == other.figure.bound == "exact"
    return lost and exact and len(_stems(mention.sentence.words) & _stems(other.sentence.words)) >= ALIKE


def _digits(figure: Figure) -> str:
    return "".join(c for c in figure.text if c.isdigit())


def _slipped(a: Figure, b: Figure) -> bool:
    """Whether one figure may be a slip of the other; of two digits only where they are swapped."""
    first, second = _digits(a), _digits(b)
    if a.bound != "exact" or b.bound != "exact":
        low, high = sorted((Fraction(a.number), Fraction(b.number)))
        return low > CLOSE * high and a.bound != b.bound
    if first == second:
        return max(a.number, b.number) in (1000 * min(a.number, b.number), 10**6 * min(a.number, b.number))
    long = len(first) == len(second) > 2 and a.number < 10 * b.number and b.number < 10 * a.number
    return one_slip(first, second) and (long or (len(first) == 2 and first == second[::-1]))
