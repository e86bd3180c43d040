"""From what was read to claims: each figure and role becomes a claim about an entity, with its scope and source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims import Book, Claim, Entity, Scope, Source
from factcheck.entities import Entities, Rolls
from factcheck.interval import Interval, Number, Value
from factcheck.likeness import alike
from factcheck.packs import Role
from factcheck.reading.draft import Draft
from factcheck.reading.frames import Read
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.reader import OTHER_SIDE, race_at, read_figures, roles_of
from factcheck.reading.roles import RoleRead
from factcheck.reading.scope import figure_scopes

RANKED = 3  # the places that a list's rows tell; three rows with votes are taken for the first three
FULL_LIST = 4  # so many rows of one race, and the first and second of them are believed to be first and second


@dataclass
class Bound:
    """The claims of one draft, and for each read figure the claim it became."""

    book: Book
    entities: Entities
    reads: list[Read]
    claims: dict[int, Claim] = field(default_factory=dict)  # id(read) -> claim
    lists: dict[Entity, list[Claim]] = field(default_factory=dict)  # race -> the claims of its rows
    other_sides: list[Read] = field(default_factory=list)  # votes of whoever came second, not named there


def bind(draft: Draft, lexicon: Lexicon, rolls: Rolls | None = None) -> Bound:
    """Every claim that the draft makes."""
    reads = read_figures(draft, lexicon)
    roles = roles_of(draft, lexicon)
    bound = Bound(Book(), Entities(draft, rolls, _active(reads, [role for _, role in roles])), reads)
    for read in bound.reads:
        claim = _claim(read, lexicon, bound.entities)
        if claim is None and read.why == OTHER_SIDE:
            bound.other_sides.append(read)
        if claim is not None:
            bound.claims[id(read)] = claim
            _enter(bound, claim, read)
    _directions(bound)
    for sentence, role in roles:
        _enter_role(bound, draft, lexicon, sentence, role)
    _roles_from_lists(bound, lexicon)
    return bound


def _active(reads: Sequence[Read], roles: Sequence[RoleRead]) -> frozenset[str]:
    """The people who have a figure or a role."""
    named = [r.who for r in reads if r.measure] + [w for r in roles for w in (r.who, r.beaten)]
    return frozenset(m.person.key for m in named if m is not None and m.person)


def _enter(bound: Bound, claim: Claim, read: Read) -> None:
    bound.book.add(claim)
    if claim.subject.kind == "candidate":
        race = bound.entities.race(read.race, read.sentence.index)
        bound.book.join(claim.subject, race)
        if read.frame in ("row", "column") and read.tag == "":
            bound.lists.setdefault(race, []).append(claim)


def _claim(read: Read, lexicon: Lexicon, entities: Entities) -> Claim | None:
    """The claim a read makes; None, with the reason on the read, when it lacks an owner or a race."""
    measure = read.measure
    if measure is None:
        return None
    kind = lexicon.kind(measure)
    race = entities.race(read.race, read.sentence.index)
    subject: Entity | None
    if kind == "place":
        subject = race
    elif kind == "party":
        subject = _group(read, entities)
    elif kind == "pair":
        subject = _pair(read, race, entities)
    else:
        subject = entities.candidate(race, read.who) if read.who else None
    if subject is None:
        read.why = read.why or "nobody it could belong to"
        return None
    attribute = measure.name + (f"@{_tag(read)}" if read.tag else "")
    return Claim(subject, attribute, _value(read), _source(read), _scope(read), read.evidence or "clause", read.why)


def _group(read: Read, entities: Entities) -> Entity | None:
    """The party, over all races or those of the place that the sentence names."""
    if read.who is None or read.who.person or not read.who.party:
        return None
    sentence = read.sentence
    sections = entities.draft.sections
    where = sections.wide[sentence.index] or (
        ", ".join(sections.of[sentence.index]) if sections.of[sentence.index] else ""
    )
    return entities.party(read.who.party, where, sentence.index)


def _tag(read: Read) -> str:
    """``change``; or ``shift`` for a share's change in "per cent", which may mean points or a part of what it was."""
    assert read.measure is not None
    if (
        read.tag == "change"
        and read.measure.unit == "percent"
        and read.figure.unit == "percent"
        and read.frame == "movement"
    ):
        return "shift"
    if read.tag == "change" and read.measure.unit not in ("percent", "points") and read.figure.unit == "percent":
        return "ratio"
    return read.tag


def _scope(read: Read) -> Scope:
    if read.tag == "before":
        return Scope(level=read.scope.level, voice=read.scope.voice)
    return Scope(read.year, read.scope.level, read.scope.voice) if read.year else read.scope


def _value(read: Read) -> Value:
    value = read.figure.value
    if read.frame == "pair" and read.figure.text.startswith("over "):
        return Value.exact(read.figure.number)
    if read.frame in ("row", "column") and read.figure.is_rounded and read.figure.bound == "exact":
        value = Value.exact(read.figure.number)
    if read.tag == "change" and read.sign < 0 and not read.figure.text.startswith(("-", "–", "−", "(-", "(–", "(−")):
        return -value
    return value


def _source(read: Read) -> Source:
    return Source("article", read.figure.start, read.figure.end, read.figure.text)


def _pair(read: Read, race: Entity, entities: Entities) -> Entity | None:
    if read.who is None or read.second is None:
        return None
    first, second = entities.candidate(race, read.who), entities.candidate(race, read.second)
    return None if first == second else Entity("pair", f"{first.key}/{second.key}", f"{first} and {second}")


def _directions(bound: Bound) -> None:
    """A moving word without "by D" still says which way: turnout fell from A to B."""
    for read in bound.reads:
        if read.frame == "movement" and read.tag == "before" and id(read) in bound.claims:
            claim = bound.claims[id(read)]
            sign, start, end, words = _moving_word(read)
            attribute = claim.attribute.replace("@before", "@change")
            if sign and not bound.book.said(claim.subject, attribute, claim.scope):
                way = Interval.above(0) if sign > 0 else Interval.below(0)
                source = Source("article", start, end, words)
                bound.book.add(
                    Claim(
                        claim.subject, attribute, Value(way, way), source, claim.scope, "clause", "the direction word"
                    )
                )


def _moving_word(read: Read) -> tuple[int, int, int, str]:
    from factcheck.reading.frames import DOWN, UP

    for unit in reversed(read.sentence.units[: read.at]):
        if unit.kind == "w" and unit.low in UP | DOWN:
            return (1 if unit.low in UP else -1), unit.start, unit.end, unit.low
    return 0, 0, 0, ""


def _enter_role(bound: Bound, draft: Draft, lexicon: Lexicon, sentence: Sentence, role: RoleRead) -> None:
    """The claims "X is the winner of R", "Y was beaten in R" and what the verb implies ("hold")."""
    if sentence.title and not role.who.person:
        return
    places = lexicon.scopes.find(draft.text, sentence.start, sentence.end)
    scope, year, _ = figure_scopes(sentence.units, [role.at], places, draft.event)[role.at]
    if year:
        scope = Scope(year, scope.level, scope.voice)
    key = _object(draft, sentence, role) or race_at(draft, sentence, role.at, role.who)
    if key == "?" or not _about_a_race(sentence, role):
        return
    race = bound.entities.race(key, sentence.index)
    who = bound.entities.candidate(race, role.who)
    unit, last = sentence.units[role.at], sentence.units[role.at + role.length - 1]
    words = Source("article", unit.start, last.end, draft.text[unit.start : last.end])
    source = _name_source(draft, sentence, role, words)
    name = (
        next((r.name for r in _ranked(lexicon, role.role.rank)), role.role.name) if role.role.rank else role.role.name
    )
    bound.book.join(who, race)
    bound.book.add(Claim(race, name, who, source, scope, "clause", words.text))
    if role.beaten is not None:
        beaten = bound.entities.candidate(race, role.beaten)
        bound.book.join(beaten, race)
        bound.book.add(Claim(race, "beaten", beaten, source, scope, "clause", source.text))
    if role.role.implies:
        attribute, _, word = role.role.implies.partition("=")
        bound.book.add(Claim(race, attribute, word, words, scope, "clause", words.text))


def _name_source(draft: Draft, sentence: Sentence, role: RoleRead, words: Source) -> Source:
    """The name of who has the role, where it stands in the sentence; else the words that give it."""
    if role.who.at < 0 or draft.found[sentence.index].get(role.who.at) is not role.who:
        return words
    unit = sentence.units[role.who.at]
    return Source("article", unit.start, unit.end, draft.text[unit.start : unit.end])


def _object(draft: Draft, sentence: Sentence, role: RoleRead) -> str:
    """The race that stands right behind the words: "won Thornbury", "held her seat in Marston"."""
    after = role.at + role.length
    for unit in sentence.units[after : after + 5]:
        if unit.name and unit.name.kind == "place":
            return unit.name.key if unit.name.key in draft.sections.names else ""
        if unit.kind != "w":
            return ""
    return ""


def _ranked(lexicon: Lexicon, rank: int) -> list[Role]:
    return [r for pack in lexicon.packs for r in pack.roles.values() if r.rank == rank]


def _about_a_race(sentence: Sentence, role: RoleRead) -> bool:
    """Not "Labour won 37 seats" nor "won the seat 10 times": those tell nothing of who won this race."""
    after = sentence.units[role.at + role.length : role.at + role.length + 3]
    return not (
        role.who.person is None
        and any(u.low in ("seats", "constituencies", "councils", "councillors", "every", "all", "most") for u in after)
    )


def _roles_from_lists(bound: Bound, lexicon: Lexicon) -> None:
    """First and second of a full list, or of those above a named third, where no words say who they are."""
    counted = lexicon.counted.name if lexicon.counted else ""
    for race in bound.book.wholes():
        for measure in (counted, *(m.name for m in lexicon.forms.goes_with.get(counted, ()))):
            for scope in dict.fromkeys(c.scope for m in bound.book.members(race) for c in bound.book.said(m, measure)):
                everyone = [c for m in bound.book.members(race) for c in bound.book.said(m, measure, scope)[:1]]
                full = len(everyone) >= FULL_LIST or (
                    len(everyone) >= RANKED and all(c.evidence == "row" for c in everyone)
                )
                if full or _above_third(bound, race, scope, everyone):
                    _rank(bound, lexicon, race, scope, everyone)


def _above_third(bound: Bound, race: Entity, scope: Scope, everyone: Sequence[Claim]) -> bool:
    """Whether exactly two have more votes than the one who is called third."""
    third = {c.value for c in bound.book.said(race, "third", scope)}
    votes = next((c for c in everyone if third == {c.subject}), None)
    return votes is not None and sum(_low(c) > _low(votes) for c in everyone) == 2


def _low(claim: Claim) -> Number:
    assert isinstance(claim.value, Value)
    return claim.value.plain.low or 0


def _rank(bound: Bound, lexicon: Lexicon, race: Entity, scope: Scope, rows: Sequence[Claim]) -> None:
    ordered = sorted(rows, key=_low, reverse=True)
    first = next((r.name for r in _ranked(lexicon, 1)), "")
    won = {c.value for c in bound.book.said(race, first, scope)}
    if won and won != {ordered[0].subject}:
        return  # the words name somebody else: who is second cannot be told from the figures
    for rank, claim in enumerate(ordered[: RANKED if all(c.evidence == "row" for c in ordered) else 2], 1):
        name = next((r.name for r in _ranked(lexicon, rank)), "")
        if name and not bound.book.said(race, name, scope):
            bound.book.add(Claim(race, name, claim.subject, claim.source, scope, "list", f"the list puts it at {rank}"))


def together(bound: Bound, lexicon: Lexicon, sentence_of: dict[int, int]) -> None:
    """Who is second when nobody says so: the one beaten, or the one other named, in the winner's own sentence.

    ``sentence_of`` maps a place in the text (a claim's start) to its sentence.
    """
    counted = lexicon.counted.name if lexicon.counted else ""
    second = next((r.name for r in _ranked(lexicon, 2)), "")
    first = next((r.name for r in _ranked(lexicon, 1)), "")
    for race in bound.book.wholes():
        for scope in dict.fromkeys(c.scope for c in bound.book.said(race, "majority")):
            _larger_wins(bound, lexicon, race, scope)
        scopes = dict.fromkeys(c.scope for c in bound.book.said(race, first))
        for scope in scopes:
            winners = {c.value for c in bound.book.said(race, first, scope)}
            if len(winners) == 1 and not bound.book.said(race, second, scope):
                winner = next(iter(winners))
                found = _second(bound, race, scope, winner, counted, sentence_of)
                if found is not None:
                    bound.book.add(
                        Claim(
                            race,
                            second,
                            found.subject,
                            found.source,
                            scope,
                            "together",
                            "said together with the winner",
                        )
                    )


def other_sides(bound: Bound, lexicon: Lexicon) -> None:
    """``14,785 to 14,746`` after the winner: the second figure is that of whoever came second."""
    first = next((r.name for r in _ranked(lexicon, 1)), "")
    second = next((r.name for r in _ranked(lexicon, 2)), "")
    for read in bound.other_sides:
        race, scope = bound.entities.race(read.race, read.sentence.index), _scope(read)
        lead = next((r for r in reversed(bound.reads) if r.sentence is read.sentence and r.at < read.at), None)
        winner = {c.value for c in bound.book.said(race, first, scope)}
        claim = bound.claims.get(id(lead)) if lead else None
        if claim is None or winner != {claim.subject} or read.measure is None:
            continue
        named = {c.value for c in bound.book.said(race, second, scope)}
        who = next(iter(named)) if len(named) == 1 else Entity("candidate", f"{race.key}|second", "whoever came second")
        assert isinstance(who, Entity)
        made = Claim(who, read.measure.name, _value(read), _source(read), scope, "clause", "the other side")
        bound.claims[id(read)] = made
        bound.book.join(who, race)
        bound.book.add(made)
        if not named:
            bound.book.add(Claim(race, second, who, _source(read), scope, "together", "the other side"))


def _larger_wins(bound: Bound, lexicon: Lexicon, race: Entity, scope: Scope) -> None:
    """Who is second, and first where nobody says so: the two with the most votes, if they differ by about the majority.

    It need not be the majority: a slip between the two is what the rules look for. A difference that is nothing like
    it shows that somebody with more votes was not named.
    """
    counted = lexicon.counted.name if lexicon.counted else ""
    first, second = (next((r.name for r in _ranked(lexicon, rank)), "") for rank in (1, 2))
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
    """Whether a majority is the difference of two candidates' votes, or no more than a slip away from it."""
    difference = _low(winner) - _low(other)
    source = Source("derived", text=f"{difference}")
    return difference > 0 and alike(
        majority, Claim(majority.subject, majority.attribute, Value.exact(difference), source)
    )


def _second(
    bound: Bound, race: Entity, scope: Scope, winner: object, counted: str, sentence_of: dict[int, int]
) -> Claim | None:
    """The votes of the only other candidate in a sentence that gives the winner's."""
    lower = {c.value for rank in ("third", "fourth", "fifth") for c in bound.book.said(race, rank, scope)}
    by_sentence: dict[int, dict[Entity, Claim]] = defaultdict(dict)
    for member in bound.book.members(race):
        for claim in bound.book.said(member, counted, scope):
            if claim.evidence not in ("row", "table"):
                by_sentence[sentence_of[claim.source.start]][member] = claim
    for claims in by_sentence.values():
        others = [c for m, c in claims.items() if m != winner]
        if winner in claims and len(others) == 1 and others[0].subject not in lower:
            return others[0]
    return None
