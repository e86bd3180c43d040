"""Names of one word or several, found by their first word, and by their first two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Phrase = tuple[tuple[str, ...], str, str]  # folded words, kind, key
NONE: Sequence[Phrase] = ()


class Phrases:
    """Listed names by their folded words. What begins with one word is parted by the second when first asked for."""

    def __init__(self, by_first: Mapping[str, Sequence[Phrase]]) -> None:
        self._by_first = by_first
        self.firsts = frozenset(by_first)  # the words that a listed name can begin with
        self._by_second: dict[str, dict[str, list[Phrase]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def going_on(self, first: str, second: str) -> Sequence[Phrase]:
        """Of the names that begin with the first word: those of no other word, and those that go on with the second."""
        if first not in self._by_first:
            return NONE
        parted = self._by_second.get(first)
        if parted is None:
            parted = self._by_second[first] = _by_second(self._by_first[first])
        return parted.get(second) or parted[""]


def _by_second(phrases: Sequence[Phrase]) -> dict[str, list[Phrase]]:
    """Phrases of one first word by their second, each with those of one word; under "" the latter alone."""
    parted: dict[str, list[Phrase]] = {"": []}
    for phrase in phrases:
        parted.setdefault(phrase[0][1] if len(phrase[0]) > 1 else "", []).append(phrase)
    return {second: found if second == "" else found + parted[""] for second, found in parted.items()}
