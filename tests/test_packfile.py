"""Rule files: what is read, and what is told of a broken one. The texts under broken_packs/ were read one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from packfiles import BROKEN, GOOD, edited, told, write

from factcheck.errors import RuleError
from factcheck.formula import Expression, Formula
from factcheck.packs import Place
from factcheck.packs.files import check_form, load_pack, load_packs, parse_message, read_pack, read_packs

NAMES = sorted(path.stem for path in BROKEN.glob("*.yaml") if path.name != "good.yaml")


# --- broken packs, each with its message in full


@pytest.mark.parametrize("name", NAMES)
def test_broken_pack(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    with pytest.raises(RuleError) as caught:
        load_pack(Path(f"{name}.yaml"))
    assert f"{caught.value}\n" == (BROKEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_expected_text_belongs_to_a_pack() -> None:
    assert sorted(path.stem for path in BROKEN.glob("*.txt")) == NAMES
    assert len(NAMES) >= 30


def test_a_bad_rule_does_not_stop_the_rest() -> None:
    pack, error = read_pack(BROKEN / "bad-needs.yaml")
    assert error is not None
    assert pack is not None
    assert [rule.id for rule in pack.rules] == ["majority-off"]


def test_a_mistake_outside_the_rules_gives_no_pack() -> None:
    assert read_pack(BROKEN / "unknown-unit-and-figure.yaml")[0] is None


# --- a good pack


def test_good_pack() -> None:
    pack = load_pack(GOOD)
    assert (pack.name, pack.about) == ("mini", "Votes and majorities.")
    assert pack.units == {"votes": "whole", "percent": "fraction", "points": "fraction"}
    assert pack.things["candidate"].named == ("person", "party")
    assert pack.things["candidate"].within == "race"
    assert pack.words_of == {"race": ("outcome",)}
    assert pack.measures["share"].goes_with == "votes"
    assert pack.measures["votes"].place == Place(str(GOOD), 9, 3)
    assert pack.roles["winner"].rank == 1
    rule = pack.rules[0]
    assert rule.name == "mini/majority-off"
    assert rule.place == Place(str(GOOD), 15, 5)
    assert rule.checks == (Formula.parse("race.majority == race.winner.votes - race.rank[2].votes"),)
    assert rule.flags[0].text == "Lee won Thornbury by [607 -> 507] votes."
    assert rule.flags[0].place == Place(str(GOOD), 22, 11)


def test_any_of_and_when(tmp_path: Path) -> None:
    formula = "race.majority == race.winner.votes - race.rank[2].votes"
    either = f"any of:\n      - {formula}\n      - race.majority == race.winner.votes\n    when: race.outcome == hold"
    rule = load_pack(edited(tmp_path, (f"check: {formula}", either))).rules[0]
    assert [check.text for check in rule.checks] == [formula, "race.majority == race.winner.votes"]
    assert rule.when is not None
    assert rule.when.text == "race.outcome == hold"


def test_each_of_and_tolerance(tmp_path: Path) -> None:
    formula = "race.majority == race.winner.votes - race.rank[2].votes"
    both = f"each of:\n      - {formula}\n      - race.winner.share >= race.rank[2].share\n    tolerance: 0.2  points"
    rule = load_pack(
        edited(tmp_path, (f"check: {formula}", both), ("<race> has a majority of <race.majority>", "It does not fit"))
    ).rules[0]
    assert (rule.each, rule.tolerance) == (True, "0.2 points")
    assert len(rule.checks) == 2


def test_a_pair_has_two_sides(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("words of:", "  pair: {two: candidate}\nwords of:"),
        ("roles:", "  lead: {of: pair, unit: votes}\nroles:"),
        (
            "race.majority == race.winner.votes - race.rank[2].votes",
            "pair.lead == pair.first.votes - pair.second.votes",
        ),
        ("<race> has a majority of <race.majority>", "<pair.first> is <pair.lead> ahead of <pair.second>"),
    )
    assert load_pack(path).rules[0].checks[0].paths[1].text == "pair.first.votes"


def test_forms_in_a_flow_list_keep_their_brackets(tmp_path: Path) -> None:
    forms = "forms: [by <n> votes, <n> votes (ahead of|behind)]"
    pack = load_pack(edited(tmp_path, ("nouns: [majority]", forms)))
    assert pack.measures["majority"].forms == ("by <n> votes", "<n> votes (ahead of|behind)")


def test_examples_may_be_blocks_and_may_hold_a_colon(tmp_path: Path) -> None:
    block = "- |\n          Result: Thornbury.\n          Lee by [607 -> 507] votes.\n"
    rule = load_pack(edited(tmp_path, ("- Lee won Thornbury by [607 -> 507] votes.\n", block))).rules[0]
    assert rule.flags[0].text == "Result: Thornbury.\nLee by [607 -> 507] votes.\n"


@pytest.mark.parametrize(
    "check",
    [
        "race.majority == abs(race.winner.votes - race.rank[2].votes)",
        "100 * race.majority / race.winner.votes == race.winner.share - race.rank[2].share",
        "race.winner.share@change == race.winner.share - race.winner.share@before",
        "race.winner.share == race.winner.share@before + race.winner.share@change",
        "sum(race.candidates.share) <= 100",
        "race.winner.votes == max(race.candidates.votes)",
        "candidate.race.majority <= candidate.votes",
        "race.winner.race.majority > 2 * count(race.candidates.votes)",
        "race.majority == count(candidate where candidate.race.outcome == hold)",
        "race.outcome == hold",
        "race.winner == race.rank[1]",
    ],
)
def test_formulas_that_make_sense(tmp_path: Path, check: str) -> None:
    old = "race.majority == race.winner.votes - race.rank[2].votes"
    path = edited(tmp_path, (old, check), ("<race> has a majority of <race.majority>", "It does not fit"))
    assert load_pack(path).rules[0].checks[0].text == check


@pytest.mark.parametrize(
    ("check", "message"),
    [
        ("race.majority + race.winner.share > 3", "votes and percent; only one unit can be added up"),
        ("(race.majority + race.winner.share) / 3 > 1", "votes and percent; only one unit can be added up"),
        ("abs(race.majority - race.winner.share) / 3 > 1", "votes and percent; only one unit can be added up"),
        ("race.majority == sum(race.candidates.share)", "this compares votes with percent"),
        ("race.winner.share@change == race.winner.share", "this compares points with percent"),
        ("race.majority[2] > 3", "`race.majority[2]`: a number in [ ] belongs to `rank`, and ranks count from 1"),
        ("race.majority.votes > 3", "`race.majority.votes`: `race.majority` is a figure and has no parts"),
        ("race.winner > 3", "`race.winner` is a thing, not a figure; name a figure of it, such as `race.winner.votes`"),
        ("count(race where race.outcom == hold) > 3", "`race.outcom`: no such figure or role of `race`"),
        (
            "sum(race.candidates) > 3",
            "`race.candidates` is no figure; name a figure of it, such as",
        ),
        ("sum(race.candidates.vote) > 3", "`race.candidates.vote`: no such figure of `candidate`; did you mean"),
    ],
)
def test_formulas_that_make_none(tmp_path: Path, check: str, message: str) -> None:
    path = edited(tmp_path, ("race.majority == race.winner.votes - race.rank[2].votes", check))
    assert message in told(path)


# --- forms and messages


@pytest.mark.parametrize(
    "form", ["<n> votes", "by <n> votes?", "turnout .. <n>", "<n> votes (ahead of|behind)", "(a|the)? total of <n>"]
)
def test_good_forms(form: str) -> None:
    assert check_form(form) is None


@pytest.mark.parametrize("form", ["<n>", "votes", "<n> to <n>", "by <n> (a|b", "a <n> (a||b)", ".. <n> b", "a) <n>"])
def test_bad_forms(form: str) -> None:
    assert check_form(form) is not None


def test_a_form_stands_for_few_spellings() -> None:
    assert check_form("<n> (a|b|c|d) (e|f|g|h) (i|j|k|l)") is None
    told = check_form("<n> x " + "(a|b) " * 4 + "c? d?")
    assert told is None
    assert check_form("<n> x a? b? c? d? e? f? g?") == (
        "stands for 128 spellings; a form stands for at most 64, so write several"
    )


def test_fifty_optional_parts_are_too_many() -> None:
    assert check_form("<n> votes " + "a? " * 50) == "51 words besides <n>; a form holds at most 12"


def test_message_parts() -> None:
    assert parse_message("<race> by <race.majority - 1>.") == (
        Expression.parse("race"),
        " by ",
        Expression.parse("race.majority - 1"),
        ".",
    )
    assert parse_message("no slots") == ("no slots",)


# --- folders


def test_folder_in_name_order_without_word_lists(tmp_path: Path) -> None:
    good = GOOD.read_text(encoding="utf-8")
    write(tmp_path, good.replace("pack: mini", "pack: zoo"), "b.yaml")
    write(tmp_path, good, "c.yaml")
    write(tmp_path, "hedges: {nearly: 5}\n", "words.yaml")
    assert [pack.name for pack in load_packs(tmp_path)] == ["zoo", "mini"]


def test_folder_tells_every_file_and_keeps_the_good(tmp_path: Path) -> None:
    good = GOOD.read_text(encoding="utf-8")
    write(tmp_path, good, "a.yaml")
    write(tmp_path, good, "b.yaml")
    write(tmp_path, "pack: [\n", "c.yaml")
    packs, errors = read_packs(tmp_path)
    assert [pack.name for pack in packs] == ["mini"]
    assert [str(error).split(": ")[1].split(";")[0] for error in errors] == [
        f"a pack named `mini` is on already, from {tmp_path}/a.yaml",
        "not YAML",
    ]
    with pytest.raises(RuleError, match=r"b\.yaml(.|\n)*c\.yaml"):
        load_packs(tmp_path)


def test_folder_without_packs(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rule file here; a pack is a"):
        load_packs(tmp_path)
    with pytest.raises(RuleError, match="cannot be read: No such file or directory; name a folder of rule files"):
        load_packs(tmp_path / "none")
