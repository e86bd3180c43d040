"""The frame of a gap: two figures set against one another, by how much they differ, and who is ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.interval import Interval, Value
from factcheck.reading.counting.phrases import figure_of, noun_behind, words_from
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.against.pairs import Pair, named_pair, pairs
from factcheck.statements.statement import Said, Statement

NEAR = 8  # units between a gap and the pair, where the pair is a score
NOT_LEADING = frozenset("not behind and by of about around between up".split())
SIGNS = ("+", "-", "–", "−")
# words between a gap and a score that is not its own
OTHERWISE = frozenset(
    "after series and thanks following with despite into from as table top stay remain go move climb".split()
)
ELSEWHERE = frozenset("on among in for as when if".split())  # "a ten-point lead on the economy" is of another question
BOUND = frozenset(("percent", "points"))


def gaps(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary, text: str) -> Iterator[Statement]:
    """The gap of a sentence that has one pair; sentences with several pairs say too much to tell which is meant."""
    ahead = []
    if not lows.isdisjoint(words["gap/ahead"]):
        ahead = [k for k, u in enumerate(units) if u.low in words["gap/ahead"] and u.kind == "w"]
    apart = _gaps(units, words) if lows & words["gap/any"] else []
    if not ahead and not apart:
        return
    found = [pair for pair in pairs(units, text) if not _of_a_stretch(units, pair, words)]
    if len(found) == 1 and len(apart) == 1 and _together(units, found[0], apart[0]):
        yield _statement(found[0], [_gap(units, apart[0])], text)
    elif not found and len(apart) == 1 and ELSEWHERE.isdisjoint(words_from(units, apart[0] + 1, 1, 5)):
        for pair in named_pair(units, words["repeat/times"]):
            if _together(units, pair, apart[0]):
                yield _statement(pair, [_gap(units, apart[0])], text)
    for pair in found:
        if (k := _leading(units, pair, ahead)) >= 0:
            way = Value(Interval.above(0), Interval.above(0))
            yield _statement(pair, [Said("lead", way, units[k].start, units[k].end, units[k].low)], text)


def _gaps(units: Sequence[Unit], words: Vocabulary) -> list[int]:
    """The figures that tell by how much two others differ: "by 4 points", "a nine-point lead", "9 points ahead"."""
    return [i for i, unit in enumerate(units) if unit.kind == "F" and _tells_gap(units, i, words)]


def _tells_gap(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    behind = words_from(units, i + 1, 1)
    before = words_from(units, i - 1, -1)[::-1]
    pointed = figure_of(units[i]).unit in BOUND or bool(set(behind[:1]) & words["gap/units"])
    if before[-1:] == ["by"] or before[-2:-1] == ["by"]:
        return pointed
    if before[-1:] == ["of"] and set(before) & words["gap/nouns"]:
        return pointed
    if set(behind) & words["gap/net"]:
        return True
    return pointed and bool(set(behind) & (words["gap/nouns"] | words["gap/sides"]))


def _of_a_stretch(units: Sequence[Unit], pair: Pair, words: Vocabulary) -> bool:
    """Whether a pair is of a part of a match: "a run of 15-4 gave them a nine-point lead"."""
    around = (*units[max(0, pair.at - 2) : pair.at], *units[pair.end + 1 : pair.end + 2])
    return any(u.low in words["gap/stretches"] for u in around)


def _together(units: Sequence[Unit], pair: Pair, gap: int) -> bool:
    """Whether a gap is that of the pair: in polls within the sentence, in a score only close by."""
    measured = figure_of(units[gap]).unit in BOUND or words_from(units, gap + 1, 1)[:1] in (["points"], ["point"])
    if pair.at <= gap <= pair.end or (pair.unit == "percent" and not measured):
        return False
    if pair.unit == "percent" or pair.mark == "/":
        return True
    low, high = (pair.end, gap) if pair.end < gap else (gap, pair.at)
    between = units[low + 1 : high]
    return high - low <= NEAR and not any(u.kind in "Ff;" or u.low in OTHERWISE for u in between)


def _leading(units: Sequence[Unit], pair: Pair, ahead: Sequence[int]) -> int:
    """Where the word stands that puts the first of a pair of percentages ahead; -1 where none does."""
    if pair.unit != "percent" and pair.mark != "/":
        return -1
    for k in reversed(ahead):
        between = units[k + 1 : pair.at]
        if k < pair.at and not any(u.kind in "Ff;" or u.low in NOT_LEADING for u in between):
            return k
    return -1


def _gap(units: Sequence[Unit], i: int) -> Said:
    figure = figure_of(units[i])
    if figure.text.startswith(SIGNS):
        return Said("lead", figure.value, figure.start, figure.end, figure.text)
    return Said("gap", figure.value, figure.start, figure.end, figure.text, " ".join(noun_behind(units, i)[:2]))


def _statement(pair: Pair, more: list[Said], text: str) -> Statement:
    both = [
        Said(slot, value, start, end, text[start:end])
        for slot, value, (start, end) in zip(("first", "second"), pair.values, pair.spans, strict=True)
    ]
    return Statement("gap", "the two", (*both, *more))
