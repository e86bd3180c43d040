"""Slips that were really published, retold by us: each is found at its place, and told right gives nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from articles import check

FOLDER = Path(__file__).parents[1] / "fixtures" / "slips"
FILES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
SLIPS = [slip for slips in FILES.values() for slip in slips]
BRIEF = "brief"  # told in the brief of this project; where and when they were printed was looked for, and not found
RESEARCHED = {name: slips for name, slips in FILES.items() if name != BRIEF}
LEAST = 40  # slips over all packs whose source and day are known
MARK = re.compile(r"\[(.*?) -> (.*?)\]")


def about(slip: dict[str, Any]) -> str:
    """What a slip is called in the list of tests."""
    return str(slip["about"])[:40]


@pytest.mark.parametrize("slip", SLIPS, ids=about)
def test_a_published_slip_is_found_at_its_place(slip: dict[str, Any]) -> None:
    severity = slip.get("severity", "")  # "note" for one that the most generous reading lets stand
    told = check(MARK.sub(r"\1", slip["text"])).findings
    found = [finding for finding in told if (finding.severity == severity if severity else finding.severity != "note")]
    assert [finding.rule for finding in found] == [slip["rule"]]
    mark = MARK.search(slip["text"])
    assert mark is not None
    end = mark.start() + len(mark[1])
    assert any(cited.start < end and mark.start() < cited.end for cited in found[0].cited)


@pytest.mark.parametrize("slip", SLIPS, ids=about)
def test_the_same_told_right_gives_nothing(slip: dict[str, Any]) -> None:
    assert check(MARK.sub(r"\2", slip["text"])).findings == ()


def test_a_share_that_the_rounding_of_its_sum_allows_is_no_slip() -> None:
    text = "The average price in the town rose by £22,000, or 16%, to £166,866."  # 15.2% by the exact sum
    report = check(text)
    assert report.findings == ()
    assert {line.status for line in report.figures} == {"checked"}


def test_there_are_enough_slips_of_known_source_and_day() -> None:
    slips = [slip for slips in RESEARCHED.values() for slip in slips]
    assert len({slip["about"] for slip in slips}) >= LEAST
    assert all(slip["source"] and re.fullmatch(r"\d{4}-\d\d-\d\d", slip["date"]) for slip in slips)


def test_there_are_slips_of_every_pack() -> None:
    assert {slip["rule"].partition("/")[0] for slip in SLIPS} >= {
        "business",
        "core",
        "dates",
        "election",
        "general",
        "polls",
        "sport",
    }
