"""Reference tables: a row is claims. Loading, looking up races and people by name, and the cells to be cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factcheck.datapackage import Event, Package
from factcheck.interval import Value
from factcheck.personnames import nearest_person, same_person
from factcheck.placenames import COMPASS, city_tail, key_of, one_to_one, variants
from factcheck.tablecheck import Problem, problems
from factcheck.tablefiles import find_package, shipped_packages
from factcheck.tablerows import FIRST_ROW, Mapped, Sheet, cell_value, read_sheet

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


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and the path it claims (``race.majority``, ``candidate.share@change``); ``row`` is the spreadsheet's."""

    path: str
    value: Value | str
    column: str
    row: int
    resource: str
    text: str

    @property
    def citation(self) -> str:
        """The place of the cell for an editor: "candidates.csv row 371, Votes: 12,905"."""
        shown = f"{int(self.text):,}" if self.text.isascii() and self.text.isdigit() else self.text
        return f"{self.resource} row {self.row}, {self.column}: {shown}"


@dataclass(frozen=True, slots=True)
class TableCandidate:
    """Somebody who stands in a race. ``rank`` is 0 where the table does not give it; votes and so on are cells."""

    name: str
    first: str = ""
    last: str = ""
    party: str = ""
    party_short: str = ""
    rank: int = 0
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRace:
    """A race, its own cells (``race.*``) and its candidates in the order of the table."""

    key: str
    name: str
    cells: tuple[Cell, ...]
    candidates: tuple[TableCandidate, ...]

    def candidate(self, name: str) -> TableCandidate | None:
        """The one candidate whose full name this is (short forms and middle names allowed), else None."""
        found = [each for each in self.candidates if same_person(name, each.name)]
        exact = [each for each in found if key_of(each.name) == key_of(name)]
        return (exact or found)[0] if len(exact or found) == 1 else None

    def near_candidate(self, name: str, party: str = "") -> TableCandidate | None:
        """The one candidate whose name is near to this one but is not it; of this party, where one is given."""
        if any(same_person(name, each.name) for each in self.candidates):
            return None
        listed = [each for each in self.candidates if party in ("", each.party, each.party_short)]
        at = nearest_person(name, [each.name for each in listed])
        return listed[at] if at >= 0 else None


class Races(Mapping[str, TableRace]):
    """Races by key (``key_of`` their name); each is put together when it is first asked for."""

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        self._sheets = sheets
        self._rows: dict[str, list[tuple[Sheet, int]]] = {}
        self._made: dict[str, TableRace] = {}
        self.names: dict[str, str] = {}  # key -> the name as the table has it
        for sheet in sorted(sheets, key=lambda sheet: sheet.resource.known_only):
            self._index(sheet)

    def _index(self, sheet: Sheet) -> None:
        at = sheet.race_at
        keys: dict[str, str] = {}
        for number, row in enumerate(sheet.rows):
            name = row[at] if at < len(row) else ""
            key = keys.get(name)
            if key is None:
                key = keys[name] = self._enter(name.strip(), sheet.resource.known_only)
            if key:
                self._rows[key].append((sheet, number))

    def _enter(self, name: str, known_only: bool) -> str:
        key = key_of(name)
        if key and key not in self.names:
            if known_only:
                return ""
            self.names[key] = name
            self._rows[key] = []
        return key

    def __getitem__(self, key: str) -> TableRace:
        if key not in self._made:
            self._made[key] = _build(key, self.names[key], self._rows[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return f"<{len(self)} races>"


class Reference:
    """A reference table that was named for a check."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.name, self.title, self.event = package.name, package.title, package.event
        self.attribution, self.limits = package.attribution, package.limits
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
        near = {race for variant, race in self.race_names().items() if _near_words(key, variant)}
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


def _near_words(a: str, b: str) -> bool:
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


def _build(key: str, name: str, rows: list[tuple[Sheet, int]]) -> TableRace:
    cells: list[Cell] = []
    people: dict[tuple[str, str], dict[str, Cell]] = {}
    for sheet, row in rows:
        read = {mapped.column: cell for mapped in sheet.columns if (cell := _cell(sheet, row, mapped))}
        cells += [cell for cell in read.values() if cell.path.startswith("race.")]
        wide = dict.fromkeys((column.candidate, column.party) for column in read if column.candidate)
        for person, party in wide:
            mine = {c.path: cell for c, cell in read.items() if (c.candidate, c.party) == (person, party)}
            people.setdefault((person, party), {}).update(mine)
        if not wide:
            _long(people, {column.path: cell for column, cell in read.items()})
    return TableRace(key, name, tuple(cells), tuple(_candidate(*who, cells) for who, cells in people.items()))


def _long(people: dict[tuple[str, str], dict[str, Cell]], read: dict[str, Cell]) -> None:
    """Enter the candidate that a row is about, if it is about one."""
    name = _text(read, "candidate") or f"{_text(read, 'candidate.first')} {_text(read, 'candidate.last')}".strip()
    if name:
        mine = {path: cell for path, cell in read.items() if path.startswith("candidate")}
        people.setdefault((name, _text(read, "candidate.party")), {}).update(mine)


def _candidate(name: str, party: str, cells: dict[str, Cell]) -> TableCandidate:
    first, last = _text(cells, "candidate.first"), _text(cells, "candidate.last")
    if not last:
        first, _, last = name.rpartition(" ")
    rank = cells.get("candidate.rank")
    place = int(rank.text) if rank and rank.text.isdigit() else 0
    counted = tuple(cell for path, cell in cells.items() if path not in _NAMES)
    return TableCandidate(name, first, last, party, _text(cells, "candidate.party_short"), place, counted)


_NAMES = frozenset({"candidate", "candidate.first", "candidate.last", "candidate.party_short"})


def _text(cells: dict[str, Cell], path: str) -> str:
    return cells[path].text if path in cells else ""


def _cell(sheet: Sheet, row: int, mapped: Mapped) -> Cell | None:
    """The cell, or None where it is empty or not the number it should be (which ``reference check`` tells)."""
    text = sheet.text(row, mapped)
    column, resource = mapped.column, sheet.resource
    if not text:
        return None
    doubt = None
    if resource.doubts:
        race = sheet.rows[row][sheet.race_at].strip()
        doubt = next((d for d in resource.doubts if (d.row, d.column) == (race, column.name)), None)
    value = cell_value(text, mapped.type, doubt)
    return None if value is None else Cell(column.path, value, column.title, row + FIRST_ROW, resource.path.name, text)


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
