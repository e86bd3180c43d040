"""A pack of another desk, in YAML alone: things of its own names, of places, people in them, pairs and the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import Engine
from factcheck.formats import open_document

PACK = """
pack: fishing
about: What boats land.
units: {boxes: whole, crews: whole}
things:
  harbour: {named: [place]}
  skipper: {named: [person], in: harbour}
  duel:    {two: skipper}
  fleet:   {named: [article]}
figures:
  landed:  {of: harbour, unit: boxes, forms: [landed <n> boxes in all]}
  caught:  {of: skipper, unit: boxes, forms: [caught <n> boxes]}
  more:    {of: duel, unit: boxes, forms: [<n> boxes more than]}
  crew:    {of: fleet, unit: crews, forms: [crew of <n> hands]}
  lost:    {of: fleet, unit: crews, forms: [<n> hands were lost]}
rules:
  - id: more-than-landed
    check: skipper.caught <= skipper.harbour.landed
    message: <skipper> is said to have caught more than was landed
    severity: error
    why: What one skipper caught is part of what was landed.
    examples: {flags: ["Ann Lee caught [70 -> 50] boxes."], passes: [Ann Lee caught 50 boxes.]}
  - id: sum-off
    check: harbour.landed >= sum(harbour.skippers.caught)
    message: The catches are more than was landed
    severity: error
    why: All catches are landed.
    examples: {flags: ["Ann Lee caught [70 -> 50] boxes."], passes: [Ann Lee caught 50 boxes.]}
  - id: duel-off
    check: duel.more == duel.first.caught - duel.second.caught
    message: The two catches differ otherwise
    severity: error
    why: The difference is the one catch less the other.
    examples: {flags: ["Ann Lee caught [70 -> 50] boxes."], passes: [Ann Lee caught 50 boxes.]}
  - id: lost-off
    check: fleet.lost <= fleet.crew
    message: More were lost than sailed
    severity: error
    why: Nobody is lost who did not sail.
    examples: {flags: ["Ann Lee caught [70 -> 50] boxes."], passes: [Ann Lee caught 50 boxes.]}
"""

TEXTS = [
    (
        "fishing/more-than-landed",
        "In Grimsby the boats landed {} boxes in all. Ann Lee caught 512 boxes in Grimsby.",
        480,
        530,
    ),
    (
        "fishing/duel-off",
        "In Grimsby Ann Lee caught 512 boxes. In Grimsby Raj Patel caught 312 boxes. "
        "Ann Lee had {} boxes more than Raj Patel.",
        250,
        200,
    ),
    ("fishing/lost-off", "The ship had a crew of {} hands. It sank, and 31 hands were lost.", 27, 34),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("packs")
    (folder / "fishing.yaml").write_text(PACK, encoding="utf-8")
    made = Engine.load([folder])
    assert not made.errors
    return made


@pytest.mark.parametrize(("rule", "text", "wrong", "right"), TEXTS, ids=[t[0] for t in TEXTS])
def test_a_pack_with_things_of_its_own_is_checked(engine: Engine, rule: str, text: str, wrong: int, right: int) -> None:
    told = engine.check(open_document("a.txt", text.format(wrong).encode()))
    assert [f.rule for f in told.findings if f.severity == "error"] == [rule]
    assert engine.check(open_document("a.txt", text.format(right).encode())).findings == ()
