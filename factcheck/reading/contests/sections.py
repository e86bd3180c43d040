"""Which race a sentence speaks of: the place it names, the place before it, the section it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.names.people import Name
from factcheck.reading.contests.asides import WIDE, aside, of_a_longer_name
from factcheck.reading.contests.headers import (
    Placed,
    before_figures,
    before_rows,
    header,
    is_row,
    named_header,
    opens_unknown,
    unknown_header,
)
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Sentence, Unit

LEVELS = ("seat", "state", "town", "county", "region", "country")
EVIDENT = 100  # a figure of this size, or a share, tells of some race
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
    headed: set[str] = field(default_factory=set)  # races that only a header names
    wide: dict[int, str] = field(default_factory=dict)  # sentence index -> larger place it is limited to

    @property
    def single(self) -> bool:
        """Whether the whole draft is about one race: no place is named, or only the main one."""
        return not self.names or (len(self.names) == 1 and bool(self.main))


def find_sections(sentences: Sequence[Sentence], words: Vocabulary) -> Sections:
    """Settle the race of every sentence from the places named."""
    placed = [_placed(sentence, words) for sentence in sentences]
    found = Sections(_level(placed))
    _unite(placed, found.level)
    counts: Counter[str] = Counter()
    for each in placed:
        sentence = each.sentence
        if (own := named_header(each)) and before_figures(placed, each.sentence):
            found.headed.add(own)
            found.names.setdefault(own, own)
            found.of[sentence.index] = [own]
            continue
        keys = _races(each, found)
        spots = _spots(each, found)
        kinds = ("spot",) if found.level == "seat" else ("spot", "town")
        keys = keys + [s for s in spots if s not in keys and _unlisted(sentence, s, kinds)] if keys else spots
        if not keys and (_another(sentence, words) or _whole_area(sentence, words) or _in_a_longer_name(each)):
            found.of[sentence.index] = [f"?{sentence.index}"]
            continue
        found.of[sentence.index] = keys
        counts.update(keys)
    found.main = _main(found, counts, _first_figure(placed))
    _carry(placed, found)
    return found


def _placed(sentence: Sentence, words: Vocabulary) -> Placed:
    units = sentence.units
    places = [(i, name) for i in sentence.named if (name := units[i].name) and name.kind == "place"]
    start = dateline(units) if places else 0
    return Placed(
        sentence, places, [(i, name) for i, name in places if i >= start and not aside(units, i, words)], start
    )


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
    kinds = {name.place for each in placed for _, name in each.meant}
    level = next((level for level in LEVELS if level in kinds), "")
    if level not in ("seat", "state") and "spot" in kinds:
        return "spot"  # no place of the lists: those that the words around them show to be places
    return level


def _races(placed: Placed, found: Sections) -> list[str]:
    """The races named in a sentence, each once; a place that somebody comes from is not meant."""
    keys: dict[str, None] = {}
    for _, name in placed.meant:
        if name.place == found.level:
            found.names.setdefault(name.key, name.text)
            keys[name.key] = None
    return list(keys)


def _spots(placed: Placed, found: Sections) -> list[str]:
    """A place that is no race of the draft's level but where the sentence's figures were counted: "in Brisbane"."""
    sentence, start = placed.sentence, placed.start
    keys = [sentence.spot] if sentence.spot else []
    units = sentence.units
    for i, name in placed.meant:
        first = i == start or (i == start + 1 and units[start].low == "the")
        if first or (
            (name.place == "spot" or (name.place == "town" and (found.level != "seat" or i <= start + 2)))
            and (units[i - 1].low == "in" or (found.level != "seat" and header(sentence)))
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


def _another(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence is of a race that it does not name: "In another contest", "The second seat", "in one ward"."""
    another, superlatives = words["contest/another"], words["contest/superlatives"]
    races, results = words["contest/races"], words["contest/results"]
    if (another | superlatives).isdisjoint(sentence.words):  # "one" is among them
        return False
    units = sentence.units
    for k, unit in enumerate(units[:8]):
        word = unit.low or (unit.figure.text.lower() if unit.figure else "")
        near = {u.low for u in units[k + 1 : k + 3]}
        if word in another and near & races and (k == 0 or units[k - 1].low in ("in", "the", "at", "for")):
            return True
        if word in superlatives and k == 1 and units[0].low == "the" and near & results:
            return True
        if word == "another" and k == 1 and units[0].low == "in" and units[2].kind == ",":
            return True
    return any(
        unit.figure is not None and unit.figure.text == "one" and before.low == "in" and after.low in races
        for before, unit, after in zip(units, units[1:], units[2:], strict=False)
    )


def _in_a_longer_name(placed: Placed) -> bool:
    """``In South-West Coast, ...``: the sentence is of a place that nobody knows."""
    words = [u.low for u in placed.sentence.units[placed.start : placed.start + 2]]
    at = placed.start + 1 + (words[1:] == ["the"])
    return words[:1] == ["in"] and any(i == at and of_a_longer_name(placed.sentence.units, i) for i, _ in placed.places)


def _whole_area(sentence: Sentence, words: Vocabulary) -> bool:
    """``Across the whole district``: another area than the place that was named before."""
    across, areas = words["contest/across"], words["contest/areas"]
    if across.isdisjoint(sentence.words):
        return False
    units = sentence.units
    return any(u.low in across and any(a.low in areas for a in units[k + 1 : k + 4]) for k, u in enumerate(units))


def behind_a_break(sentence: Sentence, i: int, key: str) -> bool:
    """Whether a place is only named in a clause behind the figure's: "by 5,231, while in Clacton"."""
    units = sentence.units
    places = [k for k in sentence.named if (name := units[k].name) and name.kind == "place" and name.key == key]
    if not places or places[0] < i:
        return False
    return any(u.kind == ";" or u.low in BREAKS for u in units[i : places[0]])


def _first_figure(placed: Sequence[Placed]) -> int:
    """The index of the first sentence, headlines apart, with a figure of some size."""
    prose = (p.sentence for p in placed if p.sentence.tokens[-1].text in '.!?”"’')
    return next((s.index for s in prose if any(_large(s.units[i]) for i in s.at.values())), len(placed))


def _large(unit: Unit) -> bool:
    of_size = unit.figure is not None and (unit.figure.number >= EVIDENT or unit.figure.unit == "percent")
    return of_size and unit.kind == "F"


def _main(found: Sections, counts: Counter[str], figures: int) -> str:
    if not counts:
        return ""
    key, most = counts.most_common(1)[0]
    within = EARLY if len(counts) > 1 else min(2 * EARLY, figures + 1)
    early = any(key in found.of[i] for i in sorted(found.of)[:within])
    often = found.level in RACES and most >= OFTEN - (len(counts) == 1)
    return key if (early or often) and most >= DOMINANT * counts.total() else ""


def _carry(placed: Sequence[Placed], found: Sections) -> None:
    """Sections opened by a short line with one place; the place before in the same paragraph."""
    section = last = ""
    paragraph = -1
    unknown = {p.sentence.index for p in placed if opens_unknown(placed, p.sentence)}
    for sentence, places, _, _ in placed:
        here = found.of[sentence.index]
        if sentence.paragraph != paragraph:
            paragraph, last = sentence.paragraph, ""
            heads = len(here) == 1 and (header(sentence) or _labels(sentence, places))
            if heads and (own := _headed(sentence, places, here[0], found)):
                section = own
            elif not here and (above := _above_rows(placed, sentence, found)):
                section = above
            elif not here and (
                (section and header(sentence) and unknown_header(sentence))
                or (len(unknown) > 1 and sentence.index in unknown)
            ):
                section = f"?{sentence.index}"  # another heading, of a place that nobody knows, closes the section
            elif not here and not found.single and header(sentence) and before_rows(placed, sentence):
                section = f"?{sentence.index}"  # a list under a name that nobody knows is of a race of its own
        found.under[sentence.index] = section
        found.before[sentence.index] = last
        if here:
            last = here[0] if len(here) == 1 else ""
        found.wide[sentence.index] = _wide(sentence.units, places, found.level)


def _above_rows(placed: Sequence[Placed], sentence: Sentence, found: Sections) -> str:
    """The one race that the line right above a list speaks of: "Turnout in Luton was up.", then a row a line."""
    if not sentence.index or not is_row(sentence) or _closed(sentence) or placed[sentence.index].places:
        return ""
    last = placed[sentence.index - 1].sentence
    here = found.of[last.index]
    return here[0] if len(here) == 1 and sentence.start - last.end <= 1 and _closed(last) else ""


def _closed(line: Sentence) -> bool:
    return line.tokens[-1].text in ".:"


def _labels(sentence: Sentence, places: Sequence[tuple[int, Name]]) -> bool:
    """``Cheltenham: a hold for ...``: a line that begins with a place and a colon heads what is below it."""
    return bool(places) and places[0][0] == 0 and len(sentence.units) > 1 and sentence.units[1].kind == ":"


def _headed(sentence: Sentence, places: Sequence[tuple[int, Name]], key: str, found: Sections) -> str:
    """The race a header opens: a place of the draft's level, not "Conservatives suffer in London"."""
    own = any(name.key == key and name.place == found.level for _, name in places) or key in found.headed
    return key if sentence.spot or own or found.level != "seat" else ""


def _wide(units: Sequence[Unit], places: Sequence[tuple[int, Name]], level: str) -> str:
    """A larger place that the sentence is limited to: "in Scotland", "across Wales"."""
    for i, name in places:
        if name.place in WIDE and name.place != level and i:
            before = units[i - 1 - (units[i - 1].low == "the")].low
            if before in ("in", "across", "throughout", "over"):
                return name.key
    return ""
