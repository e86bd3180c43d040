"""What a check may cost, in calls: so that a step that does twice the work is seen when it is added.

Counted on CPython 3.11, with a sixth to spare; later versions make fewer calls. Where a limit is passed, first look
for what is done twice or for nothing (``tests/benchmarks/bench_articles.py`` has the times): a limit is only raised
for reading that is worth its cost.
"""

from __future__ import annotations

import pytest
from articles import article, engine
from test_linear import calls

from factcheck.document import Document
from factcheck.figures.figures import find_figures

CHECKS = {
    "election-night-live-blog-correct": 61_000,
    "hendon-results-list-correct": 96_000,
    "minnesota-2008-recount-margins-correct": 52_000,
    "ipsos-june-2023-net-ratings-correct": 23_000,
    "premier-league-november-2023-table-correct": 65_000,
}
A_FIGURE = 70  # calls, where most figures are plain
NOTHING = "The council met on the green and spoke of trees, birds and the weather, and then everybody went home. "
A_WORD_OF_NOTHING = 24


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_takes_no_more_calls_than_it_did(name: str) -> None:
    document = Document("article", article(name).read_text(encoding="utf-8"))
    checker = engine()
    checker.check(document)  # what a first check loads is not counted
    assert calls(lambda: checker.check(document)) <= CHECKS[name]


def test_reading_figures_takes_no_more_calls_than_it_did() -> None:
    text = article("election-night-live-blog-correct").read_text(encoding="utf-8")
    words = engine().lexicon.words
    figures = find_figures(text, words)
    assert len(figures) == 40
    assert calls(lambda: find_figures(text, words)) <= A_FIGURE * len(figures)


def test_words_without_figures_cost_little() -> None:
    document = Document("article", NOTHING * 20)
    checker = engine()
    checker.check(document)
    assert calls(lambda: checker.check(document)) <= A_WORD_OF_NOTHING * len(document.text.split())
