"""The commands that list and explain rules and tables."""

from __future__ import annotations

import sys

import pytest
from standin import Engine, run

from factcheck.cli import reference, rules
from factcheck.cli.output import columns
from factcheck.formula import Formula
from factcheck.packs import Pack, Rule

pytestmark = pytest.mark.usefixtures("stand_in")


def rule(name: str, pack: str = "election") -> Rule:
    return Rule(name, pack, (Formula.parse("race.majority > 0"),), "wrong", "error", f"Why there is\n{name}.")


RULES = (rule("majority-off"), rule("share-off"))
PACKS = (Pack("election", "Votes", rules=RULES), Pack("council", "Seats", rules=(rule("share-off", "council"),)))


@pytest.fixture
def packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "packs", PACKS)


@pytest.mark.usefixtures("packs")
def test_rules_are_listed() -> None:
    result = run("rules")
    assert result.exit_code == 0
    listed = result.stdout.split("\n\n")[1]  # below the packs
    rows = [line.split(maxsplit=2) for line in listed.splitlines() if not line.startswith(" ")]
    assert rows[0] == ["rule", "severity", "about"]
    assert rows[2] == ["election/majority-off", "error", "Why there is majority-off."]
    names = [row[0] for row in rows[2:]]
    assert names[:3] == ["election/majority-off", "election/share-off", "council/share-off"]
    assert {"core/figures-differ", "core/reference-differs", "core/name-near"} <= set(names[3:])


@pytest.mark.usefixtures("packs")
@pytest.mark.parametrize(("terminal", "width"), [(False, 100), (True, 70)])
@pytest.mark.parametrize("command", [["rules"], ["reference", "list"]])
def test_lists_are_as_wide_as_the_terminal(
    command: list[str], terminal: bool, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (rules, reference):
        monkeypatch.setattr(module, "columns", lambda usual: 70 if terminal else usual)
    lines = run(*command).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert any(line.startswith("   ") for line in lines)  # what does not fit goes on below


@pytest.mark.parametrize(("terminal", "wanted"), [(True, 72), (False, 100)])
def test_the_width_of_a_terminal(terminal: bool, wanted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("COLUMNS", "72")
    assert columns(100) == wanted


@pytest.mark.usefixtures("packs")
@pytest.mark.parametrize(("asked", "pages"), [("majority-off", 1), ("election/share-off", 1), ("share-off", 2)])
def test_a_rule_is_explained(asked: str, pages: int) -> None:
    result = run("explain", asked)
    assert result.exit_code == 0
    assert result.stdout.count("Why there is") == pages


@pytest.mark.usefixtures("packs")
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("majority-of", 'there is no rule "majority-of"; near it: election/majority-off'),
        ("electoin/share-off", "near it: election/share-off, council/share-off"),
        ("zzz", 'there is no rule "zzz"; see: factcheck rules'),
    ],
)
def test_an_unknown_rule(asked: str, told: str) -> None:
    result = run("explain", asked)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.usefixtures("packs")
@pytest.mark.parametrize("command", [["rules"], ["explain", "majority-off"]])
def test_a_half_broken_rule_folder_is_told(command: list[str]) -> None:
    result = run(*command, "--rules", "half")
    assert result.exit_code == 2
    assert result.stdout
    assert result.stderr == "factcheck: half/half.yaml: line 3: half broken\n"


def test_the_shipped_tables_are_listed() -> None:
    result = run("reference", "list")
    assert result.exit_code == 0
    assert "uk-general-election-2024" in result.stdout


@pytest.mark.parametrize(
    ("problems", "code", "told"), [([], 0, "x: no problems found\n"), (["row 5: \x1b"], 1, "row 5: \\x1b\n")]
)
def test_a_table_is_checked(problems: list[str], code: int, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "check_table", lambda name: problems)
    result = run("reference", "check", "x")
    assert (result.exit_code, result.stdout) == (code, told)
