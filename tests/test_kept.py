"""What was read of the shipped rules is kept between runs: the same sooner, and read anew when anything changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from articles import FOLDER

from factcheck.packs.kept import kept

ARTICLE = FOLDER / "hendon-results-list-correct.txt"


class Counted:
    """Something to read, and how often it was."""

    def __init__(self, folder: Path) -> None:
        self.file, self.times = folder / "rules.yaml", 0
        self.file.write_text("one", encoding="utf-8")

    def read(self) -> str:
        """What the file says."""
        self.times += 1
        return self.file.read_text(encoding="utf-8")

    def kept(self) -> str:
        """The same, or as it was kept."""
        return kept(self.read, [self.file.parent])


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    """A folder of rules, and an empty one where they are kept."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "rules").mkdir()
    return Counted(tmp_path / "rules")


def the_file(tmp_path: Path) -> Path:
    """Where it is kept."""
    (found,) = (tmp_path / "cache").rglob("*.kept")
    return found


def test_it_is_read_once_while_nothing_changes(rules: Counted) -> None:
    assert [rules.kept(), rules.kept(), rules.times] == ["one", "one", 1]


def test_it_is_read_anew_when_a_file_has_changed_or_is_added(rules: Counted) -> None:
    rules.kept()
    rules.file.write_text("other", encoding="utf-8")
    assert rules.kept() == "other"
    (rules.file.parent / "more.yaml").write_text("", encoding="utf-8")
    assert (rules.kept(), rules.times) == ("other", 3)


@pytest.mark.parametrize("cut", [0, 10, 32, 40])
def test_a_file_that_is_cut_short_is_written_anew(rules: Counted, tmp_path: Path, cut: int) -> None:
    rules.kept()
    whole = the_file(tmp_path).read_bytes()
    the_file(tmp_path).write_bytes(whole[:cut])
    assert (rules.kept(), rules.times) == ("one", 2)
    assert the_file(tmp_path).read_bytes() == whole


def test_nothing_is_written_where_python_writes_no_bytecode(
    rules: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [rules.kept(), rules.kept(), rules.times] == ["one", "one", 2]
    assert not (tmp_path / "cache").exists()


def test_a_folder_that_cannot_be_written_to_is_no_harm(rules: Counted, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder would be", encoding="utf-8")
    assert [rules.kept(), rules.kept(), rules.times] == ["one", "one", 2]


def test_a_command_says_the_same_from_what_was_kept_and_does_not_read_the_rules(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path)
    command = (sys.executable, "-X", "importtime", "-m", "factcheck", "check", str(ARTICLE), "--format", "json")
    first, second = (subprocess.run(command, capture_output=True, check=True, env=environment) for _ in range(2))
    assert first.stdout == second.stdout
    assert [b" yaml\n" in run.stderr for run in (first, second)] == [True, False]
