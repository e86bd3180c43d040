"""The people of a draft: who is who, by full name, surname or first name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.names.personnames import one_of_a_draft
from factcheck.names.placenames import fold


@dataclass(slots=True)
class Person:
    """Somebody the draft names; all mentions share one object."""

    key: str
    name: str
    first: str = ""  # folded
    last: str = ""  # folded
    sex: str = ""  # "m", "f" or ""
    party: str = ""
    race: str = ""  # the key of the race the person stands in, where the text or a table tells
    spellings: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Name:
    """One mention of a name and what it was taken to mean."""

    start: int
    end: int
    text: str
    kind: str  # person | party | place | unknown
    key: str = ""
    why: str = ""
    person: Person | None = None
    place: str = ""  # for a place: seat | town | county | region | state | country


class People:
    """The people of one draft, found by full name, surname or first name."""

    def __init__(self) -> None:
        self.all: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._full: list[Person] = []  # those of a full name, as entered
        self._alike: dict[tuple[str, str], list[int]] = {}  # a first name, and another word or its beginning

    def full(self, words: Sequence[str], sex: str = "") -> Person:
        """The person of this full name (two words or more); entered when new."""
        folded = [fold(w) for w in words]
        known = self._same(folded)
        if known is None:
            known = Person(" ".join(folded), " ".join(words), folded[0], folded[-1])
            self.all[known.key] = known
            self._by_last.setdefault(known.last, []).append(known)
            self._by_first.setdefault(known.first, []).append(known)
            for key in _likeness(folded):
                self._alike.setdefault(key, []).append(len(self._full))
            self._full.append(known)
        elif len(words) > len(known.name.split()):
            known.name = " ".join(words)
        known.sex = known.sex or sex
        known.spellings[" ".join(words)] = None
        return known

    def surname(self, word: str, sex: str = "") -> list[Person]:
        """Everybody a lone surname may mean; a title's sex narrows it."""
        found = self._by_last.get(fold(word), [])
        if sex and len(found) > 1:
            return [p for p in found if p.sex in (sex, "")]
        return found

    def only_surname(self, word: str, sex: str) -> Person:
        """Somebody known by title and surname alone ("Mr Chisti"); entered when new."""
        person = Person(fold(word), word, "", fold(word), sex)
        self.all[person.key] = person
        self._by_last.setdefault(person.last, []).append(person)
        return person

    def first_name(self, word: str) -> list[Person]:
        """Everybody of that first name."""
        return self._by_first.get(fold(word), [])

    def _same(self, folded: list[str]) -> Person | None:
        key = " ".join(folded)
        if key in self.all:
            return self.all[key]
        numbers = {number for key in _likeness(folded) for number in self._alike.get(key, ())}
        alike = (self._full[number] for number in sorted(numbers))
        return next((person for person in alike if one_of_a_draft(person.key.split(), folded)), None)


def _likeness(folded: list[str]) -> set[tuple[str, str]]:
    """What two full names have in common if they can be one person's: see ``one_of_a_draft``."""
    return {(folded[0], word) for word in (*folded[1:], folded[-1][:3])}
