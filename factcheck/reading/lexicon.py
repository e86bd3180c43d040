"""Everything reading needs to know beforehand, compiled once: packs, the house's words, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.names.gazetteer import Gazetteer, load_gazetteer
from factcheck.packs import Measure, Pack, Thing
from factcheck.reading.contests.rolewords import RoleWords
from factcheck.reading.counting.measures import Forms, main_measure
from factcheck.reading.counting.ways import Ways, ways
from factcheck.reading.scope.scopewords import ScopeWords
from factcheck.words import Words, with_widths


@dataclass(frozen=True)
class Lexicon:
    """The compiled knowledge of one run."""

    packs: tuple[Pack, ...]
    words: Words
    gazetteer: Gazetteer
    not_names: frozenset[str]
    forms: Forms
    roles: RoleWords
    scopes: ScopeWords
    counted: Measure | None  # what the unlabelled figure of a row counts
    things: Mapping[str, Thing]
    cues: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()  # words before and behind a name that is a place

    @property
    def ways(self) -> Ways:
        """The words that move a figure up or down."""
        return ways(self.words)

    def kind(self, measure: Measure) -> str:
        """What kind of thing a measure is of: "place", "person", "pair", "party" or "article"."""
        return measure.whose


def build_lexicon(packs: Sequence[Pack], words: Words, names: Path) -> Lexicon:
    """Compile packs, words and the lists of names in the folder ``names``. Raises RuleError."""
    forms = Forms(packs)
    words = with_widths(words, {r.hedge: (r.plain, r.generous) for pack in packs for r in pack.widths})
    groups: dict[str, tuple[str, ...]] = dict(words.scope)
    for pack in packs:
        for group, listed in pack.scope.items():
            groups[group] = groups.get(group, ()) + tuple(listed)
    counted = main_measure(forms)
    return Lexicon(
        tuple(packs),
        words,
        load_gazetteer(names),
        _not_names(names / "not_names.txt"),
        forms,
        RoleWords(packs),
        ScopeWords(groups, words.lists.get("correction notices", ())),
        counted[0] if counted else None,
        {name: thing for pack in packs for name, thing in pack.things.items()},
        tuple(_cue(text) for pack in packs for thing in pack.things.values() for text in thing.also),
    )


def _cue(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words on either side of the name in a cue such as "constituency of _"."""
    before, _, after = text.lower().partition("_")
    return tuple(before.split()), tuple(after.split())


def _not_names(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
