"""When a figure held and whose word it is: named years, the election before, forecasts, conditions, other elections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.claims import NOW, Scope
from factcheck.patterns import any_of
from factcheck.reading.layout import Unit

# words before a year that make it a beginning or an end, not the time of the figure
SPANS = frozenset("since until till from before after by pre post".split())
BASE = frozenset("than with to on from".split())  # "up 5% on 2019": the year is what it is compared with
NEAR = 7  # units within which a word such as "notional" speaks of a figure
OPENING = 4  # a year among the first units opens the sentence
INSERTS = frozenset({"who", "which", "whose", "where", "although", "though", "formerly", "having"})
RELATIVES = frozenset({"that", "which", "who"})
FAR = 20  # a year farther from a figure than this, marks counted, says nothing of it
LINKS = frozenset(
    "to in on at by of the a and or but with when while for from after before who that which he she it they"
    " this".split()
)
BREAKS = frozenset("while whilst but although though however compared".split())


@dataclass(frozen=True, slots=True)
class Event:
    """The event that the draft reports."""

    year: int = 0  # by the date, or an election named with its year; 0 when nothing tells
    kind: str = ""  # "by-election" when the draft is about one, else ""
    own: frozenset[str] = frozenset()  # kinds of election that its head speaks of: "primary", "council election"
    latest: int = 0  # the last year named at all, which may well be before the draft's own


Inserted = list[tuple[int, int]]  # from and to, in a sentence's units


class Dated(NamedTuple):
    """When and on whose word a figure held: its scope, the year where it is another one, and where that year stands."""

    scope: Scope
    year: str
    at: int  # place of the year in the sentence's units, -1 without one


class ScopeWords:
    """The packs' words of scope, compiled; groups: before, notional, forecast, if, earlier, elsewhere."""

    NEARBY = ("notional", "before")

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._wordings = {name: [wording.lower() for wording in group] for name, group in groups.items() if group}
        self._firsts = {name: frozenset(map(_first, group)) for name, group in self._wordings.items()}
        self._any = frozenset().union(*self._firsts.values())
        self._patterns: dict[str, re.Pattern[str]] = {}  # of the groups that were met

    def find(self, low: str, start: int, end: int, words: frozenset[str]) -> dict[str, list[tuple[int, int]]]:
        """Places of the words of each group in a stretch of a text in lower case, which holds ``words``."""
        met = self._any & words
        groups = [name for name, firsts in self._firsts.items() if not firsts.isdisjoint(met)] if met else []
        found = {name: [m.span() for m in self._pattern(name).finditer(low, start, end)] for name in groups}
        return {name: places for name, places in found.items() if places}

    def _pattern(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            self._patterns[name] = re.compile(rf"\b(?:{any_of(self._wordings[name])})\b")
        return self._patterns[name]


_WORD = re.compile(r"[^\W\d_]+")


def _first(wording: str) -> str:
    """The first letters of a wording, by which it is looked for."""
    found = _WORD.search(wording)
    return found.group() if found else wording


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
    for group in (g for g in places if g not in ScopeWords.NEARBY):
        here = [k for place in places.get(group, ()) if units[k := _unit_at(units, place)].kind != "N"]
        if any(not _apart(inserted, i, k) and not _told_of_another(units, i, k) for k in here):
            if group != "elsewhere":
                return Scope(voice=group)
            if event.kind != "by-election" and not all(_own(units, place, event) for place in places[group]):
                return Scope(event="other")
    for group in ScopeWords.NEARBY:
        if any(
            _near(units, i, place) and not _apart(inserted, i, _unit_at(units, place))
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


def insertions(units: Sequence[Unit]) -> Inserted:
    """Stretches with a time and mood of their own: ", who had won by 5,218 in 2019," or to the sentence's end."""
    found, k = [], 1
    while k < len(units) - 1:
        if units[k].kind in ",(" and (units[k + 1].low in INSERTS or units[k + 1].low.endswith("ing")):
            closing = ")" if units[k].kind == "(" else ","
            end = next(
                (j for j in range(k + 2, len(units)) if units[j].kind == closing or units[j].kind == ";"), len(units)
            )
            found.append((k, end))
            k = end
        else:
            k += 1
    return found


def _apart(inserted: Inserted, i: int, k: int) -> bool:
    """Whether a word at ``k`` stands in an insertion that the figure at ``i`` does not."""
    return any(start < k < end and not start < i < end for start, end in inserted)


def _told_of_another(units: Sequence[Unit], i: int, k: int) -> bool:
    """Whether a word at ``k`` tells of something named behind the figure.

    "a majority of 10,407, in a seat that Labour would have won"
    """
    comma = next((j for j in range(i + 1, k) if units[j].kind == ","), k)
    return any(u.low in RELATIVES and units[j - 1].kind in "wN" for j, u in enumerate(units[:k]) if j > comma)


def _near(units: Sequence[Unit], i: int, place: tuple[int, int]) -> bool:
    """Whether words at ``place`` speak of the figure: close by, with no other figure or break between."""
    here = _unit_at(units, place)
    low, high = (here, i) if here < i else (i, here)
    if high - low > NEAR:
        return False
    between = units[low + 1 : high]
    if here > i and any(u.kind in ",;" for u in between):
        return False
    return not any(u.kind in "F;" or u.low in BREAKS for u in between)


def _unit_at(units: Sequence[Unit], place: tuple[int, int]) -> int:
    return next((k for k, u in enumerate(units) if u.end > place[0]), len(units))


def _years(
    units: Sequence[Unit], at: Sequence[int], event: Event, moved: frozenset[int], inserted: Inserted
) -> dict[int, tuple[str, int]]:
    """The year of each figure that held in another year than the draft's event, and where the year stands."""
    found: dict[int, tuple[str, int]] = {}
    for k in [k for k, u in enumerate(units) if u.kind == "f"] if at else ():
        year = year_of(units[k])
        if not year or (k and units[k - 1].low in SPANS) or _only_compared(units, k):
            continue
        inside = [i for i in at if not _apart(inserted, i, k)]
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
    if k < OPENING and not any(i < k for i in at):
        return _until_break(units, at, k)
    named = _noun_behind(units, at, k)
    if named:
        return named
    i = min(at, key=lambda i: _distance(units, i, k))
    behind = [i for i in _until_break(units, at, k) if i not in moved and _same_clause(units, k, i)]
    far = NEAR if behind else FAR  # "three times what she had in 2019, when she won by 55,120"
    return ([i] if _distance(units, i, k) <= far else []) + behind


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
        if dash or unit.kind in ";:" or unit.low in ("and", *BREAKS) or (unit.kind == "F" and j not in (i,)):
            return False
        if unit.kind == "," and units[j + 1].low not in ("when", "where", "with"):
            return False
    return True


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
