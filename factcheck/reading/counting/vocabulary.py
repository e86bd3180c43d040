"""The words by which sentences relate their own figures (``words.yaml``, "movement" and what follows it)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.reading.counting.ways import Ways, ways
from factcheck.values import frozen
from factcheck.words import Number, Words


@frozen
class Vocabulary:
    """Each list of words by its name: "movement/up". Phrases of several words are looked for by their first word."""

    lists: Mapping[str, frozenset[str]]
    ways: Ways  # the words that move a figure
    measured: Mapping[str, tuple[str, Number]]  # unit -> its kind of quantity, and how many base units it is

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


def vocabulary(words: Words) -> Vocabulary:
    """The vocabulary of ``words.yaml``, made once."""
    return words.once(_make)


def _make(words: Words) -> Vocabulary:
    return Vocabulary(_with_all(words.lists), ways(words), _measured(words))


def _with_all(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """The lists as sets, and one of every moving word."""
    made = {name: frozenset(found) for name, found in lists.items()}
    moving = ("up", "down", "either", "more")
    return made | {"movement/any": frozenset(w for name in moving for w in made.get(f"movement/{name}", ()))}


def _measured(words: Words) -> dict[str, tuple[str, Number]]:
    return {unit: (kind, number) for kind, units in words.measured.items() for unit, number in units.items()}
