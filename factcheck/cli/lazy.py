"""A group of commands, each imported from its own file only when it is called for."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """A group whose commands are found by name; ``places`` tells the module of each, and the function in it."""

    places: ClassVar[dict[str, tuple[str, str]]] = {}

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of the commands, in the order in which --help lists them."""
        return list(self.places)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        if name not in self.places:
            return None
        module, function = self.places[name]
        command: click.Command = getattr(import_module(module), function)
        return command
