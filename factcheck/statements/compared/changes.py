"""Changes over time whose amounts stand anywhere near: before or behind the change, or in the sentence beside it.

"The firm earned £3.15m. That is 12% more than the £2.81m of a year ago"; "In 2019 it had 400 shops. A rise of 10%
brought them to 440". A change is held against two amounts, of now and of then, if the three fit. If no two near it
do, it is held against the nearest two, and only where one slip of the hand explains why they do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checking.slips import is_slip
from factcheck.interval import Answer, Value
from factcheck.reading.counting.phrases import is_share, rounded, shared
from factcheck.reading.layout import Sentence
from factcheck.statements.compared.amounts import Amount
from factcheck.statements.statement import Statement, said

BEFORE = 4  # sentences before that of the change in which an amount may stand
BEHIND = 3
MOST = 10  # amounts near a change, of which two are its own
LONG = 3  # digits of an amount in which a slip can be told from chance
TRIED = 2  # pairs of amounts in which a slip is looked for
LEAST = 10  # smaller numbers are too often others
FAR = 4  # an amount so many times the other is of another thing
SCALED = 1000  # from here on a number may be short for one with the unit of another
SHARES = ("percent", "points")
GOING_ON = frozenset("that this it these so which".split())  # a sentence with one of these goes on about the last one
CENTS = ("cent", "pence")

Two = tuple[Amount, Amount]  # what it is, and what it was


def changes(
    sentences: Sequence[Sentence], found: Sequence[Sequence[Amount]], told: frozenset[int]
) -> Iterator[Statement]:
    """Every change with its two amounts, but for those in ``told``, by where they stand in the text."""
    for k, here in enumerate(found):
        for change in here:
            if change.sign and change.figure.start not in told:
                near = [a for each in found[max(0, k - BEFORE) : k + 1 + BEHIND] for a in each if not a.sign]
                near = sorted(near, key=lambda a: abs(a.place - change.place))[:MOST]
                yield from _statement(change, near, _own(sentences, k))


def _own(sentences: Sequence[Sentence], k: int) -> range:
    """The sentences of which one must hold an amount: the change's own, and the one it goes on about."""
    opening = next((u.low for u in sentences[k].units if u.kind != "q"), "")
    return range(k - (opening in GOING_ON), k + 1)


def _statement(change: Amount, near: Sequence[Amount], own: range) -> Iterator[Statement]:
    """The change with the two nearest amounts that fit it, or would but for a slip."""
    every = sorted(pairs(change, near), key=lambda two: _distance(change, two))
    beside = [two for two in every if two[0].sentence in own or two[1].sentence in own]
    likely = [two for two in beside if is_of_one(change, *two)]
    likely = likely[:1] + [two for two in likely[1:TRIED] if _way(*two) == change.sign]
    fitting = next((two for two in (beside if likely else every) if fits(change, *two)), None)
    if fitting is None:
        fitting = next((two for two in likely if slipped(change, *two)), None)
    if fitting is not None:
        yield held(change, *fitting)


def held(change: Amount, now: Amount, then: Amount) -> Statement:
    """A change held against what it is and what it was."""
    made = (
        said("amount", now.figure, _value(now, then)),
        said("amount@before", then.figure, _value(then, now)),
        said(_slot(change, now), change.figure, _signed(change, now)),
    )
    return Statement("movement", "the figure", made)


def pairs(change: Amount, near: Sequence[Amount]) -> Iterator[Two]:
    """Every two amounts of one kind, of now and of then."""
    for now in near:
        for then in near:
            if now is not then and _alike(now, then) and _earlier(then, now) and _of_unit(change, now):
                yield now, then


def _alike(now: Amount, then: Amount) -> bool:
    if not _one_unit(now, then) or (now.nouns and then.nouns and not now.nouns & then.nouns):
        return False
    return now.per == then.per or "" in (now.per, then.per)


def _one_unit(a: Amount, b: Amount) -> bool:
    """Whether two amounts are in one unit; that of "21 million pounds" goes for "25.2 million" too."""
    units = {a.figure.unit, b.figure.unit}
    bare = a if not a.figure.unit else b
    scaled = not bare.nouns and bare.figure.number >= SCALED and units.isdisjoint((*SHARES, *CENTS))
    return len(units) == 1 or (units >= {""} and scaled)


def _earlier(then: Amount, now: Amount) -> bool:
    if then.year and now.year:
        return then.year < now.year
    return not then.now and not now.then and (then.then or (now.later and then.sentence < now.sentence))


def _of_unit(change: Amount, now: Amount) -> bool:
    unit = change.figure.unit
    if unit in ("points", now.figure.unit):
        return now.figure.unit in (unit, "percent")
    return _is_ratio(change) or (unit in CENTS and now.figure.unit.isupper())


def _scale(change: Amount, now: Amount) -> Fraction:
    """What one of the change's figure is worth: a hundredth where it is in pence and the amounts in pounds."""
    figure = change.figure
    if figure.unit in CENTS and now.figure.unit not in CENTS:
        return Fraction(1, 100)
    return Fraction(1 if figure.unit or not is_share(figure) else 100)


def _way(now: Amount, then: Amount) -> int:
    return 1 if now.figure.number > then.figure.number else -1


def _is_ratio(change: Amount) -> bool:
    return is_share(change.figure) and change.figure.unit != "points"


def _distance(change: Amount, two: Two) -> int:
    places = [change.place, two[0].place, two[1].place]
    return max(places) - min(places)


def _slot(change: Amount, now: Amount) -> str:
    if not is_share(change.figure):
        return "amount@change"
    return "amount@shift" if now.figure.unit == "percent" else "amount@ratio"


def _signed(change: Amount, now: Amount) -> Value:
    """By how much something changed, in per cent where it is a fraction; less than nought where it fell."""
    value = change.figure.value * _scale(change, now)
    return -value if change.sign < 0 else value


def _value(one: Amount, other: Amount) -> Value:
    if one.figure.is_rounded:
        return shared(one.figure, other.figure)
    return rounded(one.figure) if one.figure.unit else one.figure.value


def _nearly(change: Amount, now: Amount, then: Amount) -> bool:
    """Whether the three may fit, by plain numbers: a quick look before the careful one."""
    a, b = float(now.figure.number), float(then.figure.number)
    by = float(change.figure.number * _scale(change, now))
    if (a - b) * change.sign < 0:
        return False
    slot = _slot(change, now)
    moved = abs(a - b) / b * 100 if slot == "amount@ratio" else abs(a - b)
    return slot == "amount@shift" or change.figure.bound != "exact" or moved * 0.5 - 2 <= by <= moved * 2 + 2


def is_of_one(change: Amount, now: Amount, then: Amount) -> bool:
    """Whether three figures are likely of one thing though they do not fit: of some size, and the two amounts near."""
    low, high = sorted((now.figure.number, then.figure.number))
    counts = [a for a in (change, now, then) if not a.figure.unit and not is_share(a.figure)]
    small = any(a.figure.number < LEAST for a in counts) or (change in counts and change.figure.number > high)
    one = (now.per == then.per or now.figure.unit in CENTS) and (not change.than or then.place in change.than)
    return one and not small and high <= FAR * low


def fits(change: Amount, now: Amount, then: Amount) -> bool:
    """Whether a change is that from what it was to what it is."""
    return _nearly(change, now, then) and _fits_closely(change, now, then)


def _fits_closely(change: Amount, now: Amount, then: Amount) -> bool:
    is_, was, by = (v.generous for v in (_value(now, then), _value(then, now), _signed(change, now)))
    ways = [was + by] if _slot(change, now) != "amount@ratio" else []
    if _is_ratio(change):
        ways.append(was * (by / 100 + 1))
    return any(way.equal(is_) is not Answer.NO for way in ways)


def slipped(change: Amount, now: Amount, then: Amount) -> bool:
    """Whether one slip in one of the three explains why they do not fit."""
    is_, was = _value(now, then).plain, _value(then, now).plain
    by = _signed(change, now).plain
    if _slot(change, now) == "amount@ratio":
        times = by / 100 + 1
        if times.low is None or times.low <= 0 or was.low is None or was.low <= 0:
            return False
        wanted = was * times, is_ / times, (is_ / was - 1) * 100 * change.sign
    else:
        wanted = was + by, is_ - by, (is_ - was) * change.sign / _scale(change, now)
    return any(
        is_slip(a.figure.text, a.figure.number, w, is_measured=bool(a.figure.unit))
        for a, w in zip((now, then, change), wanted, strict=True)
        if a is change or sum(c.isdigit() for c in a.figure.text) >= LONG
    )
