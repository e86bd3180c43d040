"""The command: one file for each of its commands; the only room that opens articles, prints and exits."""

from factcheck.cli.commands import main

__all__ = ["main"]
