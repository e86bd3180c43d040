"""The frame of analyses: an innings and its bowling, "Extras (lb-3) 3 Total (90 overs) 282 ... Bowling: Lee 23-7-54-1".

Each analysis is overs, maidens, runs and wickets. The runs of all bowlers make the total, but for byes, leg byes and
penalty runs, which are no bowler's; they stand in the bracket of the extras. The overs of all bowlers are those of the
innings: where they are not, the list is not whole, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.interval import Value
from factcheck.patterns import lazily
from factcheck.statements.statement import Said, Statement

EXTRAS = lazily(r"\bextras?:? ?\(([^()\n]{1,60})\)[ :]{0,3}(\d{1,3})\b")
TOTAL = lazily(r"\btotal:? ?\([^()\n]{1,60}?(\d{1,3}(?:\.\d)?) ov[a-z]{0,4}[^()\n]{0,30}\)[ :]{0,3}(\d{1,4})\b")
BOWLING = lazily(r"\bbowling(?: \([^()\n]{1,30}\))?:")
LENGTH = 600  # characters of one list of bowlers
ANALYSIS = lazily(r"(?<![\d.-])(\d{1,3}(?:\.\d)?)-\d{1,3}-(\d{1,3})-\d{1,2}(?![\d-])")
EXTRA = lazily(r"(?<![a-z])(b|lb|nb|w|pen|p)[ -]?(\d{1,3})(?!\d)")
NO_BOWLERS = frozenset(("b", "lb", "pen", "p"))
OVER = 6  # balls


def analyses(low: str) -> Iterator[Statement]:
    """Every innings of a draft, given in lower case, whose extras, total and bowling are all told, in this order."""
    begin = 0
    for bowling in BOWLING.finditer(low) if "bowling" in low else ():
        extras = _last(EXTRAS.finditer(low, begin, bowling.start()))
        total = _last(TOTAL.finditer(low, extras.end(), bowling.start())) if extras else None
        begin = bowling.end()
        if extras and total:
            yield from _innings(low, extras, total, bowling)


def _last(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    every = list(found)
    return every[-1] if every else None


def _innings(low: str, extras: re.Match[str], total: re.Match[str], bowling: re.Match[str]) -> Iterator[Statement]:
    kinds = list(EXTRA.finditer(low, *extras.span(1)))
    runs = _whole_list(ANALYSIS.finditer(low, bowling.end(), bowling.end() + LENGTH), _balls(total[1]))
    if len(kinds) > 1:
        yield _whole("breakdown", "the extras", [_said("total", extras, 2)], "amount_of_part", kinds)
    if kinds and runs:
        byes = sum(int(k[2]) for k in kinds if k[1] in NO_BOWLERS)
        told = [_said("innings_total", total, 2), Said("byes", Value.exact(byes), *extras.span(1), extras[1])]
        yield _whole("analyses", "the innings", told, "conceded", runs)


def _whole_list(found: Iterator[re.Match[str]], balls: int) -> list[re.Match[str]]:
    """The first analyses whose overs make so many balls; none where they never do."""
    runs: list[re.Match[str]] = []
    while balls > 0 and (run := next(found, None)) is not None:
        runs.append(run)
        balls -= _balls(run[1])
    return runs if balls == 0 else []


def _whole(frame: str, name: str, told: Sequence[Said], slot: str, parts: Sequence[re.Match[str]]) -> Statement:
    return Statement(frame, name, tuple(told), tuple(_said(slot, part, 2) for part in parts), complete=True)


def _balls(overs: str) -> int:
    """The balls of overs as they are written: 41.5 is 41 overs and five balls."""
    whole, _, part = overs.partition(".")
    return OVER * int(whole) + int(part or 0)


def _said(slot: str, match: re.Match[str], group: int) -> Said:
    """A number of a match, as a figure of a slot."""
    return Said(slot, Value.exact(int(match[group])), *match.span(group), match[group], slot.replace("_", " "))
