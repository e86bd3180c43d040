"""Which race and which candidate a read speaks of: one entity for each, whatever words name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.claims import Entity
from factcheck.names.people import Person
from factcheck.names.placenames import key_of
from factcheck.reading.draft import Draft
from factcheck.reading.naming.mentions import Mention

UNKNOWN = "?"


class Listed(Protocol):
    """A candidate that a reference table lists."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def party(self) -> str:
        """The party, as the lists of names call it."""

    @property
    def key(self) -> str:
        """What tells the candidates of one race apart."""


class Rolls(Protocol):
    """What a reference table tells of who stands where; races by the key of their name."""

    def race(self, name: str) -> str | None:
        """The table's name of a race, or None."""

    def candidate(self, race: str, person: str, party: str = "") -> Listed | None:
        """The candidate of that race with that name (short forms and middle names aside), or None.

        The party tells two of one name apart.
        """

    def near(self, race: str, person: str, party: str) -> Listed | None:
        """The candidate of that race whose name is near but not equal, or None."""

    def of_party(self, race: str, party: str) -> Listed | None:
        """The one candidate of a party in that race, or None."""


@dataclass
class Entities:
    """The things of one draft. Candidates are keyed by race and person, or race and party while nobody is named."""

    draft: Draft
    rolls: Rolls | None = None
    active: frozenset[str] = frozenset()  # keys of the people who have figures or roles; others are only named
    parties: dict[str, str] = field(default_factory=dict)  # candidate key -> party
    listed: dict[str, tuple[Person, Entity, Listed]] = field(default_factory=dict)  # by person: who of the table it is
    _standing: dict[str, dict[str, dict[str, Person]]] = field(default_factory=dict)
    _homes: dict[str, str] = field(default_factory=dict)  # key of a race -> its people's home
    _known: dict[tuple[str, str], Entity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        standing: dict[str, dict[str, dict[str, Person]]] = defaultdict(lambda: defaultdict(dict))
        for person in self._persons():
            home = self.draft.homes.get(person.key, "") or self.draft.sections.main
            if person.party:
                standing[home][person.party][person.key] = person
        for parties in standing.values():
            for people in parties.values():
                self._keep_active(people)
        self._standing = standing
        self._homes = {key_of(home): home for home in reversed(standing)}  # of two homes of one key the first

    def _keep_active(self, people: dict[str, Person]) -> None:
        for key in [k for k in people if k not in self.active]:
            del people[key]

    def _persons(self) -> Iterable[Person]:
        seen: dict[str, Person] = {}
        for found in self.draft.found.values():
            for mention in found.values():
                if mention.person:
                    seen[mention.person.key] = mention.person
        return seen.values()

    def race(self, key: str, sentence: int) -> Entity:
        """The race of that key; an unknown race is one of its own for each paragraph."""
        if key.startswith(UNKNOWN) and key != UNKNOWN:
            return Entity("race", key, "a race that is not named")
        if key == UNKNOWN:
            return Entity("race", f"?{sentence}", "a race that is not named")
        listed = self.rolls.race(key) if self.rolls and key else None
        name = listed or self.draft.sections.names.get(key, key)
        return Entity("race", key_of(listed or key), name or "the race")

    def party(self, name: str, where: str, sentence: int) -> Entity:
        """A party over all races, or over those of a larger place, as one sentence speaks of it: tallies run on."""
        return Entity("group", f"{name}|{where}|{sentence}", f"{name} in {where}" if where else name)

    def candidate(self, race: Entity, mention: Mention) -> Entity:
        """Who is meant in that race: a listed candidate, a named person, or a party's candidate."""
        key = (race.key, mention.person.key if mention.person else mention.party)
        if key not in self._known:
            self._known[key] = self._candidate(race, mention)
        entity = self._known[key]
        if mention.party and not self.parties.get(entity.key):
            self.parties[entity.key] = mention.party
        return entity

    def _candidate(self, race: Entity, mention: Mention) -> Entity:
        listed = self._listed(race, mention)
        if listed is not None:
            entity = Entity("candidate", f"{race.key}|{listed.key}", listed.name)
            self.parties[entity.key] = listed.party
            return entity
        person = mention.person
        if person is None:
            people = self._standing.get(self._home(race), {}).get(mention.party, {})
            if len(people) == 1:
                person = next(iter(people.values()))
                return self.candidate(race, Mention(-1, person, mention.party))
        if person is not None:
            return Entity("candidate", f"{race.key}|{person.key}", person.name)
        return Entity("candidate", f"{race.key}|party {mention.party}", mention.party)

    def _home(self, race: Entity) -> str:
        return self._homes.get(race.key, "")

    def _listed(self, race: Entity, mention: Mention) -> Listed | None:
        if self.rolls is None or not self.rolls.race(race.name):
            return None
        if mention.person is None:
            return self.rolls.of_party(race.name, mention.party)
        found = self.rolls.candidate(race.name, mention.person.name, mention.party)
        if found is None:
            found = self.rolls.near(race.name, mention.person.name, mention.party)
        if found is not None:
            self.listed.setdefault(mention.person.key, (mention.person, race, found))
        return found
