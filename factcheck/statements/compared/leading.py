"""A change told in the headline or the opening, whose two amounts stand together further down.

"Profit up 11 percent" is held against "Net income was $776 million. A year before it was $702 million": against the
first two amounts of one thing of which the words tell the same, if they fit or one slip of the hand explains why not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.compared.amounts import Amount
from factcheck.statements.compared.changes import Two, fits, held, is_of_one, pairs, slipped
from factcheck.statements.statement import Statement

OPENING = 3  # sentences of the opening, the headline among them
BODY = 14  # sentences in which the amounts are looked for
AROUND = 6  # units around a change that tell what changed
LONG = 5  # letters of a word by which a thing is known again
GROUP = "topic/"


def leading(
    sentences: Sequence[Sentence], found: Sequence[Sequence[Amount]], told: frozenset[int], words: Vocabulary
) -> Iterator[Statement]:
    """The changes of the opening that are not ``told`` already, each with its amounts."""
    opening = [c for each in found[:OPENING] for c in each if c.sign and c.figure.start not in told]
    opening = [c for c in opening if c.figure.unit == "percent"]
    together = list(_together(found, opening[0])) if opening else []
    for change in opening:
        topic = _topic(sentences[change.sentence].units, change.at, words)
        of_it = [two for two in together if not topic.isdisjoint(_told_of(sentences, two, words))]
        made = next((two for two in of_it if fits(change, *two)), None)
        if made is None and of_it and is_of_one(change, *of_it[0]) and slipped(change, *of_it[0]):
            made = of_it[0]
        if made is not None:
            yield held(change, *made)


def _together(found: Sequence[Sequence[Amount]], change: Amount) -> Iterator[Two]:
    """What it is and what it was, wherever two amounts of one kind stand in one sentence or in two that follow."""
    for k in range(1, min(BODY, len(found))):
        near = [a for each in found[k : k + 2] for a in each if not a.sign]
        two = [pair for pair in pairs(change, near) if k in (pair[0].sentence, pair[1].sentence)]
        yield from sorted(two, key=lambda pair: abs(pair[0].place - pair[1].place))[:2]


def _topic(units: Sequence[Unit], i: int, words: Vocabulary) -> frozenset[str]:
    """The words around a change that tell what changed, and the groups of words that they belong to; names are none."""
    near = [u for u in units[max(0, i - AROUND) : i + 1 + AROUND] if u.kind == "w"]
    return _groups({u.low for u in near}, words) | _long((u.low for u in near if u.text == u.low), words)


def _told_of(sentences: Sequence[Sentence], two: Two, words: Vocabulary) -> frozenset[str]:
    told = sentences[two[0].sentence].words | sentences[two[1].sentence].words
    return _groups(told, words) | _long(told, words)


def _groups(told: AbstractSet[str], words: Vocabulary) -> frozenset[str]:
    return frozenset(n for n, group in words.lists.items() if n.startswith(GROUP) and not group.isdisjoint(told))


def _long(told: Iterable[str], words: Vocabulary) -> frozenset[str]:
    dull = words["movement/any"] | words["comparison/lengths"] | words["comparison/earlier"] | words["movement/then"]
    return frozenset(low for low in told if len(low) >= LONG and low.isalpha() and low not in dull)
