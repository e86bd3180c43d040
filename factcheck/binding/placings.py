"""Who came first, second and third where no words say so: by a list, the majority, or a pair of figures."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.binding.binding import Bound, read_scope, read_source, read_value, role_name
from factcheck.checking.likeness import alike, digits_of
from factcheck.checking.slips import one_slip
from factcheck.claims import Claim, Entity, Scope, Source
from factcheck.interval import Number, Value
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.reads import Read

RANKED = 3  # the places that a list's rows tell; three rows with votes are taken for the first three
LOWER = (3, 4, 5)  # whoever is said to have come here was not second
FULL_LIST = 4  # so many rows of one race, and the first and second of them are believed to be first and second


def from_lists(bound: Bound, lexicon: Lexicon) -> None:
    """First and second of a full list, or of those above a named third, where no words say who they are."""
    counted = lexicon.counted.name if lexicon.counted else ""
    for race in (race for race in bound.book.wholes() if race not in bound.partial):
        for measure in (counted, *(m.name for m in lexicon.forms.goes_with.get(counted, ()))):
            for scope in dict.fromkeys(c.scope for m in bound.book.members(race) for c in bound.book.said(m, measure)):
                everyone = [c for m in bound.book.members(race) for c in bound.book.said(m, measure, scope)[:1]]
                full = len(everyone) >= FULL_LIST or (
                    len(everyone) >= RANKED and all(c.evidence == "row" for c in everyone)
                )
                if full or _above_third(bound, lexicon, race, scope, everyone):
                    _rank(bound, lexicon, race, scope, everyone)


def _above_third(bound: Bound, lexicon: Lexicon, race: Entity, scope: Scope, everyone: Sequence[Claim]) -> bool:
    """Whether exactly two have more votes than the one who is called third."""
    third = {c.value for c in bound.book.said(race, role_name(lexicon, 3), scope)}
    votes = next((c for c in everyone if third == {c.subject}), None)
    return votes is not None and sum(_low(c) > _low(votes) for c in everyone) == 2


def _low(claim: Claim) -> Number:
    assert isinstance(claim.value, Value)
    return claim.value.plain.low or 0


def _rank(bound: Bound, lexicon: Lexicon, race: Entity, scope: Scope, rows: Sequence[Claim]) -> None:
    ordered = sorted(rows, key=_low, reverse=True)
    first = role_name(lexicon, 1)
    _settle_party(bound, bound.book.said(race, first, scope), ordered[0].subject)
    won = {c.value for c in bound.book.said(race, first, scope)}
    if won and won != {ordered[0].subject}:
        return  # the words name somebody else: who is second cannot be told from the figures
    for rank, claim in enumerate(ordered[: RANKED if all(c.evidence == "row" for c in ordered) else 2], 1):
        name = role_name(lexicon, rank)
        if name and not bound.book.said(race, name, scope):
            bound.book.add(Claim(race, name, claim.subject, claim.source, scope, "list", f"the list puts it at {rank}"))


def _settle_party(bound: Bound, wins: Sequence[Claim], top: Entity) -> None:
    """``Alan Reid holds on``, of no party that is told, above a list of parties: he is who heads it."""
    if "|party " not in top.key:
        return
    for claim in list(wins):
        who = claim.value
        if isinstance(who, Entity) and who.key not in bound.entities.parties and not bound.book.has(who):
            bound.book.drop([claim])
            bound.book.add(replace(claim, value=top))


def together(bound: Bound, lexicon: Lexicon, starts: Sequence[int]) -> None:
    """Who is second when nobody says so: the one beaten, or the one other named, in the winner's own sentence.

    ``starts`` are the places where the sentences begin.
    """
    counted = lexicon.counted.name if lexicon.counted else ""
    second = role_name(lexicon, 2)
    first = role_name(lexicon, 1)
    for race in bound.book.wholes():
        for scope in dict.fromkeys(c.scope for c in bound.book.said(race, "majority")):
            _larger_wins(bound, lexicon, race, scope)
        scopes = dict.fromkeys(c.scope for c in bound.book.said(race, first))
        for scope in scopes:
            winners = {c.value for c in bound.book.said(race, first, scope)}
            if len(winners) == 1 and not bound.book.said(race, second, scope):
                found = _second(bound, lexicon, race, scope, winners.pop(), counted, starts)
                if found is not None:
                    why = "said together with the winner"
                    bound.book.add(Claim(race, second, found.subject, found.source, scope, "together", why))


def other_sides(bound: Bound, lexicon: Lexicon) -> None:
    """``14,785 to 14,746`` after the winner: the second figure is that of whoever came second."""
    first = role_name(lexicon, 1)
    second = role_name(lexicon, 2)
    leads = _before(bound.reads, bound.other_sides)
    for read in bound.other_sides:
        race, scope = bound.entities.race(read.race, read.sentence.index), read_scope(read)
        lead = leads.get(id(read))
        winner = {c.value for c in bound.book.said(race, first, scope)}
        claim = bound.claims.get(id(lead)) if lead else None
        if claim is None or winner != {claim.subject} or read.measure is None:
            continue
        named = {c.value for c in bound.book.said(race, second, scope)}
        who = next(iter(named)) if len(named) == 1 else Entity("candidate", f"{race.key}|second", "whoever came second")
        assert isinstance(who, Entity)
        made = Claim(who, read.measure.name, read_value(read), read_source(read), scope, "clause", "the other side")
        bound.claims[id(read)] = made
        bound.book.join(who, race)
        bound.book.add(made)
        if not named:
            bound.book.add(Claim(race, second, who, read_source(read), scope, "together", "the other side"))


def _before(reads: Iterable[Read], wanted: Iterable[Read]) -> dict[int, Read]:
    """id(read) -> the read before it in its sentence, for those that are wanted and have one."""
    last: dict[int, Read] = {}
    found: dict[int, Read] = {}
    asked = {id(read) for read in wanted}
    for read in reads:
        before = last.get(read.sentence.index)
        if before and before.at < read.at and id(read) in asked:
            found[id(read)] = before
        last[read.sentence.index] = read
    return found


def _larger_wins(bound: Bound, lexicon: Lexicon, race: Entity, scope: Scope) -> None:
    """Who is second, and first where nobody says so: the two with the most votes, if they differ by about the majority.

    It need not be the majority: a slip between the two is what the rules look for. A difference that is nothing like
    it shows that somebody with more votes was not named.
    """
    counted = lexicon.counted.name if lexicon.counted else ""
    first, second = (role_name(lexicon, rank) for rank in (1, 2))
    won = {c.value for c in bound.book.said(race, first, scope)}
    stated = [c for c in bound.book.said(race, "majority", scope) if c.source.kind == "article"]
    if len(won) > 1 or not stated or bound.book.said(race, second, scope):
        return
    claims = [c for m in bound.book.members(race) for c in bound.book.said(m, counted, scope)[:1]]
    ordered = sorted(claims, key=lambda c: (c.subject in won, _low(c)), reverse=True)
    if len(ordered) < 2 or not any(_fits(claim, ordered[0], ordered[1]) for claim in stated):
        return
    for name, claim in ((first, ordered[0]), (second, ordered[1])):
        if not bound.book.said(race, name, scope):
            bound.book.add(Claim(race, name, claim.subject, claim.source, scope, "together", "by the majority"))


def _fits(majority: Claim, winner: Claim, other: Claim) -> bool:
    """Whether a majority is the difference of two candidates' votes, or one slip in one of the three away from it."""
    most, votes, lead = _low(winner), _low(other), _low(majority)
    if most <= votes:
        return False
    source = Source("derived", text=f"{most - votes}")
    difference = Claim(majority.subject, majority.attribute, Value.exact(most - votes), source)
    slips = ((winner, votes + lead), (other, most - lead))
    return alike(majority, difference) or any(one_slip(digits_of(claim), str(number)) for claim, number in slips)


def _second(
    bound: Bound,
    lexicon: Lexicon,
    race: Entity,
    scope: Scope,
    winner: object,
    counted: str,
    starts: Sequence[int],
) -> Claim | None:
    """The votes of the only other candidate in a sentence that gives the winner's."""
    lower = {c.value for rank in LOWER for c in bound.book.said(race, role_name(lexicon, rank), scope)}
    by_sentence: dict[int, dict[Entity, Claim]] = defaultdict(dict)
    for member in bound.book.members(race):
        for claim in bound.book.said(member, counted, scope):
            if claim.evidence not in ("row", "table"):
                by_sentence[bisect_right(starts, claim.source.start)][member] = claim
    for claims in by_sentence.values():
        others = [c for m, c in claims.items() if m != winner]
        if winner in claims and len(others) == 1 and others[0].subject not in lower:
            return others[0]
    return None
