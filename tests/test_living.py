"""Living with it: settings and where they come from, waivers, the baseline, git, ignored files, several reports."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import judging, main, running, session

SLIP = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.\n"  # 507
RIGHT = SLIP.replace("607", "507")
SECOND = "Mark Webb won Romsey with 10,210 votes, a majority of 2,150 over Sue Bell on 8,006.\n"  # 2,204
REAL = cache(session.make_engine)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_too_little_checked_fails() -> None:
    write("a.txt", RIGHT + "\nThere were 44 chairs.\n")
    result = run("check", "a.txt", "--min-coverage", "80")
    assert result.exit_code == 1
    assert "3 of 4 figures were checked, 75%; --min-coverage asks 80%" in result.stderr
    assert run("check", "a.txt", "--min-coverage", "75").exit_code == 0


def test_several_reports_of_one_run() -> None:
    write("a.txt", SLIP)
    result = run("check", "a.txt", "--output", "sarif:r.sarif", "--output", "json:r ü.json", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error ")
    assert json.loads(Path("r.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads(Path("r ü.json").read_text("utf-8"))["version"] == 1
    for wrong, told in (
        ("sarf:x", "formats: text"),
        ("sarif", "write FORMAT:PATH"),
        ("json:a.txt", "not written over"),
        ("json:no/such/x", "cannot be written"),
    ):
        failed = run("check", "a.txt", "--output", wrong)
        assert failed.exit_code == 2
        assert told in failed.stderr
    assert Path("a.txt").read_text() == SLIP


def test_an_encoding_by_name() -> None:
    Path("a.txt").write_bytes(("Złoty. " + SLIP).encode("cp1250"))
    assert run("check", "a.txt", "--encoding", "windows-1250").exit_code == 1
    for wrong in ("zlib", "no-such"):
        result = run("check", "a.txt", "--encoding", wrong)
        assert result.exit_code == 2
        assert "there is no encoding" in result.stderr


def test_quiet_and_verbose() -> None:
    write("a.md", SLIP.strip() + " <!-- factcheck: allow majority-off -- the recount is pending -->\n\n" + SECOND)
    usual, quiet, verbose = (run("check", "a.md", *flag).stdout for flag in ([], ["--quiet"], ["--verbose"]))
    assert usual.count("would fit") == quiet.count("would fit") == 1
    assert "the recount is pending (a.md:1)" in usual
    assert "figures:" in usual
    assert "figures:" not in quiet
    assert "recount" not in quiet
    assert verbose.count("would fit") == 2
    write("b.txt", RIGHT)
    assert run("check", "b.txt", "-q").stdout == ""


def test_standard_input_has_a_name() -> None:
    page = f"<nav>x</nav><p>{SLIP}</p>"
    result = run("check", "-", "--stdin-name", "desk/a.html", "--format", "json", given=page)
    document = json.loads(result.stdout)["documents"][0]
    assert document["path"] == "desk/a.html"
    assert document["figures"][0]["start"] == page.index("13,303")


def test_several_processes_tell_the_same() -> None:
    for number in range(6):
        write(f"d/{number}.txt", SLIP if number % 2 else RIGHT)
    Path("d/bad.txt").write_bytes(b"a\x00b")
    one = run("check", "d", "--format", "json")
    shown = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "d", "--format", "json", "--jobs", "2"],
        capture_output=True,
        check=False,
    )
    assert shown.stdout.decode() == one.stdout
    assert shown.returncode == one.exit_code == 2


def test_watching_checks_again_when_an_article_changes() -> None:
    write("a.txt", RIGHT)
    command = [sys.executable, "-u", "-m", "factcheck", "check", "a.txt", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as watch:
        assert watch.stdout is not None
        for line in watch.stdout:
            if "figures:" in line:
                break
        assert "no discrepancies found" in line
        time.sleep(0.5)
        write("a.txt", SLIP)
        for line in watch.stdout:
            if "figures:" in line:
                break
        assert "1 error" in line
        watch.terminate()


@pytest.mark.parametrize(
    ("count", "quiet", "terminal", "shown"),
    [(20, False, True, True), (19, False, True, False), (20, True, True, False), (20, False, False, False)],
)
def test_a_long_run_shows_how_far_it_is(
    count: int, quiet: bool, terminal: bool, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    stream.isatty = lambda: terminal  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", stream)
    with running._progress(iter([(None, ())] * count), count, quiet) as reports:
        assert len(list(reports)) == count
    assert ("checking" in stream.getvalue()) is shown
