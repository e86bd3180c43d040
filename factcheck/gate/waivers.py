"""Waivers: findings that somebody has looked at and lets stand, with the reason and, if need be, the last day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase

from factcheck.document import Document
from factcheck.findings import Citation, DocumentReport, FigureStatus, Finding, Suppression
from factcheck.names.meant import likeliest

_MINE = re.compile(r"<!--\s*factcheck\s*:", re.I)
_WAIVER = re.compile(
    r"<!--\s*factcheck\s*:\s*allow\s+(?P<rules>[\w/-]+(?:\s*,\s*[\w/-]+)*)"
    r"(?:\s+until\s+(?P<until>[^\s-][^\s]*?))?\s*(?:\s--+\s(?P<reason>.*?))?\s*-->",
    re.I | re.S,
)
_LONGEST = 2000  # characters of such a comment
_FORM = "write it as <!-- factcheck: allow election/majority-off -- the reason -->"
WHY = "A waiver that does nothing, or no longer, hides the next slip from view."


@dataclass(frozen=True, slots=True)
class Waiver:
    """One rule that is allowed to fail, and where."""

    rule: str
    reason: str
    where: str  # "draft.md:12" or "factcheck-waivers.toml:3"
    path: str = "**"  # which files, as a pattern
    words: str = ""  # only a finding that cites these, or stands in a sentence with them
    until: date | None = None  # the last day
    span: tuple[int, int] | None = None  # only within this stretch of the text
    comment: Citation | None = None  # the comment in the draft


@dataclass
class Desk:
    """Judges the findings of a run by the waivers that there are, and keeps account of which were used."""

    rules: Sequence[str]  # the rules that there are: "election/majority-off"
    today: date
    filed: Sequence[Waiver] = ()  # those of waiver files
    used: set[int] = field(default_factory=set)
    met: set[int] = field(default_factory=set)

    def judge(self, report: DocumentReport) -> DocumentReport:
        """The report with what is waived marked, and a finding for each waiver in the draft that does nothing."""
        own, wrong = read_comments(report.document) if report.document else ([], [])
        filed = [each for each in self.filed if fits_path(each.path, report.path)]
        self.met |= {id(each) for each in filed}
        judged = tuple(self._judged(finding, report, (*own, *filed)) for finding in report.findings)
        idle = [made for waiver in own if (made := self._idle(waiver))]
        figures = tuple(_figure(each, judged) for each in report.figures)
        return replace(report, findings=(*judged, *wrong, *idle), figures=figures)

    def _judged(self, finding: Finding, report: DocumentReport, waivers: Iterable[Waiver]) -> Finding:
        for waiver in waivers:
            if self._applies(waiver, finding, report):
                self.used.add(id(waiver))
                return replace(finding, suppressed=Suppression("waiver", waiver.reason, waiver.where))
        return finding

    def _applies(self, waiver: Waiver, finding: Finding, report: DocumentReport) -> bool:
        if not waiver.reason or waiver.rule not in (finding.rule, finding.rule.partition("/")[2]):
            return False
        if waiver.until and waiver.until < self.today:
            return False
        if waiver.span and report.document:
            places = (report.document.text_offset(cited.start) for cited in finding.cited)
            return any(waiver.span[0] <= place <= waiver.span[1] for place in places)
        said = (cited.text + "\n" + cited.quote for cited in finding.cited)
        return not waiver.words or any(waiver.words in words for words in said)

    def filed_idle(self) -> Iterator[tuple[Waiver, Finding]]:
        """A finding for each waiver of a file that does nothing, of those whose drafts were checked."""
        for waiver in self.filed:
            if id(waiver) in self.met and (made := self._idle(waiver)):
                yield waiver, made

    def _idle(self, waiver: Waiver) -> Finding | None:
        """What is wrong with a waiver, if anything: no reason, unknown, expired, unused."""
        if not waiver.reason:
            return _wrong("no-reason", f"The waiver of {waiver.rule} gives no reason, so it waives nothing", waiver)
        short = {rule.partition("/")[2] for rule in self.rules}
        if waiver.rule not in self.rules and waiver.rule not in short:
            near = likeliest(waiver.rule, [*self.rules, *short])
            meant = f"; did you mean {near}?" if near else ""
            return _wrong("unknown-rule", f"There is no rule {waiver.rule} to waive{meant}", waiver)
        if waiver.until and waiver.until < self.today:
            return _wrong("expired", f"The waiver of {waiver.rule} ended on {waiver.until.isoformat()}", waiver)
        if id(waiver) not in self.used:
            return _wrong("unused", f"The waiver of {waiver.rule} waives nothing here; take it out", waiver)
        return None


def fits_path(pattern: str, path: str) -> bool:
    """Whether a path is one that a pattern such as ``drafts/*.docx`` means; a bare name fits in any folder."""
    shown = path.replace("\\", "/").removeprefix("./")
    return pattern == "**" or fnmatchcase(shown, pattern) or fnmatchcase(shown, f"*/{pattern}")


def read_comments(document: Document) -> tuple[list[Waiver], list[Finding]]:
    """The waivers in the comments of a draft, and a finding for each comment that is not understood."""
    waivers, wrong = [], []
    for start, end in document.comments:
        words = document.source[start:end]
        if not _MINE.match(words):
            continue
        line, column = document.line_column(start)
        comment = Citation(words, start, end, line, column)
        found = _WAIVER.fullmatch(words) if len(words) <= _LONGEST else None
        until = _day(found["until"]) if found else None
        if found is None or (found["until"] and until is None):
            wrong.append(_finding("not-understood", f"This comment is not understood; {_FORM}", comment))
            continue
        reason, span = " ".join((found["reason"] or "").split()), _meant(document, start, end)
        rules = re.split(r"\s*,\s*", found["rules"])
        where = f"{document.path}:{line}"
        waivers += [Waiver(rule, reason, where, until=until, span=span, comment=comment) for rule in rules]
    return waivers, wrong


def _meant(document: Document, start: int, end: int) -> tuple[int, int]:
    """The paragraph of the text that a comment speaks of: the one it stands in or right under, else the next."""
    line = document.source.rfind("\n", 0, start) + 1
    above = document.source[document.source.rfind("\n", 0, max(0, line - 1)) + 1 : line].strip()
    alone = not re.sub(r"<[^<>]*>|[>\s|*-]", "", document.source[line:start])
    alone = alone and (not above or above.endswith(">"))  # under a tag: between two blocks of a page
    at = _after(document, end) if alone else max(0, document.text_offset(start) - 1)
    return _paragraph(document.text, min(at, max(0, len(document.text) - 1)))


def _after(document: Document, end: int) -> int:
    """The first place of the text that comes from behind a place of the source."""
    pieces = (piece for piece in document.pieces if piece.source >= end and piece.width != 0)
    inside = document.text_offset(end)
    if document.source_offset(inside) == end:
        return inside
    return next((piece.start for piece in pieces), len(document.text))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    while at < len(text) - 1 and text[at] == "\n":
        at += 1
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return start, len(text) if end < 0 else end


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        return None


def _wrong(rule: str, message: str, waiver: Waiver) -> Finding:
    return _finding(rule, message, waiver.comment or Citation(waiver.rule, label=waiver.where))


def _finding(rule: str, message: str, cited: Citation) -> Finding:
    return Finding(f"waiver/{rule}", "warning", "unresolved", message, (cited,), why=WHY)


def _figure(figure: FigureStatus, findings: Sequence[Finding]) -> FigureStatus:
    """A figure of the ledger: waived where every finding that contradicts it is."""
    if figure.status != "contradicted":
        return figure
    place = (figure.start, figure.end)
    about = [f for f in findings if any((c.start, c.end) == place for c in f.cited) and f.severity != "note"]
    waived = about and all(f.suppressed and f.suppressed.kind == "waiver" for f in about)
    return replace(figure, status="waived") if waived else figure
