"""Rule files that mean harm: each is one clear error, in time bounded by that of reading the shipped pack."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factcheck.packs.files import load_pack, read_pack

ROOT = Path(__file__).parent.parent
GOOD = (ROOT / "tests/broken_packs/good.yaml").read_text(encoding="utf-8")
CHECK = "race.majority == race.winner.votes - race.rank[2].votes"
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 30))
MANY = ", ".join(f"a{i}? b? c? d? e? f? <n> g" for i in range(30_000))
HOSTILE = {
    "alias bomb": (BOMB + GOOD, "anchors and aliases"),
    "merge keys": (f"base: &b {{x: 1}}\n<<: *b\n{GOOD}", "anchors and aliases"),
    "100,000 brackets": (f"{GOOD}about: {'[' * 100_000}", "nested more than 40 deep"),
    "100,000 mappings": (GOOD.replace("about: V", "about: " + "{a: " * 100_000 + "V"), "nested more than 40 deep"),
    "a python object": (GOOD.replace("about: V", "about: !!python/object/apply:os.system [id] #"), "tags (!) are not"),
    "an include": (GOOD.replace("about: V", "about: !include /etc/passwd #"), "tags (!) are not allowed"),
    "a file for a pack": (GOOD.replace("about: V", "extends: ../../etc/passwd\nabout: V"), "no pack of that name"),
    "a huge rank": (GOOD.replace("rank: 1", f"rank: {'9' * 100_000}"), "must be a whole number from 0 to"),
    "a huge number": (GOOD.replace(CHECK, f"race.majority > 1{'0' * 400}"), "a number has at most 30 digits"),
    "a long formula": (GOOD.replace(CHECK, f"race.majority > {'1 + ' * 100_000}1"), "at most 500 characters"),
    "a deep formula": (GOOD.replace(CHECK, f"race.majority > {'(' * 200}1{')' * 200}"), "at most 50 deep"),
    "a huge tolerance": (
        GOOD.replace("severity", f"tolerance: {'9' * 10_000} votes\n    severity"),
        "a tolerance is a number",
    ),
    "fifty optional parts": (
        GOOD.replace("nouns: [votes]", f"forms: [<n> votes {'w? ' * 50}]"),
        "51 words besides <n>; a form holds at most 12",
    ),
    "twelve optional parts": (
        GOOD.replace("nouns: [votes]", f"forms: [<n> {'w? ' * 11}v]"),
        "stands for 2,048 spellings",
    ),
    "30,000 forms": (GOOD.replace("nouns: [votes]", f"forms: [{MANY}]"), "has more than 5000 items"),
    "5,000 forms": (
        GOOD.replace("nouns: [votes]", f"forms: [{', '.join(MANY.split(', ')[:5000])}]"),
        "its forms stand for more than 20,000 spellings",
    ),
    "20,000 words": (GOOD.replace("[votes]", f"[{', '.join(f'w{i}' for i in range(20_000))}]"), "more than 5000 items"),
    "10,000 rules": (GOOD + "  - id: x\n" * 10_000, "more than 1000 rules"),
    "10,000 slots": (GOOD.replace("<race.majority>", "<race.majority>" * 10_000 + "<"), "without its other half"),
    "100,000 marks": (GOOD.replace("[607 -> 507]", "[607 -> 507] [" * 10_000), "mark"),
    "a steering character": (GOOD.replace("severity: error", 'severity: "\\e]0;x\\a"'), "no such severity"),
}


def seconds(path: Path) -> float:
    began = time.perf_counter()
    read_pack(path)
    return time.perf_counter() - began


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_one_clear_error_in_bounded_time(name: str, tmp_path: Path) -> None:
    text, message = HOSTILE[name]
    assert text != GOOD
    path = tmp_path / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    load_pack(ROOT / "rules/general.yaml")  # everything is imported
    beside = seconds(ROOT / "rules/election.yaml")
    began = time.perf_counter()
    _, error = read_pack(path)
    taken = time.perf_counter() - began
    assert error is not None
    assert message in str(error)
    assert "\x1b" not in str(error)
    assert len(str(error)) < 60_000
    assert taken < 25 * beside, f"{taken:.2f} s, {taken / beside:.0f} times the shipped pack"
