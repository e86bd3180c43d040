"""Claims: somebody says that ``subject.attribute`` is ``value``; and the book in which they are looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.interval import Value


@dataclass(frozen=True, slots=True)
class Entity:
    """Something claims are about: a race, a candidate in a race, a party. ``key`` identifies it, ``name`` is shown."""

    kind: str
    key: str
    name: str = field(compare=False, default="")

    def __str__(self) -> str:
        return self.name or self.key


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim was said: words of the article, a cell of a table, or a rule and the claims it came from."""

    kind: str  # "article" | "reference" | "derived"
    start: int = 0  # in Document.text, for "article"
    end: int = 0
    text: str = ""  # the words, or the cell's printed text
    cell: str = ""  # for "reference": the table, row and column, as shown to an editor
    claims: tuple[Claim, ...] = ()  # for "derived": what it follows from
    rule: str = ""  # for "derived": the rule that was solved


@dataclass(frozen=True, slots=True)
class Scope:
    """What must be equal before two claims are compared; all empty means this event, plainly stated."""

    event: str = ""  # "" this event; "before" the one before; "2019" a named year; "other" another kind of event
    level: str = ""  # "" the thing itself; "at large" the country, a region
    voice: str = ""  # "" stated; "forecast"; "if" (a condition); "earlier" (a count since overtaken)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.event, self.level, self.voice) if part)


NOW = Scope()


@dataclass(frozen=True, slots=True)
class Claim:
    """``subject.attribute`` is ``value``, said by ``source``, within ``scope``, on this kind of ``evidence``.

    ``attribute`` may carry a tag: ``turnout@before``, ``share@change``. ``value`` is a Value for figures, an
    Entity for roles (the winner of a race) and a word for outcomes ("hold").
    """

    subject: Entity
    attribute: str
    value: Value | Entity | str
    source: Source
    scope: Scope = NOW
    evidence: str = ""  # row | clause | sentence | pronoun | table | rule
    why: str = ""

    def __str__(self) -> str:
        aside = f" ({self.scope})" if str(self.scope) else ""
        return f"{self.attribute.replace('@', ' ')} of {self.subject}{aside}"

    def grounds(self) -> tuple[Claim, ...]:
        """The claims of the page and of tables that this one rests on; itself, unless it was derived."""
        if self.source.kind != "derived":
            return (self,)
        found = dict.fromkeys(g for claim in self.source.claims for g in claim.grounds())
        return tuple(found)


class Book:
    """All claims of one check, found by (subject, attribute, scope) without a search."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[Entity, str, Scope], list[Claim]] = defaultdict(list)
        self._members: dict[Entity, dict[Entity, None]] = defaultdict(dict)
        self.claims: list[Claim] = []

    def add(self, claim: Claim) -> None:
        """Enter a claim."""
        self._by_key[claim.subject, claim.attribute, claim.scope].append(claim)
        self.claims.append(claim)

    def drop(self, unwanted: set[int]) -> None:
        """Take out the claims with these ids (``id(claim)``)."""
        self.claims = [c for c in self.claims if id(c) not in unwanted]
        for claims in self._by_key.values():
            claims[:] = [c for c in claims if id(c) not in unwanted]

    def join(self, member: Entity, whole: Entity) -> None:
        """Tell that ``member`` (a candidate) belongs to ``whole`` (a race)."""
        self._members[whole][member] = None

    def members(self, whole: Entity) -> tuple[Entity, ...]:
        """Everything that was told to belong to ``whole``, in the order told."""
        return tuple(self._members.get(whole, ()))

    def wholes(self) -> tuple[Entity, ...]:
        """Everything that has members."""
        return tuple(self._members)

    def said(self, subject: Entity, attribute: str, scope: Scope = NOW) -> list[Claim]:
        """Every claim about ``subject.attribute`` within ``scope``, in the order entered."""
        return self._by_key.get((subject, attribute, scope), [])

    def subjects(self, kind: str) -> list[Entity]:
        """Every entity of a kind that a claim is about, in the order first met."""
        seen = dict.fromkeys(c.subject for c in self.claims if c.subject.kind == kind)
        return list(seen)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)
