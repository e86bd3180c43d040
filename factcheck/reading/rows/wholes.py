"""A list of parties as one whole: the figures above it that are of all of them, and the rows that did not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.interval import ZERO, Value
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.reads import Read
from factcheck.reading.rows.grids import Reads
from factcheck.reading.rows.lists import Listing

ABOVE = 4  # sentences above a list in which a figure of its whole is looked for
STILL = ("no change", "unchanged", "nc", "n/c")


def wholes(listings: Sequence[Listing], draft: Draft, reads: Reads, lexicon: Lexicon) -> list[Read]:
    """Set which list the figures of parties and of their whole belong to; a read more for each "no change"."""
    made: list[Read] = []
    for listing in listings:
        mine = [r for _, r in listing.reads() if r.measure and lexicon.kind(r.measure) == "party"]
        if len({id(r.sentence) for r in mine if not r.tag}) < 2:
            continue
        made += [still for r in mine if not r.tag and (still := _unchanged(r, draft)) is not None]
        for read in [*mine, *made]:
            read.listing = listing.first
        for read in _above(listing, draft, reads, lexicon):
            read.listing = listing.first
    return made


def _above(listing: Listing, draft: Draft, reads: Reads, lexicon: Lexicon) -> Iterator[Read]:
    """The figures of a whole in the lines above: "all 650 seats", "326 seats for a majority"."""
    for sentence in draft.sentences[max(0, listing.first - ABOVE) : listing.first]:
        for read in reads[sentence.index].values():
            if read.measure and lexicon.kind(read.measure) == "list":
                yield read


def _unchanged(read: Read, draft: Draft) -> Read | None:
    """A change of nought, where the row says "no change" behind its figure."""
    sentence, end = read.sentence, read.figure.end
    words = draft.text[end : sentence.end].lower()
    found = next((w for w in STILL if words.strip(" ,;()|-–.").removeprefix("seats").strip(" ,;()|-–.") == w), "")
    if not found:
        return None
    start = _where(sentence, found.split()[0], end)
    text = draft.text[start : start + len(found)]
    nought = replace(read.figure, start=start, end=start + len(text), text=text, number=0, value=Value(ZERO, ZERO))
    return replace(read, figure=nought, tag="change", company=read, why=f"whose {read.figure.text} is")


def _where(sentence: Sentence, word: str, behind: int) -> int:
    return next((t.start for t in sentence.tokens if t.start >= behind and t.low == word), behind)
