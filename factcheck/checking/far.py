"""What no single rule sees: solve the equations for what was not said, and check that against everything else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heapreplace

from factcheck.checking.check import Conflict, Outcome, agreement, claims_of, roles_of, scopes_of
from factcheck.checking.plans import Check, Plan, Way, plans_of
from factcheck.checking.resolve import Resolver, Term
from factcheck.claims import Book, Claim, Entity, Scope, Source
from factcheck.formula import Leaf, Path, Values
from factcheck.interval import EVERYTHING, ZERO, Interval, Value, Verdict
from factcheck.packs import Rule

ROUNDS = 3  # a chain is at most so many equations long
MOST = 8  # inferences kept for one figure
SUSPECT = 24  # a claim in so many conflicts is suspect enough: what else it contradicts is not worked out

Fact = tuple[Entity, str]
Grounds = dict[int, Claim]


class Chain:
    """Inferences from the claims of one scope."""

    def __init__(self, ground: Ground, claims: Iterable[Claim], scope: Scope) -> None:
        self.ground = ground
        self.scope = scope
        self.book = Book(members_of=ground.book)
        for claim in claims:
            self.book.add(claim)
        self.resolver = Resolver(self.book, ground.parties, scope)
        self.derived: dict[Fact, list[tuple[Claim, frozenset[int]]]] = defaultdict(list)

    def run(self, stop_at_first: bool = False) -> list[Conflict]:
        """Infer in rounds; returns what cannot agree with something inferred."""
        found: list[Conflict] = []
        news: set[Fact] = set()
        for number in range(ROUNDS):
            new = list(self._round(news if number else None))
            news = set()
            for claim, figures in new:
                conflict = self._against(claim)
                if conflict is not None:
                    found.append(conflict)
                    if stop_at_first:
                        return found
                    continue
                fact = claim.subject, claim.attribute
                news.add(fact)
                self.derived[fact].append((claim, figures))
                self.book.add(claim)
            if not news:
                break
        return found

    def _round(self, news: set[Fact] | None) -> Iterator[tuple[Claim, frozenset[int]]]:
        """What follows now; after the first round, only from equations that have something new to go by."""
        fresh = None if news is None else {attribute for _, attribute in news}
        for plan in self.ground.equations:
            check = plan.checks[0]
            if fresh is not None and fresh.isdisjoint(check.attributes):
                continue
            for root in self.resolver.starts(check, spare=1):
                if news is None or self._touched(check, root, news):
                    yield from self._solve(plan, check, root)

    def _touched(self, check: Check, root: Entity, news: set[Fact]) -> bool:
        """Whether a figure of an equation has been inferred in the round before."""
        reached = self.resolver.subject
        return check.lists or any((reached(root, way.steps)[0], way.attribute) in news for way in check.ways)

    def _solve(self, plan: Plan, check: Check, root: Entity) -> Iterator[tuple[Claim, frozenset[int]]]:
        """The one figure that is not said, or each that is when another was inferred."""
        terms: dict[Leaf, Term] = {}
        missing: Way | None = None
        for way in check.ways:
            said = self.resolver.terms(root, way)
            if said:
                terms[way.leaf] = said[0]
            elif missing is not None:
                return
            else:
                missing = way
        if missing is not None:
            wanted: Sequence[Way] = (missing,)
        elif any(c.source.kind == "derived" for term in terms.values() for c in term.claims):
            wanted = check.ways
        else:
            return
        for way in wanted:
            inferred = self._infer(plan, check, root, way, {k: t for k, t in terms.items() if k is not way.leaf})
            if inferred is not None:
                yield inferred

    def _infer(
        self, plan: Plan, check: Check, root: Entity, way: Way, terms: Mapping[Leaf, Term]
    ) -> tuple[Claim, frozenset[int]] | None:
        """What one figure must be, and the figures that it rests on; None where that cannot be said."""
        if not isinstance(way.leaf, Path):
            return None
        subject, roles = self.resolver.subject(root, way.steps)
        claims = claims_of(terms)
        if subject is None or not claims:
            return None
        grounds = {id(g): g for c in claims for g in c.grounds()}
        if all(g.source.kind == "reference" for g in grounds.values()):
            return None
        if self._circular(subject, way.attribute, grounds):
            return None
        value = self._value(plan, check, way, terms)
        if value is None:
            return None
        rests = {id(g): g for c in (*claims, *roles, *roles_of(terms)) for g in c.grounds()}
        source = Source("derived", claims=tuple(rests.values()), rule=plan.name)
        figures = frozenset(i for i, g in rests.items() if not isinstance(g.value, Entity))
        return Claim(subject, way.attribute, value, source, self.scope, "rule", plan.name), figures

    def _circular(self, subject: Entity, attribute: str, grounds: Grounds) -> bool:
        """Whether the figure is inferred from itself, or was so already from the same claims."""
        if any(g.attribute == attribute and g.subject == subject for g in grounds.values()):
            return True
        known = self.derived.get((subject, attribute), ())
        return len(known) >= MOST or any(figures <= grounds.keys() for _, figures in known)

    def _value(self, plan: Plan, check: Check, way: Way, terms: Mapping[Leaf, Term]) -> Value | None:
        """What the equation leaves for a figure, plainly and generously."""
        whole = way.attribute in self.ground.whole
        values = {leaf: term.reading(False) for leaf, term in terms.items()}
        plain = _solved(plan, check, way.leaf, values, whole)
        if plain is None:
            return None
        wider = {leaf: term.reading(True) for leaf, term in terms.items()}
        if all(wider[leaf] is value for leaf, value in values.items()):
            return Value(plain, plain)
        generous = _solved(plan, check, way.leaf, wider, whole)
        return None if generous is None else Value(plain, generous)

    def _against(self, claim: Claim) -> Conflict | None:
        """The first claim of the same fact, said or inferred, that cannot agree with this inference."""
        for other in self.book.said(claim.subject, claim.attribute, self.scope):
            if isinstance(other.value, Value) and agreement(claim, other) is Verdict.INCONSISTENT:
                grounds = {id(g): g for c in (claim, other) for g in c.grounds()}
                figures = tuple(g for g in grounds.values() if isinstance(g.value, Value))
                roles = tuple(g for g in grounds.values() if not isinstance(g.value, Value))
                if any(g.source.kind == "article" for g in figures):
                    return Conflict(claim.source.rule, Verdict.INCONSISTENT, figures, roles, claim.subject)
        return None


def _solved(plan: Plan, check: Check, leaf: Leaf, values: Values, whole: bool) -> Interval | None:
    """What a figure must be in one reading; a count is narrowed to whole numbers."""
    try:
        found = check.formula.difference.solve(leaf, plan.within or ZERO, values)
    except ZeroDivisionError:
        return None
    if found is None or found == EVERYTHING:
        return None
    return (found.whole() or found) if whole else found


class Ground:
    """What all chains of one draft share: who belongs to what, the equations, and which figures count whole things."""

    def __init__(self, book: Book, parties: Mapping[str, str], rules: Sequence[Rule], whole: frozenset[str]) -> None:
        self.book = book
        self.parties = parties
        self.whole = whole
        self.equations = [plan for plan in plans_of(rules) if plan.checks[0].formula.op == "=="]

    def opens(self, claims: Iterable[Claim]) -> bool:
        """Whether any equation has all its figures, or all but one, among what the claims tell of somebody."""
        told = {claim.attribute for claim in claims}
        checks = (plan.checks[0] for plan in self.equations)
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
        outcome.conflicts += _explained(_all_minimised(conflicts, ground, scope))


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


def _all_minimised(conflicts: Iterable[Conflict], ground: Ground, scope: Scope) -> list[Conflict]:
    """Each conflict minimised; one that several rounds found is worked on once."""
    done: dict[tuple[object, ...], Conflict] = {}
    made = []
    for conflict in conflicts:
        key = (conflict.rule, *map(id, conflict.claims), 0, *map(id, conflict.roles))
        if key not in done:
            done[key] = _minimised(conflict, ground, scope)
        made.append(done[key])
    return made


def _note(chain: Chain, outcome: Outcome) -> None:
    """An inference that met another claim of its fact is a check of what it rests on."""
    for (subject, attribute), derived in chain.derived.items():
        said = chain.book.said(subject, attribute, chain.scope)
        if len(said) > 1:
            for rule in dict.fromkeys(claim.source.rule for claim, _ in derived):
                outcome.took_part(said, rule)


def _minimised(conflict: Conflict, ground: Ground, scope: Scope) -> Conflict:
    """Leave claims out one at a time while the rest still cannot all be true."""
    keep = list(conflict.claims)
    for claim in conflict.claims:
        rest = [c for c in keep if c is not claim]
        if rest and Chain(ground, (*rest, *conflict.roles), scope).run(stop_at_first=True):
            keep = rest
    return Conflict(conflict.rule, conflict.verdict, tuple(keep), conflict.roles, conflict.root)


def _explained(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """One conflict for each claim that explains several: the smallest, with the others told beside it."""
    left = list({c.key: c for c in conflicts}.values())
    queue = _Suspects(left)
    found: list[Conflict] = []
    while (suspect := queue.next()) is not None:
        mine = queue.take(suspect)
        first, *others = sorted(mine, key=lambda c: len(c.claims))
        claims = tuple(sorted(first.claims, key=lambda c: id(c) != suspect if others else 0))
        found.append(Conflict(first.rule, first.verdict, claims, first.roles, first.root, also=tuple(others)))
    return found


class _Suspects:
    """The article's claims by how many conflicts they are in, the first met before others of as many."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        self._left = dict(enumerate(conflicts))
        self._of: dict[int, dict[int, int]] = defaultdict(dict)  # id(claim) -> number of its conflict -> place in it
        for number, conflict in self._left.items():
            for place, claim in enumerate(conflict.claims):
                if claim.source.kind == "article":
                    self._of[id(claim)][number] = place
        self._queue = [self._entry(suspect) for suspect in self._of]
        heapify(self._queue)

    def _entry(self, suspect: int) -> tuple[int, int, int, int]:
        """Sorts before those of fewer conflicts, and of conflicts found later; it only ever moves back."""
        mine = self._of[suspect]
        first = next(iter(mine), 0)
        return -len(mine), first, mine.get(first, 0), suspect

    def next(self) -> int | None:
        """The claim that is in the most conflicts; None when no conflict is left."""
        while self._queue:
            entry = self._entry(self._queue[0][3])
            if not entry[0]:
                heappop(self._queue)
            elif entry == self._queue[0]:
                return entry[3]
            else:
                heapreplace(self._queue, entry)
        return None

    def take(self, suspect: int) -> list[Conflict]:
        """Its conflicts, which are then no longer left."""
        mine = {number: self._left.pop(number) for number in list(self._of[suspect])}
        for number, conflict in mine.items():
            for claim in conflict.claims:
                if claim.source.kind == "article":
                    self._of[id(claim)].pop(number, None)
        return list(mine.values())
