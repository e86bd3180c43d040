"""The tables named for a check, and what they tell of one draft: only where event, race and level are established."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.binding.binding import Bound
from factcheck.claims import Entity
from factcheck.findings import Citation, Finding
from factcheck.interval import Number, Value
from factcheck.names.people import Person
from factcheck.names.phrases import Phrase, Phrases
from factcheck.names.placenames import key_of
from factcheck.reading.draft import Draft
from factcheck.references.speaking import established, plainly
from factcheck.telling.telling import Teller

if TYPE_CHECKING:  # what reads tables is imported where a table is used
    from factcheck.references.nearpeople import NearPerson
    from factcheck.references.nearseats import NearSeat
    from factcheck.tables.events import Announced
    from factcheck.tables.tables import Reference, TableCandidate, TableRace

PRINTED = 1000  # a smaller figure may stand in a draft by chance
NAME_NEAR = "core/name-near"
WHY_NEAR = "A name that is near a candidate's or a seat's of the table, but is not it, is likely misspelt."


@dataclass(frozen=True)
class References:
    """The loaded tables."""

    tables: tuple[Reference, ...] = ()

    @classmethod
    def load(cls, names: Sequence[str]) -> References:
        """The tables of these names or paths. Raises TableError."""
        if not names:
            return cls()
        from factcheck.tables.tables import load_reference

        return cls(tuple(load_reference(name) for name in names))

    def places(self) -> Phrases | None:
        """Every way to write a race of the tables, by its first word, for the reader of names."""
        return self._places

    @cached_property
    def _places(self) -> Phrases | None:
        if not self.tables:
            return None
        found: dict[str, list[Phrase]] = {}
        for table in self.tables:
            for variant, key in table.race_names().items():
                words = tuple(variant.split())
                found.setdefault(words[0], []).append((words, "seat", table.races.names[key]))
        return Phrases(found)

    @cached_property
    def _shipped(self) -> tuple[Announced, ...]:
        """What could be named with --reference, read once for all drafts of a run."""
        from factcheck.tables.events import shipped_events

        return tuple(shipped_events())

    def about(self, draft: Draft, text: str, date: str) -> Tables | None:
        """The tables whose event the draft plainly speaks of, or None."""
        spoken = tuple(t for t in self.tables if speaks_of(t, draft, text, date))
        if not spoken:
            return None
        from factcheck.references.nearseats import near_seats

        return Tables(spoken, tuple(near_seats(draft, spoken)))

    def hints(self, draft: Draft, text: str, tables: Tables | None, date: str = "") -> list[str]:
        """What an editor may do next: name a shipped table that the draft speaks of."""
        if self.tables:
            unused = [t.name for t in self.tables if tables is None or t not in tables.tables]
            return [f"{name} was not used: nothing shows that the article speaks of its event" for name in unused]
        return [
            f"the article seems to speak of the {package.title}: add --reference {package.name} to check it"
            for package in (self._shipped if draft.sections.names and draft.event.year else ())
            if plainly(package.event, text, date, draft.event.year)
        ]


def speaks_of(table: Reference, draft: Draft, text: str, date: str) -> bool:
    """Whether a draft speaks of a table's event, and names a race by which it could be of the table."""
    if not draft.sections.names:
        return False
    return established(table.event, text, date, draft.event.year, draft.event.latest, lambda: _listed(table, draft))


def _listed(table: Reference, draft: Draft) -> list[int]:
    """For each race of the table that a draft names, how many people of the draft stand in it by the table."""
    people = [p.name for p in draft.people.all.values() if p.first]
    races = {race.key: race for name in draft.sections.names.values() if (race := table.race(name))}
    printed = {f.number for f in draft.figures if f.number >= PRINTED}
    return [
        sum(_weight(race.candidate(name)) for name in people) + 2 * _printed(race, printed) for race in races.values()
    ]


def _printed(race: TableRace, printed: set[Number]) -> int:
    """How many of a race's votes stand in the draft to the digit: no other election has them."""
    votes = [cell.value for each in race.candidates for cell in each.cells if cell.path == "candidate.votes"]
    return sum(isinstance(v, Value) and v.plain.is_exact and v.plain.low in printed for v in votes)


def _weight(listed: TableCandidate | None) -> int:
    """How much somebody shows: a winner who was no member before was not elected at an earlier event."""
    if listed is None:
        return 0
    new = any(cell.path == "candidate.sitting" and cell.text.lower() == "no" for cell in listed.cells)
    return 2 if new and listed.rank == 1 else 1


@dataclass
class Tables:
    """The tables that speak of one draft; also says who stands where (see entities.Rolls)."""

    tables: tuple[Reference, ...]
    seats: tuple[NearSeat, ...] = ()  # names that are near a race's: once warned about, they own its figures

    def _race(self, name: str) -> TableRace | None:
        key = key_of(name)
        name = next((near.race for near in self.seats if key in near.keys), name)
        return next((r for t in self.tables if (r := t.race(name))), None)

    def race(self, name: str) -> str | None:
        """The table's name of a race, or None."""
        found = self._race(name)
        return found.name if found else None

    def candidate(self, race: str, person: str, party: str = "") -> TableCandidate | None:
        """The candidate of that name, or None; the party tells two of one name apart."""
        found = self._race(race)
        if found is None:
            return None
        from factcheck.tables.claims import by_surname

        return found.candidate(person) or by_surname(found, person) or _twin(found, person, party)

    def near(self, race: str, person: str, party: str) -> TableCandidate | None:
        """The candidate whose name is near, of the same party where one is given, or None: not for other candidates."""
        found = self._race(race)
        if found is None or " " not in person or self.homes(person):
            return None
        return found.near_candidate(person, party) or found.near_candidate(person)

    def of_party(self, race: str, party: str) -> TableCandidate | None:
        """The one candidate of a party, or None."""
        found = self._race(race)
        mine = [c for c in found.candidates if c.party == party] if found else []
        return mine[0] if len(mine) == 1 else None

    def homes(self, person: str) -> tuple[str, ...]:
        """The names of the races in which somebody of this full name stands."""
        return tuple(t.races.names[k] for t in self.tables for k in t.people().get(key_of(person), ()))

    def enter(self, bound: Bound) -> None:
        """Enter the cells of every race that the draft's claims speak of as claims.

        Not those of an earlier event where notional results are told of: they are on other boundaries.
        """
        from factcheck.tables.claims import enter_race

        past = "notional" not in bound.entities.draft.text.lower()
        races = dict.fromkeys(e for c in bound.book for e in _race_of(c.subject, bound))
        for entity in races:
            race = self._race(entity.name)
            if race is not None:
                enter_race(bound.book, bound.entities.parties, race, entity, past=past)

    def names_near(self, bound: Bound, draft: Draft, teller: Teller) -> list[Finding]:
        """A warning for each name near a candidate's, or a race's, that is not it."""
        people = {near.names[0].start: near for near in self._people(bound, draft)}
        return [_of_seat(near, teller) for near in self.seats] + [_of_person(near, teller) for near in people.values()]

    def _people(self, bound: Bound, draft: Draft) -> Iterator[NearPerson]:
        from factcheck.references.nearpeople import by_votes, misspelt

        for person, race, name in self._candidates(bound, draft):
            listed = self.candidate(race, name) or next(c for c in self._candidates_of(race) if c.name == name)
            near = misspelt(draft, person, listed, race)
            if near:
                yield near
        for entity in bound.book.wholes():
            found = self._race(entity.name)
            if found is not None:
                yield from by_votes(draft, bound, found, entity)

    def _candidates(self, bound: Bound, draft: Draft) -> Iterator[tuple[Person, str, str]]:
        """(person, race, name in the table) of all who stand, or whose name is near and whose party is the same."""
        for person, race, listed in bound.entities.listed.values():
            yield person, race.name, listed.name
        for person in draft.people.all.values():
            home = draft.homes.get(person.key, "")
            if home and person.first and person.key not in bound.entities.listed:
                found = self.candidate(home, person.name) or self._near_in_party(home, person)
                if found:
                    yield person, home, found.name

    def _candidates_of(self, race: str) -> tuple[TableCandidate, ...]:
        found = self._race(race)
        return found.candidates if found else ()

    def _near_in_party(self, race: str, person: Person) -> TableCandidate | None:
        found = self._race(race)
        if found is None or not person.party or self.homes(person.name):
            return None
        return found.near_candidate(person.name, person.party)


def _of_seat(near: NearSeat, teller: Teller) -> Finding:
    message = f"“{near.written}”: the reference has {near.race}"
    places = tuple(
        Citation(near.written, *teller.place(start, end), "article", near.race, teller.sentence(start))
        for start, end in near.places
    )
    return _warning(message, places, near.race)


def _of_person(near: NearPerson, teller: Teller) -> Finding:
    listed = near.listed
    who = f"with these votes is {listed.name} ({listed.party})" if near.by_votes else f"is {listed.name}"
    places = tuple(
        Citation(n.text, *teller.place(n.start, n.end), "article", listed.name, teller.sentence(n.start))
        for n in near.names
    )
    message = f"“{near.written}”: the candidate in {near.race} {who}"
    return _warning(message, places, listed.name)


def _warning(message: str, places: tuple[Citation, ...], right: str) -> Finding:
    fits = (f"the name would be {right}",)
    return Finding(NAME_NEAR, "warning", "inconsistent", message, places, fits=fits, why=WHY_NEAR)


def _twin(race: TableRace, person: str, party: str) -> TableCandidate | None:
    """Of several of one name, the one of a party."""
    mine = [c for c in race.candidates if c.party == party and key_of(c.name) == key_of(person)]
    return mine[0] if party and len(mine) == 1 else None


def _race_of(subject: Entity, bound: Bound) -> list[Entity]:
    if subject.kind == "race":
        return [subject]
    key = subject.key.split("/")[0].split("|")[0] if subject.kind in ("candidate", "pair") else None
    return [w for w in bound.book.wholes() if w.key == key]
