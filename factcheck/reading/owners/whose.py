"""Whose each figure of a sentence is: somebody named, both sides of a lead, or each of a list in turn."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.contests.roles import following
from factcheck.reading.contests.rolewords import BREAKS
from factcheck.reading.counting.vocabulary import vocabulary
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.naming.mentions import Mention
from factcheck.reading.owners.antecedents import antecedent, described, the_party
from factcheck.reading.owners.owners import NOBODY, PRONOUNS, Owner, described_from, find_owner, for_whom
from factcheck.reading.reads import Read

GAP = "gap"  # a measure between the two named last, when nobody is named behind it
OTHER_SIDE = "the other side, who is not named here"


def find_owners(draft: Draft, sentence: Sentence, reads: dict[int, Read], lexicon: Lexicon) -> None:
    """Set who each measured read of a sentence belongs to, on what evidence, and why."""
    for i, read in sorted(reads.items()):
        if read.measure is None or read.who is not None:
            continue
        if read.company is not None:
            _as_company(read)
            continue
        kind = lexicon.kind(read.measure)
        if kind == "article":
            read.evidence, read.why = "clause", f"“{read.form.text}”" if read.form else "by its words"
        elif kind == "pair":
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

    if read.frame == "pair":
        other = for_whom(units, i, found) or _other_side(units, i, found) or _led_over(units, i, found)
        other = other or _second_of_a_pair(units, i, found, reads, lexicon)
        if other is not None or not _pronoun_between(units, i):
            _give(read, Owner(other, "clause", f"the other side: {other.name}" if other else OTHER_SIDE))
            return
    if (direct := found.get(i + 1)) and read.measure and lexicon.kind(read.measure) == "party" and not direct.person:
        _give(read, Owner(direct, "clause", f"of {direct.name}"))  # "six independent candidates"
        return
    if _first_of_a_pair(i, reads) and (sides := _sides(units, i, found, lexicon)):
        _give(read, Owner(sides[0], "clause", f"the first of the pair: {sides[0].name}"))
        return
    lead = _lead(sentence, i, found, reads)
    if lead is not None and not _first_again(units, i):
        _give(read, Owner(lead.who, "sentence", f"whose {lead.figure.text} is: {lead.who.name}" if lead.who else ""))
        return
    owner = _by_words(draft, sentence, i, lexicon)
    if owner.evidence == "pronoun" and owner.who and not owner.who.person and not _of_parties(read, lexicon):
        owner = NOBODY  # "the party" has seats; whose votes or share they are is not said
    _give(read, owner)


def _of_parties(read: Read, lexicon: Lexicon) -> bool:
    return read.measure is not None and lexicon.kind(read.measure) == "party"


def _give(read: Read, owner: Owner) -> None:
    read.who, read.evidence, read.why = owner.who, owner.evidence, owner.why


def _by_words(draft: Draft, sentence: Sentence, i: int, lexicon: Lexicon) -> Owner:
    """The owner that the words around a figure name, or whom the sentence's first words describe."""
    units, found = sentence.units, draft.found[sentence.index]
    owner = find_owner(units, i, found, lexicon.roles, lambda word: stands_for(draft, sentence, i, word))
    if owner is NOBODY and (person := described(draft, sentence)):
        why = f"“{units[0].low} {units[1].low} ...” taken as {person.name}"
        return Owner(Mention(-1, person, person.party), "pronoun", why)
    return owner


def stands_for(draft: Draft, sentence: Sentence, before: int, word: str) -> Mention | None:
    """Whom "he", "her" or "the party" means, when only one is possible."""
    if word == "party":
        party = the_party(draft, sentence, before)
        return Mention(-1, None, party) if party else None
    person = antecedent(draft, sentence, before, PRONOUNS[word])
    return Mention(-1, person, person.party) if person else None


def _sides(units: Sequence[Unit], i: int, found: dict[int, Mention], lexicon: Lexicon) -> list[Mention]:
    """Whose the two figures of a pair that begins at ``i`` are, where they stand behind a lead or a defeat.

    ``Ann Lee beat Raj Patel by 507 votes, 13,303 to 12,796``; ``Labour leads Reform by 11 points, 41% to 30%``.
    """
    ahead = vocabulary(lexicon.words)["gap/ahead"] | vocabulary(lexicon.words)["gap/trailing"]
    near = [k for k in sorted(found) if k < i and not any(u.kind == ";" for u in units[k:i])][-2:]
    if len(near) < 2 or units[i - 1].kind not in ",(" or _same(found[near[0]], found[near[1]]):
        return []
    first, second = near
    leads = any(u.low in ahead for u in units[first + 1 : second]) or lexicon.roles.beats_before(units, second) > first
    return [found[first], found[second]] if leads else []


def _first_of_a_pair(i: int, reads: dict[int, Read]) -> bool:
    behind = next((reads[k] for k in sorted(reads) if k > i), None)
    return behind is not None and behind.frame == "pair"


def _second_of_a_pair(
    units: Sequence[Unit], i: int, found: dict[int, Mention], reads: dict[int, Read], lexicon: Lexicon
) -> Mention | None:
    """Whose the second figure of a pair behind a lead is."""
    first = max((k for k in reads if k < i), default=i)
    return next(iter(_sides(units, first, found, lexicon)[1:]), None)


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


def _pronoun_between(units: Sequence[Unit], i: int) -> bool:
    """Whether it is "his" or "her" figure: "51.4% of the vote to his 46.5%"."""
    return units[i - 1].low in ("his", "her")


def _led_over(units: Sequence[Unit], i: int, found: dict[int, Mention]) -> Mention | None:
    """In "an 80 to 54 vote lead over Tom Hill" the one behind "over"."""
    over = next((k for k in range(i + 1, min(len(units), i + 6)) if units[k].low in ("over", "against")), -1)
    return following(units, over + 1, found) if over > 0 else None


def _own_pair(draft: Draft, sentence: Sentence, read: Read, lexicon: Lexicon) -> None:
    """Both sides of a lead or a gap: the one before the figure and the one behind, or both behind."""
    units, i = sentence.units, read.at
    found = draft.found[sentence.index]
    behind = [found[k] for k in sorted(found) if k > i and not any(u.kind in "F;" for u in units[i + 1 : k])]
    owner = find_owner(units, i, found, lexicon.roles, lambda word: stands_for(draft, sentence, i, word))
    if (read.form and read.form.right and "separated" in read.form.text.split()) or (
        read.form and "between" in read.form.text
    ):
        read.who, read.second = ([*behind, None, None])[:2] if "between" not in read.form.text else _between(i, found)
    else:
        direct = following(units, i + 1 + len(read.form.right if read.form else ()), found)
        read.who, read.second = owner.who, direct or (behind[0] if behind else None)
        if owner is NOBODY and (person := described(draft, sentence)):
            read.who = Mention(-1, person, person.party)
        if read.second is None and read.measure and read.measure.name != GAP:
            read.second = _rival_before(draft, sentence, read)
    if read.measure and read.measure.name == GAP and (read.who is None or read.second is None):
        near = [found[k] for k in sorted(found) if k < i][-2:]
        read.who, read.second = near if len(near) == 2 else (None, None)
    if read.who is None or read.second is None or _same(read.who, read.second):
        read.who = read.second = None
        read.why = "between whom is not said"
        return
    read.evidence, read.why = "clause", f"{read.who.name} and {read.second.name}"


def _rival_before(draft: Draft, sentence: Sentence, read: Read) -> Mention | None:
    """The one person of the sentence before: "Ann Lee took 44%. Her rival Tom Hill was 11 points behind on 33%"."""
    last = draft.sentences[sentence.index - 1] if sentence.index else None
    who = read.who
    if last is None or last.paragraph != sentence.paragraph or who is None or who.person is None or who.at < 0:
        return None
    begin = max(0, described_from(sentence.units, who.at) - 1)
    if not any(u.low in PRONOUNS for u in sentence.units[begin : who.at]):
        return None  # not "her rival" or "his opponent"
    people = {m.person.key: m for m in draft.found[last.index].values() if m.person}
    return next(iter(people.values())) if len(people) == 1 else None


def _between(i: int, found: dict[int, Mention]) -> tuple[Mention | None, Mention | None]:
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
    end = next((k for k in range(i, len(sentence.units)) if sentence.units[k].low in BREAKS), len(sentence.units))
    after = [k for k in sorted(found) if i < k < end and found[k].person]
    if after:
        return found[after[0]]
    person = described(draft, sentence)
    return Mention(-1, person, person.party) if person else None


def respectively(draft: Draft, sentence: Sentence, reads: dict[int, Read]) -> None:
    """ "A and B got 104 and 74 respectively": each in turn."""
    if "respectively" not in sentence.words:
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
