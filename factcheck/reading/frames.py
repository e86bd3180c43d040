"""Frames that hold for every desk: a figure in company, pairs, parts. They override the form around a figure."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from factcheck.figures.figures import Figure
from factcheck.packs import Measure
from factcheck.reading.around import follows_bare
from factcheck.reading.layout import Unit
from factcheck.reading.measures import Forms
from factcheck.reading.mentions import Mention, name_kind
from factcheck.reading.reads import Read, signed
from factcheck.reading.rolewords import BREAKS
from factcheck.reading.ways import Ways

OUTCOMES = frozenset("end ended ends ending finish finished finishes finishing total tally".split())
GAP_WORDS = frozenset("on at with got had has have took won".split())
ADVERBS = frozenset("just only".split())
PAIRING = frozenset({"to", "against", "versus", "v", "compared", "over"})


def company(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
    """``N votes (p%)``, ``N, or p%``, ``(27.0%, +4.2%)``: the second figure goes with the first."""
    for first, second in itertools.pairwise(sorted(reads)):
        lead, read = reads[first], reads[second]
        if lead.measure is None or read.frame in ("row", "column", "movement"):
            continue
        if lead.frame == "movement" and (lead.tag == "change" or units[second - 1].kind != "("):
            continue  # of what moved only a bracket tells more: "reduced to 19,825 votes (37.5%)"
        other = _sibling(forms, lead.measure, read) if _close(units, first, second) else None
        if other is not None and other is not read.measure:
            _attach(read, lead, other, "", 0)
        elif _accompanies(units, first, second, bracketed=lead.frame == "pair"):
            _join(lead, lead.measure, read, forms)


def _join(lead: Read, measure: Measure, read: Read, forms: Forms) -> None:
    """Let a figure go with the one before, which counts ``measure``, unless its own words say something else."""
    own = read.form is not None and not read.form.bare and read.measure is not None and read.frame != "movement"
    if signed(read.figure) and lead.tag == "" and not (own and read.measure is not measure):
        _attach(read, lead, _changing(forms, measure, read.figure), "change", signed(read.figure))
        return
    goes = next((m for m in forms.goes_with.get(measure.name, ()) if forms.accepts(m, read.figure)), None)
    if goes is not None and goes.whose == "place" and read.measure is not None and read.measure.whose == "person":
        _attach(read, lead, goes, lead.tag, 0)  # "Turnout - 59.29 per cent - 41,741 votes"
    elif read.measure is not None and read.form is not None and read.form.weight > 0 and not read.form.bare:
        if read.measure.goes_with == measure.name:
            read.company = lead
    elif goes is not None:
        _attach(read, lead, goes, lead.tag if lead.tag != "change" else "", 0)


def _sibling(forms: Forms, lead: Measure, read: Read) -> Measure | None:
    """What goes with the first figure under the noun the second was read by: 410 seats, a majority of 170."""
    nouns = set(read.measure.nouns) if read.measure else set()
    return next(
        (m for m in forms.goes_with.get(lead.name, ()) if nouns & set(m.nouns) and forms.accepts(m, read.figure)), None
    )


def _close(units: Sequence[Unit], first: int, second: int) -> bool:
    """Whether nobody is named and no clause ends between two figures that stand close together."""
    return second - first <= 10 and not any(u.kind in "N;" or u.low in BREAKS for u in units[first + 1 : second])


def _changing(forms: Forms, lead: Measure, figure: Figure) -> Measure | None:
    """What a signed figure beside another is the change of: the other itself, or what goes with it."""
    if forms.accepts(lead, figure) or (lead.unit == "percent" and figure.unit == "points"):
        return lead
    return next(
        (m for m in forms.goes_with.get(lead.name, ()) if m.unit == "percent" and figure.unit in ("percent", "points")),
        None,
    )


def _attach(read: Read, lead: Read, measure: Measure | None, tag: str, sign: int) -> None:
    read.measure, read.tag, read.sign, read.company, read.frame = measure, tag, sign, lead, "company"
    if measure is None:
        read.why = "goes with a figure that nothing is known to go with"


def _accompanies(units: Sequence[Unit], first: int, second: int, bracketed: bool) -> bool:
    """Whether only a bracket, a comma, "or", "a share of" or a dash stands between two figures.

    After the second of a pair only a bracket will do: "A's N to B's M, with a share of p%" speaks of A.
    """
    between = [u for u in units[first + 1 : second] if u.kind != "q" and u.low not in ("votes", "vote", "per", "cent")]
    if [u.kind for u in between] in ([","], [";"]) and _bare_share(units, first, second):
        return True
    if (
        between
        and between[-1].kind == "("
        and all(u.kind == "w" for u in between[:-1])
        and signed(units[second].figure)
    ):
        return len(between) <= 5  # "45% of the vote (+12.0%)"
    shape = "".join(u.kind for u in between)
    words = [u.low for u in between if u.kind == "w"]
    if shape in ("(", "|", "-", "/", "-(", ",(") or (shape in (",", "") and signed(units[second].figure)):
        return True
    if (bracketed and words[:1] != ["or"]) or any(u.kind in "N;).:" for u in between):
        return False
    starts = ("or", "a", "equal", "representing", "with", "giving", "and", "for")
    ends = ("or", "to", "of", "a", "representing", "share", "some", "about", "around")
    return bool(words) and len(words) <= 6 and words[0] in starts and words[-1] in ends


def _bare_share(units: Sequence[Unit], first: int, second: int) -> bool:
    """Whether a percentage stands by itself behind a count: "on 91,204 votes, 30.4%, up 3%"."""
    count, share = units[first].figure, units[second].figure
    behind = units[second + 1] if second + 1 < len(units) else None
    alone = behind is None or behind.kind in ",;.)"
    return alone and count is not None and share is not None and count.unit == "" and share.unit == "percent"


def gapping(
    units: Sequence[Unit], reads: Mapping[int, Read], found: Mapping[int, Mention], forms: Forms, before: Read | None
) -> Read | None:
    """A figure behind another name, or behind a verb of that name, counts what the one before did; the last tally.

    ``A got 3,621 votes, B 1,794 for the Greens and C 1,088``; ``put Labour on 58 seats, National on 41``. The one
    ``before`` is that of the sentence before: ``Labour has 372 seats. The Conservatives have 90, the Greens four.``
    """
    last = None
    for i in sorted(reads):
        read = reads[i]
        if last is None and read.measure is None and before and _of_another_party(units, read, before, found, forms):
            last = read
            continue
        if read.measure is not None:
            last = read if read.measure.whose in ("person", "party") and read.tag == "" else last
            continue
        if last is None or last.measure is None or read.frame or not forms.accepts(last.measure, read.figure):
            continue
        k = i - 1
        while k >= 0 and (units[k].kind in ")(" or (k not in found and name_kind(units[k]) == "party")):
            k -= 1
        if k in found and follows_bare(units, i) and read.figure.number >= last.measure.at_least:
            read.measure, read.form, read.who, read.frame = last.measure, last.form, found[k], "gapping"
            read.evidence, read.why = "clause", f"right behind {found[k].name}"
        elif follows_bare(units, i):
            _left_out(units, reads, last, read, found, forms)
    tallies = [r for r in reads.values() if r.measure is not None and r.measure.whose == "party" and r.tag == ""]
    return max(tallies, key=lambda r: r.at, default=None)


def _of_another_party(
    units: Sequence[Unit], read: Read, before: Read, found: Mapping[int, Mention], forms: Forms
) -> bool:
    """Whether a figure is a party's own, as in the sentence before: "The Conservatives have 90"; then it is read so."""
    measure = before.measure
    at = read.at - 2 - (units[read.at - 2].low in ADVERBS)
    who = found.get(at) if read.at >= 2 and units[at + 1].low in GAP_WORDS else None
    if measure is None or measure.whose != "party" or who is None or who.person or who == before.who:
        return False
    if read.frame or not forms.accepts(measure, read.figure) or not follows_bare(units, read.at):
        return False
    read.measure, read.form, read.who, read.frame = measure, before.form, who, "gapping"
    read.evidence, read.why = "clause", f"right behind {who.name}"
    return True


def _left_out(
    units: Sequence[Unit],
    reads: Mapping[int, Read],
    last: Read,
    read: Read,
    found: Mapping[int, Mention],
    forms: Forms,
) -> None:
    """Read a figure as if the noun of the one before stood behind it: "gained 28 seats and lost five"."""
    assert last.measure is not None
    noun = last.form.right[-1] if last.form and last.form.right else ""
    form = forms.read_with(units, read.at, noun) if noun else None
    told = form is not None and bool(form.left or _outcome(units, read.at))
    if told and form is not None and form.measure is not None and form.measure.of == last.measure.of:
        read.measure, read.form, read.frame = form.measure, form, "gapping"
    elif _goes_on(units, last.at, read.at, found, last.measure):
        read.measure, read.form, read.frame = last.measure, last.form, "gapping"


def _outcome(units: Sequence[Unit], i: int) -> bool:
    """Whether a figure is what a change came to: "lost 15 seats to end up with 24", "to take their total to 71"."""
    return units[i - 1].low in ("with", "on", "to") and any(u.low in OUTCOMES for u in units[max(0, i - 4) : i])


def _goes_on(units: Sequence[Unit], last: int, i: int, found: Mapping[int, Mention], measure: Measure) -> bool:
    """Whether the figure at ``i`` is told of a name behind the one at ``last``, by a verb or word of the same kind."""
    word = units[i - 2].low if units[i - 1].low in ADVERBS else units[i - 1].low
    fits = word in GAP_WORDS or word in measure.verbs
    return fits and any(last < k < i for k in found) and not any(u.kind == ";" for u in units[last:i])


def pairs(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms, words: Ways) -> None:
    """``N votes to M``, ``N to Labour's M``: the second figure counts what the first does, for somebody else."""
    places = sorted(reads)
    for first, between, second in zip(places, places[1:], places[2:], strict=False):
        _past_company(units, reads[first], between, reads[second], forms, words)
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
