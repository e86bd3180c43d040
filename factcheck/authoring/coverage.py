"""Which rules, forms, vetoes and hedges the examples of packs use, and which none uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from factcheck.document import Document
from factcheck.engine import Engine, Run
from factcheck.errors import TableError
from factcheck.findings import DocumentReport
from factcheck.packs import Pack
from factcheck.packs.model import Origin
from factcheck.references.references import References
from factcheck.tables.tables import list_references
from factcheck.words import Hedge


@dataclass
class Recorder:
    """Checks texts with an engine, and keeps what each of them used."""

    engine: Engine
    rules: set[str] = field(default_factory=set)
    forms: set[tuple[str, str]] = field(default_factory=set)  # figure ("" for a veto) and form
    hedges: set[str] = field(default_factory=set)

    def against(self, tables: tuple[str, ...]) -> Callable[[str], DocumentReport]:
        """A check of texts against shipped tables, by name. Raises TableError."""
        known = {name for name, _ in list_references()}
        if missing := [name for name in tables if name not in known]:
            raise TableError(f"`tested with`: there is no shipped table `{missing[0]}`; see: factcheck reference list")
        engine = replace(self.engine, references=References.load(tables)) if tables else self.engine
        return lambda text: self._check(engine, text)

    def _check(self, engine: Engine, text: str) -> DocumentReport:
        run = Run(engine, Document("example", text))
        report = run.reading()
        self.rules |= {rule for figure in report.figures for rule in figure.rules}
        self.rules |= {finding.rule for finding in report.findings}
        forms = [read.form for read in run.bound.reads if read.form is not None]
        self.forms |= {(form.measure.name if form.measure else "", form.text) for form in forms}
        self.forms |= run.bound.worded
        for figure in run.draft.figures:
            self.hedges |= set(_hedges_in(figure.why.partition(":")[0], self.engine.lexicon.words.hedges))
        return report


def _hedges_in(words: str, hedges: Iterable[Hedge]) -> Iterator[str]:
    """The hedges that a figure's wording is made of: "at least about" is two."""
    known = {wording.strip(" -"): hedge.name for hedge in hedges for wording in (*hedge.before, *hedge.after)}
    while words:
        found = max((each for each in known if f"{words} ".startswith(f"{each} ")), key=len, default="")
        if not found:
            return
        yield known[found]
        words = words[len(found) :].strip()


def unused(pack: Pack, files: Iterable[str], used: Recorder) -> list[str]:
    """What no example uses of what the files bring to a pack, one line each."""
    inside = set(files)
    origins = [origin for origin in (pack.origin, *pack.extensions) if origin.file in inside]
    rules = [rule for rule in pack.rules if rule.place.file in inside and rule.name not in used.rules]
    lines = [f"{rule.place.file}:{rule.place.line}: no example uses the rule `{rule.name}`" for rule in rules]
    return lines + [line for origin in origins for line in _unused_forms(origin, used)]


def _unused_forms(origin: Origin, used: Recorder) -> Iterator[str]:
    for each in origin.forms:
        if (each.figure, each.form) not in used.forms:
            what = f"the form `{each.form}` of `{each.figure}`" if each.figure else f"the veto `{each.form}`"
            yield f"{origin.file}: no example uses {what}"


def unused_hedges(hedges: Iterable[Hedge], used: Recorder) -> list[str]:
    """The hedges of the house that no example uses, one line each."""
    return [f"words.yaml: no example uses the hedge `{h.name}`" for h in hedges if h.name not in used.hedges]
