"""The events that tables are about; of a shipped table told without reading its columns: a check starts sooner."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.shipped import shipped

PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Event:
    """What the table is about. ``date`` is ISO; ``also`` are other names by which articles speak of it."""

    name: str
    kind: str
    date: str
    year: int
    also: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """What a shipped table is called and what it is about."""

    name: str
    title: str
    event: Event


def shipped_files() -> list[Path]:
    """The ``datapackage.json`` of each shipped table, by name."""
    return sorted(shipped("reference").glob(f"*/{PACKAGE}"))


def shipped_events() -> Iterator[Announced]:
    """What the shipped tables are about, by name; their files are taken to be right, as the tests show."""
    for path in shipped_files():
        data = json.loads(path.read_text(encoding="utf-8"))
        told = data["factcheck"]["event"]
        event = Event(told["name"], told["kind"], told["date"], int(told["date"][:4]), tuple(told.get("also", ())))
        yield Announced(data["name"], data["title"], event)
