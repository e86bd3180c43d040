"""Three packs written with nothing but the manual: weather, trains and schools. They are not shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.packs.files import load_packs

FOLDER = Path(__file__).parent / "packs"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_examples_hold_and_use_all_of_it(path: Path) -> None:
    result = CliRunner().invoke(main, ["rules", "test", str(path), "--coverage"])
    assert (result.exit_code, result.stderr) == (0, ""), result.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = [
        line for line in lines if line.strip() and not re.match(r" +(examples:|flags:|passes:|missed:|- [A-Z])", line)
    ]
    assert len(kept) < 120


def test_they_are_three_with_eight_rules_or_more() -> None:
    assert len(FILES) == 3
    assert sum(len(pack.rules) for pack in load_packs(FOLDER)) >= 8


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "LEEDS — Last week 1,118 trains were timetabled, of which 1,021 ran and 79 were called off.",
            ["trains/trains-do-not-add-up"],  # 1,021 and 79 are 1,100
        ),
        ("In York 1,118 trains were timetabled; 1,021 ran and 97 were called off.", []),
        (
            "In York the mercury hit 24.6C before it dipped to 11.2C, a range of 31.4 degrees.",
            ["weather/spread-off"],
        ),
        ("In York the mercury hit 24.6C before it dipped to 11.2C, a range of about 13 degrees.", []),
        ("In York 418 pupils took the exam and 351 passed, a pass rate of 48%.", ["schools/pass-rate-off"]),  # 84.0%
        ("In York 418 pupils took the exam and 351 of them passed, a pass rate of 84%.", []),
    ],
)
def test_articles_of_those_beats(text: str, rules: list[str], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(article), "--rules", str(FOLDER), "--format", "json"])
    found = re.findall(r'"rule": "((?:trains|weather|schools)/[a-z-]+)"', result.stdout)
    assert (found, result.exit_code) == (rules, 1 if rules else 0)
