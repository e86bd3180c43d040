"""Runs the engine over the articles that were given. The only module that opens them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from factcheck.cli.options import Options
from factcheck.cli.output import FOUND, named, tell_all
from factcheck.errors import DocumentError, FactcheckError

if TYPE_CHECKING:
    from factcheck.document import Document
    from factcheck.engine import Engine
    from factcheck.findings import DocumentReport, RunReport
    from factcheck.packs import Pack

T = TypeVar("T")
STDIN = "-"


def make_engine(rules: tuple[Path, ...] = (), references: tuple[str, ...] = (), date: str = "") -> Engine:
    """The engine; the heavy imports happen here. Raises RuleError and TableError."""
    from factcheck.engine import Engine

    return Engine.load(rules, references, date)


def with_laws(engine: Engine) -> tuple[Pack, ...]:
    """The packs that are on, and the built-in laws."""
    from factcheck.corelaws import core_pack

    return (*engine.packs, core_pack())


def run(paths: tuple[str, ...], options: Options, told: bool = False) -> RunReport:
    """Check every article given; whatever cannot be used is told in the report's errors.

    ``told``: of each figure also the noun it counts, and whether it is a change.
    """
    from factcheck.findings import RunReport

    errors: list[str] = []
    engine = _engine(options, errors)
    work = engine.read if told else engine.check
    documents = [_checked(work, path, options, errors) for path in _articles(paths, errors)]
    return RunReport(tuple(filter(None, documents)), tuple(errors))


def _engine(options: Options, errors: list[str]) -> Engine:
    """The engine with all that can be used: a bad table or rule folder does not keep others from it."""
    try:
        engine = make_engine(options.rules, options.references, options.date)
    except FactcheckError:
        folders = _usable(options.rules, lambda folder: make_engine((folder,)), errors)
        tables = _usable(options.references, lambda table: make_engine((), (table,)), errors)
        engine = make_engine(folders, tables, options.date)
    errors.extend(engine.errors)
    return engine


def _usable(given: tuple[T, ...], load: Callable[[T], object], errors: list[str]) -> tuple[T, ...]:
    good = []
    for one in given:
        try:
            load(one)
        except FactcheckError as error:
            errors.append(str(error))
        else:
            good.append(one)
    return tuple(good)


def _articles(paths: tuple[str, ...], errors: list[str]) -> Iterator[str]:
    """The files to read, folders opened, each once."""
    seen = set()
    for path in paths:
        for article in _inside(path, errors) if path != STDIN and os.path.isdir(path) else (path,):
            if article not in seen:
                seen.add(article)
                yield article


def _inside(folder: str, errors: list[str]) -> list[str]:
    """The articles in a folder and the folders in it, sorted; hidden ones left out."""
    from factcheck.formats import FOLDER_ENDINGS

    found = []
    before = len(errors)
    for place, folders, files in os.walk(folder, onerror=lambda error: errors.append(_unreadable(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in files if name.lower().endswith(FOLDER_ENDINGS) and not name.startswith(".")]
        found += [os.path.join(place, name) for name in names if os.path.isfile(os.path.join(place, name))]
    if not found and len(errors) == before:
        errors.append(f"{folder}: no articles in this folder; it looks for {', '.join(FOLDER_ENDINGS)}")
    return sorted(found, key=lambda path: Path(path).parts)


def _checked(
    work: Callable[[Document], DocumentReport], path: str, options: Options, errors: list[str]
) -> DocumentReport | None:
    from factcheck.formats import open_document

    shown = click.format_filename(path)
    try:
        limit = int(options.max_size * 1_000_000)
        return work(open_document(shown, _bytes(path, limit + 1), limit))
    except FactcheckError as error:
        errors.append(str(error))
    except Exception as error:
        if options.debug:
            raise
        errors.append(f"{shown}: internal error: {named(error)}. Please report it; --debug shows where it happened.")
    return None


def _bytes(path: str, most: int) -> bytes:
    """At most so many bytes of a file or of standard input. Raises DocumentError."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(most)
        with open(path, "rb") as file:
            return file.read(most)
    except OSError as error:
        raise DocumentError(_unreadable(error)) from None


def _unreadable(error: OSError) -> str:
    path = click.format_filename(error.filename) if error.filename else "standard input"
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file or folder"
    return f"{path}: cannot be read: {(error.strerror or str(error)).lower()}"


def finish(report: RunReport, failing: tuple[str, ...]) -> None:
    """Tell what could not be used, and end with the exit code."""
    tell_all(report.errors)
    found = any(finding.severity in failing for document in report.documents for finding in document.findings)
    click.get_current_context().exit(FOUND if found else 0)
