"""What loading the shipped packs costs, as a part of the run of a process over one article."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from factcheck.engine import Engine
from factcheck.packs.files import pack_files, read_files
from factcheck.shipped import shipped

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "fixtures/articles/independents-seed-retold.txt"
RUN = """
import sys, time
from factcheck.document import Document
from factcheck.engine import Engine
began = time.process_time()
engine = Engine.load()
loading = time.process_time() - began
engine.check(Document("article", open(sys.argv[1], encoding="utf-8").read()))
print(loading / time.process_time())
"""


def test_loading_the_packs_is_at_most_two_fifths_of_a_run(tmp_path: Path) -> None:
    # the first run keeps what it read of the packs, as Python keeps compiled modules
    told = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", RUN, str(ARTICLE)]
    shares = [float(subprocess.run(command, env=told, capture_output=True, check=True).stdout) for _ in range(4)]
    assert max(shares) <= 0.4, shares


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
