"""When a figure held and whose word it is: named years, the election before, forecasts, conditions, other elections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.claims import NOW, Scope
from factcheck.reading.layout import Unit
from factcheck.reading.scope.scopewords import ScopeWords
from factcheck.reading.scope.voices import Inserted, apart, insertions, speaks_of, unit_at, voice
from factcheck.values import frozen

# words before a year that make it a beginning or an end, not the time of the figure
SPANS = frozenset("since until till from before after by pre post".split())
BASE = frozenset("than with to on from".split())  # "up 5% on 2019": the year is what it is compared with
NEAR = 7  # units within which a word such as "notional" speaks of a figure
OPENING = 4  # a year among the first units opens the sentence
OPENING_PHRASE = 10  # and so it does here where a comma closes the phrase
FAR = 20  # a year farther from a figure than this, marks counted, says nothing of it
LINKS = frozenset(
    "to in on at by of the a and or but with when while for from after before who that which he she it they"
    " this".split()
)
PRESENT = frozenset("now today this".split())  # what comes back to the time of the draft
BREAKS = frozenset("while whilst but although though however compared".split())


@frozen
class Event:
    """The event that the draft reports."""

    year: int = 0  # by the date, or an election named with its year; 0 when nothing tells
    kind: str = ""  # "by-election" when the draft is about one, else ""
    own: frozenset[str] = frozenset()  # kinds of election that its head speaks of: "primary", "council election"
    latest: int = 0  # the last year named at all, which may well be before the draft's own


class Dated(NamedTuple):
    """When and on whose word a figure held: its scope, the year where it is another one, and where that year stands."""

    scope: Scope
    year: str
    at: int  # place of the year in the sentence's units, -1 without one


def figure_scopes(
    units: Sequence[Unit],
    at: Sequence[int],
    places: Mapping[str, list[tuple[int, int]]],
    event: Event,
    moved: frozenset[int] = frozenset(),
) -> dict[int, Dated]:
    """For each figure (its place in ``units``): its scope, and the year it held when that is another year."""
    inserted = insertions(units) if at else []
    years = _years(units, at, event, moved, inserted)
    return {i: Dated(_scope(units, i, places, event, inserted), *years.get(i, ("", -1))) for i in at}


def _scope(
    units: Sequence[Unit], i: int, places: Mapping[str, list[tuple[int, int]]], event: Event, inserted: Inserted
) -> Scope:
    if units[0].low == "then" and len(units) > 1 and units[1].kind == "N":
        return Scope(event="other")  # "Then Galloway took 12,335 votes": of what was just spoken of
    if told := voice(units, i, places, inserted):
        return Scope(voice=told)
    elsewhere = [place for place in places.get("elsewhere", ()) if not _own(units, place, event)]
    here = places.get("elsewhere", ()) if elsewhere and event.kind != "by-election" else ()
    if any(speaks_of(units, i, unit_at(units, place), inserted) for place in here):
        return Scope(event="other")
    for group in ScopeWords.NEARBY:
        if any(
            (_near(units, i, place) or _begins(units, i, place)) and not apart(inserted, i, unit_at(units, place))
            for place in places.get(group, ())
        ):
            return Scope(event=group)
    return NOW


def _own(units: Sequence[Unit], place: tuple[int, int], event: Event) -> bool:
    """Whether the words of another kind of election are those of the draft's own: "In Tuesday's primary"."""
    words = [u.low for u in units if place[0] <= u.start and u.end <= place[1]]
    return singular(" ".join(words)) in event.own


def singular(words: str) -> str:
    """The name of a kind of election, as of one: "council elections" is "council election"."""
    return words.lower().removesuffix("s")


def _near(units: Sequence[Unit], i: int, place: tuple[int, int]) -> bool:
    """Whether words at ``place`` speak of the figure: close by, with no other figure or break between."""
    here = unit_at(units, place)
    low, high = (here, i) if here < i else (i, here)
    if high - low > NEAR:
        return False
    between = units[low + 1 : high]
    if here > i and any(u.kind in ",;" for u in between):
        return False
    return not any(u.kind in "F;" or u.low in BREAKS for u in between)


def _begins(units: Sequence[Unit], i: int, place: tuple[int, int]) -> bool:
    """Whether words at ``place`` are the time that the sentence begins with: "Five years ago, with much to do,"."""
    end = next((k for k, u in enumerate(units) if u.start >= place[1]), len(units))
    begins = unit_at(units, place) < OPENING and end < i and units[end].kind == ","
    return begins and not any(u.kind == ";" or u.low in BREAKS or u.low in PRESENT for u in units[end:i])


def _years(
    units: Sequence[Unit], at: Sequence[int], event: Event, moved: frozenset[int], inserted: Inserted
) -> dict[int, tuple[str, int]]:
    """The year of each figure that held in another year than the draft's event, and where the year stands."""
    found: dict[int, tuple[str, int]] = {}
    for k in [k for k, u in enumerate(units) if u.kind == "f"] if at else ():
        year = year_of(units[k])
        if not year or (k and units[k - 1].low in SPANS) or _only_compared(units, k):
            continue
        inside = [i for i in at if not apart(inserted, i, k)]
        for i in _of_year(units, inside, k, moved) if inside else ():
            found[i] = (_other(year, event), k)
    return {i: dated for i, dated in found.items() if dated[0]}


def _only_compared(units: Sequence[Unit], k: int) -> bool:
    """``up 5% on 2019``: the year is only what it is compared with; but not "the 2019 turnout"."""
    return (
        bool(k)
        and units[k - 1].low in BASE
        and not (k + 1 < len(units) and units[k + 1].kind == "w" and units[k + 1].low not in LINKS)
    )


def _of_year(units: Sequence[Unit], at: Sequence[int], k: int, moved: frozenset[int]) -> list[int]:
    """The figures that a year at ``units[k]`` dates: those it opens, the one it names, else those of its clause."""
    if _opens(units, k) and not any(i < k for i in at):
        return _until_break(units, at, k)
    named = _noun_behind(units, at, k)
    if named:
        return named
    i = min(at, key=lambda i: _distance(units, i, k))
    behind = [i for i in _until_break(units, at, k) if i not in moved and _same_clause(units, k, i)]
    far = NEAR if behind else FAR  # "three times what she had in 2019, when she won by 55,120"
    return ([i] if _distance(units, i, k) <= far else []) + behind


def _opens(units: Sequence[Unit], k: int) -> bool:
    """Whether a year stands in the time that a sentence begins with: "At the election before, in 2016, ..."."""
    told = units[0].low in ("at", "in", "on") and k + 1 < len(units) and units[k + 1].kind == ","
    return k < OPENING or (told and k <= OPENING_PHRASE)


def _noun_behind(units: Sequence[Unit], at: Sequence[int], k: int) -> list[int]:
    """``the 2019 turnout of 68%``: the first figure behind the noun that follows the year."""
    if k + 1 >= len(units) or units[k + 1].kind != "w" or units[k + 1].low in LINKS:
        return []
    return [i for i in at if k < i <= k + 6 and not any(u.kind in ",;" for u in units[k:i])][:1]


def _same_clause(units: Sequence[Unit], k: int, i: int) -> bool:
    """Whether nothing but ", when" or ", with" stands between a year and a figure behind it."""
    for j in range(k + 1, i):
        unit = units[j]
        dash = unit.kind == "-" and units[j - 1].end < unit.start
        if dash or unit.kind in ";:" or unit.low in BREAKS or (unit.kind == "F" and not _bracketed(units, j, i)):
            return False
        if unit.low == "and" and any(u.kind == "w" for u in units[j + 1 : i]):
            return False  # but not "in 2019 and Ms Platt 19,301"
        if unit.kind == "," and units[j + 1].low not in ("when", "where", "with"):
            return False
    return True


def _bracketed(units: Sequence[Unit], j: int, i: int) -> bool:
    """Whether a figure stands in a bracket right behind another."""
    return j == i - 2 and units[i - 1].kind == "("


def year_of(unit: Unit) -> int:
    """The year a unit names ("2019", "5 July 2024"), or 0."""
    if unit.figure is None or unit.kind != "f" or unit.figure.kind not in ("year", "date"):
        return 0
    found = re.search(r"\b(?:1[89]|20)\d\d\b", unit.figure.text)
    return int(found.group()) if found else 0


def _other(year: int, event: Event) -> str:
    return "" if event.year == year else str(year)


def _until_break(units: Sequence[Unit], at: Sequence[int], k: int) -> list[int]:
    breaks = (
        j
        for j in range(k + 2, len(units))
        if units[j].low in BREAKS or units[j].kind == ";" or (units[j].figure is not None and year_of(units[j]))
    )
    stop = next(breaks, len(units))
    return [i for i in at if k < i < stop]


def _distance(units: Sequence[Unit], i: int, k: int) -> int:
    low, high = (i, k) if i < k else (k, i)
    between = units[low + 1 : high]
    marks = sum(u.kind in ",;:)(" or u.low in BREAKS for u in between)
    return high - low + 3 * marks + 4 * (k < i)
