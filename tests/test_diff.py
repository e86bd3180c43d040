"""Draft against draft: a figure changed, and what depended on it did not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli import main
from factcheck.engine import Engine
from factcheck.formats import open_document
from factcheck.gate.identity import identified
from factcheck.telling.drafts import Change, compare

RIGHT = "Ann Lee won Thornbury with 13,303 votes, a majority of 507 over Raj Patel on 12,796.\n"
CHAIRS = "\nThere were 1,234 chairs at first.\n\nLater 1,234 chairs stood there.\n"


@cache
def engine() -> Engine:
    return Engine.load()


def changes(old: str, new: str) -> list[Change]:
    reports = [
        identified(engine().check(open_document(f"{n}.txt", text.encode()))) for n, text in enumerate((old, new))
    ]
    return compare(*reports)


def shown(made: Sequence[Change]) -> list[tuple[str, str, list[str], int]]:
    return [(each.old.text, each.new.text, [left.text for left in each.left], len(each.findings)) for each in made]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (RIGHT, RIGHT, []),
        (RIGHT, RIGHT.replace("13,303", "13,403"), [("13,303", "13,403", ["507", "12,796"], 1)]),
        # the majority follows: 13,403 - 12,796 = 607
        (
            RIGHT,
            RIGHT.replace("13,303", "13,403").replace("507", "607"),
            [("13,303", "13,403", ["12,796"], 0), ("507", "607", ["12,796"], 0)],
        ),
        (RIGHT, "A new first line.\n\n" + RIGHT.replace("507", "508"), [("507", "508", ["13,303", "12,796"], 1)]),
        (RIGHT, RIGHT.replace("Ann Lee", "Anne Leigh"), []),
        (RIGHT.replace("507", "607"), RIGHT, [("607", "507", ["13,303", "12,796"], 0)]),
    ],
)
def test_what_was_changed_and_what_was_left(
    old: str, new: str, expected: list[tuple[str, str, list[str], int]]
) -> None:
    assert shown(changes(old, new)) == expected


def test_where_the_old_figure_still_stands() -> None:
    (change,) = changes(CHAIRS, CHAIRS.replace("1,234", "1,324", 1))
    assert [(each.text, each.line) for each in change.again] == [("1,234", 4)]
    assert change.findings == ()


def test_a_sentence_that_moved_is_no_change() -> None:
    assert changes(RIGHT + "\nNothing else was said.\n", "Nothing else was said.\n\n" + RIGHT) == []


@given(st.integers(1000, 9999), st.sampled_from(["13,303", "507", "12,796"]))
def test_every_changed_figure_is_told_once(number: int, old: str) -> None:
    new = f"{number:,}"
    expected = [] if new == old else [(old, new)]
    assert [(each.old.text, each.new.text) for each in changes(RIGHT, RIGHT.replace(old, new))] == expected


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(RIGHT)
    Path("b.md").write_text("**Late:** " + RIGHT.replace("13,303", "13,403"))
    result = run("diff", "a.txt", "b.md")
    assert result.exit_code == 1
    assert "“13,303” is now “13,403” (votes of Ann Lee)" in result.stdout
    assert "507 is not 13,403 - 12,796 = 607" in result.stdout
    assert "not changed with it: “507” 1:66 (majority of Thornbury)" in result.stdout
    told = json.loads(run("diff", "a.txt", "b.md", "--format", "json").stdout)
    assert [each["new"]["text"] for each in told["changes"]] == ["13,403"]
    assert run("diff", "a.txt", "a.txt").exit_code == 0
    missing = run("diff", "a.txt", "c.txt")
    assert missing.exit_code == 2
    assert "c.txt: there is no such file" in missing.stderr
