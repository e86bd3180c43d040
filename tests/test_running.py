"""How a run goes: what is left out, several reports and processes, encodings, watching."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import (
    RIGHT,
    SECOND,
    SLIP,
    folder,  # noqa: F401
    run,
    write,
)

from factcheck.cli import running

pytestmark = pytest.mark.usefixtures("folder")


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
