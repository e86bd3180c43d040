"""The frame of a share: so many of so many, and what percentage that is: "12 of the 17", "504 of 600, or 84%"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Said, Statement, said

BETWEEN = frozenset("of out the all its their those his her our a total some".split())
INCLUDING = 10  # units between a whole and "including"
WHOLE = 6  # units between a percentage and its whole
AGAIN = frozenset(("or", "about", "is", "equal", "equivalent"))
SHARED = frozenset({"among", "amongst"})  # without a comma they say who something is for: "sought among seven"
FAR = 10  # a part so many times its whole is none
HEADS = 100  # of more than so many, every whole percentage is some number of them
PERCENT = 5  # units between a share's counts and its percentage


def shares(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """Every part that a sentence names together with its whole."""
    places = [i for i, u in enumerate(units) if u.kind == "F"]
    for i, j in itertools.pairwise(places):
        if _out_of(units, i, j):
            yield from _share(units, i, j, places)
        elif _includes(units, i, j, words):
            yield from _share(units, j, i, ())
    for i, j, k in zip(places, places[1:], places[2:], strict=False):
        yield from _in_percent(units, i, j, k)
        yield from _among_a_whole(units, i, j, k)
    for i, j in itertools.pairwise(places):
        if figure_of(units[i]).unit == "percent" and _out_of(units, i, j):
            yield from _of_heads(units, i, j, words)


def _out_of(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether only "of the" or "out of" stands between two figures, a noun of the part aside: "12 people of 17"."""
    noun = len(noun_behind(units, i))
    named = units[i + 1 + noun].low == "out" if i + 1 + noun < j else False
    between = [u.low for u in units[i + 1 + noun * named : j]]
    return bool(between) and between[0] in ("of", "out") and set(between) <= BETWEEN


def _includes(units: Sequence[Unit], i: int, j: int, words: Vocabulary) -> bool:
    """``298 people, including 154 Dutch nationals``: the second is a part of the first."""
    between = units[i + 1 : j]
    return (
        1 < len(between) <= INCLUDING
        and between[-1].low in words["breakdown/in passing"]
        and (between[-1].low not in SHARED or between[-2].kind == ",")
        and not any(u.kind in ";:.()" or u.low in ("and", "or") for u in between)
        and bool(noun_behind(units, i))
    )


def _share(units: Sequence[Unit], part: int, whole: int, places: Sequence[int]) -> Iterator[Statement]:
    first, second = figure_of(units[part]), figure_of(units[whole])
    if (first.unit and first.unit != second.unit) or "percent" in (first.unit, second.unit):
        return
    if second.number < 1 or not 1 <= first.number < FAR * second.number:
        return  # "43 of the two" is no part of two
    made = [said("part", first), said("whole", second)]
    percent = _percentage(units, part, whole, places)
    made += [_percent(figure_of(units[percent]))] if percent >= 0 else []
    yield Statement("share", " ".join(noun_behind(units, whole)) or "the whole", tuple(made))


def _in_percent(units: Sequence[Unit], i: int, j: int, k: int) -> Iterator[Statement]:
    """``271,259 people, or 0.4% of the UK's 64.6 million``; ``1% of the $21.1bn, or about $200m``."""
    if _is_share(figure_of(units[i])) and _whole_behind(units, i, j) and _again(units, j, k):
        percent, whole, part = i, j, k
    elif _is_share(figure_of(units[j])) and _again(units, i, j) and _whole_behind(units, j, k):
        part, percent, whole = i, j, k
    else:
        return
    a, b = figure_of(units[part]), figure_of(units[whole])
    if a.unit == b.unit != "percent" and b.number > 0:
        made = said("part", a), said("whole", b), _percent(figure_of(units[percent]))
        yield Statement("share", " ".join(noun_behind(units, whole)) or "the whole", made)


def _of_heads(units: Sequence[Unit], i: int, j: int, words: Vocabulary) -> Iterator[Statement]:
    """``67% of the 10 councillors``: a share of a few that can only be counted one by one."""
    percent, heads, noun = figure_of(units[i]), figure_of(units[j]), noun_behind(units, j)
    few = not heads.unit and heads.value.is_exact and 2 <= heads.number <= HEADS
    if few and noun and noun[0] in words["share/of people"] | words["share/counted"] and percent.bound == "exact":
        yield Statement("share", noun[0], (said("percent", percent), said("heads", heads)))


def _among_a_whole(units: Sequence[Unit], i: int, j: int, k: int) -> Iterator[Statement]:
    """``Of the 893 voters polled, 421 (47%)``: a whole, then a part of it, then what percentage that is."""
    whole, part, percent = figure_of(units[i]), figure_of(units[j]), figure_of(units[k])
    opening = [u.low for u in units[max(0, i - 2) : i] if u.low not in BETWEEN - {"of"}][-1:]
    between = [u.kind for u in units[i + 1 : j] if u.kind not in "wN"]
    said_again = (k == j + 2 and units[j + 1].kind == "(") or _again(units, j, k)
    if opening not in (["of"], ["among"]) or between != [","] or not said_again:
        return
    if percent.unit == "percent" and whole.unit == part.unit == "" and whole.number >= part.number:
        made = said("part", part), said("whole", whole), _percent(percent)
        yield Statement("share", " ".join(noun_behind(units, i)) or "the whole", made)


def _whole_behind(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether a percentage is of the figure behind it: "of the UK's population of 64.6 million"."""
    between = units[i + 1 : j]
    return 0 < len(between) <= WHOLE and between[0].low == "of" and all(u.kind in "wNs" for u in between)


def _again(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether the second of two figures tells the first again: ", or", a bracket, ", which is"."""
    between = units[i + 1 : j]
    marks = [k for k, u in enumerate(between) if u.kind in ",(-"]
    if not marks or any(u.kind in "Ff;:)." or u.low in ("and", "but", "while") for u in between):
        return False
    if marks[-1] == len(between) - 1 and between[-1].kind != "(":  # "1,500 workers - about 2% of its 70,000"
        return between[-1].kind == "-" or figure_of(units[j]).bound == "about"
    return between[marks[-1]].kind == "(" or {u.low for u in between[marks[-1] + 1 :]} & AGAIN != set()


def _percentage(units: Sequence[Unit], part: int, whole: int, places: Sequence[int]) -> int:
    """Where the percentage of a share stands: "or 84%" or "(84%)" behind it, "84% (" before it; -1 where nowhere."""
    for i in places:
        if i in (part, whole) or not _is_share(figure_of(units[i])):
            continue
        if whole < i <= whole + PERCENT + 1 and _links(units, whole, i):
            return i
        if part - 3 <= i < part and all(u.kind in "(-," or u.low == "or" for u in units[i + 1 : part]):
            return i
    return -1


def _links(units: Sequence[Unit], whole: int, i: int) -> bool:
    """Whether the words between a whole and a percentage are its noun and then a bracket, a dash or "or"."""
    between = units[whole + 1 : i]
    last = between[-1] if between else None
    return (
        last is not None
        and (last.kind in "(-" or last.low in ("or", "about"))
        and not any(u.kind in "Ff;)." for u in between)
    )


def _is_share(figure: Figure) -> bool:
    """Whether a figure is a percentage, or a fraction ("a third", "four out of ten")."""
    return figure.unit == "percent" or (not figure.unit and 0 < figure.number < 1)


def _percent(figure: Figure) -> Said:
    """A share as a percentage."""
    if figure.unit == "percent":
        return said("percent", figure)
    return said("percent", figure, Value(figure.value.plain * 100, figure.value.generous * 100))
