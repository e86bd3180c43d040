"""``factcheck read``."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.options import options_of, reads_articles
from factcheck.cli.output import show, tell_all
from factcheck.cli.running import run
from factcheck.cli.session import Session


@click.command()
@reads_articles
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def read(paths: tuple[str, ...], form: str, **options: Any) -> None:
    """Show every figure, name and claim of articles, and what each was taken to mean."""
    from factcheck.report import json, read

    report = run(Session(options_of(click.get_current_context(), options), told=True), paths)
    show(json.render_read(report).encode() if form == "json" else read.render(report))
    tell_all(report.errors)
