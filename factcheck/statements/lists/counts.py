"""The frame of a count: a figure and what it counts, where nothing more is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reading.counting.counted import behind
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Statement, said

ALL = frozenset(("of the", "of all", "of its", "of their", "of our"))


def counts(units: Sequence[Unit], words: Vocabulary) -> Iterator[Statement]:
    """Every figure of a sentence that has a noun or a unit of its own."""
    for i, unit in enumerate(units):
        if unit.kind != "F":
            continue
        figure, noun = figure_of(unit), noun_behind(units, i)
        of_all = figure.unit == "percent" and _all(units, i)
        if of_all and of_all in words["share/of people"]:
            yield Statement("count", of_all, (said("share_of_all", figure),))
        elif (noun or figure.unit not in ("", "percent", "points")) and not set(noun[:1]) & words["movement/any"]:
            yield Statement("count", _name(units, i), (said("number", figure),))


def _name(units: Sequence[Unit], i: int) -> str:
    """What a figure counts, by the noun behind it or by its unit; a sum of money names nothing."""
    unit = figure_of(units[i]).unit
    return behind(units, i) or ("the figure" if unit.isupper() or unit in ("", "percent", "points") else unit)


def _all(units: Sequence[Unit], i: int) -> str:
    """The noun of "37% of the voters"; "" where the whole is not told so."""
    if " ".join(u.low for u in units[i + 1 : i + 3]) in ALL and i + 3 < len(units):
        return units[i + 3].low
    return units[i + 2].low if i + 2 < len(units) and units[i + 1].low == "of" else ""
