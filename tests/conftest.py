"""What several files of tests are given: the shipped tables, loaded once, and an engine that stands in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from standin import Engine

from factcheck.cli import session
from factcheck.tables.tables import Reference, load_reference


@pytest.fixture(scope="session")
def uk() -> Reference:
    """The UK general election of 2024."""
    return load_reference("uk-general-election-2024")


@pytest.fixture(scope="session")
def us() -> Reference:
    """The US presidential election of 2020 by state."""
    return load_reference("us-president-2020-by-state")


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command with an engine that finds "607", in an empty folder."""

    def make(rules: Sequence[Path] = (), references: Sequence[str] = (), date: str = "") -> Engine:
        return Engine(rules, references, date)

    monkeypatch.setattr(session, "make_engine", make)
    monkeypatch.chdir(tmp_path)
