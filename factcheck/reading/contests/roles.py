"""Who won, who was beaten, who came third: whom the packs' role words speak of in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.packs import Role
from factcheck.reading.contests.rolewords import BREAKS, DESCRIPTION, RolePhrase, RoleWords, describes, is_party
from factcheck.reading.layout import Unit
from factcheck.reading.naming.mentions import OFFICES, Mention, name_kind
from factcheck.values import frozen

# before a verb: it did not happen, or not yet
UNREAL = frozenset(
    "not never first also to would could might may should will can if failed fail hoping hoped hopes bid trying"
    " tried expected set likely nearly almost didn wouldn couldn won't t can't cannot unless whether".split()
)
# words that go on with the subject behind an insertion: "..., got 12,796 votes"
RESUMES = frozenset(
    "had has got on with was were received polled took secured won gained managed is came finished lost"
    " collected beat defeated picked held scored attracted drew mustered trailed kept retained ousted unseated"
    " ended claimed bagged amassed garnered".split()
)
AUXILIARIES = frozenset("was were is are has have had been be being finally narrowly just only also then".split())
DETERMINERS = frozenset("the a an his her their its this that both another".split())
CONTESTS = frozenset(
    "seat seats constituency election by-election race contest vote poll majority term mandate victory battle"
    " re-election reelection state ward district riding division nomination mayoralty governorship presidency"
    " place".split()
)
LEADS = frozenset("lead advantage edge".split())
OWN = frozenset("his her its their the".split())
PARTY_WORDS = frozenset("party parties movement alliance coalition side team".split())
# what may follow a victory that names no race
NO_OBJECT = frozenset(
    "with by in over against for from on it and after as at to here there when while but despite following"
    " because who off out onto first second third last yesterday today tonight one".split()
)


@frozen
class RoleRead:
    """A role read in a sentence: who has it, and where the words stand."""

    role: Role
    who: Mention
    at: int  # where the phrase begins, in units
    length: int
    beaten: Mention | None = None


def read_roles(units: Sequence[Unit], found: Mapping[int, Mention], words: RoleWords) -> Iterator[RoleRead]:
    """Every role that a sentence gives to somebody it names."""
    if not found:
        return
    done = 0
    for k in [k for k, u in enumerate(units) if u.low in words.firsts and u.kind == "w"]:
        phrase = words.at(units, k) if k >= done else None
        if phrase is None or phrase.kind == "over":
            continue
        if phrase.kind != "called" and _counts(units, k + len(phrase.words)):
            continue  # "won 16,873 votes", "gained 12,894": that is no victory
        if phrase.kind == "verbs" and phrase.role.rank == 1 and not _victory(units, k + len(phrase.words)):
            continue  # "gained a lot of traction"
        done = k + (len(phrase.words) if phrase.kind == "called" else 1)
        if (phrase.kind != "called" and _unreal(units, k)) or (phrase.role.implies and _long_held(units, k, phrase)):
            continue
        read = _READERS[phrase.kind](units, k, phrase, found, words)
        if read:
            yield read


def _unreal(units: Sequence[Unit], k: int) -> bool:
    before = [u.low for u in units[max(0, k - 3) : k] if u.kind == "w"]
    return "managed" not in before and any(low in UNREAL for low in before[-2:])


def _counts(units: Sequence[Unit], k: int) -> bool:
    """Whether a figure is what was won: "won 16,873 votes", "gained a total of 12,894"."""
    for unit in units[k : k + 4]:
        if unit.kind == "F":
            return True
        if unit.low not in ("a", "an", "total", "of", "just", "only", "the", "some", "around", "about", "over"):
            return False
    return False


def _victory(units: Sequence[Unit], k: int) -> bool:
    """Whether what follows a word of winning can be a race: a place, the seat, a contest, or no object at all."""
    while (
        k < len(units)
        and units[k].kind == "w"
        and (units[k].low.endswith("ly") or units[k].low in ("back", "again", "easily"))
    ):
        k += 1
    if k >= len(units) or units[k].kind != "w":
        return k >= len(units) or units[k].kind != "N" or name_kind(units[k]) not in ("", "party")
    if units[k].low not in DETERMINERS:
        return units[k].low in NO_OBJECT
    for unit in units[k + 1 : k + 7]:
        if unit.low in LEADS or (unit.low == "vote" and any(u.low in LEADS for u in units[k + 1 : k + 9])):
            return False  # "holds a commanding lead", "holds an 80 to 54 vote lead"
        if unit.low in CONTESTS or name_kind(unit) == "place":
            return True
        if unit.kind in ",;:(":
            return False
    return False


def _long_held(units: Sequence[Unit], k: int, phrase: RolePhrase) -> bool:
    """Whether a seat "had been held by Labour since 1997": that tells of the time before."""
    after = units[k + len(phrase.words) : k + len(phrase.words) + 8]
    before = units[k - 1].low if k else ""
    by = bool(after) and after[0].low == "by"
    return (
        by
        or any(u.low == "when" for u in units[max(1, k - 3) : k])  # "since 2017, when Labour held it"
        or before in ("been", "was", "were", "is", "had", "long", "previously", "once")
        or any(u.low in ("since", "until") for u in after)
    )


def _verb(
    units: Sequence[Unit], k: int, phrase: RolePhrase, found: Mapping[int, Mention], words: RoleWords
) -> RoleRead | None:
    who = subject(units, k, found, words)
    return RoleRead(phrase.role, who, k, len(phrase.words)) if who else None


def _beats(
    units: Sequence[Unit], k: int, phrase: RolePhrase, found: Mapping[int, Mention], words: RoleWords
) -> RoleRead | None:
    who = subject(units, k, found, words)
    beaten = following(units, k + len(phrase.words), found)
    return RoleRead(phrase.role, who, k, len(phrase.words), beaten) if who and who != beaten else None


def _beaten_by(
    units: Sequence[Unit], k: int, phrase: RolePhrase, found: Mapping[int, Mention], words: RoleWords
) -> RoleRead | None:
    who = following(units, k + len(phrase.words), found)
    return RoleRead(phrase.role, who, k, len(phrase.words), subject(units, k, found, words)) if who else None


def _called(
    units: Sequence[Unit], k: int, phrase: RolePhrase, found: Mapping[int, Mention], words: RoleWords
) -> RoleRead | None:
    if any(u.low == "also" for u in units[max(0, k - 2) : k]):
        return None  # one of several winners
    before = k - 1 - (k > 1 and units[k - 1].low in OWN)
    if before >= 0 and units[before].low in ("behind", "from", "for", "than", "over", "of", "on"):
        return None  # "2,216 behind second place", "clear of his nearest rival" speak of somebody else
    after = k + len(phrase.words)
    while after < len(units) and (
        units[after].low in ("was", "is", "were", "placed", "-", "went", "to", "place") or units[after].kind == "-"
    ):
        after += 1
    direct = found.get(after) or found.get(after + 1 if after < len(units) and is_party(units[after]) else -1)
    who = direct or subject(units, k, found, words)
    if who is not None and who is direct and _party_of(units, who):
        who = Mention(who.at, None, who.party) if who.party else None
    return RoleRead(phrase.role, who, k, len(phrase.words)) if who else None


def _party_of(units: Sequence[Unit], who: Mention) -> bool:
    """Whether it is somebody's party that is spoken of: "victory for Sir Keir Starmer's party"."""
    after = units[who.at + 1 : who.at + 6]
    owned = who.person is not None and who.at >= 0 and bool(after) and after[0].kind == "s"
    return owned and any(u.low in PARTY_WORDS for u in after)


_READERS = {"verbs": _verb, "beats": _beats, "beaten_by": _beaten_by, "called": _called}


def subject(units: Sequence[Unit], k: int, found: Mapping[int, Mention], words: RoleWords) -> Mention | None:
    """Who does what stands at ``units[k]``: the nearest mention before it in its clause that is not itself beaten.

    An unknown name stops the search. In "Khan beat Mahmood, winning the seat" it is Khan who wins.
    """
    j = _before_insertion(units, k, found)
    while j >= 0 and units[j].low not in BREAKS and units[j].kind != ";":
        name = units[j].name
        if j in found and not _has_a_figure(units, j):
            begin = -1 if _goes_on(units, j, k) else words.beats_before(units, j)
            if begin < 0:
                return None if one_of_two(units, j, found) else found[j]
            j = begin
        elif name and name.kind == "unknown":
            return None
        j -= 1
    return None


def _has_a_figure(units: Sequence[Unit], j: int) -> bool:
    """Whether a name stands only for its figure: "to Raj Patel's 8,000, and won"."""
    return [u.low in ("'s", "’s") or u.kind for u in units[j + 1 : j + 3]] == [True, "F"]


def interrupted(units: Sequence[Unit], j: int, found: Mapping[int, Mention], any_word: bool = False) -> int:
    """Where the subject stands that a comma at ``j`` comes back to, or -1: "A, who beat B in 2010, had 17,218"."""
    if j + 1 >= len(units) or units[j + 1].kind != "w" or not (any_word or units[j + 1].low in RESUMES):
        return -1
    for m in range(j - 2, 0, -1):
        if units[m].kind in "F;" or units[m].low in BREAKS:
            return -1
        if units[m].kind == "," and _named_before(units, m, found):
            return next(k for k in range(m - 1, -1, -1) if k in found)
    return -1


def _named_before(units: Sequence[Unit], m: int, found: Mapping[int, Mention]) -> bool:
    """Whether a person, with party or bracket, stands right before the comma at ``m``, and something else behind it."""
    k = m - 1
    while (
        k >= 0
        and k not in found
        and (
            units[k].kind in ")N("
            or units[k].low in ("of", "for", "the", "from", "mp", "kc", "qc", "obe", "mbe", "cbe", "jr")
        )
    ):
        k -= 1
    behind = units[m + 1]
    return k in found and found[k].person is not None and not (is_party(behind) and units[m + 2].kind == ",")


def _goes_on(units: Sequence[Unit], j: int, k: int) -> bool:
    """Whether what follows a name is said of it: "beat Helmer, who finished second"."""
    after = [u.low for u in units[j + 1 : min(k, j + 3)]]
    return bool(after) and (after[0] in ("who", "'s", "’s") or after[:2] in ([",", "who"], [",", "whose"]))


def _before_insertion(units: Sequence[Unit], k: int, found: Mapping[int, Mention]) -> int:
    """Where the search for a verb's subject begins: at A in "A, who leads X and told Y, beat B"."""
    j = k - 1
    while j > 0 and units[j].low in AUXILIARIES:
        j -= 1
    if j < 3 or units[j].kind != ",":
        return k - 1
    subject = interrupted(units, j, found, any_word=True)
    return subject if subject >= 0 else k - 1


def following(units: Sequence[Unit], k: int, found: Mapping[int, Mention]) -> Mention | None:
    """The first mention after ``units[k]`` with nothing but a description before it."""
    last = min(len(units), k + DESCRIPTION + 1)
    while k < last and k not in found and describes(units[k]):
        k += 1
    return found.get(k)


def one_of_two(units: Sequence[Unit], j: int, found: Mapping[int, Mention]) -> bool:
    """Whether the mention at ``j`` is the second of two named together: "X and Y"."""
    k = j - 1
    while k >= 0 and (is_party(units[k]) or units[k].kind == "s" or units[k].low in OFFICES):
        k -= 1
    if k < 1 or units[k].low not in ("and", "or"):
        return False
    k -= 1
    while (k >= 0 and units[k].kind in ")(") or (k >= 0 and is_party(units[k]) and k not in found):
        k -= 1
    return k in found
