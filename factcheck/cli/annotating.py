"""Writes the findings as comments into a copy of a Word file, for ``factcheck check --annotate``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Options
from factcheck.cli.session import read_bytes
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.findings import RunReport


def write_annotated(report: RunReport, paths: tuple[str, ...], target: str, options: Options) -> None:
    """Write the copy. Raises FactcheckError where it is asked of anything but one Word file that was read."""
    if len(paths) != 1 or not paths[0].lower().endswith(".docx"):
        raise FactcheckError(
            "--annotate is for one Word file: factcheck check draft.docx --annotate draft.checked.docx"
        )
    own = [each for each in report.documents if each.path == click.format_filename(paths[0])]
    if not own:
        return  # what is wrong with it is told already
    if os.path.realpath(target) == os.path.realpath(paths[0]):
        raise FactcheckError(f"{target}: this is the draft itself; it is not written over")
    from factcheck.report.word import annotate

    limit = int(options.max_size * 1_000_000)
    made = annotate(own[0], read_bytes(paths[0], limit), limit)
    try:
        Path(target).write_bytes(made)
    except OSError as error:
        raise FactcheckError(f"{target}: cannot be written: {(error.strerror or str(error)).lower()}") from None
