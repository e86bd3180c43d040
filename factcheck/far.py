"""What no single rule sees: solve the equations for what was not said, and check that against everything else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.check import Conflict, Outcome, agreement, claims_of, roles_of, roots, scopes_of
from factcheck.claims import Book, Claim, Entity, Scope, Source
from factcheck.formula import Count, Formula, Leaf, Path
from factcheck.interval import EVERYTHING, Interval, Value, Verdict
from factcheck.packs import Rule
from factcheck.resolve import Resolver, Term

ROUNDS = 3  # a chain is at most so many equations long
MOST = 8  # inferences kept for one figure

Key = tuple[Entity, str]
Equation = tuple[Rule, Formula]


class Chain:
    """Inferences from the claims of one scope."""

    def __init__(self, claims: Iterable[Claim], members: Book, parties: Mapping[str, str], rules: Sequence[Rule], whole: frozenset[str], scope: Scope) -> None:
        self.book = Book()
        for race in members.wholes():
            for member in members.members(race):
                self.book.join(member, race)
        for claim in claims:
            self.book.add(claim)
        self.parties = parties
        self.scope = scope
        self.whole = whole
        self.rules = rules
        self.equations = [(r, f) for r in rules for f in r.checks[:1] if f.op == "=="]
        self.derived: dict[Key, list[Claim]] = defaultdict(list)

    def run(self, stop_at_first: bool = False) -> list[Conflict]:
        """Infer in rounds; returns what cannot agree with something inferred."""
        found: list[Conflict] = []
        for _ in range(ROUNDS):
            new = list(self._round())
            for claim in new:
                conflict = self._against(claim)
                if conflict is not None:
                    found.append(conflict)
                    if stop_at_first:
                        return found
                    continue
                self.derived[claim.subject, claim.attribute].append(claim)
                self.book.add(claim)
            if not new:
                break
        return found

    def _round(self) -> Iterator[Claim]:
        resolver = Resolver(self.book, self.parties, self.scope)
        present = {claim.attribute for claim in self.book}
        for rule, formula in self.equations:
            if sum(attribute not in present for attribute in attributes(formula)) > 1:
                continue
            for root in roots(self.book, rule):
                yield from self._solve(rule, formula, root, resolver)

    def _solve(self, rule: Rule, formula: Formula, root: Entity, resolver: Resolver) -> Iterator[Claim]:
        """The one figure that is not said, or each that is when another was inferred."""
        terms: dict[Leaf, Term | None] = {}
        for leaf in formula.paths:
            said = resolver.terms(root, leaf)
            terms[leaf] = said[0] if said else None
        missing = [leaf for leaf, term in terms.items() if term is None]
        if len(missing) > 1:
            return
        inferred = [leaf for leaf, term in terms.items() if term and any(c.source.kind == "derived" for c in term.claims)]
        wanted = missing or (list(terms) if inferred else [])
        for leaf in wanted:
            claim = self._infer(rule, formula, root, leaf, {k: t for k, t in terms.items() if k is not leaf and t}, resolver)
            if claim is not None:
                yield claim

    def _infer(
        self, rule: Rule, formula: Formula, root: Entity, leaf: Leaf, terms: Mapping[Leaf, Term], resolver: Resolver
    ) -> Claim | None:
        if not isinstance(leaf, Path):
            return None
        subject, attribute, roles = resolver.figure(root, leaf)
        claims = claims_of(terms)
        grounds = {id(g): g for c in claims for g in c.grounds()}
        if subject is None or not claims or all(g.source.kind == "reference" for g in grounds.values()):
            return None
        if self._circular(subject, attribute, grounds):
            return None
        value = self._value(formula, leaf, terms, rule, attribute)
        if value is None:
            return None
        source = Source("derived", claims=(*claims, *roles, *roles_of(terms)), rule=rule.name)
        return Claim(subject, attribute, value, source, self.scope, "rule", rule.name)

    def _circular(self, subject: Entity, attribute: str, grounds: Mapping[int, Claim]) -> bool:
        """Whether the figure is inferred from itself, or was so already from the same claims."""
        if any(g.subject == subject and g.attribute == attribute for g in grounds.values()):
            return True
        known = self.derived[subject, attribute]
        return len(known) >= MOST or any({id(g) for g in c.grounds() if not isinstance(g.value, Entity)} <= set(grounds) for c in known)

    def _value(self, formula: Formula, leaf: Leaf, terms: Mapping[Leaf, Term], rule: Rule, attribute: str) -> Value | None:
        slack = Interval.between(-rule.slack, rule.slack)
        readings = []
        for generous in (False, True):
            values = {k: t.reading(generous) for k, t in terms.items()}
            try:
                found = formula.difference.solve(leaf, slack, values)
            except ZeroDivisionError:
                return None
            if found is None or found == EVERYTHING:
                return None
            if attribute in self.whole:
                found = found.whole() or found
            readings.append(found)
        return Value(readings[0], readings[1])

    def _against(self, claim: Claim) -> Conflict | None:
        """The first claim of the same fact, said or inferred, that cannot agree with this inference."""
        said = [c for c in self.book.said(claim.subject, claim.attribute, self.scope) if isinstance(c.value, Value)]
        for other in said:
            if agreement(claim, other) is Verdict.INCONSISTENT:
                grounds = {id(g): g for c in (claim, other) for g in c.grounds()}
                figures = tuple(g for g in grounds.values() if isinstance(g.value, Value))
                roles = tuple(g for g in grounds.values() if not isinstance(g.value, Value))
                if any(g.source.kind == "article" for g in figures):
                    return Conflict(claim.source.rule, Verdict.INCONSISTENT, figures, roles, claim.subject)
        return None


@lru_cache(maxsize=1024)
def attributes(formula: Formula) -> tuple[str, ...]:
    """The attributes that the paths of a formula end in, one for each."""
    paths = [leaf if isinstance(leaf, Path) else leaf.path for leaf in formula.paths if not isinstance(leaf, Count)]
    return tuple(str(p.steps[-1]) + (f"@{p.tag}" if p.tag else "") for p in paths)


def far(book: Book, parties: Mapping[str, str], rules: Sequence[Rule], whole: frozenset[str], outcome: Outcome) -> None:
    """Add the conflicts that only a chain of rules shows, each minimised; claims already in conflict are left out."""
    spoilt = {id(c) for conflict in outcome.conflicts if conflict.verdict is Verdict.INCONSISTENT for c in conflict.claims if c.source.kind == "article"}
    for scope in scopes_of(book):
        usable = [c for c in book if c.scope == scope and id(c) not in spoilt]
        if sum(isinstance(c.value, Value) and c.source.kind == "article" for c in usable) < 2:
            continue
        chain = Chain(usable, book, parties, rules, whole, scope)
        conflicts = chain.run()
        _note(chain, outcome)
        outcome.conflicts += _explained([_minimised(c, book, parties, rules, whole, scope) for c in conflicts])


def _note(chain: Chain, outcome: Outcome) -> None:
    """An inference that met another claim of its fact is a check of what it rests on."""
    for (subject, attribute), derived in chain.derived.items():
        said = chain.book.said(subject, attribute, chain.scope)
        if len(said) > 1:
            for claim in derived:
                outcome.took_part(said, claim.source.rule)


def _minimised(conflict: Conflict, book: Book, parties: Mapping[str, str], rules: Sequence[Rule], whole: frozenset[str], scope: Scope) -> Conflict:
    """Leave claims out one at a time while the rest still cannot all be true."""
    keep = list(conflict.claims)
    for claim in conflict.claims:
        rest = [c for c in keep if c is not claim]
        if len(rest) >= 1 and Chain([*rest, *conflict.roles], book, parties, rules, whole, scope).run(stop_at_first=True):
            keep = rest
    return Conflict(conflict.rule, conflict.verdict, tuple(keep), conflict.roles, conflict.root)


def _explained(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """One conflict for each claim that explains several: the smallest, with the others told beside it."""
    left = list({c.key: c for c in conflicts}.values())
    found: list[Conflict] = []
    while left:
        counts = Counter(id(c) for conflict in left for c in conflict.claims if c.source.kind == "article")
        suspect, _ = max(counts.items(), key=lambda item: item[1])
        mine = [c for c in left if suspect in c.key]
        left = [c for c in left if suspect not in c.key]
        first, *others = sorted(mine, key=lambda c: len(c.claims))
        claims = tuple(sorted(first.claims, key=lambda c: id(c) != suspect if others else 0))
        found.append(Conflict(first.rule, first.verdict, claims, first.roles, first.root, also=tuple(others)))
    return found
