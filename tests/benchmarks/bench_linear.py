"""How time grows with the article: each fixture article, ten of it, and one paragraph repeated 10 and 50 times.

Run: ``python tests/benchmarks/bench_linear.py [--reference]``. Prints seconds and, beside them, the growth; ten
times the article should cost at most twelve times. tests/test_linear.py guards the same by counting calls.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

from bench_articles import ARTICLES, REFERENCE, texts

from factcheck.document import Document
from factcheck.engine import Engine

ROUNDS = 5  # of the short texts; the long ones are timed once


def seconds(engine: Engine, text: str, rounds: int = 1) -> float:
    """The median of the processor seconds for one text."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        engine.check(Document("article", text))
        spent.append(time.process_time() - start)
    return median(spent)


def times(text: str, number: int) -> str:
    """The text so many times over."""
    return "\n\n".join([text.strip()] * number)


def paragraph(text: str, number: int) -> str:
    """The text with its longest paragraph so many times over."""
    longest = max(text.strip().split("\n\n"), key=len)
    return text.replace(longest, times(longest, number), 1)


def main() -> None:
    """Print one line for each kind of growth."""
    engine = Engine.load(references=(REFERENCE,) if "--reference" in sys.argv else ())
    articles = texts(ARTICLES)
    grown: dict[str, Callable[[str], str]] = {
        "the article 10 times": lambda text: times(text, 10),
        "the article 50 times": lambda text: times(text, 50),
        "a paragraph 10 times": lambda text: paragraph(text, 10),
        "a paragraph 50 times": lambda text: paragraph(text, 50),
    }
    for text in articles[:3]:
        engine.check(Document("article", text))  # what a first check loads is not counted
    base = [seconds(engine, text, ROUNDS) for text in articles]
    print(f"{'':24}{'mean growth':>12}{'largest':>10}   (of {len(articles)} articles, {sum(base):.2f} s as they are)")
    for name, grow in grown.items():
        growth = [seconds(engine, grow(text)) / one for text, one in zip(articles, base, strict=True)]
        print(f"{name:24}{sum(growth) / len(growth):12.1f}{max(growth):10.1f}")


if __name__ == "__main__":
    main()
