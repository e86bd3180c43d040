"""Figures of any number, any text and any length: round trips, fuzz, and time in proportion to the text."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.figures import figures as reader
from factcheck.figures.figures import Figure, find_figures
from factcheck.packs.wordsfile import load_words

WORDS = load_words(Path(__file__).parent.parent / "rules" / "words.yaml")


# -- round trips


SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
UNITS = SMALL.split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(n: int) -> str:
    """An English number, said as newspapers say it."""
    for size, name in (
        (10**15, "quadrillion"),
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
    ):
        if n >= size:
            rest = n % size
            joint = " and " if 0 < rest < 100 else " "
            return in_words(n // size) + " " + name + (joint + in_words(rest) if rest else "")
    if n >= 100:
        return f"{UNITS[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10] + (f"-{UNITS[n % 10]}" if n % 10 else "")
    return UNITS[n]


@given(st.integers(0, 10**15))
def test_integers_in_words(n: int) -> None:
    figures = [f for f in find_figures(f"They counted {in_words(n)} votes", WORDS) if f.kind == "quantity"]
    assert [f.number for f in figures] == [n]
    assert n in figures[0].value.plain


@given(st.integers(0, 10**15))
def test_integers_in_digits(n: int) -> None:
    for printed in (str(n), f"{n:,}", f"{n:,}".replace(",", "\u202f"), indian(n)):
        (figure,) = find_figures(f"They counted {printed} votes", WORDS)
        assert (figure.number, figure.text, figure.kind) == (n, printed, "quantity")
        assert n in figure.value.plain


def indian(n: int) -> str:
    """An integer grouped as in India: 12,34,56,789."""
    head, tail = divmod(n, 1000)
    groups = [f"{tail:03}"] if head else [str(tail)]
    while head:
        head, tail = divmod(head, 100)
        groups.insert(0, f"{tail:02}" if head else str(tail))
    return ",".join(groups)


@given(st.integers(10**4, 10**15), st.sampled_from([(10**3, "k"), (10**6, "m"), (10**9, "bn"), (10**12, " trillion")]))
def test_integers_scaled_and_rounded_allow_what_they_were(n: int, scale: tuple[int, str]) -> None:
    printed = f"{Decimal(n) / scale[0]:,.1f}{scale[1]}"
    (figure,) = find_figures(f"It cost £{printed} in all", WORDS)
    assert n in figure.value.plain
    assert figure.text == f"£{printed}"


@given(st.integers(0, 10**4), st.sampled_from([" per cent", " percent", "-per-cent"]))
def test_percentages_in_words(n: int, unit: str) -> None:
    (figure,) = find_figures(f"It was {in_words(n)}{unit} in all", WORDS)
    assert (figure.number, figure.unit) == (n, "percent")
    assert n in figure.value.plain


@given(st.integers(1, 10**6), st.integers(0, 4), st.sampled_from(["%", " per cent", " percent"]))
def test_percentages_allow_what_rounds_to_them(n: int, places: int, unit: str) -> None:
    exact = Fraction(n, 1000)
    printed = f"{Decimal(n) / 1000:.{places}f}"
    (figure,) = find_figures(f"It was {printed}{unit} of the vote", WORDS)
    assert (figure.unit, figure.text) == ("percent", printed + unit)
    assert exact in figure.value.plain


@given(st.integers(1, 9999), st.sampled_from([("m", 10**6), (" million", 10**6), ("bn", 10**9), ("k", 1000)]))
def test_scaled_numbers(n: int, scale: tuple[str, int]) -> None:
    (figure,) = find_figures(f"It cost £{n / 10:.1f}{scale[0]} in all", WORDS)
    assert figure.number == Fraction(n, 10) * scale[1]
    assert figure.unit == "GBP"


# -- any text at all


MARKS = "0 1 9 , . - – — ( ) [ ] % £ $ € / : ; ' ’ + ~ ½ # @"
ODD = " |\n|\u00a0|\u2009|İ|ß|五|٣|²|e\u0301"
NUMBER_WORDS = "one two half third hundred thousand million dozen and a in of to between under over about nearly or so"
FIGURES = "5 July 2024|2019|the |per cent|points|votes|m|bn|aged |No |1,234|12.5|st|www.|http://"
ODDITIES = "5 ft 2 in|3 dollars 50|1 000 000|more than 3 and less than 9|1e5|S&P 500|half past ten"
BESIDE = "age of |years old|years |minus |Downing Street|(12%)|in 2019 |fewer than |GMT|of July|Rs |more or less|1900 "
PIECES = [
    *MARKS.split(),
    *ODD.split("|"),
    *NUMBER_WORDS.split(),
    *FIGURES.split("|"),
    *BESIDE.split("|"),
    *ODDITIES.split("|"),
]


def check_places(text: str) -> None:
    at = 0
    for figure in find_figures(text, WORDS):
        assert at <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.start <= figure.core[0] <= figure.core[1] <= figure.end
        assert figure.value.generous.covers(figure.value.plain)
        at = figure.end


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_arbitrary_text(text: str) -> None:
    check_places(text)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_arbitrary_pieces(pieces: list[str]) -> None:
    check_places("".join(pieces))
    check_places(" ".join(pieces))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_the_quick_way_reads_as_the_grammar_does(pieces: list[str]) -> None:
    for text in ("".join(pieces), " ".join(pieces)):
        assert find_figures(text, WORDS) == slowly(text)


def slowly(text: str) -> list[Figure]:
    """What the whole grammar reads, without the quick way for plain figures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "plain_at", lambda *_: None)
        return find_figures(text, WORDS)


HOSTILE = """1|1,|1,234,|1-|1.|(|((1|-|- |1 |1 to |£|£1-|1/|1:|one |a |5 July |one-|one million |hundred |a hundred and
|six to |between 1 and |nearly |more than |just |half a |in |one in |1 in |no |1%-|1m to |2019-|aged |Xy, 23, |x1
|\u00a0123|0 |http://|1a|@|1 and a half |about 1 or so | \t|of |tens of thousands |½|1\u2009123 |a few hundred |'90s
|[|0,|1 000 |1 hundred and |1 million 2 |more than 1 and |5 ft |5 dollars |1e|1^|2x10^|one twenty|1 - |1~|1 through
|US $|three and a |over three |point five |equal to |£1 m |5 sq |- |half past """


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_time_is_in_proportion_to_the_text(piece: str) -> None:
    """Ten times the text takes nowhere near a hundred times as long; seconds would betray anything worse."""
    short, long = piece * (2_000 // len(piece)), piece * (20_000 // len(piece))
    find_figures(short, WORDS)
    took = [_seconds(short), _seconds(long)]
    assert took[1] < 30 * took[0] + 0.25, took


def _seconds(text: str) -> float:
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        find_figures(text, WORDS)
        best = min(best, time.process_time() - start)
    return best
