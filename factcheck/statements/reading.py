"""Every statement of a draft, frame by frame; a sentence with fewer than two figures makes none."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.statements.moved import moved
from factcheck.statements.statement import Statement
from factcheck.statements.vocabulary import Vocabulary, vocabulary
from factcheck.words import Words

FIGURES = 2


def statements(draft: Draft, words: Words) -> Iterator[Statement]:
    """What the sentences of a draft say of their own figures, in order."""
    known = vocabulary(words)
    for sentence in draft.sentences:
        if len(sentence.at) >= FIGURES:
            yield from _of(sentence, known)


def _of(sentence: Sentence, words: Vocabulary) -> Iterator[Statement]:
    lows = frozenset(u.low for u in sentence.units)
    yield from moved(sentence.units, lows, words)
