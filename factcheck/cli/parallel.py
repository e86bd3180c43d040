"""Several articles at a time, each in a process of its own with an engine of its own; the reports keep their order."""

from __future__ import annotations

import os
from collections.abc import Iterator

from factcheck.cli.finding import STDIN
from factcheck.cli.options import Options
from factcheck.cli.session import Checked, Session

_HERE: list[Session] = []  # the session of this process


def jobs_for(asked: int, articles: list[str]) -> int:
    """How many processes: as asked, 0 for one a processor, and no more than there are articles."""
    if STDIN in articles:
        return 1
    return max(1, min(asked or os.cpu_count() or 1, len(articles)))


def work_in_parallel(options: Options, told: bool, articles: list[str], jobs: int) -> Iterator[Checked]:
    """The reports of articles, in their order, made by so many processes."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(options, told)) as pool:
        yield from pool.map(_check, articles, chunksize=max(1, min(8, len(articles) // jobs)))


def _start(options: Options, told: bool) -> None:
    session = Session(options, told)
    session.engine(options)
    session.errors.clear()  # what is wrong with rules and tables is told once, by the process that asked
    _HERE[:] = [session]


def _check(path: str) -> Checked:
    return _HERE[0].check(path)
