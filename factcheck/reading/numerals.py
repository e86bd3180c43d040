"""Numbers as they are written, in digits or in words, without hedge, unit or meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.patterns import lazily
from factcheck.words import Words

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
_WORD = lazily(r"[a-z]+")
_POINT = lazily(r" point((?:[ -][a-z]+){1,6})")
_JOINT = lazily(r"( {1,2}and {1,2}|-and-| {1,3}| - |-)([a-z]+)")
_AND_PART = lazily(r"(?: and |-and-)(?:an?[ -]|([a-z]{3,9})[ -])([a-z]+)(?![a-z])")


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


@dataclass(frozen=True, slots=True)
class Spelling:
    """The number words of a ``Words``, by what they may stand next to."""

    small: dict[str, int]  # zero to nineteen
    tens: dict[str, int]
    scales: dict[str, int]  # hundred and up, dozen
    letters: dict[str, int]
    parts: dict[str, int]  # fractions: third -> 3

    def starts(self, word: str) -> bool:
        """Whether a number in words can start with ``word``."""
        return word in self.small or word in self.tens


def spelling(words: Words) -> Spelling:
    """The number words, in the shape that ``spelled`` needs."""
    sections = [words.numbers.get(key, {}) for key in ("units", "tens", "scales", "letters", "fractions")]
    return Spelling(*({word: int(number) for word, number in section.items()} for section in sections))


def spelled(text: str, at: int, how: Spelling, first: int | None = None) -> Numeral | None:
    """The number in words at ``at`` ("a hundred and twenty-one" from its "hundred", with ``first`` 1).

    None when no number starts there. Each word is looked at once.
    """
    word = _WORD.match(text, at)
    if word is None:
        return None
    sum_ = _Sum(how, first)
    if not sum_.take(word.group(), False):
        return None
    end = word.end()
    while (joint := _JOINT.match(text, end)) and _goes_on(text, end, joint, sum_):
        end = joint.end()
    if text.startswith(" point ", end) and (point := _POINT.match(text, end)):
        return _with_decimals(Numeral(at, end, sum_.total + sum_.group, 1, WHOLE, True), point, how)
    return Numeral(at, end, sum_.total + sum_.group, 1, WHOLE, True)


def _goes_on(text: str, end: int, joint: re.Match[str], sum_: _Sum) -> bool:
    """Whether the next word belongs to the number; not "three" in "a million and three quarters"."""
    after_and = "and" in joint[1]
    if after_and and _part_after(text, end, sum_.how) is not None:
        return False
    return (joint[1] != " - " or sum_.room == 10) and sum_.take(joint[2], after_and)


def _with_decimals(numeral: Numeral, point: re.Match[str], how: Spelling) -> Numeral:
    """ "five point two five" from its "five"; the number alone where no digits follow the point."""
    number, step, end, tens = numeral.number, Fraction(1), numeral.end, False
    for word in _WORD.finditer(point[1]):
        digit = how.small.get(word.group(), how.tens.get(word.group()))
        if digit is None:
            break
        step /= 10 if digit < 10 and not tens else 1 if tens else 100
        number, end, tens = number + digit * step, point.start(1) + word.end(), digit >= 20
    return Numeral(numeral.start, end, tidy(number), step, DECIMAL, True) if step < 1 else numeral


class _Sum:
    """Adds up number words from the left, and refuses the word that does not go on the number."""

    def __init__(self, how: Spelling, first: int | None) -> None:
        self.how = how
        self.total = 0
        self.group = first or 0  # below the next scale word
        self.room = 1000 if first is None else 0  # the next small word must be below this
        self.scale: int | None = None
        self.started = first is not None

    def take(self, word: str, after_and: bool) -> bool:
        if (small := self.how.small.get(word)) is not None:
            return self._add(small, 10 if 0 < small < 10 else 100, after_and)
        if (tens := self.how.tens.get(word)) is not None:
            return self._add(tens, 100, after_and)
        return not after_and and self._scale(self.how.scales.get(word))

    def _add(self, number: int, needs: int, after_and: bool) -> bool:
        if self.room < needs or (number == 0 and self.started) or (after_and and not self._and_fits()):
            return False
        self.group += number
        self.room = 10 if number >= 20 else 0
        self.started = True
        return True

    def _and_fits(self) -> bool:
        """ "and" joins only after hundred, thousand and up: "two hundred and one", not "twenty and one"."""
        return self.started and self.room >= 100

    def _scale(self, scale: int | None) -> bool:
        if scale is None or self.group == 0:
            return False
        if scale == 100 and self.group < 100:
            self.group, self.room = self.group * 100, 100
            return True
        if scale == 12 and (self.total or self.group >= 100):
            return False
        if scale == 100 or (self.scale is not None and scale >= self.scale):
            return False
        self.total, self.group, self.scale, self.room = self.total + self.group * scale, 0, scale, 1000
        return True


def with_part(text: str, numeral: Numeral, how: Spelling) -> Numeral:
    """The number with "and a half", "and three-quarters" after it, where that is written."""
    found = _part_after(text, numeral.end, how)
    if found is None or numeral.step != 1:
        return numeral
    top, bottom, end = found
    unit = _thousands(numeral)
    if numeral.number >= 1000 and (scale := _SCALE.match(text, end)) and 100 < how.scales.get(scale[2], 0) <= unit:
        unit, end = how.scales[scale[2]], scale.end()  # "a billion and a half million"
    part = Fraction(1, bottom) * unit
    style = FRACTION if part < 1 else SCALED
    return Numeral(numeral.start, end, tidy(numeral.number + top * part), part, style, numeral.words)


def _part_after(text: str, end: int, how: Spelling) -> tuple[int, int, int] | None:
    """The "and three-quarters" at ``end``: its three, its four, and where it ends; None when none is written."""
    match = _AND_PART.match(text, end)
    if match is None or match[2] not in how.parts:
        return None
    top, bottom = how.small.get(match[1], 0) if match[1] else 1, how.parts[match[2]]
    plural = match[2].endswith("s") or match[2] == "halves"
    return (top, bottom, match.end()) if 0 < top < bottom and plural == (top > 1) else None


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
    if (
        factor >= 100
        and not money
        and numeral.step == 1
        and not numeral.words
        and (rest := _MORE.match(text, end))
        and rest.group()
        and _fits(rest, factor, how)
    ):
        return _with_rest(text, numeral, factor, rest, how)
    part = _part_after(text, end, how) if factor >= 1000 and numeral.step == 1 else None
    if part is not None and not text.startswith(" of ", part[2]):  # "3 million and a half"
        return _half_more(numeral, factor, *part)
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
    return how.scales[rest[2]] < factor if rest[1] else factor == 100


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
