"""Contests that are told apart by the office they fill: one draft with a race for the Senate and one for sheriff."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.layout import Sentence, Unit

OFFICES = frozenset(
    "governor senate senator house representatives congress congressional assembly attorney sheriff mayor mayoral"
    " school supervisor commissioner treasurer clerk judge presidential president representative comptroller"
    " auditor coroner assessor trustee".split()
)
SAME = {"senator": "senate", "representatives": "house", "representative": "house", "congress": "house"}
SAME |= {"congressional": "house", "mayoral": "mayor", "president": "presidential"}
BEHIND = frozenset("race seat hopeful candidate nomination nominee contest post bid primary runoff".split())
REACH = 3  # units between an office and the word that makes it a contest's


def offices(sentences: Sequence[Sentence]) -> dict[int, str]:
    """The office of each sentence that tells of a contest for one, by index; empty where all are for the same."""
    found = {s.index: office for s in sentences if not OFFICES.isdisjoint(s.words) and (office := _office(s.units))}
    return found if len(set(found.values())) > 1 else {}


def _office(units: Sequence[Unit]) -> str:
    """The office that a sentence's contest fills: "the race for sheriff", "State Assembly hopeful"; or ""."""
    for k, unit in enumerate(units):
        named = next((w for w in unit.low.split() if w in OFFICES), "") if unit.kind in "wN" else ""
        if named and (_behind(units, k) or any(u.low == "for" for u in units[max(0, k - REACH) : k])):
            return SAME.get(named, named)
    return ""


def _behind(units: Sequence[Unit], k: int) -> bool:
    return any(u.low in BEHIND for u in units[k + 1 : k + 1 + REACH])
