"""What a figure counts: the forms of the packs, matched around one figure; the longest form wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from operator import itemgetter

from factcheck.figures.figures import Figure
from factcheck.packs import Measure, Pack
from factcheck.packs.model import SENTENCE
from factcheck.reading.counting.around import ARTICLES, STOPS, Around, around, follows_bare, foreign_noun, hedge_words
from factcheck.reading.layout import Unit
from factcheck.values import frozen

# verbs that begin another statement: a gap does not go past them ("a majority as she polled 13,303 votes")
GAP_STOPS = frozenset(
    "polled polling received receiving secured got took won winning beat beating defeated with lost losing gained"
    " gaining shed shedding".split()
)
REACH = 5  # words that a gap may pass over
ANYBODY = frozenset("people votes ballots".split())  # nouns that may stand behind the figure of any measure
CODE = 3  # letters of a currency
SIGNS = ("+", "-", "–", "−")  # "a net rating of -8" is told in points
BY_KIND = ("score", "ordinal")  # units of figures that are no quantities: "3-2", "fifth"
MAX_FORMS = 64  # spellings that one form may stand for


@frozen
class Form:
    """One spelling of a form: literal words before (nearest first) and after the figure; "" is a gap."""

    measure: Measure | None  # None: read it and set it aside
    left: tuple[str, ...]
    right: tuple[str, ...]
    text: str
    bare: bool = False
    words: frozenset[str] = frozenset()  # all its words

    @property
    def weight(self) -> int:
        """How much of the sentence it explains."""
        words = [w for w in self.left + self.right if w]
        return 4 * len(words) - 2 * (self.left + self.right).count("") - 3 * self.bare + 3 * (self.measure is None)


def parse_form(text: str, measure: Measure | None) -> list[Form]:
    """Every spelling of a form such as ``<n> votes (ahead of|behind)``; ``..`` is a gap, ``word?`` may be absent."""
    forms = []
    if text.endswith(" .. <n>"):
        for mark in ":|-":
            forms += parse_form(text.replace(" .. <n>", f" {mark} <n>"), measure)
    for spelling in _spellings(text.replace("<n>", " <n> ").lower()):
        words = [w for w in spelling.split() if w not in ARTICLES]
        at = words.index("<n>")
        left = tuple("" if w == ".." else w for w in reversed(words[:at]))
        right = tuple("" if w == ".." else w for w in words[at + 1 :])
        forms.append(Form(measure, left, right, text, words=frozenset(left + right)))
    return forms


def _spellings(text: str) -> list[str]:
    """A form once with each choice that it leaves; most leave none."""
    if "(" not in text and "?" not in text:
        return [text]
    spelled = re.sub(r"\(([^()]*)\)\?", r"(\1|)", text)
    spelled = re.sub(r"([^\s()]+)\?(?=\s|$)", r"(\1|)", spelled)
    pieces = [
        p.strip("()").split("|") if p.startswith("(") else [p] for p in re.findall(r"\([^()]*\)|[^\s()]+", spelled)
    ]
    return [" ".join(choice) for choice in islice(product(*pieces), MAX_FORMS)]


def noun_forms(measure: Measure) -> list[str]:
    """The forms that a noun gives of itself: ``<n> votes``, ``majority of <n>``, ``majority: <n>``."""
    forms = []
    for noun in measure.nouns:
        single = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
        forms += [f"<n> {noun}", f"{noun} : <n>", f"{noun} - <n>", f"{noun} | <n>", f"{noun} <n>"]
        if single != noun:
            forms.append(f"<n> {single}")
        if measure.whose != "person" and measure.unit == "votes":
            forms.append(f"{noun} .. <n> votes")
        if measure.whose != "person" and measure.unit == "percent":
            forms += [f"{noun} , at <n>", f"{noun} , <n>"]
        if measure.whose != "person":
            forms += [f"{noun} of <n>", f"{noun} .. <n>", f"{noun} ( <n>"]
    return forms


class _Beside:
    """Forms by one of their words, and by another: few of the forms with a word have all their words in a sentence."""

    def __init__(self) -> None:
        self._forms: dict[str, dict[str, list[tuple[int, Form]]]] = {}
        self._size = 0

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    def __iter__(self) -> Iterator[Form]:
        return (form for others in self._forms.values() for forms in others.values() for _, form in forms)

    def add(self, word: str, form: Form) -> None:
        """Enter a form under one of its words."""
        other = next((w for w in (*form.left, *form.right) if w not in ("", word)), "")
        self._forms.setdefault(word, {}).setdefault(other, []).append((self._size, form))
        self._size += 1

    def find(self, word: str, present: set[str]) -> Iterator[Form]:
        """The forms entered under a word all of whose words are present, in order; "" is present too."""
        by_other = self._forms.get(word)
        if by_other:
            found = [each for other in by_other.keys() & present for each in by_other[other]]
            yield from (form for _, form in sorted(found, key=_ORDER) if form.words <= present)


_ORDER = itemgetter(0)


class Forms:
    """All forms of the packs, found by the word next to the figure."""

    def __init__(self, packs: Iterable[Pack], sentences: bool = False) -> None:
        """The forms of all packs; those that only relate the figures of a sentence when ``sentences`` says so."""
        self._sentences = sentences
        self._right = _Beside()
        self._left = _Beside()
        self._far = _Beside()
        self._bare: dict[str, list[Measure]] = defaultdict(list)
        self.by_noun: dict[str, list[Measure]] = defaultdict(list)
        self.goes_with: dict[str, list[Measure]] = defaultdict(list)
        self.units: dict[str, str] = {}
        for pack in packs:
            self._enter(pack)

    def candidates_share(self) -> Measure | None:
        """The share that goes with what a candidate is counted by, or None."""
        every = (m for measures in self.goes_with.values() for m in measures)
        return next((m for m in every if m.unit == "percent" and m.whose == "person"), None)

    def candidates_count(self) -> Measure | None:
        """What a candidate's share is a share of, or None."""
        share = self.candidates_share()
        every = (m for measures in self.by_noun.values() for m in measures)
        return next((m for m in every if share is not None and m.name == share.goes_with), None)

    def _enter(self, pack: Pack) -> None:
        self.units |= pack.units
        for text in pack.set_aside:
            self._index(parse_form(text, None))
        for measure in pack.measures.values():
            if measure.whose == SENTENCE and not self._sentences:
                continue
            for text in [*measure.forms, *noun_forms(measure)]:
                self._index(parse_form(text, measure))
            for noun in measure.nouns:
                self.by_noun[noun].append(measure)
            for word in measure.verbs + measure.bare_after:
                self._bare[word].append(measure)
            if measure.goes_with:
                self.goes_with[measure.goes_with].append(measure)

    def _index(self, forms: Iterable[Form]) -> None:
        for form in forms:
            if form.right and form.right[0]:
                self._right.add(form.right[0], form)
            elif form.left and form.left[0]:
                self._left.add(form.left[0], form)
            else:
                side = form.left if len(form.left) > 1 else form.right
                self._far.add(side[1], form)

    def every(self) -> Iterator[Form]:
        """Every form."""
        for index in (self._right, self._left, self._far):
            yield from index

    def accepts(self, measure: Measure, figure: Figure) -> bool:
        """Whether a figure's unit can be the measure's."""
        if measure.unit == "percent":
            return figure.unit == "percent"
        if measure.unit == "points":
            return figure.unit in ("percent", "points") or (not figure.unit and figure.text[:1] in SIGNS)
        if measure.unit == "money":
            return len(figure.unit) == CODE and figure.unit.isupper()
        if measure.unit in BY_KIND or figure.kind in BY_KIND:
            return measure.unit == figure.kind
        return figure.unit in ("", *measure.written)

    def read(self, units: Sequence[Unit], i: int) -> Form | None:
        """What the figure at ``units[i]`` counts, by the longest form around it; None when nothing known."""
        figure = units[i].figure
        assert figure is not None
        near = around(units, i)
        noun = foreign_noun(units, i)
        matching = self._near(near)
        if hedge := hedge_words(figure):
            matching = [*matching, *self._near(Around((*hedge, *near.left), near.right))]
        fitting = [f for f in matching if f.measure is None or self._fits(f, figure, noun)]
        if fitting:
            return max(fitting, key=lambda f: f.weight)
        return self._read_bare(units, i, near, figure)

    def read_with(self, units: Sequence[Unit], i: int, noun: str) -> Form | None:
        """What the figure counts if ``noun``, which was just said, is left out behind it: "gained nine (seats)"."""
        figure, near = units[i].figure, around(units, i)
        assert figure is not None
        near = Around(near.left, (noun,))
        fitting = [f for f in self._near(near) if f.right == (noun,) and f.measure and self._fits(f, figure, "")]
        return max(fitting, key=lambda f: f.weight, default=None)

    def _fits(self, form: Form, figure: Figure, noun: str) -> bool:
        """Whether a form can be of this figure; a small number in words ("five votes") is hardly anybody's total.

        ``noun`` is what the figure counts by the words behind it, "" where they do not say.
        """
        measure = form.measure
        assert measure is not None
        if noun and not form.right and noun not in _own_nouns(measure.nouns, measure.forms, measure.unit):
            return False
        few = -measure.at_least < figure.number < measure.at_least and (figure.words or measure.whose != "person")
        return self.accepts(measure, figure) and not few

    def _near(self, near: Around) -> list[Form]:
        found: list[Form] = []
        present = {"", *near.left, *near.right}  # few forms have all their words here: looked at before their order
        if "_party" in present:
            present.add("_")
        if near.right:
            found += [f for f in self._right.find(near.right[0], present) if _matches(f, near)]
        if near.left:
            found += [f for f in self._left.find(near.left[0], present) if _matches(f, near)]
        beside = dict.fromkeys((*near.left[:REACH], *near.right[:REACH]))
        for word in [word for word in beside if word in self._far]:
            found += [f for f in self._far.find(word, present) if _matches(f, near)]
        return found

    def _read_bare(self, units: Sequence[Unit], i: int, near: Around, figure: Figure) -> Form | None:
        """A bare figure ("polled 24,539", "on 12,796"): only when no other noun follows it."""
        if not follows_bare(units, i):
            return None
        for distance, word in enumerate(near.left[:3]):
            if word in STOPS:
                return None
            for measure in self._bare.get(word, ()):
                close = distance == 0 or word in measure.verbs
                if close and self.accepts(measure, figure) and figure.number >= measure.at_least:
                    return Form(measure, (word,), (), f"{word} <n>", bare=True)
        return None


@lru_cache(maxsize=1024)  # of each measure of the packs
def _own_nouns(nouns: tuple[str, ...], forms: tuple[str, ...], unit: str) -> frozenset[str]:
    """The words that may stand behind a figure of a measure with these nouns and forms."""
    texts = (*nouns, *(f"{noun}s" for noun in nouns), *(form.partition("<n>")[2] for form in forms), unit)
    return ANYBODY.union(word.strip("()|") for text in texts for word in text.replace("|", " ").split())


def _matches(form: Form, near: Around) -> bool:
    return missing(form.left, near.left) is None and missing(form.right, near.right) is None


def missing(pattern: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int] | None:
    """Where one side of a form stops matching: its item that is not there, and the place in ``words``; or None."""
    at = 0
    gap = False
    for k, item in enumerate(pattern):
        if not item:
            gap = True
            continue
        here = _find(item, words, at, REACH if gap else 0)
        if here < 0:
            return k, at
        at, gap = here + 1, False
    return None


def _find(item: str, words: tuple[str, ...], at: int, reach: int) -> int:
    """Where ``item`` stands from ``at`` on; party names are looked over, a gap passes ``reach`` words but no stop."""
    for j in range(at, min(len(words), at + reach + 3)):
        word = words[j]
        if word == item or (item == "_" and word == "_party"):
            return j
        if word == "_party":
            reach += 1
        elif word in STOPS or word in GAP_STOPS or j - at >= reach:
            return -1
    return -1


def main_measure(forms: Forms) -> list[Measure]:
    """What an unlabelled figure of a row may count: a measure of somebody with which another one goes."""
    found = {
        m.name: m for ms in forms.by_noun.values() for m in ms if m.name in forms.goes_with and m.whose == "person"
    }
    return list(found.values())
