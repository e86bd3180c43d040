"""Which single slip of the hand would make everything fit: digits swapped, one wrong, one lost, figures exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval, Number, show_number

SCALES = ((1000, "thousand", "million"), (1_000_000, "million", "billion"))


def likely_slip(printed: str, number: Number, wanted: Interval, others: Iterable[tuple[str, Number, str]] = ()) -> str:
    """The slip that turns a figure that would fit into the one printed, in words; "" when no single one does.

    ``wanted`` is what would fit; ``others`` are the draft's other figures: text, number, what it was read as.
    """
    for text, other, label in others:
        if other != number and other in wanted and text != printed:
            return f"{text}, given as {label}, would fit here: the two may be exchanged"
    for made, how in _edits(printed):
        if made in wanted:
            return f"{printed} may be {_like(printed, made)} with {how}"
    return ""


def is_slip(printed: str, number: Number, wanted: Interval, *, is_measured: bool = False) -> bool:
    """Whether one slip of the hand made a figure of what would fit; ``number`` may be scaled: 1.2m is 1200000.

    A figure that is measured has room for half a unit of its last printed digit.
    """
    digits = "".join(c for c in printed if c.isdigit() or c == ".").strip(".") or str(number)
    if digits.count(".") > 1 or not set(digits) <= set("0123456789.") or not Fraction(digits):
        return False
    scale = Fraction(number) / Fraction(digits)
    half = Fraction(1, 2 * Fraction(digits).denominator) if is_measured or scale > 1 else 0
    return bool(likely_slip(digits, Fraction(digits), wanted / scale + Interval.between(-half, half)))


def one_slip(a: str, b: str) -> bool:
    """Whether two runs of two digits or more are the same, or one slip of the hand apart."""
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or len(long) > len(short) + 1:
        return False
    differ = [i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y]
    first = differ[0] if differ else len(short)
    if len(short) < len(long):
        return short[first:] == long[first + 1 :]
    return len(differ) < 2 or (len(differ) == 2 and short[first : first + 2] == long[first : first + 2][::-1])


def _like(printed: str, number: Number) -> str:
    """A number shown as the printed one is: with its grouping and its sign of per cent."""
    shown = show_number(number)
    if "," not in printed and number >= 1000:
        shown = shown.replace(",", "")
    return shown + ("%" if "%" in printed else "")


def _edits(printed: str) -> Iterator[tuple[Number, str]]:
    """Every number that one slip away is printed like this, the likeliest slips first."""
    digits = [c for c in printed if c.isdigit()]
    point = printed.find(".")
    after = sum(c.isdigit() for c in printed[point:]) if point >= 0 else 0
    for made, how in _digit_edits(digits):
        if made:
            yield _number(made, after), how
    whole = _number(digits, after) if digits else 0
    for factor, small, large in SCALES:
        yield whole * factor, f"{small} for {large}"
        yield Fraction(whole) / factor, f"{large} for {small}"


def _digit_edits(digits: list[str]) -> Iterator[tuple[list[str], str]]:
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1]:
            yield [*digits[:i], digits[i + 1], digits[i], *digits[i + 2 :]], "two digits swapped"
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (i == 0 and other == "0"):
                yield [*digits[:i], other, *digits[i + 1 :]], "one digit wrong"
    for i in range(len(digits) + 1):
        for lost in "0123456789":
            yield [*digits[:i], lost, *digits[i:]], "a digit dropped"
    for i in range(len(digits)):
        if len(digits) > 1:
            yield [*digits[:i], *digits[i + 1 :]], "a digit too many"


def _number(digits: Sequence[str], after: int) -> Number:
    whole = int("".join(digits) or "0")
    return Fraction(whole, 10**after) if after else whole
