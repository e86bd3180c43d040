"""The options that several commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

FAILING = {  # what --fail-on lets fail
    "error": ("error",),
    "warning": ("error", "warning"),
    "note": ("error", "warning", "note"),
    "never": (),
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the commands that read articles have in common."""

    references: tuple[str, ...]
    rules: tuple[Path, ...]
    date: str
    max_size: float  # megabytes
    debug: bool


def _day(_: click.Context, __: click.Parameter, value: str) -> str:
    from datetime import date

    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a day; write it as 2024-07-05') from None


own_rules = click.option(
    "--rules",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A folder of rule files of your own. May be repeated.",
)


def reads_articles(command: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments of the commands that read articles."""
    size = click.FloatRange(min=0, min_open=True)
    for add in (
        click.option("--debug", is_flag=True, help="Stop with a traceback at an internal error."),
        click.option("--max-size", type=size, default=10, metavar="MB", help="The largest article [default: 10]."),
        click.option(
            "--date",
            default="",
            metavar="YYYY-MM-DD",
            callback=_day,
            help="The articles' date; goes before one they give.",
        ),
        own_rules,
        click.option("--reference", "references", multiple=True, metavar="NAME", help="A table's name or path."),
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    ):
        command = add(command)
    return command
