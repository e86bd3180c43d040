"""The frame of movement: what was, what is, by how much it rose or fell, and which way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.figures.figures import Figure
from factcheck.packs import Measure
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.around import follows_bare
from factcheck.reading.counting.measures import Forms
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.reading.movement.gathered import gathered
from factcheck.reading.reads import Read

Told = tuple[str, int]  # "before", "now" or "change", and where the word stands that moves the figure
NOTHING: Told = ("", -1)


def movement(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms, words: Vocabulary) -> None:
    """NOUN (rose|fell ...) [by D] [from A] [to B]: a before, a now and a change, whatever the forms said."""
    if not reads:
        return
    told = _told(units, words)
    for i, read in reads.items():
        tag, move = told.get(i, NOTHING)
        if read.form and move >= 0 and units[move].low in read.form.left + read.form.right:
            continue  # the pack's own words hold the moving one: "a net gain of 9"
        if not tag or (tag in ("before", "now") and read.measure is None and not _stands_bare(units, i)):
            continue
        if tag == "change" and (level := _share_before(units, i, move, reads, forms)) is not None:
            read.company = level
            _set_moved(read, forms.candidates_share(), tag, words.ways.sign(units[move].low))
            continue
        measure = _what_moves(units, i, move, read, forms, tag)
        if measure is not None or move >= 0:
            _set_moved(read, measure, tag, words.ways.sign(units[move].low) if move >= 0 else 0)


def _share_before(units: Sequence[Unit], i: int, move: int, reads: Mapping[int, Read], forms: Forms) -> Read | None:
    """The share that a bare number tells the change of: "776 votes (49.6%, up 22.3)", "54.3%, down 2.6"."""
    at = move - 1 - (units[move - 1].kind == ",")
    level = reads.get(at)
    if move != i - 1 or level is None or level.figure.unit != "percent" or units[i].figure is None:
        return None
    votes = next((reads[k] for k in range(at - 1, max(-1, at - 4), -1) if k in reads), None)
    share, count = forms.candidates_share(), forms.candidates_count()
    known = level.measure is share or (votes is not None and votes.measure is count and level.measure is None)
    return level if share is not None and known and reads[i].figure.unit == "" else None


def _stands_bare(units: Sequence[Unit], i: int) -> bool:
    """Whether a figure has no noun of its own: "shrank from 3,000", "from the 479,505 of five years ago"."""
    return follows_bare(units, i) or (units[i - 1].low == "the" and units[i + 1].low == "of")


def _set_moved(read: Read, measure: Measure | None, tag: str, sign: int) -> None:
    """Write down what moves and, of a change, which way it went (0 where no word says so)."""
    read.measure, read.tag, read.frame = measure, "" if tag == "now" else tag, "movement"
    if measure is None:
        read.why = "a change of nothing that is known"
    if tag == "change" and sign:
        read.sign = sign


def _what_moves(units: Sequence[Unit], i: int, move: int, read: Read, forms: Forms, tag: str) -> Measure | None:
    """The measure that moves: of the noun beside, else what was read already, else a share where points are told."""
    measure = _noun_of(units, i, move, read.figure, forms, tag) or (read.measure if tag != "change" else None)
    if tag != "change" and _own_noun(read, measure):
        return read.measure  # "39.6% of the vote, up from 221 seats"
    if measure is not None or read.figure.unit != "points" or move < 0:
        return measure
    return forms.candidates_share()


def _own_noun(read: Read, measure: Measure | None) -> bool:
    """Whether the noun beside a figure says what it counts, whatever else is said to move."""
    form = read.form
    if form is None or form.bare or read.measure is None:
        return False
    if form.left and form.left[-1] and not form.right:
        return True  # "down from a majority of 14,499"
    return bool(form.right) and measure is not None and read.measure.unit != measure.unit


def _told(units: Sequence[Unit], words: Vocabulary) -> dict[int, Told]:
    """What is told of each figure: a before, a now or a change, and where the word stands that moves it."""
    found: dict[int, Told] = {}
    for moving in gathered(units, words, words.ways.any - words["movement/more"]):
        slots = moving.slots if units[moving.at].kind == "w" else {}
        for slot, i in slots.items():
            tag = "change" if slot == "ratio" else slot
            if tag == "before" or _PLAINLY[tag](units, i, moving.at):
                found[i] = tag, moving.at
    for i, unit in enumerate(units):
        if i not in found and unit.kind == "F" and _left(units, i) == "from" and (to := _to_follows(units, i)):
            found[i] = "before", to
    return found


def _plainly_now(units: Sequence[Unit], i: int, move: int) -> bool:
    """Whether a figure is what something moved to: "fell to 3%"; "1,276, down from 14,499" is read by its own form."""
    return i > move and _left(units, i) == "to"


def _plainly_changed(units: Sequence[Unit], i: int, move: int) -> bool:
    """Whether a figure is the object of a moving word, and no count: "fell 3%", "cut by 5", "a 2-point drop"."""
    if i < move:
        return all(u.kind == "-" for u in units[i + 1 : move]) and units[move].low not in _LEVELS
    near = {"by": 5, "of": 3}.get(left := _left(units, i), 0)
    return i - move <= near or (left == units[move].low and left not in _COUNTED)


_PLAINLY = {"now": _plainly_now, "change": _plainly_changed}
_LEVELS = frozenset("up down to gain cut lower higher".split())  # behind a figure these do not make it a change
_COUNTED = frozenset("gained gaining gain".split())  # what is gained is counted: "gained 40 seats"
_PADDING = frozenset("a an the just only his her its their some and massive huge".split())


def _left(units: Sequence[Unit], i: int) -> str:
    """The word before a figure, articles and the like left out."""
    before = (u for u in reversed(units[max(0, i - 4) : i]) if u.low not in _PADDING)
    return next((u.low if u.kind == "w" else u.kind for u in before), "")


def _to_follows(units: Sequence[Unit], i: int) -> int:
    """Where the "to" of "from A to B" stands, or 0."""
    for k in range(i + 1, min(len(units) - 1, i + 6)):
        if units[k].low == "to" and units[k + 1].kind == "F":
            return k
        if units[k].kind == "F":
            return 0
    return 0


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
            if span.step < 0 and [u.kind for u in units[k + 1 : k + 3]] == ["w", "F"] and units[k + 1].low == "of":
                continue  # "seats won by a margin of over 50% increased": the margin is 50% and does not move
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
        if measure.whose == "pair" or (tag == "change" and not figure.unit and not isinstance(figure.number, int)):
            continue  # "up 22.3" is no change of votes
        points = tag == "change" and measure.unit == "percent" and figure.unit in ("percent", "points")
        if points or forms.accepts(measure, figure):
            return measure
    return None
