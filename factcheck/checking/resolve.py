"""What the paths of a formula mean for one thing of one draft: which claims say the figure, and on whose role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.checking.plans import Check, Plan, Way
from factcheck.claims import Book, Claim, Entity, Scope
from factcheck.formula import Count, Leaf, MemberList, Members, Path
from factcheck.interval import Interval, Value
from factcheck.values import frozen

APART = 250  # characters; figures farther apart are not of one list
COMPLETE = "complete"  # an attribute of a race: all its candidates are known

Reached = tuple[Entity | None, tuple[Claim, ...]]
Told = dict[Entity, list[Claim]]
NOBODY: Told = {}
KINDS = {"article": 0, "reference": 1, "derived": 2}


@frozen
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
    """Looks figures up in a book, within one scope.

    Claims may be entered meanwhile, but none that says who has a role: what roles lead to is remembered.
    """

    def __init__(self, book: Book, parties: Mapping[str, str], scope: Scope) -> None:
        self.book = book
        self.parties = parties
        self.scope = scope
        self.facts = book.within(scope)
        self._reached: dict[tuple[str, ...], dict[Entity, Reached]] = {}
        self._ranked: dict[str, dict[Entity, tuple[int, list[Term]]]] = {}
        self._tallies: dict[Leaf, dict[str, dict[Entity, Claim]]] = {}
        self._own = self._told_by_the_article() if book.has_tables else None

    def _told_by_the_article(self) -> dict[str, set[Entity]]:
        """Attribute -> those of whom not only a table tells it."""
        return {
            attribute: {who for who, said in told.items() if any(c.source.kind != "reference" for c in said)}
            for attribute, told in self.facts.items()
        }

    def hear(self, claim: Claim) -> None:
        """Take note of a claim that was entered since."""
        if self._own is not None:
            self._own.setdefault(claim.attribute, set()).add(claim.subject)

    def is_own(self, check: Check, root: Entity) -> bool:
        """Whether the article, or an inference, tells any figure of a formula: tables alone are not checked."""
        if self._own is None:
            return True
        for way in check.ways:
            told = self._own.get(way.attribute)
            if told and (way.of_many or self.subject(root, way.steps)[0] in told):
                return True
        return False

    def roots(self, plan: Plan, spare: int = 0) -> list[Entity]:
        """The things for which one formula of a rule may be filled, when so many of its figures may be missing."""
        if len(plan.checks) == 1:
            return self.starts(plan.checks[0], spare)
        found = dict.fromkeys(root for check in plan.checks for root in self.starts(check, spare))
        return sorted(found, key=self.book.order)

    def starts(self, check: Check, spare: int = 0) -> list[Entity]:
        """The things that a formula may be filled for, when so many of its figures may be missing."""
        facts = self.facts
        if len(check.attributes.difference(facts)) > spare or check.told.difference(facts):
            return []
        must = [facts[role] for role in check.roles]
        may = [facts.get(attribute, NOBODY) for attribute in check.direct]
        base = [e for e in self._base(check, must, may, spare) if e.kind == check.kind]
        found = [e for e in base if _open(e, must, may, spare)]
        if check.inside:
            found = [e for e in found if self.book.linked(e)]
        return sorted(found, key=self.book.order) if len(found) > 1 else found

    def _base(self, check: Check, must: Sequence[Told], may: Sequence[Told], spare: int) -> Iterable[Entity]:
        """A few things among which are all that a formula may be filled for."""
        if must:
            return min(must, key=len)
        if len(may) > spare:
            return dict.fromkeys(entity for told in may[: spare + 1] for entity in told)
        told = {e for name in (*check.attributes, *check.told) for e in self.facts.get(name, NOBODY)}
        found = {*self.book.subjects(check.kind)}
        if check.lists:
            found.update(whole for member in told for whole in self.book.above(member))
        return found | self._below(told) if check.inside else found

    def _below(self, wholes: set[Entity]) -> set[Entity]:
        """All that belongs to these things, and all that belongs to those."""
        found: set[Entity] = set()
        while wholes:
            wholes = {member for whole in wholes for member in self.book.members(whole)} - found
            found |= wholes
        return found

    def subject(self, root: Entity, steps: Iterable[str]) -> Reached:
        """The thing that dotted names lead to from ``root``, and the role claims on the way."""
        if not steps:
            return root, ()
        way = tuple(steps)
        known = self._reached.setdefault(way, {})
        found = known.get(root)
        if found is None:
            found = known[root] = self._reach(root, way)
        return found

    def _reach(self, root: Entity, steps: tuple[str, ...]) -> Reached:
        here: Entity | None = root
        roles: list[Claim] = []
        for step in steps:
            if here is None:
                return None, ()
            if (other := self.book.link(here, step)) is not None:
                here = other
            else:
                claim = self.role(here, step)
                here = claim.value if claim and isinstance(claim.value, Entity) else None
                roles += [claim] if claim else []
        return here, tuple(roles)

    def role(self, thing: Entity, role: str) -> Claim | None:
        """The claim that says who has a role, when all that say so agree; the article's word before a table's."""
        said = self.facts.get(role, NOBODY).get(thing, ())
        own = [c for c in said if c.source.kind == "article"] or said
        return own[0] if own and all(c.value == own[0].value for c in own) else None

    def terms(self, root: Entity, way: Way) -> list[Term]:
        """Everything that is claimed of a figure, the article's exact words first; empty when nothing is."""
        if isinstance(way.leaf, Members):
            return self._members(root, way.attribute)
        if isinstance(way.leaf, Count):
            return self._count(root, way.leaf)
        told = self.facts.get(way.attribute)
        subject, roles = self.subject(root, way.steps)
        said = told.get(subject) if told and subject is not None else None
        if not said or subject is None:
            return []
        if len(said) > 1 or roles:
            terms = self._sorted(said, subject, way.attribute)
            return [Term(t.value, t.claims, roles) for t in terms] if roles else terms
        return [Term(c.value, (c,)) for c in said if isinstance(c.value, Value)]

    def _sorted(self, said: Sequence[Claim], subject: Entity, attribute: str) -> list[Term]:
        """The claims of one fact, the sharpest first; sorted once while nothing more is said of it."""
        known = self._ranked.setdefault(attribute, {})
        count, terms = known.get(subject, (0, []))
        if count != len(said):
            claims = sorted((c for c in said if isinstance(c.value, Value)), key=_sharpest)
            terms = [Term(c.value, (c,)) for c in claims if isinstance(c.value, Value)]
            known[subject] = len(said), terms
        return terms

    def _members(self, root: Entity, attribute: str) -> list[Term]:
        claims = []
        told = self.facts.get(attribute, NOBODY)
        for member in self.book.members_in(root, told):
            first = next(iter(self._sorted(told[member], member, attribute)), None)
            if first and first.claims[0].source.kind == "article":  # a table's rows are checked one by one
                claims.append(first.claims[0])
        claims = _one_list(claims)
        if len(claims) < 2:
            return []
        complete = root in self.facts.get(COMPLETE, NOBODY) and len(claims) == len(self.book.members(root))
        if not complete and "@" in attribute:
            return []  # a change may go either way: what is not named may make up for what is
        values = [c.value for c in claims if isinstance(c.value, Value)]
        lists = (
            MemberList(tuple(v.plain for v in values), complete),
            MemberList(tuple(v.generous for v in values), complete),
        )
        return [Term(lists, tuple(claims))]

    def _count(self, root: Entity, leaf: Count) -> list[Term]:
        """How many things fulfil a condition, as far as the draft names them: at least so many."""
        if leaf not in self._tallies:
            self._tallies[leaf] = self._tally(leaf)
        found = self._tallies[leaf].get(root.name)
        if not found:
            return []
        at_least = Interval.at_least(len(found))
        return [Term(Value(at_least, at_least), (), tuple(found.values()))]

    def _tally(self, leaf: Count) -> dict[str, dict[Entity, Claim]]:
        """All things by the word that a condition asks of them, each with the role that it goes by."""
        tally: dict[str, dict[Entity, Claim]] = {}
        where = leaf.where
        if not isinstance(where.left, Path):
            return tally
        *steps, attribute = [str(s) for s in where.left.steps[1:]]
        for thing in self.book.subjects(str(leaf.thing.steps[0])):
            subject, roles = self.subject(thing, tuple(steps))
            if subject is None or not any(claim.source.kind == "article" for claim in roles):
                continue  # a tally is of those that the article names as winners, not of every race that it mentions
            tally.setdefault(self.word(subject, attribute), {})[thing] = roles[-1]
        return tally

    def word(self, subject: Entity, attribute: str) -> str:
        """A word said of a thing: its party, its outcome; "" when none."""
        if attribute == "party":
            return self.parties.get(subject.key, "")
        claim = self.role(subject, attribute)
        return claim.value if claim and isinstance(claim.value, str) else ""


def _one_list(claims: list[Claim]) -> list[Claim]:
    """The most claims that stand together in the article: figures of two counts or two polls are not added up."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: c.source.start):
        if not groups or claim.source.start - groups[-1][-1].source.end > APART:
            groups.append([])
        groups[-1].append(claim)
    return max(groups, key=len, default=[])


def _open(entity: Entity, must: Sequence[Told], may: Sequence[Told], spare: int) -> bool:
    """Whether a thing has every role that is needed, and lacks no more of its own figures than may be missing."""
    for told in must:
        if entity not in told:
            return False
    for told in may:
        spare -= entity not in told
    return spare >= 0


def _sharpest(claim: Claim) -> tuple[int, float]:
    """Order of claims of one figure: the article before tables and inferences, the narrowest first."""
    assert isinstance(claim.value, Value)
    return KINDS[claim.source.kind], width(claim.value.plain)


def width(values: Interval) -> float:
    """From the lower end to the upper; without end where one has none."""
    if values.low is values.high and values.low is not None:
        return 0.0
    return float("inf") if values.low is None or values.high is None else float(values.high - values.low)
