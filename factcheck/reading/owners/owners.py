"""Whose a figure is: typed nearness inside the clause, with the few turns that prose makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from factcheck.reading.contests.roles import RESUMES, following, interrupted, one_of_two
from factcheck.reading.contests.rolewords import BREAKS, PASSED, RoleWords
from factcheck.reading.layout import Unit
from factcheck.reading.naming.mentions import Mention, name_kind

PRONOUNS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
GOES_ON = frozenset(
    {"with", "after", "on", "only", "just", "by", "having", "despite"}
)  # behind "though": no new subject
OPENERS = frozenset("with on polling taking securing winning receiving gaining".split())
VERBS = RESUMES - {"on", "with", "is", "was", "were"}
ADVERBS = frozenset("only also then just even still so".split())
NO_GOVERNORS = frozenset("and or but as that while when".split())  # behind these a name is no object
FAR = 16  # units; a name farther off than this is not believed
Antecedent = Callable[[str], Mention | None]  # whom a word such as "he" or "party" stands for


class Owner(NamedTuple):
    """Who a figure belongs to, on what kind of evidence; or nobody, and why."""

    who: Mention | None
    evidence: str  # clause | sentence | pronoun | ""
    why: str


NOBODY = Owner(None, "", "nobody it could belong to")


def find_owner(
    units: Sequence[Unit], i: int, found: Mapping[int, Mention], words: RoleWords, antecedent: Antecedent
) -> Owner:
    """The owner of the figure at ``units[i]``; an unknown name stops the search."""
    behind = for_whom(units, i, found)
    if behind and (
        behind.person or not (subject := _leftward(units, i, found, words, antecedent)).who or not subject.who.person
    ):
        return Owner(behind, "clause", f"votes for {behind.name}")
    if behind and subject.who and subject.who.person:  # "Martin secured 43.6% of the vote for the Liberal Democrats"
        subject.who.person.party = subject.who.person.party or behind.party
        return subject
    owner = _leftward(units, i, found, words, antecedent)
    if owner is NOBODY and i <= 8 and _opens(units):
        ahead = _rightward(units, i, found)
        return Owner(ahead, "clause", f"the subject, {ahead.name}") if ahead else NOBODY
    return owner


def _opens(units: Sequence[Unit]) -> bool:
    """Whether a sentence begins with "With", "On", "Returned in ..." or "Polling": its subject comes after."""
    low = units[0].low
    return units[0].kind == "w" and (low in OPENERS or (low.endswith(("ed", "ing")) and len(low) > 4))


def for_whom(units: Sequence[Unit], i: int, found: Mapping[int, Mention]) -> Mention | None:
    """``12,345 votes for X``, ``33% of the vote for X``."""
    j = i + 1
    while (
        j < len(units)
        and units[j].kind == "w"
        and units[j].low in ("votes", "vote", "of", "the", "share", "ballots", "cast")
    ):
        j += 1
    if (
        j + 3 < len(units)
        and units[j].kind == ","
        and units[j + 1].low == "or"
        and units[j + 2].kind == "F"
        and units[j + 3].kind == ","
    ):
        j += 4  # "54,783, or 47.31 per cent, for Patty Brooks"
    if j < len(units) and units[j].low in ("for", "went"):
        return following(units, j + 1 + (units[j].low == "went"), found)
    return None


def _leftward(
    units: Sequence[Unit], i: int, found: Mapping[int, Mention], words: RoleWords, antecedent: Antecedent
) -> Owner:
    j = _back_to_first(units, i, found)
    while j >= 0:
        unit = units[j]
        if _ends_clause(units, j):
            return NOBODY
        if j in found and _object_before_a_verb(units, j, i, found):
            j = min(j, described_from(units, j))
        elif j in found:
            begin, kind = words.beating_before(units, j)
            if begin < 0 or not _passes_back(units, j, i, begin, kind):
                return _near_enough(units, found, j, i)
            j = begin
        elif unit.kind == "," and (subject := interrupted(units, j, found)) >= 0:
            return Owner(found[subject], "clause", f"the subject, {found[subject].name}")
        elif unit.name and unit.name.kind == "unknown":
            return Owner(None, "", f"“{unit.name.text}”: {unit.name.why}")
        elif unit.low in PRONOUNS or (unit.low == "party" and j and units[j - 1].low == "the"):
            return _stands_for(unit.low, antecedent)
        elif unit.low in ("they", "their", "others") or (unit.low == "who" and j == 0):
            return NOBODY
        j -= 1
    return NOBODY


def _ends_clause(units: Sequence[Unit], j: int) -> bool:
    """Whether a clause with a subject of its own begins behind ``units[j]``."""
    unit = units[j]
    if unit.kind == ";":
        return not _no_subject(units, j + 1)
    if unit.low not in BREAKS or units[j + 1].low in GOES_ON:
        return False
    return unit.low != "but" or not _no_subject(units, j + 1)


def _no_subject(units: Sequence[Unit], k: int) -> bool:
    """Whether a part of a sentence begins with a figure or a verb: "...; won 61 seats", "...; 34.1 per cent"."""
    return k < len(units) and (units[k].kind == "F" or units[k].low in VERBS)


def _object_before_a_verb(units: Sequence[Unit], j: int, i: int, found: Mapping[int, Mention]) -> bool:
    """Whether the name at ``j`` is an object, and another verb of its subject leads to the figure.

    ``A carried Florida, beating B by 1.2 points and earning only 49%``; ``A made a pact with B and won 37 seats``.
    """
    if (j + 1 < len(units) and units[j + 1].kind == "s") or not any(k < j for k in found):
        return False
    verbs = [k for k in range(j + 1, i - 1) if units[k].low == "and" and _second_verb(units, k + 1, i)]
    before = units[described_from(units, j) - 1] if described_from(units, j) else None
    return bool(verbs) and before is not None and before.kind == "w" and before.low not in NO_GOVERNORS


def _second_verb(units: Sequence[Unit], k: int, i: int) -> bool:
    """Whether a verb stands at ``k``, past adverbs, and no other name before the figure at ``i``."""
    while k < i and (units[k].low in ADVERBS or units[k].low.endswith("ly")):
        k += 1
    verb = units[k].low
    is_verb = units[k].kind == "w" and (verb in VERBS or (verb.endswith(("ed", "ing")) and len(verb) > 4))
    return is_verb and not any(u.kind == "N" for u in units[k:i])


def described_from(units: Sequence[Unit], j: int) -> int:
    """Where the description of the name at ``j`` begins: "his rival, Mr X", "the Labour candidate Ann Lee"."""
    while j and (
        units[j - 1].kind == "s" or name_kind(units[j - 1]) == "party" or (units[j - 1].low in PASSED and j > 1)
    ):
        j -= 1
    return j


def _back_to_first(units: Sequence[Unit], i: int, found: Mapping[int, Mention]) -> int:
    """Where the walk begins: right before the figure, or, for ``A's N to B's M, with a p% share``, at A."""
    for j in range(i - 1, 0, -1):
        if units[j].kind in "NF;" or units[j].low in BREAKS:
            return i - 1
        if units[j].kind == "," and units[j + 1].low in ("with", "giving", "taking", "securing"):
            firsts = [k for k in sorted(found) if k < j]
            figures = [k for k in range(j) if units[k].kind == "F"]
            if (
                len(firsts) >= 2
                and len(figures) >= 2
                and firsts[0] < figures[0]
                and not any(u.low in BREAKS for u in units[:j])
            ):
                return firsts[0]
            return i - 1
    return i - 1


def _near_enough(units: Sequence[Unit], found: Mapping[int, Mention], j: int, i: int) -> Owner:
    who = found[j]
    if one_of_two(units, j, found):
        return Owner(None, "", "two named together: it could be either's")
    if i - j > FAR and not any(u.kind == "F" for u in units[j:i]):
        return Owner(None, "", f"{who.name} is too far off")
    clause = not any(u.kind in "F" for u in units[j:i])
    return Owner(who, "clause" if clause else "sentence", f"nearest name: {who.name}")


def _passes_back(units: Sequence[Unit], j: int, i: int, begin: int, kind: str) -> bool:
    """Whether the figure at ``i`` is the beater's, not that of the beaten at ``j``: "beat Labour with 15,641"."""
    if j + 1 < len(units) and units[j + 1].kind in "s(":
        return False
    words = [u.low for u in units[j + 1 : i] if u.kind == "w"]
    if any(u.kind in "F" for u in units[j:i]) and not any(w in ("after", "having") for w in words):
        return False
    if kind == "over" and words and words[-1] in ("on", "with") and units[begin].low in ("ahead", "over", "than"):
        return False  # "ahead of Khuttan of Reform on 2,446"
    return not words or (words[0] not in ("on", "who", "whose", "which") and words[-1] != "on")


def _stands_for(low: str, antecedent: Antecedent) -> Owner:
    who = antecedent(low)
    if who is None:
        return Owner(None, "", f"“{low}”: nobody, or two possible")
    return Owner(who, "pronoun", f"“{low}” taken as {who.name}")


def _rightward(units: Sequence[Unit], i: int, found: Mapping[int, Mention]) -> Mention | None:
    j = i + 1
    while j < len(units) and units[j].kind not in "F;":
        if j in found:
            return found[j]
        if name_kind(units[j]) == "unknown":
            return None
        j += 1
    return None
