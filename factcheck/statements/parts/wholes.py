"""A whole first and then a part of it, as the frame of a share: "of the 300 aboard, 212 survived"; "40, 12 of them".

And one figure told as so many times another, as the frame of movement: "30, twice as many as the 15 a year before".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Statement, said

THEM = frozenset("them whom which these those".split())
OPENS = frozenset("the its their his her our those".split())
REACH = 8  # units between a whole and its part
NEAR = 3  # units between "of which" and the part
FAR = 10  # a part so many times its whole is none
AS = frozenset("many much high large big long great tall wide".split())


def wholes(units: Sequence[Unit], lows: frozenset[str]) -> Iterator[Statement]:
    """Every whole of a sentence with the part of it that follows."""
    if "of" not in lows:
        return
    places = [i for i, u in enumerate(units) if u.kind == "F"]
    for i, j in itertools.pairwise(places):
        whole, part = figure_of(units[i]), figure_of(units[j])
        if j - i <= REACH and _counted(units, i, whole, part) and _tells(units, i, j):
            name = " ".join(noun_behind(units, i)) or "the whole"
            yield Statement("share", name, (said("part", part), said("whole", whole)))


def _counted(units: Sequence[Unit], i: int, whole: Figure, part: Figure) -> bool:
    """Whether two figures are counts, and the first has a noun."""
    noun, plain = noun_behind(units, i), "range" not in (whole.bound, part.bound) and not whole.unit and not part.unit
    return plain and whole.number >= 2 and 1 <= part.number < FAR * whole.number and bool(noun) and noun[0] != "of"


def _tells(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether words between or behind two figures say that the second is a part of the first."""
    between, behind = units[i + 1 : j], [u.low for u in units[j + 1 : j + 3]]
    if any(u.kind not in "wN,s" or u.low in ("and", "or", "but") for u in between):
        return False
    commas = [k for k, u in enumerate(between) if u.kind == ","]
    if len(commas) != 1:
        return False
    after = [u.low for u in between[commas[0] + 1 :]]
    of_them = not after and behind[:1] == ["of"] and behind[1:2] != [] and behind[1] in THEM
    of_which = len(after) >= 2 and after[0] == "of" and after[1] in THEM and len(after) <= 2 + NEAR
    return of_them or of_which or (not after and _opened(units, i) and not _own_noun(units, j))


def _opened(units: Sequence[Unit], i: int) -> bool:
    """Whether "of the" opens the clause before a whole."""
    first = i < 3 or units[i - 3].kind in ",;q"
    return first and i >= 2 and units[i - 2].low == "of" and units[i - 1].low in OPENS


def _own_noun(units: Sequence[Unit], j: int) -> bool:
    """Whether a figure counts things of its own: "412 bags were lost"."""
    noun = noun_behind(units, j)
    return bool(noun) and noun[0].endswith("s") and not noun[0].endswith("ss")


def times_as(units: Sequence[Unit]) -> Iterator[Statement]:
    """Every "twice as many as" of a sentence with a figure on either side."""
    for k, unit in enumerate(units):
        if unit.figure is not None and unit.figure.kind == "multiple" and _as_many(units, k):
            before = next((i for i in range(k - 1, max(-1, k - 1 - REACH), -1) if units[i].kind in "Ff;"), -1)
            after = next((i for i in range(k + 4, min(len(units), k + 4 + REACH)) if units[i].kind in "Ff;,"), -1)
            if before >= 0 and after >= 0 and units[before].kind == units[after].kind == "F":
                yield from _multiplied(figure_of(units[before]), unit.figure, figure_of(units[after]))


def _as_many(units: Sequence[Unit], k: int) -> bool:
    lows = [u.low for u in units[k + 1 : k + 4]]
    return len(lows) == 3 and lows[0] == lows[2] == "as" and lows[1] in AS


def _multiplied(now: Figure, times: Figure, before: Figure) -> Iterator[Statement]:
    if now.unit == before.unit and "range" not in (now.bound, before.bound):
        made = said("amount", now), said("amount@before", before), said("amount@times", times)
        yield Statement("movement", "the figure", made)
