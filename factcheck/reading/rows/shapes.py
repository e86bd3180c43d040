"""The rows of a line: "Name (Party) 12,345 (41.1%, +2.3)", one a line or run on, and what its figures count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.packs import Measure
from factcheck.reading.counting.measures import Forms
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.reads import SET_ASIDE, Read, signed

# words that may stand behind the first figure of a row
UNIT_WORDS = frozenset(
    "votes vote per cent seats seat mps councillors members points pts first-preference gained lost".split()
)
NOTES = frozenset("new unchanged nc same n/c n/a".split())
IN_BRACKETS = (
    UNIT_WORDS
    | NOTES
    | frozenset(
        "of the share up down no change candidate in from since on at n c a popular total valid standing did not stand"
        " plus minus".split()
    )
)
TAIL_MARKS = ",;|-.N/("
TAIL_WORDS = frozenset("and elected".split())
MOVED = {"up": 1, "down": -1, "gained": 1, "lost": -1}
REMARK = 3  # words behind a row
LONGEST_BRACKET = 14
LEAST_BEHIND = 100  # "45.2% (12,345)": a smaller figure behind a share is something else


Done = tuple[Read, Measure, str, int]  # a figure, what it counts, its tag and its sign


@dataclass(slots=True)
class Group:
    """The figures that stand together behind a head: their places in the units, and where the next row may begin."""

    cells: list[int]
    end: int
    bracketed: bool = False


@dataclass(slots=True)
class Row:
    """A row: its figures, and which column of a table each stands in where there is one."""

    sentence: Sentence
    start: int  # where its head begins in the units
    cells: list[Read]
    bracketed: bool = False
    parts: list[tuple[Sentence, int, int]] = field(default_factory=list)  # where its head stands: units of a sentence


def share_of(forms: Forms, counted: Measure | None) -> Measure | None:
    """The percentage that goes with what is counted."""
    if counted is None or counted.unit == "percent":
        return counted
    return next((m for m in forms.goes_with.get(counted.name, ()) if m.unit == "percent"), None)


def shapes(sentence: Sentence, reads: Mapping[int, Read]) -> Iterator[Row]:
    """The stretches of a line that have the shape of a row: words, then figures, then the next row or the end."""
    units, start = sentence.units, 0
    for i in sorted(reads):
        if i < start or _numbering(units, start, i):
            continue
        group = group_at(units, i)
        if (_ends(units, group.end) or (group.bracketed and _few_words(units, group.end))) and i > start:
            cells = [reads[k] for k in group.cells if k in reads]
            yield Row(sentence, start, cells, group.bracketed, [(sentence, start, i)])
        start = group.end
        while start < len(units) and (units[start].kind in ",;.|-/" or units[start].low == "and"):
            start += 1


def _numbering(units: Sequence[Unit], start: int, i: int) -> bool:
    """Whether the figure only numbers its row: "1. Ann Lee"."""
    figure = units[i].figure
    behind = units[i + 1].kind if i + 1 < len(units) else ""
    return figure is not None and i == start and figure.number < 100 and behind in (".", ")") and i + 2 < len(units)


def group_at(units: Sequence[Unit], i: int) -> Group:
    """The figure at ``i`` and those that go with it: behind it, in brackets, after a mark."""
    cells, j, bracketed = [i], i + 1, False
    while j < len(units):
        close = _bracket(units, j)
        if close:
            cells += [k for k in range(j, close) if units[k].kind == "F"]
            j, bracketed = close + 1, True
        elif step := _goes_on(units, j):
            j += step
            if units[j - 1].kind == "F":
                cells.append(j - 1)
        else:
            break
    return Group(cells, j, bracketed)


def _goes_on(units: Sequence[Unit], j: int) -> int:
    """How many units from ``j`` on still belong to the figures of a row; 0 when they end here."""
    unit = units[j]
    behind = units[j + 1] if j + 1 < len(units) else None
    if unit.kind == "F" or unit.low in UNIT_WORDS:
        return 1
    if unit.low in NOTES and (behind is None or behind.kind in ",;.|"):
        return 1
    if unit.low in ("up", "down") and behind is not None and behind.kind == "F":
        return 2
    if unit.kind in ",;|-/" and behind is not None and (behind.kind == "F" or _bracket(units, j + 1)):
        return 2 if behind.kind == "F" else 1
    return 1 if unit.kind == "|" and all(u.kind == "|" for u in units[j : j + 9]) else 0


def _bracket(units: Sequence[Unit], j: int) -> int:
    """Where the bracket that opens at ``j`` closes, if it holds only what belongs to a row's figures; else 0."""
    if units[j].kind != "(":
        return 0
    for k in range(j + 1, min(len(units), j + LONGEST_BRACKET)):
        unit = units[k]
        if unit.kind == ")":
            return k
        year = unit.figure is not None and unit.figure.kind in ("year", "date")
        if not (unit.kind in "F,;-/+." or year or unit.low in IN_BRACKETS):
            return 0
    return 0


def _ends(units: Sequence[Unit], end: int) -> bool:
    """Whether a row can end here: nothing, a mark, or the next name behind it."""
    return end >= len(units) or units[end].kind in TAIL_MARKS or units[end].low in TAIL_WORDS


def _few_words(units: Sequence[Unit], end: int) -> bool:
    """Whether nothing but a remark stands behind a row's bracket: "Green 63 (2.6%) from nowhere"."""
    return len(units) - end <= REMARK and all(u.kind == "w" for u in units[end:])


class Filler:
    """Says what each figure of a row counts, given what the list counts."""

    def __init__(self, forms: Forms, counted: Measure) -> None:
        self.counted = counted
        self.share = share_of(forms, counted)

    def fill(self, row: Row, count: Measure | None) -> list[Done] | None:
        """For each figure that is understood what it counts, its tag and its sign; None where the row is not one."""
        done: list[Done] = []
        for read in row.cells:
            if read.figure.bound == "range" or read.frame == SET_ASIDE:
                return None
            sign = signed(read.figure) or _moved(read)
            measure = self._change(done, read) if sign else self._level(done, read, count, row)
            if measure is None and not done:
                return None
            if measure is not None:
                done.append((read, measure, "change" if sign else "", sign))
        return done

    def _level(self, done: Sequence[Done], read: Read, count: Measure | None, row: Row) -> Measure | None:
        """What an unsigned figure counts, given those before it in the row."""
        figure = read.figure
        have = {m.name for _, m, _, _ in done}
        if done and self.share and self.share.name not in have and _as_share(read, row):
            return self.share
        if figure.unit == "percent":
            return self.share if self.share and self.share.name not in have else None
        if figure.unit:
            return None
        return self._bare(read, have, count)

    def _bare(self, read: Read, have: set[str], count: Measure | None) -> Measure | None:
        """What a figure without a unit counts: by its own noun, else by what the list counts."""
        number = read.figure.number
        named = read.form.measure if read.form and not read.form.bare else None
        measure = named or count
        if measure is None or measure.name in have:
            return None
        if measure.unit == "percent":
            return measure if number <= 100 else None
        behind_share = self.share is not None and have == {self.share.name} and number >= LEAST_BEHIND
        return measure if isinstance(number, int) and (not have or named or behind_share) else None

    def _change(self, done: Sequence[Done], read: Read) -> Measure | None:
        """What a signed figure is the change of: the level before it, or the share that goes with it."""
        levels = [m for _, m, tag, _ in done if not tag]
        if not levels or sum(1 for d in done if d[2]) >= len(levels):
            return None
        level, whole = levels[-1], isinstance(read.figure.number, int) and read.figure.unit == ""
        if level.unit == "percent" or (whole and read.figure.unit == ""):
            return level
        return self.share if level is self.counted and read.figure.unit != "" else None


def _as_share(read: Read, row: Row) -> bool:
    """A bare figure beside votes that can only be a share: "1,187 (37.5; -1.5)"."""
    figure = read.figure
    if figure.unit or figure.number > 100 or figure.bound != "exact":
        return False
    behind = row.cells[row.cells.index(read) + 1 :]
    return "." in figure.text or bool(behind and signed(behind[0].figure) and row.bracketed)


def _moved(read: Read) -> int:
    """1 or -1 for "up 3", "down 3", "3 gained", "3 seats lost"; else 0."""
    units = read.sentence.units
    behind = [u.low for u in units[read.at + 1 : read.at + 3] if u.low not in UNIT_WORDS or u.low in MOVED][:1]
    around = [units[read.at - 1].low if read.at else "", *behind]
    return next((MOVED[word] for word in around if word in MOVED), 0)
