"""What ``factcheck read`` shows of a draft beside its figures: the names and the claims."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.binding.binding import Bound
from factcheck.claims import Claim
from factcheck.dates.calendar import shown
from factcheck.document import Document
from factcheck.findings import ClaimRead, NameRead
from factcheck.interval import Value
from factcheck.reading.draft import Draft
from factcheck.reading.owners.standins import stand_ins


def names_read(draft: Draft, document: Document) -> list[NameRead]:
    """Every name of the draft with what it was taken to mean, in order."""
    return sorted(_names(draft, document), key=lambda name: name.start)


def _names(draft: Draft, document: Document) -> Iterator[NameRead]:
    for name in itertools.chain(*draft.names.values(), stand_ins(draft)):
        start, end = document.source_span(name.start, name.end)
        means = name.person.name if name.person else name.key
        yield NameRead(name.text, start, end, *document.line_column(start), name.kind, means, name.why)


def claims_read(bound: Bound, document: Document) -> Iterator[ClaimRead]:
    """Every claim of the article itself."""
    return (_claim(claim, document) for claim in bound.book if claim.source.kind == "article")


def _claim(claim: Claim, document: Document) -> ClaimRead:
    source = claim.source
    start, end = document.source_span(source.start, source.end)
    line, column = document.line_column(start)
    value = shown(claim.value) if isinstance(claim.value, Value) else str(claim.value)
    about = str(claim.subject)
    if claim.subject.kind == "candidate":
        about += f" in {claim.subject.key.split('|')[0] or 'the race'}"
    return ClaimRead(
        about, claim.attribute, value, str(claim.scope), claim.evidence, source.text, start, end, line, column
    )
