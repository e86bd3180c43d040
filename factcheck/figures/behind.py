"""Hedges that stand behind what a figure counts: "500 people or so", "27 weeks or more", "20 deaths and counting"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.figures.amounts import amount_at
from factcheck.figures.hedges import Found, reading
from factcheck.figures.numerals import DOZEN, WHOLE
from factcheck.figures.page import Page
from factcheck.interval import Number
from factcheck.patterns import lazily

if TYPE_CHECKING:
    from factcheck.figures.figures import Figure

# what is counted, where the figure does not hold it: up to three words, the last a plural, or a rate ("a week")
_WORDS = r"(?: (?!(?:or|and|of|in|on|at|to|was|were|is|are|has|had|his|its|this|us|plus)\b)[a-z-]+){0,2}"
_PLURAL = r" (?:people|men|women|children|staff|aircraft|(?!(?:this|was|has|his|its)\b)[a-z-]{2,}s|(?:an?|per) [a-z]+)"
_COUNTED = lazily(rf"(?:{_WORDS}{_PLURAL})?")
_GOES_ON = lazily(r" (?:than|like|likely|of)(?![a-z])|-?[a-z0-9]")


def behind_nouns(page: Page, figures: list[Figure]) -> None:
    """Give the figures of a page the hedges that stand behind their nouns; their places stay as they are."""
    ends: list[int] = []
    for wording, hedge in page.grammar.hedges.behind:
        at = page.low.find(wording)
        while at >= 0:
            ends = ends or [figure.end for figure in figures]
            k = bisect_right(ends, at) - 1
            if k >= 0 and _is_of(page, figures[k], at, at + len(wording)):
                figures[k] = _hedged(page, figures[k], Found(at + len(wording), hedge, wording.strip()))
            at = page.low.find(wording, at + 1)


def _is_of(page: Page, figure: Figure, at: int, end: int) -> bool:
    """Whether the hedge at [at, end) belongs to a figure: nothing but what it counts stands between."""
    if figure.kind != "quantity" or figure.bound != "exact" or at - figure.end > 60 or _GOES_ON.match(page.low, end):
        return False
    return _COUNTED.fullmatch(page.low, figure.end, at) is not None


def _hedged(page: Page, figure: Figure, found: Found) -> Figure:
    step: Number
    amount = amount_at(page, figure.core[0])
    if amount is not None and amount.number == figure.number:
        step, style = amount.step, amount.style
    elif figure.number.denominator == 1:
        step, style = (12, DOZEN) if figure.text.endswith("dozen") else (1, WHOLE)
    else:
        return figure
    read = reading(page.grammar.hedges, figure.number, step, style, (found,))
    return replace(figure, value=read.value, bound=read.bound, why=read.why, is_rounded=False)
