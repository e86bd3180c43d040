"""The quick way for the plainest figures: digits with nothing beside them that could change what they mean.

Half of the figures of an article are such. Reading them here gives what the whole grammar would give
(the tests compare the two) at a third of its cost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.dates.days import MONTHS
from factcheck.dates.years import COUNTED
from factcheck.figures.codes import AFTER_DAY
from factcheck.figures.hedges import Reading, reading
from factcheck.figures.kinds import AGE_WORDS, said_to_be_aged
from factcheck.figures.numerals import DECIMAL, WHOLE, printed
from factcheck.figures.page import JOINTS, Grammar, Page
from factcheck.figures.units import MONEY_SIGNS, PERCENT, PERCENT_OF, POINTS
from factcheck.interval import Number, Value

# No four digits (a year?), no leading zero, and no letter, digit, hyphen or other mark right after.
_PLAIN = re.compile(
    r"((?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{4,8}|[1-9][0-9]{0,2}|0(?=\.))(?:\.[0-9]{1,9})?)"
    r"(%| per cent| percent| percentage points?| points?)?(?=[ \n,;)!?]|\.(?:[^0-9]|$)|$)(?!,[0-9])"
)
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}(?=[ \n,;:)!?]|\.(?:[^0-9]|$)|$)(?![,:][0-9])")
_KEPT = 20_000  # printed numbers remembered
_AROUND_YEARS = frozenset(("gmt", "bst", "utc", "hours", "hrs", "times"))
_JOINING = frozenset(("to", "through", "thru", "and", "or", "times", "fold", "x"))
_IN_EVERY = frozenset(("in", "out"))  # "one in five"
_OF_CLOCKS = frozenset(("in", "this", "today", "yesterday", "on"))
_MARKS = frozenset("%％°ºµμ½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞0123456789[{<-–‐‑‒~" + MONEY_SIGNS)


class Known(NamedTuple):
    """What a plain figure means: its number and reading, unit and kind, and how long the number alone is.

    ``step`` and ``style`` tell its precision, which a hedge needs.
    """

    number: Number
    reading: Reading
    unit: str
    kind: str
    core: int
    step: Number
    style: str


@dataclass(frozen=True)
class Plain:
    """The words beside a figure that call for the whole grammar, and the printed numbers already read."""

    before: frozenset[str]
    money: frozenset[str]  # currency codes
    hedging: frozenset[str]  # the last words of hedges
    after: frozenset[str]
    after_year: frozenset[str]
    known: dict[str, Known] = field(default_factory=dict)


def plain_words(grammar: Grammar) -> Plain:
    """The words beside which a figure is not plain."""
    book = grammar.hedges
    before = {*grammar.labels, *grammar.capital_labels, *grammar.money_signs, "age", "aged", "ages", "minus"}
    before |= {label.rpartition("&")[2] for label in grammar.capital_labels if "&" in label}  # "S&P 500"
    hedges_after = {wording.split()[0].strip(" -+") for wording in book.after_hedge}
    after = {*grammar.goes_on, *_JOINING, *hedges_after}
    return Plain(
        frozenset(before | {"between", "from"}),
        frozenset(grammar.money_signs),
        frozenset(book.before),
        frozenset(after),
        (grammar.goes_on - JOINTS) | COUNTED | _AROUND_YEARS,
    )


def plain_at(page: Page, words: Plain, start: int) -> tuple[int, Known, bool] | None:
    """Where the plain figure at ``start`` ends, what it means and whether a hedge may stand before it.

    None when the whole grammar must decide.
    """
    match = _PLAIN.match(page.low, start)
    if match is None:
        return _year_at(page, words, start)
    end, unit = match.end(), match[2]
    hedged = _hedged(page, words, start)
    if hedged is None or not _goes_alone(page, words, end, 0 if unit else end - start):
        return None
    chunk = match.group()
    return end, words.known.get(chunk) or _read(page, words, chunk, match), hedged


def _year_at(page: Page, words: Plain, start: int) -> tuple[int, Known, bool] | None:
    """A year that is clearly one."""
    match = _YEAR.match(page.low, start)
    if match is None or page.low[start - 1 : start] not in (" ", "(") or page.before(start) in words.money:
        return None
    year, end = match.group(), match.end()
    if year.endswith("00") or page.low.startswith(" (", end) or page.low[end + 1 : end + 2] in _MARKS:
        return None
    if page.low[start - 2 : start - 1] == "." or page.word_after(end) in words.after_year:
        return None
    known = words.known.get(year)
    if known is None:
        read = Reading(Value.exact(int(year)), "exact", "a year", False)
        known = _keep(words, year, Known(int(year), read, "", "year", 4, 1, WHOLE))
    return end, known, False


def _hedged(page: Page, words: Plain, start: int) -> bool | None:
    """Whether a hedge may stand before a figure; None where what stands there may change what it is."""
    low = page.low
    before = low[start - 1 : start] if start else ""
    if before == "(":
        return False
    if before != " ":
        return None
    last = low[start - 2] if start > 1 else ""
    if last in "-–:;)(" and last:
        return False
    word = page.before(start)
    if not word or not last.isalpha() or word in words.before or (word == "of" and low.endswith(PERCENT_OF, 0, start)):
        return None
    if word not in words.hedging:
        return False
    return None if said_to_be_aged(low, start) else True


def _goes_alone(page: Page, words: Plain, end: int, size: int) -> bool:
    """Whether what stands after a figure leaves it as it is; ``size`` is how long it is, 0 when it has its unit."""
    low = page.low
    if low[end : end + 1] not in (" ", "\n"):
        return True
    word = page.word_after(end)
    if not word:
        return low[end + 1 : end + 2] not in _MARKS
    if word in words.after and (size or word not in _IN_EVERY):
        return False
    if word in AGE_WORDS and low.startswith((" old", "-old", " of"), page.after(end)[2]):
        return False
    if size > 5 or not size:
        return True
    if word in AFTER_DAY or word in MONTHS or word in _OF_CLOCKS:
        return False
    return not page.text[end + 1].isupper()  # "10 Downing Street"


def _read(page: Page, words: Plain, chunk: str, match: re.Match[str]) -> Known:
    value = printed(match[1])
    assert value is not None  # the pattern lets only well-formed numbers pass
    number, step = value
    unit = "" if not match[2] else POINTS if "point" in match[2] else PERCENT
    style = DECIMAL if unit or step != 1 else WHOLE
    read = reading(page.grammar.hedges, number, step, style, ())
    return _keep(words, chunk, Known(number, read, unit, "quantity", len(match[1]), step, style))


def _keep(words: Plain, chunk: str, known: Known) -> Known:
    if len(words.known) >= _KEPT:
        words.known.clear()
    words.known[chunk] = known
    return known
