"""A pack's own examples: sentences that its rules must flag at a mark, must pass, or are known to miss."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.findings import DocumentReport, FigureStatus, Finding
from factcheck.formula import Path
from factcheck.packs.model import Example, Pack, Rule
from factcheck.packs.yamlfile import pointed, printable

_BRACKET = re.compile(r"\[\[|\]\]|\[[^\[\]]*\]|[\[\]]")
_MARK_HINT = "a mark is written [607 -> 507], and a bracket of the text is doubled: [[sic]]"
Check = Callable[[str], DocumentReport]


class ExampleError(ValueError):
    """An example whose marks cannot be read; ``start`` and ``end`` say where in its text."""

    def __init__(self, what: str, start: int, end: int) -> None:
        super().__init__(what)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Marked:
    """An example as it is checked: with its slip and without; the slip is ``wrong_text[start:end]``.

    Without a mark both texts are the same and ``start`` and ``end`` are 0.
    """

    wrong_text: str
    right_text: str
    start: int = 0
    end: int = 0

    @property
    def is_marked(self) -> bool:
        """Whether the text has a mark."""
        return self.end > self.start

    @property
    def right(self) -> str:
        """What would be right at the mark."""
        return self.right_text[self.start : self.end + len(self.right_text) - len(self.wrong_text)]


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not do what it says; ``start`` and ``end`` are the place that matters in ``text``."""

    rule: str  # qualified
    kind: str  # flags | passes | missed
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


def parse_example(text: str) -> Marked:
    """An example's text with its mark read: ``a majority of [607 -> 507]``; ExampleError where it cannot be."""
    wrong, right, at = "", "", 0
    start = end = 0
    for found in _BRACKET.finditer(text):
        wrong, right, at = wrong + text[at : found.start()], right + text[at : found.start()], found.end()
        if found[0] in ("[[", "]]"):
            wrong, right = wrong + found[0][0], right + found[0][0]
            continue
        slip, correct = _mark(found, end > start)
        start, end = len(wrong), len(wrong) + len(slip)
        wrong, right = wrong + slip, right + correct
    return Marked(wrong + text[at:], right + text[at:], start, end)


def _mark(found: re.Match[str], again: bool) -> tuple[str, str]:
    """The two sides of a mark."""
    slip, arrow, correct = (part.strip() for part in found[0].strip("[]").partition("->"))
    if not arrow or not slip or slip == correct:
        raise ExampleError(f"`{found[0]}` is no mark; {_MARK_HINT}", found.start(), found.end())
    if again:
        raise ExampleError("a second mark; give each slip an example of its own", found.start(), found.end())
    return slip, correct


def run_examples(pack: Pack, check: Check) -> list[ExampleFailure]:
    """Run every example of every rule of a pack through ``check`` (text in, report out); the failures in order."""
    return [failure for rule in pack.rules for failure in run_rule(rule, check)]


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
