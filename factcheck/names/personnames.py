"""Whether two names are one person's, and whether a name is near another but not it: a warning, never a match."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.names.placenames import fold, words
from factcheck.shipped import shipped

SURNAME_NEAR = 70  # of 100, by rapidfuzz's ratio: "lahmodd" and "mahmood" have 71
FIRST_NEAR = 70
SLIGHTLY = 80


@cache
def short_forms() -> dict[str, frozenset[int]]:
    """Folded first name -> the lines of ``short_forms.txt`` that hold it; two forms of one line are one name."""
    found: dict[str, set[int]] = {}
    path = shipped("rules") / "names" / "short_forms.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        if line and line[0] != "#":
            for form in line.split(", "):
                found.setdefault(fold(form), set()).add(number)
    return {form: frozenset(lines) for form, lines in found.items()}


def same_first(a: str, b: str) -> bool:
    """Whether two folded first names are one: equal, a short form ("liz", "elizabeth"), or an initial."""
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    forms = short_forms()
    return bool(forms.get(a, frozenset()) & forms.get(b, frozenset()))


def same_person(a: str, b: str) -> bool:
    """Whether two full names are one person's: the surname is the same, and the first name, or a short form of it.

    Middle names may be added or left out ("Iqbal Hussain Mohamed"); accents, hyphens and capitals do not count.
    """
    first, second = words(a), words(b)
    if not first or not second or first[-1] != second[-1]:
        return first == second
    if min(len(first), len(second)) == 1:
        return len(first) == len(second)
    return same_first(first[0], second[0]) or _within(first, second) or _within(second, first)


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether all words of the one stand in the other in the same order: a first name that is not used left out."""
    rest = iter(many)
    return all(word in rest for word in few)


def one_of_a_draft(a: list[str], b: list[str]) -> bool:
    """Whether two folded full names of one first name, in one draft, are one person: but for middle names or a slip.

    Of a table only ``same_person`` is one: there two people may have names a letter apart.
    """
    short, long = sorted((a, b), key=len)
    return short[-1] in long[1:] or (short[-1][:3] == long[-1][:3] and _slip_apart(short[-1], long[-1]))


def _slip_apart(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter put in, left out, exchanged or swapped."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b)) <= 1 or (len(a) == len(b) == 2 and a == b[::-1])


def near_person(name: str, full: str) -> float:
    """How near a name is to another full name, 0 to 100; 0 where it is the same person's, or not near.

    Near is: the same surname and a near first name; a near surname and the same first name; both slightly off.
    """
    a, b = words(name), words(full)
    if min(len(a), len(b)) < 2 or same_person(name, full):
        return 0.0
    first, last = _likeness(a[0], b[0]), _likeness(a[-1], b[-1])
    same = same_first(a[0], b[0])
    if last == 100.0:
        return (first + last) / 2 if first >= FIRST_NEAR and _enough_in_common(a[0], b[0]) else 0.0
    if same:
        return (100.0 + last) / 2 if last >= SURNAME_NEAR else 0.0
    return (first + last) / 2 if min(first, last) >= SLIGHTLY else 0.0


def _enough_in_common(a: str, b: str) -> bool:
    """Whether two first names share more than a letter or two: "ann" and "jan" are two people."""
    return min(len(a), len(b)) >= 3 and (
        len(a) != len(b) or sum(x != y for x, y in zip(a, b, strict=True)) <= len(a) // 3
    )


def _likeness(a: str, b: str) -> float:
    from rapidfuzz.distance import DamerauLevenshtein, Indel

    if a == b:
        return 100.0
    return 100.0 * max(Indel.normalized_similarity(a, b), DamerauLevenshtein.normalized_similarity(a, b))


def nearest_person(name: str, names: Iterable[str]) -> int:
    """The place in ``names`` of the one that ``name`` is near to; -1 where none is, or two are as near."""
    scores = sorted(((near_person(name, full), at) for at, full in enumerate(names)), reverse=True)
    if not scores or not scores[0][0]:
        return -1
    return -1 if len(scores) > 1 and scores[1][0] == scores[0][0] else scores[0][1]
