"""The frame of movement: what an amount was, what it is, and by how much it rose or fell, in any order of words.

"Revenue grew 16.9% to €36.6m from €31.3m"; "a profit of $120.7m, up from $103.6m"; "48, three more than last week's".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.figures.figures import Figure
from factcheck.reading.layout import Unit
from factcheck.statements.phrases import figure_of, is_adverb
from factcheck.statements.vocabulary import Vocabulary

BREAKS = frozenset("while whilst but although though as when which who after because amid despite since and".split())
SLOTS = {"to": "now", "from": "before", "by": "change", "of": "change", "at": "now", "on": "before"}
COMPARING = frozenset("compared against versus vs than".split())
GLUE = frozenset("from to by compared against versus vs or".split())
REACH = 7  # units between a preposition and its figure, or a figure and the ", up" behind it
CLOSE = 3  # units between a moving word and the figure that is its object


@dataclass(slots=True)
class Moving:
    """A movement as it is gathered: figures by slot (now, before, change, ratio, times), each filled once."""

    at: int  # the moving word
    sign: int  # 1 up, -1 down, 0 not told
    slots: dict[str, int] = field(default_factory=dict)  # slot -> place in the sentence's units
    slot: str = "change"  # what the next figure is
    since: int = 0  # from where
    reach: int = CLOSE
    clear: bool = True  # no doubt which figure is which

    def expect(self, slot: str, at: int) -> None:
        """The next figure is of this slot, if it stands near."""
        self.slot, self.since, self.reach = slot, at, REACH


def movements(units: Sequence[Unit], words: Vocabulary) -> Iterator[Moving]:
    """Every movement that a sentence tells with two figures or more."""
    told: set[int] = set()
    for k, unit in enumerate(units):
        if _moves(units, k, words):
            moving = Moving(k, _sign(unit.low, words), since=k)
            if is_multiple(unit):
                moving.slots["times"] = k
            _rightward(units, moving, words)
            _leftward(units, moving, words)
            places = set(moving.slots.values())
            if len(moving.slots) > 1 and moving.clear and not places <= told:
                told |= places
                yield moving


def is_multiple(unit: Unit) -> bool:
    """Whether a unit is "doubled", "twice", "fivefold"."""
    return unit.figure is not None and unit.figure.kind == "multiple"


def _moves(units: Sequence[Unit], k: int, words: Vocabulary) -> bool:
    unit = units[k]
    if unit.kind != "w" or unit.low not in words["movement/any"]:
        return is_multiple(unit)
    if unit.low in words["movement/beyond"]:
        return k + 1 < len(units) and units[k + 1].low == "the" and _object_before(units, k) >= 0
    if unit.low in words["movement/more"]:
        return k + 1 < len(units) and units[k + 1].low == "than"
    return not (k and units[k - 1].low in words["movement/particled"])


def _sign(low: str, words: Vocabulary) -> int:
    return 1 if low in words["movement/up"] else -1 if low in words["movement/down"] else 0


def _rightward(units: Sequence[Unit], moving: Moving, words: Vocabulary) -> None:
    """Fill the slots from the figures behind the moving word, up to the end of its clause."""
    i = moving.at + 1
    while i < len(units) and moving.clear and not _ends(units, i, moving, words):
        unit = units[i]
        if unit.kind == "F":
            _take(figure_of(unit), i, moving)
            if i + 2 < len(units) and units[i + 1].low == "and" and units[i + 2].kind == "F":
                moving.clear = False  # "rose 5% and 3%": which is which cannot be told
        elif unit.kind == "(":
            i = _bracket(units, i, moving)
        elif unit.kind == "," and (of := _told_again(units, i, moving, words)):
            moving.expect("change", of)
            i = of
        elif unit.kind == "w":
            _word(units, i, moving, words)
        i += 1


def _word(units: Sequence[Unit], i: int, moving: Moving, words: Vocabulary) -> None:
    low = units[i].low
    if low in COMPARING:
        moving.expect("before", i)
    elif low == "or":
        moving.expect("other", i)
    elif low in SLOTS and moving.slot != "other" and units[i - 1].low not in COMPARING and _says(low, moving):
        moving.expect(SLOTS[low], i)
    elif moving.slot == "before" and units[moving.since].low == "from" and low in words["movement/not before"]:
        moving.slot = ""


def _says(low: str, moving: Moving) -> bool:
    """Whether a preposition tells what the next figure is: "of" before the change is known, "on" and "at" after."""
    told = bool({"change", "ratio"} & moving.slots.keys())
    return {"of": not told, "on": told, "at": told}.get(low, True) and (
        low not in ("of", "on", "at") or moving.slot != "before"
    )


def _take(figure: Figure, i: int, moving: Moving) -> None:
    """Put a figure into the slot that the words before it name."""
    slot, near = moving.slot, i - moving.since <= moving.reach
    moving.slot = ""
    if not slot or not near:
        return
    if slot == "change" and figure.unit == "percent":
        slot = "ratio"
    if slot == "other":
        slot = _other(figure, moving)
    if slot and (slot in moving.slots or figure.bound == "range"):
        moving.clear = False
    elif slot:
        moving.slots[slot] = i


def _other(figure: Figure, moving: Moving) -> str:
    """What the second way of telling is: "by 500, or 12%"; "" for anything else ("€2.4m, or 15 cents a share")."""
    last = list(moving.slots)[-1] if moving.slots else ""
    if last == "change" and figure.unit == "percent":
        return "ratio"
    return "change" if last == "ratio" and figure.unit != "percent" else ""


def _bracket(units: Sequence[Unit], i: int, moving: Moving) -> int:
    """Go past a bracket; a figure alone in it is a second way of telling the one before."""
    end = next((j for j in range(i + 1, len(units)) if units[j].kind == ")"), len(units))
    if (
        _of_a_year(units, end if end < len(units) else 0) == i
        and "before" not in moving.slots
        and "now" in moving.slots
    ):
        moving.slots["before"] = end - 1
    elif end == i + 2 and units[i + 1].kind == "F":
        slot, since, reach = moving.slot, moving.since, moving.reach
        moving.expect("other", i)
        _take(figure_of(units[i + 1]), i + 1, moving)
        moving.slot, moving.since, moving.reach = slot, since, reach
    return end


def _ends(units: Sequence[Unit], i: int, moving: Moving, words: Vocabulary) -> bool:
    """Whether the clause of the moving word ends before ``units[i]``."""
    unit = units[i]
    after = units[i + 1].low if i + 1 < len(units) else ""
    if unit.kind == "," or unit.low == "and":
        return after not in GLUE and not _up_from(units, i + 1) and not _told_again(units, i, moving, words)
    if unit.kind in ";:)" or (unit.low in BREAKS and not (unit.low == "since" and _is_year(units, i + 1))):
        return True
    if _up_from(units, i):
        return "before" in moving.slots
    if unit.kind == "w" and unit.low in words["movement/any"] - words["movement/either"] and i > moving.at + 1:
        return not (unit.low in words["movement/more"] and after != "than")
    return False


def _told_again(units: Sequence[Unit], i: int, moving: Moving, words: Vocabulary) -> int:
    """Where "of" stands in "fell to 42 from 45, a fall of 3": the change itself, named at the end; 0 elsewhere."""
    if units[i].kind != "," or i + 2 >= len(units) or units[i + 1].low not in ("a", "an"):
        return 0
    for k in range(i + 2, min(len(units) - 1, i + 5)):
        if units[k].kind != "w" or units[k].low == "of":
            return 0
        if units[k + 1].low == "of" and moving.sign and _sign(units[k].low, words) == moving.sign:
            return k + 1
    return 0


def _is_year(units: Sequence[Unit], i: int) -> bool:
    return i < len(units) and units[i].figure is not None and figure_of(units[i]).kind in ("year", "date")


def _up_from(units: Sequence[Unit], i: int) -> bool:
    """Whether "up from" or "down from" begins here: what it was, after "rose by 2% to 670"."""
    return i + 1 < len(units) and units[i].low in ("up", "down") and units[i + 1].low == "from"


def _leftward(units: Sequence[Unit], moving: Moving, words: Vocabulary) -> None:
    """``£756m, up from £103m``, ``a 5% rise to 42``: what stands before the moving word."""
    k = moving.at
    if not {"change", "ratio"} & moving.slots.keys() and (i := _object_before(units, k)) >= 0:
        moving.slots["ratio" if figure_of(units[i]).unit == "percent" else "change"] = i
        k = i
        if not {"now", "before"} & moving.slots.keys():
            _between(units, i, moving)
    while (
        k
        and units[k - 1].kind == "w"
        and (units[k - 1].low in ("a", "an", "the", "is", "which") or is_adverb(units[k - 1].low))
    ):
        k -= 1
    if "now" in moving.slots or not k or units[k - 1].kind not in ",-(":
        return
    if (i := _last(units, k - 1)) >= 0:
        moving.slots["now"] = i
        _from_before(units, i, moving)
        _compared(units, i, moving, words)


def _last(units: Sequence[Unit], k: int) -> int:
    """Where the nearest figure before ``units[k]`` stands, years and a bracket "(2014: £147m)" aside; -1 for none."""
    if (i := _of_a_year(units, k - 1)) and units[i - 1].kind == "F":
        return i - 1
    for i in range(k - 1, max(-1, k - 1 - REACH), -1):
        if units[i].kind == "F":
            return i
        if units[i].kind not in "wNs-f" or units[i].low in BREAKS:
            return -1
    return -1


def _of_a_year(units: Sequence[Unit], end: int) -> int:
    """Where a bracket that ends at ``units[end]`` begins, if it holds an earlier year's amount; 0 where it does not."""
    shape = "".join(u.kind for u in units[max(0, end - 4) : end + 1])
    return end - 4 if shape == "(f:F)" and _is_year(units, end - 3) else 0


def _compared(units: Sequence[Unit], now: int, moving: Moving, words: Vocabulary) -> None:
    """``42, compared with 40 last year, a rise of``; ``42 (2014: 40), up``: the figure found is what it was."""
    if "before" in moving.slots:
        return
    if now + 5 < len(units) and _of_a_year(units, now + 5) == now + 1:
        moving.slots["before"] = now + 4
        return
    at = next((i for i in range(now - 1, max(0, now - 4), -1) if units[i].low in COMPARING), 0)
    if at:
        del moving.slots["now"]
        between = units[at:now]
        i = _last(units, at - (units[at - 1].kind == ","))
        earlier = any(u.low in words["movement/then"] or u.kind == "f" for u in units[now : moving.at])
        if i >= 0 and earlier and not any(u.low in words["movement/not before"] for u in between):
            moving.slots |= {"now": i, "before": now}


def _object_before(units: Sequence[Unit], k: int) -> int:
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


def _from_before(units: Sequence[Unit], now: int, moving: Moving) -> None:
    """``from 40 to 45, a rise of 5``: what it was stands before what it is."""
    if "before" in moving.slots or not now or units[now - 1].low != "to":
        return
    for i in range(now - 2, max(0, now - 2 - REACH), -1):
        if units[i].kind == "F":
            if any(u.low == "from" for u in units[max(0, i - 3) : i]):
                moving.slots["before"] = i
            return
