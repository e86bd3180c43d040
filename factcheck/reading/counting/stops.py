"""How far a form goes in a sentence that it does not match."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.reading.counting.around import Around
from factcheck.reading.counting.measures import Form, missing


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
        stop = missing(pattern, words)
        matched += sum(map(bool, pattern if stop is None else pattern[: stop[0]]))
        if stop is not None:
            item, at = stop
            return Stop(matched, pattern[item], words[at] if at < len(words) else "", side)
    return Stop(matched)
