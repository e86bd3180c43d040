"""The JSON Schema of rule files: shipped packs fit it, broken ones do not where a schema can tell."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from factcheck.authoring.schema import SCHEMA_FILE, pack_schema, render_schema
from factcheck.cli import main
from factcheck.packs.yamlfile import Fields, Items, Node, read_yaml

ROOT = Path(__file__).parent.parent
BROKEN = ROOT / "tests/broken_packs"
SHIPPED = [path for path in sorted((ROOT / "rules").glob("*.yaml")) if path.name != "words.yaml"]
NO_YAML = {"alias", "colon", "empty", "not-yaml", "repeated-key", "tab", "tag", "too-deep", "two-documents"}
SHAPES = {  # what a schema can tell
    *("bad-forms", "bad-severity", "checks-and-tolerances", "example-marks", "id-not-kebab", "missing-keys"),
    *("no-rules-list", "not-a-mapping", "unknown-keys", "unknown-unit-and-figure", "wrong-kinds", "bad-places"),
    *("off-without-extends", "bad-names", "bad-role", "bad-unit", "huge-numbers", "unknown-frame"),
}
VALIDATOR = Draft7Validator(pack_schema())


def plain(node: Node) -> Any:
    """A node as an editor's YAML reads it: whole and decimal numbers as such."""
    if isinstance(node, Fields):
        return {name: plain(value) for name, (_, value) in node.fields.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if node.style == "" and re.fullmatch(r"[0-9]+(\.[0-9]+)?", node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return {"true": True, "false": False}.get(node.text, node.text) if node.style == "" else node.text


def mistakes(path: Path) -> list[str]:
    node, _, _ = read_yaml(path)
    assert node is not None
    return [f"{'/'.join(map(str, each.path))}: {each.message[:200]}" for each in VALIDATOR.iter_errors(plain(node))]


def test_it_is_a_schema_and_the_shipped_one_is_this_one() -> None:
    Draft7Validator.check_schema(pack_schema())
    assert (ROOT / "rules" / SCHEMA_FILE).read_text(encoding="utf-8") == render_schema(), (
        "stale: run factcheck rules schema > rules/pack.schema.json"
    )
    assert json.loads(CliRunner().invoke(main, ["rules", "schema"]).stdout) == pack_schema()


@pytest.mark.parametrize("path", [*SHIPPED, BROKEN / "good.yaml"], ids=lambda path: path.stem)
def test_good_packs_fit(path: Path) -> None:
    assert mistakes(path) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_packs_name_it_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"


@pytest.mark.parametrize("name", sorted({path.stem for path in BROKEN.glob("*.yaml")} - NO_YAML - {"good"}))
def test_it_tells_the_broken_packs_that_a_schema_can_tell(name: str) -> None:
    assert bool(mistakes(BROKEN / f"{name}.yaml")) == (name in SHAPES)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("pack: a\nabout: b\nextends: election\n", True),
        ("pack: a\nabout: b\nextends: election\noff: [tally-off]\nchange: {majority-off: {severity: note}}\n", True),
        ("pack: a\nabout: b\nextends: election\nchange: {majority-off: {why: so}}\n", False),
        ("pack: a\nabout: b\nextends: e\nwidths: {about: {plain: {percent: 1, unit: 1/4}}}\n", False),
        ("pack: a\nabout: b\n", False),
    ],
)
def test_packs_that_extend(text: str, fits: bool, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text)
    assert (mistakes(tmp_path / "a.yaml") == []) is fits
