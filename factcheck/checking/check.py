"""Which claims cannot all be true: the same-fact law and each rule by itself. What needs a chain is in far.py."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.checking.likeness import alike
from factcheck.checking.plans import Check, Plan, plans_of
from factcheck.checking.resolve import Resolver, Term, width
from factcheck.claims import DENIED, NOW, Book, Claim, Entity, Scope
from factcheck.formula import Count, Formula, Leaf
from factcheck.interval import ZERO, Answer, Interval, Value, Verdict
from factcheck.packs import Rule

SAME_FACT = "core/figures-differ"
REFERENCE = "core/reference-differs"
TALLY = 20  # a larger tally is not expected to be spelt out
APART = frozenset({"before", "other", "notional"})  # scopes in which no two claims need speak of one thing


Tried = tuple[Verdict, Formula, dict[Leaf, Term]]


@dataclass(frozen=True)
class Conflict:
    """A smallest set of claims that cannot all be true, or only in the generous reading."""

    rule: str
    verdict: Verdict
    claims: tuple[Claim, ...]  # what the article and the tables say; the claim that the rule is about first
    roles: tuple[Claim, ...] = ()
    root: Entity | None = None
    formula: Formula | None = None
    terms: Mapping[Leaf, Term] = field(default_factory=dict)
    definition: Rule | None = None
    also: tuple[Conflict, ...] = ()  # other conflicts that the same claim explains

    @property
    def key(self) -> frozenset[int]:
        """The claims as a set."""
        return frozenset(id(c) for c in self.claims)

    @property
    def of_a_sentence(self) -> bool:
        """Whether it is between what sentences say of their own figures, and not about a thing that has a name."""
        return self.root is not None and " at " in self.root.key

    @property
    def words(self) -> frozenset[tuple[int, int, str]]:
        """The figures as they stand in the article or a table, whatever each was read as."""
        return frozenset((c.source.start, c.source.end, c.source.cell) for c in self.claims)


@dataclass
class Outcome:
    """All conflicts of one draft, and which rules each claim took part in."""

    conflicts: list[Conflict] = field(default_factory=list)
    checked: dict[int, dict[str, tuple[Claim, ...]]] = field(default_factory=dict)  # id(claim) -> rule -> with whom
    doubted: set[int] = field(default_factory=set)  # ids of claims in a conflict that was not believed
    passed_over: set[int] = field(default_factory=set)  # id(claim) where what it contradicts was not worked out

    def settled(self, rules: Collection[str]) -> set[int]:
        """The ids of the claims that one of these rules was asked of, or that are in a contradiction."""
        bad = {id(g) for conflict in self.conflicts for claim in conflict.claims for g in claim.grounds()}
        return bad.union(key for key, asked in self.checked.items() if not asked.keys().isdisjoint(rules))

    def passed(self) -> dict[int, list[frozenset[int]]]:
        """The figures, by their starts, that a rule about named things has held together and let pass, under each."""
        wrong = {frozenset(g.source.start for c in k.claims for g in c.grounds()) for k in self.conflicts}
        found: dict[int, list[frozenset[int]]] = {}
        for group in {id(group): group for asked in self.checked.values() for group in asked.values()}.values():
            starts = frozenset(claim.source.start for claim in group)
            if " at " not in group[0].subject.key and starts not in wrong:
                for start in starts:
                    found.setdefault(start, []).append(starts)
        return found

    def took_part(self, claims: Iterable[Claim], rule: str) -> None:
        """Tell that a check was made on these claims; of each rule the first check of a claim is kept."""
        grounds = tuple(ground for claim in claims for ground in claim.grounds())
        for ground in grounds:
            self.checked.setdefault(id(ground), {}).setdefault(rule, grounds)


def scopes_of(book: Book) -> list[Scope]:
    """The scopes in which claims are checked, this event first."""
    found = dict.fromkeys([NOW, *book.scopes()])
    return [s for s in found if s.event not in APART and s.voice != DENIED]


def compare(op: str, difference: Interval, within: Interval | None = None) -> Answer:
    """Whether ``left op right``, given left less right, where a difference ``within`` is none."""
    if within is not None:
        difference = difference + within
    if op == "==":
        return difference.equal(ZERO)
    if op == "!=":
        return difference.equal(ZERO).negated()
    if op in ("<=", "<"):
        return difference.less_or_equal(ZERO) if op == "<=" or within else difference.less(ZERO)
    if difference.low is None and difference.high is None:
        return Answer.MAYBE
    return ZERO.less_or_equal(difference) if op == ">=" or within else ZERO.less(difference)


def same_fact(book: Book, outcome: Outcome) -> None:
    """Two claims about the same fact must be able to agree."""
    groups: dict[tuple[Entity, str, Scope], list[Claim]] = {}
    for claim in book:
        scope = claim.scope
        if not isinstance(claim.value, Value) or scope.voice or scope.event in APART:
            continue
        if "@before" not in claim.attribute:
            groups.setdefault((claim.subject, claim.attribute, claim.scope), []).append(claim)
    for claims in groups.values():
        if len(claims) > 1:
            outcome.conflicts += _differing(claims, outcome)


def _differing(claims: Sequence[Claim], outcome: Outcome) -> Iterator[Conflict]:
    """Each claim against the sharpest of the article's and against the table's."""
    own = [c for c in claims if c.source.kind == "article"]
    own.sort(key=lambda c: width(c.value.plain) if isinstance(c.value, Value) else 0.0)
    table = [c for c in claims if c.source.kind == "reference"]
    for claim in own:
        if table:
            yield from _compare_all(claim, table, REFERENCE, outcome)
    for claim in own[1:]:
        outcome.took_part((own[0], claim), SAME_FACT)
        verdict = agreement(own[0], claim)
        if verdict not in (Verdict.CONSISTENT, Verdict.UNRESOLVED) and alike(own[0], claim):
            yield Conflict(SAME_FACT, verdict, (claim, own[0]), root=claim.subject)


def _compare_all(claim: Claim, table: Sequence[Claim], rule: str, outcome: Outcome) -> Iterator[Conflict]:
    """The article against a table: one of its values for the fact must be able to agree."""
    outcome.took_part((claim, *table), rule)
    verdicts = [agreement(claim, cell) for cell in table]
    order = (Verdict.CONSISTENT, Verdict.UNRESOLVED, Verdict.TIGHT, Verdict.INCONSISTENT)
    best = min(verdicts, key=order.index)
    if best in (Verdict.TIGHT, Verdict.INCONSISTENT):
        yield Conflict(rule, best, (claim, table[verdicts.index(best)]), root=claim.subject)


def agreement(a: Claim, b: Claim) -> Verdict:
    """Whether two claims of one fact can agree: plainly, only generously, or in no reading."""
    assert isinstance(a.value, Value)
    assert isinstance(b.value, Value)
    return Verdict.of(a.value.plain.equal(b.value.plain), a.value.generous.equal(b.value.generous))


def near(book: Book, parties: Mapping[str, str], rules: Sequence[Rule], outcome: Outcome) -> None:
    """Check every rule on every thing that it speaks of, in every scope."""
    plans = plans_of(rules)
    for scope in scopes_of(book):
        resolver = Resolver(book, parties, scope)
        told = frozenset(resolver.facts)
        for plan in [plan for plan in plans if plan.asks <= told]:
            for root in resolver.roots(plan):
                outcome.conflicts += check_rule(plan, root, resolver, outcome)


def check_rule(plan: Plan, root: Entity, resolver: Resolver, outcome: Outcome) -> list[Conflict]:
    """The conflicts of one rule on one thing: with the sharpest claims, then each other claim in its place."""
    if not any(resolver.is_own(check, root) for check in plan.checks):
        return []
    if plan.when is not None and not _holds(plan.when, root, resolver):
        return []
    if not all(resolver.subject(root, need)[0] is not None for need in plan.needs):
        return []
    tried: list[Tried] = []
    single = len(plan.checks) == 1
    for check in plan.checks:
        for number, binding in enumerate(bindings(check, root, resolver)):
            claims = claims_of(binding)
            own = any(c.source.kind == "article" for c in claims) or not single  # any alternative may save it
            if own and (number == 0 or single):
                outcome.took_part((*claims, *roles_of(binding)), plan.name)
                tried.append((judge(check.formula, binding, plan), check.formula, binding))
    groups = [[one] for one in tried] if single else [tried]
    return [c for group in groups if group and (c := _best_saved(plan.rule, root, group)) is not None]


def _best_saved(rule: Rule, root: Entity, tried: Sequence[Tried]) -> Conflict | None:
    """Of several alternatives the one that fits best speaks; a conflict when even that does not fit."""
    order = (Verdict.CONSISTENT, Verdict.UNRESOLVED, Verdict.TIGHT, Verdict.INCONSISTENT)
    verdict, formula, binding = min(tried, key=lambda t: order.index(t[0]))
    if verdict in (Verdict.CONSISTENT, Verdict.UNRESOLVED):
        if not _mostly_counted(formula, binding):
            return None
        verdict = Verdict.UNRESOLVED
    return Conflict(rule.name, verdict, claims_of(binding), roles_of(binding), root, formula, binding, rule)


def _mostly_counted(formula: Formula, binding: Mapping[Leaf, Term]) -> bool:
    """Whether a tally of at most twenty has fewer named than it says, yet at least half: worth a note."""
    count = next((leaf for leaf in formula.paths if isinstance(leaf, Count)), None)
    if count is None or formula.op != "==" or len(formula.paths) != 2:
        return False
    told = next(term for leaf, term in binding.items() if leaf is not count).reading(False)
    named = len(binding[count].roles)
    return isinstance(told, Interval) and told.is_exact and named < (told.low or 0) <= min(TALLY, 2 * named)


def _holds(check: Check, root: Entity, resolver: Resolver) -> bool:
    binding = next(iter(bindings(check, root, resolver)), None)
    return binding is not None and compare(check.formula.op, difference(check.formula, binding, True)) is Answer.YES


def bindings(check: Check, root: Entity, resolver: Resolver) -> Iterator[dict[Leaf, Term]]:
    """Ways to fill a formula: the sharpest claim of each figure, then each other claim in place of one."""
    terms: dict[Leaf, list[Term]] = {}
    for way in check.ways:
        found = resolver.terms(root, way)
        if not found:
            return
        terms[way.leaf] = found
    first = {leaf: found[0] for leaf, found in terms.items()}
    if len({id(c) for t in first.values() for c in t.claims}) == sum(len(t.claims) for t in first.values()):
        yield first
    for leaf, found in terms.items():
        for other in found[1:]:
            if other.value != found[0].value and all(_stands_in(c, found[0]) for c in other.claims):
                yield {**first, leaf: other}


def _stands_in(claim: Claim, term: Term) -> bool:
    """Whether an article's claim may be tried in place of the sharpest: where a slip may lie between them."""
    return claim.source.kind == "article" and alike(claim, term.claims[0])


def difference(formula: Formula, binding: Mapping[Leaf, Term], generous: bool) -> Interval:
    """Left less right of a formula, with the claims' plain or generous values."""
    return formula.difference.value({leaf: term.reading(generous) for leaf, term in binding.items()})


def judge(formula: Formula, binding: Mapping[Leaf, Term], plan: Plan) -> Verdict:
    """Whether a formula can hold for these claims: plainly, only generously, or in no reading."""
    plain = compare(formula.op, difference(formula, binding, False), plan.within)
    if plain is not Answer.NO:
        return Verdict.CONSISTENT
    return Verdict.of(plain, compare(formula.op, difference(formula, binding, True), plan.within))


def claims_of(binding: Mapping[Leaf, Term]) -> tuple[Claim, ...]:
    """The claims behind the figures, each once."""
    return tuple({id(c): c for term in binding.values() for c in term.claims}.values())


def roles_of(binding: Mapping[Leaf, Term]) -> tuple[Claim, ...]:
    """The role claims behind the figures, each once."""
    return tuple({id(c): c for term in binding.values() for c in term.roles}.values())
