"""The tables named for a check, and what they tell of one draft: only where event, race and level are established."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.binding import Bound
from factcheck.claims import Entity
from factcheck.findings import Citation, Finding
from factcheck.placenames import key_of
from factcheck.reading.draft import Draft
from factcheck.reading.people import Phrases
from factcheck.speaking import established, plainly
from factcheck.tableclaims import by_surname, enter_race
from factcheck.tablefiles import shipped_packages
from factcheck.tables import Reference, TableCandidate, TableRace, load_reference
from factcheck.telling import Teller

NAME_NEAR = "core/name-near"


@dataclass(frozen=True)
class References:
    """The loaded tables."""

    tables: tuple[Reference, ...] = ()

    @classmethod
    def load(cls, names: Sequence[str]) -> References:
        """The tables of these names or paths. Raises TableError."""
        return cls(tuple(load_reference(name) for name in names))

    def places(self) -> Phrases | None:
        """Every way to write a race of the tables, by its first word, for the reader of names."""
        if not self.tables:
            return None
        found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for table in self.tables:
            for variant, key in table.race_names().items():
                words = tuple(variant.split())
                found.setdefault(words[0], []).append((words, "seat", table.races.names[key]))
        return found

    def about(self, draft: Draft, text: str, date: str) -> Tables | None:
        """The tables whose event the draft plainly speaks of, or None."""
        spoken = tuple(t for t in self.tables if speaks_of(t, draft, text, date))
        return Tables(spoken) if spoken else None

    def hints(self, draft: Draft, text: str, tables: Tables | None, date: str = "") -> list[str]:
        """What an editor may do next: name a shipped table that the draft speaks of."""
        if self.tables:
            unused = [t.name for t in self.tables if tables is None or t not in tables.tables]
            return [f"{name} was not used: nothing shows that the article speaks of its event" for name in unused]
        return [
            f"the article seems to speak of the {package.title}: add --reference {package.name} to check it against the results"
            for package in shipped_packages()
            if draft.sections.names and plainly(package.event, text, date, draft.event.year)
        ]


def speaks_of(table: Reference, draft: Draft, text: str, date: str) -> bool:
    """Whether a draft speaks of a table's event, and names a race by which it could be of the table."""
    if not draft.sections.names:
        return False
    return established(table.event, text, date, draft.event.year, lambda: _listed(table, draft))


def _listed(table: Reference, draft: Draft) -> list[int]:
    """For each race of the table that a draft names, how many people of the draft stand in it by the table."""
    people = [p.name for p in draft.people.all.values() if p.first]
    races = {race.key: race for name in draft.sections.names.values() if (race := table.race(name))}
    return [sum(race.candidate(name) is not None for name in people) for race in races.values()]


@dataclass
class Tables:
    """The tables that speak of one draft; also says who stands where (see entities.Rolls)."""

    tables: tuple[Reference, ...]

    def _race(self, name: str) -> TableRace | None:
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
        return found.candidate(person) or by_surname(found, person) or _twin(found, person, party)

    def near(self, race: str, person: str, party: str) -> TableCandidate | None:
        """The candidate whose name is near, of the same party where one is given, or None."""
        found = self._race(race)
        if found is None or " " not in person:
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
        """Enter the cells of every race that the draft's claims speak of as claims."""
        races = dict.fromkeys(e for c in bound.book.claims for e in _race_of(c.subject, bound))
        for entity in races:
            race = self._race(entity.name)
            if race is not None:
                enter_race(bound.book, bound.entities.parties, race, entity)

    def names_near(self, bound: Bound, draft: Draft, teller: Teller) -> list[Finding]:
        """A warning for each name near a candidate's, or a race's, that is not it."""
        found = []
        for near in bound.entities.near_names.values():
            places = tuple(
                Citation(n.text, *teller.place(n.start, n.end), "article", near.person.name, teller.sentence(n.start))
                for names in draft.names.values()
                for n in names
                if n.person is near.person and key_of(n.text) != key_of(near.listed)
            )
            message = f"“{near.person.name}”: the candidate in {near.race} is {near.listed}"
            if places:
                found.append(Finding(NAME_NEAR, "warning", "inconsistent", message, places[:1] + places[1:], fits=(f"the name would be {near.listed}",)))
        return found


def _twin(race: TableRace, person: str, party: str) -> TableCandidate | None:
    """Of several of one name, the one of a party."""
    mine = [c for c in race.candidates if c.party == party and key_of(c.name) == key_of(person)]
    return mine[0] if party and len(mine) == 1 else None


def _race_of(subject: Entity, bound: Bound) -> list[Entity]:
    if subject.kind == "race":
        return [subject]
    key = subject.key.split("/")[0].split("|")[0] if subject.kind in ("candidate", "pair") else None
    return [w for w in bound.book.wholes() if w.key == key]
