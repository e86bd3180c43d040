"""The text that figures are read from, and the grammar that is made once from the house's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck.dates.days import MONTHS
from factcheck.dates.find import Times
from factcheck.dates.spans import SEASONS
from factcheck.figures.hedges import HedgeBook, hedge_book, word_before
from factcheck.figures.numerals import GLYPHS
from factcheck.figures.spelled import Spelling, spelling
from factcheck.patterns import any_of, lowered
from factcheck.words import Number, Vague, Words

UNIT_WORDS = frozenset(
    (
        *(
            "percent",
            "per",
            "percentage",
            "percents",
            "percentages",
            "pc",
            "point",
            "points",
            "pt",
            "pts",
            "pp",
            "ppt",
            "ppts",
            "p",
        ),
        *("basis", "bp", "bps"),
    )
)
POINT = "percentage"  # of "a percentage point", which is one
JOINTS = frozenset(("and", "in", "out"))  # "one and a half", "one in five", "four out of ten"
_LIST_NUMBER = re.compile(r"^[ \t]*([0-9]{1,3})(?:[.)][ \t]*|[ \t]+)(?=[A-Z])", re.MULTILINE)
_AFTER = re.compile(r"([ \u00a0\u202f\n-]?)([a-z]+)")


After = tuple[str, str, int]  # what stands between ("", " ", "-", a line's end), the next word, its end


@dataclass(frozen=True)
class Grammar:
    """What reading figures needs of a ``Words``, ready to be looked up."""

    anchor: re.Pattern[str]  # where a figure can begin; see ``anchors``
    spelling: Spelling
    hedges: HedgeBook
    vague: dict[str, Vague]
    multiples: dict[str, Number]
    ordinals: dict[str, int]
    money_signs: dict[str, str]
    money_words: dict[str, str]
    measures: dict[
        str, tuple[tuple[str, str], ...]
    ]  # first word -> wordings of units after a number, the longest first
    glued: dict[str, str]  # the letters of units that are only read where they are glued to the number
    lengths: frozenset[str]  # words after "m" that make it metres
    races: frozenset[str]  # words after a length in metres that make it the name of a race
    labels: frozenset[str]
    versions: frozenset[str]  # things whose versions have a point
    capital_labels: frozenset[str]
    starting: dict[str, tuple[str, ...]]  # first word -> idioms that start with it
    ending: dict[str, tuple[str, ...]]  # last word -> idioms that end with it
    dated: frozenset[str]  # words that a date can start with
    goes_on: frozenset[str]  # words that can go on a number: scales, fractions, units


def grammar(words: Words) -> Grammar:
    """The grammar of a ``Words``, made once and kept on it."""
    return words.once(_make)


_DATED = frozenset((*MONTHS, *(SEASONS.keys() - {"fall"})))  # words that a date can start with


def _starts(words: Words, how: Spelling) -> set[str]:
    """The words that a figure can begin with."""
    numbers = (words.numbers.get(name, {}) for name in ("ordinals", "multiples"))
    return {POINT, *how.small, *how.tens, *how.scales, *how.parts, *words.vague, *_DATED}.union(*numbers)


def _make(words: Words) -> Grammar:
    how = spelling(words)
    ordinals = {word: int(number) for word, number in words.numbers.get("ordinals", {}).items()}
    measures = _units(words)
    glued = {letters: unit for unit, some in _group(words, "glued units/") for letters in some}
    signs, after = (dict(words.money.get(key, {})) for key in ("signs", "words"))
    return Grammar(
        _anchor({*_starts(words, how), "http", "https", "www"}, "".join(sign for sign in signs if len(sign) == 1)),
        how,
        hedge_book(words),
        dict(words.vague),
        dict(words.numbers.get("multiples", {})),
        ordinals,
        signs,
        after,
        measures,
        glued,
        frozenset(words.lists.get("lengths", ())),
        frozenset(words.lists.get("races", ())),
        frozenset((*words.lists.get("labels/any case", ()), *words.lists.get("labels/versions", ()))),
        frozenset(words.lists.get("labels/versions", ())),
        frozenset(words.lists.get("labels/capital", ())),
        _by(words.lists.get("idioms/starting", ()), 0),
        _by(words.lists.get("idioms/ending", ()), -1),
        _DATED,
        (UNIT_WORDS | JOINTS | {*how.scales, *how.tens, *how.letters, *how.parts, *measures, *glued}) - {""},
    )


def _group(words: Words, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of a section that has one list for each unit."""
    for key, wordings in words.lists.items():
        if key.startswith(name):
            yield key.removeprefix(name), wordings


def _units(words: Words) -> dict[str, tuple[tuple[str, str], ...]]:
    """What may be written after a number to say what it measures or which money it is, by its first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    pairs = [(wording, unit) for unit, some in _group(words, "units/") for wording in some]
    for wording, unit in [*pairs, *words.money.get("words", {}).items()]:
        found.setdefault(re.match("[a-z]*", wording)[0], []).append((wording, unit))  # type: ignore[index]
    return {first: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for first, some in found.items()}


def _by(idioms: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Idioms by their first or last word, the longest first."""
    found: dict[str, list[str]] = {}
    for idiom in idioms:
        found.setdefault(re.findall("[a-z]+|[0-9]+", idiom)[place], []).append(idiom)
    return {word: tuple(sorted(some, key=len, reverse=True)) for word, some in found.items()}


def _anchor(words: set[str], signs: str) -> re.Pattern[str]:
    """A character that is no letter, and then a number word; or a digit with its like, or a currency sign.

    It begins with a set of characters so that ``re`` can skip quickly: three times as fast as the plain form.
    """
    own = rf"0-9{re.escape(signs)}{''.join(GLYPHS)}"
    return re.compile(rf"[^a-z](?:(?:{any_of(words)})(?![a-z])|(?<=[{own}])[0-9,.]*)")


def count(text: str, words: Words) -> int:
    """In how many places of a text a figure may begin: as many as it has figures, or more."""
    return sum(1 for _ in anchors(grammar(words).anchor, lowered(text)))


def anchors(pattern: re.Pattern[str], low: str) -> Iterator[tuple[int, str]]:
    """Where figures can begin in a text in lower case, with the number word there, or the character."""
    if low[:1].isalpha() and (first := pattern.match(f" {low[:20]}")):
        yield 0, first.group()[1:]
    for match in pattern.finditer(low):
        start = match.start()
        char = low[start]
        if char.isalnum() or len(match.group()) == 1 or not low[start + 1].isalpha():
            yield start, char
        else:
            yield start + 1, match.group()[1:]


_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d)")
_BLANKS = frozenset((" ", "\n", "\u00a0"))
_NOTHING: After = ("", "", -1)


class Page:
    """A text, its lower-case twin, and how far it has been read: nothing reaches back beyond ``floor``."""

    def __init__(self, text: str, grammar: Grammar, dates: Times | None = None) -> None:
        self.text = text
        self.dates = dates or Times(text, lowered(text))
        self.low = self.dates.low
        if "·" in text:  # the raised point of British decimals: "30·88%"
            self.low = _RAISED_POINT.sub(".", self.low)
        self.grammar = grammar
        self.floor = 0
        self._after_end = self._before_start = self._before_floor = -1
        self._after = _NOTHING
        self._before = ""

    def after(self, end: int) -> After:
        """The word after ``end``, in small letters; remembers the last answer, for it is asked for again."""
        if self._after_end != end:
            match = _AFTER.match(self.low, end)
            self._after_end = end
            self._after = (match[1], match[2], match.end()) if match else _NOTHING
        return self._after

    def word_after(self, end: int) -> str:
        """The word after ``end``, or "" when there is none."""
        return self.after(end)[1]

    def before(self, start: int) -> str:
        """The letters right before ``start``, one blank left out; remembers the last answer."""
        if self._before_start != start or self._before_floor != self.floor:
            end = start - 1 if self.low[start - 1 : start] in _BLANKS else start
            self._before_start, self._before_floor = start, self.floor
            self._before = word_before(self.low, end, self.floor) if end > self.floor else ""
        return self._before

    @cached_property
    def list_numbers(self) -> frozenset[int]:
        """Where the numbers of numbered lists stand: at line starts, each one more than the one before or after."""
        found = [(match.start(1), int(match[1])) for match in _LIST_NUMBER.finditer(self.text)]
        kept: set[int] = set()
        for (here, number), (there, following) in pairwise(found):
            if following == number + 1:
                kept |= {here, there}
        return frozenset(kept)

    def starts_line(self, at: int) -> bool:
        """Whether nothing but a few blanks stands before ``at`` on its line."""
        for place in range(at - 1, max(-1, at - 9), -1):
            if self.low[place] not in " \t":
                return self.low[place] == "\n"
        return at < 9
