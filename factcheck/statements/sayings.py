"""The frame of a sentence: the figures that a pack's own forms read in it, each once, to be held against one another.

A pack gives a thing the frame ``sentence``, and figures of it; this finds them, and its rules say what must hold. A
score is one figure with two sides; a figure that a sentence gives twice, with two values, is not used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.figures.figures import Figure
from factcheck.interval import Value
from factcheck.packs import Measure, Pack, Thing
from factcheck.packs.model import SENTENCE
from factcheck.reading.counting.measures import BY_KIND, Form, Forms
from factcheck.reading.layout import Sentence, Unit
from factcheck.statements.against.pairs import in_a_run, set_against
from factcheck.statements.statement import Said, Statement, said
from factcheck.values import frozen

SIDES = ("first", "second")
READ = ("quantity", "score", "ordinal")
NO_CUE = frozenset(("", "_", "F"))


@frozen
class Saying:
    """A thing whose figures one sentence tells, and the forms that read them."""

    thing: Thing
    forms: Forms
    cues: frozenset[str]  # words of which its sentences have one
    whole: frozenset[str]  # its units that count whole things
    kind: str  # of a figure that it must have: "score", "ordinal"; "" for none in particular


class Sayings:
    """All things of the packs that are made by sentences."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._all = tuple(
            _saying(pack, thing) for pack in packs for thing in pack.things.values() if thing.frame == SENTENCE
        )
        self._by_cue: dict[str, list[int]] = defaultdict(list)
        for k, saying in enumerate(self._all):
            for cue in saying.cues:
                self._by_cue[cue].append(k)
        self._cues = frozenset(self._by_cue)

    def of(self, sentence: Sentence, ordinals: Sequence[Figure], text: str) -> Iterator[Statement]:
        """What a sentence says of each thing; ``ordinals`` are those that stand in it."""
        asked = sorted({k for cue in sentence.words & self._cues for k in self._by_cue[cue]})
        if not asked:
            return
        kinds = {"", "ordinal" if ordinals else "", *(u.figure.kind for u in sentence.units if u.figure is not None)}
        for saying in (self._all[k] for k in asked):
            if saying.kind in kinds and sentence.words.isdisjoint(saying.thing.unless):
                units = sentence.units if saying.kind != "ordinal" else _with_ordinals(sentence.units, ordinals)
                yield from _said_of(saying, units, text)


def _saying(pack: Pack, thing: Thing) -> Saying:
    measures = {name: m for name, m in pack.measures.items() if m.of == thing.name}
    forms = Forms([replace(pack, measures=measures, set_aside=())], sentences=True)
    kind = next((m.unit for m in measures.values() if m.unit in BY_KIND), "")
    whole = frozenset(unit for unit, counts in pack.units.items() if counts == "whole")
    return Saying(thing, forms, _cues(measures, forms), whole, kind)


def _cues(measures: Mapping[str, Measure], forms: Forms) -> frozenset[str]:
    """The words that its forms need, of each form the longest: it is the rarest, most likely."""
    beside = {word for m in measures.values() for word in (*m.verbs, *m.bare_after)}
    return frozenset(beside | {max(sorted(form.words - NO_CUE), key=len, default="") for form in forms.every()})


def _said_of(saying: Saying, units: Sequence[Unit], text: str) -> Iterator[Statement]:
    """The statement about one thing, if any of its figures is told, and once."""
    told: dict[str, list[tuple[Unit, int, Form]]] = defaultdict(list)
    for i, unit in enumerate(units):
        if unit.figure is not None and unit.figure.kind in READ and not in_a_run(units, i):
            form = saying.forms.read(units, i)
            if form is not None and form.measure is not None:
                told[form.measure.name].append((unit, i, form))
    once = [found[0] for found in told.values() if len({_same(unit.figure) for unit, _, _ in found}) == 1]
    made = tuple(one for unit, i, form in once for one in _values(unit, i, form, text, saying.whole))
    if made:
        wordings = tuple((form.measure.name, form.text) for _, _, form in once if form.measure)
        yield Statement(SENTENCE, saying.thing.name.replace("_", " "), made, thing=saying.thing.name, forms=wordings)


def _same(figure: Figure | None) -> object:
    """What two figures must have in common to say the same: their number; of scores both sides."""
    return figure and (figure.text if figure.kind == "score" else figure.number)


def _values(unit: Unit, i: int, form: Form, text: str, whole: frozenset[str]) -> Iterator[Said]:
    """The value of a figure, or both sides of a score; a figure in a unit that is whole counts exactly."""
    assert form.measure is not None
    assert unit.figure is not None
    name = form.measure.name
    if unit.figure.kind != "score":
        exact = form.measure.unit in whole and unit.figure.bound == "exact"
        yield said(name, unit.figure, Value.exact(unit.figure.number) if exact else None)
    elif (pair := set_against(unit, i, text)) is not None:
        for side, value, (start, end) in zip(SIDES, pair.values, pair.spans, strict=True):
            yield Said(f"{name}@{side}", value, start, end, text[start:end])


def _with_ordinals(units: Sequence[Unit], ordinals: Sequence[Figure]) -> list[Unit]:
    """The units with each place in an order ("fifth", "11th") as one figure."""
    made: list[Unit] = []
    at = 0
    for figure in ordinals:
        while at < len(units) and units[at].end <= figure.start:
            made.append(units[at])
            at += 1
        made.append(Unit("f", figure.start, figure.end, "", figure))
        while at < len(units) and units[at].start < figure.end:
            at += 1
    return [*made, *units[at:]]
