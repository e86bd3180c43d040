"""The ``datapackage.json`` beside a table: what its columns claim, of which event, by whose leave."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import TableError
from factcheck.tables.events import Event

TYPES = ("string", "integer", "number")
TAGS = ("before", "change")
THINGS = ("race", "candidate")
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the path it claims. ``candidate`` and ``party`` are for a table with one column a candidate."""

    name: str
    path: str
    title: str = ""
    type: str = ""  # string, integer or number; "" to be seen from its cells
    unit: str = ""
    candidate: str = ""
    party: str = ""
    check_only: bool = False  # counts when the table itself is checked, and is not held against articles


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that is known to be given otherwise elsewhere: the generous reading runs from ``low`` to ``high``."""

    row: str
    column: str
    low: int
    high: int
    why: str


@dataclass(frozen=True, slots=True)
class Resource:
    """One CSV file and its mapping. ``known_only``: its rows add to races of the other resources, and make none."""

    name: str
    path: Path
    columns: tuple[Column, ...]
    doubts: tuple[Doubt, ...] = ()
    known_only: bool = False

    @property
    def race(self) -> str:
        """The name of the column that says which race a row is about."""
        return next(column.name for column in self.columns if column.path == "race")


@dataclass(frozen=True, slots=True)
class Package:
    """A whole ``datapackage.json``."""

    path: Path
    name: str
    title: str
    event: Event
    attribution: str
    limits: tuple[str, ...]
    resources: tuple[Resource, ...]
    complete: bool = False  # every candidate of every race is listed


@dataclass(slots=True)
class _Mistakes:
    """Everything that is wrong with one file, so that it is all told at once."""

    path: Path
    found: list[str] = field(default_factory=list)

    def add(self, place: str, what: str) -> None:
        self.found.append(f"{self.path}: {place}: {what}")

    def text(self, owner: Json, key: str, place: str, default: str | None = None) -> str:
        value = owner.get(key, default)
        if not isinstance(value, str) or (default is None and not value):
            self.add(f"{place}.{key}", f"give a text (found {value!r})")
            return ""
        return value


def read_package(path: Path) -> Package:
    """The package of a ``datapackage.json``. TableError with every mistake of the file, one a line."""
    data = _json(path)
    mistakes = _Mistakes(path)
    own = data.get("factcheck")
    if not isinstance(own, dict):
        mistakes.add(
            "factcheck", 'add an object "factcheck" with the "event" (name, kind, date); see the worked example'
        )
        own = {}
    name = mistakes.text(data, "name", "$")
    title = mistakes.text(data, "title", "$", name)
    event, attribution = _event(own, mistakes), mistakes.text(own, "attribution", "factcheck", "")
    limits = tuple(str(limit) for limit in own.get("limits", ()))
    complete = bool(own.get("all candidates listed"))
    package = Package(path, name, title, event, attribution, limits, tuple(_resources(data, mistakes)), complete)
    if mistakes.found:
        raise TableError("\n".join(mistakes.found))
    return package


def _json(path: Path) -> Json:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise TableError(
            f"{path}: line {error.lineno}, column {error.colno}: not JSON: {error.msg}; correct it there"
        ) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise TableError(f"{path}: not a JSON text in UTF-8 ({error}); save it again as UTF-8") from None
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror}") from None
    if not isinstance(data, dict):
        raise TableError(f"{path}: not a data package: the file must hold one object, {{ ... }}")
    return data


def _event(own: Json, mistakes: _Mistakes) -> Event:
    given = own.get("event", {})
    if not isinstance(given, dict):
        mistakes.add("factcheck.event", "give an object with name, kind and date")
        given = {}
    name, kind, date = (mistakes.text(given, key, "factcheck.event") for key in ("name", "kind", "date"))
    if date and not _is_date(date):
        mistakes.add("factcheck.event.date", f'write the day as YYYY-MM-DD (found "{date}")')
        date = ""
    also = given.get("also", [])
    if not isinstance(also, list) or not all(isinstance(each, str) for each in also):
        mistakes.add("factcheck.event.also", "give a list of texts")
        also = []
    return Event(
        name, kind, date, int(date[:4] or 0), tuple(also), mistakes.text(given, "place", "factcheck.event", "")
    )


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _resources(data: Json, mistakes: _Mistakes) -> Iterator[Resource]:
    listed = data.get("resources")
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        mistakes.add("resources", "give a list with an object for each CSV file")
        return
    for at, given in enumerate(listed):
        place = f"resources[{at}]"
        file = _inside(mistakes, mistakes.text(given, "path", place), place)
        own = given.get("factcheck", {})
        columns = tuple(_columns(given, own if isinstance(own, dict) else {}, place, mistakes))
        name = given.get("name")
        yield Resource(
            name if isinstance(name, str) else file.stem,
            file,
            columns,
            tuple(_doubts(own, place, mistakes)),
            bool(own.get("known rows only")),
        )


def _inside(mistakes: _Mistakes, given: str, place: str) -> Path:
    """The CSV's path. It must lie in the folder of the package, as the standard asks: a package is one folder."""
    folder = mistakes.path.parent
    file = folder / given
    if given and (Path(given).is_absolute() or ".." in Path(given).parts):
        mistakes.add(f"{place}.path", f'"{given}" leads out of the folder; put the CSV beside the datapackage.json')
    elif given and not file.is_file():
        mistakes.add(f"{place}.path", f'there is no file "{given}" in {folder}')
    return file


def _columns(given: Json, own: Json, place: str, mistakes: _Mistakes) -> Iterator[Column]:
    claims = own.get("claims")
    if not isinstance(claims, dict) or not claims:
        mistakes.add(f"{place}.factcheck.claims", 'map columns to paths, such as {"Majority": "race.majority"}')
        return
    fields = _fields(given, place, mistakes)
    targets = {name: {"path": target} if isinstance(target, str) else target for name, target in claims.items()}
    for name, target in targets.items():
        spot = f"{place}.factcheck.claims[{name!r}]"
        if isinstance(target, dict) and isinstance(target.get("path"), str):
            _check_path(target["path"], spot, mistakes)
            yield _column(name, target["path"], target, fields.get(name, {}))
        else:
            mistakes.add(spot, 'give a path, or an object with "path" and "candidate"')
    bare = sum(isinstance(target, dict) and target.get("path") == "race" for target in targets.values())
    if bare != 1:
        mistakes.add(
            f"{place}.factcheck.claims", f'map exactly one column to "race", the name of the race (found {bare})'
        )


def _column(name: str, path: str, target: Json, described: Json) -> Column:
    texts = {key: str(target.get(key, "")) for key in ("candidate", "party")}
    title = str(described.get("title") or name)
    kind, unit = str(described.get("type", "")), str(described.get("unit", ""))
    return Column(name, path, title, kind, unit, **texts, check_only=target.get("for") == "check")


def _fields(given: Json, place: str, mistakes: _Mistakes) -> dict[str, Json]:
    schema = given.get("schema", {})
    listed = schema.get("fields", []) if isinstance(schema, dict) else []
    fields: dict[str, Json] = {}
    for at, each in enumerate(listed if isinstance(listed, list) else []):
        if not isinstance(each, dict) or not isinstance(each.get("name"), str):
            mistakes.add(f"{place}.schema.fields[{at}]", 'give an object with the "name" of a column')
        elif each.get("type", "string") not in TYPES:
            mistakes.add(f"{place}.schema.fields[{at}].type", f'"{each["type"]}" is none of {", ".join(TYPES)}')
        else:
            fields[each["name"]] = each
    return fields


def _check_path(path: str, spot: str, mistakes: _Mistakes) -> None:
    stem, at, tag = path.partition("@")
    thing, _, rest = stem.partition(".")
    if thing not in THINGS or not all(part.isidentifier() for part in stem.split(".")):
        mistakes.add(spot, f'"{path}" is no path: write race, candidate, race.majority, candidate.votes ...')
    elif at and (not rest or (tag not in TAGS and not (tag.isdigit() and len(tag) == 4))):
        mistakes.add(spot, f'"{path}": after @ comes before, change or a year such as 2019')


def _doubts(own: Json, place: str, mistakes: _Mistakes) -> Iterator[Doubt]:
    for at, given in enumerate(own.get("doubts", ()) if isinstance(own, dict) else ()):
        try:
            yield Doubt(given["row"], given["column"], int(given["low"]), int(given["high"]), given.get("why", ""))
        except (KeyError, TypeError, ValueError, AttributeError):
            mistakes.add(f"{place}.factcheck.doubts[{at}]", 'give "row", "column", and whole numbers "low" and "high"')


def skeleton(csv: str, columns: list[str]) -> str:
    """A ``datapackage.json`` for a CSV, ready to be pasted and filled in; likely columns are mapped already."""
    claims = {column: path for column in columns if (path := _likely(column))}
    if "race" not in claims.values() and columns:
        claims = {columns[0]: "race", **{column: path for column, path in claims.items() if column != columns[0]}}
    event = {
        "name": "FILL IN, such as UK general election",
        "kind": "general election",
        "date": "YYYY-MM-DD",
        "also": [],
    }
    resource = {"name": Path(csv).stem.lower(), "path": csv, "factcheck": {"claims": claims}}
    package = {"name": Path(csv).stem.lower(), "factcheck": {"event": event}, "resources": [resource]}
    return json.dumps(package, ensure_ascii=False, indent=2)


def _likely(column: str) -> str:
    small = " ".join(column.lower().replace("_", " ").split())
    return next((path for path, names in _LIKELY.items() if small in names), "")


_LIKELY = {
    "race": ("race", "constituency", "constituency name", "seat", "state", "ward", "district", "riding", "contest"),
    "candidate": ("candidate", "candidate name", "name"),
    "candidate.first": ("first name", "candidate first name", "forename"),
    "candidate.last": ("surname", "last name", "candidate surname"),
    "candidate.party": ("party", "party name"),
    "candidate.votes": ("votes", "candidate votes"),
    "candidate.share": ("share", "share pct", "vote share", "percentage"),
    "candidate.rank": ("rank", "position", "place"),
    "race.winner": ("winner", "elected"),
    "race.majority": ("majority", "margin", "margin votes"),
    "race.majority_points": ("margin pct", "majority pct"),
    "race.electorate": ("electorate", "registered voters"),
    "race.votes_cast": ("valid votes", "total votes", "votes cast"),
    "race.rejected_votes": ("invalid votes", "rejected votes"),
    "race.turnout": ("turnout",),
}
