"""The frame of a grouping: a number whose commas do not part its digits by threes, as "6,5000,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.interval import Value
from factcheck.reading.layout import Sentence
from factcheck.statements.statement import Said, Statement

GROUPED = re.compile(r"(?<![\w.,/-])([£$€]?)(\d{1,4}(?:,\d{1,5})+)(?![\w/-]|[.,]\d)")
INDIAN = re.compile(r"\d{1,2}(?:,\d\d)*,\d{3}")
THREE = 3
OFF = 1  # a group of one digit more or less is a slip; anything else is a list of numbers


def groupings(sentence: Sentence, text: str) -> Iterator[Statement]:
    """Every number of a sentence with odd groups, and how many; with two or more it may be a list of numbers."""
    if not [word for word in sentence.words if "," in word and len(word) > THREE]:
        return
    for found in GROUPED.finditer(text, sentence.start, sentence.end):
        odd = _odd(found[1], found[2])
        if odd and not INDIAN.fullmatch(found[2]):
            made = Said("odd_groups", Value.exact(odd), found.start(), found.end(), found[0])
            yield Statement("grouping", found[0], (made,))


def _odd(sign: str, digits: str) -> int:
    """How many groups behind the first have not three digits; 0 where that is no slip of one digit."""
    first, *groups = digits.split(",")
    odd = [len(group) - THREE for group in groups if len(group) != THREE]
    if len(first) > THREE or (len(odd) == 1 and abs(odd[0]) > OFF):
        return 0
    return len(odd) if len(groups) > 1 or (sign and odd == [OFF]) else 0
