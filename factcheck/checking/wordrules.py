"""Rules about words instead of figures: a hold keeps the party, ``race.winner.party == race.held_by``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.checking.check import Conflict, Outcome, scopes_of
from factcheck.checking.resolve import Resolver
from factcheck.claims import Book, Claim, Entity
from factcheck.formula import Formula, Path
from factcheck.interval import Answer, Verdict
from factcheck.packs import Rule

Said = tuple[str, tuple[Claim, ...]]  # a word, and the claims that say it


def is_of_words(rule: Rule) -> bool:
    """Whether a rule's formulas compare one path or word with another, under a condition on words."""
    return rule.when is not None and all(_sides(f) for f in (*rule.checks, rule.when))


def check_words(book: Book, parties: Mapping[str, str], rules: Sequence[Rule], outcome: Outcome) -> None:
    """Add the conflicts of rules about words: told where the condition holds and every alternative known is denied."""
    ready = [(rule, _sides(rule.checks[0])[0].steps[0].name, _asked(rule)) for rule in rules]
    for scope in scopes_of(book):
        resolver = Resolver(book, parties, scope)
        for rule, kind, asked in ready:
            for root in book.subjects(kind) if asked <= resolver.facts.keys() else ():
                conflict = _check(rule, root, resolver, outcome)
                if conflict is not None:
                    outcome.conflicts.append(conflict)


def _asked(rule: Rule) -> frozenset[str]:
    """The attributes without which the condition of a rule cannot be told; parties are known by other ways."""
    paths = _sides(rule.when) if rule.when is not None else ()
    return frozenset(path.steps[-1].name for path in paths if len(path.steps) > 1) - {"party"}


def _check(rule: Rule, root: Entity, resolver: Resolver, outcome: Outcome) -> Conflict | None:
    assert rule.when is not None
    answer, claims = _compare(rule.when, root, resolver)
    if answer is not Answer.YES or not any(c.source.kind == "article" for c in claims):
        return None
    answers = [_compare(formula, root, resolver) for formula in rule.checks]
    known = [(a, c) for a, c in answers if a is not Answer.MAYBE]
    if not known or any(a is Answer.YES for a, _ in known):
        outcome.took_part(claims if known else (), rule.name)
        return None
    every = (*claims, *(c for _, cs in known for c in cs))
    return Conflict(
        rule.name, Verdict.INCONSISTENT, tuple(dict.fromkeys(every)), root=root, formula=rule.checks[0], definition=rule
    )


def _sides(formula: Formula) -> tuple[Path, ...]:
    """The two sides of a comparison of words; empty when it is of anything else."""
    sides = [
        side.paths[0]
        for side in (formula.left, formula.right)
        if len(side.paths) == 1 and side.text == side.paths[0].text
    ]
    paths = tuple(p for p in sides if isinstance(p, Path))
    return paths if len(paths) == 2 and formula.op in ("==", "!=") else ()


def _compare(formula: Formula, root: Entity, resolver: Resolver) -> tuple[Answer, tuple[Claim, ...]]:
    left, right = (_word(path, root, resolver) for path in _sides(formula))
    claims = (*left[1], *right[1])
    if not left[0] or not right[0]:
        return Answer.MAYBE, claims
    same = Answer.YES if left[0] == right[0] else Answer.NO
    return (same if formula.op == "==" else same.negated()), claims


def _word(path: Path, root: Entity, resolver: Resolver) -> Said:
    """What a path says in words, or the word itself when the path is only one."""
    if len(path.steps) == 1:
        return path.steps[0].name, ()
    *steps, last = [str(step) for step in path.steps[1:]]
    subject, roles = resolver.subject(root, tuple(steps))
    if subject is None:
        return "", ()
    claim = resolver.role(subject, last)
    return resolver.word(subject, last), (*roles, *([claim] if claim else []))
