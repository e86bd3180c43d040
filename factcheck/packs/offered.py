"""Whether any installed package offers packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

GROUP = "factcheck.packs"  # of entry points


def any_offered(places: Sequence[str]) -> bool:
    """Whether any package offers packs, asked cheaply: importing importlib.metadata takes 15 ms."""
    listed = (path for place in places for path in Path(place or ".").glob("*.*-info/entry_points.txt"))
    return any(GROUP.encode() in path.read_bytes() for path in listed)
