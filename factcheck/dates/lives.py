"""What sentences say of a person's life: born, died, and how old on which day. Who it is of must be plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from factcheck.dates.calendar import age, of_meaning
from factcheck.dates.shape import Shape, figure_in, find
from factcheck.dates.when import Length, Time
from factcheck.interval import Interval, Value
from factcheck.reading.draft import Draft, antecedent
from factcheck.reading.people import Person
from factcheck.statements.statement import Said, Statement

_KIN = frozenset(
    "father mother parents wife husband widow widower son sons daughter daughters brother brothers sister sisters twin"
    " child children baby partner fiancé fiancée friend uncle aunt nephew niece cousin grandfather grandmother grandson"
    " granddaughter stepfather stepmother dog horse victim victims man woman boy girl colleague predecessor".split()
)
_CROWNED = frozenset("king queen pope emperor empress president tsar shah sultan prince minister premier mp".split())
_STOPS = frozenset(
    "who which and but was is were had has he she it when while whose after before leaving survived his her their"
    " to with than".split()
)
_GOES_ON = frozenset("aged at on in just only".split())
_WORD = r"[a-z][a-z’'.-]*"
_SIGN = r"[DAXNLGS]\d+"
_TAIL = rf"(?P<tail>(?: (?:{_WORD}|,|{_SIGN})){{0,16}})"
_APART = rf"(?P<app> ,(?: (?:{_WORD}|X\d+|[AD]\d+|-)){{1,14}}?(?= ,| who ))?"
_ASIDE = rf"(?: \( [^()]{{0,120}} \))?(?: , (?P<aged>[AN]\d+)(?= ,))?{_APART}(?: ,)?(?: who| she| he)?"
_DIED = r"(?: has| had| have| sadly| suddenly| peacefully| tragically){0,3} (?P<verb>died|dies|dead|passed away)\b"
_DEATH = re.compile(rf"(?P<who>[PX]\d+){_ASIDE}{_DIED}{_TAIL}")
_BIRTH = re.compile(rf"(?P<who>[PX]\d+){_ASIDE}(?: was)? born\b{_TAIL}")
_BORN_AND_DIED = re.compile(
    rf"(?P<who>[PX]\d+)(?: ,)?(?: who)? was born(?P<app>(?: (?:{_WORD}|X\d+|D\d+|,)){{1,14}}?)(?: ,)? and{_DIED}{_TAIL}"
)
_BORN_FIRST = re.compile(rf"^born{_TAIL} , (?:{_WORD} ){{0,3}}(?P<who>[PX]\d+)")
_BRACKET = re.compile(
    r"(?P<who>[PX]\d+) \( (?:born|b \.?) (?:in |on )?(?:X\d+ ,? ?)?(?P<born>D\d+)"
    r"(?: [,;–—-] (?:died|d \.?) (?:in |on )?(?P<died>D\d+))? \)"
)
_ON = "(?:on |in )?"
_BOTH = re.compile(
    rf"(?P<who>[PX]\d+)(?: ,| {_WORD}| X\d+){{0,16}} , (?:was )?born {_ON}(?P<born>D\d+)"
    rf"(?: in X\d+)?(?: [,;.])?(?: and)? died {_ON}(?P<died>D\d+)"
)
_SPAN = re.compile(r"(?P<who>[PX]\d+) \( (?P<span>R\d+|D\d+ [-–—] D\d+) \)")
_HEADING = re.compile(r"^(?:[•*–-] )?(?P<who>[PX]\d+)(?: [:,|–-])? (?P<span>R\d+|D\d+ [-–—] D\d+)$")
_PRONOUN = re.compile(rf"^(?:[a-z]+ )?(?P<who>he|she)(?:{_DIED}|(?: was)? born\b){_TAIL}")
_UNDER_HEADING = re.compile(rf"^(?:the|a)(?: {_WORD}){{1,12}} , who{_DIED}{_TAIL}")
_THEN = re.compile(
    r"(?P<told>A\d+) ,? ?(?:in|on) (?P<day>D\d+)"
    r"|(?:in|on) (?P<day2>D\d+) ,? ?(?:at (?:the )?|when (?:he|she) was )?(?P<told2>A\d+)"
)
_NOW = re.compile(
    r"(?P<who>[PX]\d+) , (?P<told>N\d+)(?= ,| who|$)|(?P<told2>A\d+) (?P<who2>[PX]\d+)"
    r"|(?P<who3>[PX]\d+) , (?P<told3>A\d+)"
)
_TERM = 25  # years that a person's bracket must span to be a life and not a term of office
_SLACK = 10  # days by which the day an article was written may lie from its date
_LATELY = 40  # days before an article in which somebody who "has died" died


@dataclass(slots=True)
class Life:
    """What is said of one person."""

    name: str
    births: list[Said] = field(default_factory=list)
    deaths: list[Said] = field(default_factory=list)
    ages: list[tuple[Said, Said | None]] = field(default_factory=list)  # an age at death, and the day told with it
    then: list[tuple[Said, Said]] = field(default_factory=list)  # an age and its day
    now: list[Said] = field(default_factory=list)  # ages on the article's day


def lives(draft: Draft, shapes: Sequence[Shape], today: Said | None) -> Iterator[Statement]:
    """What is said of each person's birth, death and age; ``today`` is the article's own day."""
    book = _Lives(draft, today)
    for shape in shapes:
        book.read(shape)
    for life in book.found.values():
        yield from _statements(life, today)


class _Lives:
    """The lives of one draft, filled sentence by sentence."""

    def __init__(self, draft: Draft, today: Said | None) -> None:
        self.draft = draft
        self.today = today
        self.found: dict[str, Life] = {}
        self.heading: tuple[int, Life] | None = None
        self.last: tuple[int, Life | None] = (-1, None)  # the sentence of the last fact, and whose it was

    def read(self, shape: Shape) -> None:
        """Enter what one sentence says."""
        for match in (*find(_DEATH, shape), *find(_BORN_AND_DIED, shape)):
            if _plain(match["app"]):
                self._died(shape, self._life(shape, match["who"]), match, match.groupdict().get("aged"))
        for match in (*find(_BIRTH, shape), *find(_BORN_FIRST, shape)):
            if _plain(match.groupdict().get("app")):
                self._born(shape, self._life(shape, match["who"]), match["tail"])
        for match in (*find(_BRACKET, shape), *find(_BOTH, shape)):
            self._dated(shape, self._life(shape, match["who"]), match["born"], match["died"])
        for pattern in (_SPAN, _HEADING):
            for match in find(pattern, shape):
                self._lifespan(shape, match, pattern is _HEADING)
        self._of_others(shape)
        self._ages(shape)

    def _of_others(self, shape: Shape) -> None:
        """He, she, and somebody described below a heading of one name."""
        if match := _PRONOUN.search(shape.text):
            sex = "m" if match["who"] == "he" else "f"
            life = self._meant(shape, sex)
            if match["verb"]:
                self._died(shape, life, match)
            else:
                self._born(shape, life, match["tail"])
        elif self.heading and self.heading[0] == shape.sentence.paragraph - 1:
            match = _UNDER_HEADING.search(shape.text)
            if match and not set(match[0].split()) & _KIN:
                self._died(shape, self.heading[1], match)

    def _meant(self, shape: Shape, sex: str) -> Life | None:
        """Whom a pronoun at the head of a sentence means; else whose life the sentence before told."""
        person = antecedent(self.draft, shape.sentence, 0, sex)
        before, life = self.last
        return self._of(person.key, person.name) if person else life if before == shape.sentence.index - 1 else None

    def _life(self, shape: Shape, sign: str) -> Life | None:
        """The life of whom a sign names: a known person, or a full name that nobody knows (later by its last word)."""
        person, name = shape.person(sign), shape.name(sign)
        if person is None and " " not in name:
            called = [life for life in self.found.values() if name and life.name.split()[-1] == name]
            life = called[0] if len(called) == 1 else None
        else:
            life = self._of(person.key, person.name) if person else self._of(name, name)
        self.last = (shape.sentence.index, life)
        return life

    def _of(self, key: str, name: str) -> Life:
        return self.found.setdefault(key, Life(name))

    def _said(self, shape: Shape, slot: str, sign: str, value: Value | None) -> Said | None:
        if value is None:
            return None
        start, end = figure_in(self.draft.figures, *shape.spans[sign])
        return Said(slot, value, start, end, self.draft.text[start:end])

    def _day(self, shape: Shape, slot: str, sign: str) -> Said | None:
        time = shape.time(sign)
        return self._said(shape, slot, sign, of_meaning(time.means)) if time else None

    def _age(self, shape: Shape, sign: str, slack: int = 0) -> Said | None:
        time = shape.time(sign)
        length = time.means.length if time else _number(self.draft, shape, sign)
        return self._said(shape, "age", sign, age(length, slack)) if length and length.bound == "exact" else None

    def _died(self, shape: Shape, life: Life | None, match: re.Match[str], aged: str | None = None) -> None:
        if life is None:
            return
        tail = _cut(match["tail"])
        day = next((said for sign in _signs(tail, "D") if (said := self._day(shape, "date_of_death", sign))), None)
        if day is not None:
            life.deaths.append(day)
        sign = aged or next(iter(_signs(tail, "A")), "") or _at(tail)
        told = self._age(shape, sign) if sign else None
        if told is not None:
            lately = match["verb"] == "dies" or " has " in match[0]
            life.ages.append((told, day or (self._lately() if lately else None)))

    def _lately(self) -> Said | None:
        return None if self.today is None else _widened(self.today, _LATELY)

    def _born(self, shape: Shape, life: Life | None, tail: str) -> None:
        for sign in _signs(_cut(tail), "D")[:1] if life else ():
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
        before = shape.text[: match.start()].split()[-1:]
        ends = _ends(self.draft, shape, match["span"])
        if life is None or ends is None or set(before) & _CROWNED:
            return
        born, died = ends
        exact = all(said.value.plain.is_exact for said in ends)
        if exact or _far_apart(born, died):
            life.births.append(born)
            life.deaths.append(died)
            self.heading = (shape.sentence.paragraph, life) if heading else self.heading

    def _ages(self, shape: Shape) -> None:
        """Ages told with their year, and those of now."""
        words = set(shape.text.split())
        people = {p.key: p for p in shape.signs.values() if isinstance(p, Person)}
        if len(people) == 1 and not words & _KIN and "died" not in words and not words & {"when", "if"}:
            self._then(shape, self._of(*next((p.key, p.name) for p in people.values())))
        for match in find(_NOW, shape):
            told, who = (match[f"{name}{n}"] for n in ("", "2", "3") if match[f"who{n}"] for name in ("told", "who"))
            life = self._life(shape, who)
            said = self._age(shape, told, _SLACK)
            if life and said and shape.text[match.end() : match.end() + 5] != " died":
                life.now.append(said)

    def _then(self, shape: Shape, life: Life) -> None:
        for match in find(_THEN, shape):
            told, day = match["told"] or match["told2"], match["day"] or match["day2"]
            said, when = self._age(shape, told), self._day(shape, "day", day)
            if said and when:
                life.then.append((said, when))


def _plain(apposition: str | None) -> bool:
    """Whether what stands between a name and its verb tells only who that is."""
    words = (apposition or "").split()
    return len(words) <= 16 and not set(words) & _KIN - {"man", "woman", "widow"}


def _cut(tail: str) -> str:
    """What follows a verb, up to the first word that begins something else."""
    words = tail.split()
    stop = next((k for k, word in enumerate(words) if word in _STOPS or _breaks(words, k)), len(words))
    return " ".join(words[:stop])


def _breaks(words: Sequence[str], k: int) -> bool:
    """Whether a comma begins something other than a day, a place or an age."""
    after = words[k + 1] if words[k] == "," and k + 1 < len(words) else "in"
    return after not in _GOES_ON and after[0] not in "DANX"


def _signs(tail: str, kind: str) -> list[str]:
    return [word for word in tail.split() if word[0] == kind]


def _at(tail: str) -> str:
    """The bare age of "dies at 98": nothing but a mark or a day may follow."""
    found = re.search(r"(?:^| )at (N\d+)(?= [,DX(]| on| in|$)|^, (N\d+)$", tail)
    return (found[1] or found[2]) if found else ""


def _number(draft: Draft, shape: Shape, sign: str) -> Length | None:
    start, end = shape.spans[sign]
    number = Fraction(draft.text[start:end])
    return Length(number, number, "year") if number <= 120 else None


def _ends(draft: Draft, shape: Shape, span: str) -> tuple[Said, Said] | None:
    """Birth and death of a lifespan, read as one range or as two days."""
    first, *rest = span.split()
    time = shape.time(first)
    if time is None:
        return None
    if not rest:
        if time.means.ends is None:
            return None
        values = [of_meaning(end) for end in time.means.ends]
        middle = _joint(time)
        places = ((time.start, time.start + middle[0]), (time.start + middle[1], time.end))
    else:
        other = shape.time(rest[-1])
        values = [of_meaning(time.means), of_meaning(other.means) if other else None]
        places = ((time.start, time.end), (other.start, other.end) if other else (0, 0))
    made = [
        Said(slot, value, *place, draft.text[slice(*place)])
        for slot, value, place in zip(("date_of_birth", "date_of_death"), values, places, strict=True)
        if value is not None
    ]
    return (made[0], made[1]) if len(made) == 2 else None


def _joint(time: Time) -> tuple[int, int]:
    """Where the first end of a range stops and the second begins, in its text."""
    found = re.search(r"\s*(?:[-–—/]|\bto\b|\buntil\b|\btill\b)\s*", time.text)
    return found.span() if found else (len(time.text), 0)


def _far_apart(born: Said, died: Said) -> bool:
    low, high = born.value.plain.low, died.value.plain.high
    return low is not None and high is not None and (high - low >= _TERM * 372 or high < low)


def _widened(day: Said, by: int) -> Said:
    low, high = day.value.plain.low, day.value.plain.high
    assert low is not None
    assert high is not None
    span = Interval(low - by, high)
    return Said(
        day.slot, replace(day.value, plain=span, generous=span), day.start, day.end, day.text, day.name, day.cell
    )


def _statements(life: Life, today: Said | None) -> Iterator[Statement]:
    if life.births or life.deaths:
        yield Statement("life", life.name, (*life.births, *life.deaths))
    born = min(life.births, key=_width, default=None)
    if born is None:
        return
    for told, day in life.ages:
        near = [d for d in life.deaths if day is None or d.value.plain.meet(day.value.plain)]
        died = min([*near, *([day] if day else [])], key=_width, default=None)
        if died is not None:
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
