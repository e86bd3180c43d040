"""The reports by name, and where each goes. Each is imported when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.output import show, wants_colour
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.findings import RunReport

STYLES = {
    "text": "text",
    "table": "table",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "rdjson": "rdjson",
    "markdown": "markdown",
    "html": "html",
}


def rendered(report: RunReport, style: str, colour: bool = False, detail: int = 1) -> str:
    """The report in one style; ``detail`` is 0 for --quiet and 2 for --verbose."""
    if style == "text":
        from factcheck.report import text

        return text.render(report, colour, detail)
    if style == "json":
        from factcheck.report import json

        return json.render_check(report)
    made: str = import_module(f"factcheck.report.{STYLES[style]}").render(report)
    return made


def show_report(report: RunReport, style: str, detail: int) -> None:
    """Print a report; colour is for people at a terminal, bytes for programs."""
    if style in ("text", "table"):
        colour = wants_colour()
        show(rendered(report, style, colour, detail), colour)
    else:
        show(rendered(report, style).encode())


def output(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The (style, path) of every FORMAT:PATH given."""
    pairs = [value.partition(":")[::2] for value in values]
    for style, path in pairs:
        if style not in STYLES or not path:
            raise click.BadParameter(f"write FORMAT:PATH, such as sarif:report.sarif; formats: {', '.join(STYLES)}")
    return tuple((style, path) for style, path in pairs)


def write_reports(report: RunReport, outputs: Iterable[tuple[str, str]], detail: int) -> None:
    """Write every report asked for to its file. Raises FactcheckError."""
    drafts = {os.path.realpath(document.path) for document in report.documents}
    for style, path in outputs:
        if path == "-":
            show_report(report, style, detail)
            continue
        if os.path.realpath(path) in drafts:
            raise FactcheckError(f"{path}: this is a draft that was checked; it is not written over")
        try:
            Path(path).write_bytes(rendered(report, style, False, detail).encode("utf-8", "replace"))
        except OSError as error:
            raise FactcheckError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None
