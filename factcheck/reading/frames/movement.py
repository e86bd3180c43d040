"""The frame of movement: what was, what is, by how much it rose or fell, and which way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.figures.figures import Figure
from factcheck.packs import Measure
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.around import follows_bare
from factcheck.reading.counting.measures import Forms
from factcheck.reading.counting.ways import Ways
from factcheck.reading.layout import Unit
from factcheck.reading.reads import Read


def movement(units: Sequence[Unit], reads: Mapping[int, Read], forms: Forms, words: Ways) -> None:
    """NOUN (rose|fell ...) [by D] [from A] [to B]: a before, a now and a change, whatever the forms said."""
    if not reads:
        return
    moves = [
        k
        for k, u in enumerate(units)
        if u.kind == "w" and u.low in words.any and not (k and units[k - 1].low in words.particled)
    ]
    for i, read in reads.items():
        tag, move = _moved(units, i, moves, words)
        if read.form and move >= 0 and units[move].low in read.form.left + read.form.right:
            continue  # the pack's own words hold the moving one: "a net gain of 9"
        if not tag or (tag in ("before", "now") and read.measure is None and not _stands_bare(units, i)):
            continue
        if tag == "change" and (level := _share_before(units, i, move, reads, forms)) is not None:
            read.company = level
            _set_moved(read, forms.candidates_share(), tag, words.sign(units[move].low))
            continue
        measure = _what_moves(units, i, move, read, forms, tag)
        if measure is not None or move >= 0:
            _set_moved(read, measure, tag, words.sign(units[move].low) if move >= 0 else 0)


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
    """Whether the noun behind a figure says that it counts something else than what is said to move."""
    own = read.measure if read.form and read.form.right and not read.form.bare else None
    return own is not None and measure is not None and own.unit != measure.unit


def _moved(units: Sequence[Unit], i: int, moves: Sequence[int], words: Ways) -> tuple[str, int]:
    """Whether the figure is a before, a now or a change, and where the moving word stands (-1: there is none)."""
    before = [k for k in moves if k < i and not _broken(units, k, i)]
    move = before[-1] if before else -1
    left = _left_words(units, i)
    first = left[0] if left else ""
    if first == "from" and (move >= 0 or _to_follows(units, i)):
        return "before", move if move >= 0 else _to_follows(units, i)
    if first == "on" and move >= 0 and i >= 2 and units[i - 2].kind == "F" and units[i - 1].low == "on":
        return "before", move  # "up 4.0 points on 28.5%"
    if first == "to" and (move >= 0 and i - move <= 14) and (_from_or_by(units, move, i) or _of_a(units, i)):
        return "now", move
    if first == "by" and move >= 0 and i - move <= 5 and not _beaten(units, i, words):
        return "change", move
    if move >= 0 and first == units[move].low and first not in ("gained", "gaining", "gain"):
        return "change", move
    if first == "of" and move >= 0 and i - move <= 3:
        return "change", move
    if first == "of" and move >= 0 and [u.low for u in units[i + 1 : i + 2]] == ["to"] and _to_follows(units, i):
        return "before", move  # "increased the majority of 9,856 to 12,760"
    return _moving_behind(units, i, words)


def _moving_behind(units: Sequence[Unit], i: int, words: Ways) -> tuple[str, int]:
    """``a 4.2 point rise``: a change whose moving word stands right behind it; "" and -1 where there is none."""
    after = next((u.low for u in units[i + 1 : i + 3] if u.kind == "w"), "")
    if (
        after in words.any
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


def _of_a(units: Sequence[Unit], i: int) -> bool:
    """Whether "of A to" stands right before the figure."""
    return i >= 3 and units[i - 2].kind == "F" and units[i - 3].low == "of"


def _beaten(units: Sequence[Unit], i: int, words: Ways) -> bool:
    """``by 500 votes`` is a margin, not a change, unless a moving word stands right before."""
    return units[i - 1].low == "by" and i >= 2 and not any(u.low in words.any for u in units[max(0, i - 5) : i])


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
