"""The reader of figures: a table of wordings, round trips, arbitrary text, and time in proportion to the text."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.figures.figures import Figure, find_figures
from factcheck.packs.wordsfile import load_words
from factcheck.words import Words

ROOT = Path(__file__).parent.parent
WORDS = load_words(ROOT / "rules" / "words.yaml")
TABLE = [
    (number, line.rstrip("\n"))
    for number, line in enumerate((Path(__file__).parent / "wordings.txt").read_text("utf-8").split("\n"), 1)
    if "=>" in line and not line.startswith("#")
]
BOUNDS = {"exact", "about", "above", "at_least", "below", "at_most", "range"}
KINDS = {"year", "date", "time", "age", "ordinal", "score", "label", "idiom", "multiple"}
ENDS = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")


def marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its marks, and the places they stood around."""
    text, places, start = "", [], 0
    for char in sentence:
        if char == "«":
            start = len(text)
        elif char == "»":
            places.append((start, len(text)))
        else:
            text += char
    return text, places


def shown(figure: Figure) -> str:
    """A figure in the notation of the table."""
    parts = [figure.kind] if figure.kind != "quantity" else []
    is_bounded_age = figure.kind == "age" and figure.bound != "exact"
    if figure.kind not in ("quantity", "multiple") and not is_bounded_age:
        return f"{figure.kind} {figure.number}"
    parts += [figure.bound] if figure.bound != "exact" else []
    parts += [figure.unit] if figure.unit else []
    parts.append(ends(figure.value.plain))
    if figure.value.generous != figure.value.plain:
        parts += ["~", ends(figure.value.generous)]
    return " ".join(parts + (["rounded"] if figure.is_rounded else []))


def ends(interval: object) -> str:
    low, high = interval.low, interval.high  # type: ignore[attr-defined]
    if low is not None and low == high:
        return str(Fraction(low))
    left = "(" if interval.low_open or low is None else "["  # type: ignore[attr-defined]
    right = ")" if interval.high_open or high is None else "]"  # type: ignore[attr-defined]
    return f"{left}{'' if low is None else Fraction(low)},{'' if high is None else Fraction(high)}{right}"


def expected(meaning: str) -> str:
    """A meaning of the table with its numbers as fractions."""
    return " ".join(_number(part) for part in meaning.split())


def _number(part: str) -> str:
    match = ENDS.fullmatch(part)
    if match:
        low, high = (str(Fraction(x.replace("_", ""))) if x else "" for x in match.group(2, 3))
        return f"{match[1]}{low},{high}{match[4]}"
    return str(Fraction(part)) if re.fullmatch(r"-?[0-9][0-9./_]*", part) else part


@pytest.mark.parametrize(("number", "line"), TABLE, ids=[line.strip() for _, line in TABLE])
def test_wording(number: int, line: str) -> None:
    sentence, _, meaning = line.rpartition("=>")
    text, places = marked(sentence.rstrip())
    found = find_figures(text, WORDS)
    if meaning.strip() == "nothing":
        assert [f.text for f in found if f.kind in ("quantity", "multiple")] == [], f"line {number}"
        return
    assert [(f.start, f.end) for f in found] == places, f"line {number}: {[f.text for f in found]}"
    for figure, wanted in zip(found, meaning.split(";"), strict=True):
        got, want = shown(figure), expected(wanted)
        assert got == want or (want in KINDS and figure.kind == want), f"line {number}"


def test_table_is_large_and_a_third_holds_back() -> None:
    meanings = [set(line.rpartition("=>")[2].split()) for _, line in TABLE]
    held = [m for m in meanings if m & (KINDS - {"multiple"} | {"nothing"})]
    directed = [m for m in meanings if m & (BOUNDS - {"exact", "about", "range"})]
    assert len(TABLE) >= 600
    assert 3 * (len(held) + len(directed)) >= len(TABLE)


# -- lists, layout


def test_numbers_of_a_list_are_labels() -> None:
    text = "The results\n1 Ash North\nMajority: 120\n2 Ash South\nMajority: 45\n3. Beech\n"
    assert [(f.text, f.kind) for f in find_figures(text, WORDS)] == [
        ("1", "label"),
        ("120", "quantity"),
        ("2", "label"),
        ("45", "quantity"),
        ("3", "label"),
    ]


def test_a_number_that_opens_a_line_alone_is_a_quantity() -> None:
    assert [f.kind for f in find_figures("Hello\n20 Labour members lost\nBye", WORDS)] == ["quantity"]


def test_core_leaves_out_hedge_unit_and_sign() -> None:
    text = "It was just under £1.2m, or (-33.4%)"
    assert [text[slice(*f.core)] for f in find_figures(text, WORDS)] == ["1.2m", "33.4"]


def test_why_is_a_phrase_for_the_editor() -> None:
    (figure,) = find_figures("just under 200 votes", WORDS)
    assert figure.why == "just under: 190 to 200, 200 left out"


def test_year_keeps_its_number_for_whoever_knows_better() -> None:
    (figure,) = find_figures("Smith (Lab) 2019", WORDS)
    assert (figure.kind, figure.number, figure.value.plain.is_exact) == ("year", 2019, True)


def test_number_is_as_printed_and_scaled() -> None:
    figures = find_figures("1.2m, 33.4%, nearly 15,000, £50k, 6,27,881", WORDS)
    assert [f.number for f in figures] == [1_200_000, Fraction(167, 5), 15_000, 50_000, 627_881]


# -- words.yaml


def test_every_mistake_of_a_word_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("hedges:\n  about: {bound: abuot}\nrounding: {fraction: {plain: 2, generous: 1}}\nmoney: {}\n")
    with pytest.raises(RuleError) as error:
        load_words(path)
    message = str(error.value)
    assert f"{path}:2:" in message
    assert f"{path}:3:" in message
    assert 'no section "number words:"' in message


def test_scope_words_and_further_lists_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    more = "\nscope words:\n  before: [overturned]\n"
    path.write_text((ROOT / "rules" / "words.yaml").read_text("utf-8") + more, "utf-8")
    words: Words = load_words(path)
    assert words.lists["scope words/before"] == ("overturned",)
