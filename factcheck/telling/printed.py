"""The figures that a draft prints, looked up by their number: two of them may have been exchanged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from factcheck.claims import Claim
from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Number

Entry = tuple[Number, int, Claim]  # a printed number, the how-many-th it is in the draft, what it was read as

ALIKE = 3  # of figures printed alike so many are kept: two may be of the contradiction itself

_number = itemgetter(0)
_order = itemgetter(1)


class Printed:
    """The article's claims whose figure is printed in digits or words of its own, by unit."""

    def __init__(self, claims: Iterable[Claim], figures: Mapping[int, Figure]) -> None:
        """``figures`` by the place where they begin."""
        self._as_told: dict[str, list[Entry]] = {}
        printed: Counter[tuple[str, Number, str]] = Counter()
        for order, claim in enumerate(claims):
            figure = figures.get(claim.source.start) if claim.source.kind == "article" else None
            if figure is None:
                continue
            kind = figure.unit, figure.number, claim.source.text
            printed[kind] += 1
            if printed[kind] <= ALIKE:
                self._as_told.setdefault(figure.unit, []).append((figure.number, order, claim))
        self._sorted = {unit: sorted(told, key=_number) for unit, told in self._as_told.items()}

    def within(self, unit: str, wanted: Interval) -> Iterator[tuple[Claim, Number]]:
        """The claims of a unit whose number is ``wanted`` (both ends known), in the draft's order."""
        ordered = self._sorted.get(unit, [])
        first, last = bisect_left(ordered, wanted.low, key=_number), bisect_right(ordered, wanted.high, key=_number)
        few = (last - first) ** 2 < len(ordered)  # many are not put in order: the first of them comes soon
        for number, _, claim in sorted(ordered[first:last], key=_order) if few else self._as_told[unit]:
            if number in wanted:
                yield claim, number
