"""The command line: its commands by name, each read from its own file when it is called for."""

from __future__ import annotations

from typing import Any, ClassVar

import click

from factcheck.cli.lazy import LazyGroup
from factcheck.cli.output import BAD_INPUT, INTERRUPTED, named, tell
from factcheck.errors import FactcheckError

COMMANDS = (
    "check",
    "read",
    "rules",
    "explain",
    "reference",
    "config",
    "schema",
    "diff",
    "init",
    "completion",
)  # in the order in which --help lists them


class CommandLine(LazyGroup):
    """The command line, which tells of every error in one message."""

    places: ClassVar = {name: (f"factcheck.cli.{name}", name) for name in COMMANDS}

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


@click.group(cls=CommandLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="Show the version."
)
def main() -> None:
    """Tell which figures of an article cannot all be true, and which were not checked.

    Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 something given could not be used.
    """
