"""The frame of an exchange: one sum in two currencies, "£10m ($12.8m)", beside the rate that the draft states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of, rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.statement import Statement, said
from factcheck.statements.units.twounits import beside

CURRENCY = re.compile("[A-Z]{3}")
REACH = 4  # units between the two sides of a rate
FAR = 5  # times that two rates of one draft may differ; more is a slip of a thousand, or an old pound


class Pair(NamedTuple):
    """One sum in two currencies, or the rate between them."""

    first: Figure
    second: Figure

    @property
    def rate(self) -> Fraction:
        """How many of the second one of the first is."""
        return Fraction(self.second.number) / Fraction(self.first.number)


def exchanges(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """Every sum of a draft in two currencies, with the stated rate, or with the first other sum in the same two."""
    money = [(s, [i for i in s.at.values() if _is_money(s.units[i])]) for s in sentences]
    pairs = [(pair, s) for s, places in money for i in places for pair in _pair(s.units, i)]
    rates = [(rate, s) for s, places in money if pairs for i in places for rate in _stated(s.units, i, words)]
    for pair, sentence in pairs:
        fitting = [rate for rate, told in rates if _between(rate) == _between(pair) and _rules(told, sentence)]
        if fitting:
            yield _statement(pair, fitting[0])
        elif (other := next((p for p, _ in pairs if _between(p) == _between(pair)), pair)) is not pair:
            yield from _far_apart(pair, other)


def _rules(told: Sentence, sentence: Sentence) -> bool:
    """Whether a rate that one sentence tells holds in another: one of some year only in its own."""
    return told is sentence or not any(u.kind == "f" for u in told.units)


def _is_money(unit: Unit) -> bool:
    return unit.kind == "F" and CURRENCY.fullmatch(figure_of(unit).unit) is not None and figure_of(unit).number > 0


def _between(pair: Pair) -> tuple[str, str]:
    return pair.first.unit, pair.second.unit


def _pair(units: Sequence[Unit], i: int) -> Iterator[Pair]:
    j = beside(units, i + 1)
    if j and _is_money(units[j]):
        first, second = figure_of(units[i]), figure_of(units[j])
        if first.unit != second.unit and "range" not in (first.bound, second.bound):
            yield Pair(first, second)


def _stated(units: Sequence[Unit], i: int, words: Vocabulary) -> Iterator[Pair]:
    """``£1 = $1.28``, ``$1.28 to the pound``, both ways round."""
    first = figure_of(units[i])
    for j in range(i + 1, min(len(units), i + 2 + REACH)):
        second, between = units[j], [u.low for u in units[i + 1 : j]]
        if _is_money(second) and first.number == 1 and set(between) & words["exchange/is"]:
            yield from _both(Pair(first, figure_of(second)))
            return


def _both(pair: Pair) -> Iterator[Pair]:
    yield pair
    yield Pair(pair.second, pair.first)


def _statement(pair: Pair, rate: Pair) -> Statement:
    made = said("sum", pair.first, rounded(pair.first)), said("exchanged", pair.second, rounded(pair.second))
    more = said("one_side", rate.first, _of_rate(rate.first)), said("other_side", rate.second, _of_rate(rate.second))
    return Statement("exchange", f"{pair.first.text} and {pair.second.text}", (*made, *more))


def _of_rate(figure: Figure) -> Value:
    """One pound of a rate is one; the other side is rounded."""
    return Value.exact(1) if figure.number == 1 else rounded(figure)


def _far_apart(pair: Pair, other: Pair) -> Iterator[Statement]:
    """Two sums at rates that no market moves between: millions for billions."""
    if not 1 <= FAR * pair.rate / other.rate <= FAR * FAR:
        yield _statement(pair, other)
