"""A movement as it is gathered, and the words that say which of its figures is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.figures.figures import Figure
from factcheck.reading.counting.phrases import figure_of
from factcheck.reading.layout import Unit

BREAKS = frozenset("while whilst but although though as when which who after because amid despite since and".split())
SLOTS = {"to": "now", "from": "before", "by": "change", "of": "change", "at": "now", "on": "before"}
COMPARING = frozenset("compared compares against versus vs than".split())
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


def is_amount(units: Sequence[Unit], i: int, moving: Moving) -> bool:
    """Whether a unit is a figure that a movement may have: "from 2222 in 2009 to 1857" has no year but one.

    "Less than five years ago" has none: that is only when.
    """
    unit = units[i]
    if unit.kind == "F":
        return not (i + 2 < len(units) and units[i + 2].low == "ago")
    if unit.figure is None or unit.figure.kind != "year" or moving.slot not in ("now", "before") or not i:
        return False
    other = moving.slots.get("before" if moving.slot == "now" else "now")
    beside = units[i - 1].low in ("to", "from") and not _tells_time(units, i - 2)
    return beside and (_bare_four(figure_of(units[other])) if other is not None else _dated(units, i))


def _tells_time(units: Sequence[Unit], i: int) -> bool:
    """Whether "to 2009" ends a stretch of time: "in the year to 2009"."""
    return i >= 0 and units[i].low in ("year", "years", "period", "time", "up", "prior")


def _bare_four(figure: Figure) -> bool:
    """Whether a count of four digits is written without a comma, as years are."""
    return figure.text.isdecimal() and len(figure.text) == 4


def _dated(units: Sequence[Unit], i: int) -> bool:
    """Whether the time of a figure is told behind it: "1950 in 2009"."""
    behind = units[i + 1 : i + 3]
    return len(behind) == 2 and behind[0].low == "in" and behind[1].kind == "f"
