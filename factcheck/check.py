"""Which claims cannot all be true: the same-fact law and each rule by itself. What needs a chain is in far.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims import NOW, Book, Claim, Entity, Scope
from factcheck.formula import Count, Formula, Leaf
from factcheck.interval import Answer, Interval, Number, Value, Verdict
from factcheck.likeness import alike
from factcheck.packs import Rule
from factcheck.resolve import Resolver, Term

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


@dataclass
class Outcome:
    """All conflicts of one draft, and which rules each claim took part in."""

    conflicts: list[Conflict] = field(default_factory=list)
    checked: dict[int, dict[str, None]] = field(default_factory=dict)  # id(claim) -> rules

    def took_part(self, claims: Iterable[Claim], rule: str) -> None:
        """Tell that a check was made on these claims."""
        for claim in claims:
            for ground in claim.grounds():
                self.checked.setdefault(id(ground), {})[rule] = None


def scopes_of(book: Book) -> list[Scope]:
    """The scopes in which claims are checked, this event first."""
    found = dict.fromkeys([NOW, *(c.scope for c in book)])
    return [s for s in found if s.event not in APART]


def compare(op: str, difference: Interval, slack: Number) -> Answer:
    """Whether ``left op right``, given left less right, where a difference up to ``slack`` is none."""
    if slack:
        difference = difference + Interval.between(-slack, slack)
    low, high = difference.low, difference.high
    zero = Interval.exact(0)
    if op == "==":
        return difference.equal(zero)
    if op == "!=":
        return difference.equal(zero).negated()
    if op in ("<=", "<"):
        return difference.less_or_equal(zero) if op == "<=" or slack else difference.less(zero)
    if low is None and high is None:
        return Answer.MAYBE
    return zero.less_or_equal(difference) if op == ">=" or slack else zero.less(difference)


def same_fact(book: Book, outcome: Outcome) -> None:
    """Two claims about the same fact must be able to agree."""
    groups: dict[tuple[Entity, str, Scope], list[Claim]] = {}
    for claim in book:
        if isinstance(claim.value, Value) and not claim.scope.voice and claim.scope.event not in APART and "@before" not in claim.attribute:
            groups.setdefault((claim.subject, claim.attribute, claim.scope), []).append(claim)
    for claims in groups.values():
        if len(claims) > 1:
            outcome.conflicts += _differing(claims, outcome)


def _differing(claims: Sequence[Claim], outcome: Outcome) -> Iterator[Conflict]:
    """Each claim against the sharpest of the article's and against the table's."""
    own = sorted((c for c in claims if c.source.kind == "article"), key=_width)
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


def _width(claim: Claim) -> float:
    assert isinstance(claim.value, Value)
    plain = claim.value.plain
    return float("inf") if plain.low is None or plain.high is None else float(plain.high - plain.low)


def near(book: Book, parties: Mapping[str, str], rules: Sequence[Rule], outcome: Outcome) -> None:
    """Check every rule on every thing that it speaks of, in every scope."""
    for scope in scopes_of(book):
        resolver = Resolver(book, parties, scope)
        for rule in rules:
            for root in roots(book, rule):
                outcome.conflicts += check_rule(rule, root, resolver, outcome)


def roots(book: Book, rule: Rule) -> list[Entity]:
    """The things that a rule is checked on: of the kind that its first path begins with."""
    kind = root_kind(rule.checks[0])
    if kind == "candidate":
        return list(dict.fromkeys(m for race in book.wholes() for m in book.members(race)))
    found = book.subjects(kind)
    if kind == "race":
        found += [w for w in book.wholes() if w not in found]
    return found


def root_kind(formula: Formula) -> str:
    """The thing that a formula is about: the first name of the path that stands outside every count."""
    for leaf in formula.paths:
        if hasattr(leaf, "steps"):
            return str(leaf.steps[0])
        if hasattr(leaf, "path"):
            return str(leaf.path.steps[0])
    return ""


def check_rule(rule: Rule, root: Entity, resolver: Resolver, outcome: Outcome) -> list[Conflict]:
    """The conflicts of one rule on one thing: with the sharpest claims, then each other claim in its place."""
    if rule.when is not None and _holds(rule.when, root, resolver) is not True:
        return []
    if not all(_in_evidence(need, root, resolver) for need in rule.needs):
        return []
    tried: list[Tried] = []
    for formula in rule.checks:
        for number, binding in enumerate(bindings(formula, root, resolver)):
            claims = claims_of(binding)
            own = any(c.source.kind == "article" for c in claims) or len(rule.checks) > 1  # any alternative may save it
            if own and (number == 0 or len(rule.checks) == 1):
                outcome.took_part((*claims, *roles_of(binding)), rule.name)
                tried.append((judge(formula, binding, rule), formula, binding))
    groups = [[one] for one in tried] if len(rule.checks) == 1 else [tried]
    return [c for group in groups if group and (c := _best_saved(rule, root, group)) is not None]


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


def _in_evidence(need: str, root: Entity, resolver: Resolver) -> bool:
    return resolver.subject(root, need.split(".")[1:])[0] is not None


def _holds(formula: Formula, root: Entity, resolver: Resolver) -> bool:
    binding = next(iter(bindings(formula, root, resolver)), None)
    return binding is not None and difference(formula, binding, True) is not None and (
        compare(formula.op, difference(formula, binding, True), 0) is Answer.YES
    )


def bindings(formula: Formula, root: Entity, resolver: Resolver) -> Iterator[dict[Leaf, Term]]:
    """Ways to fill a formula: the sharpest claim of each figure, then each other claim in place of one."""
    terms: dict[Leaf, list[Term]] = {}
    for leaf in formula.paths:
        terms[leaf] = resolver.terms(root, leaf)
        if not terms[leaf]:
            return
    first = {leaf: found[0] for leaf, found in terms.items()}
    if len({id(c) for t in first.values() for c in t.claims}) == sum(len(t.claims) for t in first.values()):
        yield first
    for leaf, found in terms.items():
        for other in found[1:]:
            if other.value != found[0].value and all(c.source.kind == "article" and alike(c, found[0].claims[0]) for c in other.claims):
                yield {**first, leaf: other}


def difference(formula: Formula, binding: Mapping[Leaf, Term], generous: bool) -> Interval:
    """Left less right of a formula, with the claims' plain or generous values."""
    return formula.difference.value({leaf: term.reading(generous) for leaf, term in binding.items()})


def judge(formula: Formula, binding: Mapping[Leaf, Term], rule: Rule) -> Verdict:
    """Whether a formula can hold for these claims: plainly, only generously, or in no reading."""
    generous = compare(formula.op, difference(formula, binding, True), rule.slack)
    if generous is Answer.NO:
        return Verdict.INCONSISTENT
    return Verdict.of(compare(formula.op, difference(formula, binding, False), rule.slack), generous)


def claims_of(binding: Mapping[Leaf, Term]) -> tuple[Claim, ...]:
    """The claims behind the figures, each once."""
    return tuple({id(c): c for term in binding.values() for c in term.claims}.values())


def roles_of(binding: Mapping[Leaf, Term]) -> tuple[Claim, ...]:
    """The role claims behind the figures, each once."""
    return tuple({id(c): c for term in binding.values() for c in term.roles}.values())
