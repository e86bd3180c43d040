"""Every statement of a draft, frame by frame; a sentence without figures makes none."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from operator import attrgetter

from factcheck.reading.counting.vocabulary import Vocabulary, vocabulary
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.statements.against.apart import apart
from factcheck.statements.against.differences import differences
from factcheck.statements.against.gaps import gaps
from factcheck.statements.against.leads import leads
from factcheck.statements.against.orders import orders
from factcheck.statements.against.ratios import ratios
from factcheck.statements.compared.amounts import every_amount
from factcheck.statements.compared.changes import changes
from factcheck.statements.compared.halves import halves
from factcheck.statements.compared.leading import leading
from factcheck.statements.compared.percents import percents
from factcheck.statements.compared.sums import sums
from factcheck.statements.lists.counts import counts
from factcheck.statements.lists.lines import lined
from factcheck.statements.lists.listings import listings
from factcheck.statements.movement.moved import compares, moved
from factcheck.statements.parts.answers import answers
from factcheck.statements.parts.breakdowns import breakdowns, remainders
from factcheck.statements.parts.fitted import fitted
from factcheck.statements.parts.portions import portions
from factcheck.statements.parts.shares import shares
from factcheck.statements.parts.summed import summed
from factcheck.statements.parts.totals import totals
from factcheck.statements.parts.wholes import times_as, wholes
from factcheck.statements.repeated.headlined import headlined
from factcheck.statements.repeated.repeats import repeats
from factcheck.statements.sayings import Sayings
from factcheck.statements.scores.analyses import analyses
from factcheck.statements.scores.runs import runs
from factcheck.statements.scores.scorelines import scorelines
from factcheck.statements.scores.scorers import scorers
from factcheck.statements.statement import Statement
from factcheck.statements.tablerows import Rows
from factcheck.statements.units.exchange import exchanges
from factcheck.statements.units.groupings import groupings
from factcheck.statements.units.incidence import incidence, nested
from factcheck.statements.units.rates import rates
from factcheck.statements.units.twounits import two_units
from factcheck.words import Words

SHORT = 4  # units of a sentence that only adds a score to the one before: "She trails by four points. 43/39."

TWO = 2  # a part and its whole
COMPLETE = 3  # what it was, what it is, and the change

_LOW = attrgetter("low")


def statements(draft: Draft, words: Words, sayings: Sayings, rows: Rows) -> Iterator[Statement]:
    """What the sentences of a draft say of their own figures, in order, and last what several say together."""
    told: set[int] = set()
    shares: list[Statement] = []
    for statement in _each(draft, words, sayings, rows):
        if statement.frame == "movement" and len(statement.said) >= COMPLETE:
            told.update(one.start for one in statement.said)
        elif statement.frame == "share" and len(statement.said) == TWO:
            shares.append(statement)
        yield statement
    known = vocabulary(words)
    found = every_amount(draft.sentences, known)
    for statement in changes(draft.sentences, found, frozenset(told)):
        told.update(one.start for one in statement.said)
        yield statement
    yield from leading(draft.sentences, found, frozenset(told), known)
    yield from percents(draft.sentences, found, shares)
    yield from sums(draft.sentences, found, known)
    yield from halves(draft.sentences, found, known)


def _each(draft: Draft, words: Words, sayings: Sayings, rows: Rows) -> Iterator[Statement]:
    """What each sentence says by its own frames, and what lists and tables say."""
    known = vocabulary(words)
    yield from repeats(draft.sentences, known)
    yield from headlined(draft.sentences, known)
    yield from scorelines(draft.sentences, known, draft.text)
    yield from totals(draft.sentences, known)
    yield from remainders(draft.sentences, known)
    yield from portions(draft.sentences)
    yield from lined(draft.sentences, known, draft.text)
    yield from exchanges(draft.sentences, known)
    yield from differences(draft.sentences, known)
    yield from fitted(draft.sentences, known)
    for sentence in draft.sentences:
        yield from groupings(sentence, draft.text)
        if sentence.at:
            yield from _of(sentence, known, draft.text)
    yield from rows.of(draft.sentences)
    yield from analyses(draft.low)
    yield from _sayings(draft, sayings)
    for first, second in itertools.pairwise(draft.sentences):
        if first.at and first.paragraph == second.paragraph:
            yield from _of_two(first, second, known, draft.text)


def _of_two(first: Sentence, second: Sentence, words: Vocabulary, text: str) -> Iterator[Statement]:
    """What a sentence says together with the one before it."""
    both = [*first.units, *second.units]
    if len(second.units) <= SHORT:
        yield from gaps(both, frozenset(map(_LOW, first.units)), words, text)
    if compares(second.units):
        yield from moved(both, frozenset(map(_LOW, both)), words, len(first.units))


def _sayings(draft: Draft, sayings: Sayings) -> Iterator[Statement]:
    """What sentences say by the packs' own forms, each with its places in an order."""
    ordinals = [figure for figure in draft.figures if figure.kind == "ordinal"]
    at = 0
    for sentence in draft.sentences:
        begin = at
        while at < len(ordinals) and ordinals[at].start < sentence.end:
            at += 1
        if sentence.at or at > begin:
            yield from sayings.of(sentence, ordinals[begin:at], draft.text)


def _of(sentence: Sentence, words: Vocabulary, text: str) -> Iterator[Statement]:
    """The statements of one sentence, the least telling last."""
    lows = frozenset(map(_LOW, sentence.units))
    if len(sentence.at) > 1:
        yield from _of_several(sentence, lows, words)
    yield from gaps(sentence.units, lows, words, text)
    yield from leads(sentence.units, lows, text)
    yield from runs(sentence.units, lows, words, text)
    yield from scorers(sentence.units, text)
    yield from listings(sentence.units, words, text)
    yield from counts(sentence.units, words)


def _of_several(sentence: Sentence, lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """What a sentence says of two figures or more."""
    yield from moved(sentence.units, lows, words)
    yield from apart(sentence.units, lows, words)
    yield from two_units(sentence.units, words)
    yield from breakdowns(sentence.units, words)
    yield from summed(sentence.units, lows, words)
    yield from rates(sentence.units, lows)
    yield from incidence(sentence.units, lows, words)
    yield from nested(sentence.units, lows, words)
    yield from ratios(sentence.units, lows, words)
    yield from orders(sentence.units, lows, words)
    yield from answers(sentence.units, lows, words)
    yield from shares(sentence.units, lows, words)
    yield from wholes(sentence.units, lows)
    yield from times_as(sentence.units) if "as" in lows else ()
