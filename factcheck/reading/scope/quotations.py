"""What stands in quotation marks: somebody else's words, for which the article vouches less."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

# Curly marks pair by shape; straight ones within a line, the second before a blank or a mark of the sentence. What
# single marks hold ends with a mark of the sentence, or is half an apostrophe: ‘We have 23 staff,’ he said.
# Each begins with its mark, so that the text between is passed over quickly.
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"(?<!\w\")[^\"\n]+\"(?!\w)|«[^»\n]*(?:»|$)"
    r"|‘(?<!\w‘)(?:[^’\n]|’(?=\w))*(?:(?<=[.,!?])’|’(?= (?:said|says|he|she|they)\b)|$)"
    r"|'(?<!\w')(?:[^'\n]|'(?=\w)){0,600}(?<=[.,!?])'(?!\w)",
    re.MULTILINE,
)
LEAST = 4  # words; fewer are a word or a name set apart, and not what somebody said


def quotations(text: str) -> list[tuple[int, int]]:
    """Where each quotation of a few words or more begins and ends, in order."""
    return [m.span() for m in _QUOTED.finditer(text) if len(m.group().split()) >= LEAST]


def is_quoted(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place of the text lies in one of the quotations."""
    k = bisect_right(spans, (at, float("inf"))) - 1
    return k >= 0 and spans[k][0] <= at < spans[k][1]
