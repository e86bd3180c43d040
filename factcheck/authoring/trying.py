"""Tries a pack on a sentence: what each figure was read as and why, which forms nearly matched, which rules fired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.document import Document
from factcheck.engine import Engine, Run
from factcheck.figures.figures import Figure
from factcheck.findings import ClaimRead, DocumentReport, FigureStatus
from factcheck.packs import Pack
from factcheck.packs.yamlfile import pointed
from factcheck.reading.counting.around import Around, around
from factcheck.reading.counting.measures import Form, Forms, noun_forms, parse_form
from factcheck.reading.counting.stops import Stop, stop_of
from factcheck.reading.layout import Sentence

MOST_NEAR = 4  # forms that nearly matched, of one figure
_MARKS = {"F": "another figure", "": "the end", "N": "a name", "_": "a name", "_party": "a party"}


def try_text(engine: Engine, packs: Sequence[Pack], text: str) -> str:
    """What comes of a text, for people; forms that nearly matched are those of ``packs``."""
    run = Run(engine, Document("text", text))
    report = run.reading()
    forms = [form for pack in packs for form in _forms(pack)]
    known = engine.lexicon.forms
    places = {unit.start: (sentence, i) for sentence in run.draft.sentences for i, unit in enumerate(sentence.units)}
    blocks = [_Tried(figure, report, forms, known, places.get(figure.start)).show(text) for figure in report.figures]
    return "\n\n".join([*blocks, _claims(report), _rules(report)]) + "\n"


def _forms(pack: Pack) -> Iterator[Form]:
    """Every form of a pack, those of its nouns too."""
    for measure in pack.measures.values():
        for text in (*measure.forms, *noun_forms(measure)):
            yield from parse_form(text, measure)
    for text in pack.set_aside:
        yield from parse_form(text, None)


@dataclass(frozen=True)
class _Tried:
    """One figure and what became of it."""

    figure: FigureStatus
    report: DocumentReport
    forms: list[Form]
    known: Forms
    place: tuple[Sentence, int] | None

    def show(self, text: str) -> str:
        """The figure under its sentence, and a line for each thing to know of it."""
        figure = self.figure
        line = text.split("\n")[figure.line - 1]
        lines = [*pointed(line, figure.column - 1, len(figure.text))]
        lines += [f"  {name:<14}{value}" for name, value in self._facts()]
        return "\n".join(lines)

    def _facts(self) -> Iterator[tuple[str, str]]:
        claims = [claim for claim in self.report.claims if claim.start == self.figure.start]
        yield ("read as", self.figure.claim) if self.figure.claim else ("not read", self.figure.why)
        if claims:
            yield from _of_claim(claims[0])
        for claim in claims[1:]:
            yield "read too as", f"{claim.attribute.replace('_', ' ')} of {claim.about}"
        if self.figure.claim:
            yield "because", self.figure.why
        if self.place is not None:
            sentence, at = self.place
            yield from self._of_forms(around(sentence.units, at), sentence.units[at].figure)
        if self.figure.rules:
            yield self.figure.status, f"by {', '.join(self.figure.rules)}"

    def _of_forms(self, near: Around, figure: Figure | None) -> Iterator[tuple[str, str]]:
        """The forms that match, the best first, and those that nearly do, with the word where they stopped."""
        stops = [(form, stop_of(form, near)) for form in self.forms]
        whole = sorted((form for form, stop in stops if not stop.wanted), key=lambda form: -form.weight)
        for text in dict.fromkeys(_named(form) + self._refused(form, figure) for form in whole):
            yield "form", text
        nearly = [(form, stop) for form, stop in stops if stop.wanted and 2 * stop.matched >= len(form.words - {""})]
        nearly.sort(key=lambda each: (len(each[0].words - {""}) - each[1].matched, -each[1].matched))
        first = {_named(form): stop for form, stop in reversed(nearly)}  # of a form's spellings the one that went on
        for named in list(dict.fromkeys(_named(form) for form, _ in nearly))[:MOST_NEAR]:
            yield "nearly", f"{named}: {_stopped(first[named])}"

    def _refused(self, form: Form, figure: Figure | None) -> str:
        """Why a form that matches does not read the figure."""
        measure = form.measure
        if measure is None or figure is None or self.known.accepts(measure, figure):
            return ""
        written = f"is written in {figure.unit}" if figure.unit else "is written without a unit"
        return f": matches, but the figure {written}, and this counts {measure.unit}; see `written` of a unit"


def _named(form: Form) -> str:
    return f"{form.text} ({form.measure.name.replace('_', ' ') if form.measure else 'set aside'})"


def _stopped(stop: Stop) -> str:
    there = _MARKS.get(stop.there, f"\u201c{stop.there}\u201d")
    return f"stopped {stop.side} the figure, where \u201c{stop.wanted}\u201d is wanted and {there} stands"


def _of_claim(claim: ClaimRead) -> Iterator[tuple[str, str]]:
    yield "measure", claim.attribute.replace("_", " ")
    yield "owner", claim.about
    yield "value", claim.value
    yield "scope", claim.scope or "the event that the article reports"
    yield "evidence", claim.evidence


def _claims(report: DocumentReport) -> str:
    lines = [f"  {claim.attribute.replace('_', ' ')} of {claim.about}: {claim.value}" for claim in report.claims]
    return "\n".join(["claims:", *lines] if lines else ["no claims"])


def _rules(report: DocumentReport) -> str:
    checked = dict.fromkeys(rule for figure in report.figures for rule in figure.rules)
    lines = [f"  {finding.severity}  {finding.rule}: {finding.message}" for finding in report.findings]
    fired = {finding.rule for finding in report.findings}
    lines += [f"  holds  {rule}" for rule in checked if rule not in fired]
    return "\n".join(["rules:", *lines] if lines else ["no rule had all its figures"])
