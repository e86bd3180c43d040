"""The role words of the packs: the wordings that say who won, was beaten or came third, found in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.packs import Pack, Role
from factcheck.reading.layout import Unit
from factcheck.reading.naming.mentions import OFFICES, name_kind

BREAKS = frozenset("while whilst but although though whereas".split())
# may stand between a verb and the one it beats ("beat his Conservative rival, Mr X")
PASSED = OFFICES | frozenset(
    "the his her their its a an outgoing long-standing longtime , longstanding both incumbent".split()
)
# words that no description of somebody goes past ("the former cabinet member Jacob Rees-Mogg" has none)
BARRIERS = frozenset(
    "with on by after who whom whose and was were is in at for of to from but while as when that which then"
    " before until".split()
)
GAP = 12  # units that the gap in ``lost .. to`` may pass
DESCRIPTION = 6  # units of it, at the most


class RolePhrase(NamedTuple):
    """One wording of a role: its words, and whether they are a verb, a beating, a being beaten, a place or a side."""

    words: tuple[str, ...]
    kind: str  # verbs | beats | beaten_by | called | over
    role: Role


class RoleWords:
    """The role words of the packs, found by their first word."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._by_first: dict[str, list[RolePhrase]] = defaultdict(list)
        self._by_last: dict[str, list[RolePhrase]] = defaultdict(list)
        for pack in packs:
            for role in pack.roles.values():
                for kind in ("verbs", "beats", "beaten_by", "called", "over"):
                    for text in getattr(role, kind):
                        self._add(RolePhrase(tuple(text.lower().split()), kind, role))
        self.firsts = frozenset(self._by_first)  # the words that a wording can begin with

    def _add(self, phrase: RolePhrase) -> None:
        self._by_first[phrase.words[0]].append(phrase)
        self._by_last[phrase.words[-1]].append(phrase)
        self._by_first[phrase.words[0]].sort(key=lambda p: -len(p.words))

    def at(self, units: Sequence[Unit], k: int) -> RolePhrase | None:
        """The longest role phrase that begins at ``units[k]``."""
        second = units[k + 1].low if k + 1 < len(units) else ""
        for phrase in self._by_first.get(units[k].low, ()):
            if len(phrase.words) > 1 and phrase.words[1] != second and ".." not in phrase.words:
                continue
            if tuple(u.low for u in units[k : k + len(phrase.words)]) == phrase.words:
                return phrase
            if ".." in phrase.words and (reach := _over_gap(units, k, phrase.words)):
                return phrase._replace(words=tuple(u.low for u in units[k:reach]))
        return None

    def beats_before(self, units: Sequence[Unit], j: int) -> int:
        """Where the beating words begin whose object stands at ``units[j]``; -1 when there are none."""
        return self.beating_before(units, j)[0]

    def beating_before(self, units: Sequence[Unit], j: int) -> tuple[int, str]:
        """Where the beating words begin whose object stands at ``units[j]``, and whether they are a verb or "over"."""
        for k in range(j - 1, max(-1, j - 1 - DESCRIPTION), -1):
            for phrase in self._by_last.get(units[k].low, ()):
                begin = k - len(phrase.words) + 1
                if (
                    phrase.kind in ("beats", "over")
                    and tuple(u.low for u in units[max(0, begin) : k + 1]) == phrase.words
                ):
                    return begin, phrase.kind
            if not describes(units[k]):
                return -1, ""
        return -1, ""


def _over_gap(units: Sequence[Unit], k: int, words: tuple[str, ...]) -> int:
    """Where ``lost .. to`` ends that begins at ``units[k]``, or 0; the gap stays within the clause."""
    gap = words.index("..")
    head, tail = words[:gap], words[gap + 1 :]
    if tuple(u.low for u in units[k : k + gap]) != head:
        return 0
    for j in range(k + gap, min(len(units), k + gap + GAP)):
        if tuple(u.low for u in units[j : j + len(tail)]) == tail and j + len(tail) < len(units):
            behind = next((u.kind for u in units[j + len(tail) :] if u.kind in "NF"), "")
            return 0 if behind == "F" else j + len(tail)  # "defeated him by 978" does not say by whom
        if (
            units[j].kind in ",;"
            or units[j].low in BREAKS
            or units[j].low in ("seats", "councils", "councillors", "ground", "support")
        ):
            return 0
    return 0


def describes(unit: Unit) -> bool:
    """Whether a unit may stand in a description before a name: "Labour's long-standing parliamentarian"."""
    return unit.kind == "s" or is_party(unit) or unit.low in PASSED or (unit.kind == "w" and unit.low not in BARRIERS)


def is_party(unit: Unit) -> bool:
    """Whether the name at a unit is a party's."""
    return name_kind(unit) == "party"
