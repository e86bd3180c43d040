"""Places in an order that are told from its end or from here: "the last but one", "the next item". For reading only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.figures.figures import Figure
from factcheck.figures.hedges import word_before
from factcheck.interval import Value
from factcheck.patterns import any_of
from factcheck.words import Words

END, HERE = "from the end", "from here"
# with these behind it a date or a length of time is meant, or nothing at all: "next year", "next to", "last until"
_NOT_BEFORE = (
    r"(?! ?(?:years?|weeks?|months?|quarters?|weekends?|nights?|decades?|centur(?:y|ies)|seasons?|summer|winter|spring"
    r"|autumn|fall|days?|hours?|minutes?|seconds?|mornings?|evenings?|afternoons?|christmas|easter|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|to|of|of kin|door|until|till|longer|for|from|through|well|affairs|account|resort)(?![a-z]))"
)
# before these "last" is a verb, or an idiom: "to last", "at last"
_NOT_AFTER = frozenset("to will would can could may might must should did does not at these those which that".split())


def find_places(text: str, words: Words) -> Iterator[Figure]:
    """The places told from an end or from here, in order; ``unit`` tells from which, ``number`` how many steps."""
    known = words.once(_known)
    if not known:
        return
    for match in words.once(_pattern).finditer(text.lower()):
        word = match["word"]
        unit, number = known[word]
        if word == "last" and word_before(text.lower(), match.start("word") - 1, 0) in _NOT_AFTER:
            continue
        start, end = match.start() if " " in word else match.start("word"), match.end()
        core, why = match.span("word"), f"a place in an order, told {unit}"
        exact = Value.exact(number)
        yield Figure(start, end, text[start:end], number, "exact", exact, unit, "ordinal", core, why, words=True)


def _known(words: Words) -> dict[str, tuple[str, int]]:
    return {place: (unit, int(n)) for unit in (END, HERE) for place, n in words.numbers.get(unit, {}).items()}


def _pattern(words: Words) -> re.Pattern[str]:
    alone = r"(?:(?<!last)(?<!final) one(?![a-z]| [a-z]+s(?![a-z])))?"  # "the next one"
    named = any_of(words.once(_known))
    return re.compile(rf"(?<![a-z-])(?:the )?(?P<word>{named}){_NOT_BEFORE}(?![a-z-]){alone}")
