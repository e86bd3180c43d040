"""The rooms of the code: as README.md lists them, each importing only from those above it, and no file in a circle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ROOT / "factcheck"
DOORS = {"", "__main__"}  # the front doors, which open on everything
MAP = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The code\n")[2].partition("\n## ")[0]
HOUSES = ("factcheck", "factcheck.reading", "factcheck.statements")  # the house, and the rooms that have rooms


def rows(house: str) -> list[list[str]]:
    """The rooms of a house by the rows of its table in the map, of which the head names it."""
    head = "| room |" if house == "factcheck" else f"| in `{house.rpartition('.')[2]}` |"
    table = MAP.partition(head)[2].partition("\n\n")[0]
    return [re.findall(r"`([a-z]+)`", row.split("|")[1]) for row in table.splitlines() if row.startswith("| `")]


def module(file: Path) -> str:
    """The dotted name of a file."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(name: str, house: str = "factcheck") -> str:
    """The room of a module in a house: its folder there, or the single file that it is; "" where it is elsewhere."""
    return name.removeprefix(f"{house}.").partition(".")[0] if name.startswith(f"{house}.") else ""


def imported(body: list[ast.stmt]) -> Iterator[str]:
    """What statements import of the house, functions and what is only for types left out."""
    for node in body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck"):
            named = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in FILES else str(node.module) for name in named)


FILES = {module(file): file for file in sorted(CODE.rglob("*.py"))}
TREES = {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in FILES.items()}
TOP = {name: set(imported(tree.body)) for name, tree in TREES.items()}
ALL = {name: set(imported([n for n in ast.walk(tree) if isinstance(n, ast.stmt)])) for name, tree in TREES.items()}


@pytest.mark.parametrize("house", HOUSES)
def test_every_room_stands_in_the_map_once(house: str) -> None:
    rooms = {room(name, house) for name in FILES} - DOORS
    assert sorted(name for row in rows(house) for name in row) == sorted(rooms)


def doors(house: str) -> set[tuple[str, str]]:
    """Which rooms of a house import from which others."""
    both = {(room(name, house), room(other, house)) for name, others in ALL.items() for other in others}
    return {(a, b) for a, b in both if a != b and not DOORS & {a, b}}


@pytest.mark.parametrize("house", HOUSES)
def test_a_room_imports_only_from_those_above_it_in_the_map(house: str) -> None:
    floor = {name: number for number, names in enumerate(rows(house)) for name in names}
    assert [(a, b) for a, b in sorted(doors(house)) if floor[b] > floor[a]] == []


@pytest.mark.parametrize("house", HOUSES)
def test_rooms_of_one_row_do_not_import_each_other(house: str) -> None:
    assert [(a, b) for a, b in doors(house) if a < b and (b, a) in doors(house)] == []


def test_no_files_import_each_other_in_a_circle() -> None:
    left = {name: others & FILES.keys() for name, others in TOP.items()}
    for _ in count():
        free = {name for name, others in left.items() if not others & left.keys() - {name}}
        if not free:
            break
        left = {name: others for name, others in left.items() if name not in free}
    assert sorted(left) == []


def test_a_circle_would_be_seen() -> None:
    tree = ast.parse("from factcheck.figures import codes\nif True:\n    from factcheck.cli import main\n")
    assert list(imported(tree.body)) == ["factcheck.figures.codes"]
    assert all(len(rows(house)) > 8 for house in HOUSES)
