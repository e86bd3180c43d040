"""The event that a draft reports: its year and kind, by its date or its own words."""

from __future__ import annotations

import re

from factcheck.patterns import lowered
from factcheck.reading.scope.scope import Event, singular
from factcheck.reading.scope.scopewords import ScopeWords

HEAD = 300  # characters in which a draft says what it reports
START = 1500  # characters in which a by-election is spoken of more than once if the draft is about one
BEFORE = 24  # characters before a year that tell what it is the year of
_WORD = re.compile(r"[^\W\d_]+")
_BY_ELECTION = re.compile(r"by-?election")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ELECTION = re.compile(r"\s+(?:\w+\s+){0,3}election")  # "the 2019 general election"
_ELECTION_OF = re.compile(r"(?<!by)(?<!by-)election\s+(?:of\s+|in\s+)?\Z")
_DATED = re.compile(r"(?:\b(?:in|of|since)|\w \d\d?,?) \Z")  # "since 2019", "5 July 2024" and "July 5, 2024"


def event_of(text: str, date: str, words: ScopeWords) -> Event:
    """The year and kind of the event that a draft reports, by its date, its own words, or nothing."""
    low = lowered(text)
    often = len(_BY_ELECTION.findall(low, 0, START)) > 1
    kind = "by-election" if often or "by-election" in low[:HEAD] else ""
    own = _own_kinds(low[:HEAD], words)
    if date:
        return Event(int(date[:4]), kind, own, int(date[:4]))
    years = [match.span() for match in _YEAR.finditer(low)]
    named = [int(low[start:end]) for start, end in years if _of_election(low, start, end)]
    dated = [int(low[start:end]) for start, end in years if _is_dated(text, start, end)]
    return Event(max(named, default=0), kind, own, max(dated, default=0))


def _of_election(low: str, start: int, end: int) -> bool:
    """Whether a year names an election: "the 2019 general election", "the election of 2019"."""
    if _ELECTION_OF.search(low[max(0, start - BEFORE) : start]):
        return True
    return not low[start - 1 : start].isalnum() and _ELECTION.match(low, end) is not None


def _is_dated(text: str, start: int, end: int) -> bool:
    """Whether a year stands where years of dates do."""
    return not text[end : end + 1].isalnum() and _DATED.search(text[max(0, start - BEFORE) : start]) is not None


def _own_kinds(head: str, words: ScopeWords) -> frozenset[str]:
    """The kinds of election that the head of a draft speaks of, unless it is a general election that it reports."""
    if "general election" in head or "by-election" in head:
        return frozenset()
    places = words.find(head, 0, len(head), frozenset(_WORD.findall(head))).get("elsewhere", ())
    return frozenset(singular(head[start:end]) for start, end in places)
