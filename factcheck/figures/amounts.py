"""A number with its sign, scale and unit: "£1.2m", "33.4%", "six points". No hedge, no meaning yet."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.hedges import word_before
from factcheck.figures.numerals import (
    DECIMAL,
    FRACTION,
    GLYPHS,
    MEASURE,
    OUT_OF,
    SCALED,
    WHOLE,
    Numeral,
    digits,
    slash,
    tidy,
)
from factcheck.figures.page import Page
from factcheck.figures.scales import scaled, with_part
from factcheck.figures.spelled import spelled
from factcheck.figures.units import BLANKS, MONEY_SIGNS, UNIT_STYLE, is_money, more_of_it, unit_after
from factcheck.interval import Number
from factcheck.patterns import lazily

MINUS = "-−–‐‑‒—"
NEGATIVE = frozenset(("minus", "negative"))
_CAPITAL_M = lazily(r" M(?![\w&'’.])")  # "1,200 M"
_OUT_OF = lazily(r"[ -](in every|out of every|out of|in)[ -](?=[0-9a-z])")
_BASES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 50, 100, 200, 250, 500, 1000, 10000, 100000))
_LOOSE_BASES = frozenset((3, 4, 5, 10, 20, 100, 200, 500, 1000, 10000, 100000))
# "two in 12 months", "three out of five seats" are counts
_NOT_PARTS = lazily(
    r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seats?|councillors?|constituenc\w+|mps?|councils?|wards?"
    r"|games?|sets|overs|innings|frames|quarters|matches|elections?|polls?|races?|of|members|candidates|places|locations)\b"
)


class Amount(NamedTuple):
    """A number, its unit, and the place of both; ``core`` is the place of the number itself."""

    start: int
    end: int
    number: Number
    step: Number
    style: str
    unit: str
    core: tuple[int, int]
    words: bool = False
    scale: int = 1
    spread: tuple[Number, ...] = ()  # plain low and high, generous low and high, of an order of magnitude


def amount_at(page: Page, at: int) -> Amount | None:
    """The amount that starts at a digit, a number word or a currency sign; None when there is none."""
    char = page.low[at : at + 1]
    if "0" <= char <= "9":
        numeral = in_digits(page, at)
    elif char in page.grammar.money_signs:
        return _in_money(page, at)
    elif char in GLYPHS:
        part = GLYPHS[char]
        numeral = Numeral(at, at + 1, part, Fraction(1, part.denominator), FRACTION)
    else:
        numeral = spelled(page.low, at, page.grammar.spelling)
    return complete(page, at, numeral, "") if numeral else None


def in_digits(page: Page, at: int) -> Numeral | None:
    """The number in digits at ``at``; None when its grouping is malformed."""
    low = page.low
    if "/" in low[at + 1 : at + 3] and (part := slash(low, at)):
        return part
    return digits(low, at)


def _in_money(page: Page, at: int) -> Amount | None:
    """Money from its sign on: "£1.2m", "£ 5"; "£half a million" is not read."""
    low, start = page.low, at + 1
    if low[start : start + 1] in (" ", "\u00a0"):
        start += 1
    numeral = in_digits(page, start) if "0" <= low[start : start + 1] <= "9" else _pointed(low, start)
    if numeral is None:
        return None
    begin, currency = _money_sign(page, at)
    return complete(page, begin, numeral, currency)


def _pointed(low: str, start: int) -> Numeral | None:
    """A decimal without its nought: ".50" in "$.50"."""
    match = _POINTED.match(low, start)
    if match is None:
        return None
    step = Fraction(1, 10 ** len(match[1]))
    return Numeral(start, match.end(), tidy(int(match[1]) * step), step, DECIMAL)


_POINTED = lazily(r"\.([0-9]{1,9})(?![0-9])")


def _money_sign(page: Page, at: int) -> tuple[int, str]:
    """Where the currency sign at ``at`` begins ("US$" before its dollar sign) and which currency it is."""
    signs, word = page.grammar.money_signs, word_before(page.low, at, max(page.floor, at - 2))
    sign = page.low[at]
    if word and word + sign in signs and page.text[at - 1].isupper():
        return at - len(word), signs[word + sign]
    match = _COUNTRY.search(page.low, max(page.floor, at - 5), at)
    code = match[1].replace(".", "") if match else ""
    if code == "us" and match and page.text[match.start(1)].islower():
        return at, signs[sign]  # "it gave us $5m"
    if match and (currency := signs.get(code + sign) or (signs.get(code) if sign == "$" and len(code) == 3 else None)):
        return match.start(1), currency
    return at, signs[sign]


_COUNTRY = lazily(r"(?<![a-z.])(u\.s\.?|us|hk|nz|au|nt|c|[acmnstu][a-z]{2}) ?\Z")  # "US $5", "c $ 5", "aud$5"


def complete(page: Page, start: int, numeral: Numeral, currency: str) -> Amount:
    """The amount of a number: its fraction, scale and unit read after it."""
    begin, end, number, step, style, words, scale = numeral
    if style != FRACTION and not _goes_on(page, end):
        return Amount(start, end, number, step, style, currency, (begin, end), words, scale)
    if page.low[end : end + 1] in (" ", "-"):
        numeral = _with_words(page, numeral)
    if not _in_metres(page, end, currency, number):
        numeral = scaled(
            page.low, numeral, page.grammar.spelling, bool(currency) or _CAPITAL_M.match(page.text, end) is not None
        )
    _, end, number, step, style, words, scale = numeral
    core = (begin, end)
    if currency:
        return Amount(start, end, number, step, style, currency, core, words, scale)
    unit, end = unit_after(page, end)
    if unit and (more := more_of_it(page, end, unit)) is not None:
        number, step, end = tidy(number * more[0] + more[1]), more[3], more[2]
        style = SCALED if more[0] > 1 else DECIMAL
    if style == WHOLE and unit and not is_money(unit):
        style = DECIMAL if unit in UNIT_STYLE else MEASURE
    return Amount(start, end, number, step, style, unit, core, words, scale)


def _in_metres(page: Page, end: int, currency: str, number: Number) -> bool:
    """Whether the "m" written on to a number is metres: "the 200m final", "1500m", "1.8m tall", not "1.2m viewers"."""
    low = page.low
    if currency or low[end : end + 1] != "m" or low[end + 1 : end + 2].isalnum():
        return False
    if number >= 1000:
        return True
    return low[end + 1 : end + 2] in (" ", "-") and page.word_after(end + 1) in page.grammar.lengths


def _goes_on(page: Page, end: int) -> bool:
    """Whether a scale, fraction or unit may follow; a quick look, since nearly always none does."""
    page.after(end)
    word = page.word_after(end)
    if word:
        return word in page.grammar.goes_on
    low = page.low
    return low[end : end + 1] in _SIGNS_AFTER or (
        low[end : end + 1] in BLANKS and low[end + 1 : end + 2] in _SIGNS_AFTER
    )


_SIGNS_AFTER = frozenset("%％°ºµμ" + MONEY_SIGNS)


def _with_words(page: Page, numeral: Numeral) -> Numeral:
    """The number with what may follow it in words: "and a half", "two-thirds", "one in five"."""
    low, how, word = page.low, page.grammar.spelling, page.word_after(numeral.end)
    if numeral.step != 1:
        return numeral
    if word in ("in", "out"):
        match = _OUT_OF.match(low, numeral.end)
        return (_in_every(page, numeral, match) if match and numeral.number <= 100 else None) or numeral
    if numeral.words and word in how.parts:
        top, bottom = int(numeral.number), how.parts[word]
        if top > 0 and (top < bottom or bottom not in (2, 4)) and (top == 1) != word.endswith("s"):
            end, part = page.after(numeral.end)[2], Fraction(1, bottom)
            return Numeral(numeral.start, end, top * part, part, FRACTION, True)
    return (
        with_part(low, numeral, how)
        if not numeral.words
        else _twenty_fifths(page, numeral) or with_part(low, numeral, how)
    )


def _twenty_fifths(page: Page, numeral: Numeral) -> Numeral | None:
    """ "three twenty-fifths": a fraction whose lower number is a ten and a unit."""
    match, how = _COMPOUND.match(page.low, numeral.end), page.grammar.spelling
    if match is None or match[1] not in how.tens:
        return None
    bottom = how.tens[match[1]] + page.grammar.ordinals.get(match[2], 0)
    if not how.tens[match[1]] < bottom < how.tens[match[1]] + 10 or (numeral.number == 1) == bool(match[3]):
        return None
    part = Fraction(1, bottom)
    return Numeral(numeral.start, match.end(), numeral.number * part, part, FRACTION, True)


_COMPOUND = lazily(r"[ -]([a-z]+ty)[ -]([a-z]+?)(s?)(?![a-z])")


def _in_every(page: Page, numeral: Numeral, match: re.Match[str]) -> Numeral | None:
    """ "one in five", "four out of ten"; not "two in 12 months", "37 out of 57 seats"."""
    low, at, joint = page.low, match.end(), match[1]
    base = digits(low, at) if "0" <= low[at] <= "9" else spelled(low, at, page.grammar.spelling)
    if base is None or base.step != 1 or not 0 < numeral.number < base.number:
        return None
    if base.number not in _BASES and (numeral.number != 1 or 1500 < base.number < 2100):
        return None
    loosely = numeral.number == 1 or base.number in _LOOSE_BASES
    counts = _NOT_PARTS.match(low, base.end) and not (joint == "out of" and low.startswith(" of", base.end))
    if "every" not in joint and (not loosely or counts or numeral.number > 20):
        return None
    style = OUT_OF if base.number >= 10 and numeral.number != 1 else FRACTION
    part = Fraction(1, int(base.number))
    return Numeral(numeral.start, base.end, part * numeral.number, part, style, numeral.words)


def signed(page: Page, amount: Amount) -> Amount:
    """The amount with the sign before it, where a plus or minus is clearly meant and not a dash."""
    at = amount.start - 1
    if at < page.floor:
        return amount
    char = page.low[at]
    if char == " " and (word := page.before(amount.start)) in NEGATIVE:
        if page.low.endswith("plus or ", page.floor, at - len(word)):
            return amount._replace(start=at - len("plus or minus"))
        return amount._replace(start=at - len(word), number=tidy(-amount.number))
    if char in "+±" and (at == 0 or not page.low[at - 1].isalnum()):
        return amount._replace(start=at)
    if char in MINUS and _is_minus(page, at, amount):
        return amount._replace(start=at, number=tidy(-amount.number))
    return amount


_BEFORE_MINUS = frozenset(("of", "by", "to", "was", "is", "at", "from", "stood", "stands", "reached", "hit"))


def _is_minus(page: Page, at: int, amount: Amount) -> bool:
    """ "(-8.5" and ": -8.5" are minus; "Green -3,203", "12-15" and "votes – 3" are dashes."""
    low, before = page.low, page.low[at - 1 : at] if at else ""
    if before in ("(", "[", ",", ""):
        return True
    if low[at] == "—" or before not in (" ", "\u00a0", "\t", "\n"):
        return False
    end = at - 1
    while end > max(page.floor, at - 9) and low[end - 1] in " \t\u00a0":
        end -= 1
    last = low[end - 1 : end]
    if amount.unit in UNIT_STYLE or amount.style == DECIMAL:
        return not last.isalpha() or page.text[end - 1].islower()
    bare = not last.isalnum() and last not in (")", "%")
    return bare or word_before(low, end, page.floor) in _BEFORE_MINUS
