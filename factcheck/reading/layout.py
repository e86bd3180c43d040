"""Lines, sentences and tokens of a draft, and the units (words, figures, names) that all later reading walks over."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.figures.figures import Figure
    from factcheck.names.people import Name

_LETTER = r"[^\W\d_]"
# a plain word, quickly; a mark; a run of digits; a possessive; a word (hyphens and inner apostrophes kept); any mark
TOKEN = re.compile(
    rf"[a-zA-Z]++(?!{_LETTER}|[’'.-]\w)|[,.;:!?()]|\d+(?:[,.·]\d+)*|[’'‘`]s\b(?!\w)"
    rf"|{_LETTER}+(?:[’'](?!s\b){_LETTER}+|-{_LETTER}+|\.(?=[A-Za-z]\.)[A-Za-z])*|[^\w\s]|_|\t"
)
_PART = re.compile(_LETTER + "+")
ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s")
DASHES = frozenset("-–—―")
QUOTES = frozenset("\"'“”‘’`«»")
MARKS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ":", "|": "|", "\t": "|", "/": "/"}
_START, END, _LOW = attrgetter("start"), attrgetter("end"), attrgetter("low")
LONGEST = 5000  # characters; what goes on for longer without a full stop is read in parts
WRAPPED = 55  # a line shorter than this was ended on purpose


class Unit(NamedTuple):
    """One step of a sentence: a word, a figure, a name or a mark.

    kind: ``w`` word, ``F`` quantity, ``f`` other figure (year, date, age...), ``N`` name, ``s`` possessive,
    ``q`` quotation mark, ``-`` dash, or the mark itself: ``, ; : ( ) | / .``
    ``low`` is the text in lower case, "" for a figure.
    """

    kind: str
    start: int
    end: int
    low: str
    figure: Figure | None = None
    name: Name | None = None
    text: str = ""  # of a word or mark, as written


Places = dict[str, list[tuple[int, int]]]  # the places in the text of the words of each group of scope words
Token = Unit  # a word or mark, before figures and names are put together
_made = tuple.__new__  # the tuple's own maker, in half the time of a call with names


@dataclass(slots=True)
class Sentence:
    """A stretch of one paragraph that is read as a whole."""

    start: int
    end: int
    opening: int  # where its paragraph begins
    paragraph: int  # which line (or wrapped lines) of the draft it stands in, from 0
    index: int = 0  # which sentence of the draft, from 0
    title: bool = False  # a headline in Title Case: its capitals say nothing about names
    tokens: list[Token] = field(default_factory=list)
    words: frozenset[str] = frozenset()  # its words and marks in lower case, and the parts of words with hyphens, to
    # see quickly that one is not there
    large: list[int] = field(default_factory=list)  # the places of the tokens that have a capital
    units: list[Unit] = field(default_factory=list)
    scoped: Places | None = None  # its words of scope, once they were looked for
    spot: str = ""  # a district or ward that the sentence names by number or letter
    named: list[int] = field(default_factory=list)  # the places of its names in units
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
            tokens, large = _tokens(text, begin, stop)
            if tokens:
                is_title = _title_case(tokens, tokens[-1].text[-1])
                found.append(Sentence(begin, stop, start, number, len(found), is_title, tokens, _words(tokens), large))
    return found


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    words = set(map(_LOW, tokens))
    for word in [word for word in words if len(word) > 1 and not word.isalnum()]:
        words.update(_PART.findall(word))
    return frozenset(words)


def _tokens(text: str, start: int, end: int) -> tuple[list[Token], list[int]]:
    """The tokens of a stretch of a text, and the places of those with a capital."""
    found: list[Token] = []
    large: list[int] = []
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        low = word.lower()
        if low != word:
            large.append(len(found))
        kind = "w" if low.isalpha() else _kind(low)
        found.append(_made(Unit, (kind, match.start(), match.end(), low, None, None, word)))
    return found, large


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph (by sentencex, which knows abbreviations)."""
    if not ENDS.search(text, start, end):
        return list(_parts(text, start, end))
    from sentencex import get_sentence_boundaries

    bounds = get_sentence_boundaries("en", text[start:end])
    found = ((start + b["start_index"], start + b["end_index"]) for b in bounds if b["text"].strip())
    return [part for begin, stop in found for part in _parts(text, begin, stop)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of text, or, where it is too long for a sentence, its parts."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        stop = blank if blank > start else start + LONGEST
        yield start, stop
        start = stop
    yield start, end


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
    if figures:
        names = [n for n in names if not _overlaps(figures, n)]
    spans = [Unit("F" if f.kind == "quantity" else "f", f.start, f.end, "", f) for f in figures]
    spans += [Unit("N", n.start, n.end, n.text.lower(), None, n) for n in names]
    spans.sort(key=_START)
    tokens, units, following = sentence.tokens, sentence.units, 0
    for span in spans:
        units += tokens[following : bisect_right(tokens, span.start, key=END)]
        if span.figure is None:
            sentence.named.append(len(units))
        else:
            sentence.at[span.start] = len(units)
        units.append(span)
        following = bisect_left(tokens, span.end, key=_START)
    units += tokens[following:]


def _overlaps(figures: Sequence[Figure], name: Name) -> bool:
    last = bisect_left(figures, name.end, key=_START) - 1  # of those that begin before the name ends
    return last >= 0 and name.start < figures[last].end


def _kind(text: str) -> str:
    if text[0].isalnum():
        return "w"
    if len(text) == 2 and text[1] == "s":
        return "s"
    if text in DASHES:
        return "-"
    return MARKS.get(text) or ("q" if text in QUOTES else ".")
