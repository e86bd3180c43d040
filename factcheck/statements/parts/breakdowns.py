"""The frame of a breakdown: a whole and its parts, where the words say that these are all of it.

"23 people: 14 men and nine women"; "298 people, comprising 283 passengers and 15 crew"; "14 men and nine women".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checking.slips import one_slip
from factcheck.figures.figures import Figure
from factcheck.interval import Answer, Interval, Number, Value
from factcheck.reading.counting.changes import change
from factcheck.reading.counting.phrases import figure_of, noun_behind
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.counting.ways import Ways
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.statement import Said, Statement, said

OPENS = 9  # units between a whole and the mark behind which its parts stand
ONE = frozenset("a an another".split())
THOUSAND = 1000
THOUSANDTH = Fraction(1, 1000)
NEAR = Fraction(3, 4)  # a sum within so much of the whole may be a slip; one farther off was no sum


def breakdowns(units: Sequence[Unit], words: Vocabulary) -> Iterator[Statement]:
    """Every whole of a sentence with all its parts."""
    places = [i for i, u in enumerate(units) if u.kind == "F"]
    for i in places[:-1]:
        if (opening := _opening(units, i, words)) and (statement := _broken_down(units, i, opening, words)):
            yield statement
            return


def remainders(sentences: Sequence[Sentence], words: Vocabulary) -> Iterator[Statement]:
    """``Of the 182, 49 were badly hurt. The remaining 133``: a whole, a part, and what is left, in two sentences."""
    for k, sentence in enumerate(sentences):
        if len(sentence.at) and "of" in sentence.words:
            after = [s for s in sentences[k + 1 : k + 2] if s.paragraph == sentence.paragraph]
            units = [*sentence.units, *(u for s in after for u in s.units)]
            places = [i for i, u in enumerate(units) if u.kind == "F"]
            yield from (
                s for i, j, b in zip(places, places[1:], places[2:], strict=False) for s in _left(units, i, j, b, words)
            )


def _left(units: Sequence[Unit], whole: int, part: int, rest: int, words: Vocabulary) -> Iterator[Statement]:
    opens = [u.low for u in units[max(0, whole - 2) : whole]] == ["of", "the"] and bool(noun_behind(units, whole))
    before = [u.low for u in units[max(part, rest - 2) : rest]]
    told = before[-1:] != ["the"] and "the" in before and bool(set(before) & words["breakdown/left"])
    figures = [figure_of(units[i]) for i in (whole, part, rest)]
    apart = {u.low for u in units[part + 1 : part + 3]} & words["breakdown/within"]
    if opens and told and not apart and not any(f.unit for f in figures):
        parts = [said("amount_of_part", f, counted(f), "a part") for f in figures[1:]]
        if is_likely(figures[0], parts):
            yield Statement(
                "breakdown", "the whole", (said("total", figures[0], counted(figures[0])),), tuple(parts), complete=True
            )


def _opening(units: Sequence[Unit], i: int, words: Vocabulary) -> int:
    """Where the parts of the whole at ``i`` begin, behind a mark that says they are all; 0 where there is none."""
    for k in range(i + 1, min(len(units) - 1, i + OPENS)):
        unit, after = units[k], units[k + 1]
        if unit.kind in "Ff;." or unit.low in words["breakdown/not all"]:
            return 0
        if unit.kind == ":" or unit.low in words["breakdown/all"]:
            return k + 1 + (after.low in ("of", "into", "between") or (after.low == "up" and unit.kind != ":"))
        if unit.kind == "," and _of_people(units, i, k, words):
            return k + 1
        if unit.low == "made" and after.low == "up":
            return k + 2 + (units[k + 2].low == "of" if k + 2 < len(units) else 0)
        if unit.kind in "-(" and unit.start > units[k - 1].end and after.kind == "F" and _apart(unit, after):
            return k + 1
    return 0


def _of_people(units: Sequence[Unit], i: int, k: int, words: Vocabulary) -> bool:
    """Whether people are told one by one between commas: "307 people, 291 passengers and 16 crew, were on board"."""
    following = [j for j in range(k + 1, min(len(units), k + OPENS)) if units[j].kind == "F"][:2]
    nouns = [noun_behind(units, j)[:1] for j in (i, *following)]
    together = following[:1] == [k + 1] and all(noun and noun[0] in words["breakdown/people"] for noun in nouns)
    return together and len(following) == 2 and units[following[1] - 1].low == "and"


def _broken_down(units: Sequence[Unit], i: int, opening: int, words: Vocabulary) -> Statement | None:
    whole = figure_of(units[i])
    parts = _parts(units, opening, whole, words)
    left_out = any(u.low in words["breakdown/the rest"] for u in units[opening:])
    if len(parts) < 2 or left_out or not is_likely(whole, parts):
        return None
    name = " ".join(noun_behind(units, i)) or "the whole"
    return Statement("breakdown", name, (said("total", whole, counted(whole)),), tuple(parts), complete=True)


def _parts(units: Sequence[Unit], at: int, whole: Figure, words: Vocabulary) -> list[Said]:
    """Each item of a list with its one figure; nothing where an item has none, or another unit, or is left open."""
    found: list[Said] = []
    for item in _items(units, at, words):
        part = _part(item, whole, words.ways)
        if part is None:
            return []
        found.append(part)
    return found


def _items(units: Sequence[Unit], at: int, words: Vocabulary) -> list[list[Unit]]:
    """The items of a list: stretches between commas, semicolons and "and"; what is told in passing is left out.

    A comma behind the item that "and" begins ends the list.
    """
    items: list[list[Unit]] = [[]]
    k, last, within = at, False, False
    while k < len(units) and (within or not _list_ends(units, k, at)):
        unit = units[k]
        if unit.kind in "()":  # "roads (£4m), schools (£3m)"
            within, k = unit.kind == "(", k + 1
            continue
        if unit.low in words["breakdown/in passing"]:
            k = _past_aside(units, k)
            continue
        if unit.kind == "," and last:
            break
        if unit.kind in ",;" or (unit.low == "and" and _counts_next(units, k)):
            items.append([])
            last = unit.low == "and"
        else:
            items[-1].append(unit)
        k += 1
    return [item for item in items if item]


def _counts_next(units: Sequence[Unit], k: int) -> bool:
    """Whether the item behind "and" has a count of its own: "and nine women", "and a driver"; not "men and boys"."""
    after = units[k + 1 : k + 4]
    return any(u.kind == "F" for u in after) or (bool(after) and after[0].low in ONE)


def _list_ends(units: Sequence[Unit], k: int, at: int) -> bool:
    """Whether a list that began at ``at`` ends before ``units[k]``: at a full stop, its bracket or its dash."""
    unit = units[k]
    if unit.kind in ").":
        return True
    return unit.kind == "-" and unit.start > units[k - 1].end and k > at


def _past_aside(units: Sequence[Unit], k: int) -> int:
    """Behind "including three infants": one figure and the words up to the next comma or "and"."""
    k += 1
    while k < len(units) and not (units[k].kind in ",;)." or units[k].low == "and"):
        k += 1
    return k


def _part(item: Sequence[Unit], whole: Figure, ways: Ways) -> Said | None:
    """The one figure of an item, or one for "a driver"; None where that is not how the item reads."""
    figures = [k for k, u in enumerate(item) if u.kind == "F"]
    if not figures and item[0].low in ONE and len(item) > 1:
        return Said(
            "amount_of_part",
            Value.exact(1),
            item[0].start,
            item[-1].end,
            item[0].low,
            " ".join(u.low for u in item[1:]),
        )
    if len(figures) != 1 or any(u.kind == "f" for u in item):
        return None
    figure = figure_of(item[figures[0]])
    if change(item, figures[0], ways) or item[figures[0] - 1].low in ("up", "down"):
        return None  # "44.9%: up 22.1%, 25.5% and 12.0%"
    name = " ".join(noun_behind(item, figures[0])) or " ".join(u.low for u in item[: figures[0]])
    return said("amount_of_part", figure, counted(figure), name) if figure.unit == whole.unit else None


def counted(figure: Figure) -> Value:
    """The value of a figure among others that are added up: under a thousand it was counted, and not rounded."""
    exact = figure.is_rounded and figure.bound == "exact" and not figure.unit and figure.number < THOUSAND
    return Value.exact(figure.number) if exact else figure.value


def is_likely(whole: Figure, parts: Sequence[Said]) -> bool:
    """Whether the parts make the whole, come near it, or would with one slip less: else it is no breakdown."""
    total = sum((p.value.generous for p in parts), Interval.exact(0))
    if total.equal(whole.value.generous) is not Answer.NO:
        return True
    middle, number = _middle(total), Fraction(whole.number)
    if middle is None or min(middle, number) >= NEAR * max(middle, number):
        return middle is not None
    if _thousands_apart(number, middle):
        return True
    return one_slip(*_printed(whole.text, number, middle)) or any(_slips(p, number - middle) for p in parts)


def _thousands_apart(a: Fraction, b: Fraction) -> bool:
    """Whether one is a thousand or a million times the other: thousands taken for pounds, millions for billions."""
    low, high = sorted((a, b))
    return low > 0 and any(abs(high / low / scale - 1) < THOUSANDTH for scale in (THOUSAND, THOUSAND**2))


def _slips(part: Said, missing: Number) -> bool:
    """Whether a part is one slip of the hand away from what would make the sum right."""
    middle = _middle(part.value.generous)
    return middle is not None and one_slip(*_printed(part.text, middle, middle + missing))


def _middle(values: Interval) -> Fraction | None:
    return None if values.low is None or values.high is None else Fraction(values.low + values.high) / 2


def _printed(text: str, number: Number, wanted: Number) -> tuple[str, str]:
    """The digits of a figure, and of another number printed in the same way; empty where it cannot be."""
    digits = "".join(c for c in text if c.isdigit())
    scaled = Fraction(wanted) * int(digits or 0) / Fraction(number) if number else Fraction(0)
    return (digits, str(scaled)) if scaled.denominator == 1 and scaled > 0 else ("", "")


def _apart(mark: Unit, figure: Unit) -> bool:
    """Whether a mark is a bracket, or a dash and no minus sign: "a -36"."""
    return mark.kind == "(" or figure.start > mark.end
