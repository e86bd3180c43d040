"""Which files are read: the paths given, folders opened, and what is to be left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Options

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
IGNORE = ".factcheckignore"


def articles(paths: Iterable[str], options: Options, errors: list[str], notes: list[str]) -> Iterator[str]:
    """The files to read, folders opened, each once; what ``.factcheckignore`` or --exclude names is left out."""
    _ignored_in.cache_clear()
    seen = set()
    for path in paths:
        folder = path != STDIN and os.path.isdir(path)
        for article in _inside(path, errors) if folder else (path,):
            if article in seen:
                continue
            seen.add(article)
            if article == STDIN or not left_out(article, options):
                yield article
            elif not folder:
                notes.append(f"{click.format_filename(article)}: not checked; {IGNORE} or --exclude leaves it out")


def _inside(folder: str, errors: list[str]) -> list[str]:
    """The articles in a folder and the folders in it, sorted; hidden ones left out."""
    from factcheck.formats import FOLDER_ENDINGS

    found = []
    before = len(errors)
    for place, folders, files in os.walk(folder, onerror=lambda error: errors.append(unreadable(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in files if _is_article(name, FOLDER_ENDINGS)]
        found += [os.path.join(place, name) for name in names if os.path.isfile(os.path.join(place, name))]
    if not found and len(errors) == before:
        errors.append(f"{folder}: no articles in this folder; it looks for {', '.join(FOLDER_ENDINGS)}")
    return sorted(found, key=lambda path: Path(path).parts)


def _is_article(name: str, endings: tuple[str, ...]) -> bool:
    """Whether a file of a folder is read; "~$" begins the lock that Word leaves beside an open file."""
    return name.lower().endswith(endings) and not name.startswith((".", "~$"))


def left_out(path: str, options: Options) -> bool:
    """Whether a file is to be left out; the ``.factcheckignore`` nearest to it has the last word."""
    if options.exclude and _matches(tuple(options.exclude), path, options.folder):
        return True
    place = Path(os.path.abspath(path))
    for folder in place.parents:
        spec = _ignored_in(folder)
        answer = spec.check_file(place.relative_to(folder).as_posix()).include if spec else None
        if answer is not None:
            return answer
        if (folder / ".git").exists() or folder == Path.home():
            return False
    return False


def fits(pattern: str, path: str, folder: Path) -> bool:
    """Whether a path is one that a pattern of the configuration in ``folder`` means."""
    return path != STDIN and _matches((pattern,), path, folder)


def _matches(patterns: tuple[str, ...], path: str, folder: Path) -> bool:
    spec = _spec(patterns)
    here = os.path.relpath(os.path.abspath(path), os.path.abspath(folder)).replace(os.sep, "/")
    return bool(spec.match_file(here))


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


@lru_cache(maxsize=1024)
def _ignored_in(folder: Path) -> GitIgnoreSpec | None:
    """What the ``.factcheckignore`` of a folder names."""
    try:
        lines = (folder / IGNORE).read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return None
    return _spec(tuple(lines))


def unreadable(error: OSError) -> str:
    """What to tell of a file that cannot be read."""
    path = click.format_filename(error.filename) if error.filename else "standard input"
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file or folder"
    return f"{path}: cannot be read: {(error.strerror or str(error)).lower()}"
