"""The rows of a CSV file, and what the text of a cell stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from factcheck.errors import TableError
from factcheck.interval import Interval, Value
from factcheck.tables.datapackage import Column, Doubt, Resource

LARGEST = 200_000_000  # bytes
FIRST_ROW = 2  # rows are numbered as a spreadsheet shows them: the names of the columns are row 1
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.([0-9]+))?")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A column of the mapping and where it stands in a row. ``type`` is string, integer or number."""

    column: Column
    at: int
    type: str


@dataclass(frozen=True)
class Sheet:
    """One CSV file. ``rows[0]`` is row 2 of the file; a row shorter than the header is kept as it is."""

    resource: Resource
    columns: tuple[Mapped, ...]
    rows: list[list[str]]
    width: int

    @property
    def race_at(self) -> int:
        """The place of the column that names the race."""
        return next(mapped.at for mapped in self.columns if mapped.column.path == "race")

    def text(self, row: int, mapped: Mapped) -> str:
        """The cell's text without spaces around it; "" where the row is too short. ``row`` counts from 0."""
        cells = self.rows[row]
        return cells[mapped.at].strip() if mapped.at < len(cells) else ""


def read_sheet(resource: Resource) -> Sheet:
    """The rows of a resource. TableError: no such file, too large, not UTF-8, a column of the mapping missing."""
    header, rows = read_csv(resource.path)
    places = {name.strip(): at for at, name in reversed(list(enumerate(header)))}
    for column in resource.columns:
        if column.name not in places:
            raise TableError(_no_column(resource.path, column.name, list(places)))
    at = {column: places[column.name] for column in resource.columns}
    columns = tuple(Mapped(column, at[column], column.type or _kind(rows, at[column])) for column in resource.columns)
    return Sheet(resource, columns, rows, len(header))


def read_csv(path: Path) -> tuple[list[str], list[list[str]]]:
    """The names of the columns and the rows, as many as a spreadsheet shows. TableError as ``read_sheet``."""
    _check_size(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            rows = list(reader)
    except UnicodeDecodeError:
        raise TableError(_not_utf8(path)) from None
    except csv.Error as error:
        raise TableError(
            f"{path}: row {reader.line_num}: not a CSV ({error}); save the table again as CSV UTF-8"
        ) from None
    if not header:
        raise TableError(f"{path}: the file is empty; the first row must hold the names of the columns")
    return header, rows


def read_header(path: Path) -> list[str]:
    """The names of the columns. TableError as ``read_sheet``."""
    _check_size(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [name.strip() for name in next(csv.reader(file), [])]
    except UnicodeDecodeError:
        raise TableError(_not_utf8(path)) from None
    except csv.Error as error:
        raise TableError(f"{path}: row 1: not a CSV ({error}); save the table again as CSV UTF-8") from None


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror}") from None
    if size > LARGEST:
        raise TableError(
            f"{path}: {size / 1e6:,.0f} MB; tables may have up to {LARGEST // 10**6} MB: leave out what is not needed"
        )


def _not_utf8(path: Path) -> str:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number == 1 and line[:2] in (b"\xff\xfe", b"\xfe\xff"):
                return f"{path}: this is UTF-16; save the table as CSV UTF-8"
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                old = "Windows-1252" if line[error.start] >= 0x80 else "another encoding"
                at = f"{path}: row {number}, byte {error.start + 1}"
                return f"{at}: not UTF-8, likely {old}; save the table as CSV UTF-8"
    return f"{path}: not UTF-8; save the table as CSV UTF-8"


def _no_column(path: Path, name: str, columns: list[str]) -> str:
    from rapidfuzz import fuzz, process, utils

    near = process.extractOne(name, columns, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=50)
    guess = f'did you mean "{near[0]}"?' if near else f"it has: {', '.join(columns)}"
    return f'{path}: there is no column "{name}", which datapackage.json maps; {guess}'


def _kind(rows: list[list[str]], at: int) -> str:
    """The type of a column whose type was not stated: as its cells look."""
    texts = [clean for row in rows if at < len(row) and (clean := row[at].strip())]
    if not texts or _parts(texts[0]) is None:
        return "string"
    return "number" if any("." in text for text in texts) else "integer"


def _parts(text: str) -> re.Match[str] | None:
    return _NUMBER.fullmatch(text.replace(",", "").replace("\u2212", "-").removesuffix("%").rstrip())


def cell_value(text: str, kind: str, doubt: Doubt | None = None) -> Value | str | None:
    """What a cell's text stands for: a word as it is; a whole number exactly; a decimal as all that its digits allow.

    "49.89" is 49.885 to 49.895. None: the text is not a number though its column holds numbers.
    """
    if kind == "string":
        return text
    found = _parts(text)
    if found is None or (kind == "integer" and found[1]):
        return None
    if kind == "number":
        return Value.same(_printed(Fraction(found[0]), len(found[1] or "")))
    exact = Interval.exact(int(found[0]))
    return Value(exact, Interval.between(doubt.low, doubt.high).hull(exact)) if doubt else Value.same(exact)


def _printed(number: Fraction, places: int) -> Interval:
    half = Fraction(1, 2 * 10**places)
    return Interval.between(number - half, number + half)
