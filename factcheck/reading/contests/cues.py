"""Places that no list knows, by the words around them: "MP for Thornbury", "the 3rd District"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.contests.rolewords import RoleWords
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.naming.mentions import name_kind

Cues = Sequence[tuple[Sequence[str], Sequence[str]]]  # the words before and behind a name that is a place

DISTRICTS = frozenset({"district", "ward", "riding", "division", "constituency"})
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
MONTHS = frozenset("march april may june july august".split())  # of those that are names of people too
# words that stand before a name that nobody knows and make it a place
PLACE_CUES = frozenset({"in", "across", "around"})


def _calls_a_seat(units: Sequence[Unit], k: int) -> bool:
    """Whether what follows a name makes it a seat's: "by-election", "constituency" (but not "constituency of X")."""
    if k >= len(units) or units[k].low not in ("by-election", "constituency"):
        return False
    return k + 1 >= len(units) or units[k + 1].low != "of"


def places_by_cue(sentence: Sentence, roles: RoleWords, cues: Cues) -> None:
    """Unknown names that can only be places: "in Thornbury", "won Thornbury", "the Thornbury by-election"."""
    units = sentence.units
    sentence.spot = "" if DISTRICTS.isdisjoint(sentence.words) else _district(units)
    for k in sentence.named:
        name = units[k].name
        before = units[k - 1].low if k else ""
        after = units[k + 1].low if k + 1 < len(units) else ""
        if name and name.kind == "place" and name.place != "seat" and _calls_a_seat(units, k + 1):
            name.place = "seat"
        if name is None or name.kind != "unknown" or name.text.lower() in MONTHS:
            continue
        phrase = roles.at(units, k - 1) if k and units[k - 1].kind == "w" else None
        if _cued(units, k, cues) or (phrase and phrase.kind == "verbs"):
            name.kind, name.place, name.key, name.why = (
                "place",
                "seat",
                _long_name(units, k),
                "a place by the words around it",
            )
        elif before in PLACE_CUES or after == "county":
            name.kind, name.place, name.key, name.why = "place", "spot", name.text, "a place by the words around it"


def _cued(units: Sequence[Unit], k: int, cues: Cues) -> bool:
    """Whether a pack's words for its places stand around a name: "MP for _", "_ by-election"."""
    last = units[k - 1].low if k else ""
    following = units[k + 1].low if k + 1 < len(units) else ""
    for before, after in cues:
        if before[-1:] in ((), (last,)) and after[:1] in ((), (following,)):
            left = tuple(u.low for u in units[max(0, k - len(before)) : k])
            if left == before and tuple(u.low for u in units[k + 1 : k + 1 + len(after)]) == after:
                return True
    return False


def _district(units: Sequence[Unit]) -> str:
    """``the 3rd District``, ``District C``, ``Riverside ward``: a race known by number, letter or a name of its own."""
    for k, unit in enumerate(units):
        if unit.figure is not None and unit.figure.text.lower().partition(" ")[0] in DISTRICTS:
            return unit.figure.text.lower()  # "District 5"
        if (
            unit.kind in "wN"
            and unit.low.rpartition(" ")[2] in DISTRICTS
            and not (k and name_kind(units[k - 1]) == "person")
        ):
            if k > 1 and units[k - 1].low in ORDINAL_ENDS and units[k - 2].low.isdigit():
                return f"{unit.low} {units[k - 2].low}"  # "10th" is two tokens
            for near in (units[k - 1 : k], units[k + 1 : k + 2]):
                other = near[0] if near else None
                named = (
                    other is not None
                    and unit.low != "constituency"
                    and unit.kind == "w"
                    and other.name is not None
                    and other.name.kind == "unknown"
                )
                if other and (other.kind == "f" or named):
                    shown = other.low or (other.figure.text if other.figure else "")
                    return f"{unit.low} {other.name.text if other.name else shown}"
    return ""


def _long_name(units: Sequence[Unit], k: int) -> str:
    """The whole name that ends at ``units[k]``: the parts of "Hamilton, Larkhall and Stonehouse" are no places."""
    last, j = units[k], k
    while (
        j >= 2 and (units[j - 1].low == "and" or units[j - 1].kind == ",") and (part := units[j - 2].name) is not None
    ):
        if part.kind in ("person", "party"):
            break
        part.kind, part.place, part.key = "place", "spot", part.text
        j -= 2
    words = [u.name.text if u.name else "," if u.kind == "," else u.low for u in units[j : k + 1]]
    return " ".join(words).replace(" ,", ",") if j < k else last.name.text if last.name else last.low
