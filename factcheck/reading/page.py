"""The text that figures are read from, and the grammar that is made once from the house's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from factcheck.reading.dates import MONTHS, lowered
from factcheck.reading.hedges import HedgeBook, hedge_book
from factcheck.reading.numerals import GLYPHS, Spelling, spelling
from factcheck.words import Number, Vague, Words

_MONTHS = (*MONTHS, "january", "february", "march", "april", "june", "july", "august", "sept", "september")
_SEASONAL = (*_MONTHS, "october", "november", "december", "spring", "summer", "autumn", "winter")
_LIST_NUMBER = re.compile(r"^[ \t]*([0-9]{1,3})(?:[.)][ \t]*|[ \t]+)(?=[A-Z])", re.MULTILINE)


@dataclass(frozen=True)
class Grammar:
    """What reading figures needs of a ``Words``, ready to be looked up."""

    anchor: re.Pattern[str]  # where a figure can begin
    spelling: Spelling
    hedges: HedgeBook
    vague: dict[str, Vague]
    multiples: dict[str, Number]
    ordinals: dict[str, int]
    money_signs: dict[str, str]
    money_words: dict[str, str]
    pence: dict[str, str]
    labels: frozenset[str]
    capital_labels: frozenset[str]
    idioms: dict[str, tuple[str, ...]]  # first word -> idioms that start with it
    endings: dict[str, tuple[str, ...]]  # number word -> idioms that end with it
    dated: frozenset[str]


def grammar(words: Words) -> Grammar:
    """The grammar of a ``Words``, made once and kept on it."""
    made = words.cache.get("figures")
    if not isinstance(made, Grammar):
        made = words.cache["figures"] = _make(words)
    return made


def _make(words: Words) -> Grammar:
    how = spelling(words)
    ordinals = {word: int(number) for word, number in words.numbers.get("ordinals", {}).items()}
    multiples = dict(words.numbers.get("multiples", {}))
    spelled = {*how.small, *how.tens, *how.scales, *how.parts, *ordinals, *multiples, *words.vague, *_SEASONAL}
    signs = "".join(sign for sign in words.money.get("signs", {}) if len(sign) == 1)
    return Grammar(
        anchor_pattern(spelled, signs),
        how,
        hedge_book(words),
        dict(words.vague),
        multiples,
        ordinals,
        dict(words.money.get("signs", {})),
        dict(words.money.get("words", {})),
        dict(words.money.get("pence", {})),
        frozenset(words.lists.get("labels/any case", ())),
        frozenset(words.lists.get("labels/capital", ())),
        _by(words.lists.get("idioms/starting", ()), 0),
        _by(words.lists.get("idioms/ending", ()), -1),
        frozenset(_SEASONAL),
    )


def _by(idioms: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Idioms by their first or last word, the longest first."""
    found: dict[str, list[str]] = {}
    for idiom in idioms:
        found.setdefault(re.findall("[a-z]+|[0-9]+", idiom)[place], []).append(idiom)
    return {word: tuple(sorted(some, key=len, reverse=True)) for word, some in found.items()}


def anchor_pattern(words: Iterable[str], signs: str) -> re.Pattern[str]:
    """Where a figure can begin: digits, a currency sign, a number word, a web address. One pass over the text."""
    glyphs = "".join(GLYPHS)
    return re.compile(
        rf"[0-9{re.escape(signs)}{glyphs}]|(?<![a-z])(?:{_trie(set(words))})(?![a-z])|(?<![a-z])(?:https?:|www\.)"
    )


def _trie(words: set[str]) -> str:
    """A pattern for any of some words in which no letter is looked at twice."""
    heads: dict[str, set[str]] = {}
    for word in words - {""}:
        heads.setdefault(word[0], set()).add(word[1:])
    options = [re.escape(head) + _trie(tails) for head, tails in sorted(heads.items())]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in words else f"(?:{'|'.join(options)})"
    return body + ("?" if "" in words else "")


class Page:
    """A text, its lower-case twin, and how far it has been read: nothing reaches back beyond ``floor``."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.low = lowered(text)
        self.grammar = grammar
        self.floor = 0

    @cached_property
    def list_numbers(self) -> frozenset[int]:
        """Where the numbers of numbered lists stand: at line starts, each one more than the one before or after."""
        found = [(match.start(1), int(match[1])) for match in _LIST_NUMBER.finditer(self.text)]
        kept: set[int] = set()
        for (here, number), (there, following) in zip(found, found[1:], strict=False):
            if following == number + 1:
                kept |= {here, there}
        return frozenset(kept)

    def starts_line(self, at: int) -> bool:
        """Whether nothing but blanks stands before ``at`` on its line."""
        while at and self.low[at - 1] in " \t":
            at -= 1
        return at == 0 or self.low[at - 1] == "\n"
