"""A movement as its words tell it: what an amount was, what it is, by how much it rose or fell, in any order.

"Revenue grew 16.9% to €36.6m from €31.3m"; "a profit of $120.7m, up from $103.6m"; "48, three more than last week's".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import DETERMINERS, figure_of, is_adverb, is_share
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.reading.movement.leftward import leftward, object_before, then
from factcheck.reading.movement.moving import BREAKS, COMPARING, SLOTS, Moving, is_amount

GLUE = frozenset("from to by compared against versus vs or".split())


def gathered(units: Sequence[Unit], words: Vocabulary, moving_words: frozenset[str]) -> Iterator[Moving]:
    """What each of the moving words of a sentence says of the figures around it, where it is clear which is which."""
    for k, unit in enumerate(units):
        if _moves(units, k, words, moving_words):
            moving = Moving(k, _sign(unit.low, words), since=k)
            if is_multiple(unit):
                moving.slots["times"] = k
            _rightward(units, moving, words)
            leftward(units, moving, words)
            if moving.clear:
                yield moving


def is_multiple(unit: Unit) -> bool:
    """Whether a unit is "doubled", "twice", "fivefold"."""
    return unit.figure is not None and unit.figure.kind == "multiple"


def _moves(units: Sequence[Unit], k: int, words: Vocabulary, moving_words: frozenset[str]) -> bool:
    unit = units[k]
    if unit.kind != "w" or unit.low not in moving_words:
        return is_multiple(unit)
    if unit.low in words["movement/beyond"]:
        return k + 1 < len(units) and units[k + 1].low == "the" and object_before(units, k) >= 0
    if unit.low in words["movement/more"]:
        return k + 1 < len(units) and units[k + 1].low == "than"
    return not (k and units[k - 1].low in words["movement/particled"]) or _came(units, k)


def _came(units: Sequence[Unit], k: int) -> bool:
    """Whether "came down" or "went up" stands here with what it came by or to: not "came up 40 short"."""
    behind = next((u.low for u in units[k + 1 :] if not is_adverb(u.low) and u.kind != ","), "")
    return units[k - 1].low in ("came", "went", "come", "comes") and behind in ("by", "to", "from")


def _sign(low: str, words: Vocabulary) -> int:
    return words.ways.sign(low) or (1 if low in words["movement/up"] else -1 if low in words["movement/down"] else 0)


def _rightward(units: Sequence[Unit], moving: Moving, words: Vocabulary) -> None:
    """Fill the slots from the figures behind the moving word, up to the end of its clause."""
    i = moving.at + 1
    while i < len(units) and moving.clear and not _ends(units, i, moving, words):
        unit = units[i]
        if is_amount(units, i, moving):
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
    """Take a word behind the moving one for what it says of the next figure, or of the last."""
    low = units[i].low
    if low == "to" and _of_what_it_was(units, i, moving):
        moving.slots["before"] = moving.slots.pop("change")
    if low in COMPARING:
        moving.expect("before", i)
    elif low == "or":
        moving.expect("other", i)
    elif low in SLOTS and moving.slot != "other" and units[i - 1].low not in COMPARING and _says(low, moving):
        moving.expect(SLOTS[low], i)
    elif moving.slot == "before" and units[moving.since].low == "from" and low in words["movement/not before"]:
        moving.slot = ""


def _of_what_it_was(units: Sequence[Unit], i: int, moving: Moving) -> bool:
    """Whether "of A to B" is from A: "raised the lead of 40 to 52", not "a rise of 5 to 42"."""
    a_noun = moving.at > 0 and units[moving.at - 1].low in DETERMINERS
    apart = units[i - 2].low == "of" and i - 2 > moving.at + 2
    return apart and not a_noun and moving.slots.get("change") == i - 1 and "before" not in moving.slots


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
    if slot == "change" and figure.unit != "points" and is_share(figure):
        slot = "ratio"
    if slot == "other":
        slot = _other(figure, moving)
    if slot and slot in moving.slots:
        moving.clear = False
    elif slot:
        moving.slots[slot] = i


def _other(figure: Figure, moving: Moving) -> str:
    """What the second way of telling is: "by 500, or 12%"; "" for anything else ("€2.4m, or 15 cents a share")."""
    last = list(moving.slots)[-1] if moving.slots else ""
    if {"now", "before"} <= moving.slots.keys() and not {"change", "ratio"} & moving.slots.keys():
        return "ratio" if figure.unit == "percent" else ""
    if last == "change" and figure.unit == "percent":
        return "ratio"
    return "change" if last == "ratio" and figure.unit != "percent" else ""


def _bracket(units: Sequence[Unit], i: int, moving: Moving) -> int:
    """Go past a bracket; a figure alone in it is a second way of telling the one before, or what it was at a time."""
    end = next((j for j in range(i + 1, len(units)) if units[j].kind == ")"), len(units))
    if (at := then(units, i, end)) and "before" not in moving.slots:
        moving.slots["before"] = at
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
