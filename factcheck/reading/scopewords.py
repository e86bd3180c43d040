"""The words by which a sentence says when its figures held, and in what voice they are told; where each stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.claims import DENIED
from factcheck.patterns import any_of
from factcheck.reading.layout import Sentence

Places = dict[str, list[tuple[int, int]]]  # the places in the text of the words of each group


class ScopeWords:
    """The house's and the packs' words of scope, compiled, by group; and what a notice of correction begins with.

    Groups: before, notional and elsewhere tell of another event; forecast, target, if, estimate, earlier and any other
    are voices.
    """

    NEARBY = ("notional", "before")

    def __init__(self, groups: Mapping[str, Sequence[str]], notices: Sequence[str] = ()) -> None:
        self._wordings = {name: [wording.lower() for wording in group] for name, group in groups.items() if group}
        self._firsts = {name: frozenset(map(_first, group)) for name, group in self._wordings.items()}
        self._any = frozenset().union(*self._firsts.values())
        self._patterns: dict[str, re.Pattern[str]] = {}  # of the groups that were met
        self._notices = tuple(notices)

    def of(self, sentence: Sentence, sentences: Sequence[Sentence], low: str) -> Places:
        """The scope words of a sentence; all of a notice of correction is denied."""
        if low.startswith(self._notices, _opening(sentence, sentences)):
            return {DENIED: [(sentence.start, sentence.end)]}
        if self._any.isdisjoint(sentence.words):
            return {}
        return self.find(low, sentence.start, sentence.end, sentence.words)

    def find(self, low: str, start: int, end: int, words: frozenset[str]) -> Places:
        """The scope words in a stretch of a text in lower case, which holds ``words``."""
        met = self._any & words
        groups = [name for name, firsts in self._firsts.items() if not firsts.isdisjoint(met)] if met else []
        found = {name: [m.span() for m in self._pattern(name).finditer(low, start, end)] for name in groups}
        return {name: places for name, places in found.items() if places}

    def _pattern(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            self._patterns[name] = re.compile(rf"\b(?:{any_of(self._wordings[name])})\b")
        return self._patterns[name]


_WORD = re.compile(r"[^\W\d_]+")


def _first(wording: str) -> str:
    """The first word of a wording, by which it is looked for."""
    found = _WORD.search(wording)
    return found.group() if found else wording


def _opening(sentence: Sentence, sentences: Sequence[Sentence]) -> int:
    """Where the paragraph of a sentence begins."""
    k = sentence.index
    while k and sentences[k - 1].paragraph == sentence.paragraph:
        k -= 1
    return sentences[k].start
