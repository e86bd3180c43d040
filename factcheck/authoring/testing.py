"""Runs the examples of packs, for ``factcheck rules test``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from factcheck.authoring.coverage import Recorder, unused, unused_hedges
from factcheck.authoring.examples import run_examples
from factcheck.engine import Engine
from factcheck.packs import Pack


@dataclass(frozen=True)
class Tested:
    """What came of the examples of one pack: each failure as a paragraph, and what no example uses, one line each."""

    pack: str
    examples: int
    failures: tuple[str, ...]
    unused: tuple[str, ...]

    def show(self, coverage: bool) -> str:
        """The failures, what is unused where ``coverage`` is asked for, and a line that sums up."""
        fails = f"{len(self.failures)} of {self.examples} examples" if self.failures else f"{self.examples} examples"
        summary = f"{self.pack}: {fails} {'fail' if self.failures else 'hold'}"
        lines = [*self.unused, f"{summary}; {len(self.unused)} unused"] if coverage else [summary]
        return "\n\n".join([*self.failures, "\n".join(lines)])

    def fails(self, coverage: bool) -> bool:
        """Whether anything is not as it should be."""
        return bool(self.failures or (coverage and self.unused))


def run_packs(engine: Engine, files: Collection[str] | None = None, coverage: bool = False) -> list[Tested]:
    """Run the examples of every pack that is on; of ``files``, where given, only what these bring.

    ``coverage`` adds the hedges of the house that no example uses.
    """
    used = Recorder(engine)
    every = {origin.file for pack in engine.packs for origin in (pack.origin, *pack.extensions)}
    inside = every if files is None else every & set(files)
    chosen = [part for pack in engine.packs if (part := _part(pack, inside)) is not None]
    failures = [_failures(pack, used) for pack in chosen]
    found = [
        Tested(pack.name, _count(pack), failed, tuple(unused(pack, inside, used)))
        for pack, failed in zip(chosen, failures, strict=True)
    ]
    return found + (_hedges(engine, used) if coverage and files is None else [])


def _failures(pack: Pack, used: Recorder) -> tuple[str, ...]:
    return tuple(failure.show() for failure in run_examples(pack, used.against(pack.tested_with)))


def _hedges(engine: Engine, used: Recorder) -> list[Tested]:
    missing = unused_hedges(engine.lexicon.words.hedges, used)
    return [Tested("the house's words", 0, (), tuple(missing))] if missing else []


def _part(pack: Pack, files: Collection[str]) -> Pack | None:
    """The pack with only the examples that stand in some files; None where it has none of these files."""
    if not any(origin.file in files for origin in (pack.origin, *pack.extensions)):
        return None
    rules = tuple(rule for rule in pack.rules if rule.place.file in files)
    measures = {
        name: replace(measure, reads=tuple(each for each in measure.reads if each.place.file in files))
        for name, measure in pack.measures.items()
    }
    left_alone = tuple(each for each in pack.left_alone if each.place.file in files)
    return replace(pack, rules=rules, measures=measures, left_alone=left_alone)


def _count(pack: Pack) -> int:
    rules = sum(len(rule.flags) + len(rule.passes) + len(rule.missed) for rule in pack.rules)
    return rules + sum(len(measure.reads) for measure in pack.measures.values()) + len(pack.left_alone)
