"""The rooms of the code: as README.md lists them, each importing only from those above it, and no file in a circle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = ROOT / "factcheck"
DOORS = {"factcheck", "__main__"}  # the front doors, which open on everything
MAP = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The code\n")[2].partition("\n## ")[0]
ROWS = [re.findall(r"`([a-z]+)`", row.split("|")[1]) for row in MAP.splitlines() if row.startswith("| `")]
FLOOR = {room: number for number, rooms in enumerate(ROWS) for room in rooms}


def module(file: Path) -> str:
    """The dotted name of a file."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(name: str) -> str:
    """The room of a module: its folder, or the single file that it is."""
    return name.split(".")[1] if "." in name else name


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


def test_every_room_stands_in_the_map_once() -> None:
    rooms = {room(name) for name in FILES} - DOORS
    assert sorted(name for row in ROWS for name in row) == sorted(rooms)


def test_a_room_imports_only_from_those_above_it_in_the_map() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, others in ALL.items()
        for other in sorted(others)
        if room(name) not in DOORS and room(other) not in DOORS and room(name) != room(other)
        if FLOOR[room(other)] > FLOOR[room(name)]
    ]
    assert wrong == []


def test_rooms_of_one_row_do_not_import_each_other() -> None:
    doors = {(room(name), room(other)) for name, others in ALL.items() for other in others}
    assert [(a, b) for a, b in doors if a < b and (b, a) in doors] == []


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
    assert len(ROWS) > 10
