"""What was read of the shipped rules and names, kept between runs as Python keeps its compiled modules.

It stands in the same ``__pycache__`` as they do, is trusted as they are (who can write there can change the program),
is not written where Python is told to write none, and is read anew when a rule file, a list of names or any module of
the program has changed. What it holds is what reading gives; only the time differs: a third of a start.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PROGRAM = Path(__file__).resolve().parent.parent


def kept(read: Callable[[], T], sources: Iterable[Path]) -> T:
    """What ``read`` gives, from the last run where neither the ``sources`` nor the program have changed since."""
    place, key = _place(), _key((*sources, PROGRAM))
    try:
        data = place.read_bytes()
        if data.startswith(key):
            return pickle.loads(data[len(key) :])  # type: ignore[no-any-return]
    except Exception:  # a file that is missing, cut short or of another make: it is written anew
        pass
    made = read()
    if not sys.dont_write_bytecode:
        with suppress(pickle.PicklingError, AttributeError, TypeError):  # what cannot be kept is read each time
            _write(place, key + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def _place() -> Path:
    return Path(cache_from_source(str(PROGRAM / "rules.py"))).with_suffix(".kept")


def _write(place: Path, data: bytes) -> None:
    """Write a file at once or not at all; a folder that cannot be written to is no harm."""
    part = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _key(places: Iterable[Path]) -> bytes:
    """Tells one state of some files and folders from another: names, sizes and times of their last change."""
    seen = sorted(line for place in places for line in _files(str(place)))
    return sha256("\n".join(seen).encode()).digest()


def _files(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".txt")):
            stat = entry.stat()
            yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
