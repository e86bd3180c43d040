"""What is wrong with the rows of a table before any arithmetic: words for numbers, rows that say a thing twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.names.placenames import key_of
from factcheck.tables.rows import FIRST_ROW, Sheet, cell_value

PERSON = ("candidate", "candidate.first", "candidate.last", "candidate.party")


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a table: the file, the row as a spreadsheet shows it (0: the file as a whole), and what is wrong."""

    file: str
    row: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}: {self.what}" if self.row else f"{self.file}: {self.what}"


def problems(sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """Every fault of the rows of some sheets, file by file, and races that one file has and another lacks."""
    for sheet in sheets:
        yield from _rows(sheet)
        yield from _doubts(sheet)
        yield from _twice(sheet)
    yield from _lacking([sheet for sheet in sheets if not sheet.resource.known_only])


def _rows(sheet: Sheet) -> Iterator[Problem]:
    """Rows of another length than the header, without a race, or with a word where a number should be."""
    for at, row in enumerate(sheet.rows):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != sheet.width:
            yield _problem(sheet, at, f"{len(row)} cells, but the first row names {sheet.width} columns")
        if not key_of(_race(sheet, at)):
            yield _problem(sheet, at, f'no name in column "{sheet.resource.race}"')
        yield from _not_numbers(sheet, at)


def _not_numbers(sheet: Sheet, at: int) -> Iterator[Problem]:
    for mapped in sheet.columns:
        text = sheet.text(at, mapped)
        if text and mapped.type != "string" and cell_value(text, mapped.type) is None:
            kind = "a whole number" if mapped.type == "integer" else "a number"
            yield _problem(sheet, at, f'column "{mapped.column.name}": "{text}" is not {kind}')


def _doubts(sheet: Sheet) -> Iterator[Problem]:
    """Doubts about a row or a column that is not there."""
    races = {_race(sheet, at) for at in range(len(sheet.rows))}
    columns = {mapped.column.name for mapped in sheet.columns}
    for doubt in sheet.resource.doubts:
        if doubt.row not in races or doubt.column not in columns:
            yield Problem(
                sheet.resource.path.name, 0, f'a doubt is told of "{doubt.row}", "{doubt.column}": no such cell'
            )


def _twice(sheet: Sheet) -> Iterator[Problem]:
    """Rows about the same race, or about the same candidate of a race where the file has a row for each."""
    person = [mapped for mapped in sheet.columns if mapped.column.path in PERSON]
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(sheet.rows)):
        who = (key_of(_race(sheet, at)), *(sheet.text(at, mapped) for mapped in person))
        first = seen.setdefault(who, at)
        if who[0] and first != at:
            name = " ".join(part for part in (_race(sheet, at), *who[1:]) if part)
            yield _problem(sheet, at, f"{name} stands in row {first + FIRST_ROW} already")


def _lacking(sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """Races that stand in one file but not in another of the same table."""
    names = [{key_of(name): name for at in range(len(sheet.rows)) if (name := _race(sheet, at))} for sheet in sheets]
    for sheet, own in zip(sheets, names, strict=True):
        for other in names:
            for key in other.keys() - own.keys():
                yield Problem(
                    sheet.resource.path.name, 0, f'no row for "{other[key]}", which another file of the table has'
                )


def _race(sheet: Sheet, at: int) -> str:
    row, place = sheet.rows[at], sheet.race_at
    return row[place].strip() if place < len(row) else ""


def _problem(sheet: Sheet, at: int, what: str) -> Problem:
    return Problem(sheet.resource.path.name, at + FIRST_ROW, what)
