"""``factcheck read``."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli import running
from factcheck.cli.options import Options, reads_articles
from factcheck.cli.output import show


@click.command()
@reads_articles
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def read(paths: tuple[str, ...], style: str, **options: Any) -> None:
    """Show every figure, name and claim of articles, and what each was taken to mean."""
    from factcheck.report import json, read

    report = running.run(paths, Options(**options), told=True)
    show(json.render_read(report).encode() if style == "json" else read.render(report))
    running.finish(report, ())
