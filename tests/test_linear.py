"""The cost grows in proportion to the article: counted in calls, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from articles import FOLDER, UK, article, engine

from factcheck.document import Document

TIMES = 10
AT_MOST = 12
NAMES = (
    "hendon-results-list-correct",
    "narrowest-seats-round-up-correct",
    "clacton-one-digit-wrong",
    "perry-barr-shares-only-chain",
    "greens-tally-against-list",
    "ynys-mon-pipe-table-correct",
)


def calls(run: Callable[[], object]) -> int:
    """How many functions, built-in ones too, are called."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def growth(text: str, longer: str, reference: str) -> float:
    """How many times the calls of a text a longer one takes."""
    checker = engine(reference)
    checker.check(Document("article", longer))  # what a first check loads is not counted
    one = calls(lambda: checker.check(Document("article", text)))
    return calls(lambda: checker.check(Document("article", longer))) / one


@pytest.mark.parametrize("reference", ["", UK])
@pytest.mark.parametrize("name", NAMES)
def test_ten_times_the_article_takes_at_most_twelve_times_the_calls(name: str, reference: str) -> None:
    text = article(name).read_text(encoding="utf-8").strip()
    assert growth(text, "\n\n".join([text] * TIMES), reference) <= AT_MOST


@pytest.mark.parametrize("name", NAMES)
def test_a_paragraph_repeated_takes_at_most_twelve_times_the_calls(name: str) -> None:
    paragraph = max(article(name).read_text(encoding="utf-8").split("\n\n"), key=len)
    ten, hundred = ("\n\n".join([paragraph] * n) for n in (TIMES, TIMES * TIMES))
    assert growth(ten, hundred, "") <= AT_MOST


def test_articles_put_together_take_little_more_than_each_alone() -> None:
    """Ten different articles in one file: many races, people and conflicts at once."""
    paths = sorted(p for p in FOLDER.iterdir() if p.suffix == ".txt")[:TIMES]
    texts = [path.read_text(encoding="utf-8").strip() for path in paths]
    checker = engine()
    for text in texts:
        checker.check(Document("article", text))
    alone = sum(calls(lambda text=text: checker.check(Document("article", text))) for text in texts)  # type: ignore[misc]
    together = calls(lambda: checker.check(Document("article", "\n\n".join(texts))))
    assert together <= AT_MOST / TIMES * alone
