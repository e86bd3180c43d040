"""From a conflict to a finding: the quotes, the arithmetic, what would fit, the likely slip, the suspects in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.checking.check import REFERENCE, SAME_FACT, Conflict
from factcheck.checking.days import DAY_MESSAGES
from factcheck.checking.slips import likely_slip
from factcheck.claims import Claim
from factcheck.dates.calendar import sayer, sayer_of
from factcheck.document import Document
from factcheck.figures.figures import Figure
from factcheck.findings import Citation, Finding
from factcheck.formula import Path, show, solve
from factcheck.formula.spoken import spoken
from factcheck.interval import EVERYTHING, Interval, Value, Verdict
from factcheck.telling.printed import Printed
from factcheck.telling.sides import sides
from factcheck.telling.wording import capital, describe, fill, given, kind, unquoted
from factcheck.telling.written import as_written

WHY_SAME = "Two claims about the same fact must be able to agree."
WHY_REFERENCE = "The article and the reference table speak of the same fact."


class Teller:
    """Makes findings for one document."""

    def __init__(self, document: Document, sentences: Sequence[tuple[int, int]], figures: Mapping[int, Figure]) -> None:
        self.document = document
        self.sentences = sentences
        self.starts = [start for start, _ in sentences]
        self.figures = figures  # start -> figure
        self._printed: Printed | None = None  # looked up once for all findings

    def finding(self, conflict: Conflict, claims: Iterable[Claim]) -> Finding:
        """The finding of a conflict; ``claims`` are all of the draft, for what may have been exchanged."""
        fits = self._fits(conflict)
        return Finding(
            conflict.rule,
            _severity(conflict),
            conflict.verdict.value,
            self._message(conflict),
            self._citations(conflict),
            tuple(self._arithmetic(conflict)),
            tuple(f"{self._says(claim)} would have to be {self._shown(claim, wanted)}" for claim, wanted in fits),
            tuple(dict.fromkeys(s for claim, wanted in fits if (s := self._slip(claim, wanted, conflict, claims)))),
            _why(conflict),
            sides(*fits[0], _widest(conflict, fits[0][0])) if fits else (),
        )

    def cite(self, claim: Claim) -> Citation:
        """The place of a claim: words of the article, or a cell."""
        source = claim.source
        if source.kind == "reference":
            return Citation(source.text, source="reference", label=source.cell)
        return Citation(
            source.text, *self.place(source.start, source.end), "article", str(claim), self.sentence(source.start)
        )

    def place(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Start, end, line and column in the source file of a stretch of the document's text."""
        start, end = self.document.source_span(start, end)
        return start, end, *self.document.line_column(start)

    def sentence(self, at: int) -> str:
        """The sentence around a place of the document's text."""
        place = bisect_right(self.starts, at) - 1
        start, end = self.sentences[place] if place >= 0 else (0, 0)
        return self.document.text[start:end].strip() if at < end else ""

    def _citations(self, conflict: Conflict) -> tuple[Citation, ...]:
        """Every place cited, each once, with all that it was read as."""
        found: dict[tuple[str, int, str], Citation] = {}
        for claim in (*conflict.claims, *conflict.roles):
            if claim.source.kind != "derived":
                cited = self.cite(claim)
                key = (cited.source, cited.start, cited.text if cited.source == "article" else cited.label)
                known = found.setdefault(key, cited)
                if cited.label not in known.label.split("; "):
                    found[key] = replace(known, label=f"{known.label}; {cited.label}")
        return tuple(found.values())

    def _says(self, claim: Claim) -> str:
        return f"{describe(claim)} ({claim.source.text})"

    def _shown(self, claim: Claim, wanted: Interval) -> str:
        """What a figure would have to be: written as it is itself, or as a number, a day, a length of time."""
        figure = self.figures.get(claim.source.start) if claim.source.kind == "article" else None
        value = claim.value if isinstance(claim.value, Value) else None
        if figure is None or value is None or value.kind:
            return _shown_as(claim, wanted)
        falls = value.plain.high is not None and value.plain.high < 0
        return as_written(figure, -wanted if falls else wanted) or _shown_as(claim, wanted)

    def _message(self, conflict: Conflict) -> str:
        first = conflict.claims[0]
        if conflict.rule == SAME_FACT:
            a, b = sorted(conflict.claims[:2], key=lambda c: c.source.start)
            return f"{given(first)} as “{a.source.text}” and as “{b.source.text}”"
        if conflict.rule == REFERENCE:
            cell = conflict.claims[1].source
            said = f"{given(first)} as “{first.source.text}”"
            return f"{said}; the reference has {cell.text} ({cell.cell})"
        if conflict.rule in DAY_MESSAGES:
            return DAY_MESSAGES[conflict.rule](first, conflict.claims[1])
        if conflict.verdict is Verdict.UNRESOLVED and conflict.roles:
            names = ", ".join(dict.fromkeys(str(c.value) for c in conflict.roles))
            return f"{given(first)} as “{first.source.text}”; {len(conflict.roles)} named: {names}"
        if conflict.formula is None or conflict.definition is None:
            said = ", ".join(f"{describe(c)} “{c.source.text}”" for c in conflict.claims)
            return f"These cannot all be true: {said}"
        return capital(fill(conflict.definition.message, conflict.terms, conflict.root)) + unquoted(conflict)

    def _arithmetic(self, conflict: Conflict) -> list[str]:
        formula = conflict.formula
        if formula is None or not conflict.terms:
            return [f"{describe(c)}: {_both(c.value)}" for c in conflict.claims if isinstance(c.value, Value)]
        plain = {leaf: term.reading(False) for leaf, term in conflict.terms.items()}
        kinds = {leaf: kind(term) for leaf, term in conflict.terms.items()}
        names = {
            leaf: sayer(how)(interval)
            for leaf, how in kinds.items()
            if how and isinstance(interval := plain[leaf], Interval)
        }
        left, right = (show(side, plain, names, sayer_of(side, kinds)) for side in (formula.left, formula.right))
        denied = {
            "==": "is not",
            ">=": "is not at least",
            "<=": "is not at most",
            ">": "is not above",
            "<": "is not below",
        }
        if conflict.verdict is Verdict.UNRESOLVED:
            return [spoken(formula.text), f"{left} against {right}, which leaves it open"]
        return [spoken(formula.text), f"{left} {denied.get(formula.op, 'against')} {right}"]

    def _fits(self, conflict: Conflict) -> list[tuple[Claim, Interval]]:
        """For each figure of the article, what it would have to be if all the others are right."""
        if conflict.rule in (SAME_FACT, REFERENCE):
            first, second = conflict.claims[:2]
            assert isinstance(second.value, Value)
            found = [(first, second.value.plain)]
            if conflict.rule == SAME_FACT and isinstance(first.value, Value):
                found.append((second, first.value.plain))
            return found
        if conflict.formula is None or conflict.verdict is Verdict.UNRESOLVED or not conflict.terms:
            return []
        found = []
        plain = {leaf: term.reading(False) for leaf, term in conflict.terms.items()}
        for leaf, term in conflict.terms.items():
            claim = term.claims[0] if term.claims else None
            if not isinstance(leaf, Path) or claim is None or claim.source.kind != "article":
                continue
            wanted = solve(conflict.formula, leaf, {k: v for k, v in plain.items() if k != leaf})
            if wanted is not None and wanted != EVERYTHING:
                found.append((claim, wanted))
        return found

    def _slip(self, claim: Claim, wanted: Interval, conflict: Conflict, claims: Iterable[Claim]) -> str:
        """The one slip that would make this figure fit; among several that would, none is likely."""
        if wanted.low is None or wanted.high is None:
            return ""
        figure = self.figures.get(claim.source.start)
        if figure is None or figure.words or figure.bound != "exact":
            return ""
        core = self.document.text[figure.core[0] : figure.core[1]]
        if not isinstance(figure.number, int) and figure.unit == "":
            return ""
        own = conflict.claims if conflict.rule in (SAME_FACT, REFERENCE) else ()
        self._printed = self._printed or Printed(claims, self.figures)
        alike = self._printed.within(figure.unit, wanted)
        others = ((c.source.text, number, describe(c)) for c, number in alike if c not in own)
        return likely_slip(core + ("%" if figure.unit == "percent" else ""), figure.number, wanted, others)


def _widest(conflict: Conflict, claim: Claim) -> Interval | None:
    """What a figure would have to be if the others are read generously; None where that cannot be told."""
    if conflict.rule in (SAME_FACT, REFERENCE):
        other = conflict.claims[1].value
        return other.generous if isinstance(other, Value) else None
    terms = conflict.terms
    leaf = next((k for k, term in terms.items() if isinstance(k, Path) and claim in term.claims[:1]), None)
    if leaf is None or conflict.formula is None:
        return None
    return solve(conflict.formula, leaf, {k: term.reading(True) for k, term in terms.items() if k != leaf})


def ranked(finding: Finding, blamed: Mapping[int, int], supported: Mapping[int, int]) -> Finding:
    """The finding with its likeliest suspect first: in more conflicts, and less borne out by other checks."""
    own = [c for c in finding.figures if c.source == "article"]
    rest = [c for c in finding.figures if c.source != "article"]
    own.sort(key=lambda c: (-blamed.get(c.start, 0), supported.get(c.start, 0)))
    return replace(finding, figures=(*own, *rest))


def _shown_as(claim: Claim, wanted: Interval) -> str:
    """What a figure would have to be, in the way that it is shown: a number, a day, a length of time."""
    return sayer(claim.value.kind if isinstance(claim.value, Value) else "")(wanted)


def _both(value: Value) -> str:
    plain, generous = (sayer(value.kind)(reading) for reading in (value.plain, value.generous))
    return plain if plain == generous else f"{plain} (at the most generous, {generous})"


def _severity(conflict: Conflict) -> str:
    """The rule's own severity; a note where the figures may still agree,"""
    if conflict.verdict is not Verdict.INCONSISTENT:
        return "note"
    return conflict.definition.severity if conflict.definition else "error"


def _why(conflict: Conflict) -> str:
    """Why the rule holds, for the reader of the finding."""
    if conflict.definition:
        return conflict.definition.why
    return WHY_REFERENCE if conflict.rule == REFERENCE else WHY_SAME
