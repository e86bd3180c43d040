"""Numbers as they are written in digits, without hedge, unit or meaning."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.patterns import lazily

Number = int | Fraction
LONGEST = 40  # digits; longer runs are codes
# How a number's precision is to be understood.
WHOLE, DECIMAL, SCALED, FRACTION, OUT_OF, DOZEN = "whole", "decimal", "scaled", "fraction", "out of", "dozen"
MULTIPLE, MEASURE = "multiple", "measure"


class Numeral(NamedTuple):
    """A number at [start, end) of a text. ``step`` is the unit of the last place that was written, scaled
    (1 in 15,640; 1/10 in 33.4; 100,000 in 1.2m; 1/3 in "two-thirds")."""

    start: int
    end: int
    number: Number
    step: Number
    style: str
    words: bool = False
    scale: int = 1  # what a scale word after the number multiplied it by


GLYPHS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
GLYPHS |= {"⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6)}
GLYPHS |= {"⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8)}
_CHUNK = lazily(r"[0-9]+(?:[,.][0-9]+)*")
_SPACED = lazily(  # at most eighteen digits, so that a long row of groups costs no more than its length
    r"[1-9][0-9]{0,2}(?:[\u00a0\u2009\u202f][0-9]{3}){1,5}(?![\u00a0\u2009\u202f]?[0-9])(?:\.[0-9]{1,9})?"
)
_WIDE = lazily(  # "1 234 567", "40 000": two groups, or one of noughts
    r"[1-9][0-9]{0,2}(?:(?: [0-9]{3}){2,5}| 000)(?! ?[0-9]|[,.%][0-9])"
)
_COMMA = lazily(r"[0-9]{1,3},[0-9]{1,2} (?:million|billion|trillion)(?![a-z])")  # "1,5 million"
_DIGIT = frozenset("0123456789")
_FORM = lazily(
    r"(?P<west>[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<westpart>[0-9]+))?"
    r"|(?P<indian>[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})(?:\.(?P<indianpart>[0-9]+))?"
    r"|(?P<plain>[0-9]+)\.(?P<part>[0-9]+)"
    r"|(?P<dotted>[0-9]{1,3}(?:\.[0-9]{3})+),(?P<dottedpart>[0-9]{1,2})|(?P<dots>[0-9]{1,3}(?:\.[0-9]{3}){2,})"
)
_POWER = lazily(
    r"(?:e|( ?[x×*] ?10\^))([+-]?[0-9]{1,2})(?![0-9a-z])|\^([+-]?[0-9]{1,2})(?![0-9])"  # "1.3e6", "1.3x10^6", "2.5^3"
)
_VULGAR = lazily(r"[ \u2009\u00a0]?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|(?: {1,2}|-)([1-9])[/⁄]([2-9]|1[0-6])(?![0-9/,.]|[.,][0-9])")
_SLASH = lazily(r"([1-9][0-9]?)[/⁄]([2-9]|1[0-9]|20|100)(?![0-9/]|[.,][0-9])")


@lru_cache(maxsize=8192)
def printed(chunk: str) -> tuple[Number, Number] | None:
    """The number and the unit of its last place for digits as printed ("6,27,881", "33.4"); None if malformed."""
    if len(chunk) > LONGEST:
        return None
    if chunk.isdecimal():
        return int(chunk), 1
    form = _FORM.fullmatch(chunk)
    if form is None:
        return None
    west = form["west"] or form["indian"] or form["plain"]
    whole = west.replace(",", "") if west else (form["dotted"] or form["dots"]).replace(".", "")
    part = form["westpart"] or form["indianpart"] or form["part"] or form["dottedpart"] or ""
    if not part:
        return int(whole), 1
    return tidy(Fraction(int(whole + part), 10 ** len(part))), Fraction(1, 10 ** len(part))


def digits(text: str, at: int) -> Numeral | None:
    """The number in digits at ``at``, with a fraction after it ("5½", "2 1/2"); None when the grouping is malformed."""
    match = _CHUNK.match(text, at)
    assert match is not None
    end, chunk = match.end(), match.group()
    spaced = (
        _SPACED.match(text, at) if text[end : end + 1] in _THIN else _WIDE.match(text, at) if end - at < 4 else None
    )
    if spaced is not None and (at < 2 or text[at - 2] not in _DIGIT):
        end, chunk = spaced.end(), spaced.group().translate(_NO_SPACES)
    value = printed(chunk) or (printed(chunk.replace(",", ".")) if _COMMA.match(text, at) else None)
    if value is None:
        return None
    number, step = value
    if text[end : end + 1] in _POWER_STARTS and (power := _POWER.match(text, end)):
        return _raised(at, number, step, power)
    if step == 1 and text[end : end + 1] in _VULGAR_STARTS and (vulgar := _VULGAR.match(text, end)):
        part = GLYPHS[vulgar[1]] if vulgar[1] else Fraction(int(vulgar[2]), int(vulgar[3]))
        if part < 1:
            return Numeral(at, vulgar.end(), number + part, Fraction(1, part.denominator), FRACTION)
    return Numeral(at, end, number, step, WHOLE if step == 1 else DECIMAL)


def _raised(at: int, number: Number, step: Number, power: re.Match[str]) -> Numeral:
    """A number with a power of ten after it, or one that is itself raised: "1.3e6", "1.1^23"."""
    if power[3]:
        raised = Fraction(number) ** int(power[3]) if number else Fraction(0)
        return Numeral(at, power.end(), tidy(raised), tidy(abs(raised) or Fraction(1)), SCALED)
    ten = Fraction(10) ** int(power[2])
    return Numeral(at, power.end(), tidy(number * ten), tidy(step * ten), DECIMAL)


def tidy(number: Number) -> Number:
    """The same number, an ``int`` when it is whole."""
    return int(number) if number.denominator == 1 else number


_THIN = frozenset(("\u00a0", "\u2009", "\u202f"))
_POWER_STARTS = frozenset("ex×*^ ")
_NO_SPACES = {0x20: None, 0xA0: None, 0x2009: None, 0x202F: None}
_VULGAR_STARTS = frozenset(GLYPHS) | {" ", "-", "\u2009", "\u00a0"}


def slash(text: str, at: int) -> Numeral | None:
    """A fraction written with a slash ("3/4")."""
    match = _SLASH.match(text, at)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    part = Fraction(int(match[1]), int(match[2]))
    return Numeral(at, match.end(), part, Fraction(1, part.denominator), FRACTION)
