"""Which race a sentence speaks of: the place it names, the place before it, the section it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.people import Name

LEVELS = ("seat", "state", "town", "county", "region", "country")
WIDE = frozenset({"county", "region", "country", "state"})
BUILDINGS = (
    "townhall",
    "cityhall",
    "leisure",
    "guildhall",
    "university",
    "airport",
    "stadium",
    "civic",
    "sports",
    "college",
    "council",
)
HEADER_LENGTH = 9  # tokens; a longer line is no header
EARLY = 2  # a main race is named within the first sentences
RACES = ("seat", "state", "spot")  # kinds of place that elect somebody; a country is named for other reasons too
OFTEN = 3  # or so often
DOMINANT = 0.5  # and makes most of the places named


@dataclass(slots=True)
class Sections:
    """The races of a draft and, for every sentence, which is spoken of."""

    level: str = ""  # the kind of place that is a race in this draft
    main: str = ""  # the one race the draft is about, if it is about one
    names: dict[str, str] = field(default_factory=dict)  # race key -> as first written
    of: dict[int, list[str]] = field(default_factory=dict)  # sentence index -> races named in it
    before: dict[int, str] = field(default_factory=dict)  # sentence index -> race named before, in its paragraph
    under: dict[int, str] = field(default_factory=dict)  # sentence index -> race of the section
    wide: dict[int, str] = field(default_factory=dict)  # sentence index -> larger place it is limited to

    @property
    def single(self) -> bool:
        """Whether the whole draft is about one race: no place is named, or only the main one."""
        return not self.names or (len(self.names) == 1 and bool(self.main))


class Placed(NamedTuple):
    """The places that a sentence names, each with where it stands in the units, and where its text begins."""

    sentence: Sentence
    places: list[tuple[int, Name]]
    start: int  # behind a dateline


def find_sections(sentences: Sequence[Sentence]) -> Sections:
    """Settle the race of every sentence from the places named."""
    placed = [_placed(sentence) for sentence in sentences]
    found = Sections(_level(placed))
    _unite(placed, found.level)
    counts: Counter[str] = Counter()
    for each in placed:
        sentence = each.sentence
        keys = _races(each, found)
        spots = _spots(each, found)
        kinds = ("spot",) if found.level == "seat" else ("spot", "town")
        keys = keys + [s for s in spots if s not in keys and _unlisted(sentence, s, kinds)] if keys else spots
        found.of[sentence.index] = keys
        counts.update(keys)
    found.main = _main(found, counts)
    _carry(placed, found)
    return found


def _placed(sentence: Sentence) -> Placed:
    units = sentence.units
    places = [(i, name) for i in sentence.named if (name := units[i].name) and name.kind == "place"]
    return Placed(sentence, places, dateline(units) if places else 0)


def _unite(placed: Sequence[Placed], level: str) -> None:
    """A part of one race's name stands for the race: "Perry Barr" where "Birmingham Perry Barr" is named."""
    places = [name for each in placed for _, name in each.places]
    full = {n.key for n in places if n.place == level}
    for name in places:
        if name.place != level:
            longer = {key for key in full if key.endswith(f" {name.key}") or key.startswith(f"{name.key} and ")}
            if len(longer) == 1:
                name.key, name.place, name.why = longer.pop(), level, "a part of the race's name"


def _level(placed: Sequence[Placed]) -> str:
    kinds = {name.place for each in placed for i, name in each.places if i >= each.start}
    level = next((level for level in LEVELS if level in kinds), "")
    if level not in ("seat", "state") and "spot" in kinds:
        return "spot"  # no place of the lists: those that the words around them show to be places
    return level


def _races(placed: Placed, found: Sections) -> list[str]:
    """The races named in a sentence, each once; a place that somebody comes from is not meant."""
    keys: dict[str, None] = {}
    for i, name in placed.places:
        if name.place == found.level and i >= placed.start and not _aside(placed.sentence.units, i):
            found.names.setdefault(name.key, name.text)
            keys[name.key] = None
    return list(keys)


def _spots(placed: Placed, found: Sections) -> list[str]:
    """A place that is no race of the draft's level but where the sentence's figures were counted: "in Brisbane"."""
    sentence, places, start = placed
    keys = [sentence.spot] if sentence.spot else []
    units = sentence.units
    for i, name in places:
        if i < start or _aside(units, i):
            continue
        first = i == start or (i == start + 1 and units[start].low == "the")
        if first or (
            (name.place == "spot" or (name.place == "town" and (found.level != "seat" or i <= start + 2)))
            and (units[i - 1].low == "in" or (found.level != "seat" and _header(sentence)))
        ):
            keys.append(name.key)
    for key in keys:
        found.names.setdefault(key, key)
    return list(dict.fromkeys(keys))


def _unlisted(sentence: Sentence, key: str, kinds: tuple[str, ...]) -> bool:
    """Whether a place is of these kinds: known only by the words around it, or a town where towns may be races."""
    names = [sentence.units[i].name for i in sentence.named]
    return any(name and name.key == key and name.place in kinds for name in names)


def dateline(units: Sequence[Unit]) -> int:
    """Where the text begins behind a dateline: "RALEIGH, N.C., Nov. 13, 2020 - ", "New Delhi, June 5, 2024: "; or 0."""
    for k, unit in enumerate(units[1:14], 1):
        if unit.kind in "-:" and all(u.kind in "Nf,.w" and u.kind != "F" for u in units[:k]):
            dated = any(u.kind == "f" and u.figure and u.figure.kind in ("date", "year") for u in units[:k])
            return k + 1 if dated or (unit.kind == "-" and _shouted(units[:k])) else 0
        if unit.kind in "F;()":
            return 0
    return 0


def _shouted(units: Sequence[Unit]) -> bool:
    return bool(units) and units[0].name is not None and units[0].name.text.isupper() and len(units) <= 5


def _aside(units: Sequence[Unit], i: int) -> bool:
    """``Rochdale-born``, ``from nearby Bradford``, ``near Bradford``, ``Bradford-based``, ``Leeds Council``."""
    before = units[i - 1].low if i else ""
    if before == "of" and i >= 2 and units[i - 2].low in ("north", "south", "east", "west", "outside", "side"):
        return True
    if before == "in" and i >= 2 and units[i - 2].low in ("takes", "took", "taking", "take"):
        return True
    after = "".join(u.low for u in units[i + 1 : i + 3])
    if after.startswith(BUILDINGS):
        return True
    return before in (
        "near",
        "nearby",
        "outside",
        "former",
        "old",
        "previous",
        "abolished",
        "neighbouring",
    ) or after.startswith(("born", "-born", "based", "-based", "council", "citycouncil"))


def _main(found: Sections, counts: Counter[str]) -> str:
    if not counts:
        return ""
    key, most = counts.most_common(1)[0]
    early = any(key in found.of[i] for i in sorted(found.of)[: EARLY if len(counts) > 1 else 2 * EARLY])
    often = found.level in RACES and most >= OFTEN - (len(counts) == 1)
    return key if (early or often) and most >= DOMINANT * counts.total() else ""


def _carry(placed: Sequence[Placed], found: Sections) -> None:
    """Sections opened by a short line with one place; the place before in the same paragraph."""
    section = last = ""
    paragraph = -1
    for sentence, places, _ in placed:
        here = found.of[sentence.index]
        if sentence.paragraph != paragraph:
            paragraph, last = sentence.paragraph, ""
            if len(here) == 1 and _header(sentence) and (own := _headed(sentence, places, here[0], found)):
                section = own
            elif not here and section and _header(sentence) and _unknown_header(sentence):
                section = f"?{sentence.index}"  # another heading, of a place that nobody knows, closes the section
            elif not here and not found.single and _header(sentence) and _before_rows(placed, sentence):
                section = f"?{sentence.index}"  # a list under a name that nobody knows is of a race of its own
        found.under[sentence.index] = section
        found.before[sentence.index] = last
        if here:
            last = here[0] if len(here) == 1 else ""
        found.wide[sentence.index] = _wide(sentence.units, places, found.level)


def _header(sentence: Sentence) -> bool:
    """A short line that is the place and little else: "2 Aberdeen South", "Luton North - 51.99% turnout"."""
    first, last = sentence.tokens[0].text, sentence.tokens[-1].text
    return len(sentence.tokens) <= HEADER_LENGTH and last not in ".!?,;" and (first not in "•·*–-" or first == last)


def _headed(sentence: Sentence, places: Sequence[tuple[int, Name]], key: str, found: Sections) -> str:
    """The race a header opens: a place of the draft's level, not "Conservatives suffer in London"."""
    own = any(name.key == key and name.place == found.level for _, name in places)
    return key if sentence.spot or own or found.level != "seat" else ""


def _unknown_header(sentence: Sentence) -> bool:
    """Whether a short line is nothing but a name that nobody knows: "Sligo-Leitrim"."""
    words = [u for u in sentence.units if u.kind in "wN"]
    unknown = any(u.name is not None and u.name.kind == "unknown" for u in words) or all(u.kind == "w" for u in words)
    capital = all(t.text[0].isupper() for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > 3)
    return (
        0 < len(words) <= 4
        and len(sentence.units) <= 5
        and unknown
        and capital
        and not any(u.kind in "Ff" for u in sentence.units)
    )


def _before_rows(placed: Sequence[Placed], sentence: Sentence) -> bool:
    """Whether a line without figures stands right above one that is a row: a name and a figure."""
    if sentence.index + 1 >= len(placed) or any(u.kind == "F" for u in sentence.units):
        return False
    row = placed[sentence.index + 1].sentence.units
    return len(row) <= 14 and any(u.kind == "F" for u in row) and any(u.name for u in row)


def _wide(units: Sequence[Unit], places: Sequence[tuple[int, Name]], level: str) -> str:
    """A larger place that the sentence is limited to: "in Scotland", "across Wales"."""
    for i, name in places:
        if name.place in WIDE and name.place != level and i:
            before = units[i - 1 - (units[i - 1].low == "the")].low
            if before in ("in", "across", "throughout", "over"):
                return name.key
    return ""
