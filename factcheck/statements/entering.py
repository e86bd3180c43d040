"""Statements as claims: each becomes a thing of its own, of the kind that a pack gives to its frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.binding.binding import Bound
from factcheck.checking.resolve import COMPLETE
from factcheck.claims import NOW, THE_ARTICLE, Claim, Entity, Scope, Source
from factcheck.packs.model import Thing
from factcheck.statements.statement import Said, Statement

KNOWN = 2
APART = ("gap", "sum")  # frames whose words say more than a pack's own rules ask


def enter(statements: Iterable[Statement], bound: Bound, things: Mapping[str, Thing]) -> None:
    """Enter what statements say, for every thing of a pack with their frame.

    A statement about two figures that already count something known is left to the rules about that, but for a gap
    and a sum.
    """
    by_frame = {thing.frame: thing for thing in things.values() if thing.frame}
    members = {thing.within: thing for thing in things.values() if thing.within}
    taken = {claim.source.start for claim in bound.claims.values() if claim.subject.key != THE_ARTICLE}
    for statement in statements:
        thing = things[statement.thing] if statement.thing else by_frame.get(statement.frame)
        known = sum(s.start in taken for s in (*statement.said, *statement.members))
        if thing is not None and (known < KNOWN or statement.thing or statement.fitted or statement.frame in APART):
            bound.worded |= set(statement.forms)
            _enter(statement, thing, members.get(thing.name), bound)


def _enter(statement: Statement, thing: Thing, member: Thing | None, bound: Bound) -> None:
    places = [s.start for s in (*statement.said, *statement.members) if not s.cell]  # a whole may have two breakdowns
    whole = Entity(thing.name, f"{statement.frame} at {' '.join(map(str, places))}", statement.name)
    scope = Scope(voice=statement.voice) if statement.voice else NOW
    for one in statement.said:
        _claim(whole, one, scope, bound, "said together" if len(statement.said) > 1 else f"counts {statement.name}")
    for one in statement.members if member else ():
        assert member is not None
        part = Entity(member.name, f"part at {one.start if one.of < 0 else one.of}", one.name)
        bound.book.join(part, whole)
        _claim(part, one, scope, bound, "a part")
    if statement.complete:
        first = (*statement.said, *statement.members)[0]
        bound.book.add(Claim(whole, COMPLETE, "yes", Source("article", first.start, first.end, first.text), scope))


def _claim(subject: Entity, one: Said, scope: Scope, bound: Bound, why: str) -> None:
    kind = "reference" if one.cell else "article"
    source = Source(kind, one.start, one.end, one.text, one.cell)
    claim = Claim(subject, one.slot, one.value, source, scope, "clause", why)
    bound.book.add(claim)
    if not one.cell:
        bound.stated.setdefault(one.start, []).append(claim)
