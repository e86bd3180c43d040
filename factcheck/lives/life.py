"""What is gathered of one life, and the statements that it makes: birth and death, and each age on its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.statements.statement import Said, Statement


@dataclass(slots=True)
class Life:
    """What is said of one person."""

    name: str
    births: list[Said] = field(default_factory=list)
    deaths: list[Said] = field(default_factory=list)
    ages: list[tuple[Said, Said | None]] = field(default_factory=list)  # an age at death, and the day told with it
    then: list[tuple[Said, Said]] = field(default_factory=list)  # an age and its day
    now: list[Said] = field(default_factory=list)  # ages on the article's day


def statements_of(life: Life, today: Said | None) -> Iterator[Statement]:
    """The statements of a life; an age goes with the sharpest birth, and with the death unless another is told."""
    if life.births or life.deaths:
        told_on = [_slot(today, "told_on")] if today is not None and life.deaths else []
        yield Statement("life", life.name, (*life.births, *life.deaths, *told_on))
    born = min(life.births, key=_width, default=None)
    if born is None:
        return
    deaths = list({said.value: said for said in reversed(life.deaths)}.values())
    for told, day in life.ages:
        near = [d for d in deaths if day is None or d.value.plain.meet(day.value.plain)]
        died = min([*near, *([day] if day else [])], key=_width, default=None)
        if died is not None and len(near) == len(deaths):
            yield Statement("age", life.name, (told, _slot(born, "day_of_birth"), _slot(died, "day")))
    for told, day in life.then:
        yield Statement("age", life.name, (told, _slot(born, "day_of_birth"), day))
    if today is not None and not life.deaths:
        for told in life.now:
            yield Statement("age", life.name, (told, _slot(born, "day_of_birth"), today))


def _slot(said: Said, slot: str) -> Said:
    return Said(slot, said.value, said.start, said.end, said.text, said.name, said.cell)


def _width(said: Said) -> float:
    low, high = said.value.plain.low, said.value.plain.high
    return float("inf") if low is None or high is None else float(high - low)
