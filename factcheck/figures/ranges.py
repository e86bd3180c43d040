"""Two numbers read together: a range ("10-15%", "800 to 1,000"), a score ("3-2"), or a movement that shares a unit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.amounts import Amount, amount_at
from factcheck.figures.numerals import DECIMAL, FRACTION, MEASURE, MULTIPLE, SCALED, WHOLE, tidy
from factcheck.figures.page import Page
from factcheck.figures.units import UNIT_STYLE, is_money
from factcheck.figures.wordings import after_code
from factcheck.interval import Number
from factcheck.patterns import lazily

_JOINT = lazily(r"(?:(-)? (to|and|or|through|thru) |-(to)-|([-–‐‑‒~] ?| [-–‐‑‒~] ))(?=[-−]?[0-9£$€₹a-z])")
_PLURAL = lazily(r"[ -](?:[a-z]+[ -])?(?:people|men|women|children|[a-z]{2,}s)(?![a-z])")
_NO_PLURAL = lazily(r"[ -](?:votes?|points?)? ?(?:was|is|has|less|pass|this|vs|loss|across|versus|success)(?![a-z])")
_MERIDIEM = lazily(r"(?::[0-5][0-9])? ?(?:[ap]m\b|[ap]\.m\.)")  # "between 3 and 4 p.m."
_MARKS = frozenset("-–‐‑‒~")
_WORDS = frozenset(("to", "and", "or", "through", "thru"))


_MOVING = frozenset(
    ("from", "up", "down", "rose", "fell", "rising", "falling", "climbed", "dropped", "grew", "increased", "jumped")
)
_GAINING = frozenset(
    "lost loses gained gains added adds shed sheds cut cuts raised lifted slid slipped edged off".split()
)
_RANGING = lazily(r"(?<![a-z])(?:rang(?:e|es|ed|ing)|anywhere|somewhere|var(?:y|ies|ied|ying)) from \Z")


class Pair(NamedTuple):
    """Two amounts read together from ``start`` on: a range, score, time, or "carried" (use the first)."""

    kind: str
    start: int
    first: Amount
    second: Amount
    between: bool = False

    def generous_ends(self) -> tuple[Number, Number]:
        """The ends of a range, half a place wider where they were rounded to one."""
        return tidy(self.first.number - _slack(self.first)), tidy(self.second.number + _slack(self.second))


def _slack(amount: Amount) -> Number:
    rounded = amount.style in (DECIMAL, SCALED, MEASURE)
    return Fraction(amount.step) / 2 if rounded else 0


def pair_at(page: Page, first: Amount) -> Pair | None:
    """What an amount and the one after it are together; None when they are two figures of their own."""
    char = page.low[first.end : first.end + 1]
    if char not in _MARKS and (
        char != " "
        or (page.word_after(first.end) not in _WORDS and page.low[first.end + 1 : first.end + 2] not in _MARKS)
    ):
        return None
    joint = _JOINT.match(page.low, first.end)
    if joint is None:
        return None
    second = amount_at(page, joint.end()) or _coded(page, joint.end())
    if second is None or first.style == MULTIPLE or (second.style == FRACTION and first.style == WHOLE):
        return None
    if _MERIDIEM.match(page.low, second.end) and not second.unit:
        return Pair("time", first.start, first, second) if first.number < 13 else None
    before = page.before(first.start)
    return _joined(page, first, second, joint, before)


def _coded(page: Page, start: int) -> Amount | None:
    """Money with its code before the number: the second of "between Rs 10 lakh and Rs 15 lakh"."""
    code = _CODE.match(page.low, start)
    return after_code(page, code.end()) if code else None


_CODE = lazily(r"[a-z]{2,3}\.? ?(?=[0-9])")


def _joined(page: Page, first: Amount, second: Amount, joint: re.Match[str], before: str) -> Pair | None:
    """What two amounts are by what stands between them."""
    if joint[1]:
        return _suspended(first, second) if joint[2] == "to" else None
    if joint[2] or joint[3]:
        return _worded(page, first, second, joint[2] or joint[3], before)
    if " " in joint[4]:
        return _apart(page, first, second)
    return _hyphened(page, first, second, joint[4] == "~")


def _worded(page: Page, first: Amount, second: Amount, joint: str, before: str) -> Pair | None:
    if joint == "and" and before != "between":
        return None
    alike = _shared(first, second)
    if alike is None or (first.unit and not second.unit):
        return None  # "rose 23% to 6,375"
    if joint == "and":
        start = first.start - len("between ")
        return Pair("range", max(start, page.floor), alike, second, True) if alike.number < second.number else None
    if joint == "or" and not alike.number < second.number <= 3 * alike.number:
        return None  # "4,500 or 12 per cent", "three or 12 per cent": the same thing twice
    if before == "from" and joint == "to" and _RANGING.search(page.low, max(page.floor, first.start - 18), first.start):
        start = first.start - len("from ")
        return Pair("range", start, alike, second) if alike.number < second.number else None
    if joint == "or" or alike.number >= second.number or _moves(first, second, before):
        return Pair("carried", first.start, alike, second) if alike is not first else None
    if joint not in ("through", "thru") and _is_result(page, alike, second):
        return None
    return Pair("range", first.start, alike, second)


def _moves(first: Amount, second: Amount, before: str) -> bool:
    """Whether two amounts are a move: "rose 3 to 5", "by £2bn to £13bn", "lost $0.33 to $62.13"; not "cut 30 to 40"."""
    units = bool((first.unit and second.unit) or first.style == DECIMAL)  # "by 18.7 to 27.6%"
    by_each = before == "by" and (units or second.number > 5 * first.number)  # "by 39,000 to 1.43 million"
    if before in _MOVING or by_each:
        return True
    return before in _GAINING and bool(first.unit) and second.number > 5 * first.number


def _is_result(page: Page, first: Amount, second: Amount) -> bool:
    """Whether "12,345 to 13,456" looks like two results, or "20 to 30" like a vote, and not like a range."""
    if second.unit or second.scale > 1:
        return False
    if first.number >= 100 and (first.number % 10 or second.number % 10):
        return True
    return not _counts_on(page, second.end)


def _suspended(first: Amount, second: Amount) -> Pair | None:
    """ "10- to 15-year", "3- to 4-percent"."""
    alike = _shared(first, second)
    return Pair("range", first.start, alike, second) if alike and alike.number < second.number else None


def _apart(page: Page, first: Amount, second: Amount) -> Pair | None:
    """ "10 - 15 per cent": a range only where a unit or a plural noun tells that both count one thing."""
    alike = _shared(first, second)
    if alike is None or alike.number >= second.number:
        return None
    if not (second.unit or _counts_on(page, second.end) or _round_hundreds(alike, second)):
        return None
    return Pair("range", first.start, alike, second) if not first.unit or first.unit == second.unit else None


def _hyphened(page: Page, first: Amount, second: Amount, wave: bool) -> Pair | None:
    alike = _shared(first, second)
    if alike is None:
        return None
    rising = alike.number < second.number
    if rising and (wave or second.unit or first.unit or second.style == SCALED):
        return Pair("range", first.start, alike, second)
    if rising and (_round_hundreds(alike, second) or _counts_on(page, second.end)):
        return Pair("range", first.start, alike, second)
    whole = first.style == WHOLE and second.style == WHOLE and not second.unit
    if second.unit and not rising:
        return Pair("carried", first.start, alike, second) if alike is not first else None
    return Pair("score", first.start, first, second) if whole else None


def _round_hundreds(first: Amount, second: Amount) -> bool:
    return first.number >= 100 and not first.number % 10 and not second.number % 10


def _counts_on(page: Page, end: int) -> bool:
    """Whether a plural noun follows: "10-15 votes", "5 to 7 Labour councillors"."""
    return _PLURAL.match(page.low, end) is not None and _NO_PLURAL.match(page.low, end) is None


def _shared(first: Amount, second: Amount) -> Amount | None:
    """The first amount with the unit and scale it shares with the second ("£10-15m", "3 to 5 per cent")."""
    if first.unit and second.unit and first.unit != second.unit:
        return None
    if not first.unit and second.unit.isupper() and second.core[0] != second.start:
        return None  # "5 to £10"
    unit, number, step, style = first.unit or second.unit, first.number, first.step, first.style
    if second.scale > 1 == first.scale and number <= 20 * second.number / second.scale:
        number, step, style = tidy(number * second.scale), tidy(step * second.scale), SCALED
    if unit and style == WHOLE and not is_money(unit):
        style = DECIMAL if unit in UNIT_STYLE else MEASURE
    if unit == first.unit and number == first.number:
        return first
    return first._replace(unit=unit, number=number, step=step, style=style)
