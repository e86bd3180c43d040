"""Rule files that are no YAML, or hostile, or damaged: each is told shortly, and never crashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packfiles import GOOD, edited, told, write

from factcheck.packs.files import read_pack, read_packs
from factcheck.packs.yamlfile import Fields, Items, Mistake, Text, read_yaml

# --- files that are no YAML


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_bytes("pack: mini\nabout: Caf\u00e9\n".encode("latin-1"))
    assert told(path) == "2:11: byte 0xe9 is not UTF-8; save the file as UTF-8"
    path.write_bytes("pack: mini\n".encode("utf-16"))
    assert told(path) == "1:1: this looks like UTF-16; save the file as UTF-8"


def test_nul_and_control_characters(tmp_path: Path) -> None:
    assert told(write(tmp_path, "pack: a\nab\0")) == "2:3: a NUL character; this is not a text file, or it was damaged"
    assert "not YAML" in told(write(tmp_path, "pack: \x1b[2J\n"))
    _, error = read_pack(edited(tmp_path, ("severity: error", 'severity: "\\e[2J"')))
    assert "\x1b" not in str(error)


def test_too_large(tmp_path: Path) -> None:
    assert told(write(tmp_path, "#" * 1_000_001)) == " larger than 1 MB; divide the pack into several files"


def test_missing_file_and_folder_for_a_file(tmp_path: Path) -> None:
    assert "no such file" in told(tmp_path / "none.yaml")
    assert "no such file" in told(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "pack: m\nrules:\n" + "- a\n" * 100_000,
        "pack: m\nthings:\n" + "".join(f"  t{i}: {{in: x}}\n" for i in range(20_000)),
        "pack: m\nset aside: [" + '"x y",' * 100_000 + "]\n",
        "pack: m\nset aside: [" + '"x y",' * 4_000 + "]\n",
        "pack: m\nabout: " + "[" * 200_000,
        "pack: m\nabout: " + "{a: " * 100_000,
        "pack: m\nset aside: ['" + "(" * 500_000 + "']\n",
        "pack: m\nset aside: ['" + "(a|" * 200_000 + "']\n",
        "pack: m\n" + "pack: m\n" * 100_000,
        "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
        "pack: m\nroles: {a: {rank: " + "9" * 500_000 + "}}\n",
        "pack: m\nrules:\n  - check: " + "(" * 100_000 + "\n",
        "pack: m\nrules:\n  - message: " + "<" * 100_000 + "\n",
        "pack: m\nrules:\n  - examples: {flags: ['" + "[a -> " * 100_000 + "']}\n",
    ],
)
def test_hostile_files_are_refused_shortly(tmp_path: Path, text: str) -> None:
    _, error = read_pack(write(tmp_path, text))
    assert error is not None
    assert len(str(error)) < 60_000


# --- YAML with places


def test_every_scalar_is_text_with_its_place(tmp_path: Path) -> None:
    node, _, mistakes = read_yaml(write(tmp_path, "a: 1\nb: [yes, 2024-07-05]\nc:\n"))
    assert mistakes == []
    assert node == Fields(
        {
            "a": (Text("a", 1, 1), Text("1", 1, 4)),
            "b": (Text("b", 2, 1), Items([Text("yes", 2, 5), Text("2024-07-05", 2, 10)], 2, 4)),
            "c": (Text("c", 3, 1), Text("", 3, 3)),
        },
        1,
        1,
    )


@pytest.mark.parametrize(
    ("text", "place"),  # of the x in the value
    [
        ("a: b x c\n", (1, 6)),
        ("a: 'b x c'\n", (1, 7)),
        ("a: b\n   x c\n", (2, 4)),
        ("a: |\n  b\n  x c\n", (3, 3)),
        ("a: >\n  b\n  x c\n", (3, 3)),
        ("a: >-\n  b x c\n", (2, 5)),
        ('a: "\\u0062 x c"\n', (1, 4)),  # behind an escape: the value itself
        ("\ufeffa: b x c\r\n", (1, 6)),
        ("# caf\u00e9 \U0001f600\na: \U0001f600 x c\n", (2, 6)),
    ],
)
def test_places_inside_text(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    node, source, _ = read_yaml(write(tmp_path, text))
    assert isinstance(node, Fields)
    value = node.fields["a"][1]
    assert isinstance(value, Text)
    assert source.place_in(value, value.text.index("x")) == place


def test_a_mistake_on_a_long_line_is_cut_around_the_caret(tmp_path: Path) -> None:
    _, source, _ = read_yaml(write(tmp_path, f"a: {'b' * 300} x {'c' * 300}\n"))
    lines = source.show(Mistake(1, 305, "wrong")).split("\n")
    assert lines[0].endswith(":1:305: wrong")
    assert lines[1][lines[2].index("^")] == "x"
    assert max(map(len, lines[1:])) < 130


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_pack_is_told_and_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = GOOD.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        text = (
            text[:at]
            + data.draw(st.text("[]{}<>:-&*!|\"'#@% \n\t,?.ab0\\é", max_size=3))
            + text[at + data.draw(st.integers(0, 9)) :]
        )
    pack, error = read_pack(write(tmp_path_factory.getbasetemp(), text, "damaged.yaml"))
    assert pack is not None or error is not None


def test_shipped_packs_have_no_mistakes() -> None:
    packs, errors = read_packs(Path(__file__).parent.parent / "rules")
    assert [str(error) for error in errors] == []
    assert {"business", "casualties", "election", "general"} <= {pack.name for pack in packs}
    assert all(rule.flags and rule.passes for pack in packs for rule in pack.rules)
