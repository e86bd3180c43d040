"""The words by which sentences relate their own figures (``words.yaml``, "movement" and what follows it)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.words import Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Each list of words by its name: "movement/up". Phrases of several words are looked for by their first word."""

    lists: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


def vocabulary(words: Words) -> Vocabulary:
    """The vocabulary of ``words.yaml``, made once."""
    made = words.cache.get("statements")
    if not isinstance(made, Vocabulary):
        made = words.cache["statements"] = Vocabulary(_with_all(words.lists))
    return made


def _with_all(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """The lists as sets, and one of every moving word."""
    made = {name: frozenset(found) for name, found in lists.items()}
    moving = ("up", "down", "either", "more")
    return made | {"movement/any": frozenset(w for name in moving for w in made.get(f"movement/{name}", ()))}
