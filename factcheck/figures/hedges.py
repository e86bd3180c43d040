"""What the words around a number allow: hedges before and after it, rounding, and the interval they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.numerals import DECIMAL, DOZEN, FRACTION, MEASURE, MULTIPLE, OUT_OF, SCALED, WHOLE, tidy
from factcheck.interval import Interval, Number, Value
from factcheck.words import Hedge, Width, Words

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_SIDES = {"above": "above", "at_least": "above", "below": "below", "at_most": "below"}
_KEPT = 20_000  # values remembered for a Words


class Found(NamedTuple):
    """A hedge beside a number: where it reaches to, the group, and its wording."""

    at: int
    hedge: Hedge
    wording: str


class Reading(NamedTuple):
    """The value of a figure, how its words bound it, why, and whether a round number was read as rounded."""

    value: Value
    bound: str
    why: str
    is_rounded: bool


@dataclass(frozen=True)
class HedgeBook:
    """The hedges of a ``Words``, found by the last word of a wording, and the values already worked out."""

    before: dict[str, list[tuple[str, Hedge]]]  # last word -> wordings, the longest first
    after: re.Pattern[str]
    after_hedge: dict[str, Hedge]
    after_words: frozenset[str]  # the first three characters of wordings after a figure
    behind: tuple[tuple[str, Hedge], ...]  # wordings behind what a figure counts, the longest first
    rounding: dict[str, tuple[Number, Number]]
    values: dict[tuple[object, ...], Reading] = field(default_factory=dict)


def hedge_book(words: Words) -> HedgeBook:
    """The hedges, ready to be looked up."""
    before: dict[str, list[tuple[str, Hedge]]] = {}
    after: dict[str, Hedge] = {}
    for hedge in words.hedges:
        for wording in hedge.before:
            before.setdefault(_last_word(wording), []).append((wording, hedge))
        after |= {wording if wording.startswith((" ", "-", "+")) else f" {wording}": hedge for wording in hedge.after}
    for wordings in before.values():
        wordings.sort(key=lambda pair: -len(pair[0]))
    options = "|".join(re.escape(wording) for wording in sorted(after, key=len, reverse=True)) or r"(?!)"
    starts = frozenset(wording[:3] for wording in after)
    behind = sorted(((f" {w}", hedge) for hedge in words.hedges for w in hedge.behind), key=lambda pair: -len(pair[0]))
    pattern = re.compile(rf"(?:{options})(?! than\b|[a-z0-9])")
    return HedgeBook(before, pattern, after, starts, tuple(behind), dict(words.rounding))


def _last_word(wording: str) -> str:
    at = len(wording)
    while at and wording[at - 1] in _LETTERS:
        at -= 1
    return wording[at:] or wording[-1]


def word_before(low: str, end: int, floor: int) -> str:
    """The letters that end at ``end`` and begin at ``floor`` or later; at most 24 of them."""
    if end <= floor:
        return ""
    floor = max(floor, end - 24)
    start = low.rfind(" ", floor, end) + 1 or floor
    word = low[start:end]
    if word.isascii() and word.isalpha():
        return word
    start = end
    while start > floor and low[start - 1] in _LETTERS:
        start -= 1
    return low[start:end]


def hedge_before(book: HedgeBook, low: str, at: int, floor: int) -> Found | None:
    """The hedge that ends right before ``at``, reading backwards, not beyond ``floor``."""
    end = at - 1 if at > floor and low[at - 1] in " \u00a0\n" else at
    if end <= floor:
        return None
    last = low[end - 1]
    found = book.before.get(word_before(low, end, floor) if last in _LETTERS else last)
    for wording, hedge in found or ():
        start = end - len(wording)
        if start < floor or not low.startswith(wording, start) or (end == at and last in _LETTERS):
            continue
        if start and low[start] in _LETTERS and (low[start - 1] in _LETTERS or low[start - 1] in "-’'"):
            continue
        if hedge.not_after and word_before(low, start - 1, 0) in hedge.not_after:
            continue
        return Found(start, hedge, wording)
    return None


def hedge_after(book: HedgeBook, low: str, end: int) -> Found | None:
    """The hedge that begins right after ``end``: "or so", "-plus"."""
    if low[end : end + 3] not in book.after_words and low[end : end + 1] != "+":
        return None
    match = book.after.match(low, end)
    return Found(match.end(), book.after_hedge[match.group()], match.group().strip(" -")) if match else None


def reading(book: HedgeBook, number: Number, step: Number, style: str, hedges: tuple[Found, ...]) -> Reading:
    """What a number allows; ``style`` says how its precision is to be taken, the hedges stand nearest first."""
    key = (number, step, style, *(found.wording for found in hedges))
    known = book.values.get(key)
    if known is None:
        if len(book.values) >= _KEPT:
            book.values.clear()
        known = book.values[key] = _work_out(book, number, step, style, hedges)
    return known


def _work_out(book: HedgeBook, number: Number, step: Number, style: str, hedges: tuple[Found, ...]) -> Reading:
    if not hedges:
        return _unhedged(book, number, step, style)
    first = hedges[0]
    if style == FRACTION and number < 1 and not first.hedge.nearer:
        step = Fraction(step) / 4  # "about a third" is not a sixth to a half
    value = hedged(number, step, _for_ratios(book, first.hedge) if style == MULTIPLE else first.hedge)
    if first.hedge.bound == "exact":
        value = Value.exact(number) if style == WHOLE else _unhedged(book, number, step, style).value
    bound, words = first.hedge.bound, first.wording
    for found in hedges[1:]:
        value, bound = _stacked(value, bound, found.hedge)
        words = f"{found.wording} {words}"
    return Reading(value, bound, f"{words}: {_in_words(value, number, bound)}", False)


def _for_ratios(book: HedgeBook, hedge: Hedge) -> Hedge:
    """The hedge with the widths of ratios: "nearly twice" is wider than "nearly 200"."""
    if hedge.plain is None:
        return hedge
    plain, generous = book.rounding.get(MULTIPLE, (0, 0))
    return replace(hedge, nearer=False, plain=Width(plain, 0), generous=Width(generous, 0))


def _stacked(value: Value, bound: str, outer: Hedge) -> tuple[Value, str]:
    """A hedge around a hedged figure: "at least about 500" has the low end of about and no high end."""
    side = _SIDES.get(outer.bound)
    if side is None or _SIDES.get(bound) not in (None, side):
        return value, bound
    if outer.plain is not None and _SIDES.get(bound) == side:
        return value, bound
    plain, generous = (_open_side(interval, side) for interval in (value.plain, value.generous))
    return Value(plain, generous), outer.bound


def _open_side(interval: Interval, side: str) -> Interval:
    if side == "above":
        return Interval(interval.low, None, interval.low_open, False)
    return Interval(None, interval.high, False, interval.high_open)


def last_unit(number: Number, step: Number) -> Number:
    """The unit of the last non-zero digit: 100 for 200, 1/10 for 33.4, 1 for 15,641; ``step`` for zero."""
    if number == 0:
        return step
    steps = number / Fraction(step)
    if steps.denominator != 1:
        return step
    digits = str(abs(steps.numerator))
    return tidy(step * Fraction(10) ** (len(digits) - len(digits.rstrip("0"))))


def hedged(number: Number, step: Number, hedge: Hedge) -> Value:
    """The value of a number under a hedge."""
    plain, generous = (_around(number, step, hedge, width) for width in (hedge.plain, hedge.generous))
    return Value(plain, generous)


def _around(number: Number, step: Number, hedge: Hedge, width: Width | None) -> Interval:
    if hedge.bound == "about":
        reach = _reach(number, step, hedge, width) if width else 0
        return Interval(tidy(number - reach), tidy(number + reach))
    if _SIDES.get(hedge.bound) == "above":
        high = tidy(number + _reach(number, step, hedge, width)) if width else None
        return Interval(number, high, hedge.bound == "above", False)
    if _SIDES.get(hedge.bound) == "below":
        low = tidy(number - _reach(number, step, hedge, width)) if width else None
        return Interval(low, number, False, hedge.bound == "below")
    return Interval(number, number)


def _reach(number: Number, step: Number, hedge: Hedge, width: Width) -> Number:
    """How far a hedge with a width reaches; never nothing, so that "just over 0" can be read."""
    of_number = Fraction(abs(Fraction(number)) * width.percent, 100)
    of_unit = last_unit(number, step) * Fraction(width.unit)
    reach = min(of_number, of_unit) if hedge.nearer and of_number else max(of_number, of_unit)
    return reach or Fraction(1, 100)


def _unhedged(book: HedgeBook, number: Number, step: Number, style: str) -> Reading:
    if style in (DECIMAL, SCALED):
        return _to_a_place(number, step, style)
    if style in (FRACTION, OUT_OF, MULTIPLE):
        return _coarse(book, number, step, style)
    unit = last_unit(number, step)
    if style == MEASURE and unit < 100:
        return _to_a_place(number, step, style)
    if style == DOZEN or unit < 100:
        return Reading(Value.exact(number), "exact", "as printed", False)
    half = tidy(unit / Fraction(2))
    value = Value.same(Interval(number - half, number + half))
    return Reading(value, "exact", f"round: to the nearest {unit:,}", True)


def _to_a_place(number: Number, step: Number, style: str) -> Reading:
    """To the last place written; generously, cut off or raised instead of rounded."""
    unit = last_unit(number, step) if style == SCALED and last_unit(number, step) >= 100 * step else step
    half = unit / Fraction(2)
    least = max(number - unit, number / Fraction(2)) if number > 0 else number - unit  # "£1m" is not nothing
    value = Value(Interval(tidy(number - half), tidy(number + half)), Interval(tidy(least), tidy(number + unit)))
    return Reading(value, "exact", f"to the nearest {show(unit)}", style == SCALED)


def _coarse(book: HedgeBook, number: Number, step: Number, style: str) -> Reading:
    """A fraction, a part "in ten" or a ratio, as coarse as such words are."""
    if style == FRACTION and number > 1:
        return _mixed(number, step)
    plain, generous = book.rounding.get(style, (0, 0))
    of = Fraction(number, 100) if style == MULTIPLE else Fraction(step)
    value = Value(*(Interval(tidy(number - of * width), tidy(number + of * width)) for width in (plain, generous)))
    return Reading(value, "exact", "a ratio, loosely" if style == MULTIPLE else "a fraction, loosely", False)


def _mixed(number: Number, step: Number) -> Reading:
    """ "5½": to the nearest half; generously, cut off or raised."""
    half = Fraction(step) / 2
    value = Value(*(Interval(tidy(number - reach), tidy(number + reach)) for reach in (half, Fraction(step))))
    return Reading(value, "exact", f"to the nearest {show(step)}", False)


def spread_out(ends: tuple[Number, ...]) -> Reading:
    """The reading of an order of magnitude, from its plain and its generous ends."""
    value = Value(Interval(ends[0], ends[1]), Interval(ends[2], ends[3]))
    if value.generous.is_exact:
        return Reading(value, "exact", "as printed", False)  # "a pair"
    return Reading(value, "about", "only an order of magnitude", False)


def show(number: Number) -> str:
    """A number for the editor: 1,000, 0.1 or 1/3."""
    if isinstance(number, int) or number.denominator == 1:
        return f"{int(number):,}"
    ten = number.denominator
    while ten % 10 == 0:
        ten //= 10
    while ten % 2 == 0 or ten % 5 == 0:
        ten //= 2 if ten % 2 == 0 else 5
    return f"{float(number):,.10g}" if ten == 1 else str(number)


_OPEN = {"above": "more than {}", "at_least": "{} or more", "below": "less than {}", "at_most": "{} or less"}


def _in_words(value: Value, number: Number, bound: str) -> str:
    low, high = value.plain.low, value.plain.high
    if low is not None and high is not None:
        ends = f"{show(low)} to {show(high)}"
        left_out = " left out" if bound in ("above", "below") else ""
        return f"{ends}, {show(number)}{left_out}" if left_out else ends
    end = low if low is not None else high
    return _OPEN[bound].format(show(end)) if end is not None and bound in _OPEN else "open"
