"""In what voice a figure is told: as a forecast, a target, on a condition, by estimate, since overtaken, or denied."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from factcheck.claims import DENIED
from factcheck.reading.layout import END, Unit

NOT_VOICES = frozenset({"notional", "before", "elsewhere"})  # groups of scope words that tell of another event
OF_WHAT_FOLLOWS = {"plan": 100, "supposed": 4}  # units: "pledged to build 300,000", but not "13% pledged"
OF_ITS_STRETCH = frozenset({"estimate"})  # up to a mark, "and" or the like: "9% by some estimates and finished on 43%"
STOPS = frozenset("and but while when though although".split())
INSERTS = frozenset({"who", "which", "whose", "where", "although", "though", "formerly", "having"})
RELATIVES = frozenset({"that", "which", "who"})
# what is set beside a figure: "£412m, ahead of the £450m that was forecast"
BESIDE = frozenset(
    "than above below beating beat beats missing missed misses exceeding exceeded against versus of with to".split()
)
LEADING_TO = frozenset("ahead short line compared shy excess contrast next up down closer close".split())
GOES_ON = frozenset("when where which who whose that".split())
AWAY = 8  # units between such a word and the forecast or target
TWO_WORDS = frozenset(("rather than", "instead of"))

Places = Mapping[str, Sequence[tuple[int, int]]]
Inserted = list[tuple[int, int]]  # from and to, in a sentence's units


def voice(units: Sequence[Unit], i: int, places: Places, inserted: Inserted) -> str:
    """The voice of the figure at ``units[i]``, one of the groups of scope words; "" where it is plainly stated."""
    if DENIED in places or denied(units, i):
        return DENIED
    for group in (g for g in places if g not in NOT_VOICES):
        here = [unit_at(units, place) for place in places[group]]
        if any(_reaches(group, units, i, k) and speaks_of(units, i, k, inserted) for k in here):
            return group
    return ""


def _reaches(group: str, units: Sequence[Unit], i: int, k: int) -> bool:
    """Whether words of a group at ``units[k]`` reach as far as the figure at ``units[i]``."""
    if group in OF_WHAT_FOLLOWS:
        return k < i <= k + OF_WHAT_FOLLOWS[group]
    low, high = min(i, k), max(i, k)
    return group not in OF_ITS_STRETCH or not any(_stops(units, n) for n in range(low, high))


def _stops(units: Sequence[Unit], n: int) -> bool:
    """Whether what an estimate is of ends at ``units[n]``; not at ", or 20%"."""
    unit = units[n]
    again = unit.kind == "," and n + 1 < len(units) and units[n + 1].low == "or"
    return (unit.kind in ",;(" and not again) or unit.low in STOPS


def speaks_of(units: Sequence[Unit], i: int, k: int, inserted: Inserted) -> bool:
    """Whether scope words at ``units[k]`` speak of the figure at ``units[i]``."""
    if k == len(units) or units[k].kind == "N" or apart(inserted, i, k) or _told_of_another(units, i, k):
        return False
    beside = _beside(units, k)
    return beside < 0 or (beside < i and not _over(units, k, i))


def denied(units: Sequence[Unit], i: int) -> bool:
    """Whether a figure is named only to be denied: "507, not 607"; "rather than the 607"."""
    k = i - 1
    while k > 0 and units[k].low in ("the", "a", "an"):
        k -= 1
    return k >= 0 and (units[k].low == "not" or " ".join(u.low for u in units[max(0, k - 1) : k + 1]) in TWO_WORDS)


def _beside(units: Sequence[Unit], k: int) -> int:
    """Where what is only set beside the figures before it begins, for words at ``units[k]``; -1 where it is not so."""
    for j in range(k - 1, max(0, k - AWAY), -1):
        unit = units[j]
        if unit.kind in ",;:" or unit.low == "and":
            return -1
        if unit.low in BESIDE and (unit.low not in ("of", "with", "to") or units[j - 1].low in LEADING_TO):
            return j
    return -1


def _over(units: Sequence[Unit], k: int, i: int) -> bool:
    """Whether what is set beside the figures is over before ``units[i]``: at a comma, but not "..., when she won"."""
    commas = (j for j in range(k, i) if units[j].kind in ",;")
    return any(units[j + 1].low not in GOES_ON for j in commas)


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


def apart(inserted: Inserted, i: int, k: int) -> bool:
    """Whether a word at ``k`` stands in an insertion that the figure at ``i`` does not."""
    return any(start < k < end and not start < i < end for start, end in inserted)


def _told_of_another(units: Sequence[Unit], i: int, k: int) -> bool:
    """Whether a word at ``k`` tells of something named behind the figure.

    "a majority of 10,407, in a seat that Labour would have won"
    """
    comma = next((j for j in range(i + 1, k) if units[j].kind == ","), k)
    return any(u.low in RELATIVES and units[j - 1].kind in "wN" for j, u in enumerate(units[:k]) if j > comma)


def unit_at(units: Sequence[Unit], place: tuple[int, int]) -> int:
    """The first unit of words at a place of the text; as many as there are units, where none is."""
    return bisect_right(units, place[0], key=END)
