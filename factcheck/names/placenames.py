"""How the names of places are brought to one spelling, and in which other ways writers put a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product

COMPASS = frozenset({"north", "south", "east", "west", "central", "mid"})
# A part of a city is spoken of by itself ("Perry Barr"), but not by a word that is also a surname or a common noun.
NO_TAIL = frozenset({"riverside", "pavilion", "walton", "hallam", "yardley", "gorton"})
CITIES = ("birmingham", "liverpool", "sheffield", "manchester", "plymouth", "brighton", "ealing", "enfield", "lewisham")
RIVERS = (("kingston upon hull", "hull"), ("newcastle upon tyne", "newcastle"), ("stoke on trent", "stoke"))
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "ynys mon": ("anglesey", "isle of anglesey"),
    "na h eileanan an iar": ("western isles", "outer hebrides"),
    "caerfyrddin": ("carmarthen",),
    "aberafan maesteg": ("aberavon maesteg", "aberafan and maesteg"),
    "richmond yorks": ("richmond yorkshire", "richmond north yorkshire"),
    "montgomeryshire and glyndwr": ("montgomery and glyndwr",),
    "district of columbia": ("washington dc", "dc"),
}
_VARYING = COMPASS | {"the", "city", "cities", "upon", "on", "st"}  # a name without one of these words has no variants
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "&": " and ",
    "'": None, "’": None, "‘": None, "ʼ": None, "`": None,
})  # fmt: skip
_BREAKS = str.maketrans(dict.fromkeys('-‐‑–—_,.;:/()[]"“”!?', " "))


@lru_cache(maxsize=4096)  # the words of names come again and again
def fold(text: str) -> str:
    """``text`` in small letters without accents and apostrophes, "&" as "and": what two spellings share."""
    small = text.lower()
    if small.isascii() and small.isalpha():
        return small
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small)
        small = "".join(letter for letter in small if not unicodedata.combining(letter))
    return small.translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens, commas, stops and brackets part words."""
    small = text.lower()
    if small.isascii() and small.replace(" ", "").isalpha():  # most names: no accent, apostrophe or hyphen
        return tuple(small.split())
    return tuple(fold(text).translate(_BREAKS).split())


@lru_cache(maxsize=4096)  # a seat's name stands in each file of a table, and is asked for again with its variants
def key_of(name: str) -> str:
    """The name as a key: folded words with single spaces ("Stoke-on-Trent" is "stoke on trent")."""
    return " ".join(words(name))


def variants(name: str) -> set[str]:
    """Keys of the other ways to write a seat's or a state's name, its own key among them."""
    own = key_of(name)
    keys = {own, *OTHER_NAMES.get(own, ())}
    if _VARYING.isdisjoint(own.split(" ")):
        return keys
    for shorten in (_without_the, _without_city, _without_river, _without_saint):
        keys |= {short for key in keys for short in shorten(key)}
    for key in list(keys):
        keys |= turned(key)
    return keys


def city_tail(key: str) -> str:
    """The part of a city without the city's name ("perry barr"), or "" where it would not be plain."""
    city, _, tail = key.partition(" ")
    first = tail.split(" ", 1)[0]
    return tail if city in CITIES and first and first not in COMPASS and tail not in NO_TAIL else ""


def turned(key: str) -> set[str]:
    """The key with the compass words of each part before or after it: "south basildon", "basildon south"."""
    parts = key.split(" and ")
    if len(parts) > 3:
        return {key}
    choices = [(part, *_turn(part)) for part in parts]
    if len(parts) == 1:
        return set(choices[0])
    return {" and ".join(choice) for choice in product(*choices)}


def _turn(part: str) -> tuple[str, ...]:
    """One part of a name with its compass words at the other end; nothing where it has none or only such."""
    every = part.split(" ")
    head = next((at for at, word in enumerate(every) if word not in COMPASS), 0)
    tail = next((at for at, word in enumerate(reversed(every)) if word not in COMPASS), 0)
    if head and not tail:
        return (" ".join(every[head:] + every[:head]),)
    if tail and not head:
        return (" ".join(every[-tail:] + every[:-tail]),)
    return ()


def _without_the(key: str) -> Iterable[str]:
    yield key.removeprefix("the ")
    yield key.replace(" the ", " ")


def _without_city(key: str) -> Iterable[str]:
    for start in ("city of ", "cities of "):
        if key.startswith(start):
            rest = key.removeprefix(start)
            yield from (rest, f"city of {rest}", f"{rest} city")


def _without_river(key: str) -> Iterable[str]:
    for long, short in RIVERS:
        if key.startswith(long + " "):
            yield short + key.removeprefix(long)


def _without_saint(key: str) -> Iterable[str]:
    if "st" in key.split(" "):
        yield " ".join("saint" if word == "st" else word for word in key.split(" "))


def one_to_one(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Variant key -> name, for pairs (name, its variants); a variant that two names share is left out.

    A name's own key always stays its own, so "Swindon North" is never taken by "North Swindon".
    """
    listed = [(name, set(keys)) for name, keys in names]
    own = {key_of(name): name for name, _ in listed}
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name, keys in listed:
        for key in keys - own.keys():
            if found.setdefault(key, name) != name:
                shared.add(key)
    return {**{key: name for key, name in found.items() if key not in shared}, **own}
