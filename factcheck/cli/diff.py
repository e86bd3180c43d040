"""``factcheck diff``."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.options import configured, options_of
from factcheck.cli.output import BAD_INPUT, FOUND, show, tell


@click.command()
@click.argument("old")
@click.argument("new")
@configured
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old: str, new: str, form: str, **given: Any) -> None:
    """Tell which figures NEW has changed, and what depended on them and was not changed.

    The exit code is 1 where a figure that was changed no longer fits one that was not.
    """
    from factcheck.cli.session import Session
    from factcheck.gate.identity import identified
    from factcheck.report import drafts
    from factcheck.telling.drafts import compare

    context = click.get_current_context()
    session = Session(options_of(context, given))
    session.engine(session.options)
    reports = []
    for path in (old, new):
        report, errors = session.check(path)
        session.errors += errors
        reports += [identified(report)] if report else []
    for message in session.errors:
        tell(message)
    if len(reports) < 2:
        context.exit(BAD_INPUT)
    changes = compare(reports[0], reports[1])
    show((drafts.render_json if form == "json" else drafts.render)(reports[0], reports[1], changes).encode())
    context.exit(BAD_INPUT if session.errors else FOUND if any(change.findings for change in changes) else 0)
