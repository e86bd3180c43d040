"""Names of races that are near a table's but are not it: a compass word lost, a slip of the pen, a seat of old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.names.placenames import COMPASS, key_of
from factcheck.patterns import lazily
from factcheck.reading.draft import Draft
from factcheck.tables.tables import Reference, near_words

ENOUGH = 2  # so many people who stand in a race tell that it is meant
AROUND = 70  # characters on either side in which a word may tell that a seat is one of old
SMALL = COMPASS | {"and", "of", "the", "upon", "on", "in", "city"}
_WORD = lazily(r"[^\W\d_]+(?:['’][^\W\d_]+)?|&")
OF_OLD = lazily(
    r"\b(?:former(?:ly)?|old|previous(?:ly)?|predecessor|replac\w+|redrawn|abolish\w+|boundar\w+|scrapped|merged|renamed"
    r"|new seat|new constituency|used to|by-election|notional|since (?:19|20)\d\d|20(?:05|1\d))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NearSeat:
    """A race as the draft names it, and as the table does; ``places`` are (start, end) in the text."""

    written: str
    race: str
    places: tuple[tuple[int, int], ...]
    keys: frozenset[str] = frozenset()  # the names, folded, by which the draft's reader calls it


def near_seats(draft: Draft, tables: Sequence[Reference]) -> list[NearSeat]:
    """Each race that a draft names otherwise than its table, where the people named show which one is meant."""
    found: dict[str, NearSeat] = {}
    for table in tables:
        meant = {race.key: race for name in draft.sections.names.values() if (race := table.race(name))}
        people = _standing(draft, table)
        likely = [key for key, count in people.items() if count >= ENOUGH and key not in meant]
        unnamed = [key for key in likely if not _spans(draft, [v for v, k in table.race_names().items() if k == key])]
        near = [*_of_old(draft, table, unnamed), *_lost_words(draft, table, {*meant, *people})]
        near += _slips(draft, table, [key for key in unnamed if table.races.names[key] not in {n.race for n in near}])
        for each in near:
            found.setdefault(key_of(each.written), replace(each, keys=_keys(draft, table, each)))
    return list(found.values())


def _keys(draft: Draft, table: Reference, near: NearSeat) -> frozenset[str]:
    """The name as written, and what the reader took for the race within it ("Dewsbry")."""
    places = (n for names in draft.names.values() for n in names if n.kind == "place" and n.key in draft.sections.names)
    within = {n.key for n in places if any(start <= n.start and n.end <= end for start, end in near.places)}
    return frozenset({key_of(near.written)} | {key_of(key) for key in within if table.race(key) is None})


def _standing(draft: Draft, table: Reference) -> dict[str, int]:
    """Key of a race -> how many people of the draft stand there, and nowhere else, by their full names."""
    found: dict[str, int] = {}
    for person in draft.people.all.values():
        homes = table.people().get(key_of(person.name), ()) if person.first else ()
        if len(homes) == 1:
            found[homes[0]] = found.get(homes[0], 0) + 1
    return found


def _of_old(draft: Draft, table: Reference, unnamed: Sequence[str]) -> Iterator[NearSeat]:
    """A place that is no race of the table, given as the seat of two who stand for one that the draft never names."""
    for written in dict.fromkeys(draft.sections.names.values()):
        if table.race(written) is not None:
            continue
        names = {table.near_race(written)} - {None} if not _known(draft, written) else set()
        names |= {race for key in unnamed if _akin(written, race := table.races.names[key])}
        places = _places(draft, {key_of(written)})
        if len(names) == 1 and places:
            yield NearSeat(written, str(names.pop()), places)


def _slips(draft: Draft, table: Reference, unnamed: Sequence[str]) -> Iterator[NearSeat]:
    """ "Dewsbry and Batley": words near the name of a race that two who are named stand for, and that is not."""
    said = [m.span() for m in _WORD.finditer(draft.text)] if unnamed else []
    for race in unnamed:
        count = race.count(" ") + 1
        for at in range(len(said) - count + 1):
            start, end = said[at][0], said[at + count - 1][1]
            text = draft.text[start:end]
            if text[0].isupper() and near_words(key_of(text), race) and not table.race(text):
                yield NearSeat(text, table.races.names[race], ((start, end),))


def _known(draft: Draft, written: str) -> bool:
    """Whether a place is one of the lists: "Leith" is then no slip for another."""
    same = (n for names in draft.names.values() for n in names if n.kind == "place" and n.text == written)
    return any(name.why == "a known place" for name in same)


def _akin(written: str, race: str) -> bool:
    """Whether two names share a word of weight, and the one is not merely short for the other."""
    a, b = set(key_of(written).split()) - SMALL, set(key_of(race).split()) - SMALL
    return len(a) > 1 and bool(a & b) and not a <= b


def _lost_words(draft: Draft, table: Reference, meant: Iterable[str]) -> Iterator[NearSeat]:
    """ "Basildon South and Thurrock": one of several compass words of a race of two names left out."""
    for race in dict.fromkeys(meant):
        own = {variant for variant, key in _variants(table, race)}
        short = {without for variant in own for without in _without_one(variant)} - set(table.race_names())
        if not short:
            continue
        whole = _spans(draft, own)
        places = [p for p in _places(draft, short) if not any(a <= p[0] and p[1] <= b for a, b in whole)]
        if places:
            start, end = places[0]
            yield NearSeat(draft.text[start:end], table.races.names[race], tuple(places))


def _variants(table: Reference, race: str) -> Iterator[tuple[str, str]]:
    if " and " in race and len(COMPASS & set(race.split())) > 1:
        yield from ((variant, key) for variant, key in table.race_names().items() if key == race)


def _without_one(variant: str) -> Iterator[str]:
    words = variant.split()
    for at, word in enumerate(words):
        if word in COMPASS:
            yield " ".join(words[:at] + words[at + 1 :])


def _places(draft: Draft, keys: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where one of these names is written with capitals and not as one of old."""
    return tuple(span for span in _spans(draft, keys) if not OF_OLD.search(_around(draft.text, *span)))


def _spans(draft: Draft, keys: Iterable[str]) -> list[tuple[int, int]]:
    words = [r"(?:,?\s+|-)".join(_word(w) for w in key.split()) for key in sorted(keys, key=len, reverse=True)]
    pattern = re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)
    found = pattern.finditer(draft.text)
    return [m.span() for m in found if m[0][0].isupper() and m[0].split()[-1][0].isupper()]


def _word(word: str) -> str:
    """A folded word as it may be written: "and" as "&", "queens" with its apostrophe."""
    if word == "and":
        return "(?:and|&)"
    return f"{re.escape(word[:-1])}['’]?s" if word[-1] == "s" else re.escape(word)


def _around(text: str, start: int, end: int) -> str:
    """The words beside a place, in its own sentence or line."""
    before = re.split(r"[.!?\n]", text[max(0, start - AROUND) : start])[-1]
    after = re.split(r"[.!?\n]", text[end : end + AROUND])[0]
    return f"{before} | {after}"
