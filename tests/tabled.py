"""Cells and races of a reference table, and tables of one's own, for the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.interval import Value
from factcheck.tables.tables import (
    Cell,
    Reference,
    TableCandidate,
    TableRace,
    load_reference,
)


def cell(owner: TableRace | TableCandidate, path: str) -> Cell:
    return next(each for each in owner.cells if each.path == path)


def number(owner: TableRace | TableCandidate, path: str) -> int:
    value = cell(owner, path).value
    assert isinstance(value, Value)
    assert value.plain.is_exact
    assert isinstance(value.plain.low, int)
    return value.plain.low


def race(reference: Reference, name: str) -> TableRace:
    found = reference.race(name)
    assert found is not None, name
    return found


CLAIMS: dict[str, Any] = {"Seat": "race", "Name": "candidate", "Party": "candidate.party", "Votes": "candidate.votes"}
ROWS = 'Seat,Name,Party,Votes\nThornbury,Ann Lee,Labour,"13,303"\nThornbury,Raj Patel,Conservative,12796\n'


def package(claims: dict[str, Any], **changes: Any) -> dict[str, Any]:
    event = {"name": "Thornbury by-election", "kind": "by-election", "date": "2023-05-04"}
    own = {
        "name": "own",
        "factcheck": {"event": event},
        "resources": [{"path": "own.csv", "factcheck": {"claims": claims}}],
    }
    return own | changes


def write(folder: Path, rows: str, described: object) -> Path:
    (folder / "own.csv").write_text(rows, encoding="utf-8")
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def table(folder: Path, rows: str, claims: dict[str, Any]) -> Reference:
    return load_reference(write(folder, rows, package(claims)))
