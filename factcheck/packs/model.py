"""A pack: what one beat counts, how writers say so, and what must hold. Plain values; files.py reads them."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction

from factcheck.formula import Formula
from factcheck.interval import Number
from factcheck.values import frozen

# What sentences say of their own figures: what moved, the parts of a whole, a share, who leads by how much, ...
FRAMES = (
    "movement",
    "breakdown",
    "share",
    "gap",
    "listing",
    "two units",
    "repeat",
    "count",
    "rate",
    "order",
    "answers",
    "grouping",
    "exchange",
    "incidence",
    "nested share",
    "ratio",
    "life",
    "age",
    "spell",
    "sentence",
    "row",
    "run",
    "scorers",
    "analyses",
    "sum",
)
SENTENCE = "sentence"  # the frame whose figures a pack's own forms read, all in one sentence


@frozen
class Place:
    """Where something stands in a rule file, both from 1."""

    file: str
    line: int
    column: int = 1


@frozen
class Example:
    """A sentence or two, and the mark at which its rule must flag; ``wrong -> right`` in the text."""

    text: str  # with the mark: "a majority of [607 -> 507]"
    place: Place


@frozen
class Thing:
    """A kind of thing that claims are about, and what it is called by."""

    name: str
    named: tuple[str, ...] = ()  # kinds of name: "place", "person", "party"; "article": the one that it is about
    also: tuple[str, ...] = ()  # cue forms that make a name of "_": "constituency of _"
    within: str = ""  # the thing it belongs to: a candidate stands in a race
    frame: str = ""  # what words say of figures among themselves, whatever they count: "movement", "breakdown"
    unless: tuple[str, ...] = ()  # words of a sentence in which the frame makes no such thing
    two: str = ""  # a pair of another thing: ``first`` and ``second``, or ``ahead`` and ``behind``

    @property
    def whose(self) -> str:
        """How figures of this thing are its own: by a place, a person, a party, both sides, the words, the sentence."""
        if self.frame == SENTENCE:
            return SENTENCE
        if self.two or self.frame or (self.within and not self.named):
            return "pair" if self.two else "frame"
        return "person" if "person" in self.named else self.named[0] if self.named else "place"


@frozen
class Measure:
    """What can be counted of a thing, and the words writers use for it."""

    name: str
    of: str  # the thing
    unit: str  # "votes", "percent", "points", ...; see Pack.units
    nouns: tuple[str, ...] = ()  # "<n> votes", "majority of <n>"
    verbs: tuple[str, ...] = ()  # before a bare figure: "polled <n>"
    bare_after: tuple[str, ...] = ()  # words before a bare figure: "on <n>", "with <n>"
    forms: tuple[str, ...] = ()  # templates around one figure: "<n> votes (ahead|behind)"
    goes_with: str = ""  # the measure whose figure this one accompanies: "13,303 votes (35.5%)"
    whose: str = "place"  # what kind of name the thing has: place, person, party, article; or pair, frame
    columns: tuple[str, ...] = ()  # headings of the columns of a table that its figures stand in
    at_least: int = 0  # a bare figure counts only from this size on
    written: tuple[str, ...] = ()  # the units of measure that its figures may be written with: "mm", "GBP"
    reads: tuple[Example, ...] = field(default=(), compare=False)  # sentences whose marked figure must be read as this
    place: Place = field(default=Place("", 0), compare=False)


@frozen
class Role:
    """A part that one thing plays for another: the winner of a race."""

    name: str
    of: str
    rank: int = 0  # 1 for the winner, 2 for the runner-up; 0 when the role has no rank
    verbs: tuple[str, ...] = ()  # "X won"
    beats: tuple[str, ...] = ()  # "X beat Y": X has the role, Y is beaten
    beaten_by: tuple[str, ...] = ()  # "Y lost to X"
    over: tuple[str, ...] = ()  # "over X", "ahead of X": X is beaten, whatever the verb
    called: tuple[str, ...] = ()  # "in second place", "the runner-up"
    implies: str = ""  # a word that the verbs also tell, as attribute=word: "outcome=hold"


@frozen
class Rule:
    """What must hold between claims, and how to tell an editor that it does not."""

    id: str
    pack: str
    checks: tuple[Formula, ...]  # one of them must hold ("any of"), or every one by itself ("each of")
    message: str
    severity: str
    why: str
    needs: tuple[str, ...] = ()  # roles that must be in evidence: "race.winner"
    when: Formula | None = None
    each: bool = False  # the checks are "each of"
    links: frozenset[str] = frozenset()  # steps that lead on without a role: from a member to its whole, to a side
    tolerance: str = ""  # a number and a unit: "0.4 points"; a difference up to it is none
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    missed: tuple[Example, ...] = ()
    place: Place = Place("", 0)

    @property
    def name(self) -> str:
        """The qualified id: ``election/majority-off``."""
        return f"{self.pack}/{self.id}"

    @property
    def slack(self) -> Number:
        """The tolerance as a number, in its unit; 0 when there is none."""
        return Fraction(self.tolerance.split()[0]) if self.tolerance else 0


@frozen
class Wording:
    """A form and what it reads: a figure by its name, or "" for a form that sets aside."""

    figure: str
    form: str


@frozen
class Origin:
    """Where a pack comes from."""

    name: str  # of the pack
    file: str
    where: str  # "shipped", "package NAME" or the folder that was given
    version: str = ""
    off: tuple[str, ...] = ()  # of a pack that extends another: the rules that it switches off
    changed: tuple[str, ...] = ()  # and those that it changes
    forms: tuple[Wording, ...] = ()  # the forms that it brings


@frozen
class Reach:
    """How far a hedge reaches ("just under"), in place of the house's own widths."""

    hedge: str
    plain: tuple[Number, Number]  # per cent of the figure, and a part of the unit of its last digit that is not nought
    generous: tuple[Number, Number]


@frozen
class Pack:
    """One beat, with what other packs add to it."""

    name: str
    about: str
    units: dict[str, str] = field(default_factory=dict)  # unit -> "whole" or "fraction"
    things: dict[str, Thing] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    scope: dict[str, tuple[str, ...]] = field(default_factory=dict)  # "before": words
    words_of: dict[str, tuple[str, ...]] = field(default_factory=dict)  # thing -> attributes that are words: "outcome"
    set_aside: tuple[str, ...] = ()
    left_alone: tuple[Example, ...] = ()  # sentences whose marked figure must be set aside
    rules: tuple[Rule, ...] = ()
    tested_with: tuple[str, ...] = ()  # shipped tables that its examples are checked against
    widths: tuple[Reach, ...] = ()
    origin: Origin = Origin("", "", "")
    extensions: tuple[Origin, ...] = ()  # the packs that extend it, in the order in which they were read
