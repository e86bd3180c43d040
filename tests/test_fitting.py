"""Figures that fit by arithmetic alone: tied where they do, and a warning where one slip is in the way."""

from __future__ import annotations

import pytest
from articles import UK, check

NEARLY = "general/nearly-a-sum"

# no form of a pack reads these; the sums are 6,662 + 10,613 = 17,275, 1,118 + 7,086 = 8,204, 34,150 + 8,275 = 42,425
ODD_WORDS = [
    "Callum had 10,613 crosses in his pile and Jo, 44, had 17,275 in hers. Between the two piles lay 6,662 slips.",
    "The Whitby end took in 8,204 crates. Over at Filey it was 7,086. That leaves 1,118 to find in 12 weeks.",
    "The fund began at £34,150. By Sunday it stood at £42,425. Strangers had put £8,275 in the hat.",
]


@pytest.mark.parametrize("text", ODD_WORDS)
def test_what_fits_to_the_digit_is_checked_whatever_the_words(text: str) -> None:
    report = check(text)
    large = [line for line in report.figures if line.reading and line.reading.number >= 1000]
    assert [line.status for line in large] == ["checked"] * 3
    assert not report.findings


@pytest.mark.parametrize(
    ("text", "wrong", "slip"),
    [
        (ODD_WORDS[0], "10,613", "10,631"),
        (ODD_WORDS[1], "8,204", "8,904"),
        (ODD_WORDS[2], "£8,275", "£8,725"),
        (ODD_WORDS[2], "£8,275", "£825"),
    ],
)
def test_what_all_but_fits_is_a_warning_that_cites_all_three(text: str, wrong: str, slip: str) -> None:
    report = check(text.replace(wrong, slip))
    (found,) = [finding for finding in report.findings if finding.severity != "note"]
    assert (found.rule, found.severity) == (NEARLY, "warning")
    assert slip in {cited.text for cited in found.cited}
    assert len(found.cited) == 3
    assert found.slips


@pytest.mark.parametrize(
    "text",
    [
        # far off: 10,613 + 6,662 is not 19,486, and no one slip makes it so
        "Callum had 10,613 in his pile and Jo had 19,486 in hers. Between the two piles lay 6,662 slips.",
        # short: 168 + 240 = 408, and 480 is a swap away, but numbers as short as these come near by chance
        "Ann had 480 in her pile, Bea had 240 and Cat had 168.",
        # far apart: the three stand in sentences 1, 2 and 5
        "Callum had 10,631. Jo had 17,275. She is 44. He is not. It was late. Between the piles lay 6,662 slips.",
        # of different things
        "They counted 1,208 goats, 6,518 sheep and 7,729 houses.",
        # three votes: 4,689 + 1,416 = 6,105, and nobody adds up two of three candidates
        "- Ann Lee (Labour) 7,105\n- Tom Hill (Conservative) 4,689\n- Jo Bell (Green) 1,416",
        # of two years: 6,719 + 18,505 = 25,224
        "There were 65,224 electors in Norwood. In 2016 the votes were SNP 18,505 and Labour 6,719.",
        # rounded: 1,000 + 4,000 = 5,000
        "The firm has 6,000 staff, of whom 4,000 are in Leeds and 1,000 in Hull.",
        # per cent are no amounts
        "It was 4,512 per cent in May, 1,203 per cent in June and 3,319 per cent in July.",
    ],
)
def test_what_may_come_near_by_chance_is_no_finding(text: str) -> None:
    assert NEARLY not in {finding.rule for finding in check(text).findings}


def test_a_figure_that_fits_those_of_another_year_was_misread() -> None:
    # 10,381 - 7,874 = 2,507 is of 2019 whole; as his votes of today it would not go with his share
    text = (
        "Published 5 July 2024. Alistair Carmichael had 11,392 votes in Orkney and Shetland, Robert Leslie 3,585. "
        "It is three times what it was in 2019, when Carmichael beat Leslie by 10,381 to 7,874, or 2,507 votes.\n\n"
        "Alistair Carmichael (LibDem): 11,392 votes (55.1%)\nRobert Leslie (SNP): 3585 (17.3%)"
    )
    assert not [finding for finding in check(text).findings if finding.severity == "error"]


def test_a_figure_that_is_another_cell_of_its_race_was_misread() -> None:
    # by the table 9,456 votes are Edward Dillingham's, and Miriam Cates had 10,430
    text = (
        "Published 5 July 2024. Labour won Penistone and Stocksbridge in the general election. Miriam Cates of the "
        "Conservatives had 10,430 votes. Reform's Edward Dillingham was less than a thousand behind Ms Cates with {}."
    )
    assert not [f for f in check(text.format("9,456"), UK).findings if f.severity == "error"]
    # what is no cell of the race is told: 9,446 is neither hers nor his
    text = "Published 5 July 2024. Labour won Penistone and Stocksbridge. Miriam Cates had {} votes."
    assert [f.rule for f in check(text.format("9,446"), UK).findings] == ["core/reference-differs"]


def test_a_column_of_which_most_lines_differ_from_the_table_was_misread() -> None:
    # the last figure of each line is the turnout, as the first line says; by the table no share is near these
    text = (
        "Published 5 July 2024. The new MPs of Devon after the general election:\n\n"
        "Honiton and Sidmouth   Richard Foord (LD)   turnout 67.1%\nNorth Devon   Ian Roome (LD)   65.0%\n"
        "South Devon   Caroline Voaden (LD)   67.8%\nTiverton and Minehead   Rachel Gilmour (LD)   65.9%\n"
        "Torbay   Steve Darling (LD)   60.5%\n"
    )
    report = check(text, UK)
    assert not [finding for finding in report.findings if finding.severity == "error"]
    assert "checked" not in {f.status for f in report.figures if f.text in ("65.0%", "67.8%", "65.9%", "60.5%")}
