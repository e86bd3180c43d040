"""The command: what it reads, what it prints, how it ends. The engine is a stand-in that finds "607"."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from standin import Engine, paths, run, write

from factcheck.cli import session
from factcheck.cli.output import wants_colour

pytestmark = pytest.mark.usefixtures("stand_in")


def test_a_discrepancy_is_shown_and_is_exit_code_1() -> None:
    write(a="one\r\nwon by 607")
    result = run("check", "a.txt")
    assert result.exit_code == 1
    assert '2:8  "607"' in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("words", "level", "code"),
    [
        ("607", "error", 1),
        ("608", "error", 0),
        ("608", "warning", 1),
        ("609", "warning", 0),
        ("609", "note", 1),
        ("607", "never", 0),
        ("all is well", "note", 0),
    ],
)
def test_what_makes_it_fail(words: str, level: str, code: int) -> None:
    write(a=words)
    assert run("check", "a.txt", "--fail-on", level).exit_code == code


def test_folders_are_searched_and_sorted_and_hidden_files_skipped() -> None:
    write(d__b="1", d__a__z="1", d__B="1", d__a="1", d__a__a="1")
    write(**{"d__.hidden": "1", "d__.git__x": "1"})
    Path("d/page.MD").write_text("1")
    Path("d/notes.rst").write_text("1")
    result = run("check", "d", "d/b.txt", "--format", "json")
    assert paths(result) == ["d/B.txt", "d/a/a.txt", "d/a/z.txt", "d/a.txt", "d/b.txt", "d/page.MD"]


def test_standard_input() -> None:
    result = run("check", "-", "--format", "json", given=b"won by 607")
    assert paths(result) == ["-"]
    assert result.exit_code == 1


def test_bad_input_is_told_and_the_others_are_checked() -> None:
    write(good="607")
    Path("latin.txt").write_bytes(b"Zo\x81\xfe\xf0\x81\x9d 5")
    Path("nul.txt").write_bytes(b"a\x00b")
    Path("big.txt").write_bytes(b"x" * 2001)
    Path("empty").mkdir()
    Path("word.docx").write_bytes(b"PK\x03\x04")
    given = ["missing.txt", "empty", "latin.txt", "nul.txt", "big.txt", "word.docx", "good.txt"]
    result = run("check", *given, "--max-size", "0.002", "--format", "json")
    assert result.exit_code == 2
    assert paths(result) == ["good.txt"]
    errors = json.loads(result.stdout)["errors"]
    expected = [
        "empty: no articles in this folder; it looks for .txt, .md, .markdown, .html, .htm, .xhtml, .docx",
        "missing.txt: there is no such file or folder",
        "latin.txt: line 1, byte 3: not UTF-8 (0x81); no encoding seems likely; save the article as UTF-8, "
        "or name its encoding with --encoding",
        "nul.txt: line 1, column 2: a NUL character; this is no text file, or a damaged one",
        "big.txt: larger than the limit of 0.002 MB; split it, or raise the limit with --max-size",
        "word.docx: the Word file is damaged; open it in Word and save it again",
    ]
    assert errors == expected
    assert result.stderr.splitlines() == [f"factcheck: {message}" for message in expected]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read() -> None:
    write(a="1")
    Path("a.txt").chmod(0)
    assert "a.txt: cannot be read: permission denied" in run("check", "a.txt").stderr


def test_an_empty_article_is_no_error() -> None:
    write(a=" \n")
    result = run("check", "a.txt")
    assert result.exit_code == 0
    assert "nothing to check" in result.stdout


def test_references_rules_and_date_reach_the_engine() -> None:
    write(a="607")
    result = run(
        "check",
        "a.txt",
        "--reference",
        "r1",
        "--reference",
        "r2",
        "--rules",
        "mine",
        "--date",
        "2024-07-05",
        "--format",
        "json",
    )
    message = json.loads(result.stdout)["documents"][0]["findings"][0]["message"]
    assert message == f"wrong: {((Path('mine'),), ('r1', 'r2'), '2024-07-05')}"


def test_a_bad_table_or_rule_folder_does_not_stop_the_check() -> None:
    write(a="607")
    result = run(
        "check",
        "a.txt",
        "--reference",
        "no-x",
        "--reference",
        "r",
        "--rules",
        "broken",
        "--rules",
        "half",
        "--format",
        "json",
    )
    assert result.exit_code == 2
    told = json.loads(result.stdout)
    assert told["errors"] == [
        "broken/a.yaml: line 1: wrong\n\nbroken/a.yaml: line 2: wrong too",
        'there is no table "no-x"',
        "half/half.yaml: line 3: half broken",
    ]
    assert told["documents"][0]["findings"][0]["message"] == f"wrong: {((Path('half'),), ('r',), '')}"
    assert "factcheck: broken/a.yaml: line 1: wrong\n\nbroken/a.yaml: line 2: wrong too\n" in result.stderr


def test_a_crash_in_one_article_is_told_and_the_others_are_checked() -> None:
    write(a="crash", b="607")
    result = run("check", "a.txt", "b.txt", "--format", "json")
    assert result.exit_code == 2
    assert paths(result) == ["b.txt"]
    assert "a.txt: internal error: KeyError: 'boom'" in result.stderr
    assert "Traceback" not in result.output
    assert isinstance(run("check", "a.txt", "--debug").exception, KeyError)


def test_an_interrupted_run_does_not_say_that_something_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Engine:
        raise KeyboardInterrupt

    write(a="1")
    monkeypatch.setattr(session, "make_engine", interrupted)
    assert run("check", "a.txt").exit_code == 130


@pytest.mark.parametrize(
    ("terminal", "no_colour", "wanted"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colour(terminal: bool, no_colour: str, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("NO_COLOR", no_colour)
    assert wants_colour() is wanted


def test_an_engine_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(*_: object) -> Engine:
        raise OSError("rules are gone")

    write(a="1")
    monkeypatch.setattr(session, "make_engine", make)
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: internal error: OSError: rules are gone")
    assert isinstance(run("check", "a.txt", "--debug").exception, OSError)


@pytest.mark.parametrize(
    "args",
    [
        ["check"],
        ["check", "a", "--date", "5 July"],
        ["check", "a", "--format", "pdf"],
        ["chekc"],
        ["check", "a", "--max-size", "0"],
    ],
)
def test_wrong_usage_is_exit_code_2(args: list[str]) -> None:
    assert run(*args).exit_code == 2


def test_the_same_input_gives_the_same_bytes() -> None:
    write(a="607 608 609")
    assert (
        run("check", "a.txt", "--format", "json").stdout_bytes == run("check", "a.txt", "--format", "json").stdout_bytes
    )


@pytest.mark.parametrize(
    ("style", "words"), [("text", "1 figure:"), ("table", "line    figure"), ("json", '"version": 1')]
)
def test_formats(style: str, words: str) -> None:
    write(a="607")
    result = run("check", "a.txt", "--format", style)
    assert words in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(("style", "words"), [("table", "line    figure"), ("json", '"claims": []')])
def test_read(style: str, words: str) -> None:
    write(a="607")
    result = run("read", "a.txt", "--format", style)
    assert result.exit_code == 0
    assert words in result.stdout
    assert run("read", "missing.txt").exit_code == 2
