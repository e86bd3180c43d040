"""Sums over several sentences, whose last part is all that is left: "39 of them were adults; the other 15 are not".

The parts stand one after the other before the one that closes them, and the whole before the parts, or in the headline.
They are taken for a whole and its parts if they add up, or would with one slip of the hand less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.figures.figures import Figure
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.compared.amounts import Amount
from factcheck.statements.parts.summed import add_up, broken_down, exactly
from factcheck.statements.statement import Statement

Way = Callable[[Figure, Sequence[Figure]], bool]  # whether parts make a whole

LEAST = 10  # a smaller whole is too often another number
MOST = 8  # parts
BEFORE = 4  # sentences before the last part in which the others and the whole may stand
HEAD = 2  # sentences at the head of a draft in which the whole may stand
NEAR = 5  # units before a part among which "the rest" stands


def sums(sentences: Sequence[Sentence], found: Sequence[Sequence[Amount]], words: Vocabulary) -> Iterator[Statement]:
    """Every whole with parts of which the last is all that is left."""
    for k, here in enumerate(found):
        for last in here:
            if not last.sign and _is_left(sentences[k].units, last.at, words):
                before = [a for each in found[max(0, k - BEFORE) : k + 1] for a in each if a.place < last.place]
                head = [a for each in found[: min(HEAD, k - BEFORE)] for a in each] if k > BEFORE else []
                yield from _statement([a for a in (*head, *before) if not a.sign], last)


def _is_left(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """Whether a figure is told to be what is left: "the other 15", "the balance of £145m", "what is left, £246,500"."""
    near = [u.low for u in units[max(0, i - NEAR) : i]]
    if near[-1:] == ["other"]:
        return near[-2:-1] == ["the"]
    if near[-1:] == ["remaining"]:
        return True
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n] in words["breakdown/the rest"] | {"left"}), -1)
    return at >= 0 and all(low in words["comparison/is"] | {",", "the", "-", ":", ""} for low in near[at + 1 :])


def _statement(before: Sequence[Amount], last: Amount) -> Iterator[Statement]:
    """The whole with its parts: the fewest that make it, else the most that a slip keeps from making it."""
    alike = [a for a in before if a.figure.unit == last.figure.unit and a.per == last.per]
    most = range(1, min(MOST, len(alike)))
    for way, sizes in ((exactly, most), (_nearly, most), (_with_a_slip, reversed(most))):
        for size in sizes:
            for made in whole_of(alike[:-size], [*alike[-size:], last], way):
                yield made
                return


def whole_of(wholes: Sequence[Amount], parts: Sequence[Amount], way: Way) -> Iterator[Statement]:
    """The parts with the nearest whole before them that they make, or, with a slip, with the first that is larger."""
    figures = [part.figure for part in parts]
    able = [w for w in reversed(wholes) if w.figure.number > max(f.number for f in figures) and _of_them(w, parts)]
    for whole in able[:1] if way is _with_a_slip else able:
        if way(whole.figure, figures):
            yield broken_down(whole.figure, figures, " ".join(sorted(whole.nouns)) or "the whole")
            return


def _of_them(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a whole may be of these parts: what counts people is made of people."""
    return not whole.nouns or ("people" in whole.nouns) >= any("people" in part.nouns for part in parts)


def _nearly(whole: Figure, parts: Sequence[Figure]) -> bool:
    return add_up(whole, parts, may_slip=False)


def _with_a_slip(whole: Figure, parts: Sequence[Figure]) -> bool:
    return whole.number >= LEAST and add_up(whole, parts, may_slip=True)


WAYS: tuple[Way, ...] = (exactly, _nearly, _with_a_slip)
