"""The rows of a reference table as claims: each cell, and who came first, second and so on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims import Book, Claim, Entity, Scope, Source
from factcheck.interval import Value
from factcheck.names.placenames import key_of

if TYPE_CHECKING:
    from factcheck.tables.tables import Cell, TableCandidate, TableRace

REFERENCE = "reference"
RANKS = {1: "winner", 2: "runner_up", 3: "third", 4: "fourth", 5: "fifth"}
WINNER = "race.winner"


def enter_race(
    book: Book, parties: dict[str, str], race: TableRace, entity: Entity, kind: str = REFERENCE, *, past: bool = True
) -> None:
    """Enter every cell of a race, its candidates and their places as claims about ``entity``.

    ``parties`` (candidate key -> party) is added to. ``kind`` is the kind of their sources: "reference" beside an
    article; "article" where the table itself is what is checked. ``past``: the figures of earlier events too.
    """
    for cell in race.cells:
        used = past or not cell.path[-4:].isdigit()
        if used and cell.path != WINNER and not (cell.check_only and kind == REFERENCE):
            _enter(book, entity, cell, cell.value, kind)
    if kind == REFERENCE:
        _with_rejected(book, entity, race)
    people = {each.key: candidate_entity(entity, each) for each in race.candidates}
    for candidate in race.candidates:
        who = people[candidate.key]
        book.join(who, entity)
        parties.setdefault(who.key, candidate.party)
        for cell in candidate.cells:
            _enter(book, who, cell, cell.value, kind)
    for role, candidate, cell in places(race):
        source = Source(kind, text=candidate.name, cell=cell.citation)
        book.add(Claim(entity, role, people[candidate.key], source, Scope(), "table", "by the table"))


def _with_rejected(book: Book, entity: Entity, race: TableRace) -> None:
    """ "The total number of votes" may count the rejected papers: the table allows both."""
    cells = {cell.path: cell for cell in race.cells}
    cast, rejected = cells.get("race.votes_cast"), cells.get("race.rejected_votes")
    if cast and rejected and isinstance(cast.value, Value) and isinstance(rejected.value, Value):
        source = Source(
            REFERENCE, text=f"{cast.text} and {rejected.text} rejected", cell=f"{cast.citation}; {rejected.citation}"
        )
        book.add(Claim(entity, "votes_cast", cast.value + rejected.value, source, Scope(), "table", source.cell))


def candidate_entity(race: Entity, listed: TableCandidate) -> Entity:
    """The candidate of a race, as the article's claims call them too."""
    return Entity("candidate", f"{race.key}|{listed.key}", listed.name)


def places(race: TableRace) -> Iterator[tuple[str, TableCandidate, Cell]]:
    """(role, candidate, the cell that says so): by the ranks; else the winner named, and the next by votes."""
    ranked = [(each.rank, each) for each in race.candidates if each.rank]
    named = named_winner(race)
    if named:
        yield "winner", *named
    elif not ranked:
        return
    if not ranked and named:
        ranked = [(rank, each) for rank, each in by_votes(race)[:2] if rank == 2]
    for rank, candidate in ranked:
        if rank in RANKS and candidate.cells and not (rank == 1 and named):
            yield RANKS[rank], candidate, candidate.cells[0]


def named_winner(race: TableRace) -> tuple[TableCandidate, Cell] | None:
    """Who the winner's cell names, in full or by surname, and the cell; None where it names nobody listed."""
    cell = next((each for each in race.cells if each.path == WINNER), None)
    if cell is None:
        return None
    found = race.candidate(cell.text) or by_surname(race, cell.text) or _first_of(race, cell.text)
    return (found, cell) if found else None


def by_surname(race: TableRace, name: str) -> TableCandidate | None:
    """The one candidate of this lone surname."""
    mine = [each for each in race.candidates if key_of(each.last) == key_of(name)] if " " not in name else []
    return mine[0] if len(mine) == 1 else None


def _first_of(race: TableRace, name: str) -> TableCandidate | None:
    """Of several of one name, the one with the first rank."""
    return next((each for each in race.candidates if each.rank == 1 and key_of(each.name) == key_of(name)), None)


def by_votes(race: TableRace) -> list[tuple[int, TableCandidate]]:
    """(place by votes, candidate), the most votes first; empty where somebody's votes are not given."""
    counted = [(votes_of(each), each) for each in race.candidates]
    if not counted or any(votes is None for votes, _ in counted):
        return []
    ordered = sorted(counted, key=lambda pair: -(pair[0] or 0))
    return [(rank, each) for rank, (_, each) in enumerate(ordered, 1)]


def votes_of(candidate: TableCandidate) -> int | None:
    """The candidate's votes, where the table gives them."""
    cell = next((each for each in candidate.cells if each.path == "candidate.votes"), None)
    if cell is None or not isinstance(cell.value, Value) or cell.value.plain.low is None:
        return None
    return int(cell.value.plain.low)


def _enter(book: Book, subject: Entity, cell: Cell, value: Value | str, kind: str) -> None:
    """One cell; ``race.majority@2019`` is the majority within the scope 2019."""
    _, _, attribute = cell.path.partition(".")
    attribute, _, tag = attribute.partition("@")
    scope = Scope(event=tag) if tag.isdigit() else Scope()
    if tag and not tag.isdigit():
        attribute += f"@{tag}"
    source = Source(kind, text=shown(cell.text), cell=cell.citation)
    book.add(Claim(subject, attribute, value, source, scope, "table", cell.citation))


def shown(text: str) -> str:
    """A cell's text with its thousands parted: "12,905"."""
    return f"{int(text):,}" if text.isascii() and text.isdigit() else text
