"""``factcheck schema``."""

from __future__ import annotations

import click

from factcheck.cli.output import show


@click.command()
def schema() -> None:
    """Print the JSON Schema of ``check --format json``."""
    from importlib.resources import files

    show(files("factcheck.report").joinpath("check-1.schema.json").read_bytes())
