"""The public names: their examples run, and none is missing, and none comes at the price of a slow start."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck import api

ROOT = Path(__file__).parent.parent


def test_the_examples_run() -> None:
    failed, tried = doctest.testmod(api)
    assert failed == 0
    assert tried >= 12


def test_every_public_name_is_there() -> None:
    assert set(factcheck.__all__) == {*api.__all__, "read"}
    assert all(getattr(factcheck, name) is getattr(api, name) for name in api.__all__)
    assert (ROOT / "factcheck/py.typed").exists()
    with pytest.raises(AttributeError, match="no attribute 'nonesuch'"):
        factcheck.nonesuch  # noqa: B018


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys, factcheck; print(sorted(name for name in sys.modules if name.startswith('factcheck')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "['factcheck']\n"


def test_a_document_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndate: 2024-07-05\n---\nAnn Lee won Thornbury by 507 votes.\n", encoding="utf-8")
    document = factcheck.read_document(path)
    assert (document.date, document.path) == ("2024-07-05", str(path))
    with pytest.raises(factcheck.DocumentError, match="cannot be read: no such file or directory"):
        factcheck.read_document(tmp_path / "none.txt")


def test_mistakes_of_a_pack_made_in_python_are_told_at_once() -> None:
    rule = factcheck.make_rule("Off", "farm.egs <= 1", message="m", why="w", flags=["[1 -> 2] eggs"], passes=["2 eggs"])
    parts = {
        "pack": "eggs",
        "about": "Eggs.",
        "units": {"eggs": "whole"},
        "things": {"farm": {"named": "place"}},
        "figures": {"eggs": {"of": "farm", "unit": "eggs"}},
        "rules": [rule],
    }
    with pytest.raises(factcheck.RuleError) as caught:
        factcheck.make_pack(parts)
    assert "`Off`: a rule's id must be lower-case words joined by hyphens; write `off`" in str(caught.value)
    assert "`farm.egs`: no such figure of `farm`; did you mean `farm.eggs`?" in str(caught.value)


def test_bad_packs_and_tables_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("pack: [")
    with pytest.raises(factcheck.RuleError, match="not YAML"):
        factcheck.load_packs(tmp_path)
    with pytest.raises(factcheck.TableError):
        factcheck.load_table("nonesuch")
    with pytest.raises(factcheck.RuleError):
        factcheck.make_pack({})
