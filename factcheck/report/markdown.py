"""The report as Markdown, for a comment on a pull request or a step's summary. Nothing of a draft is markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.findings import DocumentReport, Finding, RunReport
from factcheck.report.ledger import Ledger
from factcheck.report.places import counting, details, posix
from factcheck.report.words import count, printable

LONGEST = 60_000  # characters; a comment on GitHub holds 65,536
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~$-])")
_SIGNS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}


def render(report: RunReport) -> str:
    """A heading with the totals, then each finding with its arithmetic folded away, and what was not checked."""
    head = "\n".join(_head(report))
    blocks = [_finding(document, finding) for document, finding in counting(report)]
    shown, size = [], len(head)
    for block in blocks:
        size += len(block) + 1
        if size > LONGEST:
            break
        shown.append(block)
    more = len(blocks) - len(shown)
    rest = [f"\n…and {more} more."] if more else []
    return "\n".join([head, *shown, *rest, *([] if more else _tail(report, LONGEST - size))]).rstrip() + "\n"


def _head(report: RunReport) -> Iterator[str]:
    findings = [finding for document in report.documents for finding in document.open]
    title = count(len(findings), "finding") if findings else "no discrepancies found"
    yield f"### factcheck: {title}\n"
    figures = Ledger.of(tuple(figure for document in report.documents for figure in document.figures))
    kept = sum(len(document.findings) - len(document.open) for document in report.documents)
    yield f"{count(len(report.documents), 'article')}, {figures.total()}" + (f"; {kept} findings let pass" * bool(kept))
    for message in report.errors:
        yield f"\n- ⛔ {_plain(message)}"
    yield ""


def _finding(document: DocumentReport, finding: Finding) -> str:
    place = f" {document.place(finding.cited[0])}" if finding.cited else ""
    quotes = dict.fromkeys(cited.quote for cited in finding.cited if cited.quote)
    steps = [*(f"> {_plain(quote)}\n" for quote in quotes), *(f"- {_plain(step)}" for step in details(finding))]
    body = "\n".join(steps)
    return (
        f"- {_SIGNS[finding.severity]} **{_plain(finding.message)}**  \n"
        f"  {_plain(posix(document.path))}{_plain(place)} · {_plain(finding.rule)}\n\n"
        f"  <details><summary>Arithmetic</summary>\n\n{_indented(body)}\n\n  </details>\n"
    )


def _tail(report: RunReport, room: int) -> Iterator[str]:
    """What was not checked, as a list to tick off, as far as there is room."""
    rows = [
        "- [ ] " + _plain(f"“{figure.text}” {posix(document.path)} {document.place(figure)}: {figure.why}")
        for document in report.documents
        for figure in Ledger.of(document.figures).figures
        if figure.status == "unchecked"
    ]
    kept, size = [], 200
    for row in rows:
        size += len(row) + 1
        if size > room:
            break
        kept.append(row)
    if kept:
        more = [f"\n…and {len(rows) - len(kept)} more."] if len(kept) < len(rows) else []
        yield "\n".join([f"<details><summary>{count(len(rows), 'figure')} not checked</summary>\n", *kept, *more])
        yield "\n</details>"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))


def _plain(text: str) -> str:
    """Words of a draft as words: no markup, no tags, and nobody is called by an "@"."""
    words = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return _MARKUP.sub(r"\\\1", words).replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
