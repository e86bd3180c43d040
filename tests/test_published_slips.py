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
LEAST = {"dates": 8, "figures": 12}  # slips that a file must hold
MARK = re.compile(r"\[(.*?) -> (.*?)\]")


def about(slip: dict[str, Any]) -> str:
    """What a slip is called in the list of tests."""
    return str(slip["about"])[:40]


@pytest.mark.parametrize("slip", SLIPS, ids=about)
def test_a_published_slip_is_found_at_its_place(slip: dict[str, Any]) -> None:
    found = [finding for finding in check(MARK.sub(r"\1", slip["text"])).findings if finding.severity != "note"]
    assert [finding.rule for finding in found] == [slip["rule"]]
    mark = MARK.search(slip["text"])
    assert mark is not None
    end = mark.start() + len(mark[1])
    assert any(cited.start < end and mark.start() < cited.end for cited in found[0].cited)


@pytest.mark.parametrize("slip", SLIPS, ids=about)
def test_the_same_told_right_gives_nothing(slip: dict[str, Any]) -> None:
    assert check(MARK.sub(r"\2", slip["text"])).findings == ()


@pytest.mark.parametrize("name", LEAST)
def test_each_slip_tells_its_source_and_day(name: str) -> None:
    assert len({slip["about"] for slip in FILES[name]}) >= LEAST[name]
    assert all(slip["source"] and re.fullmatch(r"\d{4}-\d\d-\d\d", slip["date"]) for slip in FILES[name])
