"""The quick way for the plainest figures: digits with nothing beside them that could change what they mean.

Half of the figures of a results report are such. Reading them here gives what the whole grammar would give
(the tests compare the two) at a third of its cost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.interval import Number
from factcheck.reading.codes import AFTER_DAY
from factcheck.reading.dates import MONTHS
from factcheck.reading.hedges import Reading, reading
from factcheck.reading.kinds import AGE_WORDS
from factcheck.reading.numerals import DECIMAL, WHOLE, printed
from factcheck.reading.page import Grammar, Page

# No four digits (a year?), no leading zero, and no letter, digit, hyphen or other mark right after.
_PLAIN = re.compile(
    r"((?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{4,8}|[1-9][0-9]{0,2}|0(?=\.))(?:\.[0-9]{1,9})?)(%?)"
    r"(?=[ \n,;)!?]|\.(?:[^0-9]|$)|$)(?!,[0-9])"
)
_KEPT = 20_000  # printed numbers remembered
_JOINING = frozenset(("to", "and", "or", "times", "fold", "x", "in", "this", "today", "yesterday", "on"))


@dataclass(frozen=True)
class Plain:
    """The words beside a figure that call for the whole grammar, and the printed numbers already read."""

    before: frozenset[str]
    after: frozenset[str]
    known: dict[str, tuple[Number, Reading, str]] = field(default_factory=dict)


def plain_words(grammar: Grammar) -> Plain:
    """The words beside which a figure is not plain."""
    book = grammar.hedges
    before = {*book.before, *grammar.labels, *grammar.capital_labels, *grammar.money_signs, "age", "aged", "ages"}
    hedges_after = {wording.split()[0].strip(" -+") for wording in book.after_hedge}
    after = {*grammar.goes_on, *AFTER_DAY, *AGE_WORDS, *_JOINING, *hedges_after}
    return Plain(frozenset(before | {"between", "under", "over", "from", "minus"}), frozenset(after))


def plain_at(page: Page, words: Plain, start: int) -> tuple[int, Number, Reading, str] | None:
    """Where the plain figure at ``start`` ends, its number, reading and unit; None when the grammar must decide."""
    match = _PLAIN.match(page.low, start)
    if match is None or not _stands_alone(page, words, start):
        return None
    end = match.end()
    after = page.low[end : end + 1]
    if after in (" ", "\n") and not _goes_alone(page, words, end):
        return None
    chunk = match.group()
    known = words.known.get(chunk)
    if known is None:
        known = _read(page, words, chunk, match[1], match[2])
    return end, *known


def _stands_alone(page: Page, words: Plain, start: int) -> bool:
    """Whether what stands before a figure leaves it as it is."""
    low = page.low
    before = low[start - 1 : start] if start else ""
    if before == "(":
        return True
    if before != " ":
        return False
    last = low[start - 2] if start > 1 else ""
    if last in "-–:;)(" and last:
        return True
    return last.isalpha() and page.before(start) not in words.before and bool(page.before(start))


def _goes_alone(page: Page, words: Plain, end: int) -> bool:
    """Whether what stands after a figure and a blank leaves it as it is."""
    word = page.word_after(end)
    if word:
        return word not in words.after and word[:3] not in MONTHS and not page.text[end + 1].isupper()
    return page.low[end + 1 : end + 2] not in _MARKS


_MARKS = frozenset("%％½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞0123456789-–−‐‑‒+(€£$₹")


def _read(page: Page, words: Plain, chunk: str, digits: str, percent: str) -> tuple[Number, Reading, str]:
    value = printed(digits)
    assert value is not None  # the pattern lets only well-formed numbers pass
    number, step = value
    style = DECIMAL if percent or step != 1 else WHOLE
    if len(words.known) >= _KEPT:
        words.known.clear()
    read = reading(page.grammar.hedges, number, step, style, ())
    words.known[chunk] = known = (number, read, "percent" if percent else "")
    return known
