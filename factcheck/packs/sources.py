"""Where packs come from: those that are shipped, those of installed Python packages, and folders of one's own.

A package offers packs by an entry point in the group ``factcheck.packs`` whose value names a package of its own, which
holds the .yaml files: ``weather = "newsroom_weather"``. Nothing of it is imported: its files are found and read.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import RuleError
from factcheck.packs.files import pack_files, read_files
from factcheck.packs.model import Pack
from factcheck.packs.offered import GROUP, any_offered
from factcheck.packs.onefile import SHIPPED, PackFile

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def read_sources(
    home: Path, folders: Sequence[Path] = (), hedges: Collection[str] = ()
) -> tuple[tuple[Pack, ...], tuple[RuleError, ...]]:
    """The packs of ``home``, of installed packages and of ``folders`` (or files), and an error for each bad file.

    ``hedges`` are the names of those whose widths a pack may set. A file given twice is read once.
    """
    found = [pack_files(home, SHIPPED), *_installed(), *(pack_files(folder) for folder in dict.fromkeys(folders))]
    once: dict[Path, PackFile] = {}
    for file in (file for files, _ in found for file in files):
        once.setdefault(file.path.resolve(), file)
    packs, errors = read_files(list(once.values()), hedges)
    return packs, (*(error for _, missing in found for error in missing), *errors)


def files_at(packs: Iterable[Pack], place: Path) -> set[str]:
    """Which of the packs' files lie at ``place``, a folder or the file itself; each by its own name for itself."""
    here = place.resolve()
    files = {origin.file for pack in packs for origin in (pack.origin, *pack.extensions)}
    return {file for file in files if here in (Path(file).resolve(), Path(file).resolve().parent)}


def _installed() -> Iterator[tuple[list[PackFile], list[RuleError]]]:
    """The pack files of each installed package that offers any, by the names of the entry points."""
    if not any_offered(sys.path):
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value)):
        yield _of_package(point)


def _of_package(point: EntryPoint) -> tuple[list[PackFile], list[RuleError]]:
    owner = f"package {point.dist.name}" if point.dist else "a package"
    folder = _folder(point.value)
    if folder is None:
        message = f"{owner}: its entry point `{point.name} = {point.value}` names no package; its author must mend it"
        return [], [RuleError(message)]
    return pack_files(folder, owner, point.dist.version if point.dist else "")


def _folder(value: str) -> Path | None:
    """The folder of a package, found without importing it: the parents of "a.b" are only looked through."""
    from importlib.machinery import PathFinder
    from importlib.util import find_spec

    places: Sequence[str] = ()
    for name in value.strip().split("."):
        spec = PathFinder.find_spec(name, places) if places else find_spec(name)
        if spec is None or spec.submodule_search_locations is None:
            return None
        places = list(spec.submodule_search_locations)
    return Path(places[0]) if places else None
