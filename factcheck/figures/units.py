"""What is written after a number to say what it is of: per cent, points, money, units of measure."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.figures.page import Page
from factcheck.figures.spelled import spelled
from factcheck.interval import Number
from factcheck.patterns import lazily

PERCENT, POINTS, BASIS = "percent", "points", "basis points"
UNIT_STYLE = frozenset((PERCENT, POINTS))
_UNIT = lazily(
    r"[ \u00a0\u202f\n-]?(?:(?P<percent>%|％|per[ -]?cent(?:um|s|ages?(?![ -]point))?(?![a-z])|pc(?![a-z0-9]))"
    r"|(?P<points>(?:of a )?percentage[ -]points?|pts?\b|pp[ts]?\b|points?\b|p\.p\.)"
    r"|(?P<basis>basis[ -]points?|bps?\b))"
)
_AFTER_PERCENT = lazily(r"[ -]?(?:age)?[ -]?(?:points?|pts?)(?![a-z])")
MONEY_SIGNS = "€£$₹¥₡₾₭₿₫₱฿₴₸₮₲₵元"
_MONEY_AFTER = lazily(rf"[ \u00a0]?([{re.escape(MONEY_SIGNS)}])(?![0-9 ]*[0-9])")  # "5 €", but not "5 £6"
_AND_CENTS = lazily(
    r"(?: and)? ([0-9]{1,2}|[a-z]{3,9}(?:[ -][a-z]{3,5})?) (?:cents?|pence)(?![a-z])"
)  # "3 dollars 50 cents"
_MORE_CENTS = lazily(r"(?: and)? ([0-9]{2})(?=[.,;:!?)]|$)")  # "15 dollars 50."
_INCHES = lazily(r"(?: and)? ?([0-9]{1,2}(?:\.[0-9])?) ?(?:in|ins|inch|inches)(?![a-z])|-([0-9]|1[01])(?![0-9a-z,.-])")
_SCREENS = frozenset(("480", "576", "720", "1080", "1440", "2160"))
_MILLIONS = lazily(r" (million|billion|trillion)(?![a-z])")  # "75 USD million"
PERCENT_OF = ("percent of ", "per cent of ", "percents of ", "per cents of ", "percentage of ")
_NO_NOUN = lazily(r"[.,;:!?)]?(?:\s|$)(?! ?[a-z0-9])|[.,;:!?)](?:\s|$)")
BLANKS = frozenset((" ", "\u00a0", "\u202f", "-"))


def unit_after(page: Page, end: int) -> tuple[str, int]:
    """The unit written after a number, and where it ends."""
    low = page.low
    if match := _UNIT.match(low, end):
        unit = match.lastgroup or ""
        if unit == PERCENT and (points := _AFTER_PERCENT.match(low, match.end())):
            return POINTS, points.end()
        return (BASIS if unit == "basis" else unit), match.end()
    if sign := _MONEY_AFTER.match(low, end):
        return page.grammar.money_signs[sign[1]], sign.end()
    joint, word, _ = page.after(end)
    return _measure(page, end, joint, word) or ("", end)


def percent_before(page: Page, start: int, end: int) -> int | None:
    """Where a "percentage of" before the number at [start, end) begins that makes it one: "a percentage of 45.2".

    None where what is counted follows ("what percentage of 10 people"), or a figure stands before ("40% of 210").
    """
    for wording in PERCENT_OF if page.before(start) == "of" else ():
        begin = start - len(wording)
        if begin >= page.floor and page.low.startswith(wording, begin) and not page.low[begin - 1 : begin].isalnum():
            return begin if _NO_NOUN.match(page.low, end) else None
    return None


def more_of_it(page: Page, end: int, unit: str) -> tuple[int, Number, int, Number] | None:
    """What a unit is followed by and still belongs to the amount: times, plus, where it ends and its step.

    "3 dollars 50 cents", "5 ft 2 in", "75 USD million".
    """
    low, how = page.low, page.grammar.spelling
    if low[end : end + 1] != " " and not (unit == "foot" and low[end : end + 1] == "-"):
        return None
    if unit == "foot":
        inches = _INCHES.match(low, end)
        return (1, Fraction(inches[1] or inches[2]) / 12, inches.end(), Fraction(1, 12)) if inches else None
    if not is_money(unit):
        return None
    if match := _MILLIONS.match(low, end):
        return how.scales[match[1]], 0, match.end(), how.scales[match[1]]
    if match := _AND_CENTS.match(low, end) or _MORE_CENTS.match(low, end):
        cents = int(match[1]) if match[1].isdecimal() else _small(match[1], page)
        return (1, Fraction(cents, 100), match.end(), Fraction(1, 100)) if cents else None
    return None


def _small(words: str, page: Page) -> int:
    """A number in words below a hundred, else 0."""
    numeral = spelled(words, 0, page.grammar.spelling)
    whole = numeral is not None and numeral.end == len(words) and numeral.number < 100
    return int(numeral.number) if numeral and whole else 0


_NAME = lazily(r" [A-Z][a-z]")


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return len(unit) == 3 and unit.isupper()


def _measure(page: Page, end: int, joint: str, word: str) -> tuple[str, int] | None:
    """The unit of measure or the money written after a number, and where it ends: "km", "Swiss francs"."""
    low, grammar = page.low, page.grammar
    begin = end + (len(joint) if word else low[end : end + 1] in BLANKS)
    if joint == "\n" or (len(word) > 3 and page.text[begin].isupper() and _NAME.match(page.text, begin + len(word))):
        return None  # "41,495 Penny Mordaunt"
    if word == "m" and page.text[begin] == "M" and low.startswith(". ", begin + 1):
        return None  # "15 M. Morkel"
    for wording, unit in grammar.measures.get(word, ()):
        stop = begin + len(wording)
        if not low.startswith(wording, begin) or low[stop : stop + 1].isalnum():
            continue
        if joint or not is_money(unit) or page.text[begin:stop].isupper():
            return unit, stop
    if word == "p" and low[max(0, end - 4) : end].strip() in _SCREENS:
        return None  # "1080p" is no money
    if word == "c" and not joint and page.text[end] == "c":
        return "cent", end + 1
    if (
        word in grammar.glued
        and not joint
        and (word in "vw" or page.text[end].isupper() == (word in "cf"))
        and not low[end + len(word) :][:1].isalnum()
    ):
        return grammar.glued[word], end + len(word)
    return None
