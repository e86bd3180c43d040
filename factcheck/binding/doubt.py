"""A brake: where the reading puts too much on one fact, it is the reading that is wrong, not the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.binding.binding import Bound
from factcheck.checking.likeness import MOST, agreeing, digits_of, distinct
from factcheck.checking.slips import one_slip
from factcheck.claims import THE_ARTICLE, Claim, Entity, Scope
from factcheck.interval import Interval, Value
from factcheck.reading.reads import Read

Facts = dict[tuple[Entity, str, Scope], list[Claim]]

MANY = 3  # so many values of one fact that cannot agree are not a slip
OF_NO_RACE = ("article", "party", "list")  # whose a figure is that belongs to no one race
ASKED = 3  # so many of the words of polls make an article one about them
WHOLE, NOUGHT = 100, Interval.exact(0)  # per cent
LISTS = 2  # so many members of one race with two values each are two races
UNCLEAR = "several values for one fact: which race or count is meant is not clear"


@dataclass(frozen=True, slots=True)
class Polls:
    """The words of which an article about opinion polls has several, and those by which it rates people."""

    words: frozenset[str] = frozenset()
    ratings: frozenset[str] = frozenset()


NO_POLLS = Polls()


def set_doubtful_aside(bound: Bound, winner: str, polls: Polls = NO_POLLS) -> None:
    """Take claims out of the book that put three values on one fact, or two values where two races were taken for one.

    Two members with two values each, or two people who are each the ``winner`` (the role's name), are of two races.
    So are two values for the race that an article about polls does not name; and what it gives of people is no share
    of a vote where it rates them.
    """
    facts: Facts = defaultdict(list)
    for claim in bound.book:
        if claim.source.kind == "article" and isinstance(claim.value, Value):
            facts[claim.subject, claim.attribute, claim.scope].append(claim)
    told = frozenset().union(*(s.words for s in bound.entities.draft.sentences))
    asked = len(told & (polls.words | polls.ratings)) >= ASKED
    doubtful = {id(c) for claims in facts.values() for c in _misread(claims, asked)}
    if asked and told & polls.ratings:
        doubtful |= {id(c) for (subject, *_), claims in facts.items() if _rated(subject) for c in claims}
    reads = {id(bound.claims[id(r)]): r for r in bound.reads if id(r) in bound.claims}
    doubtful |= _brought_together(bound, facts, reads)
    for claims in [*_double_lists(facts), *_with_two_winners(bound, winner, facts), *_beside_lists(bound, reads)]:
        doubtful |= {id(c) for c in claims}
    if doubtful:
        _remove(bound, doubtful)


def _rated(subject: Entity) -> bool:
    """Whether a claim is of a person in a race that is not named: in an article about polls, a rating."""
    return subject.key.startswith("|") and not subject.key.startswith("|party ")


def _misread(claims: list[Claim], asked: bool) -> list[Claim]:
    """Of three values or more for one fact those that are doubtful: all but one that is given twice and no other is.

    One that is a slip away from another is that other, given a second time. ``asked``: polls ask many questions.
    """
    groups = agreeing(claims)
    if claims[0].subject.key == THE_ARTICLE:
        return claims if len(groups) > 1 else []  # of two profits nothing tells whether they are of one year
    if asked and not claims[0].subject.key:
        return claims if len({c.value for c in claims}) > 1 else []
    if not MANY <= len(groups) <= MOST:
        return claims if len(groups) > MOST else []
    first, *others = sorted(_with_slips(groups), key=len, reverse=True)
    believed = {id(c) for c in first} if not others or len(first) > len(others[0]) else ()
    return [c for c in claims if id(c) not in believed]


def _with_slips(groups: list[list[Claim]]) -> list[list[Claim]]:
    """The groups, those whose first figures are one slip apart made one."""
    joined: list[list[Claim]] = []
    for group in groups:
        near = next((g for g in joined if one_slip(digits_of(g[0]), digits_of(group[0]))), None)
        if near is None:
            joined.append([*group])
        else:
            near.extend(group)
    return joined


def _brought_together(bound: Bound, facts: Facts, reads: Mapping[int, Read]) -> set[int]:
    """Of figures that differ, those that only the reading brought together.

    Nobody gives two values of one fact in one sentence; and in a draft of several races a figure that stands neither
    with its race's name nor under it may be of another, unless it is a slip of the other.
    """
    found: set[int] = set()
    for claims in facts.values():
        told = [(c, reads[id(c)]) for c in claims if id(c) in reads]
        groups = agreeing([c for c, _ in told])
        if len(groups) < 2:
            continue
        sentences = Counter(reads[id(group[0])].sentence.index for group in groups)
        slip = len(_with_slips(groups)) < 2
        carried = {id(c) for c, r in told if not slip and _of_a_place(r) and (_carried(bound, r) or _unnamed(bound, r))}
        found |= carried | {id(c) for c, r in told if sentences[r.sentence.index] > 1}
    return found


def _of_a_place(read: Read) -> bool:
    return read.measure is not None and read.measure.whose == "place"


def _unnamed(bound: Bound, read: Read) -> bool:
    """Whether the race of a figure has no name, in a draft that names several."""
    return read.race[:1] in ("", "?") and not bound.entities.draft.sections.single


def _carried(bound: Bound, read: Read) -> bool:
    """Whether a figure stands neither with the name of its race nor under it, in a draft of several races."""
    sections = bound.entities.draft.sections
    index = read.sentence.index
    if read.measure is None or read.measure.whose in OF_NO_RACE:
        return False
    return not sections.single and read.race not in (*sections.of[index], sections.under[index])


def far_fetched(bound: Bound, claims: Iterable[Claim]) -> bool:
    """Whether a conflict between these claims rests on a race that one of them was only given: nothing but a slip
    of the hand makes such a conflict one.

    The figures of one sentence are of one race, whichever it is.
    """
    told = [bound.read_of[id(c)] for c in claims if id(c) in bound.read_of]
    return len({r.sentence.index for r in told}) > 1 and any(_carried(bound, r) for r in told)


def _double_lists(facts: Facts) -> list[list[Claim]]:
    """The claims about members of a race of whom two or more have two values each."""
    races: dict[tuple[str, str, Scope], list[list[Claim]]] = defaultdict(list)
    for (subject, attribute, scope), claims in facts.items():
        if subject.kind == "candidate":
            races[subject.key.split("|")[0], attribute, scope].append(claims)
    found: list[list[Claim]] = []
    for groups in races.values():
        if sum(distinct(claims) > 1 for claims in groups) >= LISTS:
            found += groups
    return found


def _beside_lists(bound: Bound, reads: Mapping[int, Read]) -> Iterable[list[Claim]]:
    """The shares told outside a list of shares that leaves no room for them: they answer another question."""
    for race, rows in bound.lists.items():
        for (attribute, scope), shares in _lists_of_shares(rows, reads):
            listed = {c.subject for c in shares}
            told = bound.book.within(scope).get(attribute, {})
            others = [c for m in bound.book.members_in(race, told) if m not in listed for c in told[m]]
            total = sum((c.value.generous for c in (*shares, *others) if isinstance(c.value, Value)), NOUGHT)
            if total.low is not None and total.low > WHOLE:
                yield others


def _lists_of_shares(rows: Iterable[Claim], reads: Mapping[int, Read]) -> list[tuple[tuple[str, Scope], list[Claim]]]:
    """The shares among the rows of a race, by what they are called and when they held; fewer than three are no list."""
    found: dict[tuple[str, Scope], list[Claim]] = defaultdict(list)
    for claim in rows:
        if _is_share(reads[id(claim)]):
            found[claim.attribute, claim.scope].append(claim)
    return [(kind, shares) for kind, shares in found.items() if len(shares) >= MANY]


def _is_share(read: Read) -> bool:
    return read.measure is not None and read.measure.unit == "percent"


def _with_two_winners(bound: Bound, winner: str, facts: Facts) -> list[list[Claim]]:
    """The figures of a race that differ, where two people are said to have won it."""
    people: dict[tuple[Entity, Scope], set[Entity]] = defaultdict(set)
    for claim in bound.book:
        if claim.attribute == winner and isinstance(claim.value, Entity) and "|party " not in claim.value.key:
            people[claim.subject, claim.scope].add(claim.value)
    twice = {where for where, won in people.items() if len(won) > 1}
    return [
        c for (subject, _, scope), c in facts.items() if (subject, scope) in twice and len(_with_slips(agreeing(c))) > 1
    ]


def _remove(bound: Bound, doubtful: set[int]) -> None:
    bound.book.drop([c for c in bound.book if id(c) in doubtful])
    for read in bound.reads:
        claim = bound.claims.get(id(read))
        if claim is not None and id(claim) in doubtful:
            del bound.claims[id(read)]
            read.why = UNCLEAR
