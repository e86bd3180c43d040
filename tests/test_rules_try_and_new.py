"""``factcheck rules try`` and ``rules new``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_rules_test import PACK

from factcheck.authoring.schema import render_schema
from factcheck.cli import main
from factcheck.reading.counting.around import Around
from factcheck.reading.counting.measures import parse_form
from factcheck.reading.counting.stops import Stop, stop_of

SENTENCE = "In Thornbury 1,204 postal votes were issued and 903 were lost; postal turnout was 57%."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("postal.yaml").write_text(PACK)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["rules", *args])


def test_each_figure_is_shown_with_what_it_is_or_why_it_is_not_read() -> None:
    result = run("try", "postal.yaml", SENTENCE)
    assert (result.exit_code, result.stderr) == (0, "")
    first, second, third, claims, rules = result.stdout.rstrip("\n").split("\n\n")
    assert first.split("\n")[:2] == [SENTENCE, " " * 13 + "^" * 5]
    words = [line.split(maxsplit=1) for line in first.split("\n")[2:]]
    assert ["measure", "issued"] in words
    assert ["owner", "Thornbury"] in words
    assert ["value", "1,204"] in words
    assert ["scope", "the event that the article reports"] in words
    assert ["form", "<n> postal votes were issued (issued)"] in words
    assert "read as       returned" not in second
    assert "nearly        <n> were returned (returned): stopped after the figure, where “returned” is wanted" in second
    assert "and “lost” stands" in second
    assert "form          postal turnout was <n> (postal turnout)" in third
    assert {"  issued of Thornbury: 1,204", "  postal turnout of Thornbury: 56.5 to 57.5"} <= set(claims.split("\n"))
    assert rules == "no rule had all its figures"


def test_the_rules_that_fired_and_that_hold() -> None:
    text = "In Thornbury 1,200 postal votes were issued and 900 were returned, a postal turnout of "
    assert "rules:\n  error  postal/postal-turnout-off: A postal" in run("try", "postal.yaml", f"{text}57%.").stdout
    assert "rules:\n  holds  postal/postal-turnout-off" in run("try", "postal.yaml", f"{text}75%.").stdout


def test_a_broken_pack_is_told_and_exit_code_2() -> None:
    Path("postal.yaml").write_text(PACK.replace("severity: error", "severity: eror"))
    result = run("try", "postal.yaml", SENTENCE)
    assert result.exit_code == 2
    assert "did you mean `error`?" in result.stderr
    assert "issued of Thornbury" in result.stdout
    assert run("try", "nowhere.yaml", SENTENCE).exit_code == 2


def test_a_shipped_pack_can_be_tried_by_its_file() -> None:
    from factcheck.shipped import shipped

    result = run("try", str(shipped("rules") / "election.yaml"), "Ann Lee won Thornbury by 507 votes.")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "by <n> votes (majority)" in result.stdout


def test_watching_tries_again_when_the_file_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 1:
            Path("postal.yaml").write_text(PACK.replace("<n> were returned", "<n> were lost"))
        if len(pauses) == 2:
            Path("postal.yaml").write_text("pack: [")
        if len(pauses) > 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", pause)
    result = run("try", "postal.yaml", SENTENCE, "--watch")
    assert result.exit_code == 130
    assert "returned of Thornbury: 903" not in result.stdout.split("claims:")[1]
    assert "returned of Thornbury: 903" in result.stdout.split("claims:")[2]
    assert "postal.yaml:1:8: not YAML" in result.stderr


@pytest.mark.parametrize(
    ("form", "left", "right", "stop"),
    [
        ("<n> votes ahead", (), ("votes", "behind"), Stop(1, "ahead", "behind", "after")),
        ("<n> votes ahead", (), ("votes",), Stop(1, "ahead", "", "after")),
        ("<n> votes ahead", (), ("votes", "ahead"), Stop(2)),
        ("by <n> votes", ("with",), ("votes",), Stop(1, "by", "with", "before")),
        ("won .. by <n>", ("by", "easily", "won"), (), Stop(2)),
        ("won .. by <n>", ("by", ",", "won"), (), Stop(1, "won", ",", "before")),
    ],
)
def test_where_a_form_stops(form: str, left: tuple[str, ...], right: tuple[str, ...], stop: Stop) -> None:
    assert stop_of(parse_form(form, None)[0], Around(left, right)) == stop


# --- new


def test_a_new_pack_works_at_once() -> None:
    result = run("new", "by-post", "--in", "mine")
    assert result.exit_code == 0
    assert Path("mine/pack.schema.json").read_text(encoding="utf-8") == render_schema()
    tested = run("test", "mine/by-post.yaml", "--coverage")
    assert (tested.exit_code, tested.stdout) == (0, "by-post: 4 examples hold; 0 unused\n")


def test_a_file_is_never_written_over() -> None:
    assert run("new", "postal").exit_code == 2
    assert Path("postal.yaml").read_text() == PACK
    Path("pack.schema.json").write_text("mine")
    assert run("new", "other").exit_code == 0
    assert Path("pack.schema.json").read_text() == "mine"


@pytest.mark.parametrize("name", ["Postal Votes", "../postal", "", "a/b", "a.b"])
def test_a_name_that_no_pack_can_have(name: str) -> None:
    result = run("new", name)
    assert result.exit_code == 2
    assert "cannot name a pack" in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["postal.yaml"]
