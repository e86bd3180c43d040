"""The races and candidates that the rows of a table tell of, and the cells to be cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.interval import Value
from factcheck.names.gazetteer import canonical_party
from factcheck.names.personnames import nearest_person, same_person
from factcheck.names.placenames import key_of
from factcheck.shipped import shipped
from factcheck.tables.rows import FIRST_ROW, Mapped, Sheet, cell_value


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and the path it claims (``race.majority``, ``candidate.share@change``).

    ``value``: a party is called as the lists of names call it; ``text`` is as printed. ``row`` is the spreadsheet's.
    """

    path: str
    value: Value | str
    column: str
    row: int
    resource: str
    text: str
    check_only: bool = False

    @property
    def citation(self) -> str:
        """The place of the cell for an editor: "candidates.csv row 371, Votes: 12,905"."""
        shown = f"{int(self.text):,}" if self.text.isascii() and self.text.isdigit() else self.text
        return f"{self.resource} row {self.row}, {self.column}: {shown}"


@dataclass(frozen=True, slots=True)
class TableCandidate:
    """Somebody who stands in a race. ``rank`` is 0 where the table does not give it; votes and so on are cells.

    ``party`` is called as the lists of names call it.
    """

    name: str
    first: str = ""
    last: str = ""
    party: str = ""
    party_short: str = ""
    rank: int = 0
    cells: tuple[Cell, ...] = ()
    key: str = ""  # tells the candidates of a race apart; the folded name, and the party where two have one name


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
        party = _party(party) if party else ""
        listed = [each for each in self.candidates if party in ("", each.party)]
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
    names = Counter(key_of(person) for person, _ in people)
    listed = (_candidate(*who, cells, twins=names[key_of(who[0])] > 1) for who, cells in people.items())
    return TableRace(key, name, tuple(cells), tuple(listed))


def _long(people: dict[tuple[str, str], dict[str, Cell]], read: dict[str, Cell]) -> None:
    """Enter the candidate that a row is about, if it is about one."""
    name = _text(read, "candidate") or f"{_text(read, 'candidate.first')} {_text(read, 'candidate.last')}".strip()
    if name:
        mine = {path: cell for path, cell in read.items() if path.startswith("candidate")}
        people.setdefault((name, _text(read, "candidate.party")), {}).update(mine)


def _candidate(name: str, party: str, cells: dict[str, Cell], *, twins: bool) -> TableCandidate:
    """``twins``: two of this name stand, as two Greg Smiths did in Mid Buckinghamshire."""
    first, last = _text(cells, "candidate.first"), _text(cells, "candidate.last")
    if not last:
        first, _, last = name.rpartition(" ")
    rank = cells.get("candidate.rank")
    place = int(rank.text) if rank and rank.text.isdigit() else 0
    counted = tuple(cell for path, cell in cells.items() if path not in _NAMES)
    own, short = _party(party), _text(cells, "candidate.party_short")
    key = f"{key_of(name)} {key_of(own)}" if twins else key_of(name)
    return TableCandidate(name, first, last, own, short, place, counted, key)


_PARTIES = (".party", ".held_by")
_NAMES = frozenset({"candidate", "candidate.first", "candidate.last", "candidate.party_short"})


@cache
def _party(name: str) -> str:
    """The party as the lists of names call it, so that "Labour and Co-operative" stands for Labour."""
    return canonical_party(name, shipped("rules") / "names")


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
    if isinstance(value, str) and column.path.partition("@")[0].endswith(_PARTIES):
        value = _party(value)
    if value is None:
        return None
    return Cell(column.path, value, column.title, row + FIRST_ROW, resource.path.name, text, column.check_only)
