"""Runs a session over all the articles that were given, one after another or several at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from factcheck.cli.finding import articles
from factcheck.cli.parallel import jobs_for, work_in_parallel
from factcheck.cli.session import Checked, Session

if TYPE_CHECKING:
    from factcheck.findings import RunReport

_MANY = 20  # articles from which on a terminal is shown how far the run is


def run(session: Session, paths: tuple[str, ...]) -> RunReport:
    """Check every article given; whatever cannot be used is told in the report's errors."""
    from factcheck.findings import RunReport

    session.engine(session.options)
    found = list(articles(paths, session.options, session.errors, session.notes))
    documents = []
    for report, errors in _all(session, found):
        session.errors += errors
        documents += [report] if report else []
    return RunReport(tuple(documents), tuple(dict.fromkeys(session.errors)), tuple(session.notes))


def _all(session: Session, found: list[str]) -> Iterator[Checked]:
    """Every article's report, in order; by several processes where asked."""
    jobs = jobs_for(session.options.jobs, found)
    reports = map(session.check, found) if jobs == 1 else work_in_parallel(session.options, session.told, found, jobs)
    with _progress(reports, len(found), session.options.quiet) as shown:
        yield from shown


@contextmanager
def _progress(reports: Iterable[Checked], count: int, quiet: bool) -> Iterator[Iterable[Checked]]:
    """On a terminal, how far a long run is, on standard error."""
    if quiet or count < _MANY or not (sys.stderr and sys.stderr.isatty()):
        yield reports
        return
    with click.progressbar(reports, length=count, label="checking", file=sys.stderr) as bar:
        yield bar
