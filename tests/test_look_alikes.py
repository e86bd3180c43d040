"""What looks like a slip and is none (``look_alikes.txt``, one short draft a kind): read, and nothing told."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import alarms, check

BLOCKS = Path(__file__).with_name("look_alikes.txt").read_text(encoding="utf-8").split("\n---\n")
LOOK_ALIKES = {name.removeprefix("# "): text for name, _, text in (block.strip().partition("\n") for block in BLOCKS)}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_what_only_looks_like_a_slip_is_not_told(name: str) -> None:
    report = check(LOOK_ALIKES[name])
    assert alarms(report) == []
    assert report.figures


def test_no_two_look_alikes_have_one_name() -> None:
    assert len(LOOK_ALIKES) == len(BLOCKS) >= 110
