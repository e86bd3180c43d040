"""The noun that a figure counts, with its qualifiers: "Labour councillors" in "12 of the 30 Labour councillors"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reading.layout import Unit

# nouns whose plural does not end in "s"
PLURALS = frozenset(
    "people men women children mps msps meps tds police staff crew cattle sheep deer fish salmon aircraft spacecraft"
    " feet teeth geese mice lives wives species series personnel media data alumni criteria phenomena fungi bacteria"
    " salespeople spokespeople townspeople businesspeople policemen policewomen fishermen chairmen firefighters"
    " grandchildren schoolchildren servicemen servicewomen clergy youth offspring".split()
)
SINGULARS = frozenset("less pass this vs loss across versus success is was has as its his us plus yes thus gas".split())
# words that a noun phrase does not go past
STOPS = frozenset(
    "a an the and or but nor if of to in on at by for from with without within over under above below about after"
    " before between into out up down off than as that which who whom whose where when while whilst since until is are"
    " was were be been being am has have had having do does did will would can could may might must shall should it he"
    " she they we you i its his her their our your my this these those there here not no so such per each every more"
    " less fewer most least compared against during across because although though including according says said"
    " say told killed died injured took made went came got won lost voted polled remain remained rose fell"
    " apart".split()
)
DETERMINERS = frozenset("the its their his her our your my these those all a an such".split())
# what stands before "of" and counts nothing itself: "a total of 507"
TOTALS = frozenset(
    "rise fall increase decrease drop gain decline cut growth jump loss total maximum"
    " minimum average mean median sum rate figure number range host group team mix".split()
)
NUMBERS = frozenset("number numbers total tally count".split())
FURTHER = frozenset("more fewer extra further additional other".split())  # "7 million more people"
LONGEST = 6  # words of a noun phrase


def counted(units: Sequence[Unit], i: int) -> str:
    """The noun, with what qualifies it, that the figure at ``units[i]`` counts; "" when no noun shows itself."""
    noun = _hyphened(units, i) or behind(units, i) or _before(units, i) or _numbered(units, i)
    return _meant(units, i) if noun == "them" else noun


def _meant(units: Sequence[Unit], i: int) -> str:
    """What "them" is in "20 of them": what the one figure before counts; "" where none or several count something."""
    nouns = {noun for k in range(i) if units[k].kind == "F" and (noun := behind(units, k))}
    return nouns.pop() if len(nouns) == 1 else ""


def _hyphened(units: Sequence[Unit], i: int) -> str:
    """The noun tied on by a hyphen: "vote" in "a 20-vote majority"."""
    tied = [u for u in units[i + 1 : i + 3] if u.start <= units[i].end + 1]
    if len(tied) == 2 and tied[0].kind == "-" and tied[1].kind == "w" and tied[0].start == units[i].end:
        return tied[1].low.partition("-")[0]
    return ""


def behind(units: Sequence[Unit], i: int) -> str:
    """The noun behind the figure, past "of the" and the figure of a whole."""
    figure = units[i].figure
    part = figure is not None and 0 < figure.number < 1
    j = _past_of(units, i + 1, part)
    whole = j > i + 1
    if figure is not None and figure.unit and not whole:
        return ""
    one = figure is not None and figure.number == 1 and not whole
    return _phrase([*_nouns(units, j)], one or whole)


def _numbered(units: Sequence[Unit], i: int) -> str:
    """The noun of a number that is told: "the number of deaths rose to 12"; not across another figure or a comma."""
    for k in range(i - 3, max(-1, i - LONGEST - 5), -1):
        if units[k].kind not in "wN" or units[k + 1].kind not in "wN":
            return ""
        if units[k].low in NUMBERS and units[k + 1].low == "of":
            return _phrase([*_nouns(units, k + 2)], False)
    return ""


def _past_of(units: Sequence[Unit], j: int, part: bool) -> int:
    """Past "of", "out of", a determiner and the whole's own figure: "12 of the 30 councillors", "half the vote"."""
    begin = j
    if j < len(units) and units[j].low in FURTHER:
        return j + 1
    for word in ("out", "of"):
        j += j < len(units) and units[j].low == word
    if j == begin and not part:
        return j
    while j < len(units) and units[j].low in DETERMINERS:
        j += 1
    if j > begin and j < len(units) and units[j].kind == "F":
        j += 1
    return j


def _nouns(units: Sequence[Unit], j: int) -> Iterator[Unit]:
    """The words that may belong to the noun phrase at ``j``."""
    for unit in units[j : j + LONGEST]:
        if unit.kind not in "wN" or unit.low in STOPS:
            return
        yield unit


def _phrase(words: list[Unit], singular: bool) -> str:
    """The words up to the first plural; without one the first, where a single thing may be meant."""
    for size, unit in enumerate(words, 1):
        if unit.kind == "w" and is_plural(unit.low):
            return _text(words[:size])
    names = next((k for k, unit in enumerate(words) if unit.kind == "w"), len(words))
    return _text(words[: names + 1]) if singular else ""


def _text(words: list[Unit]) -> str:
    return " ".join(u.name.text if u.name else u.low for u in words)


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    if word in PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in SINGULARS


def _before(units: Sequence[Unit], i: int) -> str:
    """The noun before the figure: "a majority of 507"."""
    if i < 2 or units[i - 1].low != "of" or units[i - 2].kind != "w" or units[i - 2].low in STOPS | TOTALS:
        return ""
    return units[i - 2].low
