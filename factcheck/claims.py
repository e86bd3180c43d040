"""Claims: somebody says that ``subject.attribute`` is ``value``; and the book in which they are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import field

from factcheck.interval import Value
from factcheck.values import frozen

THE_ARTICLE = "the article"  # the key of the one thing that a whole article is about


@frozen
class Entity:
    """Something claims are about: a race, a candidate in a race, a party. ``key`` identifies it, ``name`` is shown."""

    kind: str
    key: str
    name: str = field(compare=False, default="")

    def __hash__(self) -> int:
        return hash(self.key)  # a word remembers its hash, a pair of words does not

    def __str__(self) -> str:
        return self.name or self.key


@frozen
class Source:
    """Where a claim was said: words of the article, a cell of a table, or a rule and the claims it came from."""

    kind: str  # "article" | "reference" | "derived"
    start: int = 0  # in Document.text, for "article"
    end: int = 0
    text: str = ""  # the words, or the cell's printed text
    cell: str = ""  # for "reference": the table, row and column, as shown to an editor
    claims: tuple[Claim, ...] = ()  # for "derived": the claims of the page and of tables that it follows from
    rule: str = ""  # for "derived": the rule that was solved


@frozen
class Scope:
    """What must be equal before two claims are compared; all empty means this event, plainly stated."""

    event: str = ""  # "" this event; "before" the one before; "2019" a named year; "other" another kind of event
    level: str = ""  # "" the thing itself; "at large" the country, a region
    voice: str = ""  # "" stated; "forecast"; "if" (a condition); "earlier" (since overtaken); DENIED; and others
    said: str = ""  # who says it, and as of when, where an article gives a fact more than once; else ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.event, self.level, self.voice, self.said) if part)


NOW = Scope()
TOLD = {"ratio": "change in per cent", "shift": "change"}  # tags as an editor reads them
UNNAMED = frozenset({"the figure", "the whole", "a share"})  # of what nobody named: no name to be told
DENIED = "denied"  # the voice of a figure that the text itself calls wrong: it is compared with nothing


@frozen
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
        scope = str(self.scope)
        aside = f" ({scope})" if scope else ""
        words, _, tag = self.attribute.replace("_", " ").partition("@")
        words += f" {TOLD.get(tag, tag)}" if tag else ""
        return f"{words}{aside}" if str(self.subject) in UNNAMED else f"{words} of {self.subject}{aside}"

    def grounds(self) -> tuple[Claim, ...]:
        """The claims of the page and of tables that this one rests on; itself, unless it was derived."""
        return self.source.claims if self.source.kind == "derived" else (self,)


Facts = dict[str, dict[Entity, list[Claim]]]  # attribute -> subject -> claims


class Book:
    """All claims of one check, found by (subject, attribute, scope) without a search."""

    def __init__(self, members_of: Book | None = None) -> None:
        """An empty book; with ``members_of``, who belongs to what is shared with that book."""
        self._told: dict[Scope, Facts] = {}
        self._subjects: dict[str, dict[Entity, int]] = {}  # kind -> subject -> the order first met
        self._members: dict[Entity, dict[Entity, None]] = members_of._members if members_of else {}
        self._wholes: dict[Entity, int] = members_of._wholes if members_of else {}
        self._place: dict[Entity, tuple[int, int]] = members_of._place if members_of else {}  # whole, place in it
        self._above: dict[Entity, list[Entity]] = members_of._above if members_of else {}  # member -> wholes
        self._sides: dict[Entity, tuple[Entity, Entity]] = members_of._sides if members_of else {}
        self._claims: dict[int, Claim] = {}  # id(claim) -> claim, in the order entered
        self.has_tables = False  # whether a table tells any of the claims

    def add(self, claim: Claim) -> None:
        """Enter a claim."""
        subject = claim.subject
        here = self._told.setdefault(claim.scope, {}).setdefault(claim.attribute, {})
        here.setdefault(subject, []).append(claim)
        met = self._subjects.setdefault(subject.kind, {})
        met.setdefault(subject, len(met))
        self._claims[id(claim)] = claim
        self.has_tables = self.has_tables or claim.source.kind == "reference"

    def drop(self, unwanted: Iterable[Claim]) -> None:
        """Take out these claims."""
        out = {id(claim): claim for claim in unwanted}
        for key in out:
            del self._claims[key]
        for scope, attribute, subject in dict.fromkeys((c.scope, c.attribute, c.subject) for c in out.values()):
            facts = self._told[scope]
            here = facts[attribute]
            here[subject] = [c for c in here[subject] if id(c) not in out]
            if not here[subject]:
                del here[subject]
            if not here:
                del facts[attribute]

    def join(self, member: Entity, whole: Entity) -> None:
        """Tell that ``member`` (a candidate) belongs to ``whole`` (a race)."""
        members = self._members.setdefault(whole, {})
        if member not in members:
            members[member] = None
            nth = self._wholes.setdefault(whole, len(self._wholes))
            self._place.setdefault(member, (nth, len(members)))
            self._above.setdefault(member, []).append(whole)

    def pair(self, pair: Entity, first: Entity, second: Entity) -> None:
        """Tell the two sides of a pair; the first is the one ahead."""
        self._sides.setdefault(pair, (first, second))

    def link(self, thing: Entity, step: str) -> Entity | None:
        """Where a step that is no role leads: to the whole that a thing belongs to, or to a side of a pair."""
        if sides := self._sides.get(thing):
            return sides[0 if step in ("first", "ahead") else 1]
        whole = self.whole_of(thing)
        return whole if whole is not None and whole.kind == step else None

    def linked(self, thing: Entity) -> bool:
        """Whether a thing belongs to a whole, or is a pair."""
        return thing in self._above or thing in self._sides

    def members(self, whole: Entity) -> KeysView[Entity]:
        """Everything that was told to belong to ``whole``, in the order told."""
        return self._members.get(whole, _NO_MEMBERS).keys()

    def members_in(self, whole: Entity, told: Mapping[Entity, list[Claim]]) -> Sequence[Entity]:
        """The members of a thing of whom something is told, in the order told."""
        members = self.members(whole)
        if len(told) >= len(members):
            return [member for member in members if member in told]
        return sorted((member for member in told if member in members), key=self.order)

    def wholes(self) -> tuple[Entity, ...]:
        """Everything that has members."""
        return tuple(self._members)

    def whole_of(self, member: Entity) -> Entity | None:
        """What ``member`` belongs to; None where nobody told."""
        return next(iter(self.above(member)), None)

    def above(self, member: Entity) -> Sequence[Entity]:
        """Everything that ``member`` belongs to, in the order told."""
        return self._above.get(member, ())

    def said(self, subject: Entity, attribute: str, scope: Scope = NOW) -> list[Claim]:
        """Every claim about ``subject.attribute`` within ``scope``, in the order entered."""
        return self.within(scope).get(attribute, _NOBODY).get(subject, [])

    def scopes(self) -> KeysView[Scope]:
        """Every scope in which something is told, in the order first met."""
        return self._told.keys()

    def within(self, scope: Scope) -> Facts:
        """What is told in one scope: attribute -> subject -> claims, to be read and not changed."""
        return self._told.get(scope, _NOTHING)

    def subjects(self, kind: str) -> list[Entity]:
        """Every entity of a kind that a claim is about, in the order first met."""
        return list(self._subjects.get(kind, ()))

    def order(self, thing: Entity) -> tuple[int, int]:
        """Where a thing stands among those of its kind: members race by race, others as first met."""
        if thing in self._place:
            return self._place[thing]
        after = len(self._claims) + self._wholes.get(thing, 0)
        return self._subjects.get(thing.kind, {}).get(thing, after), 0

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims.values())

    def has(self, subject: Entity) -> bool:
        """Whether a claim about somebody was ever entered."""
        return subject in self._subjects.get(subject.kind, ())


_NOTHING: Facts = {}
_NOBODY: dict[Entity, list[Claim]] = {}
_NO_MEMBERS: dict[Entity, None] = {}
