"""The command as a process: what it imports, and terminals and pipes that fail."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from standin import ROOT


def python(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        encoding="utf-8",
        errors="replace",
    )


@pytest.mark.parametrize("argument", ["--version", "--help", "check --help"])
def test_help_and_version_import_nothing_heavy(argument: str) -> None:
    heavy = {
        "pydantic",
        "yaml",
        "rapidfuzz",
        "markdown_it",
        "sentencex",
        "tabulate",
        "factcheck.engine",
        "factcheck.packs",
    }
    code = f"""
import sys
from factcheck.cli import main
try:
    main({argument.split()!r}, prog_name="factcheck")
except SystemExit as end:
    sys.exit(end.code or str({heavy} & set(sys.modules)))
"""
    assert python(code).stderr.strip() == "set()"


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = """
import os, sys
from factcheck.cli.output import show
read, write = os.pipe()
os.close(read)
os.dup2(write, 1)
show("x" * 100_000)
show("x")
"""
    done = python(code)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_cannot_print_a_character() -> None:
    done = python(
        "from factcheck.cli.output import show; show('£5 by 507\\n'); show('£5'.encode())", PYTHONIOENCODING="cp1250"
    )
    assert done.returncode == 0
    assert done.stdout.startswith("?5 by 507\n")
