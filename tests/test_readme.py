"""The README holds: its commands run, and what it names exists."""

from __future__ import annotations

import json
import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [lines.strip().split("\n") for lines in re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)]
COMMANDS = [part.strip() for lines in BLOCKS for line in lines for part in line.split("&&") if "factcheck" in part]
DRAFT = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.\n"

pytestmark = pytest.mark.skipif(find_spec("factcheck.engine") is None, reason="the engine is not there yet")


def test_it_opens_with_two_commands_of_one_line() -> None:
    first, second = BLOCKS[:2]
    assert len(first) == len(second) == 1
    assert "pip install" in first[0]
    assert "factcheck check fixtures/" in first[0]
    assert "[test]" in second[0]
    assert "pytest" in second[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drafts").mkdir()
    for name in ("a.txt", "b.md", "drafts/c.txt"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command.split("<", maxsplit=1)[0], comments=True)
    result = CliRunner().invoke(main, words[1:], input=DRAFT)
    assert result.exit_code in (0, 1), result.output
    assert result.stderr == ""
    assert result.stdout


def test_the_first_command_prints_real_discrepancies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, shlex.split(COMMANDS[0])[1:])
    assert result.exit_code == 0
    assert "just under 200" in result.stdout
    assert "Healther Iqbal" in result.stdout


def test_the_json_is_as_shown(tmp_path: Path) -> None:
    block = re.search(r"^```json\n(.*?)^```", README, re.M | re.S)
    assert block
    draft = tmp_path / "a.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    printed = CliRunner().invoke(main, ["check", str(draft), "--format", "json"]).stdout
    assert shape(json.loads(printed)) == shape(json.loads(block.group(1)))


def shape(value: object) -> object:
    """The keys of what JSON says; of a list, those of its first entry, and of a string or number its type."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value and not isinstance(value[0], str) else []
    return type(value)


def test_every_option_it_names_is_there() -> None:
    known = {option for name in ("check", "read") for each in main.commands[name].params for option in each.opts}
    named = set(re.findall(r"`(--[a-z-]+)", README))
    assert named - {"--format json"} <= known


def test_every_table_it_names_is_shipped() -> None:
    from factcheck.tables import list_references

    for name, _ in list_references():
        assert f"`{name}`" in README
