"""The options that several commands have in common. Each can be set in a file and in the environment too.

What holds: the flag, else ``FACTCHECK_...``, else the nearest configuration file upward, else the default. Click knows
that order; a configuration file is its map of defaults.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from factcheck.config.find import Config

FAILING = {  # what --fail-on lets fail
    "error": ("error",),
    "warning": ("error", "warning"),
    "note": ("error", "warning", "note"),
    "never": (),
}
RENAMED = {"reference": "references", "format": "style"}  # a setting's name -> its parameter's, where they differ
_CONFIG = "factcheck.config"
Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Options:
    """What the commands that read articles have in common."""

    references: tuple[str, ...]
    rules: tuple[Path, ...]
    date: str
    max_size: float  # megabytes
    max_text: float  # million characters
    max_figures: int
    debug: bool
    encoding: str = ""
    exclude: tuple[str, ...] = ()
    stdin_name: str = ""
    jobs: int = 1
    ignore: tuple[str, ...] = ()
    quiet: bool = False
    paths: dict[str, dict[str, Any]] = field(default_factory=dict)  # pattern -> what the file sets for such paths
    folder: Path = Path()  # to which those patterns, and --exclude of the file, are relative


def setting(*names: str, **more: Any) -> Callable[[Command], Command]:
    """An option that can be set in the environment too: --fail-on as FACTCHECK_FAIL_ON."""
    long = next(name for name in names if name.startswith("--"))
    return click.option(*names, envvar="FACTCHECK_" + long[2:].replace("-", "_").upper(), show_envvar=False, **more)


def options_of(context: click.Context, given: dict[str, Any]) -> Options:
    """The options given to a command, and of the file's settings for some paths those that no flag overrides."""
    config: Config | None = context.meta.get(_CONFIG)
    if config is None:
        return Options(**given)
    strong = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)
    pinned = {name for name in given if context.get_parameter_source(name) in strong}
    paths = {
        pattern: {name: value for name, value in _named(own).items() if name not in pinned}
        for pattern, own in config.paths.items()
    }
    return Options(**given, paths=paths, folder=config.folder)


def configuration(context: click.Context) -> Config | None:
    """The configuration file that holds for a command."""
    config: Config | None = context.meta.get(_CONFIG)
    return config


def _named(values: dict[str, Any]) -> dict[str, Any]:
    """Settings by the names of the parameters that they set."""
    return {RENAMED.get(key, key): tuple(value) if isinstance(value, list) else value for key, value in values.items()}


def _configure(context: click.Context, _: click.Parameter, given: str) -> None:
    """Take the settings of the configuration file as defaults."""
    from factcheck.config.places import find_config

    path = Path(given) if given else find_config(Path.cwd())
    if given == "none" or path is None:
        return
    from factcheck.config.find import read_config

    config = read_config(path)
    context.meta[_CONFIG] = config
    context.default_map = {**(context.default_map or {}), **_named(config.values)}


def _day(_: click.Context, __: click.Parameter, value: str) -> str:
    from datetime import date

    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a day; write it as 2024-07-05') from None


def _encoding(_: click.Context, __: click.Parameter, value: str) -> str:
    if not value:
        return ""
    from factcheck.formats.decode import known_encoding

    if known := known_encoding(value):
        return known
    raise click.BadParameter(f'there is no encoding "{value}"; say windows-1252, or mac-roman')


own_rules = setting(
    "--rules",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A folder of rule files of your own. May be repeated.",
)
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def reads_articles(command: Command) -> Command:
    """Add the arguments of the commands that read articles."""
    return paths(configured(command))


_SIZE = click.FloatRange(min=0, min_open=True)
_READING = (
    click.option("--debug", is_flag=True, help="Stop with a traceback at an internal error."),
    setting("--quiet", "-q", is_flag=True, help="Tell the findings and nothing else."),
    setting("--jobs", type=click.IntRange(min=0), default=1, help="How many processes; 0: one a processor."),
    setting("--max-size", type=_SIZE, default=10, metavar="MB", help="The largest article [default: 10]."),
    setting("--max-text", type=_SIZE, default=2, metavar="MILLIONS", help="Most characters of text [default: 2]."),
    setting("--max-figures", type=click.IntRange(1), default=20_000, show_default=True, help="Most figures."),
    setting("--encoding", default="", callback=_encoding, help="The encoding of text that is not UTF-8."),
    setting("--exclude", multiple=True, metavar="PATTERN", help="Paths to leave out, as in .gitignore."),
    setting("--ignore", multiple=True, metavar="RULE", help="A rule to leave out. May be repeated."),
    click.option("--stdin-name", default="", metavar="NAME", help="What standard input is called, and read as."),
    setting(
        "--date",
        default="",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="The articles' date; goes before one they give.",
    ),
    own_rules,
    setting("--reference", "references", multiple=True, metavar="NAME", help="A table's name or path."),
    click.option(
        "--config",
        default="",
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_configure,
        help='The configuration file [default: the nearest factcheck.toml]; "none" for none.',
    ),
)


def configured(command: Command) -> Command:
    """Add the options of the commands that read articles."""
    for add in _READING:
        command = add(command)
    return command
