"""One read: what a figure of a sentence was taken to mean, whose it is, which race, when, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.claims import NOW, Scope
from factcheck.figures.figures import Figure
from factcheck.packs import Measure
from factcheck.reading.counting.measures import Form
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.naming.mentions import Mention

NOTHING_KNOWN = "counts nothing known"
SET_ASIDE = "set aside"  # the frame of what the pack's words, or those around it, say is no figure of theirs


@dataclass(slots=True)
class Read:
    """What one figure of a sentence was taken to mean; ``why`` tells how, or why it was not read."""

    figure: Figure
    sentence: Sentence
    at: int  # its place in the sentence's units
    measure: Measure | None = None
    form: Form | None = None
    tag: str = ""  # "" a level; "before", "change"; or the year it held
    sign: int = 0  # of a change: 1 up, -1 down, 0 not told
    who: Mention | None = None
    second: Mention | None = None
    race: str = ""
    scope: Scope = NOW
    evidence: str = ""
    why: str = ""
    year: str = ""
    year_at: int = -1  # where that year stands in the sentence's units
    frame: str = ""
    partial: bool = False  # in a list of which another row was not read
    listing: int = -1  # the first sentence of the list of parties that it belongs to
    company: Read | None = field(default=None, repr=False)  # the figure it takes owner and race from

    @property
    def unit(self) -> Unit:
        """Its unit in the sentence."""
        return self.sentence.units[self.at]


def signed(figure: Figure | None) -> int:
    """1 for "+4.2", -1 for "-8.5", 0 for a figure without a sign."""
    text = figure.text.lstrip("(") if figure else ""
    return 1 if text[:1] == "+" else -1 if text[:1] in "-–−" else 0
