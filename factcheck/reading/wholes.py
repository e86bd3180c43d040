"""How many there are in all, for a list of parties: "All 650 seats have been declared" above their seats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.reading.draft import Draft
from factcheck.reading.grids import Reads
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.lists import Listing
from factcheck.reading.reads import Read

ABOVE = 4  # sentences above a list in which its whole is looked for


def wholes(listings: Sequence[Listing], draft: Draft, reads: Reads, lexicon: Lexicon) -> list[Read]:
    """A read more for every row with more than there are in all, if it is the only one; else nothing is known."""
    made: list[Read] = []
    for listing in listings:
        mine = [r for _, r in listing.reads() if r.measure and lexicon.kind(r.measure) == "party" and not r.tag]
        for whole in _above(listing, draft, reads):
            over = [r for r in mine if r.measure is whole.measure and r.figure.number > whole.figure.number]
            if len(over) == 1 and len(mine) > 1:
                made.append(_of_row(whole, over[0]))
    return made


def _above(listing: Listing, draft: Draft, reads: Reads) -> Iterator[Read]:
    """The figure of "all 650 seats" or "the 650 seats" in the lines above."""
    for sentence in draft.sentences[max(0, listing.first - ABOVE) : listing.first]:
        for i, read in reads[sentence.index].items():
            if i and read.measure and read.who is None and sentence.units[i - 1].low in ("all", "the"):
                yield read


def _of_row(whole: Read, row: Read) -> Read:
    """The whole as said of the party of one row."""
    said = replace(whole, tag="whole", evidence="row", frame="part")
    said.sentence, said.at, said.who, said.race = row.sentence, row.at, row.who, row.race
    return said
