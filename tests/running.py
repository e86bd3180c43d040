"""The command, run in a folder of its own on a day that is set."""

from __future__ import annotations

import json
import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import judging, main, session

SLIP = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.\n"  # 507
RIGHT = SLIP.replace("607", "507")
SECOND = "Mark Webb won Romsey with 10,210 votes, a majority of 2,150 over Sue Bell on 8,006.\n"  # 2,204
REAL = cache(session.make_engine)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("FACTCHECK_", "GIT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(session, "make_engine", lambda rules=(), references=(), date="": REAL(rules, references, date))
    monkeypatch.setattr(judging, "today", lambda: date(2024, 7, 5))
    monkeypatch.chdir(tmp_path)


def run(*args: str, given: str = "", **env: str) -> Result:
    return CliRunner().invoke(main, args, input=given, env=env)


def write(name: str, words: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(words, encoding="utf-8")


def findings(result: Result) -> list[dict[str, Any]]:
    return [each for document in json.loads(result.stdout)["documents"] for each in document["findings"]]


def setting(result: Result, name: str) -> tuple[str, str]:
    """A setting's value, and where it was set, as ``factcheck config`` shows them."""
    row = next(line for line in result.stdout.splitlines() if line.split()[:1] == [name])
    value, *place = row.split()[1:]
    return value, " ".join(place)
