"""Who says a figure, and as of when: "police said 12, the ministry 14"; "48 on Tuesday, 45 on Monday".

A figure of a fact that an article gives once is the article's own, whoever is named beside it. Where one fact has
values that cannot agree, and each is told by another speaker or for another day, they are claims of different scope.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.checking.likeness import distinct
from factcheck.claims import THE_ARTICLE, Claim, Entity, Scope
from factcheck.interval import Value
from factcheck.reading.reads import Read
from factcheck.reading.scope.speaking import Lists, day, speaker

Made = tuple[Read, Claim]


def told_apart(made: Iterable[Made], words: Lists) -> dict[int, Claim]:
    """For the reads whose facts are told in several ways, by ``id``: the claim with who says so and when."""
    facts: dict[tuple[Entity, str, Scope], list[Made]] = defaultdict(list)
    for read, claim in made:
        if isinstance(claim.value, Value):
            facts[claim.subject, claim.attribute, claim.scope].append((read, claim))
    found: dict[int, Claim] = {}
    for told in facts.values():
        if len(told) > 1 and distinct([claim for _, claim in told]) > 1:
            found |= _apart(told, words)
    return found


def _apart(told: Sequence[Made], words: Lists) -> dict[int, Claim]:
    """The claims of one fact, each with its speaker, or else its day; none where those do not tell them apart.

    A day tells apart only what goes on while the article is written, such as a death toll: a result stays as it is.
    """
    for of in (speaker, day) if told[0][1].subject.key == THE_ARTICLE else (speaker,):
        named = [(read, claim, of(read.sentence.units, read.at, words)) for read, claim in told]
        if len({name for _, _, name in named if name}) > 1:
            return {
                id(read): replace(claim, scope=replace(claim.scope, said=name)) for read, claim, name in named if name
            }
    return {}


def of_several(read_of: Mapping[int, Read], claims: Iterable[Claim], words: Lists) -> bool:
    """Whether claims are told by several speakers, or as of several days of what goes on: they need not agree."""
    told = [(claim, read_of[id(claim)]) for claim in claims if id(claim) in read_of]
    going_on = any(claim.subject.key == THE_ARTICLE for claim, _ in told)
    ways = (speaker, day) if going_on else (speaker,)
    return any(len({name for _, r in told if (name := of(r.sentence.units, r.at, words))}) > 1 for of in ways)
