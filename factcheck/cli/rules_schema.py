"""``factcheck rules schema``: the JSON Schema of a pack."""

from __future__ import annotations

import click

from factcheck.cli.output import show


@click.command("schema")
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors that complete and check YAML as it is typed.

    Save it as pack.schema.json beside your packs, and begin each with the line
    "# yaml-language-server: $schema=pack.schema.json".
    """
    from factcheck.authoring.schema import render_schema

    show(render_schema())
