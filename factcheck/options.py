"""The command line's shape: what its commands have in common, and how they tell of what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from factcheck.errors import FactcheckError

FOUND, BAD_INPUT, INTERRUPTED = 1, 2, 130  # exit codes
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


class CommandLine(click.Group):
    """The command line, which tells of every error in one message."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Note whether --debug was given, wherever it stands."""
        context.meta["debug"] = "--debug" in args
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Run the command; an error that nobody caught is told in one line, with the exit code for bad input."""
        try:
            return super().invoke(context)
        except FactcheckError as error:
            tell(str(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            return context.exit(INTERRUPTED)  # not 1, which says that something was found
        except Exception as error:
            if context.meta["debug"]:
                raise
            tell(f"internal error: {named(error)}. Please report it; --debug shows where it happened.")
        return context.exit(BAD_INPUT)


def show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the version and end; the version is looked up only then."""
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"factcheck {version('factcheck')}")
    except PackageNotFoundError:
        click.echo("factcheck (not installed)")
    context.exit()


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


def columns(usual: int) -> int:
    """How many columns the terminal has; ``usual`` in a pipe or a file."""
    import sys
    from shutil import get_terminal_size

    is_terminal = bool(sys.stdout and sys.stdout.isatty())
    return get_terminal_size((usual, 24)).columns if is_terminal else usual


def clean(message: str) -> str:
    """A message whose words cannot steer the terminal; its lines are kept."""
    from factcheck.report.words import printable

    return "\n".join(map(printable, message.split("\n")))


def tell(message: str) -> None:
    """Print a message to standard error."""
    click.echo(f"factcheck: {clean(message)}", err=True)


def named(error: Exception) -> str:
    """An unexpected error in words."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
