"""Short lines that head what follows: the name of a contest, known or not, above its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.names.people import Name
from factcheck.reading.contests.asides import of_a_longer_name, unknown
from factcheck.reading.layout import Sentence, Unit

JOINTS = frozenset({"and", "of", "the", "upon", "on", "in"})
HEADER_LENGTH = 9  # tokens; a longer line is no header
ROW_LENGTH = 14  # units; a longer line is no row


class Placed(NamedTuple):
    """The places that a sentence names, each with where it stands in the units, and where its text begins."""

    sentence: Sentence
    places: list[tuple[int, Name]]
    meant: list[tuple[int, Name]]  # of these, the ones where something is said to be: none that tells of a person
    start: int  # behind a dateline


def header(sentence: Sentence) -> bool:
    """A short line that is the place and little else: "2 Aberdeen South", "Luton North - 51.99% turnout".

    Nothing but the place may end in a full stop: "05:10 West Suffolk. Timothy (Con) 15,814, ...".
    """
    first, last = sentence.tokens[0].text, sentence.tokens[-1].text
    ended = last in "!?,;" or (last == "." and any(u.kind not in "Nf." for u in sentence.units))
    return len(sentence.tokens) <= HEADER_LENGTH and not ended and (first not in "•·*–-" or first == last)


def named_header(placed: Placed) -> str:
    """The race that a header of names alone opens, where its place is part of a longer name: "Avon & Somerset"."""
    sentence, places = placed.sentence, placed.places
    units = sentence.units
    longer = any(of_a_longer_name(units, i) or _dashed(units, i) for i, _ in places)
    if not longer or not header(sentence):
        return ""
    end = next((k for k, u in enumerate(units) if u.kind in "(:|"), len(units))
    if any(u.kind in "Ff,s" or (u.kind == "w" and k and u.low not in JOINTS) for k, u in enumerate(units[:end])):
        return ""
    return " ".join(t.text for t in sentence.tokens if t.start < units[end - 1].end)


def before_figures(placed: Sequence[Placed], line: Sentence) -> bool:
    """Whether the lines right below a header hold a figure."""
    below = placed[line.index + 1 : line.index + 3]
    return any(u.kind == "F" for each in below for u in each.sentence.units)


def _dashed(units: Sequence[Unit], i: int) -> bool:
    """``Dacorum – Hemel Hempstead``: a place beside another name."""
    before, after = units[i - 2 : i] if i > 1 else [], units[i + 1 : i + 3]
    return any(len(two) == 2 and {"-", "N"} == {u.kind for u in two} and not _party(two) for two in (before, after))


def _party(units: Sequence[Unit]) -> bool:
    return any(u.name is not None and u.name.kind in ("party", "person") for u in units)


def unknown_header(sentence: Sentence) -> bool:
    """Whether a short line is nothing but a name that nobody knows: "Sligo-Leitrim"."""
    words = [u for u in sentence.units if u.kind in "wN"]
    strange = any(map(unknown, words)) or all(u.kind == "w" for u in words)
    capital = all(t.text[0].isupper() for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > 3)
    return (
        0 < len(words) <= 4
        and len(sentence.units) <= 5
        and strange
        and capital
        and not any(u.kind in "Ff" for u in sentence.units)
    )


def opens_unknown(placed: Sequence[Placed], sentence: Sentence) -> bool:
    """Whether a line is the name of a race that nobody knows, with figures below."""
    named = any(unknown(sentence.units[i]) for i in sentence.named)
    return named and header(sentence) and unknown_header(sentence) and before_figures(placed, sentence)


def before_rows(placed: Sequence[Placed], sentence: Sentence) -> bool:
    """Whether a line without figures stands right above one that is a row: a name and a figure."""
    if sentence.index + 1 >= len(placed) or any(u.kind == "F" for u in sentence.units):
        return False
    return is_row(placed[sentence.index + 1].sentence)


def is_row(sentence: Sentence) -> bool:
    """Whether a line has a name, a figure and little else."""
    units = sentence.units
    return len(units) <= ROW_LENGTH and any(u.kind == "F" for u in units) and any(u.name for u in units)
