"""Examples of rules: their marks, how they fail and how that is shown; and a rule explained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.authoring.examples import run_examples
from factcheck.authoring.explain import explain
from factcheck.findings import Citation, DocumentReport, FigureStatus, Finding
from factcheck.formula import Formula
from factcheck.packs import Example, Pack, Place, Rule
from factcheck.packs.files import load_pack
from factcheck.packs.marks import ExampleError, Marked, parse_example

RULE = "mini/majority-off"
PLACE = Place("mini.yaml", 22, 11)
GOOD = Path(__file__).parent / "broken_packs" / "good.yaml"


def pack(flags: str = "", passes: str = "", missed: str = "", severity: str = "error") -> Pack:
    def examples(text: str) -> tuple[Example, ...]:
        return (Example(text, PLACE),) if text else ()

    rule = Rule(
        id="majority-off",
        pack="mini",
        checks=(Formula.parse("race.majority == race.winner.votes"),),
        message="",
        severity=severity,
        why="",
        flags=examples(flags),
        passes=examples(passes),
        missed=examples(missed),
    )
    return Pack("mini", "", rules=(rule,))


def checker(
    wrong: str, severity: str = "error", rule: str = RULE, reads: bool = True
) -> Callable[[str], DocumentReport]:
    """A check that tells a finding wherever ``wrong`` stands, and reads the words "500" and "607"."""

    def check(text: str) -> DocumentReport:
        at = text.find(wrong)
        cited = Citation(wrong, at, at + len(wrong), 1, at + 1)
        findings = (Finding(rule, severity, "inconsistent", "does not fit", (cited,)),) if at >= 0 else ()
        figures = tuple(
            FigureStatus(word, text.find(word), 0, 1, 1, "checked", "majority", "", (RULE,) if reads else ())
            for word in ("500", "607")
            if word in text
        )
        return DocumentReport("", findings, figures)

    return check


def shown(pack: Pack, check: Callable[[str], DocumentReport]) -> str:
    (failure,) = run_examples(pack, check)
    return failure.show()


# --- marks


def test_mark() -> None:
    #        0123456789
    marked = parse_example("by [607 -> 507] votes")
    assert marked == Marked("by 607 votes", "by 507 votes", 3, 6)
    assert (marked.is_marked, marked.right) == (True, "507")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("by 507", Marked("by 507", "by 507")),
        ("[[sic]] by 507", Marked("[sic] by 507", "[sic] by 507")),
        ("[[sic]] by [6 -> 50]", Marked("[sic] by 6", "[sic] by 50", 9, 10)),
        (
            "by [nearly 700->just over 600], one [[a]]",
            Marked("by nearly 700, one [a]", "by just over 600, one [a]", 3, 13),
        ),
        ("by [6 -> ]", Marked("by 6", "by ", 3, 4)),
        ("a\nby [6 -> 5]\nc", Marked("a\nby 6\nc", "a\nby 5\nc", 5, 6)),
    ],
)
def test_marks(text: str, marked: Marked) -> None:
    assert parse_example(text) == marked


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("by [sic] 5", "`[sic]` is no mark; a mark is written [607 -> 507], and", (3, 8)),
        ("by [5 -> 5]", "`[5 -> 5]` is no mark", (3, 11)),
        ("by [ -> 5]", "`[ -> 5]` is no mark", (3, 10)),
        ("by [5 -> 6", "`[` is no mark", (3, 4)),
        ("by 5]", "`]` is no mark", (4, 5)),
        ("[5 -> 6] by [5 -> 6]", "a second mark", (12, 20)),
    ],
)
def test_marks_that_cannot_be_read(text: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(ExampleError) as caught:
        parse_example(text)
    assert str(caught.value).startswith(message)
    assert (caught.value.start, caught.value.end) == place


# --- runs


def test_examples_that_do_what_they_say() -> None:
    examples = pack(flags="by [607 -> 500] votes", passes="by 500 votes", missed="by six hundred")
    assert run_examples(examples, checker("607")) == []


def test_a_note_is_enough_for_a_rule_that_tells_notes() -> None:
    assert run_examples(pack(flags="by [607 -> 500]", severity="note"), checker("607", "note")) == []
    assert "but it gave a note only: does not fit" in shown(pack(flags="by [607 -> 500]"), checker("607", "note"))


def test_nothing_flagged() -> None:
    assert shown(pack(flags="Lee won by [607 -> 500] votes."), checker("nothing")) == (
        "mini.yaml:22:11: mini/majority-off should flag `607`, but it found that everything fits\n"
        "  Lee won by 607 votes.\n"
        "             ^^^\n"
        "  what was read:\n"
        "    607: majority (checked)"
    )


def test_nothing_read() -> None:
    assert shown(pack(flags="Lee won\nby [6 -> 5] votes."), checker("nothing")) == (
        "mini.yaml:22:11: mini/majority-off should flag `6`, but it read nothing to check\n"
        "  Lee won\n"
        "  by 6 votes.\n"
        "     ^\n"
        "  nothing was read"
    )


def test_other_words_flagged() -> None:
    assert "should flag `607`, but it flagged other words: `Lee`" in shown(
        pack(flags="Lee by [607 -> 500]"), checker("Lee")
    )


def test_another_rule_flags() -> None:
    failure = shown(pack(flags="Lee by [607 -> 500]"), checker("607", rule="core/figures-differ"))
    assert "should flag `607`, but core/figures-differ did: does not fit" in failure


def test_the_correction_does_not_cure() -> None:
    assert shown(pack(flags="by [607 -> 500] votes"), checker(" votes")) == (
        "mini.yaml:22:11: mini/majority-off should flag `607`, but it flagged other words: ` votes`\n"
        "  by 607 votes\n"
        "     ^^^\n"
        "  what was read:\n"
        "    607: majority (checked)"
    )
    assert shown(pack(flags="by [607 -> 60] votes"), checker("by 60")) == (
        "mini.yaml:22:11: mini/majority-off should pass once corrected to `60`, but it told an error: does not fit\n"
        "  by 60 votes\n"
        "     ^^\n"
        "  nothing was read"
    )


def test_passes_that_does_not() -> None:
    assert shown(pack(passes="by 607 votes"), checker("607", "note")) == (
        "mini.yaml:22:11: mini/majority-off should pass this, but it told a note: does not fit\n"
        "  by 607 votes\n"
        "     ^^^\n"
        "  what was read:\n"
        "    607: majority (checked)"
    )


def test_passes_that_proves_nothing() -> None:
    failure = shown(pack(passes="by 500 votes"), checker("607", reads=False))
    assert "should check this and pass it, but it reads nothing here, so this proves nothing" in failure


def test_known_miss_that_begins_to_work() -> None:
    failure = shown(pack(missed="by 607 votes"), checker("607"))
    assert "was known to miss this, but it is flagged now: mark the slip and move it to `flags`" in failure
    assert run_examples(pack(missed="by 607 votes"), checker("607", "note")) == []


# --- a rule explained


def test_explain() -> None:
    good = load_pack(GOOD)
    assert explain(good.rules[0], good) == (
        "mini/majority-off (error)\n"
        "\n"
        "The majority is the winner's votes less the runner-up's.\n"
        "\n"
        "What must hold:\n"
        "  race.majority == race.winner.votes - race.rank[2].votes\n"
        "\n"
        "What it reads:\n"
        '  majority of a race, in votes: "majority .. <n>", "<n> majority"\n'
        '  votes of a candidate, in votes: "votes .. <n>", "<n> votes"\n'
        '  winner of a race: "won"\n'
        "\n"
        "It flags:\n"
        "  - Lee won Thornbury by 607 votes.\n"
        "      (607 should be 507)\n"
        "\n"
        "It passes:\n"
        "  - Lee won Thornbury by 507 votes."
    )
