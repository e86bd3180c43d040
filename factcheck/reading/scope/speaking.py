"""Who says a figure of a sentence, and as of when: "police said", "according to the ministry", "on Tuesday"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.reading.layout import Unit

SUBJECT = 5  # units that the name of a speaker takes at most
NEAR = 24  # units within which a speaker is that of a figure, marks counted
ENDS = frozenset("that and but while as when who which had has have was were also later it he".split())
PREPOSITIONS = frozenset("of to on at by with for in from than over".split())
ARTICLES = frozenset("the a an its their his her".split())
MARK = 4  # what a mark between a speaker and a figure counts

Lists = Mapping[str, Sequence[str]]  # the house's words, by the name of their list


def speaker(units: Sequence[Unit], i: int, words: Lists) -> str:
    """Who says the figure at ``units[i]``, by the nearest saying word of its sentence; "" where nobody is named."""
    verbs, said = frozenset(words["speaking/verbs"]), []
    for k, unit in enumerate(units):
        if unit.kind == "w" and unit.low in verbs and not (k and units[k - 1].low == "to"):  # "no desk to put him at"
            said.append((_distance(units, i, k), _before(units, k) or _behind(units, k + 1)))
        elif unit.low in ("to", "from") and f"{units[k - 1].low} {unit.low}" in words["speaking/by"]:
            said.append((_distance(units, i, k), _behind(units, k + 1)))
    near = [one for one in said if one[1] and one[0] <= NEAR]
    if not near:
        return ""
    return _again(units, i) or min(near)[1]


def day(units: Sequence[Unit], i: int, words: Lists) -> str:
    """The weekday, date or word of time that is nearest to a figure in its sentence; "" where there is none."""
    whens = frozenset(words["speaking/when"])
    found = [
        (_distance(units, i, k), unit.figure.text if unit.figure else unit.low)
        for k, unit in enumerate(units)
        if unit.low in whens or (unit.kind == "f" and unit.figure is not None and unit.figure.kind in ("date", "time"))
    ]
    return min(found)[1] if found else ""


def _distance(units: Sequence[Unit], i: int, k: int) -> int:
    low, high = (i, k) if i < k else (k, i)
    return high - low + MARK * sum(u.kind in ",;:" for u in units[low:high])


def _before(units: Sequence[Unit], k: int) -> str:
    """The speaker before a saying word: "the health ministry said"."""
    words: list[str] = []
    for unit in reversed(units[max(0, k - SUBJECT) : k]):
        if unit.kind not in "wNs" or (unit.kind == "w" and unit.low in ENDS - {"it", "he"}):
            break
        words.insert(0, unit.low)
    return _name(words)


def _behind(units: Sequence[Unit], k: int) -> str:
    """The speaker behind "according to", or behind a saying word: ", said the ministry"."""
    words: list[str] = []
    for unit in units[k : k + SUBJECT]:
        if unit.kind not in "wNs" or unit.low in ENDS:
            break
        words.append(unit.low)
    return _name(words)


def _again(units: Sequence[Unit], i: int) -> str:
    """The speaker of a clause that leaves the verb out: "police said 12, the ministry 14"; "" elsewhere."""
    comma = next((k for k in range(i - 1, max(-1, i - 2 - SUBJECT), -1) if units[k].kind in ",;"), -1)
    named = units[comma + 1 : i]
    if comma < 0 or not named or not (named[0].low == "the" or named[0].kind == "N"):
        return ""
    plain = all(u.kind in "wNs" and u.low not in PREPOSITIONS for u in named)
    return _name([u.low for u in named]) if plain else ""


def _name(words: Sequence[str]) -> str:
    return " ".join(w for w in words if w not in ARTICLES)
