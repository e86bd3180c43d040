"""The report for an editor, as one page that needs nothing else: the article as it reads, a card for each finding.

Every word of a draft is escaped, and the page's own rule (Content-Security-Policy) lets nothing be loaded and no script
run but the one that it brings.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from factcheck.answers import SEVERITIES
from factcheck.findings import DocumentReport, FigureStatus, Finding, RunReport
from factcheck.report.article import article
from factcheck.report.ledger import STATUSES, Ledger
from factcheck.report.numberline import number_line
from factcheck.report.words import count, listed, printable

_LEGEND = (
    ("checked", "checked: compared with another figure, and they can agree"),
    ("contradicted", "contradicted: it cannot be true together with others"),
    ("waived", "waived: contradicted, and let stand with a reason"),
    ("unchecked", "not checked: for you to check"),
)
_PANEL = (
    '<div id="panel" role="dialog" aria-labelledby="panel-head" hidden><div class="bar"><h2 id="panel-head">Figure</h2>'
    '<button type="button" id="close">Close</button></div><div id="panel-body"></div></div>'
)


def render(report: RunReport) -> str:
    """The page."""
    style, script = (
        files("factcheck.report.page").joinpath(name).read_text("utf-8") for name in ("page.css", "page.js")
    )
    rule = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'"
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{rule}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_words(_title(report))}</title>\n<style>{style}</style>\n</head>\n<body>",
        *_head(report),
        '<main id="main">',
        *(part for number, each in enumerate(report.documents, start=1) for part in _document(each, f"a{number}")),
        "</main>",
        _PANEL,
        f"<script>{script}</script>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _words(text: str) -> str:
    return escape(printable(text))


def _title(report: RunReport) -> str:
    names = [document.path for document in report.documents]
    return f"factcheck: {names[0]}" if len(names) == 1 else f"factcheck: {count(len(names), 'article')}"


def _head(report: RunReport) -> Iterator[str]:
    yield '<a class="skip" href="#main">Skip to the report</a>'
    yield f"<header><h1>{_words(_title(report))}</h1><p>{_words(_summary(report.documents))}</p>"
    yield '<ul class="legend">'
    yield from (f'<li><span class="fig {kind}">12,345</span> {words}</li>' for kind, words in _LEGEND)
    yield "</ul>"
    for message in report.errors:
        yield f'<p class="problem">{_words(message)}</p>'
    if len(report.documents) > 1:
        yield '<nav aria-label="Articles"><ul>'
        for number, document in enumerate(report.documents, start=1):
            yield f'<li><a href="#a{number}">{_words(document.path)}</a>: {_words(_summary((document,)))}</li>'
        yield "</ul></nav>"
    yield "</header>"


def _summary(documents: tuple[DocumentReport, ...]) -> str:
    """What was checked and what was found, in one line."""
    found = [finding.severity for document in documents for finding in document.open]
    kinds = listed([count(found.count(each), each) for each in SEVERITIES if each in found])
    ledger = Ledger.of(tuple(figure for document in documents for figure in document.figures))
    return f"{ledger.total()}; {kinds or 'no discrepancies found'}"


def _document(document: DocumentReport, name: str) -> Iterator[str]:
    yield f'<section class="document" id="{name}" aria-labelledby="{name}-head">'
    yield f'<h2 id="{name}-head">{_words(document.path)}</h2>'
    yield from (f'<p class="note">{_words(note)}</p>' for note in document.notes)
    yield '<div class="columns"><div class="text">'
    yield from article(document, name)
    yield '</div><div class="side">'
    yield from _findings(document, name)
    yield "</div></div>"
    yield from _checklist(document, name)
    yield from _ledger(document, name)
    yield "</section>"


def _findings(document: DocumentReport, name: str) -> Iterator[str]:
    yield f"<h3>Findings ({len(document.open)})</h3>"
    if not document.open:
        yield "<p>No discrepancies found.</p>"
    for number, finding in enumerate(document.findings, start=1):
        if not finding.suppressed:
            yield from _card(finding, document, f"{name}-f{number}")
    kept = [(number, each) for number, each in enumerate(document.findings, start=1) if each.suppressed]
    if kept:
        yield f'<details class="kept"><summary>{_kept(len(kept))}</summary>'
        for number, finding in kept:
            yield from _card(finding, document, f"{name}-f{number}")
        yield "</details>"


def _kept(number: int) -> str:
    return count(number, "finding that does not count", "findings that do not count")


def _card(finding: Finding, document: DocumentReport, name: str) -> Iterator[str]:
    """One finding: the quotes, the arithmetic, what would fit, the likely slip, and a picture."""
    yield f'<article class="card {finding.severity}" id="{name}" aria-labelledby="{name}-head" tabindex="-1">'
    yield f'<h4 id="{name}-head"><span class="severity">{finding.severity}</span> {_words(finding.message)}</h4>'
    if finding.suppressed:
        where = f" ({finding.suppressed.where})" if finding.suppressed.where else ""
        yield f'<p class="reason">{finding.suppressed.kind}: {_words(finding.suppressed.reason + where)}</p>'
    yield '<ul class="cited">'
    for cited in finding.figures:
        place = document.place(cited) if cited.source == "article" else "table"
        label = cited.label if cited.source != "article" or cited.label != cited.text else ""
        yield f'<li><span class="place">{_words(place)}</span> <q>{_words(cited.text)}</q> {_words(label)}</li>'
    yield "</ul>"
    yield from (f"<blockquote>{_words(quote)}</blockquote>" for quote in _quotes(finding))
    picture = number_line(finding.sides)
    if picture:
        yield f'<figure class="picture">{picture}</figure>'
    yield from _steps(finding)
    yield f'<p class="rule">{_words(finding.rule)}</p></article>'


def _quotes(finding: Finding) -> list[str]:
    return list(dict.fromkeys(cited.quote for cited in finding.cited if cited.quote))


def _steps(finding: Finding) -> Iterator[str]:
    yield "<dl>"
    parts = {"Arithmetic": finding.arithmetic, "Would fit": finding.fits, "Likely slip": finding.slips}
    for label, steps in parts.items():
        if steps:
            yield f"<dt>{label}</dt>" + "".join(f"<dd>{_words(step)}</dd>" for step in steps)
    if finding.why:
        yield f"<dt>Why</dt><dd>{_words(finding.why)}</dd>"
    yield "</dl>"


def _checklist(document: DocumentReport, name: str) -> Iterator[str]:
    """The figures that were not checked, to be ticked off."""
    groups = Ledger.of(document.figures).unchecked()
    if not groups:
        return
    total = sum(map(len, groups.values()))
    yield f'<section class="checklist"><h3>To check by hand ({total})</h3>'
    for reason, figures in groups.items():
        yield f"<h4>{_words(reason)}</h4><ul>"
        for figure in figures:
            read_as = f" ({figure.claim})" if figure.claim else ""
            words = f"“{figure.text}” {document.place(figure)}{read_as}"
            yield f'<li><label><input type="checkbox" data-tick="{name}-{figure.start}"/> {_words(words)}</label></li>'
        yield "</ul>"
    yield "</section>"


def _ledger(document: DocumentReport, name: str) -> Iterator[str]:
    """Every figure with all that is known of it; a click on a figure of the article shows its entry."""
    if not document.figures:
        return
    yield f'<details class="ledger"><summary>All {count(len(document.figures), "figure")}</summary><ul>'
    for figure in document.figures:
        yield f'<li id="{name}-r{figure.start}">'
        yield from _entry(figure, document, name)
        yield "</li>"
    yield "</ul></details>"


def _entry(figure: FigureStatus, document: DocumentReport, name: str) -> Iterator[str]:
    place, status = _words(document.place(figure)), STATUSES[figure.status]
    yield f'<p class="what"><q>{_words(figure.text)}</q> {place}: <strong>{status}</strong></p><dl>'
    if figure.claim:
        yield f"<dt>Read as</dt><dd>{_words(figure.claim)}</dd>"
    if figure.against:
        yield "<dt>Checked against</dt>" + "".join(f"<dd>{_words(each)}</dd>" for each in figure.against)
    if figure.rules:
        yield f"<dt>By</dt><dd>{_words(', '.join(figure.rules))}</dd>"
    yield f"<dt>{'How' if figure.claim else 'Why not'}</dt><dd>{_words(figure.why)}</dd>"
    for number, finding in enumerate(document.findings, start=1):
        if any(cited.start <= figure.start < max(cited.end, cited.start + 1) for cited in finding.cited):
            yield f'<dt>Finding</dt><dd><a href="#{name}-f{number}">{_words(finding.message)}</a></dd>'
    yield "</dl>"
