"""``factcheck explain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import session
from factcheck.cli.options import own_rules
from factcheck.cli.output import show, tell_all

if TYPE_CHECKING:
    from factcheck.packs import Rule


@click.command()
@own_rules
@click.argument("rule")
def explain(rule: str, rules: tuple[Path, ...]) -> None:
    """Explain a rule: why it exists, what it reads, and examples."""
    from factcheck.authoring.explain import explain as explained

    engine = session.make_engine(rules)
    every = [(each, pack) for pack in session.with_laws(engine) for each in pack.rules]
    pages = [explained(each, pack) for each, pack in every if rule in (each.name, each.id)]
    if not pages:
        raise click.BadParameter(_unknown_rule(rule, [each for each, _ in every]), param_hint="RULE")
    show("\n\n\n".join(pages) + "\n")
    tell_all(engine.errors)


def _unknown_rule(rule: str, every: list[Rule]) -> str:
    from difflib import get_close_matches

    names = {known: each.name for each in every for known in (each.id, each.name)}
    near = dict.fromkeys(names[match] for match in get_close_matches(rule, names, n=4, cutoff=0.5))
    return f'there is no rule "{rule}"; ' + (f"near it: {', '.join(near)}" if near else "see: factcheck rules")
