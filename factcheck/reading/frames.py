"""Frames that hold for every desk: a figure in company, pairs, parts. They override the form around a figure."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims import NOW, Scope
from factcheck.packs import Measure
from factcheck.reading.figures import Figure
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.measures import Form, Forms, follows_bare
from factcheck.reading.mentions import Mention, name_kind

UP = frozenset(
    "rose rise rises risen rising increased increase increases increasing climbed climb climbing grew grown"
    " grow growing growth jumped jump soared surged surge up boosted boost improved improvement higher gain"
    " gained gaining added leapt".split()
)
DOWN = frozenset(
    "fell fall falls fallen falling dropped drop drops dropping dipped dip dipping declined decline declining"
    " slipped slip slumped slump plunged plunge plunging collapsed collapse collapsing cut slashed slashing"
    " reduced reduction down shrank shrunk tumbled decreased decrease lower losing shed plummeted plummeting"
    " dwindled eroded".split()
)
MOVES = UP | DOWN | {"changed", "change", "moved", "went", "swung", "amended", "adjusted", "corrected", "revised"}
# with "up" or "down" these are verbs of their own: "picked up 4,227 votes"
PARTICLED = frozenset(
    "picked picking pick picks turned ended made taken came racked clocked stood went split broken step stepped"
    " set shut".split()
)
BREAKS = frozenset("while whilst but although though whereas".split())
PAIRING = frozenset({"to", "against", "versus", "v", "compared", "over"})


@dataclass(slots=True)
class Read:
    """What one figure of a sentence was taken to mean; ``why`` tells how, or why it was not read."""

    figure: Figure
    sentence: Sentence
    at: int  # its place in the sentence's units
    measure: Measure | None = None
    form: Form | None = None
    tag: str = ""  # "" a level; "before", "change"; or the year it held
    sign: int = 0  # of a change: 1 up, -1 down, 0 not told
    who: Mention | None = None
    second: Mention | None = None
    race: str = ""
    scope: Scope = NOW
    evidence: str = ""
    why: str = ""
    year: str = ""
    year_at: int = -1  # where that year stands in the sentence's units
    frame: str = ""
    company: Read | None = field(default=None, repr=False)  # the figure it takes owner and race from

    @property
    def unit(self) -> Unit:
        """Its unit in the sentence."""
        return self.sentence.units[self.at]


def signed(figure: Figure | None) -> int:
    """1 for "+4.2", -1 for "-8.5", 0 for a figure without a sign."""
    text = figure.text.lstrip("(") if figure else ""
    return 1 if text[:1] == "+" else -1 if text[:1] in "-–−" else 0


def company(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
    """``N votes (p%)``, ``N, or p%``, ``(27.0%, +4.2%)``: the second figure goes with the first."""
    places = sorted(reads)
    for first, second in itertools.pairwise(places):
        lead, read = reads[first], reads[second]
        lead_measure = lead.measure
        if lead_measure is None or read.frame in ("row", "column"):
            continue
        other = _sibling(forms, lead_measure, read) if _close(units, first, second) else None
        if other is not None and other is not read.measure:
            _attach(read, lead, other, "", 0)
            continue
        if not _accompanies(units, first, second, bracketed=lead.frame == "pair"):
            continue
        if signed(read.figure) and lead.tag == "":
            _attach(read, lead, _changing(forms, lead_measure, read.figure), "change", signed(read.figure))
            continue
        goes = next((m for m in forms.goes_with.get(lead_measure.name, ()) if forms.accepts(m, read.figure)), None)
        if goes is not None and goes.of == "race" and read.measure is not None and read.measure.of == "candidate":
            _attach(read, lead, goes, lead.tag, 0)  # "Turnout - 59.29 per cent - 41,741 votes"
            continue
        if read.measure is not None and read.form is not None and read.form.weight > 0 and not read.form.bare:
            if read.measure.goes_with == lead_measure.name:
                read.company = lead
            continue
        measure = next((m for m in forms.goes_with.get(lead_measure.name, ()) if forms.accepts(m, read.figure)), None)
        if measure is not None:
            _attach(read, lead, measure, lead.tag if lead.tag != "change" else "", 0)


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
    if (
        between
        and between[-1].kind == "("
        and all(u.kind == "w" for u in between[:-1])
        and signed(units[second].figure)
    ):
        return len(between) <= 5  # "45% of the vote (+12.0%)"
    shape = "".join(u.kind for u in between)
    words = [u.low for u in between if u.kind == "w"]
    if shape in ("(", "|", "-", "-(", ",(") or (shape in (",", "") and signed(units[second].figure)):
        return True
    if (bracketed and words[:1] != ["or"]) or any(u.kind in "N;).:" for u in between):
        return False
    starts = ("or", "a", "equal", "representing", "with", "giving", "and", "for")
    ends = ("or", "to", "of", "a", "representing", "share", "some", "about", "around")
    return bool(words) and len(words) <= 6 and words[0] in starts and words[-1] in ends


def gapping(units: Sequence[Unit], reads: Mapping[int, Read], found: Mapping[int, Mention], forms: Forms) -> None:
    """A figure right behind a name counts what the one before did.

    ``A got 3,621 votes, B 1,794 for the Greens and C 1,088``.
    """
    last: Read | None = None
    for i in sorted(reads):
        read = reads[i]
        if read.measure is not None:
            last = read if read.measure.of == "candidate" and read.tag == "" else last
            continue
        if last is None or last.measure is None or read.frame or not forms.accepts(last.measure, read.figure):
            continue
        k = i - 1
        while k >= 0 and (units[k].kind in ")(" or (k not in found and name_kind(units[k]) == "party")):
            k -= 1
        if k in found and follows_bare(units, i) and read.figure.number >= last.measure.at_least:
            read.measure, read.form, read.who, read.frame = last.measure, last.form, found[k], "gapping"
            read.evidence, read.why = "clause", f"right behind {found[k].name}"


def parts(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
    """``37 of the 57 seats``, ``542 out of 543``: the second figure is the whole of what the first counts."""
    places = sorted(reads)
    for first, second in itertools.pairwise(places):
        part, whole = reads[first], reads[second]
        words = [u.low for u in units[first + 1 : second]]
        if words not in (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"]) or whole.measure is None:
            continue
        if whole.measure.of in ("race", "candidate", "pair"):
            continue  # "3,919 of the 5,644 voters" are not voters but votes
        if part.figure.unit == whole.figure.unit and (part.measure is None or part.measure is whole.measure):
            part.measure, part.form, part.frame = whole.measure, whole.form, "part"
            whole.tag, whole.company, whole.frame = "whole", part, "part"


def pairs(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
    """``N votes to M``, ``N to Labour's M``: the second figure counts what the first does, for somebody else."""
    places = sorted(reads)
    for first, between, second in zip(places, places[1:], places[2:], strict=False):
        _past_company(units, reads[first], between, reads[second], forms)
    for first, second in itertools.pairwise(places):
        lead, read = reads[first], reads[second]
        if read.frame == "row":
            continue
        if _percentages(units, first, second, lead, read, forms):
            continue
        if read.measure is not None and (lead.measure is None or not (read.form and read.form.bare)):
            if (
                lead.measure is None
                and read.measure.of == "candidate"
                and _paired(units, first, second)
                and forms.accepts(read.measure, lead.figure)
            ):
                lead.measure, lead.form = read.measure, read.form
                read.frame = "pair"
            elif read.measure is lead.measure and _paired(units, first, second):
                read.frame = "pair"
            continue
        if (
            lead.measure is not None
            and lead.measure.of == "candidate"
            and (_paired(units, first, second) or _over(units, first, second))
        ) and forms.accepts(lead.measure, read.figure):
            read.measure, read.form, read.frame = lead.measure, lead.form, "pair"


def _past_company(units: Sequence[Unit], lead: Read, between: int, read: Read, forms: Forms) -> None:
    """``61,017 votes, or 52.69 per cent, to 54,783``: a percentage stands between the two of a pair."""
    share = units[between].figure
    if (
        share is None
        or share.unit != "percent"
        or read.frame == "row"
        or lead.measure is None
        or lead.measure.of != "candidate"
    ):
        return
    if forms.accepts(lead.measure, read.figure) and read.figure.unit == "" and _paired(units, between, read.at):
        read.measure, read.form, read.frame = lead.measure, lead.form, "pair"


def aside(units: Sequence[Unit], reads: Mapping[int, Read], word: str) -> None:
    """``the Electoral College, 306 to 232``: what is paired with a figure set aside is set aside too."""
    places = sorted(reads)
    for first, second in itertools.pairwise(places):
        if reads[first].frame == word and _paired(units, first, second):
            reads[second].measure, reads[second].frame, reads[second].why = None, word, reads[first].why


def _percentages(units: Sequence[Unit], first: int, second: int, lead: Read, read: Read, forms: Forms) -> bool:
    """``won by 57.3% to 42.7%``: two shares, not a margin."""
    if lead.figure.unit != "percent" or read.figure.unit != "percent" or not _paired(units, first, second):
        return False
    shares = [m for ms in forms.goes_with.values() for m in ms if m.unit == "percent" and m.of == "candidate"]
    if not shares or lead.frame == "row" or (lead.measure is not None and lead.measure.of == "candidate"):
        return False
    if units[first - 1].low == "by" or lead.measure is None:
        lead.measure = read.measure = shares[0]
        lead.form = lead.form or read.form
        read.frame = "pair"
        return True
    return False


def _over(units: Sequence[Unit], first: int, second: int) -> bool:
    """``13,027 votes over 11,587``: beside a count of votes "over" is no hedge."""
    figure = units[second].figure
    between = [u.low for u in units[first + 1 : second]]
    return figure is not None and figure.text.startswith("over ") and between in ([], ["votes"])


def _paired(units: Sequence[Unit], first: int, second: int) -> bool:
    between = units[first + 1 : second]
    words = [u.low for u in between if u.kind == "w" and u.low not in ("votes", "vote")]
    if not words or words[0] not in PAIRING or any(u.kind in "F;()" for u in between):
        return False
    return len(between) <= 10 and not any(w in MOVES or w in BREAKS or w == "from" for w in words)


def movement(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms) -> None:
    """NOUN (rose|fell ...) [by D] [from A] [to B]: a before, a now and a change, whatever the forms said."""
    if not reads:
        return
    moves = [
        k for k, u in enumerate(units) if u.kind == "w" and u.low in MOVES and not (k and units[k - 1].low in PARTICLED)
    ]
    for i, read in reads.items():
        tag, move = _moved(units, i, moves, reads)
        if read.form and move >= 0 and units[move].low in read.form.left + read.form.right:
            continue  # the pack's own words hold the moving one: "a net gain of 9"
        if not tag or (tag in ("before", "now") and read.measure is None and not follows_bare(units, i)):
            continue
        measure = _noun_of(units, i, move, read.figure, forms, tag) or (read.measure if tag != "change" else None)
        if measure is None and tag != "change" and read.measure is not None:
            measure = read.measure
        if measure is None and read.figure.unit == "points" and move >= 0:
            measure = next(
                (m for ms in forms.goes_with.values() for m in ms if m.unit == "percent" and m.of == "candidate"), None
            )
        if measure is None and move < 0:
            continue
        read.measure, read.tag, read.frame = measure, "" if tag == "now" else tag, "movement"
        if measure is None:
            read.why = "a change of nothing that is known"
        if tag == "change" and move >= 0:
            read.sign = 1 if units[move].low in UP else -1 if units[move].low in DOWN else 0


def _moved(units: Sequence[Unit], i: int, moves: Sequence[int], reads: Mapping[int, Read]) -> tuple[str, int]:
    """Whether the figure is a before, a now or a change, and where the moving word stands (-1: there is none)."""
    before = [k for k in moves if k < i and not _broken(units, k, i)]
    move = before[-1] if before else -1
    words = _left_words(units, i)
    first = words[0] if words else ""
    if first == "from" and (move >= 0 or _to_follows(units, i)):
        return "before", move if move >= 0 else _to_follows(units, i)
    if first == "on" and move >= 0 and i >= 2 and units[i - 2].kind == "F" and units[i - 1].low == "on":
        return "before", move  # "up 4.0 points on 28.5%"
    if first == "to" and (move >= 0 and i - move <= 14) and _from_or_by(units, move, i):
        return "now", move
    if first == "by" and move >= 0 and i - move <= 4 and not _beaten(units, i):
        return "change", move
    if move >= 0 and first == units[move].low and first != "gained":
        return "change", move
    if first == "of" and move >= 0 and i - move <= 3:
        return "change", move
    after = next((u.low for u in units[i + 1 : i + 3] if u.kind == "w"), "")
    if (
        after in MOVES
        and after not in ("up", "down", "to", "gain", "cut", "lower", "higher")
        and units[i + 1].kind in "w-"
    ):
        return "change", next(k for k in range(i + 1, i + 3) if units[k].low == after)
    return "", -1


def _left_words(units: Sequence[Unit], i: int) -> list[str]:
    words = []
    for u in reversed(units[max(0, i - 4) : i]):
        if u.kind == "w" and u.low in (
            "a",
            "an",
            "the",
            "just",
            "only",
            "his",
            "her",
            "its",
            "their",
            "some",
            "and",
            "massive",
            "huge",
        ):
            continue
        words.append(u.low if u.kind == "w" else u.kind)
    return words


def _broken(units: Sequence[Unit], k: int, i: int) -> bool:
    return any(u.low in BREAKS or u.kind == ";" for u in units[k:i])


def _to_follows(units: Sequence[Unit], i: int) -> int:
    """Where the "to" of "from A to B" stands, or 0."""
    for k in range(i + 1, min(len(units) - 1, i + 6)):
        if units[k].low == "to" and units[k + 1].kind == "F":
            return k
        if units[k].kind == "F":
            return 0
    return 0


def _from_or_by(units: Sequence[Unit], move: int, i: int) -> bool:
    """Whether what stands between the moving word and "to B" is nothing, a change, or "from A"."""
    between = [u for u in units[move + 1 : i] if u.kind in "wF"]
    names = any(u.kind == "N" for u in units[move + 1 : i])
    return not names and (len(between) <= 4 or any(u.low == "from" for u in between))


def _beaten(units: Sequence[Unit], i: int) -> bool:
    """``by 500 votes`` is a margin, not a change, unless a moving word stands right before."""
    return (
        units[i - 1].low == "by"
        and i >= 2
        and units[i - 2].low not in MOVES
        and not any(u.low in MOVES for u in units[max(0, i - 4) : i])
    )


def _noun_of(units: Sequence[Unit], i: int, move: int, figure: Figure, forms: Forms, tag: str) -> Measure | None:
    """The measure whose noun moves: the nearest noun left of the moving word, else right of it or of the figure."""
    spans = [
        range(move - 1, max(-1, move - 14), -1),
        range(move + 1, min(len(units), move + 9)),
        range(i + 1, min(len(units), i + 8)),
    ]
    for span in spans if move >= 0 else spans[2:]:
        for k in span:
            if units[k].low in BREAKS or units[k].kind == ";":
                break
            measure = _by_noun(units, k, figure, forms, tag)
            if measure is not None:
                return measure
    return None


def _by_noun(units: Sequence[Unit], k: int, figure: Figure, forms: Forms, tag: str) -> Measure | None:
    if units[k].kind != "w":
        return None
    low = units[k].low
    named = forms.by_noun.get(low) or forms.by_noun.get(low + "s") or []
    for measure in [*named, *(m for n in named for m in forms.goes_with.get(n.name, ()))]:
        if measure.of == "pair":
            continue
        points = tag == "change" and measure.unit == "percent" and figure.unit in ("percent", "points")
        if points or forms.accepts(measure, figure):
            return measure
    return None
