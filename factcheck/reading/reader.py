"""From a draft to its reads: for each figure what it counts, whose it is, which race, when, and on what evidence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import NOW, Scope
from factcheck.reading import frames, lists
from factcheck.reading.draft import Draft, antecedent, described
from factcheck.reading.frames import Read
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.mentions import Mention
from factcheck.reading.owners import NOBODY, PRONOUNS, Owner, find_owner, for_whom
from factcheck.reading.people import Person
from factcheck.reading.roles import BREAKS, RoleRead, following, read_roles
from factcheck.reading.scope import SPANS, figure_scopes, year_of
from factcheck.reading.wholes import wholes

SET_ASIDE = "set aside"
GAP = "gap"  # a measure between the two named last, when nobody is named behind it
NOWADAYS = frozenset(
    "now this yesterday today tonight thursday friday time".split()
)  # words that bring a draft back to its own event
ASIDES = frozenset("after when who which having since before".split())  # behind these a year is told in passing
BARE_LEAST = 10  # "over by four" is a time of day
OTHER_SIDE = "the other side, who is not named here"


def read_figures(draft: Draft, lexicon: Lexicon) -> list[Read]:
    """One read for every quantity of the draft, in order; those that count nothing known say why."""
    by_sentence = {s.index: _measured(s, lexicon) for s in draft.sentences}
    listings = lists.read_lists(draft, by_sentence, lexicon)
    for sentence in draft.sentences:
        reads = by_sentence[sentence.index]
        if not reads:
            continue
        _frame(sentence, reads, draft.found[sentence.index], lexicon)
        _own(draft, sentence, reads, lexicon)
        _respectively(draft, sentence, reads)
        _scope(draft, sentence, reads, lexicon)
        _place(draft, sentence, reads, lexicon)
    lists.settle(listings, draft, by_sentence, lexicon)
    extra = wholes(listings, draft, by_sentence, lexicon)
    return extra + [read for s in draft.sentences for _, read in sorted(by_sentence[s.index].items())]


def roles_of(draft: Draft, lexicon: Lexicon) -> list[tuple[Sentence, RoleRead]]:
    """Every role that the draft gives to somebody, with its sentence."""
    return [(s, r) for s in draft.sentences for r in read_roles(s.units, draft.found[s.index], lexicon.roles)]


def _measured(sentence: Sentence, lexicon: Lexicon) -> dict[int, Read]:
    """Each quantity with what the forms around it say it counts."""
    reads = {}
    for i, unit in enumerate(sentence.units):
        if unit.kind != "F" or unit.figure is None:
            continue
        form = lexicon.forms.read(sentence.units, i)
        small = unit.figure.number < BARE_LEAST
        if form and form.bare and form.left == ("by",) and (small or not _decided(sentence, i, lexicon)):
            form = None
        read = Read(unit.figure, sentence, i, form.measure if form else None, form)
        if form is None:
            read.why = "counts nothing known"
        elif form.measure is None:
            read.frame, read.why = SET_ASIDE, f"set aside: “{form.text}”"
        reads[i] = read
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


def _frame(sentence: Sentence, reads: dict[int, Read], found: dict[int, Mention], lexicon: Lexicon) -> None:
    frames.aside(sentence.units, reads, SET_ASIDE)
    free = {i: r for i, r in reads.items() if r.frame not in ("row", SET_ASIDE, "column")}
    frames.movement(sentence.units, free, lexicon.forms)
    frames.parts(sentence.units, free, lexicon.forms)
    beside = {i: r for i, r in reads.items() if r.frame not in (SET_ASIDE, "column", "movement")}
    frames.pairs(sentence.units, beside, lexicon.forms)
    frames.gapping(sentence.units, free, found, lexicon.forms)
    frames.company(
        sentence.units, {i: r for i, r in reads.items() if r.frame not in (SET_ASIDE, "movement")}, lexicon.forms
    )


def _own(draft: Draft, sentence: Sentence, reads: dict[int, Read], lexicon: Lexicon) -> None:
    """Find whose each figure is."""

    for i, read in sorted(reads.items()):
        if read.measure is None or read.who is not None:
            continue
        if read.company is not None:
            _as_company(read)
            continue
        kind = lexicon.kind(read.measure)
        if kind == "pair":
            _own_pair(draft, sentence, read, lexicon)
        elif kind != "place":
            _own_one(draft, sentence, read, reads, lexicon)
        else:
            read.evidence = "clause"
            read.why = read.why or f"“{read.form.text}”" if read.form else read.why
            read.who = _nearest(draft, sentence, i)


def _as_company(read: Read) -> None:
    lead = read.company
    assert lead is not None
    read.who, read.second, read.evidence = lead.who, lead.second, lead.evidence
    read.why = f"goes with {lead.figure.text}" if lead.who or lead.evidence else lead.why


def _own_one(draft: Draft, sentence: Sentence, read: Read, reads: dict[int, Read], lexicon: Lexicon) -> None:
    units, i = sentence.units, read.at
    found = draft.found[sentence.index]

    def who_is(sex: str) -> Person | None:
        return antecedent(draft, sentence, i, sex)

    if read.frame == "pair":
        other = for_whom(units, i, found) or _other_side(units, i, found)
        read.who, read.evidence = other, "clause"
        read.why = f"the other side: {other.name}" if other else OTHER_SIDE
        return
    if (direct := found.get(i + 1)) and read.measure and lexicon.kind(read.measure) == "party" and not direct.person:
        read.who, read.evidence, read.why = direct, "clause", f"of {direct.name}"  # "six independent candidates"
        return
    lead = _lead(sentence, i, found, reads)
    if lead is not None and not _first_again(units, i):
        read.who, read.evidence, read.why = (
            lead.who,
            "sentence",
            f"whose {lead.figure.text} is: {lead.who.name}" if lead.who else "",
        )
        return
    owner = find_owner(units, i, found, lexicon.roles, who_is)
    if owner is NOBODY and (person := described(draft, sentence)):
        owner = Owner(
            Mention(-1, person, person.party), "pronoun", f"“{units[0].low} {units[1].low} ...” taken as {person.name}"
        )
    read.who, read.evidence, read.why = owner.who, owner.evidence, owner.why


def _lead(sentence: Sentence, i: int, found: dict[int, Mention], reads: dict[int, Read]) -> Read | None:
    """The figure before, of another kind, when nobody is named between: "16,537 votes - a 25% drop"."""
    read = reads[i]
    for j in range(i - 1, -1, -1):
        unit = sentence.units[j]
        if j in found or unit.kind == ";" or unit.name or unit.low in BREAKS or unit.low in PRONOUNS:
            return None
        if j in reads and reads[j].measure is not None:
            return reads[j] if _leads(reads[j], read) else None
    return None


def _leads(lead: Read, read: Read) -> bool:
    """Whether a figure counts something else of the same owner: votes, then a share."""
    if lead.measure is None or read.measure is None or lead.who is None or lead.second is not None:
        return False
    return lead.measure.of == read.measure.of and lead.measure is not read.measure


def _first_again(units: Sequence[Unit], i: int) -> bool:
    """``A's N to B's M, with a p% share``: the share is A's."""
    return any(
        u.kind == "," and units[k + 1].low in ("with", "giving")
        for k, u in enumerate(units[max(0, i - 5) : i], max(0, i - 5))
    )


def _other_side(units: Sequence[Unit], i: int, found: dict[int, Mention]) -> Mention | None:
    """In "24,120 votes to Labour's 16,873" the one named between the two figures."""
    for j in range(i - 1, -1, -1):
        if units[j].kind == "F":
            return None
        if j in found:
            return found[j]
    return None


def _own_pair(draft: Draft, sentence: Sentence, read: Read, lexicon: Lexicon) -> None:
    """Both sides of a lead or a gap: the one before the figure and the one behind, or both behind."""
    units, i = sentence.units, read.at
    found = draft.found[sentence.index]
    behind = [found[k] for k in sorted(found) if k > i and not any(u.kind in "F;" for u in units[i + 1 : k])]
    owner = find_owner(units, i, found, lexicon.roles, lambda sex: antecedent(draft, sentence, i, sex))
    if (read.form and read.form.right and "separated" in read.form.text.split()) or (
        read.form and "between" in read.form.text
    ):
        read.who, read.second = (
            ([*behind, None, None])[:2] if "between" not in read.form.text else _between(units, i, found)
        )
    else:
        direct = following(units, i + 1 + len(read.form.right if read.form else ()), found)
        read.who, read.second = owner.who, direct or (behind[0] if behind else None)
        if owner is NOBODY and (person := described(draft, sentence)):
            read.who = Mention(-1, person, person.party)
    if read.measure and read.measure.name == GAP and (read.who is None or read.second is None):
        near = [found[k] for k in sorted(found) if k < i][-2:]
        read.who, read.second = near if len(near) == 2 else (None, None)
    if read.who is None or read.second is None or _same(read.who, read.second):
        read.who = read.second = None
        read.why = "between whom is not said"
        return
    read.evidence, read.why = "clause", f"{read.who.name} and {read.second.name}"


def _between(units: Sequence[Unit], i: int, found: dict[int, Mention]) -> tuple[Mention | None, Mention | None]:
    near = sorted(found, key=lambda k: abs(k - i))[:2]
    if len(near) < 2:
        return None, None
    first, second = sorted(near)
    return found[first], found[second]


def _same(a: Mention, b: Mention) -> bool:
    return a.person is b.person if a.person or b.person else a.party == b.party


def _nearest(draft: Draft, sentence: Sentence, i: int) -> Mention | None:
    """The person through whom a race is known when no place is named: "her majority", "Corbyn got a majority of"."""
    found = draft.found[sentence.index]
    at_home = [k for k, m in found.items() if m.person and m.person.key in draft.homes]
    for j in range(i - 1, -1, -1):
        if j in found and found[j].person and (j in at_home or not at_home):
            return found[j]
        low = sentence.units[j].low
        if low in ("his", "he", "her", "she"):
            person = antecedent(draft, sentence, j, "m" if low in ("his", "he") else "f")
            return Mention(-1, person, person.party) if person else None
    after = [k for k in sorted(found) if k > i and found[k].person]
    if after:
        return found[after[0]]
    person = described(draft, sentence)
    return Mention(-1, person, person.party) if person else None


def _respectively(draft: Draft, sentence: Sentence, reads: dict[int, Read]) -> None:
    """ "A and B got 104 and 74 respectively": each in turn."""
    if not any(t.low == "respectively" for t in sentence.tokens):
        return
    word = next((u.start for u in sentence.units if u.low == "respectively"), 0)
    figures = [i for i in sorted(reads) if sentence.units[i].start < word][-3:]
    figures = figures if any(reads[i].measure for i in figures) else []
    names = [k for k in sorted(draft.found[sentence.index]) if figures and k < figures[0]]
    if len(names) < len(figures) or len(figures) < 2:
        for i in figures:
            reads[i].measure, reads[i].why = None, "respectively: not as many names as figures"
        return
    measure = next(reads[i].measure for i in reversed(figures) if reads[i].measure)
    for i, k in zip(figures, names[-len(figures) :], strict=True):
        reads[i].measure, reads[i].who = measure, draft.found[sentence.index][k]
        reads[i].evidence, reads[i].why = "clause", "respectively"


def _scope(draft: Draft, sentence: Sentence, reads: dict[int, Read], lexicon: Lexicon) -> None:
    places = lexicon.scopes.find(draft.text, sentence.start, sentence.end)
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
        if read.company is not None and not year:
            read.scope, read.year = read.company.scope, read.company.year
        if read.tag in ("before", "change") and scope.event in ("before", "notional"):
            read.scope = type(scope)(voice=scope.voice)


def _looking_back(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence without place or time goes on from one about another year.

    "... took the seat in 2010. He won a majority of 3,000."
    """
    if sentence.index == 0 or draft.sections.of[sentence.index] or not draft.event.year:
        return False
    last = draft.sentences[sentence.index - 1]
    if last.paragraph != sentence.paragraph or any(u.low in NOWADAYS for u in sentence.units):
        return False
    main = next((k for k, u in enumerate(last.units) if u.low in ASIDES), len(last.units))
    years = [year_of(u) for k, u in enumerate(last.units[:main]) if not (k and last.units[k - 1].low in SPANS)]
    past = [y for y in years if y]
    return bool(past) and draft.event.year not in past


def _place(draft: Draft, sentence: Sentence, reads: dict[int, Read], lexicon: Lexicon) -> None:
    for i, read in sorted(reads.items()):
        if read.measure is None:
            continue
        if read.company is not None and read.company.race:
            read.race = read.company.race
        elif (
            read.frame in ("row", "column")
            and len(draft.sections.of[sentence.index]) != 1
            and draft.sections.under[sentence.index]
        ):
            read.race = draft.sections.under[sentence.index]  # a list is of the race it stands under
        else:
            read.race = race_at(draft, sentence, i, read.who, lexicon.kind(read.measure) != "place")
    known = {r.race for r in reads.values() if r.measure is not None and r.race != "?"}
    for read in reads.values():
        if read.race == "?" and len(known) == 1:
            read.race = next(iter(known))  # one sentence, one race, unless it names another


def race_at(draft: Draft, sentence: Sentence, i: int, who: Mention | None, own: bool = True) -> str:
    """The key of the race spoken of at ``units[i]``; "?" where it cannot be told, "" in a draft that names no place.

    ``own``: the figure is somebody's own (votes), not that of the race he or she stands in ("her majority").
    """
    sections = draft.sections
    here = sections.of[sentence.index]
    home = draft.homes.get(who.person.key, "") if who and who.person else ""
    if len(here) == 1:
        return here[0]
    if len(here) > 1:
        return _place_in_clause(sentence, i, here) or (home if home in here else "") or home or f"?{sentence.index}.{i}"
    home = home or _shared_home(draft, sentence)
    if sections.wide[sentence.index] and not home:
        return sections.wide[sentence.index]
    if home:
        return home
    if sections.single:
        return next(iter(sections.names), "")
    if who and who.person and not (own and sections.main):
        return "?"  # in a draft of several races somebody bound to none of them may stand in any other
    return sections.before[sentence.index] or sections.under[sentence.index] or sections.main or "?"


def _shared_home(draft: Draft, sentence: Sentence) -> str:
    """The one race in which everybody named in this sentence and in the one before, in its paragraph, stands."""
    near = [
        s for s in draft.sentences[max(0, sentence.index - 1) : sentence.index + 1] if s.paragraph == sentence.paragraph
    ]
    people = [m.person for s in near for m in draft.found[s.index].values() if m.person]
    homes = {draft.homes.get(p.key, "") for p in people}
    return homes.pop() if len(homes) == 1 else ""


def _place_in_clause(sentence: Sentence, i: int, here: Sequence[str]) -> str:
    """The nearest place before the figure in its clause."""
    for j in range(i - 1, -1, -1):
        unit = sentence.units[j]
        if unit.kind == ";" or unit.low in BREAKS or (unit.low == "and" and sentence.units[j - 1].kind == ","):
            return ""
        if unit.name and unit.name.key in here and unit.name.kind == "place":
            return unit.name.key
    return ""
