"""Who won, who was beaten, who came third: the packs' role words, and whom they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.packs import Pack, Role
from factcheck.reading.layout import Unit
from factcheck.reading.mentions import OFFICES, Mention, name_kind

BREAKS = frozenset("while whilst but although though whereas".split())
# before a verb: it did not happen, or not yet
UNREAL = frozenset(
    "not never first also to would could might may should will can if failed fail hoping hoped hopes bid trying"
    " tried expected set likely nearly almost didn wouldn couldn won't t can't cannot unless whether".split()
)
# may stand between a verb and the one it beats ("beat his Conservative rival, Mr X")
PASSED = OFFICES | frozenset(
    "the his her their its a an outgoing long-standing longtime , longstanding both incumbent".split()
)
# words that go on with the subject behind an insertion: "..., got 12,796 votes"
RESUMES = frozenset(
    "had has got on with was were received polled took secured won gained managed is came finished lost"
    " collected beat defeated picked held scored attracted drew mustered trailed kept retained ousted unseated"
    " ended claimed bagged amassed garnered took".split()
)
AUXILIARIES = frozenset("was were is are has have had been be being finally narrowly just only also then".split())
# words that no description of somebody goes past ("the former cabinet member Jacob Rees-Mogg" has none)
BARRIERS = frozenset(
    "with on by after who whom whose and was were is in at for of to from but while as when that which then"
    " before until".split()
)
DETERMINERS = frozenset("the a an his her their its this that both another".split())
CONTESTS = frozenset(
    "seat seats constituency election by-election race contest vote poll majority term mandate victory battle"
    " re-election reelection state ward district riding division nomination mayoralty governorship presidency"
    " place".split()
)
# what may follow a victory that names no race
NO_OBJECT = frozenset(
    "with by in over against for from on it and after as at to here there when while but despite following"
    " because who off out onto first second third last yesterday today tonight one".split()
)
GAP = 12  # units that the gap in ``lost .. to`` may pass
DESCRIPTION = 6  # units of it, at the most


class RolePhrase(NamedTuple):
    """One wording of a role: its words, and whether they are a verb, a beating, a being beaten, a place or a side."""

    words: tuple[str, ...]
    kind: str  # verbs | beats | beaten_by | called | over
    role: Role


class RoleWords:
    """The role words of the packs, found by their first word."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._by_first: dict[str, list[RolePhrase]] = defaultdict(list)
        self._by_last: dict[str, list[RolePhrase]] = defaultdict(list)
        for pack in packs:
            for role in pack.roles.values():
                for kind in ("verbs", "beats", "beaten_by", "called", "over"):
                    for text in getattr(role, kind):
                        self._add(RolePhrase(tuple(text.lower().split()), kind, role))

    def _add(self, phrase: RolePhrase) -> None:
        self._by_first[phrase.words[0]].append(phrase)
        self._by_last[phrase.words[-1]].append(phrase)
        self._by_first[phrase.words[0]].sort(key=lambda p: -len(p.words))

    def at(self, units: Sequence[Unit], k: int) -> RolePhrase | None:
        """The longest role phrase that begins at ``units[k]``."""
        for phrase in self._by_first.get(units[k].low, ()):
            if tuple(u.low for u in units[k : k + len(phrase.words)]) == phrase.words:
                return phrase
            if ".." in phrase.words and (reach := _over_gap(units, k, phrase.words)):
                return phrase._replace(words=tuple(u.low for u in units[k:reach]))
        return None

    def beats_before(self, units: Sequence[Unit], j: int) -> int:
        """Where the beating words begin whose object stands at ``units[j]``; -1 when there are none."""
        return self.beating_before(units, j)[0]

    def beating_before(self, units: Sequence[Unit], j: int) -> tuple[int, str]:
        """Where the beating words begin whose object stands at ``units[j]``, and whether they are a verb or "over"."""
        for k in range(j - 1, max(-1, j - 1 - DESCRIPTION), -1):
            for phrase in self._by_last.get(units[k].low, ()):
                begin = k - len(phrase.words) + 1
                if (
                    phrase.kind in ("beats", "over")
                    and tuple(u.low for u in units[max(0, begin) : k + 1]) == phrase.words
                ):
                    return begin, phrase.kind
            if not _describes(units[k]):
                return -1, ""
        return -1, ""


def _over_gap(units: Sequence[Unit], k: int, words: tuple[str, ...]) -> int:
    """Where ``lost .. to`` ends that begins at ``units[k]``, or 0; the gap stays within the clause."""
    gap = words.index("..")
    head, tail = words[:gap], words[gap + 1 :]
    if tuple(u.low for u in units[k : k + gap]) != head:
        return 0
    for j in range(k + gap, min(len(units), k + gap + GAP)):
        if tuple(u.low for u in units[j : j + len(tail)]) == tail and j + len(tail) < len(units):
            return j + len(tail)
        if (
            units[j].kind in ",;"
            or units[j].low in BREAKS
            or units[j].low in ("seats", "councils", "councillors", "ground", "support")
        ):
            return 0
    return 0


def _describes(unit: Unit) -> bool:
    """Whether a unit may stand in a description before a name: "Labour's long-standing parliamentarian"."""
    return unit.kind == "s" or _party(unit) or unit.low in PASSED or (unit.kind == "w" and unit.low not in BARRIERS)


def _party(unit: Unit) -> bool:
    return name_kind(unit) == "party"


@dataclass(frozen=True, slots=True)
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
    for k, unit in enumerate(units):
        phrase = words.at(units, k) if unit.kind == "w" and k >= done else None
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
    if k and units[k - 1].low in ("behind", "from", "for", "than", "over"):
        return None  # "2,216 behind second place" speaks of somebody else
    after = k + len(phrase.words)
    while after < len(units) and (
        units[after].low in ("was", "is", "were", "placed", "-", "went", "to", "place") or units[after].kind == "-"
    ):
        after += 1
    direct = found.get(after) or found.get(after + 1 if after < len(units) and _party(units[after]) else -1)
    who = direct or subject(units, k, found, words)
    return RoleRead(phrase.role, who, k, len(phrase.words)) if who else None


_READERS = {"verbs": _verb, "beats": _beats, "beaten_by": _beaten_by, "called": _called}


def subject(units: Sequence[Unit], k: int, found: Mapping[int, Mention], words: RoleWords) -> Mention | None:
    """Who does what stands at ``units[k]``: the nearest mention before it in its clause that is not itself beaten.

    An unknown name stops the search. In "Khan beat Mahmood, winning the seat" it is Khan who wins.
    """
    j = _before_insertion(units, k, found)
    while j >= 0 and units[j].low not in BREAKS and units[j].kind != ";":
        name = units[j].name
        if j in found:
            begin = -1 if _goes_on(units, j, k) else words.beats_before(units, j)
            if begin < 0:
                return None if _one_of_two(units, j, found) else found[j]
            j = begin
        elif name and name.kind == "unknown":
            return None
        j -= 1
    return None


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
    return k in found and found[k].person is not None and not (_party(behind) and units[m + 2].kind == ",")


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
    while k < last and k not in found and _describes(units[k]):
        k += 1
    return found.get(k)


def _one_of_two(units: Sequence[Unit], j: int, found: Mapping[int, Mention]) -> bool:
    """Whether the mention at ``j`` is the second of two named together: "X and Y"."""
    k = j - 1
    while k >= 0 and (_party(units[k]) or units[k].kind == "s" or units[k].low in OFFICES):
        k -= 1
    if k < 1 or units[k].low not in ("and", "or"):
        return False
    k -= 1
    while (k >= 0 and units[k].kind in ")(") or (k >= 0 and _party(units[k]) and k not in found):
        k -= 1
    return k in found
