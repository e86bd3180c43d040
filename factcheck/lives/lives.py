"""What sentences say of a person's life: born, died, and how old on which day. Who it is of must be plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.dates.calendar import YEAR, age, day_at, of_meaning, past
from factcheck.dates.when import Length
from factcheck.interval import Interval, Value
from factcheck.lives.life import Life, statements_of
from factcheck.lives.lifespan import ends_of, is_long
from factcheck.lives.shape import Shape, before, compiled, figure_in, find
from factcheck.lives.told_lives import (
    AGED,
    BEARING,
    BIRTH,
    BORN_AND_DIED,
    BORN_FIRST,
    BOTH,
    BRACKET,
    CROWNED,
    DEATH,
    DYING,
    FRAGMENT,
    HEADING,
    KIN,
    NOW,
    PRONOUN,
    SPAN,
    THEN,
    UNDER_HEADING,
    WHEN_DIED,
    bare_age,
    cut,
    is_plain,
    is_subject,
    signs,
)
from factcheck.names.people import Person
from factcheck.reading.draft import Draft
from factcheck.reading.owners.antecedents import antecedent
from factcheck.statements.statement import Said, Statement

_SLACK = 10  # days by which the day an article was written may lie from its date
_LATELY = 40  # days before an article in which somebody who "has died" died


def lives(draft: Draft, shapes: Sequence[Shape], today: Said | None) -> Iterator[Statement]:
    """What is said of each person's birth, death and age; ``today`` is the article's own day."""
    book = _Lives(draft, today)
    for shape in shapes:
        book.read(shape)
    for life in book.found.values():
        yield from statements_of(life, today)


class _Lives:
    """The lives of one draft, filled sentence by sentence."""

    def __init__(self, draft: Draft, today: Said | None) -> None:
        self.draft = draft
        self.today = today
        low = today.value.plain.low if today else None
        self.draft_day = None if low is None else day_at(int(low))
        self.found: dict[str, Life] = {}
        self.dated: set[int] = set()  # paragraphs that name a year
        self.heading: tuple[int, Life] | None = None
        unknown = (n.text for names in draft.names.values() for n in names if n.kind == "unknown")
        self.strangers = {name.split()[-1] for name in unknown if " " in name}  # surnames of people nobody knows
        self.last: tuple[int, Life | None] = (-1, None)  # the sentence of the last fact, and whose it was
        self.topics: dict[int, dict[str, Person]] = {}  # paragraph -> the people with whom its sentences begin
        for sentence in draft.sentences:
            for name in draft.names.get(sentence.index, ())[:1]:
                if name.person and name.start == sentence.start:
                    self.topics.setdefault(sentence.paragraph, {})[name.person.key] = name.person

    def read(self, shape: Shape) -> None:
        """Enter what one sentence says; each shape is looked for where its words are."""
        words = shape.vocabulary
        if any(time.means.year for time in map(shape.time, shape.signs) if time):
            self.dated.add(shape.sentence.paragraph)
        if words & DYING:
            self._deaths(shape)
        if words & BEARING:
            self._births(shape)
        if "(" in words or shape.words[-1] in shape.signs:
            self._lifespans(shape)
        if words & (DYING | BEARING):
            self._of_others(shape)
        if any(sign[0] in "AN" for sign in shape.signs):
            self._ages(shape)

    def _deaths(self, shape: Shape) -> None:
        for match in (*find(DEATH, shape), *find(BORN_AND_DIED, shape)):
            if is_plain(match["app"]) and is_subject(before(shape, match.start(), 3), match[0]):
                self._died(shape, self._life(shape, match["who"]), match, match.groupdict().get("aged"))

    def _births(self, shape: Shape) -> None:
        for match in find(BORN_FIRST, shape):
            if not set(match[0].split()) & KIN:
                self._born(shape, self._life(shape, match["who"]), match["tail"])
        for match in find(BIRTH, shape):
            if is_plain(match["app"]) and is_subject(before(shape, match.start(), 3), match[0]):
                self._born(shape, self._life(shape, match["who"]), match["tail"])
        for match in (*find(BRACKET, shape), *find(BOTH, shape)):
            self._dated(shape, self._life(shape, match["who"]), match["born"], match["died"])

    def _lifespans(self, shape: Shape) -> None:
        for pattern in (SPAN, HEADING):
            for match in find(pattern, shape):
                self._lifespan(shape, match, pattern is HEADING)

    def _of_others(self, shape: Shape) -> None:
        """He, she, and somebody described below a heading of one name."""
        if match := compiled(PRONOUN).search(shape.text):
            sex = "m" if match["who"] == "he" else "f"
            life = self._meant(shape, sex)
            if match["verb"]:
                self._died(shape, life, match)
            else:
                self._born(shape, life, match["tail"])
        elif match := compiled(FRAGMENT).search(shape.text):
            life = self._topic(shape, "")
            self._died(shape, life, match) if match["verb"] else self._born(shape, life, match["tail"])
        elif self.heading and self.heading[0] == shape.sentence.paragraph - 1:
            match = compiled(UNDER_HEADING).search(shape.text)
            if match and not set(match[0].split()) & KIN:
                self._died(shape, self.heading[1], match)

    def _meant(self, shape: Shape, sex: str) -> Life | None:
        """Whom a pronoun at the head of a sentence means; else whose life the sentence before told."""
        person = antecedent(self.draft, shape.sentence, 0, sex)
        told, life = self.last
        if person is None and (told != shape.sentence.index - 1 or life is None):
            return self._topic(shape, sex)
        return self._of(person.key, person.name) if person else life

    def _topic(self, shape: Shape, sex: str) -> Life | None:
        """The life of the one person with whom sentences of the paragraph begin."""
        people = list(self.topics.get(shape.sentence.paragraph, {}).values())
        return (
            self.found.get(people[0].key)
            if len(people) == 1 and people[0].sex in (sex or people[0].sex, "", "?")
            else None
        )

    def _life(self, shape: Shape, sign: str) -> Life | None:
        """The life of whom a sign names: a known person, or a full name that nobody knows (later by its last word)."""
        person, name = shape.person(sign), shape.name(sign)
        if person and self._of_two(self._written(shape, sign), person):
            return None
        if person is None and " " not in name:
            called = [life for life in self.found.values() if name and life.name.split()[-1] == name]
            life = called[0] if len(called) == 1 else None
        else:
            life = self._of(person.key, person.name) if person else self._of(name, name)
        self.last = (shape.sentence.index, life)
        return life

    def _written(self, shape: Shape, sign: str) -> str:
        return self.draft.text[slice(*shape.spans[sign])]

    def _of_two(self, written: str, person: Person) -> bool:
        """Whether a surname may be somebody else's, of whom the draft gives a full name that nobody knows."""
        surname = person.name.split()[-1]
        return " " not in written.strip() and surname in self.strangers

    def _of(self, key: str, name: str) -> Life:
        return self.found.setdefault(key, Life(name))

    def _said(self, shape: Shape, slot: str, sign: str, value: Value | None) -> Said | None:
        if value is None:
            return None
        start, end = figure_in(self.draft.figures, *shape.spans[sign])
        return Said(slot, value, start, end, self.draft.text[start:end])

    def _day(self, shape: Shape, slot: str, sign: str) -> Said | None:
        """A day whose year is written, or that is told from the article's."""
        time = shape.time(sign)
        undated = time is None or (time.means.month and time.means.year is None)
        return None if undated or time is None else self._said(shape, slot, sign, of_meaning(time.means))

    def _death_day(self, shape: Shape, sign: str, life: Life, *, lately: bool) -> Said | None:
        """The day of a death; without a year, the last of its name, where it is plain that no other year is meant."""
        time = shape.time(sign)
        means = past(time.means, self.draft_day) if time else None
        if means is None or means.first is None or means.year is not None or not means.month:
            return self._day(shape, "date_of_death", sign)
        near = self.draft_day is not None and (self.draft_day - means.first).days < _LATELY
        known = any(int(d.value.plain.low or 0) // YEAR == means.first.year for d in life.deaths)
        if known or lately or (near and shape.sentence.paragraph not in self.dated):
            return self._said(shape, "date_of_death", sign, of_meaning(means))
        return None

    def _age(self, shape: Shape, sign: str, slack: int = 0) -> Said | None:
        time = shape.time(sign)
        length = time.means.length if time else _number(self.draft, shape, sign)
        return self._said(shape, "age", sign, age(length, slack)) if length and length.bound == "exact" else None

    def _died(self, shape: Shape, life: Life | None, match: re.Match[str], aged: str | None = None) -> None:
        if life is None:
            return
        tail, lately = cut(match["tail"]), match["verb"] == "dies" or " has " in match[0]
        told_days = (self._death_day(shape, sign, life, lately=lately) for sign in signs(tail, "D"))
        day = next((said for said in told_days if said), None)
        if day is not None:
            life.deaths.append(day)
        behind = compiled(AGED).match(shape.text, match.end())
        sign = aged or next(iter(signs(tail, "A")), "") or bare_age(tail) or (behind[1] if behind and day else "")
        told = self._age(shape, sign) if sign else None
        if told is not None:
            life.ages.append((told, day or (self._lately() if lately else None)))

    def _lately(self) -> Said | None:
        return None if self.today is None else _widened(self.today, _LATELY)

    def _born(self, shape: Shape, life: Life | None, tail: str) -> None:
        for sign in signs(cut(tail), "D")[:1] if life else ():
            if life and (said := self._day(shape, "date_of_birth", sign)):
                life.births.append(said)

    def _dated(self, shape: Shape, life: Life | None, born: str, died: str | None) -> None:
        if life is None:
            return
        life.births += [said for said in [self._day(shape, "date_of_birth", born)] if said]
        life.deaths += [said for said in [self._day(shape, "date_of_death", died)] if said] if died else []

    def _lifespan(self, shape: Shape, match: re.Match[str], heading: bool) -> None:
        """A bracket or heading with two years or days: a life, if it is long enough not to be a term of office."""
        life = self._life(shape, match["who"])
        titles = [*before(shape, match.start(), 1), *self._written(shape, match["who"]).lower().split()]
        ends = ends_of(self.draft, shape, match["span"])
        if life is None or ends is None or set(titles) & CROWNED:
            return
        born, died = ends
        exact = all(said.value.plain.is_exact for said in ends)
        if exact or (is_long(born, died) and not heading):
            life.births.append(born)
            life.deaths.append(died)
            self.heading = (shape.sentence.paragraph, life) if heading else self.heading

    def _ages(self, shape: Shape) -> None:
        """Ages told with their year, and those of now."""
        words = shape.vocabulary
        people = {p.key: p for p in shape.signs.values() if isinstance(p, Person)}
        if len(people) == 1 and not words & KIN:
            self._of_one(shape, self._of(*next((p.key, p.name) for p in people.values())))
        for match in find(NOW, shape):
            told, who = (match[f"{name}{n}"] for n in ("", "2", "3") if match[f"who{n}"] for name in ("told", "who"))
            life = self._life(shape, who) if self._is_now(shape, words) else None
            said = self._age(shape, told, _SLACK)
            if life and said and shape.text[match.end() : match.end() + 5] != " died":
                life.now.append(said)

    def _of_one(self, shape: Shape, life: Life) -> None:
        """Ages told with their day in a sentence of one person."""
        if not shape.vocabulary & {"died", "when", "if"}:
            self._then(shape, life)
        for match in find(WHEN_DIED, shape):
            age_told, day = self._age(shape, match["aged"]), self._day(shape, "date_of_death", match["day"])
            life.deaths += [day] if day else []
            life.ages += [(age_told, day)] if age_told else []

    def _is_now(self, shape: Shape, words: frozenset[str]) -> bool:
        """Whether an age beside a name is of the article's day: the birth is told with it, or no other day is."""
        others = [sign for sign in words if sign[0] in "DRG" and sign[1:].isdigit()]
        return "born" in words or not others

    def _then(self, shape: Shape, life: Life) -> None:
        for match in find(THEN, shape):
            told, day = match["told"] or match["told2"], match["day"] or match["day2"]
            said, when = self._age(shape, told), self._day(shape, "day", day)
            if said and when and "born" not in before(shape, match.start(), 4):
                life.then.append((said, when))


def _number(draft: Draft, shape: Shape, sign: str) -> Length | None:
    start, end = shape.spans[sign]
    number = Fraction(draft.text[start:end])
    return Length(number, number, "year") if number <= 120 else None


def _widened(day: Said, by: int) -> Said:
    low, high = day.value.plain.low, day.value.plain.high
    assert low is not None
    assert high is not None
    span = Interval(low - by, high)
    return Said(
        day.slot, replace(day.value, plain=span, generous=span), day.start, day.end, day.text, day.name, day.cell
    )
