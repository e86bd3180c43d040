"""What a check tells: findings, the ledger of figures, and the report of one document. Plain values."""

from __future__ import annotations

from dataclasses import field

from factcheck.document import Document
from factcheck.figures.figures import Figure
from factcheck.values import frozen

QUANTIFIER = "quantifier"  # kind of figure that is a quantity without a number: "no", "both", "most"
QUANTITIES = ("quantity", "multiple", "age")  # kinds of figure that are an amount of something


@frozen
class Citation:
    """One place that a finding cites: words of the article (with their place in the source file) or a table cell."""

    text: str
    start: int = 0  # code points in the source file, for source "article"
    end: int = 0
    line: int = 0  # from 1
    column: int = 0  # from 1
    source: str = "article"  # "article" | "reference"
    label: str = ""  # what it was read as: "majority of Blackburn"; for a cell: table, row and column
    quote: str = ""  # the sentence around it


@frozen
class Range:
    """What one side of a finding allows, for a picture: numbers, ``None`` where there is no bound."""

    label: str  # "the majority of Blackburn"
    low: float | None
    high: float | None
    widest_low: float | None  # of the generous reading
    widest_high: float | None
    words: str  # "190 up to, not including, 200"


@frozen
class Suppression:
    """Why a finding does not count against the draft."""

    kind: str  # waiver | baseline | unchanged
    reason: str  # the reason that was given with the waiver; else what this means
    where: str = ""  # the place of the waiver, the file of the baseline


@frozen
class Finding:
    """A smallest set of claims that cannot all be true (or, for notes, hardly)."""

    rule: str  # qualified: "election/majority-off"
    severity: str  # error | warning | note
    verdict: str  # inconsistent | tight | unresolved
    message: str  # one plain sentence with the figures quoted
    figures: tuple[Citation, ...] = ()  # every place cited, names too; the likeliest suspect first
    arithmetic: tuple[str, ...] = ()  # one step a line: "13,303 - 12,796 = 507"
    fits: tuple[str, ...] = ()  # what would fit: "the majority would have to be 507"
    slips: tuple[str, ...] = ()  # likely slips: "607 may be 507 with one digit wrong"
    why: str = ""  # the rule's reason
    sides: tuple[Range, ...] = ()  # what each figure allows by itself, and by the others
    suppressed: Suppression | None = None
    identity: str = ""  # the same for the same finding of another run, wherever in the article it stands by then

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The places in the article, the likeliest suspect first."""
        return tuple(each for each in self.figures if each.source == "article")


@frozen
class FigureStatus:
    """One line of the ledger: a figure of the article and what became of it."""

    text: str
    start: int
    end: int
    line: int
    column: int
    status: str  # checked | contradicted | waived | unchecked
    claim: str | None  # what it was read as, or None
    why: str  # how it was read and on what evidence, or why it was not read or not checked
    rules: tuple[str, ...] = ()  # the rules it took part in
    unit: str = ""
    kind: str = "quantity"
    reading: Figure | None = None  # what its words allow
    counts: str = ""  # the noun it counts, with its qualifiers; filled by ``factcheck read``
    change: str | None = None  # "up" or "down" for a change; filled by ``factcheck read``
    against: tuple[str, ...] = ()  # what it was compared with: words of the article, cells of tables
    beside: tuple[int, ...] = ()  # the starts in the source file of all that it was compared with in the article


@frozen
class NameRead:
    """A name of the article and who or what it was taken to be."""

    text: str
    start: int
    end: int
    line: int
    column: int
    kind: str  # person | party | race | place | unknown | pronoun
    means: str  # "Iqbal Mohamed", or "" when nobody
    why: str


@frozen
class DateRead:
    """A date, a run of days, a length of time or an age, and what its words allow."""

    text: str
    start: int
    end: int
    line: int
    column: int
    kind: str  # date month quarter half season year decade century week weekend range since lifespan duration age
    low: str | None  # the first and the last day that it covers, as ISO days; None where they are not settled
    high: str | None
    duration: tuple[float | None, float | None, str] | None  # of a length or an age: least, most and unit
    why: str  # how it was settled, or what is missing or wrong


@frozen
class DocumentReport:
    """Everything that is told of one document."""

    path: str
    findings: tuple[Finding, ...] = ()
    figures: tuple[FigureStatus, ...] = ()
    names: tuple[NameRead, ...] = ()
    claims: tuple[ClaimRead, ...] = ()
    notes: tuple[str, ...] = ()  # "nothing to check", the hint to add --reference
    document: Document | None = None  # what was checked
    dates: tuple[DateRead, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that count: neither waived, nor known before, nor outside what was changed."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)

    def place(self, cited: Citation | FigureStatus) -> str:
        """Where something stands, as the user of that format sees it: "12:5", or "table 1, row 2, column 3"."""
        return self.document.place(cited.start) if self.document else f"{cited.line}:{cited.column}"


@frozen
class ClaimRead:
    """A claim as shown by ``factcheck read``."""

    about: str  # "Ayoub Khan in Birmingham Perry Barr"
    attribute: str  # "votes"
    value: str  # "13,303"
    scope: str
    evidence: str
    text: str  # the words it was read from
    start: int
    end: int
    line: int
    column: int
    source: str = "article"


@frozen
class RuleNote:
    """A rule as reports tell of it."""

    name: str
    severity: str
    why: str
    holds: str = ""  # the formulas


@frozen
class RunReport:
    """The whole run: every document, and every input that could not be used."""

    documents: tuple[DocumentReport, ...] = ()
    errors: tuple[str, ...] = field(default=())  # messages of bad input; any makes exit code 2
    notes: tuple[str, ...] = ()  # what the user should know of the run: an entry of the baseline that is gone
    rules: tuple[RuleNote, ...] = ()  # the rules that were on
    failing: tuple[str, ...] = ("error",)  # the severities that fail the run
