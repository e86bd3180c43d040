"""Who stands in a sentence: people with their party ("Labour's Kate Hollern" is one), and parties by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.names.people import Name, Person
from factcheck.reading.layout import Sentence, Unit
from factcheck.values import frozen

# what may stand between a party and the person who stands for it
OFFICES = frozenset(
    "candidate candidates challenger mp mps opponent rival incumbent hopeful leader co-leader contender"
    " parliamentary deputy chair chairman minister sitting defending councillor cllr party 's nominee senator"
    " sen rep representative governor gov president congressman congresswoman shadow secretary newcomer veteran"
    " big-hitter heavyweight member former ex new msp ms td the newly elected re-elected prospective mayor lead"
    " spokesman spokeswoman activist first-time local prime state senate house assembly county city town president"
    " speaker council commissioner treasurer attorney general vice lieutenant regional national majority minority"
    " judge whip group".split()
)
FORMER = frozenset({"former", "ex", "formerly", "ex-", "onetime", "one-time"})
# a party before one of these is an adjective, not somebody who has votes: "the Labour majority"
ADJECTIVE_OF = frozenset(
    "majority stronghold heartland heartlands government fortress mps mp hold gain win wins victory landslide"
    " policy member members councillor councillors voters territory seat bastion supporters activists manifesto"
    " administration losses gains margin minister ministers hq campaign conference lead stalwart insiders"
    " sources domination dominance defeat leadership whip spokesperson spokesman spokeswoman-led stance target"
    " targets safe-seat incumbents".split()
)
VERBS_TOO = frozenset("hold gain win lead".split())
SAFE = frozenset({"safe", "ultra", "ultra-safe", "rock-solid", "key"})


@frozen
class Mention:
    """A person, or a party without one, at a place in a sentence's units."""

    at: int
    person: Person | None
    party: str

    @property
    def name(self) -> str:
        """As an editor would write it."""
        return self.person.name if self.person else self.party


def name_kind(unit: Unit) -> str:
    """What the name at a unit means: "person", "party", "place" or "unknown"; "" where no name stands."""
    return unit.name.kind if unit.name else ""


def mentions(sentence: Sentence) -> dict[int, Mention]:
    """The people and parties of a sentence by their place; a party that tells whose a person is, is taken into it."""
    if not sentence.named:
        return {}
    taken: set[int] = set()
    found: dict[int, Mention] = {}
    units = sentence.units
    named = [(i, name) for i in sentence.named if (name := units[i].name)]
    for i, name in named:
        if person := name.person:
            party = _party_before(units, i, taken) or _party_behind(units, i, taken)
            if party and not person.party:
                person.party = party
            found[i] = Mention(i, person, person.party)
    parties = [(i, name) for i, name in named if name.kind == "party"]
    _standing_as(units, parties, found, taken)
    for i, name in parties:
        if i not in taken and not _adjective(units, i):
            found[i] = Mention(i, None, name.key)
    return dict(sorted(found.items()))


def _standing_as(
    units: Sequence[Unit], parties: Sequence[tuple[int, Name]], found: dict[int, Mention], taken: set[int]
) -> None:
    """``P kept the seat as an independent``: the party is that of the person before."""
    for i, name in parties:
        if i in taken or i < 2 or (i + 1 < len(units) and units[i + 1].low in OFFICES):
            continue
        k = i - 1 - (units[i - 1].low in ("an", "a", "the"))
        if units[k].low == "as" or (
            units[k].low == "for" and k and units[k - 1].kind in "wN" and units[k - 1].low not in ("votes", "vote")
        ):
            before = [j for j in found if j < i and found[j].person and not any(u.kind in "F;" for u in units[j:i])]
            if before:
                taken.add(i)
                person = found[before[-1]].person
                if person and not person.party:
                    person.party = name.key


def _party_before(units: Sequence[Unit], i: int, taken: set[int]) -> str:
    """The party of ``Labour's P``, ``the Conservative candidate, P``, ``independent P``."""
    j = i - 1
    office = False
    while j >= 0 and (
        units[j].kind == "s" or (units[j].kind == "w" and units[j].low in OFFICES) or (office and units[j].kind == ",")
    ):
        office = office or units[j].kind == "w"
        j -= 1
    if (
        not office
        and 3 <= i < len(units) - 1
        and units[i - 1].kind == "," == units[i + 1].kind
        and units[i - 3].low in ("the", "a")
    ):
        office = True  # "The Conservative, Gillian Tebberen, ..."
        j = i - 2
    if j < 0 and units[0].kind == "w" and not office:
        return ""
    if office is False and i >= 2 and units[i - 1].kind == "," and units[i - 2].low in OFFICES:
        return _party_before_office(units, i - 2, taken)
    name = units[j].name if j >= 0 else None
    if name is None or name.kind != "party" or j in taken:
        return ""
    taken.add(j)
    return "" if j and units[j - 1].low in FORMER else name.key


def _party_before_office(units: Sequence[Unit], j: int, taken: set[int]) -> str:
    while j >= 0 and units[j].kind == "w" and units[j].low in OFFICES:
        j -= 1
    name = units[j].name if j >= 0 else None
    if name is None or name.kind != "party" or j in taken or (j and units[j - 1].low in FORMER):
        return ""
    taken.add(j)
    return name.key


def _party_behind(units: Sequence[Unit], i: int, taken: set[int]) -> str:
    """The party of ``P (Labour)``, ``P, for Labour,``, ``P - Labour``, ``P of the Greens``, ``P, the Labour one``."""
    j = i + 1
    name = units[j].name if j < len(units) else None
    if name and name.kind == "party" and _ends_row(units, j):
        taken.add(j)
        return name.key
    if j < len(units) and (units[j].kind in ",(-:|" or units[j].low in ("of", "from", "for")):
        j += 1
        while j < len(units) and units[j].low in ("for", "of", "the", "an", "a", "from"):
            j += 1
        name = units[j].name if j < len(units) else None
        if name and name.kind == "party" and j not in taken and not _owns(units, i, j):
            taken.add(j)
            return name.key
    return ""


def _ends_row(units: Sequence[Unit], j: int) -> bool:
    """Whether a figure or nothing follows: "Kate Hollern Labour 24,762"."""
    return j + 1 >= len(units) or units[j + 1].kind in "F(|-"


def _owns(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether the party at ``j`` has a person of its own: in "Starmer, Labour's Smith" it is not Starmer's."""
    if units[i + 1].kind != "," or j + 1 >= len(units):
        return False
    k = j + 1
    while k < len(units) and (units[k].kind == "s" or units[k].low in OFFICES):
        k += 1
    return k < len(units) and name_kind(units[k]) == "person"


def _adjective(units: Sequence[Unit], i: int) -> bool:
    if i and units[i - 1].low in FORMER and i + 1 < len(units) and units[i + 1].low in OFFICES:
        return True  # "The former Labour leader" may stand for another party now
    j = i + 1
    while j < len(units) and units[j].low in SAFE:
        j += 1
    if j >= len(units) or units[j].kind != "w" or units[j].low not in ADJECTIVE_OF:
        return False
    counted = (
        j + 1 < len(units) and units[j + 1].kind == "F" and units[j].low in VERBS_TOO
    )  # "The Greens hold 22 seats"
    return units[i].low[:11] != "independent" and not counted
