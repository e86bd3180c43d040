"""The frame of scorers: a side's score, and in brackets who scored and when: "Rovers 2 (Lee 19, Hill 56) City 0"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Said, Statement, said

MOST = 15  # goals of one side
EARLY = 5  # a smaller number beside a name may be how often somebody scored, and no minute
LATE = 125  # the last minute of extra time


def scorers(units: Sequence[Unit], text: str) -> Iterator[Statement]:
    """Each side of a line of two sides with the minutes of its goals."""
    sides = [i for i, u in enumerate(units) if u.kind == "F" and _is_side(units, i)]
    if len(sides) != 2:
        return
    for i in sides:
        end = next((k for k in range(i + 2, len(units)) if units[k].kind == ")"), -1)
        if units[i + 1 : i + 2] and units[i + 1].kind == "(" and end > 0:
            inside = units[i + 2 : end]
            minutes = [u for u in inside if u.kind == "F"]
            if _are_minutes(inside, minutes):
                start, stop = inside[0].start, inside[-1].end
                listed = Said("listed", Value.exact(len(minutes)), start, stop, text[start:stop])
                yield Statement("scorers", "goals", (said("goals", figure_of(units[i])), listed))


def _is_side(units: Sequence[Unit], i: int) -> bool:
    """Whether a figure outside brackets is a score: behind a name, and before a bracket, a name or the end."""
    figure = figure_of(units[i])
    small = not figure.unit and not figure.words and figure.bound == "exact" and 0 <= figure.number <= MOST
    before = units[i - 1].kind if i else ""
    after = units[i + 1].kind if i + 1 < len(units) else "."
    between = small and before in ("N", "w") and after in ("(", "N", ",", ".", "w")
    return between and not sum((u.kind == "(") - (u.kind == ")") for u in units[:i])


def _are_minutes(inside: Sequence[Unit], minutes: Sequence[Unit]) -> bool:
    """Whether the figures in brackets are minutes, each behind a name or behind another minute."""
    named = bool(inside) and inside[0].kind in ("N", "w") and all(u.kind in "FNw,;-" for u in inside)
    items = [u.kind for u in inside if u.kind in "FNw"]
    return named and items[-1:] == ["F"] and all(EARLY <= figure_of(u).number <= LATE for u in minutes)
