"""A length of time told beside its two ends: "MP for 23 years, from 2001 to 2024", "for the first time since 1997"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.dates.calendar import YEAR, lasting, of_meaning, place
from factcheck.dates.when import Length, Meaning, Time
from factcheck.lives.shape import Shape, before, compiled, figure_in, figures_in, find
from factcheck.reading.draft import Draft
from factcheck.statements.statement import Said, Statement

_WORD = r"[a-z][a-z’'-]*"
_BEHIND = frozenset("after before earlier since into older younger".split())  # the length goes on from elsewhere
_ABOUT = frozenset("about around nearly almost over some roughly than least".split())
# words behind which a length is not that between the ends told beside it
_OTHER = frozenset("every each another further next old ago average minimum maximum sentence".split())
_MEASURED = frozenset("expectancy average sentence sentenced jailed guarantee warranty lease loan bond plan".split())
_BEHIND = frozenset("after before earlier since into older younger".split())  # the length goes on from elsewhere
_ABOUT = frozenset("about around nearly almost over some roughly than least".split())
# words behind which a length is that of what is told: "for 23 years", "his 12 years"
_LASTED = frozenset(
    "for after spent serving served lasted lasting ruled reigned led over during in the those his her their its within"
    " of some about nearly almost than around just mp".split()
)
_BESIDE_RANGE = (
    rf"(?P<length>L\d+)(?: (?:in|as|at)(?: {_WORD}| X\d+){{1,5}})?(?: [,(–—-])? (?P<range>R\d+)"
    rf"|(?P<range2>R\d+)(?: [,(–—-])?(?: for| in all| a total of)?(?: a)? (?P<length2>L\d+)"
)
_UNTIL = rf"(?P<length>L\d+)(?: ,)? from (?P<first>D\d+) (?:until|till|to)(?: {_WORD}){{1,8}} (?:in|on) (?P<last>D\d+)"
_SINCE = (
    r"(?:for|in) (?P<length>L\d+)(?: now)?(?: [,(–—-])? (?P<since>S\d+)"
    r"|(?P<since2>S\d+)(?: [,(–—-])? (?:and )?(?:the |its |their )?(?:first )?(?:for|in) (?:a |the )?(?P<length2>L\d+)"
)
_AGO = r"(?P<ago>G\d+) (?:[,(–—-] )?(?:back )?(?:in |on )?(?P<day>D\d+)|(?P<day2>D\d+) ?[,(–—-] (?P<ago2>G\d+)"
_LATER = (
    rf"(?P<first>D\d+)(?: (?:{_WORD}|X\d+|P\d+)){{0,16}}(?: ,| and)? "
    r"(?P<length>T\d+) (?:, )?(?:in |on )?(?P<last>D\d+)"
)
_ENDS = r"(?:from|served|serving|reigned|ruled) (?P<first>D\d+) (?:to|until|till) (?P<last>D\d+)|(?P<range>R\d+)"
_TOLD = frozenset({"anniversary", "to", "until", "till"})  # words of spells without a length or a range
_HELD = frozenset(
    "served serving represented reigned ruled chaired led held worked lived captained presided sat governed mp".split()
)
_ANNIVERSARY = (
    rf"(?P<nth>N\d+) (?:st|nd|rd|th) anniversary of(?: (?:{_WORD}|X\d+|P\d+|'s)){{0,8}} (?:in |on )?(?P<first>D\d+)"
    r"|(?:founded|established|formed|opened|built|launched) in (?P<first2>D\d+)"
    rf"(?: (?:{_WORD}|X\d+|P\d+|D\d+|,)){{0,14}} (?:its|their|the) "
    r"(?P<nth2>N\d+) (?:st|nd|rd|th) (?:anniversary|birthday)"
)
_YEARLY = frozenset({"year", "date", "month"})
_LASTING = frozenset("has have been first is are stands ’s 's ’ve 've".split())
LONGEST = 40  # words between the figures of one spell


def spells(draft: Draft, shapes: Sequence[Shape], today: Said | None) -> Iterator[Statement]:
    """Every length that stands beside its two ends, and every pair of ends out of order."""
    for shape in shapes:
        yield from _Spells(draft, shape, today).all()


class _Spells:
    """The spells of one sentence."""

    def __init__(self, draft: Draft, shape: Shape, today: Said | None) -> None:
        self.draft, self.shape, self.today = draft, shape, today
        self.lasting = self._of_today()

    def all(self) -> Iterator[Statement]:
        """Every spell, by the shape it is told in."""
        found = (
            self._ranged(),
            self._since(),
            self._ago(),
            self._later(),
            self._anniversary(),
            self._reversed(),
            self._begun(),
        )
        for statements in found:
            yield from (s for s in statements if s is not None)

    def _ranged(self) -> Iterator[Statement | None]:
        for match in find(_BESIDE_RANGE, self.shape):
            ends = self._ends(self.shape.time(match["range"] or match["range2"]))
            led = before(self.shape, match.start(), 1)
            if ends and (match["range2"] or not led or led[0] in _LASTED):
                yield self._spell(match["length"] or match["length2"], *ends)

    def _ends(self, time: Time | None) -> list[Said | None]:
        """The two ends of a range."""
        if time is None or time.means.ends is None:
            return []
        return [self._end(slot, end, time) for slot, end in zip(("start", "end"), time.means.ends, strict=True)]

    def _since(self) -> Iterator[Statement | None]:
        for match in find(_SINCE, self.shape) if self.today else ():
            time = self.shape.time(match["since"] or match["since2"])
            if (
                time is not None
                and self._of_today()
                and time.means.ends is not None
                and time.means.ends[0].kind in _YEARLY
            ):
                start = self._end("start", time.means.ends[0], time)
                yield self._spell(match["length"] or match["length2"], start, self.today)

    def _begun(self) -> Iterator[Statement | None]:
        """``since 2019``: what lasts to the article's day has begun by then."""
        for time in self.shape.signs.values():
            if isinstance(time, Time) and time.kind == "since" and time.means.ends and self.today:
                start = self._end("since", time.means.ends[0], time)
                yield self._statement([start, replace(self.today, slot="today")]) if start else None

    def _of_today(self) -> bool:
        """Whether a sentence tells of a time that lasts: "has been", "for the first time", and no day long past."""
        words = self.shape.vocabulary
        days = (self.shape.time(sign) for sign in self.shape.signs if sign[0] in "DRGT")
        return bool(words & _LASTING) and "had" not in words and all(map(self._is_near, days))

    def _is_near(self, time: Time | None) -> bool:
        low = self.today.value.plain.low if self.today else None
        if time is None or time.means.first is None or low is None:
            return False
        return abs(place(time.means.first) - int(low)) < YEAR

    def _ago(self) -> Iterator[Statement | None]:
        for match in find(_AGO, self.shape) if self.today else ():
            time = self.shape.time(match["day"] or match["day2"])
            if time is not None and time.means.kind in _YEARLY and (time.means.year or time.means.kind == "year"):
                start = self._end("start", time.means, time)
                yield self._spell(match["ago"] or match["ago2"], start, self.today)

    def _later(self) -> Iterator[Statement | None]:
        for match in (*find(_LATER, self.shape), *find(_UNTIL, self.shape)):
            first, last = self.shape.time(match["first"]), self.shape.time(match["last"])
            if first and last and {first.kind, last.kind} <= _YEARLY and len(match[0].split()) < LONGEST:
                start, end = self._end("start", first.means, first), self._end("end", last.means, last)
                yield self._spell(match["length"], start, end)

    def _anniversary(self) -> Iterator[Statement | None]:
        """``the 50th anniversary of the 1984 strike``, told of the article's own time."""
        marked = self.today and "anniversary" in self.shape.vocabulary
        match = compiled(_ANNIVERSARY).search(self.shape.text) if marked else None
        sign = (match["first"] or match["first2"]) if match else ""
        time = self.shape.time(sign)
        others = (self.shape.time(other) for other in self.shape.signs if other[0] in "DRSGT" and other != sign)
        if match is None or time is None or time.kind not in _YEARLY or not all(map(self._is_near, others)):
            return
        start, end = self.shape.spans[match["nth"] or match["nth2"]]
        years = Fraction(self.draft.text[start:end])
        said = Said("length", lasting(Length(years, years, "year")), start, end, self.draft.text[start:end])
        yield self._statement([each for each in (said, self._end("start", time.means, time), self.today) if each])

    def _reversed(self) -> Iterator[Statement | None]:
        """``served from 2010 to 2005``: read as two dates, since no range runs backwards."""
        if not _HELD & self.shape.vocabulary:
            return
        for match in find(_ENDS, self.shape):
            time = self.shape.time(match["range"] or "")
            if time is not None:
                ends = self._ends(time) if time.text.lower().startswith("from") else []
            else:
                first, last = self.shape.time(match["first"]), self.shape.time(match["last"])
                ends = []
                if first and last and first.kind == last.kind and first.kind in _YEARLY:
                    ends = [self._end("start", first.means, first), self._end("end", last.means, last)]
            yield self._statement([said for said in ends if said])

    def _spell(self, sign: str, start: Said | None, end: Said | None) -> Statement | None:
        time = self.shape.time(sign)
        length = time.means.length if time else None
        if (
            time is None
            or length is None
            or start is None
            or end is None
            or length.unit in ("hour", "minute", "second")
        ):
            return None
        words, at = self.shape.words, self.shape.at[sign]
        around = {*words[max(0, at - 3) : at], *words[at + 1 : at + 2]} - ({"ago"} if sign[0] == "G" else set())
        hedged = sign[0] == "G" and at > 0 and words[at - 1] in _ABOUT
        if _MEASURED & self.shape.vocabulary or _OTHER & around or hedged or _BEHIND & {*words[at + 1 : at + 2]}:
            return None
        place = figure_in(self.draft.figures, time.start, time.end)
        said = Said("length", lasting(length), *place, self.draft.text[slice(*place)])
        return self._statement([said, start, end])

    def _statement(self, said: Sequence[Said]) -> Statement | None:
        return Statement("spell", "that time", tuple(said)) if len(said) > 1 else None

    def _end(self, slot: str, means: Meaning, time: Time) -> Said | None:
        """An end of a spell where it stands: a range's own figures, or the whole expression."""
        value = of_meaning(means)
        if value is None:
            return None
        inside = figures_in(self.draft.figures, time.start, time.end)
        figure = (
            inside[0 if slot in ("start", "since") else -1]
            if len(inside) == 2 or (inside and time.kind == "since")
            else None
        )
        start, end = (figure.start, figure.end) if figure else figure_in(inside, time.start, time.end)
        return Said(slot, value, start, end, self.draft.text[start:end])
