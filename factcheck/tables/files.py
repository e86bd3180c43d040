"""From what was given with ``--reference`` to the data package that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.errors import TableError
from factcheck.tables.datapackage import Package, read_package, skeleton
from factcheck.tables.events import PACKAGE, shipped_files
from factcheck.tables.rows import read_header


def shipped_packages() -> Iterator[Package]:
    """The packages that come with the program, by name."""
    for path in shipped_files():
        yield read_package(path)


def find_package(given: str) -> Package:
    """The package of a shipped name, a folder, a ``datapackage.json``, or a CSV. TableError says what to do."""
    names = {path.parent.name: path for path in shipped_files()}
    if given in names:
        return read_package(names[given])
    path = Path(given)
    if path.is_dir():
        return _of_folder(path)
    if not path.is_file():
        raise TableError(_unknown(given, list(names)))
    if path.suffix.lower() == ".json":
        return read_package(path)
    if path.suffix.lower() == ".csv":
        return _of_csv(path)
    raise TableError(f"{path}: a reference is a CSV file, a {PACKAGE}, or a folder that holds one")


def _of_folder(folder: Path) -> Package:
    if (folder / PACKAGE).is_file():
        return read_package(folder / PACKAGE)
    tables = sorted(folder.glob("*.csv"))
    if not tables:
        raise TableError(f"{folder}: the folder holds neither a {PACKAGE} nor a CSV file")
    raise TableError(_no_package(tables[0], folder / PACKAGE))


def _of_csv(path: Path) -> Package:
    """The package beside a CSV: ``NAME.datapackage.json``, or a ``datapackage.json`` that lists the file."""
    for own in (path.with_suffix(f".{PACKAGE}"), path.with_name(f"{path.name}.{PACKAGE}")):
        if own.is_file():
            return read_package(own)
    beside = path.with_name(PACKAGE)
    if beside.is_file():
        package = read_package(beside)
        if any(resource.path.name == path.name for resource in package.resources):
            return package
    return _as_shipped(path) or _refuse(path, beside)


def _refuse(path: Path, beside: Path) -> Package:
    own = path.with_suffix(f".{PACKAGE}") if beside.is_file() else beside
    raise TableError(_no_package(path, own))


def _as_shipped(path: Path) -> Package | None:
    """The shipped package that has a file of this name with these very columns, made to read this file."""
    for package in shipped_packages():
        for resource in package.resources:
            if resource.path.name == path.name and read_header(resource.path) == read_header(path):
                return replace(package, resources=(replace(resource, path=path),))
    return None


def _no_package(path: Path, write: Path) -> str:
    return (
        f"{path}: what its columns mean is not known; write {write} as below, fill in the event, and map the columns "
        f"that matter (those left out are not used):\n\n{skeleton(path.name, read_header(path))}\n"
    )


def _unknown(given: str, names: list[str]) -> str:
    from rapidfuzz import fuzz, process

    near = process.extractOne(given, names, scorer=fuzz.WRatio, score_cutoff=60)
    guess = f'; did you mean "{near[0]}"?' if near else ";"
    return f'there is no file and no shipped table "{given}"{guess} shipped are: {", ".join(names)}'
