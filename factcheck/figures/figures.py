"""Every figure of a text, with what its words allow. Reads digits, number words, money, percentages and ranges."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.dates.find import Times
from factcheck.figures import codes, kinds, wordings
from factcheck.figures.amounts import Amount, amount_at, complete, in_digits, signed
from factcheck.figures.behind import behind_nouns
from factcheck.figures.hedges import Found, hedge_after, hedge_before, reading, spread_out, word_before
from factcheck.figures.kinds import Other
from factcheck.figures.numerals import DECIMAL, WHOLE
from factcheck.figures.page import Page, anchors, grammar
from factcheck.figures.plain import Known, Plain, plain_at, plain_words
from factcheck.figures.ranges import Pair, pair_at
from factcheck.figures.units import PERCENT, percent_before
from factcheck.interval import Interval, Number, Value
from factcheck.values import frozen
from factcheck.words import Words


@frozen
class Figure:
    """One figure at [start, end) of a text, hedge and unit included; ``core`` is the number itself.

    ``number`` is the number as printed, scaled; a percentage keeps its hundred (33.4% is 334/10). ``bound`` is
    exact, about, above, at_least, below, at_most or range. ``unit`` is "", "percent", "points", "basis points" or a
    currency. ``kind`` is quantity, year, date, time, age, ordinal, score, multiple, label or idiom; a date's core and
    number are its year where one is written. ``is_rounded``: a round whole number read as rounded.
    """

    start: int
    end: int
    text: str
    number: Number
    bound: str
    value: Value
    unit: str
    kind: str
    core: tuple[int, int]
    why: str
    is_rounded: bool = False
    words: bool = False


def find_figures(text: str, words: Words, dates: Times | None = None) -> list[Figure]:
    """Every figure of a text, in order, none overlapping another. Takes time in proportion to the text.

    ``dates`` are the text's own, if they are at hand.
    """
    page = Page(text, grammar(words), dates)
    quick = words.once(_plain_words)
    found: list[Figure] = []
    for start, anchor in anchors(page.grammar.anchor, page.low):
        if start < page.floor:
            continue
        if "0" <= anchor <= "9" and (plain := plain_at(page, quick, start)):
            figures = [_plain(page, start, plain)]
            page.floor = figures[0].end
        else:
            figures, page.floor = _at(page, start, anchor)
        if figures and figures[0].bound in _SIDED and found and (both := _both_ends(page, found[-1], figures[0])):
            found[-1:], figures = [both], figures[1:]
        found += figures
    behind_nouns(page, found)
    return found


def _plain_words(words: Words) -> Plain:
    return plain_words(grammar(words))


_JOINTS = frozenset((" and ", " but ", ", but ", ", ", ", and "))


def _both_ends(page: Page, low: Figure, high: Figure) -> Figure | None:
    """ "more than 100 and fewer than 300": two figures that each bound one side of the same number, as one range."""
    if high.kind != "quantity" or low.kind != "quantity" or high.bound not in _SIDED or low.bound not in _SIDED:
        return None
    if page.text[low.end : high.start] not in _JOINTS or (low.unit and low.unit != high.unit):
        return None
    if low.value.plain.high is not None:
        low, high = high, low
    plain, above = low.value.plain.meet(high.value.plain), low.value.plain.high is None
    generous = low.value.generous.meet(high.value.generous)
    if not above or high.value.plain.low is not None or plain is None or generous is None or plain.is_exact:
        return None
    start, end = min(low.start, high.start), max(low.end, high.end)
    core = (min(low.core[0], high.core[0]), max(low.core[1], high.core[1]))
    text, value = page.text[start:end], Value(plain, generous)
    return Figure(start, end, text, low.number, "range", value, high.unit or low.unit, "quantity", core, "a range")


_SIDED = frozenset(("above", "at_least", "below", "at_most"))


def _plain(page: Page, start: int, plain: tuple[int, Known, bool]) -> Figure:
    """The figure of digits with nothing beside them but perhaps a hedge."""
    end, (number, (value, bound, why, is_rounded), unit, kind, size, step, style), hedged = plain
    core = (start, start + size)
    if hedged:
        return _hedged(page, Amount(start, end, number, step, style, unit, core), kind)
    return Figure(start, end, page.text[start:end], number, bound, value, unit, kind, core, why, is_rounded, False)


_BLANK = re.compile(r"\S*")


def _at(page: Page, start: int, anchor: str) -> tuple[list[Figure], int]:
    """The figures that start at an anchor, and where to go on."""
    found: Amount | Other | None
    if "0" <= anchor <= "9":
        found = _digits(page, start)
    elif anchor in ("www", "http", "https"):
        return [], _web_address(page, start, start + len(anchor))
    elif anchor[0].isalpha():
        found = wordings.read(page, start, anchor)
    else:
        found = amount_at(page, start)
    if found is None:
        return [], page.floor
    if isinstance(found, Other):
        return [_other(page, found)], found.end
    return _quantity(page, found)


def _web_address(page: Page, start: int, end: int) -> int:
    """Where a web address that may start with the word at [start, end) stops."""
    match = _BLANK.match(page.low, end)
    return match.end() if match and page.low[end : end + 1] in (":", ".") else page.floor


def _digits(page: Page, start: int) -> Amount | Other | None:
    """What the digits at ``start`` are."""
    amount = wordings.after_code(page, start) or codes.leading_point(page, start)
    if amount is not None:
        return amount
    if other := codes.before_digits(page, start):
        return other
    numeral = in_digits(page, start)
    if (numeral is None or codes.may_be_other(page, numeral)) and (other := codes.at_digits(page, start)):
        return other
    if numeral is None:
        return codes.glued(page, start)
    amount = complete(page, start, numeral, "")
    return codes.odd_suffix(page, amount) or amount


def _other(page: Page, other: Other) -> Figure:
    start, end = other.start, other.end
    text = page.text[start:end]
    return Figure(
        start, end, text, other.number, "exact", Value.exact(other.number), "", other.kind, other.core, other.why
    )


def _aged(page: Page, other: Other) -> Figure:
    """An age with what bounds it: "aged over 40", "65 or older", "18 to 35"."""
    figure = _other(page, other)
    if other.high is not None:
        return replace(figure, bound="range", value=Value.same(Interval(other.number, other.high)))
    book, start, end = page.grammar.hedges, other.start, other.end
    before, after = hedge_before(book, page.low, start, page.floor), hedge_after(book, page.low, end)
    if before is None and after is None:
        return figure
    read = reading(book, other.number, 1, WHOLE, tuple(found for found in (before, after) if found))
    start, end = before.at if before else start, after.at if after else end
    text, why = page.text[start:end], f"an age, {read.why}"
    return replace(figure, start=start, end=end, text=text, bound=read.bound, value=read.value, why=why)


def _quantity(page: Page, amount: Amount) -> tuple[list[Figure], int]:
    """The figure or figures of an amount, and where to go on."""
    other = kinds.age(page, amount) or kinds.label(page, amount) or kinds.in_place(page, amount)
    if other is not None:
        figure = _aged(page, other) if other.kind == "age" else _other(page, other)
        return [figure], figure.end
    begin = None if amount.unit or amount.number < 1 else percent_before(page, amount.start, amount.end)
    if begin is not None:
        style = DECIMAL if amount.style == WHOLE else amount.style
        amount = amount._replace(start=begin, unit=PERCENT, style=style)
    pair = pair_at(page, amount)
    if pair is not None:
        figures = _paired(page, pair)
        return figures, figures[-1].end
    multiple = wordings.times(page, amount)
    figure = _hedged(page, multiple or amount, "multiple" if multiple else "quantity")
    return [figure], figure.end


def _paired(page: Page, pair: Pair) -> list[Figure]:
    """The figures of two amounts read together: a range, a score, or a movement that shares one unit."""
    if pair.kind == "carried":
        return [_hedged(page, pair.first, "quantity")]
    start, end = pair.start, pair.second.end
    core = (pair.first.core[0], pair.second.core[1])
    if pair.kind == "time":
        return [_other(page, Other("time", start, end, pair.first.number, core, "times of day"))]
    if pair.kind == "score":
        return [_other(page, Other("score", start, end, pair.first.number, core, "a score or ratio"))]
    hedge = None if pair.between else hedge_before(page.grammar.hedges, page.low, start, page.floor)
    after = hedge_after(page.grammar.hedges, page.low, end)
    start, end = (hedge.at if hedge else start), (after.at if after else end)
    low, high = pair.first.number, pair.second.number
    value = Value(Interval(low, high), Interval(*pair.generous_ends()))
    return [Figure(start, end, page.text[start:end], low, "range", value, pair.first.unit, "quantity", core, "a range")]


def _hedged(page: Page, amount: Amount, kind: str) -> Figure:
    """The figure of an amount with the hedges around it."""
    amount = signed(page, amount)
    start, end, hedges = _hedges(page, amount)
    if amount.spread and not hedges:
        read = spread_out(amount.spread)
    else:
        read = reading(page.grammar.hedges, amount.number, amount.step, amount.style, hedges)
    return Figure(
        start,
        end,
        page.text[start:end],
        amount.number,
        read.bound,
        read.value,
        amount.unit,
        kind,
        amount.core,
        read.why,
        read.is_rounded,
        amount.words,
    )


_FROM_FIGURE = re.compile(r" from (?:[a-z]+ ){0,2}[£$€]?[0-9]")


def _robbed(page: Page, found: Found, end: int) -> bool:
    """Whether the word after the figure takes the hedge's sense: "over three years", but "for over three years"."""
    hedge = found.hedge
    if hedge.only_before:
        return page.word_after(end) not in hedge.only_before
    if not hedge.not_before or (word := page.word_after(end)) not in hedge.not_before:
        return False
    if word == "from" and not _FROM_FIGURE.match(page.low, end):
        return False  # "up to 4.99% from April"
    return word_before(page.low, found.at - 1, page.floor) not in hedge.yet_after


def _hedges(page: Page, amount: Amount) -> tuple[int, int, tuple[Found, ...]]:
    """Where the figure begins and ends with its hedges, and the hedges, nearest first."""
    book, start, end = page.grammar.hedges, amount.start, amount.end
    after = hedge_after(book, page.low, end)
    before = hedge_before(book, page.low, start, page.floor)
    if before is not None and _robbed(page, before, end):
        before = None
    if after is None and before is None:
        return start, end, ()
    found = []
    if before is not None:
        start = before.at
        found.append(before)
        if outer := hedge_before(book, page.low, start, page.floor):
            start = outer.at
            found.append(outer)
    if after is not None:
        end = after.at
        found.append(after)
    return start, end, tuple(found)
