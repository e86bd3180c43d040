"""The names that are always known: first names, titles, parties and places, read from ``rules/names``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from factcheck.errors import RuleError
from factcheck.names.phrases import Phrase, Phrases
from factcheck.names.placenames import fold, key_of, words

PLACE_KINDS = frozenset({"seat", "town", "county", "region", "state", "country"})


@dataclass(frozen=True)
class Gazetteer:
    """Names known without any reference table. Words are folded (see ``placenames.fold``) wherever they are looked up.

    ``first_names``: folded first name -> "m", "f" or "?".
    ``titles``: folded title without full stop ("mr", "rt hon") -> "m", "f" or "?".
    ``phrases``: by their first word, the longest first; a phrase is (words, kind, key), kind is
    "party" (key: the canonical party) or a place's kind (key: the name of the place as listed).
    ``codes``: short forms that name a party only in brackets and rows, as written ("Con", "CON", "LD") -> canonical.
    ``party_keys``: every folded name and code of a party -> canonical.
    ``party_countries``: canonical party -> where it stands, "" where that is not listed.
    """

    first_names: Mapping[str, str]
    titles: Mapping[str, str]
    phrases: Phrases
    codes: Mapping[str, str]
    party_keys: Mapping[str, str]
    party_countries: Mapping[str, str]

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of all titles."""
        return frozenset(word for title in self.titles for word in title.split())

    def party(self, name: str) -> str | None:
        """The canonical name of a party, by any of its names or codes; None if it is not known."""
        return self.codes.get(name) or self.party_keys.get(key_of(name))

    def sex(self, first_name: str) -> str:
        """The sex that a first name tells, "m" or "f", else "?"; "?" too for a name that is not known."""
        return self.first_names.get(fold(first_name), "?")


def load_gazetteer(folder: Path) -> Gazetteer:
    """The lists of ``folder`` (``rules/names``): first_names, titles, parties and places. Raises RuleError."""
    parties = _parties(folder / "parties.txt")
    phrases: dict[str, list[Phrase]] = {}
    for phrase in parties.phrases:
        phrases.setdefault(phrase[0][0], []).append(phrase)
    _places(folder / "places.txt", phrases)
    for listed in phrases.values():
        if len(listed) > 1:
            listed.sort(key=_length, reverse=True)
    names, titles = _sexes(folder / "first_names.txt"), _sexes(folder / "titles.txt")
    return Gazetteer(names, titles, Phrases(phrases), parties.codes, parties.keys, parties.countries)


def canonical_party(name: str, folder: Path) -> str:
    """The canonical name of a party by the lists of ``folder`` (``rules/names``); ``name`` itself where it is new."""
    parties = _parties(folder / "parties.txt")
    return parties.codes.get(name) or parties.keys.get(key_of(name)) or name


def _length(phrase: Phrase) -> int:
    return len(phrase[0])


@dataclass(frozen=True)
class _Parties:
    phrases: list[Phrase] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4)  # the gazetteer and the tables of one run share it
def _parties(path: Path) -> _Parties:
    found = _Parties()
    for _, line in _lines(path):
        name, aliases, country = _party_fields(line)
        found.countries[name] = country
        for alias in (name, *aliases):
            if alias.startswith("="):
                found.codes.setdefault(alias[1:], name)
                found.codes.setdefault(alias[1:].upper(), name)
            elif found.keys.setdefault(key_of(alias), name) == name:
                found.phrases.append((words(alias), "party", name))
    return found


def _party_fields(line: str) -> tuple[str, list[str], str]:
    fields = [field.strip() for field in line.split("|")] + ["", ""]
    aliases = [alias.strip() for alias in fields[1].split(";")]
    return fields[0], [alias for alias in aliases if alias.strip("=")], fields[2]


def _places(path: Path, phrases: dict[str, list[Phrase]]) -> None:
    for number, line in _lines(path):
        name, kind, key = (*line.split("\t"), "", "")[:3]
        if kind not in PLACE_KINDS:
            raise RuleError(_wrong(path, number, f"kind {kind!r} is none of {', '.join(sorted(PLACE_KINDS))}"))
        spelled = words(name)
        phrases.setdefault(spelled[0], []).append((spelled, kind, key or name))


def _sexes(path: Path) -> dict[str, str]:
    """Folded name -> sex. The text is made small as a whole and only unusual names are folded: 6,000 lines in 3 ms."""
    pairs = [line.split("\t") for line in _read(path).lower().split("\n") if line and line[0] != "#"]
    if any(len(pair) != 2 or pair[1] not in ("m", "f", "?") for pair in pairs):
        _complain_of_sexes(path)
    return {name if name.isascii() and name.isalpha() else fold(name): sex for name, sex in pairs}


def _complain_of_sexes(path: Path) -> None:
    for number, line in _lines(path):
        name, tab, sex = line.partition("\t")
        if not name or not tab or sex.lower() not in ("m", "f", "?"):
            raise RuleError(_wrong(path, number, f"{line!r} is not a name, a tab and m, f or ?"))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a list with their numbers from 1, without empty ones and comments."""
    for number, line in enumerate(_read(path).split("\n"), 1):
        if line and line[0] != "#":
            yield number, line.rstrip()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise RuleError(f"{path}: the list of names is missing; give the folder that holds it with --rules") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: byte {error.start + 1} is not UTF-8; save the list as UTF-8") from error


def _wrong(path: Path, number: int, what: str) -> str:
    return f"{path}, line {number}: {what}; correct the line or take it out"
