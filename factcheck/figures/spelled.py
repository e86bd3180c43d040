"""Numbers as they are written in words."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.figures.numerals import DECIMAL, WHOLE, Numeral, tidy
from factcheck.patterns import lazily
from factcheck.values import frozen
from factcheck.words import Words

_WORD = lazily(r"[a-z]+")
_POINT = lazily(r" point((?:[ -][a-z]+){1,6})")
_JOINT = lazily(r"( {1,2}and {1,2}|-and-| {1,3}| - |-)([a-z]+)")
_AND_PART = lazily(r"(?: and |-and-)(?:an?[ -]|([a-z]{3,9})[ -])([a-z]+)(?![a-z])")


@frozen
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
    if after_and and part_after(text, end, sum_.how) is not None:
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


def part_after(text: str, end: int, how: Spelling) -> tuple[int, int, int] | None:
    """The "and three-quarters" at ``end``: its three, its four, and where it ends; None when none is written."""
    match = _AND_PART.match(text, end)
    if match is None or match[2] not in how.parts:
        return None
    top, bottom = how.small.get(match[1], 0) if match[1] else 1, how.parts[match[2]]
    plural = match[2].endswith("s") or match[2] == "halves"
    return (top, bottom, match.end()) if 0 < top < bottom and plural == (top > 1) else None
