"""``factcheck rules test``: the examples of packs are their tests."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import session
from factcheck.cli.options import own_rules
from factcheck.cli.output import FOUND, clean, show, tell_all


@click.command("test")
@own_rules
@click.option("--coverage", is_flag=True, help="Fail on a rule, form, veto or hedge that no example uses.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
def test(path: Path | None, rules: tuple[Path, ...], coverage: bool) -> None:
    """Run the examples of the packs in PATH (a file or a folder), or of every pack that is on.

    An example that flags must flag at its mark and pass once corrected; one that passes must be read; a known miss
    must still be missed. Exit codes: 0 all hold; 1 some do not; 2 a rule file is broken.
    """
    from factcheck.authoring.testing import run_packs
    from factcheck.packs.sources import files_at

    engine = session.make_engine((*rules, *([path] if path else [])))
    files = files_at(engine.packs, path) if path else None
    tested = run_packs(engine, files, coverage)
    show("\n\n".join(clean(each.show(coverage)) for each in tested) + "\n" if tested else "")
    tell_all(engine.errors)
    click.get_current_context().exit(FOUND if any(each.fails(coverage) for each in tested) else 0)
