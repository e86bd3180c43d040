"""A pack's own examples: sentences that its rules must flag at a mark, must pass, or are known to miss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.findings import DocumentReport, FigureStatus, Finding
from factcheck.formula import Path
from factcheck.packs.marks import Marked, parse_example, parse_place
from factcheck.packs.model import Example, Pack, Rule
from factcheck.packs.yamlfile import pointed, printable

Check = Callable[[str], DocumentReport]


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not do what it says; ``start`` and ``end`` are the place that matters in ``text``."""

    rule: str  # qualified; for a wording the pack and its figure
    kind: str  # flags | passes | missed | reads | left alone
    example: Example
    expected: str
    happened: str
    text: str  # what was checked: the example with its slip, or corrected
    start: int = 0
    end: int = 0
    read: tuple[str, ...] = ()  # what was read, a figure a line

    def show(self) -> str:
        """The failure as a paragraph: its place, the sentence with carets, and what was read instead."""
        place = self.example.place
        head = f"{place.file}:{place.line}:{place.column}: {self.rule} {self.expected}, but {self.happened}"
        read = ["  what was read:", *(f"    {line}" for line in self.read)] if self.read else ["  nothing was read"]
        return printable("\n".join([head, *self._diagram(), *read]))

    def _diagram(self) -> Iterator[str]:
        """The text, each line indented, with carets under the place."""
        at = 0
        for line in self.text.split("\n"):
            inside = self.end > self.start and at <= self.start <= at + len(line)
            yield from pointed(line, self.start - at, self.end - self.start, "  ", "  ") if inside else [f"  {line}"]
            at += len(line) + 1


def run_examples(pack: Pack, check: Check) -> list[ExampleFailure]:
    """Run every example of a pack through ``check`` (text in, report out); the failures in order."""
    return [*run_wordings(pack, check), *(failure for rule in pack.rules for failure in run_rule(rule, check))]


def run_wordings(pack: Pack, check: Check) -> Iterator[ExampleFailure]:
    """Run the sentences whose marked figure must be read as a figure of the pack, or must be left alone."""
    for measure in pack.measures.values():
        for example in measure.reads:
            yield from _wording(example, pack, measure.name, check)
    for example in pack.left_alone:
        yield from _wording(example, pack, "", check)


def _wording(example: Example, pack: Pack, wanted: str, check: Check) -> Iterator[ExampleFailure]:
    """Whether the marked figure of a sentence is read as ``wanted``, or as nothing of the pack where that is ""."""
    marked = parse_place(example.text)
    report = check(marked.wrong_text)
    claims = [claim for claim in report.claims if claim.start < marked.end and marked.start < claim.end]
    claims = [claim for claim in claims if wanted or claim.attribute in pack.measures]
    words = marked.wrong_text[marked.start : marked.end]
    if any(claim.attribute in (wanted, f"{wanted}@first") for claim in claims) or (not wanted and not claims):
        return
    expected = f"should read `{words}` as `{wanted}`" if wanted else f"should leave `{words}` alone"
    happened = f"it was read as {claims[0].attribute} of {claims[0].about}" if claims else "it was not read"
    read = tuple(_read(figure) for figure in report.figures)
    kind, about = ("reads", wanted) if wanted else ("left alone", "set aside")
    about = f"{pack.name}: {about}"
    yield ExampleFailure(about, kind, example, expected, happened, marked.wrong_text, marked.start, marked.end, read)


def run_rule(rule: Rule, check: Check) -> Iterator[ExampleFailure]:
    """Run the examples of one rule."""
    for kind, examples in (("flags", rule.flags), ("passes", rule.passes), ("missed", rule.missed)):
        for example in examples:
            case = _Case(rule, kind, example, check)
            failure = {"flags": case.flags, "passes": case.passes, "missed": case.missed}[kind]()
            if failure is not None:
                yield failure


@dataclass(frozen=True, slots=True)
class _Case:
    """One example to be run."""

    rule: Rule
    kind: str
    example: Example
    check: Check

    def flags(self) -> ExampleFailure | None:
        """A minimal pair: flagged at the mark, and no longer once corrected."""
        marked = parse_example(self.example.text)
        report = self.check(marked.wrong_text)
        alarms = [finding for finding in report.findings if _is_alarm(finding, self.rule)]
        if any(_overlaps(finding, marked) for finding in alarms):
            return self._corrected(marked)
        expected = f"should flag `{marked.wrong_text[marked.start : marked.end]}`"
        happened = f"it flagged other words: {_cited(alarms[0])}" if alarms else _instead(report, self.rule)
        return self._failure(expected, happened, report, marked)

    def _corrected(self, marked: Marked) -> ExampleFailure | None:
        report = self.check(marked.right_text)
        told = self._told(report)
        if told is None:
            return None
        right = Marked(marked.right_text, marked.right_text, marked.start, marked.start + len(marked.right))
        return self._failure(f"should pass once corrected to `{marked.right}`", _said(told), report, right)

    def passes(self) -> ExampleFailure | None:
        """Nothing told, and the rule took part: an example in which it reads nothing proves nothing."""
        marked = parse_example(self.example.text)
        report = self.check(marked.right_text)
        told = self._told(report)
        if told is not None:
            return self._failure("should pass this", _said(told), report, _cited_at(told, marked))
        if any(self.rule.name in figure.rules for figure in report.figures) or self._word_read(report):
            return None
        happened = "it reads nothing here, so this proves nothing"
        return self._failure("should check this and pass it", happened, report, marked)

    def _word_read(self, report: DocumentReport) -> bool:
        """Whether the word that a rule about words asks for ("hold") was read; words stand in no ledger of figures."""
        leaf = self.rule.when.paths[0] if self.rule.when and self.rule.when.paths else None
        return isinstance(leaf, Path) and any(claim.attribute == leaf.steps[-1].name for claim in report.claims)

    def missed(self) -> ExampleFailure | None:
        """A known miss, which says so when it begins to work."""
        marked = parse_example(self.example.text)
        report = self.check(marked.wrong_text)
        alarm = next((finding for finding in report.findings if _is_alarm(finding, self.rule)), None)
        if alarm is None:
            return None
        happened = "it is flagged now: mark the slip and move it to `flags`"
        return self._failure("was known to miss this", happened, report, _cited_at(alarm, marked))

    def _told(self, report: DocumentReport) -> Finding | None:
        """The first finding of this rule, notes too."""
        return next((finding for finding in report.findings if finding.rule == self.rule.name), None)

    def _failure(self, expected: str, happened: str, report: DocumentReport, at: Marked) -> ExampleFailure:
        read = tuple(_read(figure) for figure in report.figures)
        text, name = at.wrong_text, self.rule.name
        return ExampleFailure(name, self.kind, self.example, expected, happened, text, at.start, at.end, read)


def _is_alarm(finding: Finding, rule: Rule) -> bool:
    """Whether this is the rule's own finding and no mere note (for a rule that tells notes, a note is one)."""
    return finding.rule == rule.name and (finding.severity != "note" or rule.severity == "note")


def _overlaps(finding: Finding, marked: Marked) -> bool:
    return any(
        cited.source == "article" and cited.start < marked.end and marked.start < cited.end for cited in finding.figures
    )


def _cited_at(finding: Finding, marked: Marked) -> Marked:
    """The text with the finding's first place as its mark."""
    cited = next((cited for cited in finding.figures if cited.source == "article"), None)
    return Marked(marked.wrong_text, marked.right_text, cited.start, cited.end) if cited else marked


def _instead(report: DocumentReport, rule: Rule) -> str:
    """What happened where a finding was due."""
    notes = [finding for finding in report.findings if finding.rule == rule.name]
    if notes:
        return f"it gave a {notes[0].severity} only: {notes[0].message}"
    others = [finding for finding in report.findings if finding.severity != "note"]
    if others:
        return f"{others[0].rule} did: {others[0].message}"
    took_part = any(rule.name in figure.rules for figure in report.figures)
    return "it found that everything fits" if took_part else "it read nothing to check"


def _said(finding: Finding) -> str:
    return f"it told a{'n' if finding.severity == 'error' else ''} {finding.severity}: {finding.message}"


def _cited(finding: Finding) -> str:
    return ", ".join(f"`{cited.text}`" for cited in finding.figures) or finding.message


def _read(figure: FigureStatus) -> str:
    """One line: the figure, and what it was read as or why it was not."""
    meant = f"{figure.claim} ({figure.status})" if figure.claim else f"not read: {figure.why}"
    return f"{figure.text}: {meant}"
