"""The frame of pairs: "13,303 votes to 12,796": the second figure counts what the first does, for somebody else."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from factcheck.packs import Measure
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.measures import Forms
from factcheck.reading.counting.ways import Ways
from factcheck.reading.layout import Unit
from factcheck.reading.reads import Read

PAIRING = frozenset({"to", "against", "versus", "v", "compared", "over"})


def pairs(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms, words: Ways) -> None:
    """``N votes to M``, ``N to Labour's M``: the second figure counts what the first does, for somebody else."""
    places = sorted(reads)
    for first, between, second in zip(places, places[1:], places[2:], strict=False):
        _past_company(units, reads[first], between, reads[second], forms, words)
        _told_again(units, reads[first], between, reads[second], forms)
    for first, second in itertools.pairwise(places):
        lead, read = reads[first], reads[second]
        if read.frame == "row" or _percentages(units, lead, read, forms, words):
            continue
        _beaten_to(units, lead, second, read)
        _vote_lead(units, lead, read, forms)
        if read.measure is not None and (lead.measure is None or not (read.form and read.form.bare)):
            if _paired(units, first, second, words):
                _read_back(lead, read, read.measure, forms)
        elif (
            lead.measure is not None
            and lead.measure.whose in ("person", "party")
            and (_paired(units, first, second, words) or _over(units, first, second))
            and forms.accepts(lead.measure, read.figure)
        ):
            read.measure, read.form, read.frame = lead.measure, lead.form, "pair"


def _told_again(units: Sequence[Unit], lead: Read, between: int, read: Read, forms: Forms) -> None:
    """``by 10,381 to 7,874, or 2,507 votes``: behind two figures "or" tells by how much they differ, and no third."""
    joined = units[between - 1].low == "to" and [u.low for u in units[between + 1 : read.at]] == [",", "or"]
    second = units[between].figure
    if joined and second is not None and lead.figure.number - second.number == read.figure.number:
        majority = (
            m for m in forms.by_noun.get("majority", ()) if m.whose == "place" and forms.accepts(m, read.figure)
        )
        read.measure, read.form, read.frame = next(majority, None), None, "majority"
        read.why = "by how much the two differ"


def _beaten_to(units: Sequence[Unit], lead: Read, second: int, read: Read) -> None:
    """``by 24,120 votes to 16,873``: no margin, but the votes of both; ``by 21 votes to 13``: of nobody known."""
    by = lead.form is not None and lead.form.left[:1] == ("by",) and lead.form.right in ((), ("votes",))
    close = units[second - 1].low == "to" and second - lead.at <= 3
    if by and close and read.measure is None:
        lead.measure, lead.form, lead.why = None, None, "votes for and against"
    elif by and close and read.measure is not None and read.measure.whose == "person":
        lead.measure, lead.form = read.measure, read.form


def _vote_lead(units: Sequence[Unit], lead: Read, read: Read, forms: Forms) -> None:
    """``an 80 to 54 vote lead``: no lead of 54, but the votes of both."""
    votes = forms.candidates_count()
    margin = read.measure is not None and read.measure.whose in ("place", "pair")
    if votes is None or not margin or read.at - lead.at != 2 or units[lead.at + 1].low not in ("to", "-"):
        return
    if lead.figure.unit == read.figure.unit == "" and lead.figure.number > read.figure.number:
        lead.measure = read.measure = votes
        lead.form, read.frame = lead.form or read.form, "pair"


def _read_back(lead: Read, read: Read, measure: Measure, forms: Forms) -> None:
    """``beat Smith 24,120 to 16,873 votes``: the first of a pair counts what the second is said to."""
    if lead.measure is None and measure.whose == "person" and forms.accepts(measure, lead.figure):
        lead.measure, lead.form = measure, read.form
        read.frame = "pair"
    elif measure is lead.measure:
        read.frame = "pair"


def _past_company(units: Sequence[Unit], lead: Read, between: int, read: Read, forms: Forms, words: Ways) -> None:
    """``61,017 votes, or 52.69 per cent, to 54,783``: a percentage stands between the two of a pair."""
    share = units[between].figure
    if (
        share is None
        or share.unit != "percent"
        or read.frame == "row"
        or lead.measure is None
        or lead.measure.whose != "person"
    ):
        return
    if forms.accepts(lead.measure, read.figure) and read.figure.unit == "" and _paired(units, between, read.at, words):
        read.measure, read.form, read.frame = lead.measure, lead.form, "pair"


def _percentages(units: Sequence[Unit], lead: Read, read: Read, forms: Forms, words: Ways) -> bool:
    """``won by 57.3% to 42.7%``: two shares, not a margin."""
    if lead.figure.unit != "percent" or read.figure.unit != "percent" or not _paired(units, lead.at, read.at, words):
        return False
    share = forms.candidates_share()
    if share is None or lead.frame == "row" or (lead.measure is not None and lead.measure.whose == "person"):
        return False
    if units[lead.at - 1].low == "by" or lead.measure is None:
        lead.measure = read.measure = share
        lead.form = lead.form or read.form
        read.frame = "pair"
        return True
    return False


def _over(units: Sequence[Unit], first: int, second: int) -> bool:
    """``13,027 votes over 11,587``: beside a count of votes "over" is no hedge."""
    figure = units[second].figure
    between = [u.low for u in units[first + 1 : second]]
    return figure is not None and figure.text.startswith("over ") and between in ([], ["votes"])


def _paired(units: Sequence[Unit], first: int, second: int, ways: Ways) -> bool:
    between = units[first + 1 : second]
    words = [u.low for u in between if u.kind == "w" and u.low not in ("votes", "vote")]
    if words[:2] == ["of", "the"]:  # "61 per cent of the vote against the Liberals' 12 per cent"
        words = words[3:] if words[2:3] in (["popular"], ["total"], ["overall"]) else words[2:]
    if not words or words[0] not in PAIRING or any(u.kind in "F;()" for u in between):
        return False
    if words[0] == "compared" and _years_ago(units, second) and not any(u.kind == "N" for u in between):
        return False  # "51.3 per cent, compared with 55.7 in 2015"
    return len(between) <= 10 and not any(w in ways.any or w in BREAKS or w == "from" for w in words)


def _years_ago(units: Sequence[Unit], i: int) -> bool:
    """Whether another year or time is told right behind a figure."""
    behind = units[i + 1 : i + 3]
    return [u.low for u in behind[:1]] in (["in"], ["at"], ["last"], ["five"], ["four"]) and (
        len(behind) < 2 or behind[1].kind != "N"
    )
