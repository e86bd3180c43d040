"""Who is meant without a name: "he", "the party", "The former MP"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.names.people import Person
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.naming.mentions import name_kind
from factcheck.words import Words

SUBJECT = 3  # a name that stands no farther in begins its sentence


def antecedent(draft: Draft, sentence: Sentence, before: int, sex: str) -> Person | None:
    """Who "he" or "she" is at place ``before``: the one person of that sex in this sentence, else in the last ones.

    Nobody, where the sentence has a subject that is not named: "The former MP saw his vote fall".
    """
    for index in range(sentence.index, max(-1, sentence.index - 4), -1):
        found = draft.found[index]
        told = [k for k, m in found.items() if m.person and (index < sentence.index or k < before)]
        heard = [k for k in told if index == sentence.index or not _only_says(draft, index, k)]
        here = [p for k in heard or told if (p := found[k].person) is not None]
        fitting = {p.key: p for p in here if p.sex in (sex, "", "?")}
        certain = {key: p for key, p in fitting.items() if p.sex == sex}
        if fitting:
            only = certain or fitting
            return next(iter(only.values())) if len(only) == 1 else None
        if index == sentence.index and _somebody(sentence.units[:before], draft.words):
            return None
        if index < sentence.index and any(name_kind(u) == "unknown" for u in draft.sentences[index].units[:SUBJECT]):
            return None  # "Incumbent Bonner Gaylord was ahead": a name that nobody knows may be meant
    return None


def the_party(draft: Draft, sentence: Sentence, before: int) -> str:
    """Which party "the party" is at place ``before``: the subject of this sentence, or else of the last with parties.

    Only where that sentence names no other; else "".
    """
    for index in range(sentence.index, max(-1, sentence.index - 3), -1):
        found = draft.found[index]
        named = {k: m.party for k, m in found.items() if m.party and (index < sentence.index or k < before)}
        if named:
            units, first = draft.sentences[index].units, min(named)
            subject = first <= SUBJECT or any(u.low == "that" for u in units[max(0, first - 2) : first])
            return named.popitem()[1] if len(set(named.values())) == 1 and subject else ""
    return ""


def _only_says(draft: Draft, index: int, k: int) -> bool:
    """Whether somebody is only quoted: "a loss of two votes, spokesperson Ann Hill said"."""
    units = draft.sentences[index].units
    return k > SUBJECT and k + 1 < len(units) and units[k + 1].low in draft.words.once(_saying)


def _saying(words: Words) -> frozenset[str]:
    return frozenset(words.lists.get("speaking/verbs", ()))


def _offices(words: Words) -> frozenset[str]:
    return frozenset(words.lists.get("people/offices", ()))


def _somebody(units: Iterable[Unit], words: Words) -> bool:
    """Whether somebody without a name is among some units: an office, or a party's candidate."""
    offices = words.once(_offices)
    return any(u.kind == "w" and u.low in offices for u in units)


def described(draft: Draft, sentence: Sentence) -> Person | None:
    """Who "The former MP ..." is at the head of a sentence without names: the one person of the sentence before."""
    units = sentence.units
    if not units or units[0].low not in ("the", "a") or draft.found[sentence.index].get(0) or sentence.index == 0:
        return None
    head = list(units[:8])
    stop = next((k for k, u in enumerate(head) if u.kind not in {"w", "N"}), len(head))
    if not _somebody(head[:stop], draft.words):
        return None
    if any(u.name and u.name.kind in ("person", "party") for u in head[:stop]):
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        people = {m.person.key: (k, m.person) for k, m in reversed(draft.found[index].items()) if m.person}
        if people:
            place, person = next(iter(people.values()))
            return person if len(people) == 1 and place <= SUBJECT else None
    return None
