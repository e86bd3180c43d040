"""The whole check of a document: read, bind, check, explain, account for every figure. Loads what a run needs, once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from factcheck.binding.binding import Bound, bind, role_name
from factcheck.binding.doubt import Polls, far_fetched, set_doubtful_aside
from factcheck.binding.misread import Misread, misread_columns
from factcheck.binding.placings import from_lists, other_sides, together
from factcheck.binding.speakers import of_several
from factcheck.checking.check import REFERENCE, SAME_FACT, Conflict, Outcome, near, same_fact
from factcheck.checking.days import check_days
from factcheck.checking.far import far
from factcheck.checking.plans import root_kind
from factcheck.checking.wordrules import check_words, is_of_words
from factcheck.dates.dateline import article_date
from factcheck.document import Document
from factcheck.findings import DocumentReport, Finding
from factcheck.lives.statements import dated
from factcheck.packs import Pack, Rule
from factcheck.packs.formulas import formula_units
from factcheck.packs.paths import Paths
from factcheck.reading.draft import Draft, read_draft
from factcheck.reading.lexicon import Lexicon, build_lexicon
from factcheck.reading.loading import load_lexicon
from factcheck.reading.scope.event import event_of
from factcheck.reading.scope.quotations import quotations
from factcheck.references.references import References, Tables
from factcheck.shipped import shipped
from factcheck.statements.entering import enter
from factcheck.statements.frames import statements
from factcheck.statements.parts.fitting import fitting
from factcheck.statements.sayings import Sayings
from factcheck.statements.tablerows import Rows
from factcheck.statements.voiced import voiced
from factcheck.telling.chosen import distinct, milder, place
from factcheck.telling.ledger import Ledger, told
from factcheck.telling.telling import Teller, ranked


@dataclass
class Engine:
    """Packs, words, names and tables of one run."""

    lexicon: Lexicon
    references: References
    date: str = ""
    errors: tuple[str, ...] = ()

    @classmethod
    def load(cls, rules: Sequence[Path] = (), references: Sequence[str] = (), date: str = "") -> Engine:
        """Load the shipped rules, folders of one's own and the named tables. Raises RuleError and TableError."""
        lexicon, errors = load_lexicon(shipped("rules"), rules)
        return cls(lexicon, References.load(references), date, errors)

    @classmethod
    def using(cls, packs: Sequence[Pack], references: Sequence[str] = (), date: str = "") -> Engine:
        """An engine with these packs alone, the house's words and the named tables."""
        from factcheck.packs.wordsfile import load_words

        home = shipped("rules")
        return cls(
            build_lexicon(packs, load_words(home / "words.yaml"), home / "names"), References.load(references), date
        )

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs that are on."""
        return self.lexicon.packs

    @cached_property
    def rows(self) -> Rows:
        """The things of the packs that lines of tables tell of."""
        return Rows(self.packs)

    @cached_property
    def polling(self) -> Polls:
        """The words by which an article is known to be about opinion polls."""
        lists = self.lexicon.words.lists
        return Polls(frozenset(lists.get("poll/words", ())), frozenset(lists.get("poll/ratings", ())))

    @cached_property
    def sayings(self) -> Sayings:
        """The things of the packs that single sentences tell of."""
        return Sayings(self.packs)

    @cached_property
    def whole(self) -> frozenset[str]:
        """The measures that count whole things."""
        return frozenset(m.name for p in self.packs for m in p.measures.values() if p.units.get(m.unit) == "whole")

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, one for each formula of an ``each of``; a tolerance stays with formulas of its unit."""
        each = [(rule, paths) for pack in self.packs for paths in (Paths(pack),) for rule in pack.rules]
        every = [single for rule, paths in each for single in _singles(rule, paths)]
        return tuple(rule for rule in every if not is_of_words(rule))

    @cached_property
    def equations(self) -> frozenset[str]:
        """The names of the laws and rules that say what a figure is, and not only what it is at most or at least."""
        equal = (rule.name for rule in self.rules if all(check.op == "==" for check in rule.checks))
        return frozenset((SAME_FACT, REFERENCE, *equal))

    @cached_property
    def sums(self) -> tuple[Rule, ...]:
        """The rules about figures that nothing ties but arithmetic."""
        things = {thing.name for pack in self.packs for thing in pack.things.values() if thing.frame == "sum"}
        return tuple(r for r in self.rules if things & {root_kind(check) for check in r.checks})

    @cached_property
    def word_rules(self) -> tuple[Rule, ...]:
        """The rules about words."""
        return tuple(rule for pack in self.packs for rule in pack.rules if is_of_words(rule))

    def check(self, document: Document) -> DocumentReport:
        """The findings of one document, and what became of each of its figures."""
        return Run(self, document).report()

    def read(self, document: Document) -> DocumentReport:
        """The same, and all that was read: names, claims, dates, of each figure its noun and whether it is a change."""
        return Run(self, document).reading()


class Run:
    """One document's check."""

    def __init__(self, engine: Engine, document: Document) -> None:
        """Read the document, and bind what was read into claims: it is checked when it is asked for."""
        self.engine = engine
        self.document = document
        self.date = engine.date or document.date or str(article_date(document.text) or "")
        self.event = event_of(document.text, self.date, engine.lexicon.scopes)
        self.today = day_of(self.date)
        self.draft, self.tables = self._read()
        self.bound = self._bind()
        self._enter_statements()
        self.outcome = Outcome()

    def _read(self) -> tuple[Draft, Tables | None]:
        """The draft as read, and the reference tables that speak of it."""
        text, references = self.document.text, self.engine.references
        draft = read_draft(text, self.engine.lexicon, self.event, references.places(), self.today)
        tables = references.about(draft, text, self.date)
        if tables:
            _settle_homes(draft, tables)
            draft.event = replace(draft.event, year=draft.event.year or tables.tables[0].event.year)
        return draft, tables

    def _bind(self) -> Bound:
        """The claims of the packs' own figures, and those of the tables."""
        lexicon = self.engine.lexicon
        bound = bind(self.draft, lexicon, self.tables)
        from_lists(bound, lexicon)
        set_doubtful_aside(bound, role_name(lexicon, 1), self.engine.polling)
        together(bound, lexicon, [s.start for s in self.draft.sentences])
        if self.tables:
            self.tables.enter(bound)
        other_sides(bound, lexicon)
        return bound

    def _enter_statements(self) -> None:
        """The claims of what sentences say of their own figures, and of lives and times."""
        lexicon = self.engine.lexicon
        told = statements(self.draft, lexicon.words, self.engine.sayings, self.engine.rows)
        made = (*told, *dated(self.draft, self.draft.times, self.today))
        enter(voiced(made, self.draft, lexicon), self.bound, lexicon.things)

    def report(self) -> DocumentReport:
        """Check and explain."""
        book, parties = self.bound.book, self.bound.entities.parties
        same_fact(book, self.outcome)
        self.days = check_days(self.draft.text, self.draft.times, self.today, self.outcome)
        near(book, parties, self.engine.rules, self.outcome)
        check_words(book, parties, self.engine.word_rules, self.outcome)
        self._fit()
        far(book, parties, self.engine.rules, self.engine.whole, self.outcome)
        findings = self._findings()
        return DocumentReport(
            self.document.path,
            tuple(findings),
            tuple(self._ledger(findings).lines(self.draft.figures)),
            notes=(*self.document.notes, *self._notes()),
            document=self.document,
        )

    def _fit(self) -> None:
        """Tie by arithmetic alone what no rule has tied."""
        claims = {r.figure.start: c for r in self.bound.reads if (c := self.bound.claims.get(id(r)))}
        self.fits = fits = fitting(self.draft.sentences, {start: (c.attribute, c.scope) for start, c in claims.items()})
        self.said = tuple(self.bound.book)  # without what arithmetic alone tells
        settled = self.outcome.settled(self.engine.equations)
        starts = {c.source.start for c in self.bound.book if id(c) in settled}
        if found := list(fits.statements(starts)):
            enter(found, self.bound, self.engine.lexicon.things)
            near(self.bound.book, self.bound.entities.parties, self.engine.sums, self.outcome)

    def reading(self) -> DocumentReport:
        """The report, and all that was read."""
        from factcheck.telling.dates import told as told_dates
        from factcheck.telling.shown import claims_read, names_read

        report, sentences = self.report(), self.draft.sentences
        words = self.engine.lexicon.words
        more = self._ledger(report.findings).unnumbered(self.draft.text, sentences, words)
        figures = sorted(
            [*told(report.figures, sentences, self.engine.lexicon.ways), *more],
            key=lambda line: (line.start, -line.end),
        )
        return replace(
            report,
            figures=tuple(figures),
            names=tuple(names_read(self.draft, self.document)),
            claims=tuple(claims_read(self.bound, self.document)),
            dates=tuple(told_dates(self.draft.times, self.document)),
        )

    def _ledger(self, findings: Iterable[Finding]) -> Ledger:
        return Ledger(self.document, self.bound, self.days, self.outcome, findings)

    def _findings(self) -> list[Finding]:
        spans = [(s.start, s.end) for s in self.draft.sentences]
        teller = Teller(self.document, spans, {f.start: f for f in self.draft.figures})
        conflicts = distinct(self.outcome.conflicts)
        quoted = quotations(self.draft.text)
        columns = misread_columns(self.bound.book, conflicts)
        self.misread = Misread(self.bound.book, self.fits.misread, self.outcome.passed(), columns)
        made = [milder(f, c, quoted) for c in conflicts if (f := self._believed(teller, c)) is not None]
        if self.tables:
            made += self.tables.names_near(self.bound, self.draft, teller)
        blamed = Counter(c.start for f in made if f.severity != "note" for c in f.figures if c.source == "article")
        said = [c for c in self.bound.book if c.source.kind == "article"]
        at = self.document.source_offset
        supported = Counter({at(c.source.start): len(self.outcome.checked.get(id(c), ())) for c in said})
        return sorted((ranked(f, blamed, supported) for f in made), key=place)

    def _believed(self, teller: Teller, conflict: Conflict) -> Finding | None:
        """What is told of a conflict; None where it more likely is our reading that is wrong than the article."""
        finding = teller.finding(conflict, self.said)
        grounds = [ground for claim in conflict.claims for ground in claim.grounds()]
        disputed = of_several(self.bound.read_of, grounds, self.engine.lexicon.words.lists)
        if (
            not disputed
            and not self.misread.explains(conflict, grounds)
            and (finding.slips or not far_fetched(self.bound, grounds))
        ):
            return finding
        self.outcome.doubted |= {id(ground) for ground in grounds}
        return None

    def _notes(self) -> list[str]:
        if not self.document.text.strip():
            return ["nothing to check: the document is empty"]
        return self.engine.references.hints(self.draft, self.document.text, self.tables, self.date)


def _settle_homes(draft: Draft, tables: Tables) -> None:
    """Where the table says in which race somebody stands, that is where; of namesakes, the one whose race is named."""
    for person in draft.people.all.values():
        homes = tables.homes(person.name)
        named = [home for home in homes if home in draft.sections.names]
        if len(named or homes) == 1:
            draft.homes[person.key] = (named or homes)[0]


def check_reference(name: str) -> list[str]:
    """What is wrong with a table, by name or path, one line each. Raises TableError."""
    from factcheck.references.tablerules import table_problems
    from factcheck.tables.tables import load_reference

    return table_problems(load_reference(name), Engine.load().rules)


def _singles(rule: Rule, paths: Paths) -> list[Rule]:
    made = [replace(rule, checks=(check,)) for check in rule.checks] if rule.each else [rule]
    unit = rule.tolerance.partition(" ")[2]
    return [r if unit in formula_units(r.checks[0], paths) else replace(r, tolerance="") for r in made]


def day_of(date: str) -> dt.date | None:
    """The day of an ISO date, which may go on with a time; None where there is none."""
    try:
        return dt.date.fromisoformat(date[:10])
    except ValueError:
        return None
