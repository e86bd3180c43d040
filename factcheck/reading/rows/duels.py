"""Tables of several races: a place, then a party and its votes side by side, and what the first is ahead by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.packs import Measure
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.naming.mentions import Mention
from factcheck.reading.reads import Read
from factcheck.reading.rows.grids import barred

PAIRS = 2  # so many pairs of a party and a figure make a row of a race
OPENING = 3  # sentences before a table whose words say what its lone figures are

Cells = list[tuple[int, int]]  # from and to, in a sentence's units


def duels(draft: Draft, reads: Mapping[int, Mapping[int, Read]], lexicon: Lexicon) -> set[int]:
    """Read each row "Place | Labour | 11,919 | Conservative | 11,564 | 355"; returns the sentences read."""
    done: set[int] = set()
    opening: list[Sentence] = []
    for sentence in draft.sentences:
        cells = _cells(sentence.units) if barred(sentence) else []
        if len(cells) < 2 * PAIRS:
            opening = [*opening, sentence][-OPENING:]
            continue
        pairs = _pairs(cells, sentence.units, draft.found[sentence.index], reads[sentence.index], lexicon)
        if len(pairs) >= PAIRS and len(draft.sections.of[sentence.index]) == 1:
            _read(sentence, cells, pairs, reads[sentence.index], _lead(opening, lexicon), lexicon)
            done.add(sentence.index)
    return done


def _cells(units: Sequence[Unit]) -> Cells:
    cells, start = [], 0
    for k, unit in enumerate(units):
        if unit.kind == "|":
            cells.append((start, k))
            start = k + 1
    return [*cells, (start, len(units))]


def _pairs(
    cells: Cells, units: Sequence[Unit], found: Mapping[int, Mention], reads: Mapping[int, Read], lexicon: Lexicon
) -> dict[int, Mention]:
    """The number of each cell that holds somebody's votes, with whose they are: the one of the cell before."""
    pairs = {}
    for number, (start, end) in enumerate(cells[1:], 1):
        before, last = cells[number - 1]
        who = [found[k] for k in range(before, last) if k in found]
        named = len(who) == 1 and all(u.kind == "N" for u in units[before:last])
        if named and _count(start, end, reads, lexicon.counted, lexicon):
            pairs[number] = who[0]
    return pairs


def _count(start: int, end: int, reads: Mapping[int, Read], measure: Measure | None, lexicon: Lexicon) -> bool:
    """Whether a cell holds one figure and nothing else, and it can be of the measure."""
    return (
        end - start == 1
        and start in reads
        and measure is not None
        and lexicon.forms.accepts(measure, reads[start].figure)
    )


def _lead(opening: Sequence[Sentence], lexicon: Lexicon) -> Measure | None:
    """What the lone figure behind the pairs is, by the words above the table: a lead over the third or the majority."""
    words = {
        part for s in opening for u in s.units for part in (u.low, u.low.partition("-")[0], u.low.removesuffix("s"))
    }
    found = [
        (len(noun.split()), measure)
        for noun, measures in lexicon.forms.by_noun.items()
        for measure in measures
        if lexicon.kind(measure) == "place" and words >= set(noun.split())
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _read(
    sentence: Sentence,
    cells: Cells,
    pairs: Mapping[int, Mention],
    reads: Mapping[int, Read],
    lead: Measure | None,
    lexicon: Lexicon,
) -> None:
    for read in reads.values():
        read.measure, read.frame, read.why = None, "column", "its column counts nothing known"
    for number, who in pairs.items():
        read = reads[cells[number][0]]
        read.measure, read.who, read.evidence, read.why = lexicon.counted, who, "row", f"beside {who.name}"
    after = max(pairs) + 1
    if lead is not None and after < len(cells) and _count(*cells[after], reads, lead, lexicon):
        read = reads[cells[after][0]]
        read.measure, read.evidence, read.why = lead, "row", "behind the candidates' votes"
