"""What loading the shipped packs costs, as a part of a run over one article in the same process, imports left out."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from factcheck.document import Document
from factcheck.engine import Engine
from factcheck.packs.files import pack_files, read_files
from factcheck.packs.sources import read_sources
from factcheck.packs.wordsfile import load_words
from factcheck.shipped import shipped

ROOT = Path(__file__).parent.parent
ARTICLE = (ROOT / "fixtures/articles/independents-seed-retold.txt").read_text(encoding="utf-8")


def test_loading_the_packs_is_at_most_two_fifths_of_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))  # a first run, for which nothing was kept
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    hedges = load_words(shipped("rules") / "words.yaml").widths
    shares = []
    for _ in range(5):
        began = time.process_time()
        read_sources(shipped("rules"), (), hedges)
        loading = time.process_time() - began
        began = time.process_time()
        Engine.load().check(Document("article", ARTICLE))
        shares.append(loading / (time.process_time() - began))
    assert sorted(shares)[2] <= 0.4, shares


def test_the_shipped_packs_have_no_mistake_that_a_run_does_not_look_for() -> None:
    files, missing = pack_files(shipped("rules"))
    packs, errors = read_files(files)
    assert (missing, errors) == ([], ())
    assert len(packs) > 7


def test_a_changed_file_is_always_noticed(tmp_path: Path) -> None:
    pack = tmp_path / "mini.yaml"
    good = (ROOT / "tests/broken_packs/good.yaml").read_text(encoding="utf-8")
    pack.write_text(good, encoding="utf-8")
    first = Engine.load([pack])
    pack.write_text(good.replace("severity: error", "severity: errro"), encoding="utf-8")  # as long as before
    second = Engine.load([pack])
    assert first.errors == ()
    assert len(second.errors) == 1
