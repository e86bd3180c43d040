"""Whether a figure that fits ill with others was misread, and not miswritten: arithmetic, rules and tables show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.checking.check import REFERENCE, SAME_FACT, Conflict, agreement
from factcheck.checking.likeness import digits_of
from factcheck.checking.resolve import width
from factcheck.claims import Book, Claim, Entity, Scope
from factcheck.interval import Value, Verdict

LEAST = 3  # digits of a figure that is no other cell of its race by chance
LONG = 4  # nor of any other
LISTED = "row"  # evidence that takes a figure for what its place in a list is
MOST = 3  # lines of a list that are not all wrong
NARROW = 1  # and how far its least value may be from its greatest


@dataclass(frozen=True)
class Misread:
    """What is known of the figures of one draft once all was checked."""

    book: Book
    starts: frozenset[int]  # of figures that fit others by arithmetic, but were read as what cannot
    passed: Mapping[int, Sequence[frozenset[int]]]  # figures that a rule about named things let pass, under each
    columns: frozenset[tuple[str, Scope]]

    def explains(self, conflict: Conflict, grounds: Sequence[Claim]) -> bool:
        """Whether a figure of a conflict was taken for what it is not."""
        first, starts = conflict.claims[0], frozenset(claim.source.start for claim in grounds)
        if not self.starts.isdisjoint(starts):
            return True
        if conflict.of_a_sentence and any(starts <= each for each in self.passed.get(min(starts), ())):
            return True
        if conflict.rule == REFERENCE and (first.attribute, first.scope) in self.columns:
            return True
        return of_another_cell(self.book, conflict.rule, grounds)


def of_another_cell(book: Book, rule: str, grounds: Sequence[Claim]) -> bool:
    """Whether a figure of the article that differs from another, or from cells, agrees with a cell that is not its own:
    the same figure of another owner, race or time, or for a figure of a list any of its race."""
    if rule != SAME_FACT and all(c.source.kind == "article" for c in grounds):
        return False
    told = [c for c in grounds if c.source.kind == "article" and _is_sharp(c)] if book.has_tables else []
    cells = [c for c in book if c.source.kind == "reference" and isinstance(c.value, Value)] if told else []
    return any(_is_of_another(claim, cells, book) for claim in told)


def misread_columns(book: Book, conflicts: Iterable[Conflict]) -> frozenset[tuple[str, Scope]]:
    """What figures of lists were taken for, and when, where most of them differ from the table: the column is of
    something else, as turnouts under a heading that only the first line repeats."""
    told = [c.claims[0] for c in conflicts if c.rule == REFERENCE and c.claims[0].evidence == LISTED]
    wrong = Counter((claim.attribute, claim.scope) for claim in told)
    rows = Counter((c.attribute, c.scope) for c in book if c.evidence == LISTED and c.source.kind == "article")
    return frozenset(column for column, n in wrong.items() if n >= MOST and 2 * n > rows[column])


def _is_of_another(told: Claim, cells: Sequence[Claim], book: Book) -> bool:
    agreeing = [c for c in cells if _is_near(told, c, book) and agreement(told, c) is Verdict.CONSISTENT]
    own = any(_fact(told) == _fact(c) for c in agreeing)
    return bool(agreeing) and not own and not _exchanged(told, agreeing, cells, book)


def _exchanged(told: Claim, agreeing: Sequence[Claim], cells: Sequence[Claim], book: Book) -> bool:
    """Whether two figures of prose stand in each other's place: that is a slip of the writer's."""
    if told.evidence == LISTED:
        return False
    own = [c for c in cells if _fact(c) == _fact(told)]
    facts = {_fact(c) for c in agreeing}
    others = [c for c in book if c.source.kind == "article" and _fact(c) in facts]
    return any(agreement(other, cell) is Verdict.CONSISTENT for other in others for cell in own)


def _is_sharp(told: Claim) -> bool:
    """Whether a figure has digits enough to be of one cell only."""
    return isinstance(told.value, Value) and len(digits_of(told)) >= LEAST and width(told.value.plain) <= NARROW


def _is_near(told: Claim, cell: Claim, book: Book) -> bool:
    if told.attribute != cell.attribute:
        return told.evidence == LISTED and _race(told, book) == _race(cell, book)
    return len(digits_of(told)) >= LONG or _race(told, book) == _race(cell, book)


def _fact(claim: Claim) -> tuple[Entity, str, Scope]:
    return claim.subject, claim.attribute, claim.scope


def _race(claim: Claim, book: Book) -> Entity:
    return book.whole_of(claim.subject) or claim.subject
