"""What multiplies a number after it, or adds a part to it: "1.2 million", "3 lakh", "and a half"."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.figures.numerals import DECIMAL, DOZEN, FRACTION, SCALED, WHOLE, Numeral, tidy
from factcheck.figures.spelled import Spelling, part_after
from factcheck.patterns import lazily


def with_part(text: str, numeral: Numeral, how: Spelling) -> Numeral:
    """The number with "and a half", "and three-quarters" after it, where that is written."""
    found = part_after(text, numeral.end, how)
    if found is None or numeral.step != 1:
        return numeral
    top, bottom, end = found
    unit = _thousands(numeral)
    if numeral.number >= 1000 and (scale := _SCALE.match(text, end)) and 100 < how.scales.get(scale[2], 0) <= unit:
        unit, end = how.scales[scale[2]], scale.end()  # "a billion and a half million"
    part = Fraction(1, bottom) * unit
    style = FRACTION if part < 1 else SCALED
    return Numeral(numeral.start, end, tidy(numeral.number + top * part), part, style, numeral.words)


def _thousands(numeral: Numeral) -> int:
    """What "and a half" is a half of: of the last scale word in "a million and a half", else of one."""
    scale = 1
    while numeral.words and numeral.number and numeral.number % (scale * 1000) == 0:
        scale *= 1000
    return scale


def scaled(text: str, numeral: Numeral, how: Spelling, money: bool = False) -> Numeral:
    """The number with the scale after it: "1.2 million", "5k", "3 lakh", "2 dozen"."""
    end, factor, dozen = numeral.end, 1, False
    if numeral.style == FRACTION and text.startswith((" of a ", " of one "), end) and _OF_A.match(text, end):
        end = text.index(" ", end + 4)  # "a quarter of a million"
    for _ in range(2):  # "2 hundred thousand", "1.5 lakh crore"
        match = _SCALE.match(text, end)
        scale = None if match is None else _scale_of(match, how, money)
        if match is None or scale is None or (scale == 12 and factor > 1):
            break
        end, factor, dozen = match.end(), factor * scale, scale == 12
    if factor == 1:
        return numeral
    more = None if money else _goes_further(text, numeral, end, factor, how)
    return more or _multiplied(numeral, end, factor, dozen)


def _goes_further(text: str, numeral: Numeral, end: int, factor: int, how: Spelling) -> Numeral | None:
    """The number where more of it follows the scale: "4 thousand 3 hundred", "3 million and a half"."""
    if numeral.step != 1:
        return None
    if factor >= 100 and not numeral.words and (rest := _MORE.match(text, end)) and _fits(rest, factor, how):
        return _with_rest(text, numeral, factor, rest, how)
    part = part_after(text, end, how) if factor >= 1000 else None
    if part is None or text.startswith(" of ", part[2]):
        return None
    return _half_more(numeral, factor, *part)


def _multiplied(numeral: Numeral, end: int, factor: int, dozen: bool) -> Numeral:
    """The number times its scale, which ends at ``end``."""
    style = _style(numeral, factor) if dozen else DECIMAL if numeral.style == DECIMAL else SCALED
    if numeral.style == FRACTION and numeral.number == numeral.step:
        numeral = numeral._replace(step=Fraction(numeral.step, 5))  # "half a million": to some 100,000
    number, step = tidy(numeral.number * factor), tidy(numeral.step * factor)
    return Numeral(numeral.start, end, number, step, style, numeral.words, factor)


_MORE = lazily(
    r"(?: ([0-9]{1,3}) (hundred|thousand|lakhs?|million)(?![a-z]))?"
    r"(?: and ([0-9]{1,2}|[a-z]{3,9})(?![a-z0-9]|[.,/-][0-9]| (?:hund|thou|mill)))?"
)


def _fits(rest: re.Match[str], factor: int, how: Spelling) -> bool:
    """Whether what follows a scale goes on the number: a smaller scale, or "and 21" after hundreds."""
    return bool(rest.group()) and (how.scales[rest[2]] < factor if rest[1] else factor == 100)


def _with_rest(text: str, numeral: Numeral, factor: int, rest: re.Match[str], how: Spelling) -> Numeral:
    """ "4 thousand 3 hundred and 21", "1 crore 20 lakh"; a smaller scale, then what is below a hundred."""
    number, last, end = numeral.number * factor, factor, rest.start()
    if rest[1] and how.scales[rest[2]] < factor:
        last, end = how.scales[rest[2]], rest.end(2)
        number += int(rest[1]) * last
    small = int(rest[3]) if rest[3] and rest[3].isdecimal() else how.small.get(rest[3] or "", 0)
    if last == 100 and 0 < small < 100 and (end == rest.end(2) or not rest[1]):
        number, last, end = number + small, 1, rest.end(3)
    style = SCALED if last > 1 else WHOLE
    return Numeral(numeral.start, end, tidy(number), tidy(numeral.step * last), style, False, factor)


def _half_more(numeral: Numeral, factor: int, top: int, bottom: int, end: int) -> Numeral:
    part = Fraction(factor, bottom)
    number = tidy(numeral.number * factor + top * part)
    return Numeral(numeral.start, end, number, tidy(part), SCALED, numeral.words, factor)


_OF_A = lazily(r" of (?:a|one) (?:hundred|thousand|million|billion|trillion|lakh|crore)(?![a-z])")


def _style(numeral: Numeral, factor: int) -> str:
    """A dozen and its half are exact."""
    return DOZEN if (numeral.number * factor) % 1 == 0 and numeral.style != DECIMAL else SCALED


_SCALE = lazily(r"( {2}|[ \u00a0\u2009\u202f\n-]?)([a-z]+)(?![a-z0-9])")


def _scale_of(match: re.Match[str], how: Spelling, money: bool) -> int | None:
    word = "m" if money and match[2] == "mm" else match[2]
    if (scale := how.scales.get(word)) is not None:
        return scale
    glued = (
        not match[1]
        or (match[1] != "-" and word in ("bn", "tn", "mn", "trn", "bln", "mln", "tln", "k"))
        or (money and word == "m")
    )
    return how.letters.get(word) if glued else None
