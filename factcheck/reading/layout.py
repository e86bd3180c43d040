"""Lines, sentences and tokens of a draft, and the units (words, figures, names) that all later reading walks over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.reading.figures import Figure
    from factcheck.reading.people import Name

# a word (hyphens and inner apostrophes kept), a possessive, a run of digits, or one mark
TOKEN = re.compile(
    r"[’'‘`]s\b(?!\w)|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+|-[^\W\d_]+|\.(?=[A-Za-z]\.)[A-Za-z])*|\d+(?:[,.·]\d+)*|[^\w\s]|_|\t"
)
ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s")
DASHES = frozenset("-–—―")
QUOTES = frozenset("\"'“”‘’`«»")
MARKS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ":", "|": "|", "\t": "|", "/": "/"}
WRAPPED = 55  # a line shorter than this was ended on purpose


class Token(NamedTuple):
    """A word or mark; ``low`` is its lower-case form."""

    start: int
    end: int
    text: str
    low: str


class Unit(NamedTuple):
    """One step of a sentence: a word, a figure, a name or a mark.

    kind: ``w`` word, ``F`` quantity, ``f`` other figure (year, date, age...), ``N`` name, ``s`` possessive,
    ``q`` quotation mark, ``-`` dash, or the mark itself: ``, ; : ( ) | / .``
    """

    kind: str
    start: int
    end: int
    low: str
    figure: Figure | None = None
    name: Name | None = None


# Tens of thousands are made of a long draft: by the tuple's own maker, in half the time of a call with names.
_token = partial(tuple.__new__, Token)
_unit = partial(tuple.__new__, Unit)


@dataclass(slots=True)
class Sentence:
    """A stretch of one paragraph that is read as a whole."""

    start: int
    end: int
    paragraph: int  # which line (or wrapped lines) of the draft it stands in, from 0
    index: int = 0  # which sentence of the draft, from 0
    title: bool = False  # a headline in Title Case: its capitals say nothing about names
    tokens: list[Token] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    spot: str = ""  # a district or ward that the sentence names by number or letter
    at: dict[int, int] = field(default_factory=dict)  # figure start -> its place in units


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank; hard-wrapped prose is joined into one."""
    start = end = -1
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            begin = at + line.index(body[0])
            if start >= 0 and _continues(text[start:end], body):
                end = begin + len(body)
            else:
                if start >= 0:
                    yield start, end
                start, end = begin, begin + len(body)
        elif start >= 0:
            yield start, end
            start = -1
        at += len(line)
    if start >= 0:
        yield start, end


def _continues(before: str, body: str) -> bool:
    last = before[before.rfind("\n") + 1 :]
    return len(last) >= WRAPPED and last[-1] not in '.!?:”"’)' and body[0].islower()


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a draft, with their tokens."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for begin, stop in _cut(text, start, end):
            tokens = [_token((*m.span(), word := m[0], word.lower())) for m in TOKEN.finditer(text, begin, stop)]
            if tokens:
                found.append(
                    Sentence(begin, stop, number, len(found), _title_case(tokens, tokens[-1].text[-1]), tokens)
                )
    return found


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph (by sentencex, which knows abbreviations)."""
    if not ENDS.search(text, start, end):
        return [(start, end)]
    from sentencex import get_sentence_boundaries

    bounds = get_sentence_boundaries("en", text[start:end])
    return [(start + b["start_index"], start + b["end_index"]) for b in bounds if b["text"].strip()]


def _title_case(tokens: Sequence[Token], last: str) -> bool:
    """Whether nearly all longer words of a line without a full stop are capitalised; a row of results is no title."""
    if last in '.!?…”"' or any("," in t.text and len(t.text) > 1 for t in tokens):
        return False
    digits = sum(t.text[0].isdigit() for t in tokens)
    if digits >= 2 or (digits and any(t.text in "()[]%" for t in tokens)):
        return False
    words = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def build_units(sentence: Sentence, figures: Sequence[Figure], names: Sequence[Name]) -> None:
    """Fill ``sentence.units`` from its tokens, each figure and each name being one unit."""
    figures = [f for f in figures if f.kind not in ("ordinal", "idiom")]  # "second" stays a word: it names a rank
    spans: list[tuple[int, int, Figure | None, Name | None]] = [(f.start, f.end, f, None) for f in figures]
    spans += [(n.start, n.end, None, n) for n in names if not any(f.start < n.end and n.start < f.end for f in figures)]
    spans.sort(key=lambda s: s[0])
    units, done, following = sentence.units, sentence.start, 0
    for token in sentence.tokens:
        while following < len(spans) and spans[following][0] < token.end:
            start, done, figure, name = spans[following]
            following += 1
            units.append(_span_unit(start, done, figure, name))
        if token.start >= done:
            low = token.low
            units.append(_unit(("w" if low.isalpha() else _kind(low), token.start, token.end, low, None, None)))
    sentence.at = {u.start: i for i, u in enumerate(units) if u.figure}


def _span_unit(start: int, end: int, figure: Figure | None, name: Name | None) -> Unit:
    if figure is not None:
        return Unit("F" if figure.kind == "quantity" else "f", start, end, "", figure)
    assert name is not None
    return Unit("N", start, end, name.text.lower(), None, name)


def _kind(text: str) -> str:
    if text[0].isalnum():
        return "w"
    if len(text) == 2 and text[1] == "s":
        return "s"
    if text in DASHES:
        return "-"
    return MARKS.get(text) or ("q" if text in QUOTES else ".")
