"""What every command writes: results to standard output, messages to standard error, and an exit code."""

from __future__ import annotations

import os
import sys

import click

from factcheck.errors import FactcheckError

FOUND, BAD_INPUT, INTERRUPTED = 1, 2, 130  # exit codes


def wants_colour() -> bool:
    """On a terminal, unless NO_COLOR says otherwise; standard output may be closed altogether."""
    return bool(sys.stdout and sys.stdout.isatty()) and not os.environ.get("NO_COLOR")


def show(output: str | bytes, colour: bool = False) -> None:
    """Write to standard output; a reader that has gone away (``| head``) is no error."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no "£" still gets the rest
    try:
        click.echo(output, nl=False, color=colour)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise FactcheckError(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}") from None


def tell_all(messages: tuple[str, ...]) -> None:
    """Tell every message, and end with the exit code for bad input if there was one."""
    for message in messages:
        tell(message)
    if messages:
        click.get_current_context().exit(BAD_INPUT)


def columns(usual: int) -> int:
    """How many columns the terminal has; ``usual`` in a pipe or a file."""
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
