"""The frame of analyses: an innings and its bowling, "Extras (lb-3, w-1) 4 Total 282 ... Bowling: Lee 23-7-54-1, ...".

Each analysis is overs, maidens, runs and wickets. The runs of all bowlers make the total, but for byes, leg byes and
penalty runs, which are no bowler's; they stand in the bracket of the extras.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.interval import Value
from factcheck.patterns import lazily
from factcheck.statements.statement import Said, Statement

EXTRAS = lazily(r"\bextras?:? ?\(([^()\n]{1,60})\)[ :]{0,3}(\d{1,3})\b")
TOTAL = lazily(r"\btotal:? ?(?:\([^()\n]{1,60}\))?[ :]{0,3}(\d{1,4})\b")
BOWLING = lazily(r"\bbowling(?: \([^()\n]{1,30}\))?: ?([^\n]{1,600})")
ANALYSIS = lazily(r"(?<![\d.-])\d{1,3}(?:\.\d)?-\d{1,3}-(\d{1,3})-\d{1,2}(?![\d-])")
EXTRA = lazily(r"(?<![a-z])(b|lb|nb|w|pen|p)[ -]?(\d{1,3})(?!\d)")
NO_BOWLERS = frozenset(("b", "lb", "pen", "p"))
LEAST = 3  # bowlers of an innings


def analyses(low: str) -> Iterator[Statement]:
    """Every innings of a draft, given in lower case, whose total, extras and bowling are all told, in this order."""
    if "bowling" not in low:
        return
    begin = 0
    for bowling in BOWLING.finditer(low):
        extras = _last(EXTRAS.finditer(low, begin, bowling.start()))
        total = _last(TOTAL.finditer(low, extras.end() if extras else begin, bowling.start()))
        begin = bowling.end()
        if extras and total:
            yield from _innings(low, extras, total, bowling)


def _last(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    every = list(found)
    return every[-1] if every else None


def _innings(low: str, extras: re.Match[str], total: re.Match[str], bowling: re.Match[str]) -> Iterator[Statement]:
    kinds = list(EXTRA.finditer(low, *extras.span(1)))
    runs = list(ANALYSIS.finditer(low, *bowling.span(1)))
    if len(kinds) > 1:
        whole = (_said("total", extras, 2),)
        yield Statement(
            "breakdown", "the extras", whole, tuple(_said("amount_of_part", k, 2) for k in kinds), complete=True
        )
    if len(runs) >= LEAST and kinds:
        byes = sum(int(k[2]) for k in kinds if k[1] in NO_BOWLERS)
        told = _said("innings_total", total, 1), Said("byes", Value.exact(byes), *extras.span(1), extras[1])
        yield Statement("analyses", "the innings", told, tuple(_said("conceded", r, 1) for r in runs), complete=True)


def _said(slot: str, match: re.Match[str], group: int) -> Said:
    """A number of a match, as a figure of a slot."""
    return Said(slot, Value.exact(int(match[group])), *match.span(group), match[group], slot.replace("_", " "))
