"""Sums whose words leave open whether the parts are all of them: told behind the parts, or parts placed one by one.

"Leeds had 220 cases, York 30 and Hull 10, in all 260"; "1,200 people, 900 in Britain and 300 abroad". They are taken
for a whole and its parts only if they add up, or would with one slip of the hand less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checking.slips import is_slip
from factcheck.figures.figures import Figure
from factcheck.interval import Answer, Interval, Value
from factcheck.reading.counting.phrases import figure_of, noun_behind, rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.parts.breakdowns import counted
from factcheck.statements.statement import Statement, said

LEAST = 2  # parts
MILLION = 1_000_000  # from here on a count is printed rounded
PARTS = 30  # at most
MOST = 12  # units from one part to the next
NEAR = 4  # units between a total and the words that call it one
ITEM = 5  # units from a part to the next mark
PLACING = frozenset("in at from by near on for abroad elsewhere".split())
JOINTS = frozenset("and another with of which whom them".split())


def summed(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """Every list of parts of a sentence with the total behind or before it."""
    places = [i for i, u in enumerate(units) if u.kind == "F"]
    if len(places) <= LEAST:
        return
    for n, i in enumerate(places):
        if n >= LEAST and lows & words["breakdown/in all"] and _is_total(units, i, words):
            yield from _statement(units, _run(units, places[max(0, n - PARTS) : n + 1]), i)
        elif n < len(places) - LEAST:
            yield from _statement(units, _placed(units, i, places[n + 1 : n + 1 + PARTS]), i)


def _is_total(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    """Whether a figure is told to be the sum of what stands before it: ", in all 276", "making 270 in all"."""
    near = units[max(0, i - NEAR) : i]
    before, behind = [u.low for u in near], [u.low for u in units[i + 1 : i + 1 + NEAR]]
    told = " ".join(before[-2:]) in ("in all", "total of") or before[-1:] in (["altogether"], ["totalling"])
    made = "making" in before and (behind[:2] == ["in", "all"] or bool({"total", "altogether"} & set(behind)))
    marked = any(u.kind in ",-;:" for u in near)
    return marked and (told or made) and not words["breakdown/not all"] & {*before, *behind}


def _run(units: Sequence[Unit], places: Sequence[int]) -> list[int]:
    """The parts before a total: figures of its unit, none far from the next."""
    found: list[int] = []
    later = places[-1]
    for i in reversed(places[:-1]):
        apart = later - i > MOST or any(u.kind in "f.;" for u in units[i + 1 : later])
        if apart or not _is_part(units, i, figure_of(units[places[-1]])):
            break
        found.insert(0, i)
        later = i
    return found


def _placed(units: Sequence[Unit], whole: int, places: Sequence[int]) -> list[int]:
    """The parts behind a whole, each with its place: "1,200 people, 900 in Britain and 300 abroad"."""
    found: list[int] = []
    noun = noun_behind(units, whole)
    at = whole + 1 + len(noun)
    for i in places if noun else ():
        end = _item_end(units, i)
        joined = i > at and all(u.kind == "," or u.low in JOINTS for u in units[at:i])
        placed = end - i <= ITEM and bool({u.low for u in units[i + 1 : end]} & PLACING)
        if not (joined and placed and _is_part(units, i, figure_of(units[whole]))):
            break
        found.append(i)
        at = end
    return found if len(found) >= LEAST and any(u.low == "and" for u in units[found[-2] : found[-1]]) else []


def _item_end(units: Sequence[Unit], i: int) -> int:
    """Where the words about a part end: at a mark or "and"."""
    ends = (k for k in range(i + 1, len(units)) if units[k].kind in ",;.:()" or units[k].low == "and")
    return next(ends, len(units))


def _is_part(units: Sequence[Unit], i: int, whole: Figure) -> bool:
    figure = figure_of(units[i])
    return figure.unit == whole.unit and figure.bound == "exact" and figure.number < whole.number


def _statement(units: Sequence[Unit], parts: Sequence[int], total: int) -> Iterator[Statement]:
    whole, figures = figure_of(units[total]), [figure_of(units[i]) for i in parts]
    told = bool(parts) and parts[0] < total  # behind the whole two parts need not be all
    if len(figures) >= LEAST and add_up(whole, figures, may_slip=told or len(figures) > LEAST):
        yield broken_down(whole, figures, " ".join(noun_behind(units, total)) or "the total")


def broken_down(whole: Figure, parts: Sequence[Figure], name: str) -> Statement:
    """A whole with all its parts."""
    made = tuple(said("amount_of_part", f, _value(f, whole), "a part") for f in parts)
    return Statement("breakdown", name, (said("total", whole, _value(whole, whole)),), made, complete=True)


def _value(figure: Figure, whole: Figure) -> Value:
    """The value of a figure that is added up: scaled amounts were rounded."""
    return rounded(figure) if whole.unit or whole.number >= MILLION else counted(figure)


def exactly(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts make their whole as printed, but for what rounding allows."""
    total = sum((_value(f, whole).plain for f in parts), Interval.exact(0))
    return total.equal(_value(whole, whole).plain) is not Answer.NO


def add_up(whole: Figure, parts: Sequence[Figure], *, may_slip: bool) -> bool:
    """Whether parts make their whole, or a slip of the hand in one figure explains why not."""
    if whole.bound != "exact" or whole.unit in ("percent", "points"):
        return False
    values = [_value(f, whole).generous for f in parts]
    total, wanted = sum(values, Interval.exact(0)), _value(whole, whole).generous
    if total.equal(wanted) is not Answer.NO or not may_slip:
        return total.equal(wanted) is not Answer.NO
    others = (sum((v for m, v in enumerate(values) if m != n), Interval.exact(0)) for n in range(len(values)))
    wants = [(whole, total), *((f, wanted - other) for f, other in zip(parts, others, strict=True))]
    return any(is_slip(f.text, f.number, w, is_measured=bool(f.unit)) for f, w in wants)
