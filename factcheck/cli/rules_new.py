"""``factcheck rules new``: a small working pack to begin from."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.output import clean, show
from factcheck.errors import RuleError


@click.command("new")
@click.option("--in", "folder", type=click.Path(path_type=Path), default=".", metavar="DIR", help="Where to write it.")
@click.argument("name")
def new(name: str, folder: Path) -> None:
    """Write NAME.yaml, a small working pack to begin from, and beside it the schema that editors complete it by.

    A file that is there already is never written over.
    """
    from factcheck.authoring.schema import SCHEMA_FILE, render_schema
    from factcheck.authoring.starter import starter

    text, pack, schema = starter(name), folder / f"{name}.yaml", folder / SCHEMA_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with pack.open("x", encoding="utf-8") as file:
            file.write(text)
        if not schema.exists():
            schema.write_text(render_schema(), encoding="utf-8")
    except FileExistsError:
        raise RuleError(f"{pack}: is there already; give the new pack another name") from None
    except OSError as error:
        raise RuleError(f"{pack}: cannot be written: {error.strerror}; name another folder with --in") from None
    show(clean(f"{pack}: written; now: factcheck rules test {pack}") + "\n")
