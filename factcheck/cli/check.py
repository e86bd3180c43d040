"""``factcheck check``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import running
from factcheck.cli.options import FAILING, Options, reads_articles
from factcheck.cli.output import show, wants_colour

if TYPE_CHECKING:
    from factcheck.findings import RunReport


@click.command()
@reads_articles
@click.option("--format", "style", type=click.Choice(["text", "table", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(list(FAILING)),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
def check(paths: tuple[str, ...], style: str, fail_on: str, **options: Any) -> None:
    """Check articles: files, folders of .txt and .md files, or - for standard input."""
    report = running.run(paths, Options(**options))
    _show_check(report, style)
    running.finish(report, FAILING[fail_on])


def _show_check(report: RunReport, style: str) -> None:
    if style == "json":
        from factcheck.report.json import render_check

        show(render_check(report).encode())
    elif style == "table":
        from factcheck.report import table

        show(table.render(report))
    else:
        from factcheck.report import text

        colour = wants_colour()
        show(text.render(report, colour), colour)
