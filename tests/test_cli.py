"""The command: what it reads, what it prints, how it ends. The engine is a stand-in that finds "607"."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck import cli
from factcheck.cli import reference, rules, running
from factcheck.cli.output import columns, wants_colour
from factcheck.document import Document
from factcheck.errors import RuleError, TableError
from factcheck.findings import Citation, DocumentReport, FigureStatus, Finding
from factcheck.formula import Formula
from factcheck.packs import Pack, Rule

SEVERITY = {"607": "error", "608": "warning", "609": "note"}


class Engine:
    """Finds 607 an error, 608 a warning and 609 a note; "crash" breaks it."""

    packs: tuple[Pack, ...] = ()

    def __init__(self, rules: Sequence[Path], references: Sequence[str], date: str) -> None:
        self.given = (rules, references, date)
        self.errors = tuple(f"{folder}/half.yaml: line 3: half broken" for folder in rules if folder.name == "half")
        if any(folder.name == "broken" for folder in rules):
            raise RuleError("broken/a.yaml: line 1: wrong\n\nbroken/a.yaml: line 2: wrong too")
        for name in references:
            if name.startswith("no-"):
                raise TableError(f'there is no table "{name}"')

    def read(self, document: Document) -> DocumentReport:
        return self.check(document)

    def check(self, document: Document) -> DocumentReport:
        if "crash" in document.text:
            raise KeyError("boom")
        found, figures = [], []
        for words, severity in SEVERITY.items():
            at = document.text.find(words)
            if at >= 0:
                start, end = document.source_span(at, at + 3)
                line, column = document.line_column(start)
                figures.append(FigureStatus(words, start, end, line, column, "contradicted", None, ""))
                found.append(
                    Finding(
                        "x/y",
                        severity,
                        "inconsistent",
                        f"wrong: {self.given}",
                        (Citation(words, start, end, line, column),),
                    )
                )
        return DocumentReport(
            document.path, tuple(found), tuple(figures), notes=() if document.text else ("nothing to check",)
        )


REAL_ENGINE = running.make_engine
THREE_MISTAKES = """\
pack: mine
abuot: a slip
things:
  race: {named: place, clor: red}
figures:
  votes: {of: rcae, unit: votes}
"""


@pytest.fixture(autouse=True)
def _engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def make(rules: Sequence[Path] = (), references: Sequence[str] = (), date: str = "") -> Engine:
        return Engine(rules, references, date)

    monkeypatch.setattr(running, "make_engine", make)
    monkeypatch.chdir(tmp_path)


def run(*args: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, args, input=given)


def write(**files: str) -> None:
    for name, words in files.items():
        path = Path(name.replace("__", "/") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8", newline="")


def paths(result: Result) -> list[str]:
    return [document["path"] for document in json.loads(result.stdout)["documents"]]


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
    monkeypatch.setattr(running, "make_engine", interrupted)
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
    monkeypatch.setattr(running, "make_engine", make)
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


ROOT = Path(cli.__file__).parents[2]


def python(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        encoding="utf-8",
        errors="replace",
    )


@pytest.mark.parametrize("argument", ["--version", "--help", "check --help"])
def test_help_and_version_import_nothing_heavy(argument: str) -> None:
    heavy = {
        "pydantic",
        "yaml",
        "rapidfuzz",
        "markdown_it",
        "sentencex",
        "tabulate",
        "factcheck.engine",
        "factcheck.packs",
    }
    code = f"""
import sys
from factcheck.cli import main
try:
    main({argument.split()!r}, prog_name="factcheck")
except SystemExit as end:
    sys.exit(end.code or str({heavy} & set(sys.modules)))
"""
    assert python(code).stderr.strip() == "set()"


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = """
import os, sys
from factcheck.cli.output import show
read, write = os.pipe()
os.close(read)
os.dup2(write, 1)
show("x" * 100_000)
show("x")
"""
    done = python(code)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_cannot_print_a_character() -> None:
    done = python(
        "from factcheck.cli.output import show; show('£5 by 507\\n'); show('£5'.encode())", PYTHONIOENCODING="cp1250"
    )
    assert done.returncode == 0
    assert done.stdout.startswith("?5 by 507\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--reference", "uk-general-election-2042"], ['"uk-general-election-2042"', "uk-general-election-2024"]),
        (["--reference", "table"], ["Votes"]),
        (["--rules", "rules"], ["mine.yaml:2:", "mine.yaml:4:", "mine.yaml:6:"]),
        (["--rules", "nowhere"], ["nowhere"]),
    ],
)
def test_bad_tables_and_rules_are_told_by_the_real_engine(
    options: list[str], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "make_engine", REAL_ENGINE)
    write(a="Ann Lee won Blackburn with 13,303 votes.")
    Path("rules").mkdir()
    Path("rules/mine.yaml").write_text(THREE_MISTAKES)
    shutil.copytree(ROOT / "fixtures/reference/uk-general-election-2024", "table")
    votes = Path("table/candidates.csv")
    votes.write_text(votes.read_text(encoding="utf-8").replace("Votes", "Vtoes", 1), encoding="utf-8")
    result = run("check", "a.txt", *options, "--format", "json")
    assert result.exit_code == 2
    assert paths(result) == ["a.txt"]
    assert [word for word in told if word not in result.stderr] == []
    assert "internal error" not in result.stderr


def test_bad_input_of_every_kind_at_once_by_the_real_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is told once, with what to do; a good article is checked (607 for 507), an empty one told; 2 outranks 1."""
    monkeypatch.setattr(running, "make_engine", REAL_ENGINE)
    write(good="Ann Lee won Blackburn with 13,303 votes, a majority of 607 over Raj Patel on 12,796.", void="")
    Path("latin.txt").write_bytes(b"Zo\x81\xfe\xf0\x81\x9d 5")
    Path("nul.txt").write_bytes(b"a\x00b")
    Path("big.txt").write_bytes(b"x" * 2001)
    Path("none").mkdir()
    Path("own").mkdir()
    Path("own/mine.yaml").write_text(THREE_MISTAKES)
    given = ["missing.txt", "none", "latin.txt", "nul.txt", "big.txt", "good.txt", "void.txt"]
    result = run(
        "check", *given, "--reference", "gone.csv", "--rules", "own", "--max-size", "0.002", "--format", "json"
    )
    told = json.loads(result.stdout)
    assert result.exit_code == 2
    assert paths(result) == ["good.txt", "void.txt"]
    good, void = told["documents"]
    assert [(each["rule"], each["severity"]) for each in good["findings"]] == [("election/majority-off", "error")]
    assert void["notes"] == ["nothing to check: the document is empty"]
    assert len(told["errors"]) == 7
    for words in (
        "missing.txt: there is no such file or folder",
        "none: no articles in this folder",
        "latin.txt: line 1, byte 3: not UTF-8 (0x81); no encoding seems likely",
        "nul.txt: line 1, column 2: a NUL character",
        "big.txt: larger than the limit of 0.002 MB",
        'there is no file and no shipped table "gone.csv"',
        "own/mine.yaml:2:1: `abuot`: no such key in the pack; did you mean `about`?",
        "own/mine.yaml:4:24: `clor`: no such key in the thing `race`",
        "own/mine.yaml:6:15: `rcae`: no such thing; did you mean `race`?",
    ):
        assert result.stderr.count(words) == 1, words
    assert run("check", "good.txt").exit_code == 1
    assert run("check", "void.txt").exit_code == 0


def test_mistakes_in_one_rule_are_all_told_and_the_shipped_rules_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "make_engine", REAL_ENGINE)
    write(a="Ann Lee won Blackburn with 13,303 votes, a majority of 607 over Raj Patel on 12,796.")
    Path("own").mkdir()
    shipped = (ROOT / "tests/broken_packs/good.yaml").read_text(encoding="utf-8")
    wrong = shipped.replace("id: majority-off", "id: Majority Off").replace("race.winner.votes", "race.winer.votes")
    Path("own/mine.yaml").write_text(wrong.replace("severity: error", "severity: eror"), encoding="utf-8")
    result = run("check", "a.txt", "--rules", "own")
    assert result.exit_code == 2
    for words in ("write `majority-off`", "did you mean `race.winner`?", "did you mean `error`?"):
        assert result.stderr.count(words) == 1, words
    assert "election/majority-off" in result.stdout
