"""Which race each figure of a sentence speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.contests.sections import behind_a_break
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.naming.mentions import Mention
from factcheck.reading.reads import Read


def find_races(draft: Draft, sentence: Sentence, reads: dict[int, Read], lexicon: Lexicon) -> None:
    """Set the race of every measured read of a sentence; "?" where it cannot be told."""
    for i, read in sorted(reads.items()):
        if read.measure is None:
            continue
        if read.company is not None and read.company.race:
            read.race = read.company.race
        elif (
            read.frame in ("row", "column")
            and len(draft.sections.of[sentence.index]) != 1
            and draft.sections.under[sentence.index]
        ):
            read.race = draft.sections.under[sentence.index]  # a list is of the race it stands under
        else:
            read.race = race_at(draft, sentence, i, read.who, lexicon.kind(read.measure) != "place")
    _one_each(reads, sentence, lexicon)
    known = {r.race for r in reads.values() if r.measure is not None and r.race != "?"}
    for read in reads.values():
        if read.race == "?" and len(known) == 1:
            read.race = next(iter(known))  # one sentence, one race, unless it names another


def _one_each(reads: dict[int, Read], sentence: Sentence, lexicon: Lexicon) -> None:
    """Two figures of one race and noun in two clauses are of two races: "won Arambagh by 142, while B won by 407"."""
    met: dict[tuple[str, str, str, str], Read] = {}
    for i, read in sorted(reads.items()):
        if read.measure is None or lexicon.kind(read.measure) != "place" or read.race.startswith("?"):
            continue
        first = met.setdefault((read.measure.name, read.race, read.tag, read.year), read)
        parted = any(u.kind == ";" or u.low in BREAKS for u in sentence.units[first.at : i])
        if first is not read and parted and first.figure.number != read.figure.number and first.scope == read.scope:
            read.race = f"?{sentence.index}.{i}"


def race_at(draft: Draft, sentence: Sentence, i: int, who: Mention | None, own: bool = True) -> str:
    """The key of the race spoken of at ``units[i]``; "?" where it cannot be told, "" in a draft that names no place.

    ``own``: the figure is somebody's own (votes), not that of the race he or she stands in ("her majority").
    """
    sections = draft.sections
    here = [key for key in sections.of[sentence.index] if not behind_a_break(sentence, i, key)]
    home = draft.homes.get(who.person.key, "") if who and who.person else ""
    if len(here) == 1:
        return here[0]
    if len(here) > 1:
        return _place_in_clause(sentence, i, here) or (home if home in here else "") or home or f"?{sentence.index}.{i}"
    if sections.of[sentence.index] and not here and not home:
        return sections.before[sentence.index] or "?"
    home = home or _shared_home(draft, sentence)
    if sections.wide[sentence.index] and not home:
        return sections.wide[sentence.index]
    if home:
        return home
    if sections.single:
        return next(iter(sections.names), "")
    if who and who.person and not (own and sections.main):
        return "?"  # in a draft of several races somebody bound to none of them may stand in any other
    return sections.before[sentence.index] or sections.under[sentence.index] or sections.main or "?"


def _shared_home(draft: Draft, sentence: Sentence) -> str:
    """The one race in which everybody named in this sentence and in the one before, in its paragraph, stands."""
    near = [
        s for s in draft.sentences[max(0, sentence.index - 1) : sentence.index + 1] if s.paragraph == sentence.paragraph
    ]
    people = [m.person for s in near for m in draft.found[s.index].values() if m.person]
    homes = {draft.homes.get(p.key, "") for p in people}
    return homes.pop() if len(homes) == 1 else ""


def _place_in_clause(sentence: Sentence, i: int, here: Sequence[str]) -> str:
    """The nearest place before the figure in its clause."""
    for j in range(i - 1, -1, -1):
        unit = sentence.units[j]
        if unit.kind == ";" or unit.low in BREAKS or (unit.low == "and" and sentence.units[j - 1].kind == ","):
            return ""
        if unit.name and unit.name.key in here and unit.name.kind == "place":
            return unit.name.key
    return ""
