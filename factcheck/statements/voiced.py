"""Statements in the voice in which the article tells them; what it denies, or tells in two voices apart, is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.claims import DENIED
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.scope.speaking import speaker
from factcheck.reading.scope.voices import insertions, unit_at, voice
from factcheck.statements.statement import Statement


def voiced(statements: Iterable[Statement], draft: Draft, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements of one voice, each with it: "forecast", or "" for plainly (which a part of its figures may be)."""
    voices = Voices(draft, lexicon)
    for statement in statements:
        every = [s.start for s in (*statement.said, *statement.members) if not s.cell]
        told = {voices.at(start) for start in every}
        if statement.fitted:
            yield from [statement] if DENIED not in told else []
        elif DENIED not in told and (len(told) == 1 or voices.together(every)) and not voices.disputed(every):
            yield replace(statement, voice=min(told)) if told != {""} else statement


class Voices:
    """The voice of each figure of a draft, by its place in the text."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self._draft, self._words, self._lists = draft, lexicon.scopes, lexicon.words.lists
        self._starts = [s.start for s in draft.sentences]

    def at(self, start: int) -> str:
        """The voice of the figure at a place of the text."""
        sentence, at = self._where(start)
        places, units = self._words.of(sentence, self._draft.low), sentence.units
        return voice(units, at, places, insertions(units) if places else []) if at < len(units) else ""

    def together(self, starts: Sequence[int]) -> bool:
        """Whether figures stand in one sentence: its own words say how they belong together."""
        return len({self._where(start)[0].index for start in starts}) == 1

    def disputed(self, starts: Sequence[int]) -> bool:
        """Whether figures of several sentences are told by different speakers."""
        where = [self._where(start) for start in starts] if not self.together(starts) else []
        return len({name for s, at in where if (name := speaker(s.units, at, self._lists))}) > 1

    def _where(self, start: int) -> tuple[Sentence, int]:
        """The sentence of a place of the text, and the unit that stands there."""
        sentence = self._draft.sentences[max(0, bisect_right(self._starts, start) - 1)]
        return sentence, unit_at(sentence.units, (start, start))
