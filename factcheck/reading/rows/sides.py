"""The two sides of a question put to the vote: Yes and No, Leave and Remain, and the figures of each."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from factcheck.packs import Measure
from factcheck.reading.counting.measures import Forms
from factcheck.reading.layout import Unit
from factcheck.reading.naming.mentions import Mention
from factcheck.reading.reads import Read
from factcheck.reading.rows.heads import OPPOSITE, SIDES

SIDE = "side"  # the frame of a side's figure
PAPERS = frozenset("votes vote papers ballots".split())
NAMED = {**SIDES, "favour": "For", "favor": "For", "opposed": "Against"}
BEHIND = PAPERS | frozenset("voted voters were in of per cent percent q".split())
BEFORE = frozenset("had got with on was at received polled won took side camp campaign votes : - – (".split())
TURNED = frozenset({"for", "against"})
REACH = 4  # units between a figure and the side that it is of


def sides(units: Sequence[Unit], reads: Mapping[int, Read], found: Mapping[int, Mention], forms: Forms) -> None:
    """Give each side its figures: "voted Yes by 41,207 to 38,990", "No (60%)", "54,408 papers for Yes"."""
    both_sides(units, reads, forms)
    for k in (k for k in found if found[k].party in OPPOSITE and found[k].person is None):
        at = _past_quotes(units, k + 1)
        if at < len(units) and units[at].low == "by":
            margin = [u.low for u in units[at + 1 : at + 4]] == ["a", "margin", "of"]
            _both(units, at + 1 + 3 * margin, reads, found[k], forms)
        elif at + 1 < len(units) and units[at].kind == "(" and units[at + 1].kind == "F":
            _give(reads.get(at + 1), forms.candidates_share(), found[k], forms)
        _for_side(units, k, reads, found[k], forms)


def both_sides(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
    """Give two figures that stand with two opposite sides to these: "895 yes, 2,302 no", "Yes had 895 and No 2,302"."""
    told = [(i, side) for i in sorted(reads) if (side := _side_at(units, i))]
    for (i, side), (j, other) in itertools.pairwise(told):
        a, b = reads[i], reads[j]
        share = a.figure.unit == "percent"
        if other == OPPOSITE[side] and a.frame != SIDE and share == (b.figure.unit == "percent"):
            measure = forms.candidates_share() if share else forms.candidates_count()
            _give(a, measure, Mention(-1, None, side), forms)
            _give(b, measure, Mention(-1, None, other), forms)


def _side_at(units: Sequence[Unit], i: int) -> str:
    """The side that a figure stands with, by the words right behind or before it; "" where there is none."""
    for k in range(i + 1, min(len(units), i + 1 + REACH)):
        low = units[k].low
        if low in NAMED:
            return NAMED[low] if low not in TURNED or _stands_alone(units, k + 1) else ""
        if low not in BEHIND:
            break
    for unit in reversed(units[max(0, i - REACH) : i]):
        if unit.low in SIDES:
            return SIDES[unit.low]
        if unit.low not in BEFORE:
            break
    return ""


def _stands_alone(units: Sequence[Unit], k: int) -> bool:
    """Whether nobody is named behind "for" or "against": "12 for and 9 against", not "9 against Labour"."""
    return k >= len(units) or units[k].kind in ",;:.()-" or units[k].low in ("and", "with", "to", "while")


def _past_quotes(units: Sequence[Unit], k: int) -> int:
    while k < len(units) and units[k].kind == "q":
        k += 1
    return k


def _both(units: Sequence[Unit], at: int, reads: Mapping[int, Read], side: Mention, forms: Forms) -> None:
    """``by 55% to 45%``: the first is of the side named, the second of the other."""
    behind = at + 2 + (units[at + 1].low in PAPERS if at + 1 < len(units) else 0)
    if at not in reads or behind not in reads or units[behind - 1].low not in ("to", "-", "–"):
        return
    percent = "percent" in (reads[at].figure.unit, reads[behind].figure.unit)
    measure = forms.candidates_share() if percent else forms.candidates_count()
    _give(reads[at], measure, side, forms)
    _give(reads[behind], measure, Mention(-1, None, OPPOSITE[side.party]), forms)


def _for_side(units: Sequence[Unit], k: int, reads: Mapping[int, Read], side: Mention, forms: Forms) -> None:
    """``62,067 papers for No``, ``52% for Leave``."""
    at = k - 1
    while at and (units[at].kind == "q" or units[at].low == "the"):
        at -= 1
    if at < 1 or units[at].low not in ("for", "against"):
        return
    at -= 1 + (units[at - 1].low in PAPERS)
    read = reads.get(at)
    if read is not None and units[at + 1].low != "against":
        share = read.figure.unit == "percent"
        measure = forms.candidates_share() if share else forms.candidates_count()
        _give(read, measure, side, forms)
        if units[at - 1].low == "to":  # "by 55 per cent to 45 per cent for Yes"
            _give(reads.get(at - 2), measure, Mention(-1, None, OPPOSITE[side.party]), forms)


def _give(read: Read | None, measure: Measure | None, side: Mention, forms: Forms) -> None:
    if read is None or measure is None or not forms.accepts(measure, read.figure):
        return
    read.measure, read.form, read.who, read.frame = measure, None, side, SIDE
    read.evidence, read.why = "clause", f"the side {side.party}"
