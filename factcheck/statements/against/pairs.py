"""Two figures set against one another: "47 percent to 33 percent", "43/39", "98-86"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, rounded
from factcheck.reading.layout import Unit

PERCENT = r"\s?(?:%|per ?cent)"
RANGE = re.compile(rf"(\d{{1,3}}(?:\.\d+)?)(?:{PERCENT})? to (\d{{1,3}}(?:\.\d+)?){PERCENT}")
SET_AGAINST = re.compile(r"(\d{1,3})([-–/])(\d{1,3})")
SET = 6  # what a side needs to win a set of tennis, the shortest there is
RUN = 5  # units from one score of a run to the next
BESIDE = 4  # units between a name and its percentage
JOINTS = frozenset(("to", "against", "versus", "v", "-"))


class Pair(NamedTuple):
    """Two figures of a pair, which may be one figure of the text: their values, places and units."""

    at: int  # the first unit
    end: int  # the last unit
    values: tuple[Value, Value]
    spans: tuple[tuple[int, int], tuple[int, int]]
    unit: str
    mark: str  # what stands between: "/", "-", "to"


def pairs(units: Sequence[Unit], text: str) -> list[Pair]:
    """Every pair of a sentence, in order."""
    found: list[Pair] = []
    for i, unit in enumerate(units):
        if unit.figure is not None and unit.kind == "f" and (pair := set_against(unit, i, text)):
            found.append(pair)
        elif unit.kind == "F" and figure_of(unit).bound == "range":
            found += _in_range(unit, i, text)
        elif unit.kind == "F" and (j := _second(units, i)):
            found.append(_of_two(units, i, j))
    return found


def set_against(unit: Unit, i: int, text: str) -> Pair | None:
    """The pair that is one figure of the text: "3-2", "43/39"; None where it is none."""
    match = SET_AGAINST.fullmatch(text, unit.start, unit.end)
    if match is None:
        return None
    values = Value.exact(int(match[1])), Value.exact(int(match[3]))
    return Pair(i, i, values, (match.span(1), match.span(3)), "", "/" if match[2] == "/" else "-")


def _in_range(unit: Unit, i: int, text: str) -> list[Pair]:
    """``47% to 53%``, which is a range unless the words around it say that it is a pair."""
    match = RANGE.fullmatch(text, unit.start, unit.end)
    if match is None:
        return []
    step = Fraction(1, 2)
    values = [Interval.between(Fraction(n) - step, Fraction(n) + step) for n in match.groups()]
    first, second = (Value(value, value) for value in values)
    return [Pair(i, i, (first, second), (match.span(1), match.span(2)), "percent", "to")]


def in_a_run(units: Sequence[Unit], i: int) -> bool:
    """Whether a score stands right beside another one: "6-7 (6), 6-2, 7-6 (4)" are the sets of one match."""
    figure = units[i].figure
    if figure is None or not _is_set(figure) or _bracketed(units, i):
        return False
    return next_score(units, i, 1) >= 0 or next_score(units, i, -1) >= 0


def next_score(units: Sequence[Unit], i: int, step: int) -> int:
    """Where the score stands that goes on a run of them, forwards or backwards; -1 where the run ends.

    A figure in brackets, that of a tie-break, does not end it.
    """
    k = i + step
    while 0 <= k < len(units) and abs(k - i) <= RUN:
        figure = units[k].figure
        if figure is not None and not _bracketed(units, k):
            return k if _is_set(figure) else -1
        brackets = units[k].kind in "()" and 0 <= k + step < len(units) and _bracketed(units, k + step)
        if brackets:
            k += 2 * step
        elif not (units[k].kind == "," or units[k].low == "and"):
            return -1
        k += step
    return -1


def _is_set(figure: Figure) -> bool:
    """Whether a figure may be the score of a set or a game: one side has six or more."""
    sides = re.findall(r"\d+", figure.text) if figure.kind == "score" else []
    return len(sides) == 2 and max(map(int, sides)) >= SET


def _bracketed(units: Sequence[Unit], k: int) -> bool:
    """Whether a figure stands in brackets by itself."""
    return (
        units[k].figure is not None and 0 < k < len(units) - 1 and units[k - 1].kind == "(" and units[k + 1].kind == ")"
    )


def named_pair(units: Sequence[Unit], others: frozenset[str]) -> list[Pair]:
    """The only two percentages of a sentence, each with a name before it: "Lee has 47% and Hill 39%".

    ``others`` are words of sentences that speak of another time too: there the two may be one name's, then and now.
    """
    found = [i for i, u in enumerate(units) if u.figure is not None and u.figure.unit == "percent"]
    if len(found) != 2 or not others.isdisjoint(u.low for u in units):
        return []
    i, j = found
    names = [_name_before(units, k) for k in found]
    one = names[0] >= 0 and names[1] > i and units[names[0]].low != units[names[1]].low
    ranged = any(figure_of(units[k]).bound == "range" for k in found)
    return [_of_two(units, i, j)] if one and not ranged else []


def _name_before(units: Sequence[Unit], i: int) -> int:
    """Where the name stands whose figure this is, a few words before it; -1 where there is none."""
    for k in range(i - 1, max(-1, i - 1 - BESIDE), -1):
        if units[k].kind == "N":
            return k
        if units[k].kind not in "ws":
            return -1
    return -1


def _second(units: Sequence[Unit], i: int) -> int:
    """Where the second of two figures stands: "47 percent to 33 percent", "47% to Jones's 33%"; 0 where none does."""
    between: list[str] = []
    for j in range(i + 1, min(len(units), i + 6)):
        unit = units[j]
        if unit.kind == "F":
            joined = between[:1] in (["to"], ["against"], ["versus"], ["v"])
            alike = figure_of(units[i]).unit == figure_of(unit).unit
            return j if joined and alike and not _ranges(units, i) else 0
        if unit.kind not in "wNs":
            return 0
        between.append(unit.low)
    return 0


def _ranges(units: Sequence[Unit], i: int) -> bool:
    """Whether "from 4 to 5" begins here, or a movement: no pair."""
    return i > 0 and units[i - 1].low in ("from", "between", "by")


def _of_two(units: Sequence[Unit], i: int, j: int) -> Pair:
    first, second = figure_of(units[i]), figure_of(units[j])
    spans = (first.start, first.end), (second.start, second.end)
    return Pair(
        i, j, (rounded(first), rounded(second)) if first.unit else (first.value, second.value), spans, first.unit, "to"
    )
