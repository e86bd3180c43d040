"""From what was read to claims: each figure and role becomes a claim about an entity, with its scope and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.binding.entities import Entities, Rolls
from factcheck.binding.speakers import told_apart
from factcheck.checking.resolve import COMPLETE
from factcheck.claims import THE_ARTICLE, Book, Claim, Entity, Scope, Source
from factcheck.interval import Interval, Value
from factcheck.packs.model import Measure, Thing
from factcheck.reading.contests.roles import RoleRead
from factcheck.reading.counting.ways import Ways
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.owners.where import race_at
from factcheck.reading.owners.whose import OTHER_SIDE
from factcheck.reading.reader import read_figures, roles_of
from factcheck.reading.reads import Read
from factcheck.reading.rows.heads import OTHERS
from factcheck.reading.scope.scope import figure_scopes


@dataclass
class Bound:
    """The claims of one draft, and for each read figure the claim it became."""

    book: Book
    entities: Entities
    reads: list[Read]
    claims: dict[int, Claim] = field(default_factory=dict)  # id(read) -> claim
    lists: dict[Entity, list[Claim]] = field(default_factory=dict)  # race -> the claims of its rows
    partial: set[Entity] = field(default_factory=set)  # races of which a row was not read: nobody's place is known
    stated: dict[int, list[Claim]] = field(default_factory=dict)  # place of a figure -> what its sentence says of it
    worded: set[tuple[str, str]] = field(default_factory=set)  # figures and forms of what a sentence says
    other_sides: list[Read] = field(default_factory=list)  # votes of whoever came second, not named there

    @cached_property
    def read_of(self) -> dict[int, Read]:
        """id(claim) -> the read that it came of; first asked for when all is bound."""
        return {id(self.claims[id(read)]): read for read in self.reads if id(read) in self.claims}


def bind(draft: Draft, lexicon: Lexicon, rolls: Rolls | None = None) -> Bound:
    """Every claim that the draft makes."""
    reads = read_figures(draft, lexicon)
    roles = roles_of(draft, lexicon)
    bound = Bound(Book(), Entities(draft, rolls, _active(reads, [role for _, role in roles])), reads)
    made = [(read, claim) for read in bound.reads if (claim := _claim(read, lexicon, bound)) is not None]
    bound.other_sides += [r for r in bound.reads if r.measure is not None and r.why == OTHER_SIDE]
    apart = told_apart(made, lexicon.words.lists)
    for read, claim in made:
        bound.claims[id(read)] = apart.get(id(read), claim)
        _enter(bound, bound.claims[id(read)], read, lexicon)
    _directions(bound, lexicon.ways)
    for sentence, role in roles:
        _enter_role(bound, draft, lexicon, sentence, role)
    return bound


def _active(reads: Sequence[Read], roles: Sequence[RoleRead]) -> frozenset[str]:
    """The people who have a figure or a role."""
    named = [r.who for r in reads if r.measure] + [w for r in roles for w in (r.who, r.beaten)]
    return frozenset(m.person.key for m in named if m is not None and m.person)


def _enter(bound: Bound, claim: Claim, read: Read, lexicon: Lexicon) -> None:
    bound.book.add(claim)
    within = lexicon.things[claim.subject.kind].within
    if within and read.listing >= 0:
        listed = _list_entity(within, read)
        bound.book.join(claim.subject, listed)
        if read.who and read.who.party == OTHERS:
            bound.book.add(Claim(listed, COMPLETE, "all", claim.source, claim.scope))
    elif within and read.measure and read.measure.whose != "party":  # a party's tally is over many races
        race = _as(within, bound.entities.race(read.race, read.sentence.index))
        bound.book.join(claim.subject, race)
        if read.frame in ("row", "column") and read.tag == "":
            bound.lists.setdefault(race, []).append(claim)
            bound.partial |= {race} if read.partial else set()


def _as(kind: str, entity: Entity) -> Entity:
    """The same thing, of the kind that a pack calls it."""
    return entity if entity.kind == kind else Entity(kind, entity.key, entity.name)


def _subject(read: Read, measure: Measure, lexicon: Lexicon, bound: Bound) -> Entity | None:
    """Whose figure it is: the article's, a place's, a party's, of two sides, or somebody's; None where nobody's."""
    if measure.whose == "article":
        return Entity(measure.of, THE_ARTICLE, f"the {measure.of}".replace("_", " "))
    entities = bound.entities
    race = entities.race(read.race, read.sentence.index)
    if measure.whose == "place":
        return _as(measure.of, race)
    if measure.whose == "party":
        group = _group(read, entities)
        return _as(measure.of, group) if group else None
    if measure.whose == "list":
        return _list_entity(measure.of, read) if read.listing >= 0 else None
    if measure.whose == "pair":
        return _pair(read, race, lexicon.things[measure.of], bound)
    return _as(measure.of, entities.candidate(race, read.who)) if read.who else None


def _claim(read: Read, lexicon: Lexicon, bound: Bound) -> Claim | None:
    """The claim a read makes; None, with the reason on the read, when it lacks an owner or a race."""
    measure = read.measure
    if measure is None:
        return None
    subject = _subject(read, measure, lexicon, bound)
    if subject is None:
        read.why = read.why or "nobody it could belong to"
        return None
    attribute = measure.name + (f"@{_tag(read)}" if read.tag else "")
    return Claim(
        subject, attribute, read_value(read), read_source(read), read_scope(read), read.evidence or "clause", read.why
    )


def _list_entity(thing: str, read: Read) -> Entity:
    return Entity(thing, f"list {read.listing}", "all parties")


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


def read_scope(read: Read) -> Scope:
    """The scope of a read's claim: its year, which event, and whose word; a "before" is told by this event."""
    if read.tag == "before":
        return Scope(level=read.scope.level, voice=read.scope.voice)
    return Scope(read.year, read.scope.level, read.scope.voice) if read.year else read.scope


def read_value(read: Read) -> Value:
    """The value of a read's claim: exact in a row of results or a pair, negative for a fall."""
    value = read.figure.value
    if read.frame == "pair" and read.figure.text.startswith("over "):
        return Value.exact(read.figure.number)
    if read.frame in ("row", "column") and read.figure.is_rounded and read.figure.bound == "exact":
        value = Value.exact(read.figure.number)
    if read.tag == "change" and read.sign < 0 and not read.figure.text.startswith(("-", "–", "−", "(-", "(–", "(−")):
        return -value
    return value


def read_source(read: Read) -> Source:
    """Where a read's figure stands in the article."""
    return Source("article", read.figure.start, read.figure.end, read.figure.text)


def _pair(read: Read, race: Entity, thing: Thing, bound: Bound) -> Entity | None:
    if read.who is None or read.second is None:
        return None
    first, second = (_as(thing.two, bound.entities.candidate(race, who)) for who in (read.who, read.second))
    if first == second:
        return None
    pair = Entity(thing.name, f"{first.key}/{second.key}", f"{first} and {second}")
    bound.book.pair(pair, first, second)
    return pair


def _directions(bound: Bound, ways: Ways) -> None:
    """A moving word without "by D" still says which way: turnout fell from A to B."""
    for read in bound.reads:
        if read.frame == "movement" and read.tag == "before" and id(read) in bound.claims:
            claim = bound.claims[id(read)]
            sign, start, end, words = _moving_word(read, ways)
            attribute = claim.attribute.replace("@before", "@change")
            if sign and not bound.book.said(claim.subject, attribute, claim.scope):
                way = Interval.above(0) if sign > 0 else Interval.below(0)
                source = Source("article", start, end, words)
                bound.book.add(
                    Claim(
                        claim.subject, attribute, Value(way, way), source, claim.scope, "clause", "the direction word"
                    )
                )


def _moving_word(read: Read, ways: Ways) -> tuple[int, int, int, str]:
    for unit in reversed(read.sentence.units[: read.at]):
        if unit.kind == "w" and (sign := ways.sign(unit.low)):
            return sign, unit.start, unit.end, unit.low
    return 0, 0, 0, ""


def _enter_role(bound: Bound, draft: Draft, lexicon: Lexicon, sentence: Sentence, role: RoleRead) -> None:
    """The claims "X is the winner of R", "Y was beaten in R" and what the verb implies ("hold")."""
    if sentence.title and not role.who.person:
        return
    places = lexicon.scopes.of(sentence, draft.low)
    scope, year, _ = figure_scopes(sentence.units, [role.at], places, draft.event)[role.at]
    if year:
        scope = Scope(year, scope.level, scope.voice)
    key = _object(draft, sentence, role) or race_at(draft, sentence, role.at, role.who)
    if key.startswith("?") or not _about_a_race(sentence, role):
        return
    race = bound.entities.race(key, sentence.index)
    who = bound.entities.candidate(race, role.who)
    unit, last = sentence.units[role.at], sentence.units[role.at + role.length - 1]
    words = Source("article", unit.start, last.end, draft.text[unit.start : last.end])
    source = _name_source(draft, sentence, role, words)
    name = (role_name(lexicon, role.role.rank) if role.role.rank else "") or role.role.name
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


def role_name(lexicon: Lexicon, rank: int) -> str:
    """What the packs call who comes at this rank ("winner", "second"); "" where no pack has a name for it."""
    return next((r.name for pack in lexicon.packs for r in pack.roles.values() if r.rank == rank), "")


def _about_a_race(sentence: Sentence, role: RoleRead) -> bool:
    """Not "Labour won 37 seats" nor "won the seat 10 times": those tell nothing of who won this race."""
    after = sentence.units[role.at + role.length : role.at + role.length + 3]
    return not (
        role.who.person is None
        and any(u.low in ("seats", "constituencies", "councils", "councillors", "every", "all", "most") for u in after)
    )
