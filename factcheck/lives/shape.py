"""A sentence as a line of words and marks in which names, dates, ages and lengths are single signs.

"Sir John Hunt, who died aged 88 in September" is ``P0 , who died A0 in D0``. Sentences that tell a life or a stretch
of time are few in shape, and each is found by its own pattern.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.dates.when import Time
from factcheck.figures.figures import Figure
from factcheck.names.people import Person
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence

_LETTERS = {"age": "A", "duration": "L", "since": "S", "range": "R", "lifespan": "R"}
NEAR = 80  # characters that hold the last few words
_QUOTES = frozenset('"“”')


Sign = Time | Person | str | None


@dataclass(frozen=True, slots=True)
class Shape:
    """The line of signs of one sentence, and what each sign stands for.

    P is a person that is known, X another name, N a small number; for the other letters see ``letter``.
    """

    text: str
    sentence: Sentence
    signs: dict[str, Sign]
    spans: dict[str, tuple[int, int]]
    words: tuple[str, ...]
    at: dict[str, int]  # sign -> its place in the words
    vocabulary: frozenset[str]

    def time(self, sign: str) -> Time | None:
        """The expression of time that a sign stands for."""
        found = self.signs.get(sign)
        return found if isinstance(found, Time) else None

    def person(self, sign: str) -> Person | None:
        """The person that a sign stands for."""
        found = self.signs.get(sign)
        return found if isinstance(found, Person) else None

    def name(self, sign: str) -> str:
        """The name that a sign stands for, of whom nothing else is known; "" for others."""
        found = self.signs.get(sign)
        return found if isinstance(found, str) else ""


def letter(time: Time) -> str:
    """The letter of an expression.

    D a day or period, R a range, S since, L a length, A an age, G "years ago", T "years later".
    """
    means = time.means
    if means.kind == "date" and means.length is not None:
        return "T" if time.text[-5:].lower() == "later" else "G"
    return "R" if means.kind == "season" and means.ends else _LETTERS.get(means.kind, "D")


def shapes(draft: Draft, times: Sequence[Time]) -> Iterable[Shape]:
    """The shape of each sentence that holds an expression of time; quotations are left out."""
    at = 0
    for sentence in draft.sentences:
        mine = []
        while at < len(times) and times[at].start < sentence.end:
            if times[at].start >= sentence.start:
                mine.append(times[at])
            at += 1
        if mine and sentence.tokens[0].text not in _QUOTES:
            yield _shape(draft, sentence, mine)


def _shape(draft: Draft, sentence: Sentence, times: Sequence[Time]) -> Shape:
    spans: list[tuple[int, int, str, Sign]] = [(t.start, t.end, letter(t), t) for t in times]
    for name in draft.names.get(sentence.index, ()):
        if not any(t.start < name.end and name.start < t.end for t in times):
            unknown = name.text if name.kind == "unknown" else None
            spans.append((name.start, name.end, "P" if name.person else "X", name.person or unknown))
    spans.sort(key=lambda s: s[0])
    return _line(sentence, spans)


def _line(sentence: Sentence, spans: Sequence[tuple[int, int, str, Sign]]) -> Shape:
    words: list[str] = []
    signs: dict[str, Sign] = {}
    places: dict[str, tuple[int, int]] = {}
    done, following = sentence.start, 0
    for token in sentence.tokens:
        while following < len(spans) and spans[following][0] < token.end:
            start, done, kind, means = spans[following]
            following += 1
            sign = f"{kind}{len(signs)}"
            words.append(sign)
            signs[sign], places[sign] = means, (start, done)
        if token.start >= done:
            word = token.low
            if word.isdigit() and len(word) <= 3:
                word = f"N{len(signs)}"
                signs[word], places[word] = None, (token.start, token.end)
            words.append(word)
    at = {word: place for place, word in enumerate(words) if word in signs}
    return Shape(" ".join(words), sentence, signs, places, tuple(words), at, frozenset(words))


def figures_in(figures: Sequence[Figure], start: int, end: int) -> list[Figure]:
    """The figures inside a stretch of text; ``figures`` are in order."""
    first, last = (bisect_left(figures, place, key=_start) for place in (start, end))
    return [figure for figure in figures[first:last] if figure.end <= end]


def _start(figure: Figure) -> int:
    return figure.start


def figure_in(figures: Sequence[Figure], start: int, end: int) -> tuple[int, int]:
    """The one figure inside a stretch of text, by which the ledger knows it; else the stretch itself."""
    inside = figures_in(figures, start, end)
    return (inside[0].start, inside[0].end) if len(inside) == 1 else (start, end)


def before(shape: Shape, place: int, words: int) -> list[str]:
    """The last words of a shape before a place in its text."""
    return shape.text[max(0, place - NEAR) : place].split()[-words:]


compiled = cache(re.compile)  # when first needed: most sentences tell no life


def find(pattern: str, shape: Shape) -> Iterable[re.Match[str]]:
    """Every place where a shape has a pattern."""
    return compiled(pattern).finditer(shape.text)
