"""What each figure of a sentence is in a comparison over time: an amount of now or of then, or by how much it changed.

Nothing is asked of the order of the words: a figure is of then where "from", "than" or "compared with" stands before
it or its clause names an earlier time, and a change where a word that moves a figure stands beside it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import figure_of, is_adverb, is_share, noun_behind, part_of
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.compared.clauses import clauses

LENGTHS = "comparison/lengths"
NEAR = 4  # units between a moving word and the change of which it tells
BY = 8  # and where "by" or "of" stands between: "went up last year by 5%"
PER = 4  # units behind an amount among which "a share" stands
BACK = 5  # units before an amount among which "from" stands: "than last year's 45"
AT = frozenset("before earlier ago later on previously".split())
STOPS = frozenset("to from by of in on at and or is was were are for with than".split())
NOT_TO = frozenset("compared compares came comes amounted amounts close next added adds".split())
THAN = frozenset("more fewer less larger smaller bigger".split())  # "12 more people" were only added


class Amount(NamedTuple):
    """A figure and what it is: a change with its sign (1 or -1), or an amount (0), of an earlier time or not."""

    figure: Figure
    sentence: int
    at: int  # in the units of the sentence
    place: int  # and in those of the draft
    sign: int
    then: bool
    now: bool  # told to be what it is: "to 42"
    later: bool  # told to be so after what was told before: "it is now 42", "a year on it is 42"
    year: int  # 0 where none is told
    per: str  # "share"
    nouns: frozenset[str]  # what it counts
    than: range = range(0)  # the places of the words that tell what a change is compared with, if "than" opens them


def every_amount(sentences: Sequence[Sentence], words: Vocabulary) -> list[list[Amount]]:
    """The amounts and changes of each sentence."""
    begins = itertools.accumulate((len(s.units) for s in sentences), initial=0)
    return [list(amounts(s, begin, words)) if s.at else [] for s, begin in zip(sentences, begins, strict=False)]


def amounts(sentence: Sentence, begin: int, words: Vocabulary) -> Iterator[Amount]:
    """The amounts and changes of a sentence that are no forecast; ``begin`` is the place of its first unit."""
    units, way = sentence.units, 0
    for clause in clauses(units, words):
        for i in () if clause.untold else clause.figures:
            figure, nouns = figure_of(units[i]), _counts(units, i, words)
            other = figure.bound == "range" or _is_length(units, i, words) or part_of(units, i) >= 0
            if figure.number > 0 and not other and not figure.text.startswith("+"):
                sign, to = _change(units, i, words), _to(units, i)
                if not sign and units[i - 1].low == "by":
                    sign = way  # "fell by 39,000, and among women by 10,000"
                way = sign or way
                then = not sign and not to and (clause.then or _after_from(units, i, words))
                year = 0 if sign else clause.year(units, i)
                than = _than(units, i, begin) if sign else range(0)
                per, at, later = _per(units, i, nouns), begin + i, clause.later and not then
                yield Amount(figure, sentence.index, i, at, sign, then, to, later, year, per, nouns, than)


def _is_length(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """Whether a figure tells how long something took: "in nine years"; not "the wait is 41 days"."""
    timed = bool(words[LENGTHS] & set(noun_behind(units, i)[:1])) and not figure_of(units[i]).unit
    return timed and i > 0 and units[i - 1].low in words["comparison/within"]


def _counts(units: Sequence[Unit], i: int, words: Vocabulary) -> frozenset[str]:
    """The words that tell what a figure counts; those for people are one."""
    nouns = noun_behind(units, i)[:2]
    return frozenset("people" if low in words["breakdown/people"] else low for low in nouns)


def _than(units: Sequence[Unit], i: int, begin: int) -> range:
    """Where it stands with what a change is compared: "12 more than in 2019"; empty where no such word follows."""
    for k in range(i + 1, min(len(units), i + 1 + NEAR)):
        if units[k].low in ("than", "below", "above") or (units[k].low == "on" and _is_time(units, k + 1)):
            end = next((n for n in range(k + 1, len(units)) if units[n].kind in ";:)." or units[n].low == "and"), -1)
            return range(begin + k, begin + (end if end >= 0 else len(units)))
        if units[k].kind not in "w-":
            break
    return range(0)


def _is_time(units: Sequence[Unit], k: int) -> bool:
    """Whether a time or an amount is told at ``units[k]``: "up 4% on 2018", "on the 1,104 of last year"."""
    unit = units[min(k, len(units) - 1)]
    return unit.low in ("last", "the", "a") or unit.kind == "F" or (unit.kind == "f" and figure_of(unit).kind == "year")


def _to(units: Sequence[Unit], i: int) -> bool:
    """Whether "to" before a figure tells what something became: not "compared to 42", "came to 42"."""
    return i > 0 and units[i - 1].low == "to" and (i < 2 or units[i - 2].low not in NOT_TO)


def _per(units: Sequence[Unit], i: int, nouns: frozenset[str]) -> str:
    """What an amount is for one of: "54 cents a share"; "" where it is of all."""
    for k in range(i + 1, min(len(units) - 1, i + PER)):
        if units[k].kind != "w":
            break
        if units[k].low in ("a", "an", "per", "each") and (k == i + 1 or units[k - 1].low in nouns):
            timed = k + 2 < len(units) and units[k + 2].low in AT
            return "" if timed else units[k + 1].low  # "4,120 a year before"
    return ""


def _after_from(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """Whether a word before a figure says that something is compared with it."""
    for k in range(i - 1, max(-1, i - 1 - BACK), -1):
        low = units[k].low
        if low in words["comparison/from"]:
            return k == 0 or units[k - 1].low not in words["comparison/ranging"]
        if low in ("with", "to"):
            return k > 0 and units[k - 1].low in words["comparison/compared"]
        if units[k].kind != "s" and low not in words["comparison/between"] and not is_adverb(low):
            return False
    return False


def _change(units: Sequence[Unit], i: int, words: Vocabulary) -> int:
    """Which way a figure tells that something changed; 0 where it tells no change."""
    return _moved_behind(units, i, words) or _moved_before(units, i, words)


def _way(low: str, words: Vocabulary) -> int:
    return words.ways.sign(low) or (low in words["movement/up"]) - (low in words["movement/down"])


def _moved_behind(units: Sequence[Unit], i: int, words: Vocabulary) -> int:
    """``a 57 percent increase``, ``12,000 more``, ``5% below the``; not "$5m, up from"."""
    for k in range(i + 1, min(len(units), i + NEAR)):
        unit, after = units[k], units[k + 1].low if k + 1 < len(units) else "."
        if unit.kind not in "w-" or unit.low in STOPS:
            return 0
        sign = _way(unit.low, words)
        if unit.low in words["movement/beyond"] and after in ("the", "that", "those", "its", "their", "last"):
            return sign
        if unit.low in ("up", "down") or unit.low in words["movement/beyond"]:
            return sign if after != "from" and (after == "on" or is_share(figure_of(units[i]))) else 0
        if sign:
            added = unit.low in THAN and not figure_of(units[i]).unit and after[:1].isalpha() and after != "than"
            return 0 if added and not is_share(figure_of(units[i])) else sign
    return 0


def _moved_before(units: Sequence[Unit], i: int, words: Vocabulary) -> int:
    """``rose 5%``, ``up by 12``, ``a rise last year of 5``."""
    k = i - 1
    while k > 0 and (units[k].low in words["comparison/between"] or is_adverb(units[k].low)):
        k -= 1
    if k < 0:
        return 0
    if units[k].low in words["comparison/is"]:
        reach = range(k - 1, max(-1, k - 1 - BY), -1)
        if units[k].low == "to" and units[k - 1].low not in words["comparison/is"]:
            return 0
        return next((sign for n in reach if (sign := _way_of(units, n, words)) or units[n].kind in "Ff;:("), 0)
    if units[k].low in ("higher", "lower", "rise", "fall", "more", "less", "above", "below", *THAN):
        return 0
    return words.ways.sign(units[k].low) or (units[k].low in words["movement/gained"]) - (
        units[k].low in words["movement/lost"]
    )


def _way_of(units: Sequence[Unit], n: int, words: Vocabulary) -> int:
    return _way(units[n].low, words) if units[n].kind == "w" else 0
