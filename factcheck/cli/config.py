"""``factcheck config``: what is set, and where."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource

from factcheck.cli.check import judges
from factcheck.cli.options import configuration, configured
from factcheck.cli.output import show

_HIDDEN = ("debug", "stdin_name", "update_baseline")


@click.command()
@configured
@judges
def config(**given: Any) -> None:
    """Show every setting: what holds, and where it was set."""
    from factcheck.report.table import grid

    context = click.get_current_context()
    rows = [_row(context, each, given[each.name]) for each in context.command.params if each.name in given]
    rows = [row for row in rows if row]
    file = configuration(context)
    for pattern, own in (file.paths if file else {}).items():
        rows += [
            (f"{key.replace('_', '-')} ({pattern})", _shown(value), str(file and file.path))
            for key, value in own.items()
        ]
    show(grid(("setting", "value", "set by"), rows))


def _row(context: click.Context, parameter: click.Parameter, value: object) -> tuple[str, ...]:
    """A setting's name, what holds and where it was set."""
    if parameter.name is None or parameter.name in _HIDDEN:
        return ()
    source = context.get_parameter_source(parameter.name)
    long = next(name for name in parameter.opts if name.startswith("--"))
    file = configuration(context)
    places = {
        ParameterSource.COMMANDLINE: long,
        ParameterSource.ENVIRONMENT: str(parameter.envvar),
        ParameterSource.DEFAULT_MAP: str(file.path) if file else "",
    }
    return long[2:], _shown(value), places.get(source, "default") if source else "default"


def _shown(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(":".join(map(str, each)) if isinstance(each, tuple) else str(each) for each in value)
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
