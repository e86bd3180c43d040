"""Results in columns: tables under a header, names and figures on lines of their own, labels over their figure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.packs import Measure
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.reads import Read, signed
from factcheck.reading.rows.heads import Head, head_of, joined
from factcheck.reading.rows.shapes import NOTES, UNIT_WORDS, Row, share_of

COLUMN_NAMES = {
    **dict.fromkeys(("%", "share", "pct", "percent", "percentage"), "percent"),
    **dict.fromkeys(("change", "+/-", "±", "+/−", "+/–"), "change"),
    **dict.fromkeys(("swing", "previous", "last", "before", "contested"), "skip"),
}
Reads = Mapping[int, Mapping[int, Read]]  # sentence index -> place in its units -> the read
BARS = frozenset("|\t")
REPEATED = 3  # so many groups of lines of one pattern make a list
STACKED_LABEL = 5  # tokens; a longer line is no label
LABELLED = 12  # and no longer one is a label and its figure


@dataclass(frozen=True, slots=True)
class Column:
    """What a column counts, and the tag of its figures: "", "change", or the year they held."""

    measure: Measure | None
    tag: str = ""


def tables(draft: Draft, reads: Reads, lexicon: Lexicon) -> list[tuple[Row, Head]]:
    """Read every table that has a header; returns its rows."""
    header: list[Column | None] = []
    made: list[tuple[Row, Head]] = []
    for sentence in draft.sentences:
        if not barred(sentence):
            header = []
        elif all(1800 < r.figure.number < 2100 for r in reads[sentence.index].values()):
            named = columns(sentence, lexicon)
            header = named if any(named) else header
        elif header:
            row = _table_row(draft, sentence, reads[sentence.index], header, lexicon)
            made += [row] if row else []
    return made


def barred(sentence: Sentence) -> bool:
    """Whether bars or tabs part the cells of a line."""
    return not BARS.isdisjoint(sentence.words) and any(u.kind == "|" for u in sentence.units)


def columns(header: Sentence, lexicon: Lexicon) -> list[Column | None]:
    """What each column counts, by its header; None where it counts nothing known or cannot be told from another."""
    cells = [re.findall(r"[\w%+/±−–-]+", cell) for cell in _cells(header)]
    found = [_column(words, lexicon) for words in cells]
    last = max((y for words in cells for y in words if _year(y)), default="")
    for k, column in enumerate(found):
        year = next((w for w in cells[k] if _year(w)), "")
        if column is not None and column.tag == "" and year and year != last:
            found[k] = Column(column.measure, year)
    levels = [c for c in found if c is not None and c.tag != "change"]
    return [None if c is not None and c.tag != "change" and levels.count(c) > 1 else c for c in found]


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _cells(sentence: Sentence) -> list[str]:
    cells: list[list[str]] = [[]]
    for token in sentence.tokens:
        if token.text in "|\t":
            cells.append([])
        else:
            cells[-1].append(token.low)
    return [re.sub(r"([+±]) ?(/) ?([-−–])", r"\1\2\3", " ".join(cell)) for cell in cells]


def _column(words: Sequence[str], lexicon: Lexicon) -> Column | None:
    kinds = {COLUMN_NAMES[w] for w in words if w in COLUMN_NAMES}
    if "skip" in kinds:
        return None
    if "change" in kinds:
        return Column(None, "change")
    share = share_of(lexicon.forms, lexicon.counted)
    if "percent" in kinds and share is not None:
        return Column(share)
    for word in words:
        for measure in lexicon.forms.by_noun.get("MPs" if word == "mps" else word) or ():
            if lexicon.kind(measure) != "pair":
                return Column(measure)
    return None


def _table_row(
    draft: Draft, sentence: Sentence, reads: Mapping[int, Read], header: Sequence[Column | None], lexicon: Lexicon
) -> tuple[Row, Head] | None:
    """Give each figure of a row what its column counts; a row with a figure that cannot be read is left alone."""
    first = min(reads)
    found = head_of(draft, lexicon, sentence, 0, first)
    head = found[0] if found else None
    offset = _offset(sentence.units, header)
    spoilt = offset is None or any(u.figure is not None and u.figure.kind == "label" for u in sentence.units[first:])
    row = Row(sentence, 0, [])
    level: Measure | None = None
    at, last = offset or 0, 0
    for i, read in sorted(reads.items()):
        at, last = at + sum(u.kind == "|" for u in sentence.units[last:i]), i
        column = header[at] if 0 <= at < len(header) and not spoilt else None
        measure = _fitting(column, level, read, lexicon) if column else None
        level = measure if column and column.tag != "change" else level
        _set(read, measure, column, head, lexicon)
        row.cells += [read] if read.measure is not None and read.who is not None else []
    return (row, head) if head and row.cells else None


def _offset(units: Sequence[Unit], header: Sequence[Column | None]) -> int | None:
    """How far a row's cells stand left of the header's: rows may lack bars at their ends; None: no fit."""
    kinds = [u.kind for u in units]
    cells = kinds.count("|") + 1
    difference = len(header) - cells
    if difference in (0, 1) or (difference == -1 and header[0] is None):
        return 0 if difference >= 0 else -1
    return 0 if difference == 2 and header[-1] is None else None


def _fitting(column: Column, level: Measure | None, read: Read, lexicon: Lexicon) -> Measure | None:
    """The column's measure where the figure can be one of it: percentages under "Votes" are shares."""
    measure = level if column.tag == "change" else column.measure
    figure = read.figure
    if measure is None or figure.bound == "range" or (signed(figure) and column.tag != "change"):
        return None
    if lexicon.forms.accepts(measure, figure) or (measure.unit == "percent" and figure.unit == "points" and column.tag):
        return measure
    if measure.unit == "percent":
        return measure if figure.unit == "" and figure.number <= 100 else None  # under "%" no sign is needed
    return share_of(lexicon.forms, measure) if figure.unit == "percent" and not column.tag else None


def _set(read: Read, measure: Measure | None, column: Column | None, head: Head | None, lexicon: Lexicon) -> None:
    if head is None and read.form is not None and read.measure is not None and lexicon.kind(read.measure) == "place":
        return  # a label in the first cell: "Majority | 1,234"
    owned = measure is None or lexicon.kind(measure) == "place" or head is not None
    read.frame, read.measure = "column", measure if owned else None
    read.who = head.who if head else None
    read.why = "its column counts nothing known"
    if read.measure is not None and column is not None:
        read.tag, read.evidence, read.why = column.tag, "row", "by the header of its column"
        read.sign = signed(read.figure) or 1 if column.tag == "change" else 0


def stacked(draft: Draft, reads: Reads, lexicon: Lexicon) -> list[tuple[Row, Head]]:
    """Rows whose name, party and figures stand on lines of their own, three or more of one pattern in turn."""
    lines = [s for s in draft.sentences if any(u.kind not in "|-" for u in s.units)]
    made: list[tuple[Row, Head]] = []
    if sum(bool(reads[s.index]) and _only_figures(s) for s in lines) < REPEATED:
        return made
    k = 0
    while k < len(lines):
        run = _run(draft, lexicon, lines, k, reads)
        made += run if len(run) >= REPEATED else []
        k += max(1, sum(len(r.parts) for r, _ in run)) if len(run) >= REPEATED else 1
    return made


def _run(draft: Draft, lexicon: Lexicon, lines: Sequence[Sentence], k: int, reads: Reads) -> list[tuple[Row, Head]]:
    made: list[tuple[Row, Head]] = []
    pattern = ""
    while k < len(lines):
        shape, row = _pile(draft, lexicon, lines, k, reads)
        if row is None or (pattern and shape != pattern):
            break
        pattern, k = shape, k + len(shape)
        made.append(row)
    return made


def _pile(
    draft: Draft, lexicon: Lexicon, lines: Sequence[Sentence], k: int, reads: Reads
) -> tuple[str, tuple[Row, Head] | None]:
    """One or two lines with names and up to four with figures: "HHVV", and the row that they make."""
    shape = ""
    heads: list[Head] = []
    cells: list[Read] = []
    parts: list[tuple[Sentence, int, int]] = []
    while k < len(lines) and len(shape) < 6:
        sentence = lines[k]
        mine = [r for _, r in sorted(reads[sentence.index].items())]
        if mine and heads and _only_figures(sentence):
            cells += mine
            shape += "V"
        elif not mine and not cells and len(heads) < 2 and (found := _head_line(draft, lexicon, sentence)):
            heads.append(found)
            shape += "H"
        else:
            break
        parts.append((sentence, 0, len(sentence.units)))
        k += 1
    head = joined(draft, heads) if heads and cells else None
    if head is None:
        return shape, None
    return shape, (Row(cells[0].sentence, 0, cells, True, parts), head)


def _head_line(draft: Draft, lexicon: Lexicon, sentence: Sentence) -> Head | None:
    found = head_of(draft, lexicon, sentence, 0, len(sentence.units))
    return found[0] if found else None


def _only_figures(sentence: Sentence) -> bool:
    return all(u.kind in "F|(),;-/" or u.low in UNIT_WORDS or u.low in NOTES for u in sentence.units)


def labels(draft: Draft, reads: Reads, lexicon: Lexicon) -> None:
    """Labels over their figure ("Majority" over "5,025"), or a party or empty cells between ("Majority: Con 2,540")."""
    for above, below in zip(draft.sentences, draft.sentences[1:], strict=False):
        mine = reads[below.index]
        if mine and min(mine) == 0 and _is_label(above, reads) and _only_figures(below):
            ends = len(above.units) - (above.units[-1].kind == ":")
            _label(mine[0], [*above.units[:ends], colon_at(above.units[-1]), *below.units], ends + 1, lexicon)
    for sentence in draft.sentences:
        first = min(reads[sentence.index], default=0)
        if first > 1 and len(sentence.tokens) <= LABELLED and reads[sentence.index][first].measure is None:
            before = [u for u in sentence.units[:first] if not (u.name and u.name.kind == "party")]
            before = [u for k, u in enumerate(before) if u.kind != "|" or k == 0 or before[k - 1].kind != "|"]
            _label(reads[sentence.index][first], [*before, *sentence.units[first:]], len(before), lexicon)


def _is_label(sentence: Sentence, reads: Reads) -> bool:
    short = len(sentence.tokens) <= STACKED_LABEL and sentence.tokens[-1].text not in ".!?"
    return short and bool(sentence.units) and not reads[sentence.index]


def _label(read: Read, units: Sequence[Unit], i: int, lexicon: Lexicon) -> None:
    """Give a figure the measure of the label that stands before it in ``units``."""
    form = lexicon.forms.read(units, i)
    if form is None or form.measure is None or form.bare or form.right or lexicon.kind(form.measure) != "place":
        return
    read.measure, read.form, read.why = form.measure, form, f"“{form.text}”"


def colon_at(unit: Unit) -> Unit:
    """A colon where ``unit`` stands."""
    return unit._replace(kind=":", low=":", figure=None, name=None)
