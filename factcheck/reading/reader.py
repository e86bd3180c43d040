"""From a draft to its reads: for each figure what it counts, whose it is, which race, when, and on what evidence."""

from __future__ import annotations

from factcheck.claims import NOW, Scope
from factcheck.reading.contests.roles import RoleRead, read_roles
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.vocabulary import vocabulary
from factcheck.reading.draft import Draft
from factcheck.reading.frames import company, levels
from factcheck.reading.frames.movement import movement
from factcheck.reading.frames.pairing import pairs
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.naming.mentions import Mention
from factcheck.reading.owners.where import find_races
from factcheck.reading.owners.whose import find_owners, respectively
from factcheck.reading.reads import NOTHING_KNOWN, SET_ASIDE, Read
from factcheck.reading.rows import lists
from factcheck.reading.rows.sides import SIDE, sides
from factcheck.reading.rows.wholes import wholes
from factcheck.reading.scope.scope import SPANS, figure_scopes, year_of

SUBJECT = 6  # units that a subject at the head of a sentence takes
EARLIER = frozenset({"last", "previous"})
ASIDES = frozenset("after when who which having since before".split())  # behind these a year is told in passing
BARE_LEAST = 10  # "over by four" is a time of day


def read_figures(draft: Draft, lexicon: Lexicon) -> list[Read]:
    """One read for every quantity of the draft, in order; those that count nothing known say why."""
    by_sentence = {s.index: _measured(s, lexicon) for s in draft.sentences}
    listings = lists.read_lists(draft, by_sentence, lexicon)
    told: Read | None = None
    opening: Sentence | None = None  # of the paragraph
    for sentence in draft.sentences:
        reads = by_sentence[sentence.index]
        opening = opening if opening and opening.paragraph == sentence.paragraph else sentence
        if not reads:
            continue
        before = told if told and told.sentence.paragraph == sentence.paragraph else None
        told = _frame(sentence, reads, draft.found[sentence.index], lexicon, before)
        find_owners(draft, sentence, reads, lexicon)
        respectively(draft, sentence, reads)
        _scope(draft, sentence, reads, lexicon, _of_another(opening, draft))
        find_races(draft, sentence, reads, lexicon)
    lists.settle(listings, draft, by_sentence, lexicon)
    extra = wholes(listings, draft, by_sentence, lexicon)
    return extra + [read for s in draft.sentences for _, read in sorted(by_sentence[s.index].items())]


def roles_of(draft: Draft, lexicon: Lexicon) -> list[tuple[Sentence, RoleRead]]:
    """Every role that the draft gives to somebody, with its sentence."""
    told = [s for s in draft.sentences if not lexicon.roles.firsts.isdisjoint(s.words)]
    roles = ((s, r) for s in told for r in read_roles(s.units, draft.found[s.index], lexicon.roles))
    return [(s, r) for s, r in roles if not _several(s, r)]


def _several(sentence: Sentence, role: RoleRead) -> bool:
    """Whether a role is told of people whom nobody names: "the independents who beat Labour"."""
    return role.who.at >= 0 and sentence.units[role.who.at].low == "independents"


def _measured(sentence: Sentence, lexicon: Lexicon) -> dict[int, Read]:
    """Each quantity with what the forms around it say it counts."""
    reads = {}
    for i in sentence.at.values():
        unit = sentence.units[i]
        if unit.kind != "F" or unit.figure is None:
            continue
        form = lexicon.forms.read(sentence.units, i)
        small = unit.figure.number < BARE_LEAST
        if form and form.bare and form.left == ("by",) and (small or not _decided(sentence, i, lexicon)):
            form = None
        read = Read(unit.figure, sentence, i, form.measure if form else None, form)
        if form is None:
            read.why = NOTHING_KNOWN
        elif form.measure is None:
            read.frame, read.why = SET_ASIDE, f"set aside: “{form.text}”"
        reads[i] = read
    if reads:
        levels.aside(sentence.units, reads)
    return reads


def _decided(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a word of winning or losing stands before the figure in its clause: "survived by 20"."""
    for k in range(i - 1, max(-1, i - 16), -1):
        unit = sentence.units[k]
        if unit.kind in ";" or unit.low in BREAKS:
            return False
        if (
            unit.kind == "w"
            and (phrase := lexicon.roles.at(sentence.units, k))
            and phrase.kind not in ("called", "over")
        ):
            return True
    return False


def _frame(
    sentence: Sentence, reads: dict[int, Read], found: dict[int, Mention], lexicon: Lexicon, before: Read | None
) -> Read | None:
    """Read the figures that others explain; what the last of somebody's own counts, for the next sentence."""
    sides(sentence.units, {i: r for i, r in reads.items() if r.frame not in ("row", "column")}, found, lexicon.forms)
    free = {i: r for i, r in reads.items() if r.frame not in ("row", SET_ASIDE, "column", SIDE)}
    movement(sentence.units, free, lexicon.forms, vocabulary(lexicon.words))
    levels.parts(sentence.units, free)
    levels.steps(sentence.units, free)
    levels.further(sentence.units, free, vocabulary(lexicon.words))
    beside = {i: r for i, r in reads.items() if r.frame not in (SET_ASIDE, "column", "movement", SIDE)}
    pairs(sentence.units, beside, lexicon.forms, lexicon.ways)
    last = company.gapping(sentence.units, free, found, lexicon.forms, before)
    company.in_company(sentence.units, {i: r for i, r in reads.items() if r.frame != SET_ASIDE}, lexicon.forms)
    return last


def _scope(draft: Draft, sentence: Sentence, reads: dict[int, Read], lexicon: Lexicon, other: bool) -> None:
    """When each figure held and in whose word; ``other``: the paragraph begins with an earlier vote."""
    other = other and not _nowadays(sentence, draft)
    places = lexicon.scopes.of(sentence, draft.low)
    measured = [i for i, read in sorted(reads.items()) if read.measure is not None]
    moved = frozenset(i for i in measured if reads[i].frame == "movement" and reads[i].tag == "")
    for i, (scope, year, year_at) in figure_scopes(sentence.units, measured, places, draft.event, moved).items():
        read = reads[i]
        read.scope, read.year, read.year_at = scope, year, year_at
        if scope.event == "notional" and read.measure and read.measure.unit == "points":
            read.scope = NOW  # a swing "on notional figures" is still this election's
        if (
            scope == NOW
            and not year
            and read.measure
            and lexicon.kind(read.measure) == "place"
            and _looking_back(draft, sentence)
        ):
            read.scope = Scope(event="before")
        if scope == NOW and not year and other:
            read.scope = Scope(event="other")
        if read.company is not None and not year:
            read.scope, read.year = read.company.scope, read.company.year
        if read.tag in ("before", "change") and scope.event in ("before", "notional"):
            read.scope = type(scope)(voice=scope.voice)


def _nowadays(sentence: Sentence, draft: Draft) -> bool:
    """Whether a sentence comes back to the event that the draft reports."""
    return not vocabulary(draft.words)["contest/nowadays"].isdisjoint(u.low for u in sentence.units)


def _of_another(opening: Sentence, draft: Draft) -> bool:
    """Whether a paragraph begins with an earlier vote, and goes on with it: "Last year's referendum drew few."."""
    return _of_an_earlier_vote(opening, draft) or _of_an_earlier_year(opening, draft)


def _of_an_earlier_vote(opening: Sentence, draft: Draft) -> bool:
    head = [u.low for u in opening.units[:SUBJECT]]
    before = "before" in head and "election" in head[: head.index("before")]
    return before or (
        not EARLIER.isdisjoint(head[:2]) and not vocabulary(draft.words)["contest/votes"].isdisjoint(head)
    )


def _of_an_earlier_year(opening: Sentence, draft: Draft) -> bool:
    """``In 2011 the votes were ...``: what a paragraph begins with, where the draft is of another year."""
    units = opening.units
    year = year_of(units[1]) if len(units) > 1 and units[0].low in ("in", "at") else 0
    return 0 < year < (draft.event.year or draft.event.latest)


def _looking_back(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence without place or time goes on from one about another year.

    "... took the seat in 2010. He won a majority of 3,000."
    """
    if sentence.index == 0 or draft.sections.of[sentence.index] or not draft.event.year:
        return False
    last = draft.sentences[sentence.index - 1]
    if last.paragraph != sentence.paragraph or _nowadays(sentence, draft):
        return False
    main = next((k for k, u in enumerate(last.units) if u.low in ASIDES), len(last.units))
    years = [year_of(u) for k, u in enumerate(last.units[:main]) if not (k and last.units[k - 1].low in SPANS)]
    past = [y for y in years if y]
    return bool(past) and draft.event.year not in past
