"""What words about time allow: the table in date_wordings.txt, each row worked out by hand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.dates.find import find_times
from factcheck.document import Document
from factcheck.telling.dates import told

TODAY = date(2024, 7, 5)
TABLE = Path(__file__).with_name("date_wordings.txt")
ROWS = [line.strip() for line in TABLE.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]


def meaning(text: str) -> str:
    """The kinds and days of what was read, as the table writes them."""
    shown = []
    for one in told(find_times(text, TODAY), Document("a", text)):
        if one.low and one.high:
            shown.append(f"{one.kind} {one.low}" if one.low == one.high else f"{one.kind} {one.low}..{one.high}")
        elif one.duration and one.kind in ("duration", "age"):
            low, high, unit = one.duration
            ends = ["" if end is None else f"{end:g}" for end in (low, high)]
            shown.append(f"{one.kind} {'..'.join(dict.fromkeys(ends))} {unit}")
        else:
            shown.append(f"{one.kind} ? {one.why}")
    return "; ".join(shown) or "nothing"


@pytest.mark.parametrize("row", ROWS)
def test_row(row: str) -> None:
    marked, _, wanted = row.partition(" => ")
    text = re.sub("[«»]", "", marked)
    found = find_times(text, TODAY)
    assert [t.text for t in found] == re.findall("«(.*?)»", marked)
    assert all(text[t.start : t.end] == t.text for t in found)
    got = meaning(text)
    if "?" in wanted:
        kind, _, words = wanted.partition(" ? ")
        assert got.startswith(f"{kind} ? ")
        assert words in got
    else:
        assert got == wanted


def test_the_table_is_large_and_says_what_is_no_time() -> None:
    assert len(ROWS) >= 150
    assert sum(row.endswith("=> nothing") for row in ROWS) >= 20
