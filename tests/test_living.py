"""Living with it: settings and where they come from, waivers, the baseline, git, ignored files, several reports."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from running import (
    RIGHT,
    SECOND,
    SLIP,
    findings,
    folder,  # noqa: F401
    run,
    setting,
    write,
)

pytestmark = pytest.mark.usefixtures("folder")


def test_a_flag_goes_before_the_environment_and_that_before_the_file() -> None:
    write("factcheck.toml", 'fail-on = "note"\njobs = 3\nmax-size = 5\n')
    shown = run("config", "--fail-on", "never", FACTCHECK_FAIL_ON="warning", FACTCHECK_JOBS="2")
    assert setting(shown, "fail-on") == ("never", "--fail-on")
    assert setting(shown, "jobs") == ("2", "FACTCHECK_JOBS")
    assert setting(shown, "max-size") == ("5.0", str(Path("factcheck.toml").resolve()))
    assert setting(shown, "min-coverage") == ("0.0", "default")


def test_the_nearest_file_upward_counts_and_its_paths_are_relative_to_it() -> None:
    write("factcheck.toml", 'fail-on = "never"\n')
    write("desk/pyproject.toml", '[tool.factcheck]\nwaivers = ["w.toml"]\n[tool.other]\nx = 1\n')
    write("desk/w.toml", '[[allow]]\nrule = "majority-off"\nreason = "agreed"\n')
    write("desk/in/a.txt", SLIP)
    os.chdir("desk/in")
    result = run("check", "a.txt", "--format", "json")
    assert result.exit_code == 0, result.output
    assert findings(result)[0]["suppressed"]["where"].endswith("w.toml:1")
    assert setting(run("config"), "fail-on") == ("error", "default")


def test_no_file_and_a_file_by_name() -> None:
    write("factcheck.toml", 'fail-on = "never"\n')
    write("other.toml", 'fail-on = "note"\n')
    assert setting(run("config", "--config", "none"), "fail-on") == ("error", "default")
    assert setting(run("config", "--config", "other.toml"), "fail-on") == ("note", "other.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('fail_on = "note"', 'line 1: there is no setting "fail_on"; did you mean "fail-on"?'),
        ('\n\nrefrence = ["x"]', 'line 3: there is no setting "refrence"; did you mean "reference"?'),
        ('[paths."a/**"]\nfail-on = "note"', 'line 2: there is no setting "fail-on"'),
        ('fail-on = "errors"', "line 1: \"fail-on\": input should be 'error', 'warning', 'note' or 'never'"),
        ('jobs = "2"', 'line 1: "jobs": input should be a valid integer'),
        ('date = "5 July"', 'line 1: "date": string should match pattern'),
        ("jobs = ", "invalid value (at end of document)"),
    ],
)
def test_a_mistake_in_the_file_is_told(text: str, told: str) -> None:
    write("factcheck.toml", text)
    write("a.txt", RIGHT)
    for command in (["check", "a.txt"], ["config"]):
        result = run(*command)
        assert result.exit_code == 2
        assert told in result.stderr, result.stderr
        assert "factcheck.toml" in result.stderr


def test_settings_for_some_paths() -> None:
    write(
        "factcheck.toml",
        'date = 2019-12-13\n[paths."new/**"]\ndate = 2024-07-05\n[paths."b.txt"]\nignore = ["majority-off"]\n',
    )
    khan = "Ayoub Khan won Birmingham Perry Barr with 13,330 votes.\n"  # the table has 13,303
    for name in ("new/a.txt", "old/a.txt"):
        write(name, khan)
    write("old/b.txt", SLIP)
    table = ["--reference", "uk-general-election-2024", "--format", "json"]
    found = json.loads(run("check", ".", *table).stdout)["documents"]
    assert {each["path"]: len(each["findings"]) for each in found} == {
        "./new/a.txt": 1,
        "./old/a.txt": 0,
        "./old/b.txt": 0,
    }
    assert findings(run("check", "new", *table, "--date", "2019-12-13")) == []
    assert "date (new/**)" in run("config").stdout


def test_a_rule_that_is_left_out() -> None:
    write("a.txt", SLIP)
    result = run("check", "a.txt", "--ignore", "majority-off", "--format", "json")
    assert (result.exit_code, findings(result)) == (0, [])
    statuses = [figure["status"] for figure in json.loads(result.stdout)["documents"][0]["figures"]]
    assert statuses == ["unchecked"] * 3
    wrong = run("check", "a.txt", "--ignore", "majorty-off")
    assert wrong.exit_code == 2
    assert "did you mean majority-off?" in wrong.stderr


def test_ignored_files_are_left_out_and_those_named_are_told() -> None:
    for name in ("a.txt", "old/a.txt", "old/keep.txt", "x/b.md", "y.md"):
        write(name, RIGHT)
    write(".factcheckignore", "# archive\nold/*\n*.md\n")
    write("old/.factcheckignore", "!keep.txt\n")
    result = run("check", ".", "--format", "json")
    assert [each["path"] for each in json.loads(result.stdout)["documents"]] == ["./a.txt", "./old/keep.txt"]
    named = run("check", "y.md", "a.txt", "--exclude", "nothing")
    assert "y.md: not checked" in named.stderr
    assert run("check", ".", "--exclude", "a.txt", "--format", "json").stdout.count('"path"') == 1


def test_a_waiver_file_that_is_wrong_or_idle() -> None:
    write("a.txt", RIGHT)
    write("w.toml", '[[allow]]\nrule = "majority-off"\nreason = ""\n')
    assert 'w.toml: line 3: "allow.1.reason"' in run("check", "a.txt", "--waivers", "w.toml").stderr
    write("w.toml", '[[allow]]\nrule = "x"\nreason = "y"\nbecause = 1\n')
    assert 'line 4: there is no setting "because"' in run("check", "a.txt", "--waivers", "w.toml").stderr
    write("w.toml", '\n[[allow]]\nrule = "majority-off"\nreason = "agreed"\nuntil = 2024-12-31\n')
    result = run("check", "a.txt", "--waivers", "w.toml", "--format", "json", "--fail-on", "warning")
    assert result.exit_code == 1
    (idle,) = findings(result)
    assert (idle["rule"], idle["figures"][0]["line"]) == ("waiver/unused", 2)


def test_a_baseline_lets_old_findings_pass_and_tells_what_is_gone() -> None:
    write("drafts/a.txt", SLIP)
    assert run("check", "drafts", "--baseline", "b.json").exit_code == 2
    assert run("check", "drafts", "--baseline", "b.json", "--update-baseline").exit_code == 0
    assert run("check", "drafts", "--baseline", "b.json").exit_code == 0
    os.chdir("drafts")
    assert run("check", "a.txt", "--baseline", "../b.json").exit_code == 0
    os.chdir("..")
    write("drafts/a.txt", "A new line.\n\n" + SLIP + "\n" + SECOND)
    result = run("check", "drafts", "--baseline", "b.json", "--format", "json")
    assert result.exit_code == 1
    assert [each["suppressed"] is None for each in findings(result)] == [False, True]
    write("drafts/a.txt", RIGHT)
    gone = run("check", "drafts", "--baseline", "b.json")
    assert gone.exit_code == 0
    assert "b.json: no longer found in drafts/a.txt: election/majority-off" in gone.stderr
    run("check", "drafts", "--baseline", "b.json", "--update-baseline")
    assert json.loads(Path("b.json").read_text())["findings"] == []
    assert run("check", "drafts", "--update-baseline").exit_code == 2


def git(*args: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


def test_only_findings_on_lines_changed_since_a_commit() -> None:
    git("init", "-q", "-b", "main")
    write("entwürfe/a b.txt", SLIP + "\n" + SECOND)
    git("add", ".")
    git("commit", "-qm", "one")
    path = "entwürfe/a b.txt"
    assert run("check", path, "--changed-since", "HEAD").exit_code == 0
    write(path, SLIP + "\n" + SECOND.replace("2,150", "2,151"))
    write("new.txt", SLIP)
    result = run("check", path, "new.txt", "--changed-since", "main", "--format", "json")
    assert result.exit_code == 1
    found = [(each["message"].split(" but")[0], each["suppressed"] is None) for each in findings(result)]
    assert found == [
        ("The majority is given as 607,", False),
        ("The majority is given as 2,151,", True),
        ("The majority is given as 607,", True),
    ]
    wrong = run("check", path, "--changed-since", "--output=x")
    assert wrong.exit_code == 2
    assert "--changed-since: git rev-parse failed" in wrong.stderr
    assert not Path("x").exists()


def test_outside_of_a_repository_git_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    write("a.txt", SLIP)
    result = run("check", "a.txt", "--changed-since", "main")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr
