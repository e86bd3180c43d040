"""The README holds: its commands run, its files work, and what it names exists."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from importlib.util import find_spec
from pathlib import Path

import five
import pytest
from click.testing import CliRunner, Result

import factcheck
from factcheck.cli import main
from factcheck.cli.check import check
from factcheck.cli.read import read
from factcheck.cli.rules import rules
from factcheck.cli.rules_docs import docs
from factcheck.cli.rules_test import test as testing
from factcheck.cli.rules_try import try_pack

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLES = (ROOT / "fixtures/reference/README.md").read_text(encoding="utf-8")


def blocks(language: str, page: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.M | re.S)


LINES = [block.strip().split("\n") for block in blocks("sh")]
COMMANDS = [part.strip() for lines in LINES for line in lines for part in line.split("&&")]
COMMANDS = [part for part in COMMANDS if part.startswith("factcheck")]
EMPTY = '{"version": 1, "findings": []}'
DRAFT = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.\n"
POSTAL = "In Thornbury 12,140 postal votes were issued and 9,105 were returned, a postal turnout of 57%.\n"
CAROLINA = ROOT / "fixtures/articles/north-carolina-figures-exchanged.txt"
STATES = ROOT / "fixtures/reference/us-president-2020-by-state/us2020_president_by_state.csv"

pytestmark = pytest.mark.skipif(find_spec("factcheck.engine") is None, reason="the engine is not there yet")


def run(*args: str, given: str = "") -> Result:
    return CliRunner().invoke(main, args, input=given)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with all that the README's commands name."""
    files = {
        "a.txt": DRAFT,
        "b.md": DRAFT,
        "drafts/c.txt": DRAFT,
        "known.json": EMPTY,
        "archive/old.txt": DRAFT,
        "factcheck-baseline.json": EMPTY,
        "mine/postal.yaml": blocks("yaml")[0],
    }
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(five.as_word())
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)


def test_it_opens_with_two_commands_of_one_line() -> None:
    first, second = LINES[:2]
    assert len(first) == len(second) == 1
    assert "pip install" in first[0]
    assert "factcheck check fixtures/" in first[0]
    assert "[test]" in second[0]
    assert "pytest" in second[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(command: str) -> None:
    words = shlex.split(re.split("[<>]", command)[0], comments=True)
    result = run(*words[1:], given=DRAFT)
    assert result.exit_code in (0, 1), result.output
    assert result.stderr == ""
    assert result.stdout


def test_the_first_command_prints_what_is_shown() -> None:
    result = run(*shlex.split(COMMANDS[0])[1:])
    assert result.exit_code == 0
    for shown in blocks("text")[0].split("\n\n"):
        assert shown.rstrip() in result.stdout


def test_the_json_is_as_shown() -> None:
    shown = json.loads(next(block for block in blocks("json") if '"version"' in block))
    printed = json.loads(run("check", "a.txt", "--format", "json").stdout)
    assert shape(printed) == shape(shown)
    places = [
        [figure[key] for key in ("text", "start", "end", "line", "column")]
        for figure in printed["documents"][0]["figures"]
    ]
    assert ["607", 55, 58, 1, 56] in places
    assert [shown["documents"][0]["figures"][0][key] for key in ("start", "end", "line", "column")] == [55, 58, 1, 56]


def shape(value: object) -> object:
    """The keys of what JSON says; of a list, those of its first entry, and of a string or number its type."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value and not isinstance(value[0], str) else []
    return type(value)


def test_places_count_code_points_after_a_byte_order_mark_and_crlf_as_two() -> None:
    Path("a.txt").write_bytes("\ufeffAnn Lee\U0001f44d won\r\n\te\u0301 Thornbury by 607 votes.\r\n".encode())
    figure = json.loads(run("check", "a.txt", "--format", "json").stdout)["documents"][0]["figures"][0]
    assert figure["text"] == "607"
    # "Ann Lee" 7, the thumb 1, " won" 4, CRLF 2; tab 1, e 1, accent 1, " Thornbury by " 14
    assert (figure["start"], figure["line"], figure["column"]) == (31, 2, 18)


def test_the_table_of_ones_own_works() -> None:
    Path("own").mkdir()
    shutil.copy(STATES, "own")
    described = next(block for block in blocks("json") if "president-2020" in block)
    Path("own/datapackage.json").write_text(described, encoding="utf-8")
    assert run("reference", "check", "own").exit_code == 0
    for given in ("own", "own/us2020_president_by_state.csv", "own/datapackage.json"):
        result = run("check", str(CAROLINA), "--reference", given)
        assert result.exit_code == 1
        assert "the reference has 2,758,773" in result.stdout


def test_the_same_csv_needs_no_description() -> None:
    shutil.copy(STATES, ".")
    result = run("check", str(CAROLINA), "--reference", STATES.name)
    assert result.exit_code == 1
    assert "the reference has 2,758,773" in result.stdout


def test_the_table_with_a_row_for_each_candidate_works() -> None:
    """As described in fixtures/reference/README.md; Lee's 1,303 are given as 1,330."""
    Path("wards.csv").write_text(blocks("csv", TABLES)[0], encoding="utf-8")
    Path("datapackage.json").write_text(blocks("json", TABLES)[0], encoding="utf-8")
    Path("a.txt").write_text("Ann Lee won Thornbury with 1,330 votes, ahead of Raj Patel on 1,196.\n")
    result = run("check", "a.txt", "--reference", "wards.csv", "--date", "2023-05-05")
    assert result.exit_code == 1
    assert "the reference has 1,303" in result.stdout
    assert run("reference", "check", "wards.csv").stdout == "wards.csv: no problems found\n"


def test_the_pack_of_ones_own_works() -> None:
    Path("a.txt").write_text(POSTAL)
    result = run("check", "a.txt", "--rules", "mine", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    found = json.loads(result.stdout)["documents"][0]["findings"]
    assert [finding["rule"] for finding in found] == ["postal/postal-turnout-off"]
    assert "57% may be 75% with two digits swapped" in found[0]["slips"]
    Path("a.txt").write_text(POSTAL.replace("57%", "75%"))  # 9,105 of 12,140 is 75%
    assert "3 checked" in run("check", "a.txt", "--rules", "mine").stdout


def test_the_examples_of_that_pack_hold() -> None:
    result = run("rules", "test", "mine")
    assert (result.exit_code, result.stdout) == (0, "postal: 3 examples hold\n")


def test_the_python_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks("python")[0], {})
    assert capsys.readouterr().out.startswith("error election/majority-off The majority is given as 607")


def test_every_public_name_is_told() -> None:
    assert [name for name in factcheck.__all__ if f"`{name}`" not in README] == []


def test_a_date_given_goes_before_that_of_the_article() -> None:
    Path("b.md").write_text("---\ndate: 2019-12-13\n---\nAyoub Khan won Birmingham Perry Barr with 13,330 votes.\n")
    options = ["b.md", "--reference", "uk-general-election-2024"]
    assert "was not used" in run("check", *options).stdout
    assert "the reference has 13,303" in run("check", *options, "--date", "2024-07-05").stdout


def test_its_waivers_and_settings_work() -> None:
    settings, waivers = blocks("toml")
    Path("factcheck.toml").write_text(settings)
    Path("factcheck-waivers.toml").write_text(waivers.replace("drafts/*.docx", "drafts/*.txt"))
    Path("b.md").write_text(blocks("markdown")[0])
    shown = run("check", "b.md", "drafts/c.txt", "--fail-on", "error")
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.count("the recount is pending") == 2
    assert "archive/2019/**" in run("config").stdout


def test_every_option_it_names_is_there() -> None:
    known = {option for command in (check, read) for each in command.params for option in each.opts}
    named = set(re.findall(r"`(--[a-z-]+)", README))
    packs = {
        option for each in (*rules.params, *testing.params, *try_pack.params, *docs.params) for option in each.opts
    }
    assert named <= known | packs
    assert {option for option in known if option.startswith("--")} <= named


def test_every_table_it_names_is_shipped() -> None:
    from factcheck.tables.tables import list_references

    for name, _ in list_references():
        assert f"`{name}`" in README


def test_every_part_of_a_pack_is_named() -> None:
    from factcheck.packs import parts
    from factcheck.packs import rules as rule_parts

    for key in (*parts._TOP, *parts._THING, *parts._FIGURE, *parts._ROLE, *rule_parts._RULE):
        assert f"`{key}`" in README or key in ("in", "of"), key
