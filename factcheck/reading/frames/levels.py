"""Figures that are not what their noun alone would make them: averages, numbers told on top of others, halves."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from factcheck.figures.figures import Figure
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.reading.naming.mentions import name_kind
from factcheck.reading.reads import SET_ASIDE, Read

STEP = {"more": 1, "fewer": -1, "less": -1}
_PAD = (Unit("", 0, 0, ""), Unit("", 0, 0, ""))
OF_THE_WHOLE = 6  # words between "of" and the figure of a whole: "of the House of Commons' 650 seats"


def aside(units: Sequence[Unit], reads: Mapping[int, Read]) -> None:
    """What is paired with a figure set aside, or stands beside the next name, is set aside too.

    ``the Electoral College, 306 to 232``; ``the average was 70,548 in Labour seats, Conservative 74,402``.
    """
    for first, second in itertools.pairwise(sorted(reads)):
        lead, read = reads[first], reads[second]
        if lead.frame == SET_ASIDE and (_against(units, first, second) or _next_in_line(units, first, second, read)):
            read.measure, read.frame, read.why = None, SET_ASIDE, lead.why


def _against(units: Sequence[Unit], first: int, second: int) -> bool:
    return second - first == 2 and units[first + 1].low in ("to", "-")


def _next_in_line(units: Sequence[Unit], first: int, second: int, read: Read) -> bool:
    """Whether only a comma or "and" and a name stand between two figures, the second without words of its own."""
    between = [u for u in units[first + 1 : second] if u.low not in ("and", "the", "for", "in", "seats")]
    named = any(name_kind(u) for u in between)
    return (
        named and all(u.kind in ",Ns" or u.low == "voters" for u in between) and (not read.form or not read.form.right)
    )


def further(units: Sequence[Unit], reads: Mapping[int, Read], words: Vocabulary) -> None:
    """``another two MPs``, ``12 further votes``: what a number is told on top of is not said, so it is no level."""
    for i, read in reads.items():
        of_one = read.measure is not None and read.measure.whose in ("person", "party") and read.figure.unit == ""
        if not of_one or read.tag or read.frame == "row":
            continue  # "another 44.7 per cent" is somebody else's share
        before = units[i - 1].low if i else ""
        behind = units[i + 1].low if i + 1 < len(units) else ""
        if before in words["movement/further before"] or behind in words["movement/further behind"]:
            read.measure, read.frame, read.why = None, SET_ASIDE, "a further number: it is no total"


def steps(units: Sequence[Unit], reads: Mapping[int, Read]) -> None:
    """``149 seats, 17 fewer than before``: by how much the first figure differs from what it was."""
    for first, second in itertools.pairwise(sorted(reads)):
        lead, read = reads[first], reads[second]
        word, than = (u.low for u in (*units[second + 1 : second + 3], *_PAD)[:2])
        if lead.measure is None or lead.tag or word not in STEP or than != "than" or units[second - 1].kind != ",":
            continue
        named = any(u.kind == ";" or name_kind(u) not in ("", "place") for u in units[first + 1 : second + 5])
        if lead.figure.unit != read.figure.unit or named:
            continue  # "505 more than Raj Patel" is a lead
        read.measure, read.tag, read.sign, read.company = lead.measure, "change", STEP[word], lead
        read.frame, read.why = "company", f"goes with {lead.figure.text}"


def parts(units: Sequence[Unit], reads: Mapping[int, Read]) -> None:
    """``37 of the 57 seats``, ``542 out of 543``: the second figure is the whole of what the first counts."""
    places = sorted(reads)
    for n, (first, second) in enumerate(itertools.pairwise(places)):
        part, whole = reads[first], reads[second]
        if not _of_the(units, first, second) or whole.measure is None:
            continue
        if whole.measure.whose in ("place", "person", "pair"):
            continue  # "3,919 of the 5,644 voters" are not voters but votes
        if _fraction(part.figure):
            part, whole = _of_a_half(reads[places[n - 1]] if n else None, part, whole)
        if part.figure.unit == whole.figure.unit and (part.measure is None or part.measure is whole.measure):
            part.measure, part.form, part.frame = whole.measure, part.form or whole.form, "part"
            whole.tag, whole.company, whole.frame = "whole", part, "part"


def _of_a_half(told: Read | None, half: Read, whole: Read) -> tuple[Read, Read]:
    """ "30 seats, exactly half of the 60": the half counts nothing by itself; the whole is that of the 30."""
    half.measure, half.frame, half.why = None, SET_ASIDE, "a part, not a number"
    if told is not None and told.measure is whole.measure and told.sentence is whole.sentence and not told.tag:
        return told, whole
    return half, _unread(whole, "the whole of a part that is not told")


def _unread(read: Read, why: str) -> Read:
    read.measure, read.frame, read.why = None, SET_ASIDE, why
    return read


def _fraction(figure: Figure) -> bool:
    return figure.unit == "" and 0 < figure.number < 1


def _of_the(units: Sequence[Unit], first: int, second: int) -> bool:
    """Whether "of", or "out of", and at most an owner that is no party stands between two figures."""
    words = [u.low for u in units[first + 1 : second]]
    rest = words[1:] if words[:1] == ["out"] else words
    if rest in (["of"], ["of", "the"]):
        return True
    if rest[:1] != ["of"] or len(rest) > OF_THE_WHOLE + 1:
        return False
    owner = units[second - len(rest) + 1 : second]
    return owner[-1].kind in "sq" and all(u.kind in "wNsq" and name_kind(u) not in ("party", "person") for u in owner)
