"""Reference tables: a row is claims. Loading, and looking up races and people by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from factcheck.names.placenames import COMPASS, city_tail, key_of, one_to_one, variants
from factcheck.tables.check import Problem, problems
from factcheck.tables.datapackage import Package
from factcheck.tables.events import Event
from factcheck.tables.files import find_package, shipped_packages
from factcheck.tables.races import Cell, Races, TableCandidate, TableRace
from factcheck.tables.rows import Sheet, read_sheet

__all__ = [
    "Cell",
    "Event",
    "Reference",
    "TableCandidate",
    "TableRace",
    "check_table",
    "list_references",
    "load_reference",
]


class Reference:
    """A reference table that was named for a check."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.name, self.title, self.event = package.name, package.title, package.event
        self.attribution, self.limits = package.attribution, package.limits
        self.complete = package.complete  # every candidate of every race is listed
        self.sheets = tuple(read_sheet(resource) for resource in package.resources)
        self.races = Races(self.sheets)

    def race_names(self) -> Mapping[str, str]:
        """Every way to write a race's name, folded (``key_of``) -> the race's key; a way that two share is left out."""
        return self._race_names

    @cached_property
    def _race_names(self) -> dict[str, str]:
        names = self.races.names
        found = one_to_one((name, variants(name) | {city_tail(key)} - {""}) for key, name in names.items())
        keys = {name: key for key, name in names.items()}
        return {variant: keys[name] for variant, name in found.items()}

    def race(self, name: str) -> TableRace | None:
        """The race of this name, however it is put; None where there is none."""
        key = self.race_names().get(key_of(name))
        return self.races[key] if key is not None else None

    def near_race(self, name: str) -> str | None:
        """The table's spelling of the race that ``name`` is near to but is not; None where there is none, or two are.

        Never one that differs in a compass word: "Dunmore East" is not near "Dunmore West".
        """
        key = key_of(name)
        if not key or key in self.race_names():
            return None
        near = {race for variant, race in self.race_names().items() if near_words(key, variant)}
        return self.races.names[near.pop()] if len(near) == 1 else None

    def people(self) -> Mapping[str, tuple[str, ...]]:
        """First name and surname, folded, of every candidate -> the keys of the races they stand in."""
        return self._people

    @cached_property
    def _people(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for sheet in self.sheets:
            for race, name in _people(sheet):
                key, spelled = key_of(race), key_of(name)
                if key in self.races and key not in found.get(spelled, ()):
                    found[spelled] = (*found.get(spelled, ()), key)
        return found


def _people(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """(race, full name) of every candidate of a sheet, without reading the other cells: 4,500 rows in 15 ms."""
    parts = [
        m.at
        for path in ("candidate", "candidate.first", "candidate.last")
        for m in sheet.columns
        if m.column.path == path
    ]
    wide = dict.fromkeys(mapped.column.candidate for mapped in sheet.columns if mapped.column.candidate)
    at = sheet.race_at
    for row in sheet.rows if parts or wide else ():
        if len(row) < sheet.width:
            continue
        for name in wide or (" ".join(row[part] for part in parts),):
            yield row[at], name


def near_words(a: str, b: str) -> bool:
    """Whether two keys have as many words, each at most a letter in four off, and two letters off in all."""
    from rapidfuzz.distance import DamerauLevenshtein

    if abs(len(a) - len(b)) > 2 or a.count(" ") != b.count(" "):
        return False
    shortest = 4 if " " in a else 6  # "Leith" is not a slip for "Leigh", nor "Dove" for "Hove"
    for x, y in zip(a.split(" "), b.split(" "), strict=True):
        length = min(len(x), len(y))
        if x == y:
            continue
        if length < shortest or COMPASS & {x, y} or DamerauLevenshtein.distance(x, y) > max(1, length // 4):
            return False
    return DamerauLevenshtein.distance(a, b) <= 2


def load_reference(name: str | Path) -> Reference:
    """The table of this shipped name or path (a folder, a datapackage.json, or a CSV beside one). Raises TableError."""
    return Reference(find_package(str(name)))


def check_table(reference: Reference) -> list[Problem]:
    """What is wrong with the rows themselves, each with file and row; the arithmetic is for the rules."""
    return list(problems(reference.sheets))


def list_references() -> list[tuple[str, str]]:
    """The shipped tables: the name for ``--reference``, and a line on what is in it."""
    return [(package.name, _about(package)) for package in shipped_packages()]


def _about(package: Package) -> str:
    counts = []
    for resource in package.resources:
        with resource.path.open("rb") as file:
            counts.append(f"{sum(1 for _ in file) - 1:,} {resource.name.replace('_', ' ')}")
    return f"{package.title}: {', '.join(counts)}"
