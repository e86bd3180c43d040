"""One statement: the slots that a sentence fills, each with its value and the words that say so."""

from __future__ import annotations

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.values import frozen


@frozen
class Said:
    """One figure (or word) of a statement: what it is of, its value, and where it stands in the text."""

    slot: str  # "amount", "amount@before": a figure of the pack's thing, and its time
    value: Value
    start: int
    end: int
    text: str
    name: str = ""  # of a part: what it counts
    cell: str = ""  # where it was said, if not in the text: "the article's own date"
    of: int = -1  # of a part with several figures: where its first one stands


@frozen
class Statement:
    """What one stretch of a sentence says of its figures."""

    frame: str  # one of packs.model.FRAMES
    name: str  # what it is about, as an editor would say: "total revenue"
    said: tuple[Said, ...]
    members: tuple[Said, ...] = ()  # the parts of a whole
    complete: bool = False  # the members are all there are
    voice: str = ""  # as in ``claims.Scope``: "forecast", "if"; "" where it is plainly told
    thing: str = ""  # the pack's thing, where it was read by the pack's own forms
    forms: tuple[tuple[str, str], ...] = ()  # and those: the figure, and the form that read it
    fitted: bool = False  # its figures are known to belong together by their arithmetic, whatever the words


def said(slot: str, figure: Figure, value: Value | None = None, name: str = "", of: int = -1) -> Said:
    """What a figure says in a slot; ``value`` where it is not the figure's own."""
    return Said(slot, value or figure.value, figure.start, figure.end, figure.text, name, of=of)
