"""Input that cannot be used, with the engine itself: all of it told at once, and the rest still checked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from standin import ROOT, paths, run, write


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


THREE_MISTAKES = """\
pack: mine
abuot: a slip
things:
  race: {named: place, clor: red}
figures:
  votes: {of: rcae, unit: votes}
"""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--reference", "uk-general-election-2042"], ['"uk-general-election-2042"', "uk-general-election-2024"]),
        (["--reference", "table"], ["Votes"]),
        (["--rules", "rules"], ["mine.yaml:2:", "mine.yaml:4:", "mine.yaml:6:"]),
        (["--rules", "nowhere"], ["nowhere"]),
    ],
)
def test_bad_tables_and_rules_are_told_by_the_real_engine(options: list[str], told: list[str]) -> None:
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


EACH = (
    "missing.txt: there is no such file or folder",
    "none: no articles in this folder",
    "latin.txt: line 1, byte 3: not UTF-8 (0x81); no encoding seems likely",
    "nul.txt: line 1, column 2: a NUL character",
    "big.txt: larger than the limit of 0.002 MB",
    'there is no file and no shipped table "gone.csv"',
    "own/mine.yaml:2:1: `abuot`: no such key in the pack; did you mean `about`?",
    "own/mine.yaml:4:24: `clor`: no such key in the thing `race`",
    "own/mine.yaml:6:15: `rcae`: no such thing; did you mean `race`?",
)


def test_bad_input_of_every_kind_at_once_by_the_real_engine() -> None:
    """Each is told once, with what to do; a good article is checked (607 for 507), an empty one told; 2 outranks 1."""
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
    assert [words for words in EACH if result.stderr.count(words) != 1] == []
    assert run("check", "good.txt").exit_code == 1
    assert run("check", "void.txt").exit_code == 0


def test_mistakes_in_one_rule_are_all_told_and_the_shipped_rules_stay() -> None:
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
