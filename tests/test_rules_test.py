"""``factcheck rules test``: what it runs, what it prints of a failure, and what it finds unused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.authoring.testing import run_packs
from factcheck.cli import main
from factcheck.engine import Engine
from factcheck.packs.marks import ExampleError, parse_place

PACK = """\
pack: postal
about: Postal votes.
units: {votes: whole, percent: fraction}
things:
  race: {named: place}
figures:
  issued:   {of: race, unit: votes, forms: [<n> postal votes were issued]}
  returned: {of: race, unit: votes, forms: [<n> were returned], reads: ["In Thornbury [900] were returned."]}
  postal_turnout:  {of: race, unit: percent, forms: [postal turnout of <n>, postal turnout was <n>]}
set aside: [<n> stray votes]
left alone:
  - In Thornbury [12] stray votes were found.
rules:
  - id: postal-turnout-off
    check: race.postal_turnout == 100 * race.returned / race.issued
    message: A postal turnout of <race.postal_turnout> does not fit
    severity: error
    why: Postal turnout is the postal votes returned, divided by those sent out.
    examples:
      flags:
        - In Thornbury 1,200 postal votes were issued and 900 were returned, a postal turnout of [57% -> 75%].
      passes:
        - In Thornbury 1,200 postal votes were issued and 900 were returned, a postal turnout of 75%.
      missed:
        - Of 1,200 postal votes in Thornbury 900 came back. Postal turnout, 57%, was up.
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*options: str, old: str = "", new: str = "") -> Result:
    assert old in PACK
    Path("postal.yaml").write_text(PACK.replace(old, new) if old else PACK, encoding="utf-8")
    return CliRunner().invoke(main, ["rules", "test", "postal.yaml", *options])


def test_all_hold() -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (0, "postal: 5 examples hold\n")


def test_a_failure_is_a_diagram_with_what_was_read_instead() -> None:
    result = run(old="[57% -> 75%]", new="[75% -> 57%]")
    assert result.exit_code == 1
    assert result.stdout == (
        "postal.yaml:21:11: postal/postal-turnout-off should flag `75%`, but it found that everything fits\n"
        "  In Thornbury 1,200 postal votes were issued and 900 were returned, a postal turnout of 75%.\n"
        f"  {' ' * 87}^^^\n"
        "  what was read:\n"
        "    1,200: issued of Thornbury (checked)\n"
        "    900: returned of Thornbury (checked)\n"
        "    75%: postal turnout of Thornbury (checked)\n"
        "\n"
        "postal: 1 of 5 examples fail\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[900] were returned",
            "[900] were lost",
            "8:73: postal: returned should read `900` as `returned`, but it was not",
        ),
        ("[900] were returned", "[900] postal votes were issued", "but it was read as issued of Thornbury"),
        (
            "[12] stray votes",
            "[12] were returned",
            "postal: set aside should leave `12` alone, but it was read as returned",
        ),
        ("turnout, 57%, was", "turnout was 57%, which was", "should pass"),
        ("900 were returned, a postal turnout of 75%.", "some came back.", "but it reads nothing here, so this proves"),
    ],
)
def test_what_does_not_hold(old: str, new: str, message: str) -> None:
    result = run(old=old, new=new)
    if message == "should pass":  # a miss that is still one: nothing tells how many were issued
        assert result.exit_code == 0
        return
    assert result.exit_code == 1
    assert message in result.stdout


def test_a_known_miss_that_begins_to_work_is_told() -> None:
    works = "1,200 postal votes were issued in Thornbury and 900 were returned. Postal turnout was 57%."
    result = run(old="Of 1,200 postal votes in Thornbury 900 came back. Postal turnout, 57%, was up.", new=works)
    assert result.exit_code == 1
    assert "was known to miss this, but it is flagged now: mark the slip and move it to `flags`" in result.stdout


def test_coverage_names_each_form_that_no_example_uses() -> None:
    result = run("--coverage")
    assert result.exit_code == 1
    assert result.stdout == (
        "postal.yaml: no example uses the form `postal turnout was <n>` of `postal_turnout`\n"
        "postal: 5 examples hold; 1 unused\n"
    )


def test_coverage_of_a_veto() -> None:
    result = run("--coverage", old="[<n> stray votes]", new="[<n> stray votes, <n> votes astray]")
    assert "postal.yaml: no example uses the veto `<n> votes astray`\n" in result.stdout


def test_full_coverage_is_exit_code_0() -> None:
    result = run("--coverage", old=", postal turnout was <n>", new="")
    assert (result.exit_code, result.stdout) == (0, "postal: 5 examples hold; 0 unused\n")


def test_a_broken_file_is_exit_code_2_and_the_good_rules_are_run() -> None:
    result = run(old="severity: error", new="severity: eror")
    assert result.exit_code == 2
    assert "postal.yaml:17:15: `eror`: no such severity; did you mean `error`?" in result.stderr
    assert "postal: 2 examples hold" in result.stdout


def test_the_packs_that_are_on_hold() -> None:
    result = CliRunner().invoke(main, ["rules", "test"])
    assert (result.exit_code, result.stderr) == (0, ""), result.stdout
    assert "election: " in result.stdout


def test_the_packs_that_are_on_prove_nearly_all_their_forms() -> None:
    """Of more than 300 forms and vetoes a few are proved by the tests of reading alone, or wait to be mended."""
    engine = Engine.load()
    forms = sum(len(pack.origin.forms) for pack in engine.packs)
    unused = [line for tested in run_packs(engine, coverage=True) for line in tested.unused]
    assert len(unused) <= forms * 0.07, "\n".join(unused)
    assert [line for line in unused if "the hedge `" in line or "the rule `" in line] == []


def test_only_what_a_file_brings_is_run_and_covered() -> None:
    Path("house.yaml").write_text(
        "pack: house\nabout: More.\nextends: election\nfigures:\n  votes:\n    forms: [<n> jots]\n"
        "    reads: ['Ann Lee won Thornbury with [507] jots.']\n"
    )
    result = CliRunner().invoke(main, ["rules", "test", "house.yaml", "--coverage"])
    assert (result.exit_code, result.stdout) == (0, "election: 1 examples hold; 0 unused\n")


@pytest.mark.parametrize("text", ["by 507", "by []", "by [507] or [508]", "by [507 -> 508]", "by [507", "[ ]"])
def test_a_place_is_marked_once(text: str) -> None:
    with pytest.raises(ExampleError):
        parse_place(text)


def test_brackets_of_the_text_are_doubled() -> None:
    marked = parse_place("He [[sic]] won by [507] votes.")
    assert (marked.wrong_text, marked.start, marked.end) == ("He [sic] won by 507 votes.", 16, 19)
