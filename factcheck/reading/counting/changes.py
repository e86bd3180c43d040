"""Whether a figure is a change, and which way: "rose by 5", "fell 3%", "a 2-point drop"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.counting.ways import Ways
from factcheck.reading.layout import Unit

# behind a figure these tell of a change, as nouns or of a level: "a 3% rise", "5 points higher"
NOUNS = frozenset(
    "rise rises increase increases fall falls drop drops decline declines jump surge growth cut cuts reduction boost"
    " improvement higher lower up down gain gains slump plunge dip decrease loss uplift hike uptick contraction"
    " slide collapse climb raise swing".split()
)
SKIPPED = frozenset("a an the just only his her its their some further another around about almost nearly".split())
REACH = 4


def change(units: Sequence[Unit], i: int, words: Ways) -> str | None:
    """``up`` or ``down`` where the figure at ``units[i]`` is a change; None where it is a level or does not say."""
    figure = units[i].figure
    if figure is not None and figure.text.startswith("+"):
        return "up"
    return _moved_before(units, i, words) or _moved_behind(units, i, words)


def _moved_before(units: Sequence[Unit], i: int, ways: Ways) -> str | None:
    """The moving word before: "fell 3%", "cut by 5", "a rise of 2 points"."""
    words = [u.low for u in units[max(0, i - 8) : i] if u.kind in "w," and u.low not in SKIPPED]
    while words and words[-1].endswith("ly"):
        words.pop()
    if not words:
        return None
    last = words.pop()
    if last in ("by", "of"):
        near = [w for w in words[-REACH:] if not w.endswith("ly")]
        return next((way for word in reversed(near) if (way := _way(word, ways)) is not None), None)
    if last in ("up", "down") and words and words[-1] in ways.particled:
        return None
    return _way(last, ways) if last not in ("higher", "lower", "cuts", "loss", "rise", "fall", "raise") else None


def _moved_behind(units: Sequence[Unit], i: int, ways: Ways) -> str | None:
    """The moving word behind: "a 2-point drop", "5 points higher", "a 3% annual rise"."""
    for unit in units[i + 1 : i + REACH]:
        if unit.kind not in "w-":
            return None
        if unit.low in NOUNS:
            return _way(unit.low, ways)
        if unit.kind == "w" and unit.low in ("to", "from", "by", "of", "in", "and", "on", "at", "is", "was"):
            return None
    return None


def _way(word: str, ways: Ways) -> str | None:
    return "up" if word in ways.gained else "down" if word in ways.lost else None
