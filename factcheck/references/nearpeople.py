"""Names of candidates that are near a table's but are not it: a slip of the pen, or another first name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.binding.binding import Bound
from factcheck.claims import Claim, Entity
from factcheck.interval import Value
from factcheck.names.people import Name, Person
from factcheck.names.personnames import same_first, same_person
from factcheck.names.placenames import key_of, words
from factcheck.reading.draft import Draft
from factcheck.tables.claims import votes_of
from factcheck.tables.tables import TableCandidate, TableRace


@dataclass(frozen=True, slots=True)
class NearPerson:
    """A candidate as the draft names them, and as the table does; ``names`` are the mentions so spelled."""

    written: str
    race: str
    listed: TableCandidate
    names: tuple[Name, ...]
    by_votes: bool = False  # taken for the listed one because the votes are theirs


def misspelt(draft: Draft, person: Person, listed: TableCandidate, race: str) -> NearPerson | None:
    """The mentions of somebody listed that are spelled otherwise than in the table; None where all are as there."""
    names = [n for found in draft.names.values() for n in found if n.person is person and not _spelled(n.text, listed)]
    full = sorted(names, key=lambda name: -len(words(name.text)))
    if not full:
        return None
    written = next((s for s in person.spellings if not same_person(s, listed.name)), full[0].text)
    return NearPerson(written, race, listed, tuple(names))


def _spelled(text: str, listed: TableCandidate) -> bool:
    """Whether a mention is of the listed name: in full, by surname or by first name, a title or a trade before it."""
    own, said = words(listed.name), words(text)
    if not said or same_person(text, listed.name):
        return True
    if said[-1] != own[-1]:  # "Mr Mohammed Iqbal", "Iqbal": a first name, or one of several surnames, by itself
        return said[-1] in own or same_first(said[-1], own[0])
    return len(said) == 1 or not near_first(said[-2], own[0])


def near_first(a: str, b: str) -> bool:
    """Whether a first name is a slip for another: near it, and no name of its own ("Mr", "Lawyer")."""
    from rapidfuzz.distance import DamerauLevenshtein

    return not same_first(a, b) and min(len(a), len(b)) > 3 and DamerauLevenshtein.normalized_similarity(a, b) >= 0.6


def by_votes(draft: Draft, bound: Bound, race: TableRace, entity: Entity) -> Iterator[NearPerson]:
    """Those of another first name than the one listed with their surname and exactly their votes."""
    people = {person.key: person for person in draft.people.all.values()}
    listed = {f"{entity.key}|{each.key}" for each in race.candidates}
    for member in bound.book.members(entity):
        person = people.get(member.key.partition("|")[2])
        if member.key in listed or person is None or not person.first:
            continue
        votes = {_exactly(claim) for claim in bound.book.said(member, "votes") if claim.source.kind == "article"}
        same = [each for each in race.candidates if _namesake(person, each) and votes_of(each) in votes]
        if len(same) == 1:
            names = [n for found in draft.names.values() for n in found if n.person is person]
            yield NearPerson(person.name, race.name, same[0], tuple(names), by_votes=True)


def _exactly(claim: Claim) -> int:
    """The votes that a claim gives exactly; 0 where it does not."""
    assert isinstance(claim.value, Value)
    plain = claim.value.plain
    return int(plain.low) if plain.is_exact and plain.low is not None else 0


def _namesake(person: Person, listed: TableCandidate) -> bool:
    """The same surname, and a first name that is not short for the other ("Chi", "Chinyelu")."""
    first = words(listed.name)[0]
    alike = first.startswith(person.first) or person.first.startswith(first)
    return key_of(listed.last) == key_of(person.last) and not alike
