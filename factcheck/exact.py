"""Exact numbers: their quotients, the ends of runs of them, and how an editor is shown them."""

from __future__ import annotations

from fractions import Fraction
from math import inf

Number = int | Fraction
End = tuple[Number | float, bool]  # a place and whether it is open; the only floats are plus and minus infinity
Bound = tuple[Number | None, bool]


def ratio(above: Number, below: Number) -> Number:
    """The exact quotient, as an int when it is whole."""
    quotient = Fraction(above) / below
    return quotient.numerator if quotient.denominator == 1 else quotient


def span_of_products(first: tuple[End, End], second: tuple[End, End]) -> tuple[Bound, Bound]:
    """The least and the greatest product of two runs given by their ends; None stands for no bound.

    An end of the result is closed when any pair of ends reaches it.
    """
    corners = [_times(x, y) for x in first for y in second]
    low, low_open = min(corners)
    high, high_closed = max((place, not is_open) for place, is_open in corners)
    return (None if isinstance(low, float) else low, low_open), (
        None if isinstance(high, float) else high,
        not high_closed,
    )


def _times(x: End, y: End) -> End:
    """The product of two ends; nought times anything is nought, and is reached if a closed nought is one of them."""
    (a, a_open), (b, b_open) = x, y
    if a == 0 or b == 0:
        return 0, not ((a == 0 and not a_open) or (b == 0 and not b_open))
    if isinstance(a, float) or isinstance(b, float):
        return (inf if (a > 0) == (b > 0) else -inf), True
    return a * b, a_open or b_open


def show_number(number: Number) -> str:
    """A number with thousands commas and at most three decimals that count; "about" where digits were left off."""
    places = _places(number)
    return ("" if _is_short(number, places) else "about ") + _digits(number, places)


def show_run(start: Bound, end: Bound) -> str:
    """The numbers between two bounds in words: "33.35 to 33.45", "190 up to, not including, 200", "at least 5"."""
    (low, low_open), (high, high_open) = start, end
    if high is None:
        return "any number" if low is None else f"{'more than' if low_open else 'at least'} {show_number(low)}"
    if low is None:
        return f"{'less than' if high_open else 'at most'} {show_number(high)}"
    if low == high:
        return show_number(low)
    places = _places_apart(low, high)
    about = "" if _is_short(low, places) and _is_short(high, places) else "about "
    first, last = _digits(low, places), _digits(high, places)
    if low_open:
        return f"{about}above {first}, {'below' if high_open else 'up to'} {last}"
    return f"{about}{first} up to, not including, {last}" if high_open else f"{about}{first} to {last}"


def _is_short(number: Number, places: int) -> bool:
    """Whether so many decimals show the number exactly."""
    return Fraction(number * 10**places).denominator == 1


def _places_apart(low: Number, high: Number) -> int:
    """How many decimals let a reader see that two numbers differ."""
    places = max(_places(low), _places(high))
    while _digits(low, places) == _digits(high, places):
        places += 1
    return places


def _places(number: Number) -> int:
    """How many decimals to show: three, counted from the first that is not nought when the number is below one."""
    places, size = 3, -number if number < 0 else number
    while 0 < size < Fraction(1, 10):
        places, size = places + 1, size * 10
    return places


def _digits(number: Number, places: int) -> str:
    """Rounded to so many decimals, without the trailing noughts."""
    whole, rest = divmod(round(abs(number) * 10**places), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    return ("-" if number < 0 else "") + f"{whole:,}" + ("." + decimals if decimals else "")
