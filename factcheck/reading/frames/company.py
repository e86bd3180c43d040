"""Frames that hold for every desk: a figure in company, or with its noun left out. They override the form around it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from factcheck.figures.figures import Figure
from factcheck.packs import Measure
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.around import follows_bare
from factcheck.reading.counting.measures import Forms
from factcheck.reading.layout import Unit
from factcheck.reading.naming.mentions import Mention, name_kind
from factcheck.reading.reads import Read, signed

OUTCOMES = frozenset("end ended ends ending finish finished finishes finishing total tally".split())
GAP_WORDS = frozenset("on at with got had has have took won".split())
ADVERBS = frozenset("just only".split())


def in_company(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
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
