"""How far a form goes in a sentence that it does not match."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.reading.around import Around
from factcheck.reading.measures import REACH, Form, find_word


class Stop(NamedTuple):
    """How far a form goes in a sentence: words matched, and the one that is wanted where another stands."""

    matched: int
    wanted: str = ""
    there: str = ""
    side: str = ""  # "before" or "after" the figure


def stop_of(form: Form, near: Around) -> Stop:
    """Where a form stops matching the words around a figure; nothing is wanted when it matches."""
    matched = 0
    for side, pattern, words in (("after", form.right, near.right), ("before", form.left, near.left)):
        at, gap = 0, False
        for item in pattern:
            if not item:
                gap = True
                continue
            here = find_word(item, words, at, REACH if gap else 0)
            if here < 0:
                return Stop(matched, item, words[at] if at < len(words) else "", side)
            at, gap, matched = here + 1, False, matched + 1
    return Stop(matched)
