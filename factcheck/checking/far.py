"""What no single rule sees: solve the equations for what was not said, and check that against everything else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.checking.alternatives import Terms, all_apart, alternatives, one_of
from factcheck.checking.check import Conflict, Outcome, claims_of, roles_of, scopes_of
from factcheck.checking.plans import Check, Plan, Way, equations_of
from factcheck.checking.resolve import Resolver
from factcheck.checking.suspects import explained
from factcheck.claims import Book, Claim, Entity, Scope, Source
from factcheck.formula import Leaf, Path
from factcheck.interval import Value, Verdict
from factcheck.packs import Rule
from factcheck.values import frozen

ROUNDS = 3  # a chain is at most so many equations long
MOST = 8  # inferences kept for one figure
SUSPECT = 24  # a claim in so many conflicts is suspect enough: what else it contradicts is not worked out

Fact = tuple[Entity, str]
Grounds = dict[int, Claim]


@frozen
class Inferred:
    """A claim that follows, the figures that it rests on, and one value for each alternative that may hold."""

    claim: Claim
    figures: frozenset[int]
    values: Sequence[Value]


class Chain:
    """Inferences from the claims of one scope."""

    def __init__(self, ground: Ground, claims: Iterable[Claim], scope: Scope, whole: Chain | None = None) -> None:
        """``whole`` is the chain from all claims of the scope, where these are some of them."""
        self.ground = ground
        self.scope = scope
        self.whole = whole
        self.book = Book(members_of=ground.book)
        for claim in claims:
            self.book.add(claim)
        self.resolver = Resolver(self.book, ground.parties, scope)
        self.derived: dict[Fact, list[tuple[Claim, frozenset[int]]]] = defaultdict(list)
        self.either: dict[int, Sequence[Value]] = {}  # id(claim) -> its values, of which one must hold

    def run(self, stop_at_first: bool = False) -> list[Conflict]:
        """Infer in rounds; returns what cannot agree with something inferred."""
        found: list[Conflict] = []
        news: set[Fact] = set()
        for number in range(ROUNDS):
            new = list(self._round(news if number else None))
            news = set()
            for inferred in new:
                conflict = self._against(inferred)
                if conflict is not None:
                    found.append(conflict)
                    if stop_at_first:
                        return found
                    continue
                claim = inferred.claim
                fact = claim.subject, claim.attribute
                news.add(fact)
                self.derived[fact].append((claim, inferred.figures))
                self.either[id(claim)] = inferred.values
                self.book.add(claim)
                self.resolver.hear(claim)
            if not news:
                break
        return found

    def _round(self, news: set[Fact] | None) -> Iterator[Inferred]:
        """What follows now; after the first round, only from equations that have something new to go by."""
        fresh = None if news is None else {attribute for _, attribute in news}
        for plan in self.ground.equations:
            if fresh is not None and fresh.isdisjoint(plan.attributes):
                continue
            for root in self.resolver.roots(plan, spare=1):
                if any(self._opens(check, root, news) for check in plan.checks):
                    yield from self._solve(plan, root)

    def _opens(self, check: Check, root: Entity, news: set[Fact] | None) -> bool:
        """Whether a formula may tell something: at first something of the article's, then something new."""
        return self.resolver.is_own(check, root) if news is None else self._touched(check, root, news)

    def _touched(self, check: Check, root: Entity, news: set[Fact]) -> bool:
        """Whether a figure of an equation has been inferred in the round before."""
        reached = self.resolver.subject
        return check.lists or any((reached(root, way.steps)[0], way.attribute) in news for way in check.ways)

    def _solve(self, plan: Plan, root: Entity) -> Iterator[Inferred]:
        """The one figure that a formula lacks, or each of its figures when another was inferred."""
        filled = [(check, self._filled(check, root)) for check in plan.checks]
        wanted = {way.leaf: way for check, terms in filled for way in self._open(check, terms)}
        for way in wanted.values():
            inferred = self._infer(plan, root, way, filled)
            if inferred is not None:
                yield inferred

    def _filled(self, check: Check, root: Entity) -> Terms:
        """The sharpest claim of each figure of a formula that is told; it stops at the second that is not."""
        terms: Terms = {}
        missing = 0
        for way in check.ways:
            said = self.resolver.terms(root, way)
            if said:
                terms[way.leaf] = said[0]
            elif missing:
                break
            else:
                missing = 1
        return terms

    def _open(self, check: Check, terms: Terms) -> Sequence[Way]:
        """The figures that follow from a formula: the one that is not told, or all where one was itself inferred."""
        if len(terms) == len(check.ways) - 1:
            return [way for way in check.ways if way.leaf not in terms]
        if len(terms) < len(check.ways):
            return ()
        return check.ways if any(c.source.kind == "derived" for t in terms.values() for c in t.claims) else ()

    def _infer(self, plan: Plan, root: Entity, way: Way, filled: Sequence[tuple[Check, Terms]]) -> Inferred | None:
        """What one figure must be, and the figures that it rests on; None where that cannot be said."""
        subject, roles = self.resolver.subject(root, way.steps)
        if subject is None or not isinstance(way.leaf, Path):
            return None
        ready = [each for each in filled if _all_but(way.leaf, *each)]
        if any(_rests_on(subject, way, terms) for _, terms in ready):
            return None  # it would be inferred from itself
        ready = [(check, _without(terms, way.leaf)) for check, terms in ready]
        if len(ready) < len(filled) and self.whole and self.whole.fills_more(plan, root, way.leaf, len(ready)):
            return None  # one of the claims left out would save it
        claims = {id(c): c for _, terms in ready for c in claims_of(terms)}
        grounds = {id(g): g for c in claims.values() for g in c.grounds()}
        if all(g.source.kind == "reference" for g in grounds.values()):
            return None
        if self._known(subject, way.attribute, grounds):
            return None
        values = alternatives(plan, way.leaf, ready, way.attribute in self.ground.whole)
        if not values:
            return None
        resting = (*claims.values(), *roles, *(role for _, terms in ready for role in roles_of(terms)))
        rests = {id(g): g for c in resting for g in c.grounds()}
        source = Source("derived", claims=tuple(rests.values()), rule=plan.name)
        figures = frozenset(i for i, g in rests.items() if not isinstance(g.value, Entity))
        claim = Claim(subject, way.attribute, one_of(values), source, self.scope, "rule", plan.name)
        return Inferred(claim, figures, values)

    def fills_more(self, plan: Plan, root: Entity, leaf: Leaf, than: int) -> bool:
        """Whether more formulas of a rule than so many can be filled but for one figure."""
        return sum(_all_but(leaf, check, self._filled(check, root)) for check in plan.checks) > than

    def _known(self, subject: Entity, attribute: str, grounds: Grounds) -> bool:
        """Whether the figure was already inferred from the same claims, or often enough."""
        known = self.derived.get((subject, attribute), ())
        return len(known) >= MOST or any(figures <= grounds.keys() for _, figures in known)

    def _against(self, inferred: Inferred) -> Conflict | None:
        """The first claim of the same fact, said or inferred, that can agree with no alternative of this inference."""
        claim = inferred.claim
        for other in self.book.said(claim.subject, claim.attribute, self.scope):
            if isinstance(other.value, Value) and all_apart(inferred.values, self.either.get(id(other), [other.value])):
                grounds = {id(g): g for c in (claim, other) for g in c.grounds()}
                figures = tuple(g for g in grounds.values() if isinstance(g.value, Value))
                roles = tuple(g for g in grounds.values() if not isinstance(g.value, Value))
                if any(g.source.kind == "article" for g in figures):
                    return Conflict(claim.source.rule, Verdict.INCONSISTENT, figures, roles, claim.subject)
        return None


def _without(terms: Terms, leaf: Leaf) -> Terms:
    return {k: term for k, term in terms.items() if k != leaf}


def _all_but(leaf: Leaf, check: Check, terms: Terms) -> bool:
    """Whether a formula has all its figures, this one set aside."""
    return len(terms) - (leaf in terms) == len(check.ways) - (leaf in check.leaves)


def _rests_on(subject: Entity, way: Way, terms: Terms) -> bool:
    """Whether another figure of a formula was told, or inferred, by a claim of the very fact that a way leads to."""
    attribute = way.attribute
    claims = (c for leaf, term in terms.items() if leaf != way.leaf for c in term.claims)
    return any(g.attribute == attribute and g.subject == subject for c in claims for g in c.grounds())


class Ground:
    """What all chains of one draft share: who belongs to what, the equations, and which figures count whole things."""

    def __init__(self, book: Book, parties: Mapping[str, str], rules: Sequence[Rule], whole: frozenset[str]) -> None:
        self.book = book
        self.parties = parties
        self.whole = whole
        self.equations = equations_of(rules)

    def opens(self, claims: Iterable[Claim]) -> bool:
        """Whether any equation has all its figures, or all but one, among what the claims tell of somebody."""
        told = {claim.attribute for claim in claims}
        checks = (check for plan in self.equations for check in plan.checks)
        return any(check.told <= told and len(check.attributes - told) < 2 for check in checks)


def far(book: Book, parties: Mapping[str, str], rules: Sequence[Rule], whole: frozenset[str], outcome: Outcome) -> None:
    """Add the conflicts that only a chain of rules shows, each minimised; claims already in conflict are left out."""
    wrong = [conflict for conflict in outcome.conflicts if conflict.verdict is Verdict.INCONSISTENT]
    spoilt = {id(c) for conflict in wrong for c in conflict.claims if c.source.kind == "article"}
    ground = Ground(book, parties, rules, whole)
    by_scope: dict[Scope, list[Claim]] = {}
    for claim in book:
        if id(claim) not in spoilt:
            by_scope.setdefault(claim.scope, []).append(claim)
    for scope in scopes_of(book):
        usable = by_scope.get(scope, [])
        figures = sum(isinstance(c.value, Value) and c.source.kind == "article" for c in usable)
        if figures < 2 or not ground.opens(usable):
            continue
        chain = Chain(ground, usable, scope)
        conflicts = list(_some_of_each(chain.run(), outcome))
        _note(chain, outcome)
        outcome.conflicts += explained(_all_minimised(conflicts, chain))


def _some_of_each(conflicts: Iterable[Conflict], outcome: Outcome) -> Iterator[Conflict]:
    """The first conflicts of each claim of the article; of the others is told that they were passed over."""
    met: Counter[int] = Counter()
    for conflict in conflicts:
        own = [id(claim) for claim in conflict.claims if claim.source.kind == "article"]
        if any(met[claim] >= SUSPECT for claim in own):
            outcome.passed_over.update(own)
        else:
            met.update(own)
            yield conflict


def _all_minimised(conflicts: Iterable[Conflict], chain: Chain) -> list[Conflict]:
    """Each conflict minimised; one that was found from several sides is worked on once."""
    once = {(c.rule, c.key, frozenset(map(id, c.roles))): c for c in conflicts}
    made = (_minimised(conflict, chain) for conflict in once.values())
    return [conflict for conflict in made if conflict is not None]


def _note(chain: Chain, outcome: Outcome) -> None:
    """An inference that met another claim of its fact is a check of what it rests on."""
    for (subject, attribute), derived in chain.derived.items():
        said = chain.book.said(subject, attribute, chain.scope)
        if len(said) > 1:
            for rule in dict.fromkeys(claim.source.rule for claim, _ in derived):
                outcome.took_part(said, rule)


def _minimised(conflict: Conflict, chain: Chain) -> Conflict | None:
    """Leave claims out one at a time while the rest still cannot all be true; None where all of them can."""
    keep = list(conflict.claims)
    if not _cannot_hold(keep, conflict, chain):
        return None  # a formula could be filled only after it was solved for this
    for claim in conflict.claims:
        rest = [c for c in keep if c is not claim]
        if rest and _cannot_hold(rest, conflict, chain):
            keep = rest
    return Conflict(conflict.rule, conflict.verdict, tuple(keep), conflict.roles, conflict.root)


def _cannot_hold(claims: Sequence[Claim], conflict: Conflict, chain: Chain) -> bool:
    """Whether some of a chain's claims contradict each other by themselves, the conflict's roles given."""
    alone = Chain(chain.ground, (*claims, *conflict.roles), chain.scope, chain)
    return bool(alone.run(stop_at_first=True))
