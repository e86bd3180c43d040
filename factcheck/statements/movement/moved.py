"""From a movement as gathered to a statement: units that belong together, signs, and what makes it doubtful."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.figures.figures import Figure
from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, is_share, noun_behind, rounded, shared, subject_before
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.reading.movement.moving import Moving
from factcheck.statements.movement.movements import movements
from factcheck.statements.statement import Said, Statement, said

YEARLY = frozenset("a per each every annually annualised".split())
BY_THE_YEAR = frozenset("year-on-year year-over-year year annual yoy annually".split())
PREVIOUS = frozenset("previous prior preceding last".split())
SHORTER = frozenset("quarter month week".split())
TIMES = frozenset("year years month months quarter quarters week weeks day days".split())
UNTOLD = frozenset({"to", "from"})  # of a sentence that tells a movement without its word
BASED = frozenset("on from since than compared against versus average".split())  # a change of something else
MINUS = ("-", "–", "−")


def moved(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary, begin: int = 0) -> Iterator[Statement]:
    """Every statement of movement in a sentence, from the unit ``begin`` on."""
    told = lows >= UNTOLD or not lows.isdisjoint(words["movement/any"])
    if not told and not any(u.figure and u.figure.kind == "multiple" for u in units):
        return
    for moving in movements(units, words):
        made = _Moved(units, lows, moving, words).said() if moving.at >= begin else ()
        if made:
            yield Statement("movement", subject_before(units, moving.at) or "the figure", made)


def compares(units: Sequence[Unit]) -> bool:
    """Whether a sentence goes on about the figure of the one before: "That compares with 34 a year earlier, up 9%"."""
    return len(units) > 2 and units[0].low in ("that", "this", "it") and units[1].low in ("compares", "compared")


class _Moved:
    """The figures of one movement, each with what it says."""

    def __init__(self, units: Sequence[Unit], lows: frozenset[str], moving: Moving, words: Vocabulary) -> None:
        self.units, self.lows, self.moving, self.words = units, lows, moving, words
        self.figures = {slot: figure_of(units[i]) for slot, i in moving.slots.items()}

    def said(self) -> tuple[Said, ...]:
        """What the figures say; nothing where they cannot be of one thing."""
        figures = self.figures
        if any(f.bound == "range" for f in figures.values()):
            return ()
        now, before = figures.get("now"), figures.get("before")
        level = now or before
        if level is None or level.unit == "points" or (now and before and not self._alike(now, before)):
            return ()
        made = [said("amount", now, self._rounded("now"))] if now else []
        made += [said("amount@before", before, self._rounded("before"))] if before else []
        made += [*self._change(level), *self._ratio(level)]
        if "times" in figures:
            made.append(said("amount@times", figures["times"]))
        elif now and before and not any(s.slot in ("amount@change", "amount@shift", "amount@ratio") for s in made):
            made += self._direction()
        return tuple(made)

    def _alike(self, now: Figure, before: Figure) -> bool:
        """Whether what it is and what it was are in one unit and count one thing."""
        nouns = [set(noun_behind(self.units, self.moving.slots[slot])[:3]) - TIMES for slot in ("now", "before")]
        return now.unit == before.unit and (not all(nouns) or bool(nouns[0] & nouns[1]))

    def _rounded(self, slot: str) -> Value:
        """The value of an amount: sums of money and measures are rounded to what is printed, counts are not."""
        at = self.moving.slots[slot]
        figure = self.figures[slot]
        if figure.is_rounded and (other := self.figures.get("before" if slot == "now" else "now")):
            return shared(figure, other)
        noun = noun_behind(self.units, at)[:1]
        return rounded(figure) if figure.unit or set(noun) & self.words["movement/measures"] else figure.value

    def _change(self, level: Figure) -> list[Said]:
        change = self.figures.get("change")
        fitting = change is not None and (
            change.unit == level.unit or (change.unit == "points" and level.unit == "percent")
        )
        if change is None or not fitting or not self.moving.sign:
            return []
        return [said("amount@change", change, self._signed(change))]

    def _ratio(self, level: Figure) -> list[Said]:
        ratio = self.figures.get("ratio")
        if ratio is None or not self.moving.sign or self._of_another_base():
            return []
        return [said("amount@shift" if level.unit == "percent" else "amount@ratio", ratio, self._signed(ratio))]

    def _of_another_base(self) -> bool:
        """Whether the percentage is of something else: constant prices, a yearly rate, another stretch of time."""
        at = self.moving.slots["ratio"]
        behind = [u.low for u in self.units[at + 1 : at + 5] if u.kind == "w"]
        if self.words["movement/another base"] & {u.low for u in self.units[self.moving.at :]}:
            return True
        if set(behind[:2]) & YEARLY and (
            behind[0] in ("annually", "annualised") or set(behind[1:2]) & (TIMES | {"annum"})
        ):
            return True
        return bool(set(behind) & BY_THE_YEAR) and self._a_shorter_time()

    def _a_shorter_time(self) -> bool:
        """Whether what it was is that of the quarter, month or week before."""
        at = self.moving.slots.get("before")
        behind = [u.low for u in self.units[at + 1 : at + 7]] if at is not None else []
        return any(a in PREVIOUS and b in SHORTER for a, b in itertools.pairwise(behind))

    def _signed(self, figure: Figure) -> Value:
        if not figure.unit and is_share(figure):
            figure = replace(figure, value=figure.value * 100)
        return -figure.value if self.moving.sign < 0 and not figure.text.startswith(MINUS) else figure.value

    def _direction(self) -> list[Said]:
        """The moving word itself: it went up, or down. Not of places in a table, where down is more."""
        if not self.moving.sign or not self.lows.isdisjoint(self.words["movement/ranks"]):
            return []
        if any(f.text.startswith(MINUS) for f in self.figures.values()):
            return []
        way = Interval.above(0) if self.moving.sign > 0 else Interval.below(0)
        unit = self.units[self.moving.at]
        return [Said("amount@change", Value(way, way), unit.start, unit.end, unit.low)]
