"""Articles per second, in one process on one core, of factcheck and of proselint on the same articles.

Run: ``python tests/benchmarks/bench_articles.py [FOLDER]``; the default folder is ``fixtures/articles``.
proselint is a yardstick and no dependency: ``pip install proselint`` to compare; without it, its rows are left out.
Times are processor seconds of this process; the two take turns, and the medians of the rounds are printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median

from factcheck.document import Document
from factcheck.engine import Engine

ROUNDS = 5
WORDS = 616  # of the article that rates are given for
REFERENCE = "uk-general-election-2024"
ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"

Check = Callable[[str], object]


def texts(folder: Path) -> list[str]:
    """The articles of a folder."""
    paths = [p for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".md") and p.stem != "README"]
    return [p.read_text(encoding="utf-8") for p in paths]


def checkers() -> dict[str, Check]:
    """What is timed, by name."""
    plain, referred = Engine.load(), Engine.load(references=(REFERENCE,))
    found: dict[str, Check] = {
        "factcheck": lambda text: plain.check(Document("article", text)),
        "factcheck --reference": lambda text: referred.check(Document("article", text)),
    }
    try:
        found["proselint"] = proselint()
    except ImportError:
        print("proselint is not installed: pip install proselint to compare", file=sys.stderr)
    return found


def proselint() -> Check:
    """A check by proselint (0.16 or later) with all that it checks by default. Raises ImportError."""
    tools, checks = import_module("proselint.tools"), import_module("proselint.checks")
    import_module("proselint.registry").CheckRegistry().register_many(checks.__register__)
    settings = import_module("proselint.config").DEFAULT
    return lambda text: tools.LintFile(source="article", content=text).lint(settings)


def seconds(check: Check, articles: list[str]) -> float:
    """Processor seconds for checking all articles once."""
    start = time.process_time()
    for text in articles:
        check(text)
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    articles = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
    length = sum(len(text.split()) for text in articles) / WORDS
    checks = checkers()
    for check in checks.values():
        seconds(check, articles)  # a round that is not counted
    rounds = [{name: seconds(check, articles) for name, check in checks.items()} for _ in range(ROUNDS)]
    print(f"{len(articles)} articles, {length * WORDS:,.0f} words, {ROUNDS} rounds by turns")
    print(f"{'':24}{'articles/s':>12}{f'of {WORDS} words/s':>18}{'times proselint':>18}")
    for name in checks:
        spent = median(each[name] for each in rounds)
        ratio = median(each["proselint"] / each[name] for each in rounds) if "proselint" in checks else 0
        told = f"{ratio:.2f}" if ratio else "-"
        print(f"{name:24}{len(articles) / spent:12.1f}{length / spent:18.1f}{told:>18}")


if __name__ == "__main__":
    main()
