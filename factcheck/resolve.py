"""What the paths of a formula mean for one thing of one draft: which claims say the figure, and on whose role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.claims import Book, Claim, Entity, Scope
from factcheck.formula import Condition, Count, Leaf, MemberList, Members, Path
from factcheck.interval import Interval, Value

COMPLETE = "complete"  # an attribute of a race: all its candidates are known


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a formula as claimed: its value, the claims behind it, and the roles they rest on."""

    value: Value | tuple[MemberList, MemberList]
    claims: tuple[Claim, ...]
    roles: tuple[Claim, ...] = ()

    def reading(self, generous: bool) -> Interval | MemberList:
        """The value in the plain or in the generous reading."""
        if isinstance(self.value, tuple):
            return self.value[generous]
        return self.value.generous if generous else self.value.plain


class Resolver:
    """Looks paths up in a book, within one scope."""

    def __init__(self, book: Book, parties: Mapping[str, str], scope: Scope) -> None:
        self.book = book
        self.parties = parties
        self.scope = scope
        self._race_of: dict[Entity, Entity] = {}
        for race in book.wholes():
            for member in book.members(race):
                self._race_of.setdefault(member, race)

    def subject(self, root: Entity, steps: Iterable[str]) -> tuple[Entity | None, tuple[Claim, ...]]:
        """The thing that dotted names lead to from ``root``, and the role claims on the way."""
        here: Entity | None = root
        roles: list[Claim] = []
        for step in steps:
            if here is None:
                return None, ()
            if here.kind == "candidate" and step == "race":
                here = self._race_of.get(here)
            elif here.kind == "pair":
                here = self._side(here, step)
            else:
                claim = self.role(here, step)
                here = claim.value if claim and isinstance(claim.value, Entity) else None
                roles += [claim] if claim else []
        return here, tuple(roles)

    def _side(self, pair: Entity, step: str) -> Entity | None:
        first, _, second = pair.key.partition("/")
        names = pair.name.split(" and ", 1)
        return Entity("candidate", first if step == "first" else second, names[0 if step == "first" else -1])

    def role(self, thing: Entity, role: str) -> Claim | None:
        """The claim that says who has a role, when all that say so agree; the article's word before a table's."""
        said = self.book.said(thing, role, self.scope)
        own = [c for c in said if c.source.kind == "article"] or said
        return own[0] if own and all(c.value == own[0].value for c in own) else None

    def terms(self, root: Entity, leaf: Leaf) -> list[Term]:
        """Everything that is claimed of a figure, the article's exact words first; empty when nothing is."""
        if isinstance(leaf, Members):
            return self._members(root, leaf)
        if isinstance(leaf, Count):
            return self._count(root, leaf)
        subject, attribute, roles = self.figure(root, leaf)
        if subject is None:
            return []
        claims = [c for c in self.book.said(subject, attribute, self.scope) if isinstance(c.value, Value)]
        return [Term(c.value, (c,), roles) for c in sorted(claims, key=_sharpest) if isinstance(c.value, Value)]

    def figure(self, root: Entity, path: Path) -> tuple[Entity | None, str, tuple[Claim, ...]]:
        """The thing and the attribute that a path ends in."""
        *steps, last = [str(step) for step in path.steps[1:]]
        subject, roles = self.subject(root, steps)
        return subject, last + (f"@{path.tag}" if path.tag else ""), roles

    def _members(self, root: Entity, leaf: Members) -> list[Term]:
        attribute = str(leaf.path.steps[-1]) + (f"@{leaf.path.tag}" if leaf.path.tag else "")
        claims = []
        for member in self.book.members(root):
            said = [c for c in self.book.said(member, attribute, self.scope) if isinstance(c.value, Value)]
            own = [c for c in said if c.source.kind == "article"]  # a table's rows are checked one by one
            if own:
                claims.append(min(own, key=_sharpest))
        if len(claims) < 2:
            return []
        complete = bool(self.book.said(root, COMPLETE, self.scope))
        values = [c.value for c in claims if isinstance(c.value, Value)]
        lists = (
            MemberList(tuple(v.plain for v in values), complete),
            MemberList(tuple(v.generous for v in values), complete),
        )
        return [Term(lists, tuple(claims))]

    def _count(self, root: Entity, leaf: Count) -> list[Term]:
        """How many things fulfil a condition, as far as the draft names them: at least so many."""
        found: dict[Entity, Claim] = {}
        for thing in self.book.subjects(str(leaf.thing.steps[0])):
            claim = self._fulfils(thing, leaf.where, root)
            if claim is not None:
                found[thing] = claim
        if not found:
            return []
        at_least = Interval.at_least(len(found))
        return [Term(Value(at_least, at_least), (), tuple(found.values()))]

    def _fulfils(self, thing: Entity, where: Condition, root: Entity) -> Claim | None:
        if not isinstance(where.left, Path):
            return None
        *steps, word = [str(s) for s in where.left.steps[1:]]
        subject, roles = self.subject(thing, steps)
        if subject is None or not any(claim.source.kind == "article" for claim in roles):
            return None  # a tally is of those that the article names as winners, not of every race that it mentions
        return roles[-1] if self.word(subject, word) == root.name else None

    def word(self, subject: Entity, attribute: str) -> str:
        """A word said of a thing: its party, its outcome; "" when none."""
        if attribute == "party":
            return self.parties.get(subject.key, "")
        claim = self.role(subject, attribute)
        return claim.value if claim and isinstance(claim.value, str) else ""


def _sharpest(claim: Claim) -> tuple[int, float]:
    """Order of claims of one figure: the article before tables and inferences, the narrowest first."""
    kinds = {"article": 0, "reference": 1, "derived": 2}
    assert isinstance(claim.value, Value)
    plain = claim.value.plain
    width = float("inf") if plain.low is None or plain.high is None else float(plain.high - plain.low)
    return kinds[claim.source.kind], width
