"""The words around a figure, and whether the one behind it is its noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.figures.figures import Figure
from factcheck.reading.counting.counted import is_plural
from factcheck.reading.layout import Unit

ARTICLES = frozenset("a an the his her their its our".split())
# words that stand between a figure and its noun and change nothing ("by a mere 20 votes")
SKIPPED = frozenset(
    "a an the just only merely mere narrowly slim slender huge massive whopping thumping his her their its our"
    " very comfortable big small tiny wafer-thin razor-thin record large healthy reduced new combined"
    " impressive staggering crushing solid commanding wide paper-thin local current".split()
)
# what may follow a bare figure that counts the votes ("on 12,796 while"): any other word would be its noun
FOLLOWERS = frozenset(
    "to over and while with in for against but as at from on compared ahead behind than whilst though after"
    " when or which up down there here it he she they we versus followed giving making put beating defeating"
    " leaving before across this last who his her respectively both so beat defeated now".split()
)
STOPS = frozenset(",;:()|F.")
LONG_DASHES = frozenset("—―")
OBJECTS = ARTICLES | frozenset("him them it that this us".split())  # behind a verb: "507 makes it a marginal"


class Around(NamedTuple):
    """The words around a figure, nearest first, without those that change nothing; marks are kept as stops."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def around(units: Sequence[Unit], i: int) -> Around:
    """The words left and right of the figure at ``units[i]``, nearest first."""
    return Around(_side(units, i, -1, 9), _side(units, i, 1, 7))


def _side(units: Sequence[Unit], i: int, step: int, most: int) -> tuple[str, ...]:
    words: list[str] = []
    j = i + step
    while 0 <= j < len(units) and len(words) < most:
        kind, low, name = units[j].kind, units[j].low, units[j].name
        if kind == "f" and step < 0 and _in_a_year(units, j):
            j -= 1
        elif kind == "w":
            if low not in SKIPPED:
                words.append(low)
        elif kind == "N":
            words.append("_" if name and name.kind != "party" else "_party")
        elif kind in "Ff":
            words.append("F")
            break
        elif kind == "-":
            if not _joined(units, j):
                words.append("-")
        elif kind == "s":
            words.append("'s")
        elif kind != "q":
            words.append(kind)
        j += step
    return tuple(words)


def _in_a_year(units: Sequence[Unit], j: int) -> bool:
    """Whether ``units[j]`` ends "in 2010": "a majority in 2010 of 9,856" is a majority of 9,856."""
    figure = units[j].figure
    return figure is not None and figure.kind == "year" and j > 0 and units[j - 1].low == "in"


def _joined(units: Sequence[Unit], j: int) -> bool:
    """Whether a dash is a hyphen: "14,696-vote"; a long one never is: "12,796—a margin of 507"."""
    tight = 0 < j < len(units) - 1 and units[j - 1].end == units[j].start and units[j].end == units[j + 1].start
    return tight and units[j].low not in LONG_DASHES


def follows_bare(units: Sequence[Unit], i: int) -> bool:
    """Whether what follows the figure leaves it without a noun of its own."""
    if i + 1 >= len(units):
        return True
    unit = units[i + 1]
    if unit.kind == "w":
        return unit.low in FOLLOWERS
    return unit.kind in ",;:).q(|-" and not (unit.kind == "-" and _joined(units, i + 1))


def foreign_noun(units: Sequence[Unit], i: int) -> str:
    """The plural noun right behind a bare figure: "voters" in "70,100 voters"; "" where there is none, or a verb."""
    figure = units[i].figure
    if i + 1 >= len(units) or units[i + 1].kind != "w" or (figure is not None and figure.unit):
        return ""
    low = units[i + 1].low
    behind = units[i + 2] if i + 2 < len(units) else None
    verb = behind is not None and (behind.kind in "NF" or behind.low in OBJECTS)
    return low if is_plural(low) and low not in FOLLOWERS and not verb else ""


def hedge_words(figure: Figure) -> tuple[str, ...]:
    """The words of a figure before its number, nearest first: "within less than 100" comes within it."""
    if figure.start == figure.core[0]:
        return ()
    words = figure.text[: figure.core[0] - figure.start].lower().split()
    return tuple(word for word in reversed(words) if word.isalpha())
