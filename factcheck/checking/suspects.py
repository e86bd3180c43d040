"""Which claim to suspect where several conflicts share one: the conflicts it explains are told together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace

from factcheck.checking.check import Conflict


def explained(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """One conflict for each claim that explains several: the smallest, with the others told beside it."""
    left = list({c.key: c for c in conflicts}.values())
    queue = _Suspects(left)
    found: list[Conflict] = []
    while (suspect := queue.next()) is not None:
        mine = queue.take(suspect)
        first, *others = sorted(mine, key=lambda c: len(c.claims))
        claims = tuple(sorted(first.claims, key=lambda c: id(c) != suspect if others else 0))
        found.append(Conflict(first.rule, first.verdict, claims, first.roles, first.root, also=tuple(others)))
    return found


class _Suspects:
    """The article's claims by how many conflicts they are in, the first met before others of as many."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        self._left = dict(enumerate(conflicts))
        self._of: dict[int, dict[int, int]] = defaultdict(dict)  # id(claim) -> number of its conflict -> place in it
        for number, conflict in self._left.items():
            for place, claim in enumerate(conflict.claims):
                if claim.source.kind == "article":
                    self._of[id(claim)][number] = place
        self._queue = [self._entry(suspect) for suspect in self._of]
        heapify(self._queue)

    def _entry(self, suspect: int) -> tuple[int, int, int, int]:
        """Sorts before those of fewer conflicts, and of conflicts found later; it only ever moves back."""
        mine = self._of[suspect]
        first = next(iter(mine), 0)
        return -len(mine), first, mine.get(first, 0), suspect

    def next(self) -> int | None:
        """The claim that is in the most conflicts; None when no conflict is left."""
        while self._queue:
            entry = self._entry(self._queue[0][3])
            if not entry[0]:
                heappop(self._queue)
            elif entry == self._queue[0]:
                return entry[3]
            else:
                heapreplace(self._queue, entry)
        return None

    def take(self, suspect: int) -> list[Conflict]:
        """Its conflicts, which are then no longer left."""
        mine = {number: self._left.pop(number) for number in list(self._of[suspect])}
        for number, conflict in mine.items():
            for claim in conflict.claims:
                if claim.source.kind == "article":
                    self._of[id(claim)].pop(number, None)
        return list(mine.values())
