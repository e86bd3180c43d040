"""Lengths of time and ages: "69 years", "a decade", "18 months", "34-year-old", "aged 34", "in his thirties"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.dates.tokens import HYPHENS, SMALL, TENS, VAGUE, Found, Page, digits, number, whole
from factcheck.dates.when import Length, Meaning

_NAMES = "second minute hour day week fortnight month quarter year decade century"
UNITS = {name: name for name in _NAMES.split()} | {f"{name}s": name for name in _NAMES.split()}
UNITS |= {"centuries": "century", "yr": "year", "yrs": "year", "hr": "hour", "hrs": "hour", "h": "hour"}
UNITS |= {"min": "minute", "mins": "minute", "sec": "second", "secs": "second"}
del UNITS["quarter"], UNITS["quarters"]  # three quarters of the voters
LONGER = frozenset({"business", "working", "full", "whole", "long", "calendar", "consecutive", "straight"})
_GLUED_ONLY = frozenset({"h"})
LONE = {"a": 1, "an": 1, "another": 1, "all": 1, "full": 1, "whole": 1, "one": 1}
_HEDGES: dict[tuple[str, ...], str] = {
    ("more", "than"): "above", ("over",): "above", ("just", "over"): "above", ("at", "least"): "at_least",
    ("less", "than"): "below", ("under",): "below", ("up", "to"): "at_most", ("nearly",): "nearly",
    ("almost",): "nearly",
    ("just", "under"): "nearly", ("about",): "about", ("around",): "about", ("some",): "about", ("roughly",): "about",
    ("approximately",): "about",
}  # fmt: skip
HEDGING = tuple(words[0] for words in _HEDGES)  # the first words of lengths and ages
NUMBERS = ("half", "couple", "hundred", *LONE, *SMALL, *TENS, *VAGUE)
OWNERS = frozenset("his her their my our your its".split())
_DECADES = {f"{word[:-1]}ies": n for word, n in TENS.items()}
_PARTS = {"early": (0, 3), "mid": (3, 7), "late": (6, 9), "latter": (6, 9)}
_AGE_UNITS = frozenset({"year", "month", "week", "day"})


def duration(page: Page, i: int) -> Found | None:
    """A length of time with its hedge: "more than 23 years", "an hour and a half", "1 year 1 month"."""
    at, bound = _hedge(page, i)
    found = length(page, at) if at == i or not age(page, at) else None
    return (found[0], Meaning("duration", length=replace(found[1], bound=bound))) if found else None


def _hedge(page: Page, i: int) -> tuple[int, str]:
    for size in (2, 1):
        bound = _HEDGES.get(tuple(page.words[i : i + size]))
        if bound:
            return i + size, bound
    return i, "exact"


def length(page: Page, i: int) -> tuple[int, Length] | None:
    """A number and its unit at ``i``, with smaller units behind it."""
    first = _half(page, i) or _lone(page, i) or _counted(page, i)
    if first is None:
        return None
    at, found = first
    rest: list[Length] = []
    while (more := _counted(page, page.skip(at, frozenset({"and", ","})))) is not None:
        if (
            found.low != found.high
            or not more[1].unit
            or (page.word(at) in ("and", ",") and page.word(at + 1) in ("a", "an"))
        ):
            break
        at, part = more
        rest.append(part)
    return (at, replace(found, rest=tuple(rest))) if rest else first


def _counted(page: Page, i: int) -> tuple[int, Length] | None:
    """``18 months``, ``18-month``, ``two and a half hours``, ``3h``."""
    found = number(page, i)
    if found is None or (page.word(i) == "the" and page.word(i + 1) != "couple"):
        return None
    at, low, high = found
    glued = page.glued(at)
    if page.word(at) in HYPHENS and glued and page.glued(at + 1):
        at += 1
    at = page.skip(at, LONGER)
    unit = UNITS.get(page.word(at))
    if unit is None or (page.word(at) in _GLUED_ONLY and not page.word(i).isdigit()) or _part_of_code(page, i):
        return None
    return at + 1, Length(low, high, unit)


def _part_of_code(page: Page, i: int) -> bool:
    """Whether the digits at ``i`` go on something: "3.5", "A4", "£5"."""
    return page.glued(i) and page.word(i).isdigit() and (page.word(i - 1)[-1:].isalnum() or page.word(i - 1) in "£$€.,")


def _half(page: Page, i: int) -> tuple[int, Length] | None:
    """``half a year``, ``half hour``, ``half-century``."""
    if page.word(i) != "half":
        return None
    at = i + 1 + (page.word(i + 1) in HYPHENS or page.word(i + 1) in ("a", "an"))
    unit = UNITS.get(page.word(at))
    half = Fraction(1, 2)
    return (at + 1, Length(half, half, unit)) if unit and not page.word(at).endswith("s") else None


def _lone(page: Page, i: int) -> tuple[int, Length] | None:
    """``a decade``, ``an hour and a half``, ``all year``, ``another business day``, ``half a century``."""
    if page.word(i) in ("a", "an") and page.word(i + 1) == "half" and page.word(i + 2) in HYPHENS:
        return _half(page, i + 1)
    if page.word(i) not in LONE:
        return None
    at = i + 1 + (page.word(i + 1) in HYPHENS)
    at = page.skip(at, frozenset({"business", "working", "full", "whole", "further"}))
    unit = UNITS.get(page.word(at))
    if unit is None or (page.word(at).endswith("s") and page.word(i) != "all") or unit == "second":
        return None
    one, end = Fraction(1), at + 1
    words = tuple(page.word(k) for k in range(end, end + 3))
    if words[:2] == ("and", "half") or words == ("and", "a", "half"):
        one, end = Fraction(3, 2), end + (2 if words[1] == "half" else 3)
    return end, Length(one, one, unit)


def age(page: Page, i: int) -> Found | None:
    """An age at ``i``: "34-year-old", "five years old", "3 years of age", "aged 34", "in his thirties"."""
    return _old(page, i) or _aged(page, i) or _in_his(page, i)


def _of_age(low: Fraction, high: Fraction | None, unit: str = "year") -> Meaning:
    return Meaning("age", length=Length(low, high, unit))


def _old(page: Page, i: int) -> Found | None:
    found = number(page, i)
    if found is None or _part_of_code(page, i) or page.word(i) == "the":
        return None
    at, low, high = found
    if page.word(at) in ("yo", "y") and (
        page.word(at) == "yo" or (page.word(at + 1) == "/" and page.word(at + 2) == "o")
    ):
        return at + (1 if page.word(at) == "yo" else 3), _of_age(low, high)
    at += page.word(at) in HYPHENS
    unit = UNITS.get(page.word(at), "")
    end = at + 1 + (page.word(at + 1) in HYPHENS)
    if unit not in _AGE_UNITS:
        return None
    if page.word(end) in ("old", "olds"):
        return end + 1, _of_age(low, high, unit)
    return (at + 3, _of_age(low, high, unit)) if page.words[at + 1 : at + 3] == ["of", "age"] else None


def _aged(page: Page, i: int) -> Found | None:
    """``aged 34``, ``aged 16 to 24``, ``at the age of 88``, ``age 87``."""
    if page.word(i) not in ("aged", "age", "ages"):
        return None
    at = page.skip(page.skip(i + 1, frozenset({"of"})), frozenset({"between", "from", "just", "only"}))
    found = _years(page, at)
    if found is None:
        return None
    end, low = found
    other = _years(page, end + 1) if page.word(end) in {"to", "and", "-", "–"} else None
    ranged = other and (page.word(end) != "and" or page.word(at - 1) == "between")
    if ranged and other and other[1] > low:
        return other[0], _of_age(Fraction(low), Fraction(other[1]))
    unit = UNITS.get(page.word(end), "")
    if unit in _AGE_UNITS:
        return end + 1, _of_age(Fraction(low), Fraction(low), unit)
    return end, _of_age(Fraction(low), Fraction(low))


def _years(page: Page, at: int) -> tuple[int, int] | None:
    found = digits(page, at, 3)
    if found is not None:
        after = page.word(at + 1)
        goes_on = page.glued(at + 1) and (
            after.isalpha() or after == "%" or (after in ".,:" and page.glued(at + 2) and page.word(at + 2).isdigit())
        )
        return (at + 1, found) if found <= 125 and not goes_on else None
    return whole(page, at)


def _in_his(page: Page, i: int) -> Found | None:
    """``in his thirties``, ``in her early 40s``, ``in their mid-20s``."""
    if page.word(i) != "in" or page.word(i + 1) not in OWNERS:
        return None
    at = i + 2
    low, high = _PARTS.get(page.word(at), (0, 9))
    at += page.word(at) in _PARTS
    at += page.word(at) in HYPHENS
    ten = _DECADES.get(page.word(at))
    end = at + 1
    if ten is None:
        ten = digits(page, at, 2)
        end = at + 2
        if ten is None or ten % 10 or page.word(at + 1) != "s" or not page.glued(at + 1):
            return None
    return end, _of_age(Fraction(ten + low), Fraction(ten + high))
