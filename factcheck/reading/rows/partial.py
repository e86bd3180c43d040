"""Lists of which a row was not read: they tell nobody's place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.naming.mentions import name_kind
from factcheck.reading.reads import Read
from factcheck.reading.rows.heads import LONGEST_HEAD, NOBODY, ROW_MARKS
from factcheck.reading.rows.shapes import Row, shapes

LEAST = 100  # a smaller figure is no candidate's votes
RUNNING = frozenset("in at on as of was were is are had has have by since after before with to from".split())


def mark_partial(draft: Draft, rows: Sequence[Read], reads: Mapping[int, Mapping[int, Read]], span: range) -> None:
    """Mark the read rows of a list as partial where a line in ``span`` has the shape of a row that was not read."""
    lines = draft.sentences[max(0, span.start) : span.stop]
    if any(_unread(s, row) for s in lines for row in shapes(s, reads[s.index])):
        for read in rows:
            read.partial = True


def _unread(sentence: Sentence, row: Row) -> bool:
    """Whether a row names somebody and gives a number that nothing was made of."""
    read = row.cells[0] if row.cells else None
    if read is None or read.measure is not None or read.figure.unit or read.figure.number < LEAST or read.frame:
        return False
    head = sentence.units[row.start : read.at]
    if len(head) > LONGEST_HEAD or not head or head[-1].kind not in ROW_MARKS + "N":
        return False
    words = {word for u in head for word in u.low.split()}
    return words.isdisjoint(NOBODY | RUNNING) and any(name_kind(u) in ("person", "party", "unknown") for u in head)
