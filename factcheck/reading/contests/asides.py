"""Places that are no contest: only where something is, around another place, or part of a longer name."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit

WIDE = frozenset({"county", "region", "country", "state"})
BUILDINGS = (
    "townhall",
    "cityhall",
    "leisure",
    "guildhall",
    "university",
    "airport",
    "stadium",
    "civic",
    "sports",
    "college",
)
NEAR = (
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "near",
    "nearby",
    "outside",
    "former",
    "old",
    "previous",
    "abolished",
    "neighbouring",
)
NO_RACE = ("born", "-born", "based", "-based", "council", "citycouncil", "elections", "seats", "politics", "government")


def aside(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """Whether a place is only where something is, or part of another name: "Rochdale-born", "near Bradford"."""
    before = units[i - 1].low if i else ""
    if before == "of" and i >= 2 and units[i - 2].low in ("north", "south", "east", "west", "outside", "side"):
        return True
    if before == "in" and i >= 2 and units[i - 2].low in ("takes", "took", "taking", "take"):
        return True
    after = "".join(u.low for u in units[i + 1 : i + 3])
    if before in NEAR or after.startswith((*BUILDINGS, *NO_RACE)):
        return True
    return _apart(units, i) or _around_another(units, i, words) or of_a_longer_name(units, i)


def _apart(units: Sequence[Unit], i: int) -> bool:
    """``apart from London``, ``other than Kent``, ``excluding Wales``."""
    before = [u.low for u in units[max(0, i - 3) : i] if u.low != "the"][-2:]
    return before[-1:] in (["except"], ["excluding"], ["besides"], ["unlike"]) or before in (
        ["apart", "from"],
        ["other", "than"],
        ["except", "for"],
        ["outside", "of"],
    )


def _around_another(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """A larger place that only tells where a smaller one is: "Dhubri, Assam", "Assam's Dhubri", "the Essex seat"."""
    name = units[i].name
    if name is None or name.place not in WIDE:
        return False
    behind = [u for u in units[i + 1 : i + 3] if u.low not in words["contest/chambers"]]
    if (
        behind
        and behind[0].low in words["contest/smaller"]
        and (units[i - 1].kind == "w" if i else behind[0].low == "mp")
    ):
        return True
    if len(behind) > 1 and behind[0].kind == "s" and behind[1].name and behind[1].name.kind in ("place", "unknown"):
        return True
    back = units[i - 1] if i else None
    if back is None or i < 2 or back.low not in ("in", ","):
        return False
    held = units[i - 2].name
    return held is not None and held.kind in ("place", "unknown")


def of_a_longer_name(units: Sequence[Unit], i: int) -> bool:
    """``Kettering Conference Centre``, ``Avon & Somerset``: a known place within a name that nobody knows."""
    if i + 1 < len(units) and unknown(units[i + 1]) and units[i + 1].start - units[i].end <= 1:
        return True
    return i >= 2 and units[i - 1].low == "&" and (units[i - 2].kind == "w" or unknown(units[i - 2]))


def unknown(unit: Unit) -> bool:
    """Whether a unit is a name that nobody knows."""
    return unit.name is not None and unit.name.kind == "unknown"
