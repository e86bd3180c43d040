"""What stands before a moving word: "£756m, up from £103m", "a 5% rise to 42", "£38m, against £35m, a rise of 9%"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.counting.phrases import figure_of, is_adverb, is_share, noun_behind, part_of
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.reading.movement.moving import BREAKS, CLOSE, COMPARING, REACH, SLOTS, Moving

FAR = 14  # units of a comparison: "against £35m in the first half of last year"
NEAR = 5  # units between "against" and its figure
THEN = frozenset("year earlier before previously period half month quarter".split())


def leftward(units: Sequence[Unit], moving: Moving, words: Vocabulary) -> None:
    """``£756m, up from £103m``, ``a 5% rise to 42``: what stands before the moving word."""
    k = moving.at
    if not {"change", "ratio"} & moving.slots.keys() and (i := object_before(units, k)) >= 0:
        of_it = figure_of(units[i]).unit != "points" and is_share(figure_of(units[i]))
        moving.slots["ratio" if of_it else "change"] = i
        k = i
        if not {"now", "before"} & moving.slots.keys():
            _between(units, i, moving)
    while (
        k
        and units[k - 1].kind == "w"
        and (units[k - 1].low in ("a", "an", "the", "is", "which") or is_adverb(units[k - 1].low))
    ):
        k -= 1
    if "now" not in moving.slots and k and units[k - 1].kind in ",-().":
        begin = k - 1 if "before" in moving.slots else _compared(units, k - 1, moving, words)
        _now(units, begin, moving)


def _compared(units: Sequence[Unit], k: int, moving: Moving, words: Vocabulary) -> int:
    """Take what it was from "£38m, against £35m a year earlier, a rise of 9%" or "£12.1m (2018: £11m), up 10%".

    Returns where the comparison begins; ``k``, the mark before the moving word, where there is none.
    """
    last = k if units[k].kind == ")" else k - 1
    if units[last].kind == ")":
        begin = next((n for n in range(last, max(-1, last - FAR), -1) if units[n].kind == "("), last)
        return _taken(begin, then(units, begin, last), k, moving)
    before = _figure_before(units, k, FAR)
    if before > 2 and units[before - 1].kind == "," and _is_column(units, before - 2, before, moving):
        return _taken(before - 1, before, k, moving)
    begin = next((n for n in range(before - 1, max(-1, before - 1 - NEAR), -1) if units[n].low in COMPARING), before)
    known = {"and"} | words["movement/not before"]
    plain = begin < before and not any(u.kind == "F" or u.low in known for u in units[begin:before])
    timed = any(u.kind == "f" or u.low in words["movement/then"] for u in units[before + 1 : k])
    return _taken(begin, before, k, moving) if plain and timed and not _on_another(units, moving) else k


def _on_another(units: Sequence[Unit], moving: Moving) -> bool:
    """Whether a change is told to be of something else than stands before it: "a rise of 20 on her 2019 result"."""
    last = max(moving.slots.values(), default=moving.at)
    return any(u.low in ("on", "from", "since", "over", "than", "compared") for u in units[last + 1 : last + 4])


def _is_column(units: Sequence[Unit], now: int, before: int, moving: Moving) -> bool:
    """Whether two figures are what it is and what it was in a line of results: "Revenue: £24.3m, £16.2m, up 50%"."""
    if units[now].kind != "F" or units[now - 1].kind != ":":
        return False
    first, second = figure_of(units[now]), figure_of(units[before])
    return first.unit == second.unit and (first.number - second.number) * moving.sign > 0


def _taken(begin: int, before: int, k: int, moving: Moving) -> int:
    """Where a comparison begins, if what it was is told in it."""
    if before <= 0:
        return k
    moving.slots["before"] = before
    return begin


def then(units: Sequence[Unit], begin: int, end: int) -> int:
    """Where the one figure stands of a bracket that tells what it was at a time: "(2018: £11m)"; 0 where none does."""
    inside = units[begin + 1 : end]
    timed = len(inside) > 2 and inside[-2].kind == ":" and inside[-1].kind == "F"
    only = timed and not any(u.kind in "F,;" for u in inside[:-1])
    return end - 1 if only and (inside[-3].kind == "f" or inside[-3].low in THEN) else 0


def _now(units: Sequence[Unit], k: int, moving: Moving) -> None:
    """Take what it is from before the mark or word at ``k``."""
    now = _counting_alike(units, k, moving)
    now = now if now >= 0 else _figure_before(units, k, REACH)
    if now >= 0:
        moving.slots["now"] = now
        dated = _dated_before(units, now)
        moving.clear = moving.clear and (dated >= 0 or not _with_another(units, now))
        if (earlier := max(_from_before(units, now), dated)) >= 0:
            moving.clear = moving.clear and "before" not in moving.slots
            moving.slots["before"] = earlier


def _with_another(units: Sequence[Unit], now: int) -> bool:
    """Whether another amount is told with that at ``now``: "13.9p and a special one of 0.6p, up 85%" may be of both."""
    joined = False
    for i in range(now - 1, max(-1, now - 1 - FAR), -1):
        if units[i].kind == "F":
            unit = figure_of(units[now]).unit
            return joined and unit != "" and figure_of(units[i]).unit == unit
        if units[i].kind not in "wN-":
            return False
        joined = joined or units[i].low in ("and", "plus", "with")
    return False


def _counting_alike(units: Sequence[Unit], k: int, moving: Moving) -> int:
    """The last figure before ``k`` that counts what was compared: "5,738 killings in 50 cities"; -1 for none."""
    noun = set(noun_behind(units, moving.slots["before"])[:2]) if "before" in moving.slots else set()
    found = [i for i in range(max(0, k - FAR), k) if noun and units[i].kind == "F"]
    return next((i for i in reversed(found) if noun & set(noun_behind(units, i)[:2])), -1)


def _figure_before(units: Sequence[Unit], k: int, reach: int) -> int:
    """Where the first figure before ``k`` stands, with nothing but words and times between; -1 where none does."""
    if k > 1 and units[k - 1].low in ("that", "this", "it") and units[k - 2].kind == ".":
        k -= 2
    k -= k > 0 and units[k - 1].kind == ","
    for i in range(k - 1, max(-1, k - 1 - reach), -1):
        if units[i].kind == "F":
            part = part_of(units, i)
            return part if part >= 0 else i
        if units[i].kind not in "wNsf-" or units[i].low in BREAKS:
            return -1
    return -1


def object_before(units: Sequence[Unit], k: int) -> int:
    """Where the change stands in "a 5% rise", "a 4.2-point fall", "three more than"; -1 where it does not."""
    for i in range(k - 1, max(-1, k - CLOSE - 1), -1):
        if units[i].kind == "F":
            return i
        if units[i].kind not in "w-" or units[i].low in SLOTS or units[i].low in BREAKS:
            return -1
    return -1


def _between(units: Sequence[Unit], k: int, moving: Moving) -> None:
    """``from 40 to 45 was a 12.5% rise``, ``between 40 in 2016 and 45 in 2017``: both stand before the change."""
    found = [i for i in range(k) if units[i].kind == "F"][-2:]
    if len(found) < 2 or any(u.kind == ";" for u in units[found[0] : k]):
        return
    opening = [u.low for u in units[max(0, found[0] - 2) : found[0]]]
    joint = [u.low for u in units[found[0] + 1 : found[1]] if u.kind == "w"]
    for first, second in (("from", "to"), ("between", "and")):
        if first in opening and joint[-1:] == [second]:
            moving.slots["before"], moving.slots["now"] = found


def _dated_before(units: Sequence[Unit], now: int) -> int:
    """Where what it was stands in "4.2 in 2010 and 5.1 in 2020, a rise of 21%"; -1 where the years do not tell it."""
    near = range(now - 1, max(0, now - 1 - FAR), -1)
    before = next((i for i in near if units[i].kind == "F" and units[i - 1].low != "per"), -1)
    if before < 0 or not any(u.low == "and" for u in units[before:now]):
        return -1
    years = [next((u.figure for u in units[i + 1 : i + 1 + NEAR] if u.kind == "f"), None) for i in (before, now)]
    first, last = (y.number if y is not None and y.kind == "year" else 0 for y in years)
    return before if 0 < first < last else -1


def _from_before(units: Sequence[Unit], now: int) -> int:
    """Where what it was stands before what it is: "from 40 to 45, a rise of 5"; -1 where it does not."""
    if not now or units[now - 1].low != "to":
        return -1
    before = next((i for i in range(now - 2, max(0, now - 2 - REACH), -1) if units[i].kind == "F"), -1)
    return before if any(u.low == "from" for u in units[max(0, before - 3) : max(0, before)]) else -1
