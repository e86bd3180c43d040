"""Lists of results: which rows stand together, what they count, and to which race they belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from factcheck.interval import Interval, Value
from factcheck.packs import Measure
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.reads import Read
from factcheck.reading.rows import grids
from factcheck.reading.rows.duels import duels
from factcheck.reading.rows.heads import OPPOSITE, Head, head_of
from factcheck.reading.rows.partial import mark_partial
from factcheck.reading.rows.shapes import Filler, Row, shapes, share_of

LIST_GAP = 3  # lines that a list may be interrupted by
OPENER = 14  # tokens; a longer line without a colon opens no list
LABELLED = 30  # tokens; a longer line below a list tells no more of it
SHARES = frozenset("percentage percentages share shares percent %".split())
VOTING = frozenset("vote votes voting ballots polled preferences tallies".split())
SEATS = frozenset("seats mps councillors members constituencies tds".split())
MARGINS = frozenset("majorities margins".split())
EVIDENT = 1000  # a figure of this size counts votes where nothing says what a list counts
NAMED_LEAST = 100  # and of this size beside people
PADDED = {2: 3, 1: 4}  # places behind the point -> so many figures padded with a nought show that it carries nothing


@dataclass(slots=True)
class Listing:
    """Rows that stand together, and the words that open them."""

    rows: list[tuple[Row, Head]] = field(default_factory=list)
    opening: frozenset[str] = frozenset()
    table: bool = False  # what its figures count is settled

    @property
    def first(self) -> int:
        """The index of its first sentence."""
        return self.rows[0][0].sentence.index

    @property
    def last(self) -> int:
        """The index of its last sentence."""
        return self.rows[-1][0].sentence.index

    def reads(self) -> Iterator[tuple[Head, Read]]:
        """Its figures that were read, each with whose it is."""
        cells = ((head, read) for row, head in self.rows for read in row.cells)
        return ((head, r) for head, r in cells if r.frame in ("row", "column") and r.measure is not None)


def read_lists(draft: Draft, reads: grids.Reads, lexicon: Lexicon) -> list[Listing]:
    """Read every list and table of a draft; the reads of their rows are filled in."""
    if lexicon.counted is None:
        return []
    grids.labels(draft, reads, lexicon)
    columns = grids.tables(draft, reads, lexicon)
    duels(draft, reads, lexicon)
    done = {s.index for s in draft.sentences if any(r.frame == "column" for r in reads[s.index].values())}
    piled = grids.stacked(draft, {k: {} if k in done else r for k, r in reads.items()}, lexicon)
    done |= {part.index for row, _ in piled for part, _, _ in row.parts}
    left = [s for s in draft.sentences if s.index not in done]
    rows = sorted([*piled, *(row for s in left for row in _rows(draft, s, reads[s.index], lexicon))], key=_place)
    listings = _group(draft, reads, rows, table=False)
    filler, at = Filler(lexicon.forms, lexicon.counted), Counter(row.sentence.index for row, _ in rows)
    believed = [listing for listing in listings if _company(listing, at) or _alone(listing)]
    made = [listing for listing in believed if _fill(listing, filler, lexicon)]
    made += _group(draft, reads, columns, table=True)
    for listing in made:
        _unpad(listing)
        mark_partial(draft, [r for _, r in listing.reads()], reads, range(listing.first - 1, listing.last + 2))
    return sorted(made, key=lambda listing: listing.first)


def _company(listing: Listing, at: Counter[int]) -> bool:
    """Whether a list is more than one row, or one with others close by; ``at``: how many rows each sentence holds."""
    return sum(at[k] for k in range(listing.first - LIST_GAP, listing.last + LIST_GAP + 1)) > 1


def _alone(listing: Listing) -> bool:
    """A row without company is believed only with a bracket behind its figure, and of somebody known."""
    row, head = listing.rows[0]
    return row.bracketed and head.sure


def _place(found: tuple[Row, Head]) -> tuple[int, int]:
    return found[0].sentence.index, found[0].start


def _rows(draft: Draft, sentence: Sentence, reads: Mapping[int, Read], lexicon: Lexicon) -> Iterator[tuple[Row, Head]]:
    for row in shapes(sentence, reads):
        found = head_of(draft, lexicon, sentence, row.start, row.cells[0].at)
        if found is not None:
            row.start = found[1]
            yield row, found[0]


def _group(draft: Draft, reads: grids.Reads, rows: Sequence[tuple[Row, Head]], *, table: bool) -> list[Listing]:
    """Rows in company: a gap, a line that opens another list, or a name that comes again ends a list."""
    listings: list[Listing] = []
    met: set[str] = set()
    parts = {part.index for row, _ in rows for part, _, _ in row.parts} | {row.sentence.index for row, _ in rows}
    for row, head in rows:
        index = min([row.sentence.index, *(part.index for part, _, _ in row.parts)])
        between = draft.sentences[listings[-1].last + 1 : index] if listings else []
        apart = not listings or index - listings[-1].last > LIST_GAP or any(_parts(s, reads) for s in between)
        if apart or _who(head) in met:
            met = set()
            listings.append(Listing([], _opening(draft, reads, row, index, parts), table))
        listings[-1].rows.append((row, head))
        met.add(_who(head))
    return listings


def _parts(sentence: Sentence, reads: grids.Reads) -> bool:
    """Whether a line between two rows parts their lists: one that opens another, or running text."""
    return _opens(sentence, reads) or len(sentence.tokens) > OPENER


def _opens(sentence: Sentence, reads: grids.Reads) -> bool:
    last = sentence.tokens[-1].text
    short = len(sentence.tokens) <= OPENER and last not in ".!?"
    headed = short and not reads[sentence.index] and any(u.kind in "wN" for u in sentence.units)
    return headed or last == ":" or (last == "-" and sentence.tokens[-2:][0].text == ":")


def _opening(draft: Draft, reads: grids.Reads, row: Row, index: int, parts: set[int]) -> frozenset[str]:
    """The words that open a list: what stands before its first row, and the one or two short lines above."""
    words = {u.low for u in row.sentence.units[: row.start]} if not row.parts or len(row.parts) == 1 else set()
    for sentence in reversed(draft.sentences[max(0, index - 2) : index]):
        if sentence.index in parts or not _opens(sentence, reads):
            break
        words |= {t.low for t in sentence.tokens}
    return frozenset(words | ({"percent"} if {"per", "cent"} <= words else set()))


def _who(head: Head) -> str:
    return head.who.person.key if head.who.person else head.who.party


def _fill(listing: Listing, filler: Filler, lexicon: Lexicon) -> bool:
    """Settle what the figures of a list count; False where it turns out to be none."""
    sides = {h.who.party for _, h in listing.rows if h.side}
    sure = [row for row, h in listing.rows if h.sure and not h.side and not h.rest]
    alike = {row.bracketed for row in sure}
    enough = len(sure) >= 2 or (len(sure) == 1 and bool(listing.opening & VOTING))

    def believed(row: Row, head: Head) -> bool:
        if head.side:
            return OPPOSITE[head.who.party] in sides
        return head.sure or (enough and row.bracketed in alike)

    listing.rows = [(row, head) for row, head in listing.rows if believed(row, head)]
    if not listing.rows:
        return False
    count = _counts(listing, filler, lexicon)
    if count is None or lexicon.kind(count) != "party":
        listing.rows = [(row, head) for row, head in listing.rows if not head.rest]
    filled = [_fill_row(row, head, filler, count, lexicon) for row, head in listing.rows]
    return any(filled)


def _counts(listing: Listing, filler: Filler, lexicon: Lexicon) -> Measure | None:
    """What a bare figure of the list counts: by the words that open it, a noun behind the first, company and size."""
    firsts = [row.cells[0].figure for row, head in listing.rows if not head.rest]
    most = max((figure.number for figure in firsts if figure.unit == ""), default=0)
    said, people = listing.opening, any(h.who.person for _, h in listing.rows)
    if said & MARGINS:
        return _of_kind(lexicon, "majority", "place")
    if said & SEATS and most < EVIDENT and not people:
        return _of_kind(lexicon, "seats", "party")
    if said & SHARES and most <= 100:
        return share_of(lexicon.forms, filler.counted)
    form = next((row.cells[0].form for row, h in listing.rows if not h.rest), None)
    named = form.measure if form and not form.bare else None
    if named is not None and lexicon.kind(named) in ("person", "party"):
        return named
    evident = most >= EVIDENT or said & VOTING or (people and most >= NAMED_LEAST)
    sides = any(h.side for _, h in listing.rows)
    return filler.counted if evident or sides or _one_total(listing) else None


def _of_kind(lexicon: Lexicon, noun: str, kind: str) -> Measure | None:
    return next((m for m in lexicon.forms.by_noun.get(noun, ()) if lexicon.kind(m) == kind), None)


def _one_total(listing: Listing) -> bool:
    """Whether figures and percentages beside them are parts of one total, as votes and shares are and seats are not."""
    both = [(row.cells[0].figure.number, row.cells[1].figure.number) for row, _ in listing.rows if len(row.cells) > 1]
    totals = sorted(Fraction(n) / share for n, share in both if share > 1)
    if not totals or any(share > 100 for _, share in both):
        return False
    middle = totals[len(totals) // 2]
    near = sum(abs(total - middle) * 10 <= middle for total in totals)
    return near * 2 > len(totals) and (near > 1 or len(listing.rows) == 1)


def _fill_row(row: Row, head: Head, filler: Filler, count: Measure | None, lexicon: Lexicon) -> bool:
    done = filler.fill(row, count)
    if done is None or any(_misfit(measure, count, head, lexicon) for _, measure, _, _ in done):
        _leave(row)
        return False
    for read, measure, tag, sign in done:
        read.measure, read.who, read.tag, read.sign = measure, head.who, tag, sign
        read.frame, read.evidence, read.why = "row", "row", f"a row: {head.who.name}"
        read.company = done[0][0] if read is not done[0][0] else None
    for read in row.cells:
        if read.frame != "row":
            read.measure, read.frame, read.why = None, "row", "counts nothing known in its row"
    return True


def _misfit(measure: Measure, count: Measure | None, head: Head, lexicon: Lexicon) -> bool:
    """Whether somebody of the head's kind cannot have what the figure counts."""
    kind = lexicon.kind(measure)
    if kind == "party":
        return head.who.person is not None
    return kind == "pair" or (kind == "place" and (measure is not count or head.who.person is None))


def _leave(row: Row) -> None:
    for read in row.cells:
        if read.form is None or read.form.bare:
            read.measure, read.why = None, "in a list that does not say what it counts"


def _unpad(listing: Listing) -> None:
    """Noughts that end every percentage of a list ("31.60, 29.40, 2.60") say nothing of how exact it is."""
    for tag in ("", "change"):
        mine = [r for _, r in listing.reads() if _measure(r, "percent") and r.tag == tag and r.figure.bound == "exact"]
        size = max((_places(r) for r in mine), default=0)
        longest = [r for r in mine if _places(r) == size]
        padded = all(r.figure.number * 10 ** (size - 1) % 1 == 0 for r in longest)
        if padded and len(longest) >= PADDED.get(size, len(mine) + 1):
            for read in longest:
                _widen(read, Fraction(1, 10 ** (size - 1)))


def _places(read: Read) -> int:
    digits = read.figure.text.partition(".")[2]
    return len(digits) - len(digits.lstrip("0123456789"))


def _widen(read: Read, step: Fraction) -> None:
    n = read.figure.number
    value = Value(Interval(n - step / 2, n + step / 2), Interval(n - step, n + step))
    read.figure = replace(read.figure, value=value, why=f"{read.figure.why}; the list pads its figures with noughts")


def settle(listings: Sequence[Listing], draft: Draft, reads: grids.Reads, lexicon: Lexicon) -> None:
    """Give a list a race of its own where nobody says which it is, or where an earlier list of the race differs."""
    given: dict[str, dict[tuple[str, str, str], object]] = {}
    for listing in listings:
        mine = [r for k in {row.sentence.index for row, _ in listing.rows} for r in reads[k].values()]
        mine += _labels(listing, draft, reads, lexicon)
        own = f"?list {listing.first}"
        _move(mine, "?", own)
        for race in dict.fromkeys(r.race for _, r in listing.reads()):
            values = {(_who(h), _measure(r), r.tag): r.figure.number for h, r in listing.reads() if r.race == race}
            before = given.setdefault(race, {})
            both = [k for k in values if k in before]
            if sum(values[k] != before[k] for k in both) * 2 > len(both):
                _move(mine, race, own)
            else:
                before |= values


def _move(reads: Sequence[Read], race: str, own: str) -> None:
    for read in reads:
        read.race = own if read.race == race else read.race


def _measure(read: Read, unit: str = "") -> str:
    """The name of what a figure counts; "" when that is nothing, or not in the unit asked for."""
    return read.measure.name if read.measure and unit in ("", read.measure.unit) else ""


def _labels(listing: Listing, draft: Draft, reads: grids.Reads, lexicon: Lexicon) -> list[Read]:
    """The figures of the short lines below a list that tell of its race: "Majority: 1,760"."""
    found: list[Read] = []
    for sentence in draft.sentences[listing.last + 1 : listing.last + 9]:
        mine = [r for r in reads[sentence.index].values() if r.measure is not None]
        if any(r.frame in ("row", "column") or (r.measure and lexicon.kind(r.measure) != "place") for r in mine):
            break
        headed = not mine and len(sentence.tokens) > 2 and _opens(sentence, reads)
        if headed or len(sentence.tokens) > (OPENER if found else LABELLED):
            break
        found += mine
    return found
