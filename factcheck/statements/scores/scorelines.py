"""The result above a report against its first sentences: "Zebre 19 Edinburgh 24" over "won 24-19", "52 points" too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checking.slips import one_slip
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.against.pairs import set_against
from factcheck.statements.statement import Said, Statement, said

HEAD = 4  # paragraphs at the head of a draft among which its result stands
OPENING = 3  # paragraphs behind them in which the result is told again
LINE = 12  # units of a line of results
NEAR = 3  # units between a score and the word that makes it the final one
SIDES = 2


class Result(NamedTuple):
    """The two numbers of a final score, the larger first."""

    more: Said
    less: Said


def scorelines(sentences: Sequence[Sentence], words: Vocabulary, text: str) -> Iterator[Statement]:
    """The final score of the head with that of the first sentences, where each has one."""
    if not any(words["score/won"] & s.words for s in sentences[: HEAD + OPENING]):
        return
    head = [s for s in sentences if s.paragraph < HEAD]
    lines = [found for s in head if (found := _line(s.units))]
    told = [found for s in sentences if s.paragraph < HEAD + OPENING for found in _finals(s, words, text)]
    if len(lines) == 1 and len({_numbers(r) for r in told}) == 1:
        yield from _compared(lines[0], told[0])


def _line(units: Sequence[Unit]) -> Result | None:
    """The result of a line that is nothing else: "Zebre 19 Edinburgh 24", "Leeds 2, Hull 1"."""
    figures = [i for i, u in enumerate(units) if u.kind == "F"]
    if len(figures) != SIDES or len(units) > LINE or units[-1].kind != "F" or any(u.kind in "f;:|" for u in units):
        return None
    i, j = figures
    named = i > 0 and units[i - 1].kind in "wN" and j > i + 1 and units[j - 1].kind in "wN"
    plain = all(not figure_of(units[n]).unit and figure_of(units[n]).text.isdecimal() for n in figures)
    between = [u for u in units[i + 1 : j] if u.kind != ","]
    capital = all(u.kind == "N" or u.text[:1].isupper() for u in [units[0], *between[:1]])
    if not (named and plain and capital):
        return None
    return _result(*(said("figure", figure_of(units[n])) for n in figures))


def _finals(sentence: Sentence, words: Vocabulary, text: str) -> Iterator[Result]:
    """The scores of a sentence that are told as won or lost by."""
    units = sentence.units
    for i in sentence.at.values() if words["score/won"] & sentence.words else ():
        pair = set_against(units[i], i, text) if units[i].kind == "f" else None
        near = {u.low for u in (*units[max(0, i - NEAR) : i], *units[i + 1 : i + NEAR])}
        if pair is not None and pair.mark == "-" and near & words["score/won"] and not near & words["score/not final"]:
            sides = zip(pair.values, pair.spans, strict=True)
            yield _result(*(Said("figure", value, *span, text[slice(*span)]) for value, span in sides))


def _result(first: Said, second: Said) -> Result:
    return Result(first, second) if _number(first) >= _number(second) else Result(second, first)


def _number(side: Said) -> int:
    return int(side.text)


def _numbers(result: Result) -> tuple[int, int]:
    return _number(result.more), _number(result.less)


def _compared(line: Result, told: Result) -> Iterator[Statement]:
    """Both sides, where they are the same, or one is and the other is a slip of the hand away."""
    pairs = list(zip(line, told, strict=True))
    differing = [(a, b) for a, b in pairs if a.text != b.text]
    if len(differing) <= 1 and all(one_slip(a.text.zfill(SIDES), b.text.zfill(SIDES)) for a, b in differing):
        for a, b in pairs:
            both = a, Said("again", b.value, b.start, b.end, b.text)
            yield Statement("repeat", "the score", both)
