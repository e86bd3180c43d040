"""The newcomer's path of the README, and the hooks: git's own, pre-commit's, GitHub's and GitLab's."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.cli.check import check

ROOT = Path(__file__).parent.parent
SLIP = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.\n"
SECOND = "Mark Webb won Romsey with 10,210 votes, a majority of 2,150 over Sue Bell on 8,006.\n"
WHO = {
    f"GIT_{role}_{what}": f"a{at}" for role in ("AUTHOR", "COMMITTER") for what, at in (("NAME", ""), ("EMAIL", "@b"))
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("FACTCHECK_", "GIT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)


def sh(command: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **env},
    )


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def repository(remote: str = "") -> None:
    assert sh("git init -q -b main && git commit -q --allow-empty -m start").returncode == 0
    if remote:
        sh(f"git remote add origin {remote}")


def test_the_path_of_a_newcomer() -> None:
    """Each line of the README's own block; a slip stops the commit, and a waiver with its reason lets it through."""
    page = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"^### In a repository of drafts\n\n```sh\n(.*?)^```", page, re.M | re.S)
    assert block
    repository()
    Path("night.md").write_text(SLIP)
    Path("archive").mkdir()
    Path("archive/old.txt").write_text(SLIP)
    done = [sh(line) for line in block[1].splitlines()]
    codes = [each.returncode for each in done]
    assert codes == [0, 0, 1, 0, 0, 0, 1, 0, 0], [each.stdout + each.stderr for each in done]
    assert "differ by 507" in done[2].stdout + done[2].stderr
    assert sh("git log --oneline").stdout.count("Night of counts") == 1
    assert "the recount is pending" in done[6].stdout  # exit code 1 comes of archive/old.txt
    Path("archive/old.txt").write_text("A new beginning.\n\n" + SLIP)
    known = "factcheck check archive --baseline factcheck-baseline.json"
    assert sh(known).returncode == 0
    Path("archive/old.txt").write_text(SLIP + "\n" + SECOND)
    second = sh(known)
    assert second.returncode == 1
    assert "2,204" in second.stdout
    assert "507" not in second.stdout


@pytest.mark.parametrize(
    ("remote", "written"),
    [
        ("", []),
        ("git@github.com:a/b.git", [".github/workflows/factcheck.yml"]),
        ("https://gitlab.example.org/a/b.git", [".gitlab-ci.yml"]),
    ],
)
def test_init_writes_what_the_host_needs_and_nothing_twice(remote: str, written: list[str]) -> None:
    repository(remote)
    Path("in/here").mkdir(parents=True)
    os.chdir("in/here")
    first = run("init")
    os.chdir("../..")
    assert first.exit_code == 0
    assert Path("factcheck.toml").is_file()
    assert os.access(".git/hooks/pre-commit", os.X_OK)
    ci = [".github/workflows/factcheck.yml", ".gitlab-ci.yml"]
    assert [path for path in ci if Path(path).exists()] == written
    for path in written:
        made = yaml.safe_load(Path(path).read_text("utf-8"))
        assert options_of(json.dumps(made)) <= known_options()
    Path("factcheck.toml").write_text("jobs = 2\n")
    again = run("init")
    assert again.exit_code == 0
    assert again.stdout.count("stays as it is") == 2 + len(written)
    assert Path("factcheck.toml").read_text() == "jobs = 2\n"
    assert run("config").exit_code == 0


def test_the_configuration_that_init_writes_holds_and_so_do_its_examples() -> None:
    assert run("init", "--no-hook").exit_code == 0
    assert run("config").exit_code == 0
    words = Path("factcheck.toml").read_text("utf-8")
    Path("factcheck.toml").write_text(re.sub(r"^# (?=[a-z\[])", "", words, flags=re.M))
    shown = run("config")
    assert shown.exit_code == 0, shown.stderr
    assert "factcheck-baseline.json" in shown.stdout
    assert "archive/**" in shown.stdout


def options_of(words: str) -> set[str]:
    return {
        option for line in re.findall(r"factcheck check[^\"&|]*", words) for option in re.findall(r"--[a-z-]+", line)
    }


def known_options() -> set[str]:
    return {option for each in check.params for option in each.opts}


def test_the_hook_for_pre_commit() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["id"] == "factcheck"
    assert options_of(hook["entry"]) <= known_options()
    pattern = re.compile(hook["files"])
    assert all(pattern.search(f"a/b{ending}") for ending in (".txt", ".md", ".html", ".htm", ".docx"))
    assert not pattern.search("a.py")
    Path("a.txt").write_text(SLIP)
    assert sh(f"{hook['entry']} a.txt").returncode == 1


def test_the_action_for_github_runs() -> None:
    action: dict[str, Any] = yaml.safe_load((ROOT / ".github/actions/factcheck/action.yml").read_text("utf-8"))
    step = next(each for each in action["runs"]["steps"] if each.get("name") == "Check")
    Path("a b.txt").write_text(SLIP)
    places = {"RUNNER_TEMP": ".", "GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "out"}
    done = sh(step["run"], PATHS="a b.txt\n", OPTIONS="--fail-on=error\n--jobs=1\n", **places)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=a b.txt,")
    assert "1 finding" in Path("summary.md").read_text("utf-8")
    assert Path("out").read_text() == "sarif=./factcheck.sarif\n"
    assert json.loads(Path("factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert sh(step["run"], PATHS="--version", OPTIONS="", **places).returncode == 2  # a path, and no option
    assert sh(step["run"], PATHS="a b.txt", OPTIONS="--fail-on=never", **places).returncode == 0


def test_completion() -> None:
    for shell in ("bash", "zsh", "fish"):
        made = run("completion", shell)
        assert made.exit_code == 0
        assert "_FACTCHECK_COMPLETE" in made.stdout
    asked = sh("factcheck", _FACTCHECK_COMPLETE="bash_complete", COMP_WORDS="factcheck check --fail-", COMP_CWORD="2")
    assert "--fail-on" in asked.stdout


@pytest.mark.parametrize(
    ("record", "installed"),
    [
        (None, "'factcheck[word]'"),
        ({"url": "file:///home/a/factcheck", "dir_info": {"editable": True}}, "'factcheck[word]'"),
        ({"url": "https://news.example/factcheck-1.whl", "archive_info": {}}, "https://news.example/factcheck-1.whl'"),
        (
            {"url": "https://git.example/factcheck", "vcs_info": {"vcs": "git", "commit_id": "abc123"}},
            "'factcheck[word] @ git+https://git.example/factcheck@abc123'",
        ),
    ],
)
def test_the_ci_file_installs_from_where_this_was_installed(
    record: dict[str, Any] | None, installed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record that pip leaves (PEP 610); a folder of this machine is of no use to another."""

    class Installed:
        def read_text(self, name: str) -> str | None:
            return json.dumps(record) if record and name == "direct_url.json" else None

    monkeypatch.setattr("factcheck.cli.init.distribution", lambda _: Installed())
    repository("https://github.com/a/b")
    assert run("init", "--no-hook").exit_code == 0
    written = Path(".github/workflows/factcheck.yml").read_text("utf-8")
    step = next(each["run"] for each in yaml.safe_load(written)["jobs"]["factcheck"]["steps"] if "pip" in str(each))
    assert installed in step
    assert ("on no public index" in written) == (" @ " not in step)
