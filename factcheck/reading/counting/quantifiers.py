"""Quantities without a number: "no votes", "none of them", "both sides", "most voters", "nearly all". For reading only.

No pack is given them: they are shown by ``factcheck read`` and by ``factcheck.read``, with the noun they count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.figures.figures import Figure
from factcheck.figures.hedges import hedge_before, hedge_book, reading
from factcheck.figures.numerals import WHOLE
from factcheck.findings import QUANTIFIER
from factcheck.interval import Interval, Number, Value
from factcheck.reading.counting.counted import DETERMINERS, behind, is_plural
from factcheck.reading.layout import Sentence, Unit
from factcheck.words import Words

SECTIONS = {"quantifiers": "exact", "more than half": "above", "less than half": "below"}
# "no longer", "all over", "most of all": the word is no quantifier before these
NOT_BEFORE = frozenset(
    "longer more less fewer other later sooner matter doubt way such one better further but over".split()
)
NOT_AFTER = frozenset("at after above the of for yes or not".split())
WHOLES = frozenset("unanimous unanimously".split())  # these count nothing that stands behind them
PARTED = frozenset("majority minority bulk".split())  # only before "of"
OPENERS = frozenset("a an the vast overwhelming great large small slim clear huge".split())


def quantifiers(text: str, sentences: Sequence[Sentence], words: Words) -> Iterator[tuple[Figure, str]]:
    """The quantifiers of a draft in order, each with the noun that it counts ("" where none shows itself)."""
    known = {word: (bound, n) for name, bound in SECTIONS.items() for word, n in words.numbers.get(name, {}).items()}
    for sentence in sentences:
        if sentence.words.isdisjoint(known):
            continue
        for k, unit in enumerate(sentence.units):
            if unit.kind == "w" and unit.low in known and (noun := _noun(sentence.units, k)) is not None:
                yield _figure(text, words, sentence.units, k, *known[unit.low]), noun


def _noun(units: Sequence[Unit], k: int) -> str | None:
    """The noun that the word at ``k`` counts; None where the word is no quantifier."""
    word, before = units[k].low, units[k - 1].low if k else ""
    if word in WHOLES or word == "none":
        return "" if word in WHOLES else behind(units, k)
    following = units[k + 1] if k + 1 < len(units) else None
    if following is None or following.kind not in "wN" or following.low in NOT_BEFORE:
        return None
    if word in PARTED:
        return _behind_of(units, k) if following.low == "of" else None
    if before in NOT_AFTER and not (word in ("no", "both", "all") and before in ("of", "for")):
        return None
    if following.low == "of":
        return _behind_of(units, k)
    if word == "most" and following.kind == "w" and not is_plural(following.low):
        return None  # "most important issues"
    if word == "neither" and "nor" not in {u.low for u in units[k:]}:
        return following.low
    while k + 1 < len(units) and word in ("all", "both") and units[k + 1].low in DETERMINERS:
        k += 1
    return behind(units, k) or None


def _behind_of(units: Sequence[Unit], k: int) -> str | None:
    """What is counted behind "of"; None before a number, which then says it: "a majority of 507"."""
    j = k + 2
    return None if j >= len(units) or units[j].kind == "F" else behind(units, k)


def _figure(text: str, words: Words, units: Sequence[Unit], k: int, bound: str, number: Number) -> Figure:
    """The quantifier at ``k`` with what its words allow; a share of a whole lies between none of it and all of it."""
    unit, book = units[k], hedge_book(words)
    start = _begin(units, k)
    hedge = hedge_before(book, text.lower(), start, units[0].start) if bound == "exact" else None
    if hedge is not None and number == 1 and hedge.hedge.bound == "below" and hedge.hedge.plain:
        read = reading(book, number, 1, WHOLE, (hedge,))
        value, bound, why, start = read.value, read.bound, read.why, hedge.at
    else:
        value, why = _allows(bound, number)
    core = (unit.start, unit.end)
    return Figure(start, unit.end, text[start : unit.end], number, bound, value, "", QUANTIFIER, core, why, words=True)


def _begin(units: Sequence[Unit], k: int) -> int:
    """Where the words of a quantifier begin: "the vast majority"."""
    begin = k
    while units[k].low in PARTED and begin and units[begin - 1].low in OPENERS:
        begin -= 1
    return units[begin].start


def _allows(bound: str, number: Number) -> tuple[Value, str]:
    if bound == "above":
        return Value.same(Interval(number, 1, True, False)), "more than half, in words"
    if bound == "below":
        return Value.same(Interval(0, number, False, True)), "less than half, in words"
    return Value.exact(number), "a quantity in words without a number"
