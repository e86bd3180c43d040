"""The ledger: every figure of the article, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from factcheck.binding.binding import Bound
from factcheck.checking.check import Outcome
from factcheck.checking.days import Days
from factcheck.claims import Claim
from factcheck.document import Document
from factcheck.figures.figures import Figure
from factcheck.figures.places import find_places
from factcheck.findings import FigureStatus, Finding
from factcheck.interval import Verdict
from factcheck.reading.counting.changes import change
from factcheck.reading.counting.counted import counted
from factcheck.reading.counting.quantifiers import quantifiers
from factcheck.reading.counting.ways import Ways
from factcheck.reading.layout import Sentence
from factcheck.reading.reads import NOTHING_KNOWN, Read
from factcheck.words import Words

DOUBTED = "fits ill with figures of other sentences, but which contest it is of is not sure"
UNMET = "nothing to check it against"
PASSED_OVER = "what it contradicts is in too many contradictions to tell them all"
_MOST = 6  # figures that a figure is told to have been compared with
_TOLD = 24  # and of so many at most the places are kept


class Ledger:
    """What is known of the figures of one draft: the claims they became, the rules these took part in, the findings."""

    def __init__(
        self, document: Document, bound: Bound, days: Days, outcome: Outcome, findings: Iterable[Finding]
    ) -> None:
        self.document, self.bound, self.days, self.outcome = document, bound, days, outcome
        self.bad = {(c.start, c.end) for f in findings if _contradicts(f) for c in f.figures}
        self.reads = {r.figure.start: r for r in bound.reads}
        dated = [r for r in bound.reads if r.year_at >= 0 and id(r) in bound.claims]
        self.years = {r.sentence.units[r.year_at].start: r for r in dated}

    def lines(self, figures: Iterable[Figure]) -> list[FigureStatus]:
        """One line for every figure: checked, contradicted or not, and why."""
        return [self._line(figure) for figure in figures]

    def unnumbered(self, text: str, sentences: Sequence[Sentence], words: Words) -> Iterator[FigureStatus]:
        """The quantities and places without a number, which no rule is given: "both sides", "the last but one"."""
        for figure, noun in quantifiers(text, sentences, words):
            yield replace(self._line(figure), counts=noun)
        yield from map(self._line, find_places(text, words))

    def _line(self, figure: Figure) -> FigureStatus:
        start, end = self.document.source_span(figure.start, figure.end)
        place = (start, end, *self.document.line_column(start))
        claim, why = self._claim(figure)
        contradicted = claim is not None and (start, end) in self.bad
        if claim is None and figure.start in self.years:
            claim, why = self._of_year(figure)
        rules = self._rules(figure, claim) if claim else ()
        if id(claim) in self.outcome.doubted and not contradicted:
            rules, why = (), DOUBTED
        elif claim and not rules:
            why = f"{why}; {PASSED_OVER if id(claim) in self.outcome.passed_over else UNMET}"
        status = "contradicted" if contradicted else "checked" if rules else "unchecked"
        read_as = str(claim) if claim else None
        line = FigureStatus(figure.text, *place, status, read_as, why, rules, figure.unit, figure.kind, figure)
        return self._with_others(line, claim) if rules and claim else line

    def _with_others(self, line: FigureStatus, claim: Claim) -> FigureStatus:
        """The line with what its claim was compared with."""
        others = list(islice(self._others(claim), _TOLD))
        places = (self.document.source_offset(each.source.start) for each in others if each.source.kind == "article")
        return replace(line, against=tuple(map(_named, others[:_MOST])), beside=tuple(places))

    def _others(self, claim: Claim) -> Iterator[Claim]:
        """The claims that a claim was compared with, each once."""
        met = {id(claim)}
        for group in self.outcome.checked.get(id(claim), {}).values():
            for other in group:
                if id(other) not in met:
                    met.add(id(other))
                    yield other

    def _claim(self, figure: Figure) -> tuple[Claim | None, str]:
        """The claim that a figure became, and how it was read or why it was not."""
        read = self.reads.get(figure.start)
        stated = self._stated(figure)
        if read is None:
            return self.days.claims.get(figure.start) or stated, figure.why
        claim = self.bound.claims.get(id(read))
        if stated is not None and self._says_more(stated, claim, read):
            return stated, stated.why
        return claim, read.why

    def _rules(self, figure: Figure, claim: Claim) -> tuple[str, ...]:
        """The rules that a claim took part in, and those that its figure did as something else its sentence says."""
        stated = self.bound.stated.get(figure.start, ())
        every = [claim, *stated] if any(claim is c for c in stated) else [claim]
        return tuple(dict.fromkeys(rule for c in every for rule in self.outcome.checked.get(id(c), ())))

    def _stated(self, figure: Figure) -> Claim | None:
        """What its sentence says of a figure: of several things one that was checked, else the first."""
        every = self.bound.stated.get(figure.start, ())
        return next((c for c in every if id(c) in self.outcome.checked), every[0] if every else None)

    def _says_more(self, stated: Claim, claim: Claim | None, read: Read) -> bool:
        """Whether what a sentence says of its figure is more than a pack knows of it: checked, or else read at all."""
        if id(stated) in self.outcome.checked:
            return claim is None or id(claim) not in self.outcome.checked
        return claim is None and (read.why == NOTHING_KNOWN or read.frame == "movement")

    def _of_year(self, figure: Figure) -> tuple[Claim, str]:
        """The claim that a year dates: "a majority of 3,919 in 2015"."""
        dated = self.years[figure.start]
        return self.bound.claims[id(dated)], f"the year of {dated.figure.text}"


def _named(claim: Claim) -> str:
    """A claim as the words of the article and what they were read as, or as the cell of a table."""
    source = claim.source
    return f"“{source.text}” ({claim})" if source.kind == "article" else source.cell or str(claim)


def _contradicts(finding: Finding) -> bool:
    return finding.verdict == Verdict.INCONSISTENT.value and finding.severity != "note"


def told(lines: Iterable[FigureStatus], sentences: Sequence[Sentence], words: Ways) -> Iterator[FigureStatus]:
    """The lines, each with the noun that its figure counts and whether it is a change."""
    places = {start: (s.units, k) for s in sentences for start, k in s.at.items()}
    for line in lines:
        place = places.get(line.reading.start) if line.reading else None
        yield replace(line, counts=counted(*place), change=change(*place, words)) if place else line
