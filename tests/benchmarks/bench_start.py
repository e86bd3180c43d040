"""How long the whole process takes for one article, against importing click, yaml and pydantic alone.

Run: ``python tests/benchmarks/bench_start.py [ARTICLE]``. Processes are started by turns and compared pair by pair,
so that a busy machine slows both. The modules are compiled beforehand, as an installed package's are.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import factcheck

RUNS = 15
ARTICLE = Path(__file__).parents[2] / "fixtures" / "articles" / "hendon-results-list-correct.txt"
YARDSTICK = (sys.executable, "-c", "import click, yaml; from pydantic import BaseModel")
REFERENCE = ("--reference", "uk-general-election-2024")


def seconds(command: tuple[str, ...]) -> float:
    """Processor seconds of one process, from its start to its end."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    """Print medians and the ratio to the yardstick."""
    compileall.compile_dir(str(Path(factcheck.__file__).parent), quiet=1)
    article = sys.argv[1] if len(sys.argv) > 1 else str(ARTICLE)
    check = (sys.executable, "-m", "factcheck", "check", article)
    commands = {"imports alone": YARDSTICK, "check": check, "check --reference": (*check, *REFERENCE)}
    for command in commands.values():
        seconds(command)
    runs = [{name: seconds(command) for name, command in commands.items()} for _ in range(RUNS)]
    for name in commands:
        ratio = median(run[name] / run["imports alone"] for run in runs)
        print(f"{name:20}{median(run[name] for run in runs) * 1000:8.0f} ms{ratio:8.2f} times the imports")


if __name__ == "__main__":
    main()
