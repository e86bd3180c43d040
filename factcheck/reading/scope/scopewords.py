"""The words by which a sentence says when its figures held, and in what voice they are told; where each stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.claims import DENIED
from factcheck.patterns import any_of
from factcheck.reading.layout import Places, Sentence


class ScopeWords:
    """The house's and the packs' words of scope, compiled, by group; and what a notice of correction begins with.

    Groups: before, notional and elsewhere tell of another event; forecast, target, if, estimate, earlier and any other
    are voices.
    """

    NEARBY = ("notional", "before")

    def __init__(self, groups: Mapping[str, Sequence[str]], notices: Sequence[str] = ()) -> None:
        self._groups = tuple(name for name, group in groups.items() if group)
        self._by_first: dict[str, dict[str, list[str]]] = {}  # first word -> group -> how its wordings go on
        for name in self._groups:
            for wording in groups[name]:
                first, rest = _parted(wording.lower())
                self._by_first.setdefault(first, {}).setdefault(name, []).append(rest)
        self._firsts = frozenset(self._by_first)
        self._patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # by the first words that were met
        self._notices = tuple(notices)

    def of(self, sentence: Sentence, low: str) -> Places:
        """The scope words of a sentence, looked for once; all of a notice of correction is denied."""
        if sentence.scoped is None:
            noticed = low.startswith(self._notices, sentence.opening)
            places = [(sentence.start, sentence.end)]
            found = {DENIED: places} if noticed else self.find(low, *places[0], sentence.words)
            sentence.scoped = found
        return sentence.scoped

    def find(self, low: str, start: int, end: int, words: frozenset[str]) -> Places:
        """The scope words in a stretch of a text in lower case, which holds ``words``."""
        found: Places = {}
        for first in self._firsts & words:
            for name, pattern in self._patterns.get(first) or self._compiled(first):
                if here := [match.span() for match in pattern.finditer(low, start, end)]:
                    found[name] = [*found.get(name, ()), *here]
        return {name: _in_turn(found[name]) for name in self._groups if name in found} if found else found

    def _compiled(self, first: str) -> list[tuple[str, re.Pattern[str]]]:
        """The patterns of the wordings with a first word, by group: they begin with it, so that re can skip to it."""
        begins = rf"{re.escape(first)}(?<!\w{'.' * len(first)})"
        made = self._patterns[first] = [
            (name, re.compile(rf"{begins}(?:{any_of(rests)})\b")) for name, rests in self._by_first[first].items()
        ]
        return made


_WORD = re.compile(r"[^\W\d_]+")


def _parted(wording: str) -> tuple[str, str]:
    """The first word of a wording, by which it is looked for, and what stands behind it."""
    found = _WORD.search(wording)
    return (found.group(), wording[found.end() :]) if found else (wording, "")


def _in_turn(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in their order, none overlapping the one before."""
    kept: list[tuple[int, int]] = []
    for place in sorted(places):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept
