"""Waits for an article to change, for ``factcheck check --watch``."""

from __future__ import annotations

import os
import time

from factcheck.cli.finding import STDIN, articles
from factcheck.cli.options import Options

_EVERY = 0.3  # seconds


def wait_for_a_change(paths: tuple[str, ...], options: Options) -> None:
    """Return when one of the articles, or which they are, is another than now."""
    before = _state(paths, options)
    while _state(paths, options) == before:
        time.sleep(_EVERY)


def _state(paths: tuple[str, ...], options: Options) -> dict[str, tuple[int, int]]:
    """When each article was last written, and its size."""
    return {path: _stamp(path) for path in articles(paths, options, [], []) if path != STDIN}


def _stamp(path: str) -> tuple[int, int]:
    try:
        about = os.stat(path)
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size
