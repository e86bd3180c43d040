"""Words that stand for somebody named before ("she", "the party", "the pair"), for showing what they were taken for."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.names.people import Name
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.owners.antecedents import antecedent, the_party

PRONOUN = "pronoun"  # the kind of a name that is a word standing for one
SEXES = dict.fromkeys("he him his himself".split(), "m") | dict.fromkeys("she her hers herself".split(), "f")
PAIRS = frozenset("pair duo two couple".split())
NOBODY = "nobody, or more than one, is possible"


def stand_ins(draft: Draft) -> Iterator[Name]:
    """Every such word of a draft, with who or what it means where only one is possible, and why."""
    for sentence in draft.sentences:
        for k, unit in enumerate(sentence.units):
            if unit.kind == "w" and (name := _stand_in(draft, sentence, k)) is not None:
                yield name


def _stand_in(draft: Draft, sentence: Sentence, k: int) -> Name | None:
    units, low = sentence.units, sentence.units[k].low
    if low in SEXES:
        person = antecedent(draft, sentence, k, SEXES[low])
        means, why = (person.name, f"taken as {person.name}, the only one possible") if person else ("", NOBODY)
        return Name(units[k].start, units[k].end, units[k].text, PRONOUN, means, why)
    behind = units[k + 1] if k + 1 < len(units) else None
    if low != "the" or behind is None or behind.low not in PAIRS | {"party"} or not _ends(sentence, behind.low, k + 2):
        return None
    means = the_party(draft, sentence, k) if behind.low == "party" else " and ".join(the_pair(draft, sentence, k))
    why = f"taken as {means}, named before" if means else NOBODY
    return Name(units[k].start, behind.end, f"{units[k].text} {behind.text}", PRONOUN, means, why)


def _ends(sentence: Sentence, last: str, k: int) -> bool:
    """Whether a phrase ends before ``k``: "the party said", not "the party leader", "the two women", "the pair of"."""
    if last in ("pair", "duo"):
        return k >= len(sentence.units) or sentence.units[k].low != "of"
    return k >= len(sentence.units) or sentence.units[k].kind != "w" or sentence.units[k].low in _AFTER


_AFTER = frozenset(
    "is was were are has had have said says will would could can may did does and or but who which that also then won"
    " lost took held gained polled got met agreed both in on at of for from with by to after before".split()
)


def the_pair(draft: Draft, sentence: Sentence, before: int) -> list[str]:
    """Whom "the pair" means at place ``before``: the two people of this sentence, or else of the last with people.

    Nobody where that sentence names one, or more than two, or a name that nobody knows.
    """
    for index in range(sentence.index, max(-1, sentence.index - 3), -1):
        here = draft.sentences[index]
        if any(n < before or index < sentence.index for n in here.named if _unknown(here, n)):
            return []
        found = draft.found[index].items()
        people = [m.person for k, m in found if m.person and (index < sentence.index or k < before)]
        names = list(dict.fromkeys(person.name for person in people))
        if names:
            return names if len(names) == 2 else []
    return []


def _unknown(sentence: Sentence, k: int) -> bool:
    name = sentence.units[k].name
    return name is not None and name.kind == "unknown"
