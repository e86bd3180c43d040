"""Forms that another form always takes first are told; the shipped packs have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_rules_test import PACK

from factcheck.engine import Engine
from factcheck.packs import Pack
from factcheck.packs.files import load_packs
from factcheck.reading.counting.takenforms import taken_forms

# a form of `size` that reads "Seats: 57" only where `seats` were no noun of a party
KNOWN = {"`seats : <n>` of `size`"}
RULES = Path(__file__).parent.parent / "rules"


@pytest.mark.parametrize("pack", load_packs(RULES), ids=lambda pack: pack.name)
def test_no_shipped_form_is_taken_by_another(pack: Pack) -> None:
    assert [
        str(error) for error in taken_forms(pack, Path("elsewhere")) if not any(k in str(error) for k in KNOWN)
    ] == []


def told(tmp_path: Path, old: str, new: str) -> list[str]:
    assert old in PACK
    path = tmp_path / "postal.yaml"
    path.write_text(PACK.replace(old, new), encoding="utf-8")
    return [error.replace(str(tmp_path), "") for error in Engine.load([path]).errors]


def test_a_form_that_another_figure_has_too(tmp_path: Path) -> None:
    assert told(tmp_path, "[<n> were returned]", "[<n> came back, <n> postal votes were issued]") == [
        "/postal.yaml:8:60: `<n> postal votes were issued` of `returned`: never read, since the form "
        "`<n> postal votes were issued` of `issued` always goes before it; leave one out\n"
        "    8 |   returned: {of: race, unit: votes, forms: [<n> came back, <n> postal votes were issued], "
        'reads: ["In Thornbur ...\n'
        f"      | {' ' * 59}{'^' * 28}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("<n> were returned", "<n> stray votes", True),  # a veto reads it
        ("<n> were returned", "<n> stray .. votes", False),  # other words, too
        ("<n> stray votes]", "<n> stray votes, <n> were]", False),  # the longer form wins over a veto
        ("<n> were returned", "<n> .. were returned", False),
        ("<n> stray votes]", "<n> stray votes, <n> (were|was) returned]", True),
        ("[<n> were returned]", "[<n> (were issued|were returned)]", False),
        ("[postal turnout of <n>,", "[<n> were returned,", False),  # per cent is another unit
    ],
)
def test_what_is_taken_and_what_is_not(tmp_path: Path, old: str, new: str, wrong: bool) -> None:
    found = [error for error in told(tmp_path, old, new) if "never read" in error]
    assert bool(found) is wrong, found
