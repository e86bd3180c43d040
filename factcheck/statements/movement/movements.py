"""The movements of a sentence that two of its figures or more tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.reading.movement.gathered import gathered
from factcheck.reading.movement.moving import Moving


def movements(units: Sequence[Unit], words: Vocabulary) -> Iterator[Moving]:
    """Every movement that a sentence tells with two figures or more."""
    told: set[int] = set()
    for moving in gathered(units, words, words["movement/any"]):
        places = set(moving.slots.values())
        if len(moving.slots) > 1 and not places <= told:
            told |= places
            yield moving
    if not told:
        yield from _untold(units)


def _untold(units: Sequence[Unit]) -> Iterator[Moving]:
    """``It was 7 per cent, to 111 from 104``: which way it went is told elsewhere, and taken from the two amounts."""
    for i in range(len(units) - 5):
        if (
            units[i].kind == "F"
            and units[i + 1].kind == ","
            and units[i + 2].low == "to"
            and units[i + 4].low == "from"
        ):
            ratio, now, before = i, i + 3, i + 5
            if units[now].kind == units[before].kind == "F" and figure_of(units[ratio]).unit == "percent":
                sign = 1 if figure_of(units[now]).number > figure_of(units[before]).number else -1
                yield Moving(ratio, sign, {"ratio": ratio, "now": now, "before": before})
