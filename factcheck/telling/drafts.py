"""Draft against draft: a figure was changed, and the figures that depended on it were not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.findings import DocumentReport, FigureStatus, Finding

_TOKEN = re.compile(r"\d[\d,.]*\d|\w+|[^\w\s]")
_TELLING = re.compile(r"\d{3}|\d[.,]\d")  # a figure that hardly stands in a text twice by chance


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was changed.

    ``left`` are the figures that it had been checked against and that are as they were; ``findings`` are those of the
    new draft that it cannot be true together with any longer; ``again`` are places where the old figure still stands.
    """

    old: FigureStatus
    new: FigureStatus
    left: tuple[FigureStatus, ...]
    findings: tuple[Finding, ...]
    again: tuple[FigureStatus, ...]


def compare(old: DocumentReport, new: DocumentReport) -> list[Change]:
    """Every figure that the new draft has changed, in the order of the new draft."""
    pairs = _aligned(old, new)
    made = []
    for before, after in pairs:
        if before.text != after.text:
            made.append(_change(before, after, pairs, old, new))
    return made


def _change(
    before: FigureStatus,
    after: FigureStatus,
    pairs: Sequence[tuple[FigureStatus, FigureStatus]],
    old: DocumentReport,
    new: DocumentReport,
) -> Change:
    beside = set(before.beside) | set(after.beside)
    left = tuple(b for a, b in pairs if a.text == b.text and (a.start in before.beside or b.start in after.beside))
    known = {finding.identity for finding in old.findings}
    findings = tuple(
        finding
        for finding in new.open
        if finding.identity not in known
        and _cites(finding, after)
        and (not beside or any(_cites(finding, each) for each in left))
    )
    still = [b for a, b in pairs if a.text == b.text == before.text and _TELLING.search(b.text)]
    return Change(before, after, left, findings, tuple(still))


def _cites(finding: Finding, figure: FigureStatus) -> bool:
    return any(cited.start <= figure.start < cited.end for cited in finding.cited)


def _aligned(old: DocumentReport, new: DocumentReport) -> list[tuple[FigureStatus, FigureStatus]]:
    """Each figure of the old draft with the one that stands in its place in the new, where one does."""
    tokens = [_Tokens(report) for report in (old, new)]
    found: dict[int, tuple[FigureStatus, FigureStatus]] = {}
    for a, b in _places(*tokens):
        one, two = tokens[0].figure(a), tokens[1].figure(b)
        if one and two:
            found.setdefault(two.start, (one, two))
    return [found[start] for start in sorted(found)]


class _Tokens:
    """The words of a draft, and the figure that each is a part of."""

    def __init__(self, report: DocumentReport) -> None:
        source = report.document
        self.text = (source.source or source.text) if source else ""
        self.spans = [hit.span() for hit in _TOKEN.finditer(self.text)]
        self.words = [self.text[start:end] for start, end in self.spans]
        self.figures = sorted(report.figures, key=lambda figure: figure.start)
        self.starts = [figure.end for figure in self.figures]

    def lines(self) -> list[tuple[int, int]]:
        """First and last token of each line of the text that has any."""
        made: list[tuple[int, int]] = []
        at = 0
        for hit in re.finditer(r"[^\n]+", self.text):
            first = at
            while at < len(self.spans) and self.spans[at][0] < hit.end():
                at += 1
            if at > first:
                made.append((first, at))
        return made

    def figure(self, token: int) -> FigureStatus | None:
        """The figure that holds a token, if one does."""
        start = self.spans[token][0]
        at = bisect_left(self.starts, start + 1)
        if at < len(self.figures) and self.figures[at].start <= start:
            return self.figures[at]
        return None


def _places(old: _Tokens, new: _Tokens) -> Iterator[tuple[int, int]]:
    """Tokens that stand in each other's place: line by line first, then word by word where lines differ."""
    one, two = old.lines(), new.lines()
    lines, others = ([" ".join(side.words[a:b]) for a, b in spans] for side, spans in ((old, one), (new, two)))
    for kind, a, b, c, d in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if kind in ("equal", "replace"):
            first = (one[a][0], one[b - 1][1])
            second = (two[c][0], two[d - 1][1])
            yield from _within(old.words, first, new.words, second)


def _within(old: list[str], one: tuple[int, int], new: list[str], two: tuple[int, int]) -> Iterator[tuple[int, int]]:
    matcher = SequenceMatcher(None, old[slice(*one)], new[slice(*two)], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and b - a == d - c):
            yield from zip(range(one[0] + a, one[0] + b), range(two[0] + c, two[0] + d), strict=True)
        elif kind == "replace":
            yield from zip(_figures(old, one[0] + a, one[0] + b), _figures(new, two[0] + c, two[0] + d), strict=False)


def _figures(words: list[str], start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if words[at][0].isdigit()]
