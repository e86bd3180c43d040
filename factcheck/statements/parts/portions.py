"""Parts told with what percentage of the whole each is, as breakdowns: "30,420 were women (51%) and 29,177 men (49%)".

The whole need not be told; where it is, it stands before them. The parts are of one whole only if most of them show it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checking.slips import likely_slip, one_slip
from factcheck.figures.figures import Figure
from factcheck.interval import EVERYTHING, Answer, Interval, Number
from factcheck.reading.counting.phrases import figure_of, noun_behind, rounded
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.parts.breakdowns import counted, is_likely
from factcheck.statements.statement import Said, Statement, said

NEAR = 6  # units between a part and its percentage
BACK = 6  # sentences before the parts in which the whole is looked for
LINE = 14  # units of a line of a list
LONG = 4  # digits of a number that is no other one by chance
MOST = 40  # parts: a longer run is of several lists
LEAST = 2  # parts, and figures that must agree before another is doubted
HUNDRED = Interval.exact(100)


class Portion(NamedTuple):
    """A part, its percentage and its name."""

    amount: Figure
    percent: Figure
    name: str

    def whole(self) -> Interval:
        """What the whole may be, at the most generous; the percentage is not nought."""
        return _amount(self.amount) * 100 / rounded(self.percent).generous


def portions(sentences: Sequence[Sentence]) -> Iterator[Statement]:
    """Every run of parts with their percentages: in one sentence, or a line each."""
    run: list[Portion] = []
    begin = 0
    for k, sentence in enumerate(sentences):
        found = list(_of(sentence.units)) if len(sentence.at) >= LEAST else []
        lined = len(found) == 1 and len(sentence.units) <= LINE and sentence.units[-1].kind != "."
        if not lined and run:
            yield from _statement(run, _just_before(sentences, begin))
            run = []
        if lined:
            begin = begin if run else k
            run += found
        elif found:
            yield from _statement(found, _just_before(sentences, k + 1))
    yield from _statement(run, _just_before(sentences, begin))


def _just_before(sentences: Sequence[Sentence], end: int) -> Sequence[Sentence]:
    return sentences[max(0, end - BACK) : end]


def _of(units: Sequence[Unit]) -> Iterator[Portion]:
    """The parts of one sentence that have their percentage beside them."""
    figures = [i for i, u in enumerate(units) if u.kind == "F"]
    for i, j in itertools.pairwise(figures):
        amount, percent = figure_of(units[i]), figure_of(units[j])
        exact = amount.bound == percent.bound == "exact" and 0 < percent.number <= 100 and amount.number > 0
        shared = percent.unit == "percent" and amount.unit not in ("percent", "points")
        if exact and shared and _beside(units, i, j):
            yield Portion(amount, percent, " ".join(noun_behind(units, i)) or "a part")


def _beside(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether a percentage stands in a bracket or behind "or" close after its part, and is of nothing else."""
    between, behind = units[i + 1 : j], units[j + 1 : j + 2]
    if not between or len(between) > NEAR or any(u.low == "of" for u in behind):
        return False
    if between[-1].kind == "(":
        return all(u.kind in "wN-s" for u in between[:-1]) and all(u.kind in "),;" for u in behind)
    told = between[-1].low == "or" and between[-2:-1] != [] and between[-2].kind == ","
    return told and all(u.kind in "wN-s" for u in between[:-2])


def _statement(parts: Sequence[Portion], before: Sequence[Sentence]) -> Iterator[Statement]:
    """The parts as a breakdown with their whole, if they are of one: most agree, and one slip explains the other."""
    if not LEAST <= len(parts) <= MOST or len({p.amount.unit for p in parts}) > 1:
        return
    whole = _whole(parts, before)
    wholes = [p.whole() for p in parts] + ([_amount(whole)] if whole else [])
    if not _agree(wholes) and not _but_one(parts, whole, wholes):
        return
    members = tuple(one for p in parts for one in _members(p))
    total = (said("total", whole, counted(whole)),) if whole else ()
    amounts = [said("amount_of_part", p.amount, counted(p.amount)) for p in parts]
    every = _hundred(parts) and (whole is None or is_likely(whole, amounts))
    if whole or every:
        yield Statement("breakdown", "the whole", total, members, complete=every)


def _members(part: Portion) -> tuple[Said, Said]:
    amount = said("amount_of_part", part.amount, counted(part.amount), part.name)
    return amount, said("percent_of_part", part.percent, rounded(part.percent), part.name, part.amount.start)


def _amount(figure: Figure) -> Interval:
    return (rounded(figure) if figure.unit else counted(figure)).generous


def _hundred(parts: Sequence[Portion]) -> bool:
    """Whether the percentages make a hundred: then these are all the parts."""
    total = sum((rounded(p.percent).plain for p in parts), Interval.exact(0))
    return total.equal(HUNDRED) is not Answer.NO


def _whole(parts: Sequence[Portion], before: Sequence[Sentence]) -> Figure | None:
    """The figure before the parts that fits most of them, the nearest first; None where it fits none."""
    largest, start = max(p.amount.number for p in parts), min(p.amount.start for p in parts)
    units = [u for s in reversed(before) for u in reversed(s.units) if u.kind == "F" and u.start < start]
    able = [f for f in map(figure_of, units) if f.number > largest and f.unit == parts[0].amount.unit]
    fitting = [(sum(_meets(p.whole(), _amount(f)) for p in parts), -n, f) for n, f in enumerate(able)]
    fits, _, best = max(fitting, key=lambda found: found[:2], default=(0, 0, None))
    if best is not None and best.bound == "exact" and 2 * fits >= len(parts):
        return best
    return next((f for f in able if _hundred(parts) and _one_off(f, sum(p.amount.number for p in parts))), None)


def _one_off(figure: Figure, total: Number) -> bool:
    """Whether a long number is one slip of the hand away from the sum of the parts."""
    digits = "".join(c for c in figure.text if c.isdigit())
    return len(digits) >= LONG and not figure.is_rounded and one_slip(digits, str(total))


def _meets(a: Interval, b: Interval) -> bool:
    return a.equal(b) is not Answer.NO


def _agree(wholes: Sequence[Interval]) -> bool:
    """Whether one whole is in all of these intervals."""
    return _running(wholes)[-1] is not None


def _but_one(parts: Sequence[Portion], whole: Figure | None, wholes: Sequence[Interval]) -> bool:
    """Whether all agree but one, and that one has a slip of the hand."""
    if len(wholes) - 1 < LEAST - _hundred(parts):
        return False
    forth, back = _running(wholes), _running(wholes[::-1])[::-1]
    for n in range(len(wholes)):
        found = _both(forth[n], back[n + 1])
        if found is not None and n == len(parts):
            return whole is not None and bool(likely_slip(whole.text, whole.number, found))
        if found is not None:
            return _slipped(parts[n], found)
    return False


def _running(wholes: Sequence[Interval]) -> list[Interval | None]:
    """What the first none, one, two and more of some intervals have in common."""
    found: list[Interval | None] = [EVERYTHING]
    for each in wholes:
        found.append(_both(found[-1], each))
    return found


def _both(a: Interval | None, b: Interval | None) -> Interval | None:
    return a.meet(b) if a is not None and b is not None else None


def _slipped(part: Portion, whole: Interval) -> bool:
    """Whether a slip in a part or in its percentage explains why it is not of this whole."""
    share = rounded(part.percent).generous
    amount, percent = whole * share / 100, _amount(part.amount) * 100 / whole + (share - part.percent.number)
    return bool(likely_slip(part.amount.text, part.amount.number, amount)) or bool(
        likely_slip(part.percent.text, part.percent.number, percent)
    )
