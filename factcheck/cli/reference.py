"""``factcheck reference``: what is shipped, and whether a table holds together."""

from __future__ import annotations

import click

from factcheck.cli.output import FOUND, clean, columns, show


def check_table(name: str) -> list[str]:
    """What is wrong with a reference table, one message each. Raises TableError."""
    from factcheck.engine import check_reference

    return check_reference(name)


@click.group()
def reference() -> None:
    """Reference tables: what is shipped, and whether a table holds together."""


@reference.command("list")
def reference_list() -> None:
    """List the tables that are shipped."""
    from factcheck.report.rules import WIDTH, render_references
    from factcheck.tables.tables import list_references

    show(render_references(list_references(), columns(WIDTH)))


@reference.command("check")
@click.argument("name")
def reference_check(name: str) -> None:
    """Check a table, by name or path, with the rules that articles are checked with."""
    problems = check_table(name)
    show("".join(f"{clean(problem)}\n" for problem in problems) or f"{clean(name)}: no problems found\n")
    click.get_current_context().exit(FOUND if problems else 0)
