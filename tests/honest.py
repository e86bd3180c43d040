"""Articles made from the reference tables: true figures in honest words, and one slip.

``python tests/honest.py --all --show`` tries every manner on every race, and prints the false alarms and misses.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import pairwise

from honest_races import UK, US, Race, uk, us

from factcheck.engine import Engine
from factcheck.findings import DocumentReport, Finding
from factcheck.formats import open_document
from factcheck.packs.wordsfile import load_words
from factcheck.shipped import shipped
from factcheck.words import Hedge

_MARK = re.compile("\ue000(\\d+)\ue001([^\ue002]*)\ue002")
Holds = Callable[[Fraction], bool]


@dataclass
class Page:
    """One article while it is written: the race, the dice, and which figures the text closes."""

    race: Race
    dice: random.Random
    others: tuple[Race, ...] = ()
    holds: list[Holds] = field(default_factory=list)

    def mark(self, printed: str, holds: Holds) -> str:
        """A printed number that the text closes; ``holds`` tells whether another number would still be right."""
        self.holds.append(holds)
        return f"\ue000{len(self.holds) - 1}\ue001{printed}\ue002"

    def n(self, number: int, slack: float = 0) -> str:
        """A whole number that the text closes, to within ``slack``."""
        return self.mark(f"{number:,}", lambda other: abs(other - number) <= slack)

    def percent(self, value: Fraction, places: int, slack: float = 0.0) -> str:
        """A percentage rounded to so many places, without its sign; ``slack`` in points, two units where not given."""
        reach = slack or 2.0 / 10**places
        return self.mark(rounded(value, places), lambda other: abs(other - value) <= reach)

    def hedged(self, number: int) -> str:
        """A number in honest words: a hedge and a round number that it allows, or the number itself."""
        for unit in self.dice.sample((1000, 500, 100, 50), 4):
            for name in self.dice.sample(tuple(hedges()), len(hedges())):
                for near in (number // unit * unit, (number // unit + 1) * unit):
                    if near >= 100 and near >= unit and allows(name, near, number, "plain"):
                        return self._hedge(name, near, number)
        return self.n(number)

    def _hedge(self, name: str, near: int, number: int) -> str:
        hedge = hedges()[name]
        words = self.dice.choice([w for w in hedge.before if w in _IN_USE])
        return f"{words} " + self.mark(f"{near:,}", lambda other: allows(name, int(other), number, "generous"))

    def pick(self, *choices: str) -> str:
        """One of several wordings."""
        return self.dice.choice(choices)

    def dateline(self) -> str:
        return self.pick("Published 5 July 2024", "5 July 2024", "Friday 5 July 2024", "Updated: July 5, 2024")


_IN_USE = frozenset({
    "just under", "a little under", "slightly less than", "nearly", "almost", "close to", "just short of",
    "just over", "just more than", "a little over", "slightly more than", "little more than",
    "about", "around", "roughly", "some", "approximately",
    "more than", "over", "in excess of", "fewer than", "less than", "under", "at least", "no fewer than",
})  # fmt: skip


@cache
def hedges() -> dict[str, Hedge]:
    """The shipped hedges that a count of votes may have, by name."""
    words = load_words(shipped("rules") / "words.yaml")
    return {hedge.name: hedge for hedge in words.hedges if set(hedge.before) & _IN_USE}


def allows(name: str, printed: int, number: int, reading: str) -> bool:
    """Whether a hedged round number may stand for a number, in the plain or the generous reading of words.yaml."""
    hedge = hedges()[name]
    below, above = hedge.bound not in ("above", "at_least"), hedge.bound not in ("below", "at_most")
    apart = number - printed
    if (apart < 0 and not below) or (apart > 0 and not above) or (apart == 0 and hedge.bound in ("above", "below")):
        return False
    width = hedge.plain if reading == "plain" else hedge.generous
    if width is None:  # honest is not "more than 1,000" for 9,000
        return reading == "generous" or abs(apart) * 10 <= number
    unit = 10 ** (len(str(printed)) - len(str(printed).rstrip("0")))
    reach = (Fraction(printed * width.percent, 100), unit * Fraction(width.unit))
    return bool(abs(apart) <= (min(reach) if hedge.nearer else max(reach)))


def rounded(value: Fraction, places: int) -> str:
    """To so many decimals, half away from zero."""
    scaled = int(abs(value) * 10**places + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}.{rest:0{places}}" if places else str(whole)


@dataclass(frozen=True)
class Figure:
    """A figure that the text closes: where it stands, and what else it might say without being wrong."""

    start: int
    end: int
    holds: Holds


@dataclass(frozen=True)
class Article:
    """A finished text; ``figures`` are those that it closes."""

    template: str
    race: str
    text: str
    figures: tuple[Figure, ...]
    seed: int = 0

    def slip(self, dice: random.Random) -> tuple[str, Figure] | None:
        """The text with one figure changed by a slip, and the place of that figure; None where no slip is wrong."""
        for figure in dice.sample(self.figures, len(self.figures)):
            printed = self.text[figure.start : figure.end]
            for wrong in slips(printed, dice):
                value = Fraction(wrong.replace(",", ""))
                if not figure.holds(value) and not wrong.endswith("00"):  # "13,300" is 13,303 rounded
                    return self.text[: figure.start] + wrong + self.text[figure.end :], figure
        return None


def slips(printed: str, dice: random.Random) -> Iterator[str]:
    """A printed number with two digits swapped, or one digit wrong, in any order."""
    digits = [i for i, c in enumerate(printed) if c.isdigit()]
    swaps = [{a: printed[b], b: printed[a]} for a, b in pairwise(digits) if printed[a] != printed[b]]
    wrong = [{i: d} for i in digits for d in "0123456789" if d != printed[i]]
    dice.shuffle(swaps)
    dice.shuffle(wrong)
    for change in swaps + wrong if dice.random() < 0.5 else wrong + swaps:
        made = "".join(change.get(i, c) for i, c in enumerate(printed))
        if made[0] != "0":
            yield made


Template = Callable[[Page], str]


def write(template: Template, race: Race, others: tuple[Race, ...], seed: int) -> Article | None:
    """An article on a race, always the same for a seed; None where the template does not suit the race."""
    page = Page(race, random.Random(f"{template.__name__} {race.name} {seed}"), others)
    marked = template(page)
    if not marked:
        return None
    text, figures, at = "", [], 0
    for hit in _MARK.finditer(marked):
        text += marked[at : hit.start()]
        figures.append(Figure(len(text), len(text) + len(hit[2]), page.holds[int(hit[1])]))
        text, at = text + hit[2], hit.end()
    return Article(template.__name__, race.name, text + marked[at:], tuple(figures), seed)


@cache
def engine(reference: str = "") -> Engine:
    """The engine with the shipped rules, and with one table or none."""
    return Engine.load(references=(reference,) if reference else ())


def check(text: str, reference: str = "") -> DocumentReport:
    """The report of a text as a file of its kind."""
    name = "article.md" if text.startswith("---") else "article.txt"
    return engine(reference).check(open_document(name, text.encode()))


def alarms(report: DocumentReport) -> list[Finding]:
    """The findings that are no mere notes."""
    return [finding for finding in report.findings if finding.severity != "note"]


def cites(findings: Iterable[Finding], figure: Figure) -> bool:
    """Whether one of the findings cites a figure of the article."""
    cited = [c for finding in findings for c in finding.figures if c.source == "article"]
    return any(c.start < figure.end and figure.start < c.end for c in cited)


@dataclass
class Tally:
    """What came of the articles of one template."""

    honest: int = 0
    false: list[str] = field(default_factory=list)
    slips: int = 0
    seen: int = 0
    missed: list[str] = field(default_factory=list)


def try_article(article: Article, reference: str, tally: Tally) -> None:
    """Both properties of one article: silent while it is honest, alone and with the table; told when it slips."""
    tally.honest += 1
    for table in ("", reference):
        told = alarms(check(article.text, table))
        if told:
            tally.false.append(_false(article, table, told))
    slipped = article.slip(random.Random(f"{article.template} {article.race} {article.seed} slip"))
    if slipped:
        text, figure = slipped
        tally.slips += 1
        report = check(text)
        if cites(alarms(report), figure):
            tally.seen += 1
        else:
            tally.missed.append(_missed(article, text, figure, report))


def _false(article: Article, table: str, told: Sequence[Finding]) -> str:
    lines = [f"  {f.severity} {f.rule}: {f.message}\n    {[(c.text, c.label) for c in f.figures]}" for f in told]
    return "\n".join([f"FALSE {article.template} | {article.race} | {table or 'alone'}", article.text, *lines])


def _missed(article: Article, text: str, figure: Figure, report: DocumentReport) -> str:
    right = article.text[figure.start : figure.end]
    change = f"{right} -> {text[figure.start : figure.end]}"
    lines = [f"  {s.text}: {s.status}, {s.claim} ({s.why})" for s in report.figures]
    read = next((s.why if s.claim is None else f"{s.claim}: {s.why}" for s in report.figures
                 if s.start < figure.end and figure.start < s.end), "no figure")  # fmt: skip
    return "\n".join([f"MISSED {article.template} | {article.race} | {change} | {read}", text, *lines])


def run(templates: Sequence[Template], races: Sequence[Race], reference: str, seed: int = 0) -> dict[str, Tally]:
    """Every template on every race; the other seats of a round-up are the next ones of a shuffled list."""
    turn = random.Random(seed).sample(races, len(races))
    tallies = {template.__name__: Tally() for template in templates}
    for template in templates:
        for at, race in enumerate(turn):
            article = write(template, race, tuple(turn[(at + k) % len(turn)] for k in (1, 2)), seed)
            if article:
                try_article(article, reference, tallies[template.__name__])
    return tallies


def main() -> None:
    """Print a line for each template, then every false alarm and miss."""
    import honest_lists
    import honest_press
    import honest_uk
    import honest_us

    some = 650 if "--all" in sys.argv else 40
    british = (*honest_uk.TEMPLATES, *honest_lists.TEMPLATES, *honest_press.TEMPLATES)
    only = {word for word in sys.argv[1:] if word[0] != "-"}
    for table, races, templates in ((UK, uk(), british), (US, us(), honest_us.TEMPLATES)):
        chosen = [t for t in templates if not only or t.__name__ in only]
        sample = random.Random(7).sample(races, min(some, len(races)))
        for name, tally in run(chosen, sample, table).items():
            rate = f"{tally.seen}/{tally.slips}" + (f" {100 * tally.seen / tally.slips:.0f}%" if tally.slips else "")
            print(f"{name:22}{tally.honest:5} honest {len(tally.false):4} false alarms   slips seen {rate}", flush=True)
            if "--show" in sys.argv:
                print("\n\n".join([*tally.false, *tally.missed]))


if __name__ == "__main__":
    main()
