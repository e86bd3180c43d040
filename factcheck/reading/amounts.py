"""A number with its sign, scale and unit: "£1.2m", "33.4%", "six points". No hedge, no meaning yet."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.reading.hedges import word_before
from factcheck.reading.numerals import (
    DECIMAL,
    FRACTION,
    GLYPHS,
    OUT_OF,
    SCALED,
    WHOLE,
    Numeral,
    digits,
    scaled,
    slash,
    spelled,
    tidy,
    with_part,
)
from factcheck.reading.page import Page

PERCENT, POINTS, BASIS = "percent", "points", "basis points"
UNIT_STYLE = frozenset((PERCENT, POINTS))
MINUS = "-−–‐‑‒—"

_UNIT = re.compile(
    r"[ \u00a0\u202f-]?(?:(?P<percent>%|％|per[ -]?cent(?:um)?(?![a-z])|pc(?![a-z0-9]))|(?P<points>percentage[ -]points?|pts?\b|pp[ts]?\b|points?\b|p\.p\.)"
    r"|(?P<basis>basis[ -]points?|bps?\b))"
)
_AFTER_PERCENT = re.compile(r"[ -]?(?:age)?[ -]?(?:points?|pts?)(?![a-z])")
_WORD_AFTER = re.compile(r"([ \u00a0\n-]?)([a-z]+)(?![a-z0-9])")
_PER_CENT_LINE = re.compile(r"\n(?:per ?cent|percentage points?)(?![a-z])")
_OUT_OF = re.compile(r" (in every|out of every|out of|in) (?=[0-9a-z])")
_PART_WORD = re.compile(r"[ -]([a-z]+)(?![a-z])")
_BASES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 50, 100, 200, 250, 500, 1000, 10000, 100000))
_LOOSE_BASES = frozenset((3, 4, 5, 10, 20, 100, 1000))
_NOT_PARTS = re.compile(
    r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seats?|councillors?|constituenc\w+|mps?|councils?|wards?|games?"
    r"|matches|elections?|polls?|races?|of|members|candidates)\b"
)


class Amount(NamedTuple):
    """A number, its unit, and the place of both; ``core`` is the place of the number itself."""

    start: int
    end: int
    number: int | Fraction
    step: int | Fraction
    style: str
    unit: str
    core: tuple[int, int]
    words: bool = False
    scale: int = 1
    spread: tuple[int | Fraction, ...] = ()  # plain low and high, generous low and high, of an order of magnitude


def amount_at(page: Page, at: int) -> Amount | None:
    """The amount that starts at a digit, a number word or a currency sign; None when there is none."""
    char = page.low[at : at + 1]
    if "0" <= char <= "9":
        numeral = _in_digits(page, at)
        return complete(page, at, numeral, "") if numeral else None
    if char in page.grammar.money_signs:
        return _in_money(page, at)
    if char in GLYPHS:
        part = GLYPHS[char]
        return complete(page, at, Numeral(at, at + 1, part, Fraction(1, part.denominator), FRACTION), "")
    numeral = spelled(page.low, at, page.grammar.spelling)
    return complete(page, at, numeral, "") if numeral else None


def _in_digits(page: Page, at: int) -> Numeral | None:
    if page.low[at + 1 : at + 3].find("/") >= 0 and (part := slash(page.low, at)):
        return part
    return digits(page.low, at)


def _in_money(page: Page, at: int) -> Amount | None:
    """Money from its sign on: "£1.2m", "£ 5", "£-3m", "£half a million" is not read."""
    low, start = page.low, at + 1
    if low[start : start + 1] in (" ", "\u00a0"):
        start += 1
    numeral = _in_digits(page, start) if "0" <= low[start : start + 1] <= "9" else None
    if numeral is None:
        return None
    begin, currency = money_sign(page, at)
    return complete(page, begin, numeral, currency)


def money_sign(page: Page, at: int) -> tuple[int, str]:
    """Where the currency sign at ``at`` begins ("US$" before its dollar sign) and which currency it is."""
    signs, word = page.grammar.money_signs, word_before(page.low, at, max(page.floor, at - 2))
    sign = page.low[at]
    if word and word + sign in signs and page.text[at - 1].isupper():
        return at - len(word), signs[word + sign]
    return at, signs[sign]


def complete(page: Page, start: int, numeral: Numeral, currency: str) -> Amount:
    """The amount of a number: its fraction, scale and unit read after it."""
    low, how = page.low, page.grammar.spelling
    core_start = numeral.start
    if low[numeral.end : numeral.end + 1] in (" ", "-"):
        numeral = _with_words(page, numeral)
    numeral = scaled(low, numeral, how)
    core = (core_start, numeral.end)
    if currency:
        return Amount(start, numeral.end, numeral.number, numeral.step, numeral.style, currency, core, numeral.words, numeral.scale)
    unit, end, factor = unit_after(page, numeral.end)
    style = DECIMAL if unit in UNIT_STYLE and numeral.style in (WHOLE, SCALED) else numeral.style
    number, step = (numeral.number, numeral.step) if factor == 1 else (numeral.number * factor, numeral.step * factor)
    return Amount(start, end, number, step, style, unit, core, numeral.words, numeral.scale)


def _with_words(page: Page, numeral: Numeral) -> Numeral:
    """The number with what may follow it in words: "and a half", "two-thirds", "one in five"."""
    low, how = page.low, page.grammar.spelling
    if numeral.style != WHOLE or numeral.number > 100:
        return numeral if numeral.step != 1 else with_part(low, numeral, how)
    if match := _OUT_OF.match(low, numeral.end):
        return _in_every(page, numeral, match) or numeral
    if numeral.words and (match := _PART_WORD.match(low, numeral.end)) and match[1] in how.parts:
        top, bottom = int(numeral.number), how.parts[match[1]]
        if 0 < top < bottom and (top == 1) != match[1].endswith("s"):
            return Numeral(numeral.start, match.end(), Fraction(top, bottom), Fraction(1, bottom), FRACTION, True)
    return with_part(low, numeral, how)


def _in_every(page: Page, numeral: Numeral, match: re.Match[str]) -> Numeral | None:
    """ "one in five", "four out of ten"; not "two in 12 months", "37 out of 57 seats"."""
    low, at, joint = page.low, match.end(), match[1]
    base = digits(low, at) if low[at].isdigit() else spelled(low, at, page.grammar.spelling)
    if base is None or base.step != 1 or base.number not in _BASES or not 0 < numeral.number < base.number:
        return None
    if "every" not in joint and (base.number not in _LOOSE_BASES and numeral.number != 1 or _NOT_PARTS.match(low, base.end)):
        return None
    if not 0 < numeral.number <= 20 and joint == "in":
        return None
    style = OUT_OF if base.number >= 10 and numeral.number != 1 else FRACTION
    part = Fraction(int(numeral.number), int(base.number))
    return Numeral(numeral.start, base.end, part, Fraction(1, int(base.number)), style, numeral.words)


def unit_after(page: Page, end: int) -> tuple[str, int, int | Fraction]:
    """The unit written after a number, where it ends, and what it multiplies the number by (pence: 1/100)."""
    low = page.low
    if match := _UNIT.match(low, end):
        unit = match.lastgroup or ""
        if unit == PERCENT and (points := _AFTER_PERCENT.match(low, match.end())):
            return POINTS, points.end(), 1
        return (BASIS, match.end(), 1) if unit == "basis" else (unit, match.end(), 1)
    if match := _WORD_AFTER.match(low, end):
        return _money_after(page, match, end)
    return "", end, 1


def _money_after(page: Page, match: re.Match[str], end: int) -> tuple[str, int, int | Fraction]:
    word, grammar = match[2], page.grammar
    if word in grammar.money_words and match[1]:
        return grammar.money_words[word], match.end(), 1
    if word in grammar.pence and (match[1] != "-" or word != "p") and (word != "p" or not match[1]):
        return grammar.pence[word], match.end(), Fraction(1, 100)
    if match[1] == "\n" and (line := _PER_CENT_LINE.match(page.low, end)):
        return (POINTS if "point" in line.group() else PERCENT), line.end(), 1
    return "", end, 1


def signed(page: Page, amount: Amount) -> Amount:
    """The amount with the sign before it, where a plus or minus is clearly meant and not a dash."""
    at = amount.start - 1
    if at < page.floor:
        return amount
    char = page.low[at]
    if char in "+±" and (at == 0 or not page.low[at - 1].isalnum()):
        return amount._replace(start=at)
    if char in MINUS and _is_minus(page, at, amount):
        return amount._replace(start=at, number=tidy(-amount.number))
    return amount


def _is_minus(page: Page, at: int, amount: Amount) -> bool:
    """ "(-8.5" and ": -8.5" are minus; "Green -3,203", "12-15" and "votes – 3" are dashes."""
    low, before = page.low, page.low[at - 1 : at]
    if before in ("(", "[", ",", ""):
        return True
    if page.low[at] == "—" or before not in (" ", "\u00a0", "\t", "\n"):
        return False
    end = at - 1
    while end > page.floor and low[end - 1] in " \t\u00a0":
        end -= 1
    last = low[end - 1 : end]
    if amount.unit in UNIT_STYLE or amount.style == DECIMAL:
        return not last.isalpha() or page.text[end - 1].islower()
    return not last.isalnum() and last not in ")%" or word_before(low, end, page.floor) in ("of", "by", "to", "was", "at")
