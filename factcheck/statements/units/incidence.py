"""Rates of a population, and shares of a share, as the statistics pack holds them against each other.

"412 cases in a city of 1.17 million, or 35.2 per 100,000"; "of the 40% who smoke, 30% want to stop, or 12% of all".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checking.slips import one_slip
from factcheck.exact import Number
from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.reading.counting.phrases import figure_of, noun_behind, rounded
from factcheck.reading.counting.vocabulary import Vocabulary
from factcheck.reading.layout import Unit
from factcheck.statements.statement import Statement, said

PER = frozenset((1000, 10000, 100000, 1000000))
FOUR = 4  # events, people, and a rate of so many per so many
THREE = 3
BEFORE = 4  # units before a figure among which "population" stands
NEAR = (0.75, 1.34)  # times that a rate may be off and still be meant as this one


def incidence(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """Every rate of a sentence with the number and the population that it is of."""
    if lows.isdisjoint(words["rate/per"]) or lows & words["rate/adjusted"]:
        return
    found = [i for i, u in enumerate(units) if u.kind == "F"]
    rates = [n for n in range(len(found) - 1) if _is_rate(units, found[n], found[n + 1], words)]
    if len(found) != FOUR or len(rates) != 1:
        return
    rate, per = found[rates[0]], found[rates[0] + 1]
    people = [i for i in found if i not in (rate, per) and _is_population(units, i, words)]
    events = [i for i in found if i not in (rate, per, *people)]
    if len(people) == len(events) == 1:
        yield from _statement(*(figure_of(units[i]) for i in (events[0], people[0], rate, per)))


def _is_rate(units: Sequence[Unit], i: int, j: int, words: Vocabulary) -> bool:
    """Whether "35.2 per 100,000" stands here, with no further "per" behind it, and a noun or none between."""
    per, between = figure_of(units[j]), [u.low for u in units[i + 1 : j]]
    behind = [u.low for u in units[j + 1 : j + 5]]
    joined = bool(between) and (between[-1] in ("per", "every") and len(between) <= THREE)
    return joined and not per.unit and per.number in PER and not set(behind) & words["rate/per"]


def _is_population(units: Sequence[Unit], i: int, words: Vocabulary) -> bool:
    figure, before = figure_of(units[i]), {u.low for u in units[max(0, i - BEFORE) : i]}
    counted = set(noun_behind(units, i)[:2]) & words["rate/people"]
    return not figure.unit and bool(counted or before & words["rate/population"])


def _statement(events: Figure, people: Figure, rate: Figure, per: Figure) -> Iterator[Statement]:
    if events.unit or rate.unit or not 0 < events.number < people.number:
        return
    wanted = float(per.number) * float(events.number) / float(people.number)
    if NEAR[0] * wanted <= float(rate.number) <= NEAR[1] * wanted or _digits_slip(rate, wanted):
        made = said("events", events), said("population", people), said("rate", rate, rounded(rate))
        yield Statement("incidence", "the rate", (*made, said("per", per, Value.exact(per.number))))


def _digits_slip(rate: Figure, wanted: float) -> bool:
    """Whether the digits of a rate are a slip away from what they should be; the point may be misplaced."""
    digits = "".join(c for c in rate.text if c.isdigit()).lstrip("0")
    return one_slip(digits, f"{wanted:.{max(len(digits), 1) - 1}e}".partition("e")[0].replace(".", ""))


def nested(units: Sequence[Unit], lows: frozenset[str], words: Vocabulary) -> Iterator[Statement]:
    """A share of a share, and what it is of all."""
    if lows.isdisjoint(words["rate/all"]) or lows & words["movement/any"]:
        return
    found = [i for i, u in enumerate(units) if u.kind == "F"]
    if len(found) != THREE or any(figure_of(units[i]).unit != "percent" for i in found):
        return
    first, second, third = found
    of_all = bool({u.low for u in units[third + 1 : third + 4]} & words["rate/all"])
    again = units[third - 1].low in ("or", "about", "is", "equivalent") or units[third - 1].kind in "(-"
    if of_all and again and _within(units, first, second):
        figures = [figure_of(units[i]) for i in found]
        if _near(*(f.number for f in figures)):
            slots = zip(("share", "of_share", "of_all"), figures, strict=True)
            yield Statement("nested share", "a share of a share", tuple(said(slot, f, rounded(f)) for slot, f in slots))


def _within(units: Sequence[Unit], first: int, second: int) -> bool:
    """Whether one share is of the other: "of the 40% who smoke, 30%", "30% of the 40% who"."""
    opening = [u.low for u in units[max(0, first - 2) : first]]
    between = [u.low for u in units[first + 1 : second]]
    return opening in (["of", "the"], ["of", "those"]) or between in (["of", "the"], ["of", "that"], ["of", "those"])


def _near(first: Number, second: Number, of_all: Number) -> bool:
    wanted = float(first) * float(second) / 100
    return wanted > 0 and 0.5 <= float(of_all) / wanted <= 2
