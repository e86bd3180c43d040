"""``factcheck rules``."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import click

from factcheck.cli import session
from factcheck.cli.lazy import LazyGroup
from factcheck.cli.options import own_rules
from factcheck.cli.output import columns, show, tell_all


class Rules(LazyGroup):
    """The commands for those who write packs."""

    places: ClassVar = {
        "test": ("factcheck.cli.rules_test", "test"),
        "try": ("factcheck.cli.rules_try", "try_pack"),
        "new": ("factcheck.cli.rules_new", "new"),
        "docs": ("factcheck.cli.rules_docs", "docs"),
        "schema": ("factcheck.cli.rules_schema", "schema"),
    }


@click.group(cls=Rules, invoke_without_command=True)
@own_rules
@click.pass_context
def rules(context: click.Context, rules: tuple[Path, ...]) -> None:
    """List the packs and rules that are on; or test, try, write and document packs of your own."""
    if context.invoked_subcommand is None:
        _list(rules)


def _list(folders: tuple[Path, ...]) -> None:
    """Show each pack with where it comes from, and each rule with its severity and why it exists."""
    from factcheck.report import rules as listing

    engine = session.make_engine(folders)
    packs, width = session.with_laws(engine), columns(listing.WIDTH)
    show(f"{listing.render_packs(packs, width)}\n{listing.render(packs, width)}")
    tell_all(engine.errors)
