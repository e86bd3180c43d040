"""Contests that are told apart by the office they fill: one draft with a race for the Senate and one for sheriff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.reading.layout import Sentence, Unit
from factcheck.words import Words

SAME = {"senator": "senate", "representatives": "house", "representative": "house", "congress": "house"}
SAME |= {"congressional": "house", "mayoral": "mayor", "president": "presidential"}
REACH = 3  # units between an office and the word that makes it a contest's


@dataclass(frozen=True, slots=True)
class _Words:
    """The offices that are contested, and the words behind one that make it a contest's."""

    offices: frozenset[str]
    contests: frozenset[str]


def _words(words: Words) -> _Words:
    return _Words(*(frozenset(words.lists.get(f"people/{name}", ())) for name in ("contested", "contests")))


def offices(sentences: Sequence[Sentence], words: Words) -> dict[int, str]:
    """The office of each sentence that tells of a contest for one, by index; empty where all are for the same."""
    known = words.once(_words)
    told = [s for s in sentences if not known.offices.isdisjoint(s.words)]
    found = {s.index: office for s in told if (office := _office(s.units, known))}
    return found if len(set(found.values())) > 1 else {}


def _office(units: Sequence[Unit], known: _Words) -> str:
    """The office that a sentence's contest fills: "the race for sheriff", "State Assembly hopeful"; or ""."""
    for k, unit in enumerate(units):
        named = next((w for w in unit.low.split() if w in known.offices), "") if unit.kind in "wN" else ""
        behind = any(u.low in known.contests for u in units[k + 1 : k + 1 + REACH])
        if named and (behind or any(u.low == "for" for u in units[max(0, k - REACH) : k])):
            return SAME.get(named, named)
    return ""
