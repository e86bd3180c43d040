"""``factcheck rules``."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import running
from factcheck.cli.options import own_rules
from factcheck.cli.output import columns, show, tell_all


@click.command()
@own_rules
def rules(rules: tuple[Path, ...]) -> None:
    """List the rules: id, severity and why each exists."""
    from factcheck.report import rules as listing

    engine = running.make_engine(rules)
    show(listing.render(running.with_laws(engine), columns(listing.WIDTH)))
    tell_all(engine.errors)
