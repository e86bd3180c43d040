"""The vocabulary of a pack: its units, things, figures, roles and scope words, read from YAML nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from math import prod
from typing import TypeVar

from factcheck.packs.keys import FIGURE, NEEDED, ONLY_EXTENDING, PACK, ROLE, THING, UNIT, UNIT_KINDS
from factcheck.packs.marks import ExampleError, parse_place
from factcheck.packs.model import FRAMES, Example, Measure, Pack, Role, Thing
from factcheck.packs.shape import Entries, Reader, clipped, nearest
from factcheck.packs.yamlfile import Fields, Items, Node, Text

_TOP, _THING, _FIGURE, _ROLE = tuple(PACK), tuple(THING), tuple(FIGURE), tuple(ROLE)
_MOST_WORDS = 12
_MOST_RULES = 1000
_MOST_SPELLINGS = 64  # of one form
_MOST_FORMS = 20_000  # spellings of all forms of a pack
_TOKEN = re.compile(r"\.\.|<n>|\([^()]*\)\??|[^\s()<>|]+|\S")

Part = TypeVar("Part")


def read_top(reader: Reader, node: Node) -> Entries:
    """The parts of a pack by their keys; what is unknown or missing is noted."""
    extends = isinstance(node, Fields) and "extends" in node.fields
    top = reader.fields(node, "the pack", _TOP, ("pack", "about") if extends else NEEDED)
    for key in () if extends else ONLY_EXTENDING:
        if key in top:
            reader.wrong(top[key][0], f"`{key}` belongs in a pack that extends another: `extends: NAME`")
    return top


def read_parts(reader: Reader, top: Entries, base: Pack | None = None) -> Pack:
    """The pack without its rules; ``base`` is the pack that it extends. Mistakes go to the reader."""
    return _Parts(reader, top, base or Pack("", "")).pack()


def check_form(text: str) -> str | None:
    """What is wrong with a form, or None.

    A form is words around one ``<n>``, with ``..`` for a gap, ``(a|b c)`` for alternatives and ``word?`` for
    a word that may be left out; at most twelve words.
    """
    tokens = _TOKEN.findall(text)
    stray = next((token for token in tokens if token in "()<>|?"), None)
    if stray is not None:
        return f"`{stray}` does not belong here; a form is words, <n>, `..`, (a|b) and `word?`"
    if tokens.count("<n>") != 1:
        return f"a form holds <n> once, and this one {'has none' if '<n>' not in tokens else 'holds it more often'}"
    words = [word for token in tokens for word in re.findall(r"[^\s()|]+", token) if word not in ("<n>", "..", "?")]
    if len(words) > _MOST_WORDS:
        return f"{len(words)} words besides <n>; a form holds at most {_MOST_WORDS}"
    return _check_tokens(tokens) or _check_spellings(tokens)


def spellings(tokens: Sequence[str]) -> int:
    """How many ways there are to spell a form."""
    counts = [(token.count("|") + 1) + token.endswith("?") for token in tokens if token[0] == "(" or token[-1] == "?"]
    return prod(counts)


def _check_spellings(tokens: list[str]) -> str | None:
    if (count := spellings(tokens)) > _MOST_SPELLINGS:
        return f"stands for {count:,} spellings; a form stands for at most {_MOST_SPELLINGS}, so write several"
    return None


def _check_tokens(tokens: list[str]) -> str | None:
    if any(not part.strip() for token in tokens if token[0] == "(" for part in token.rstrip("?")[1:-1].split("|")):
        return "an empty alternative; write (a|b), or `word?` for a word that may be left out"
    if any("<n>" in token or ".." in token for token in tokens if token[0] == "("):
        return "<n> and `..` stand outside brackets"
    if ".." in (tokens[0], tokens[-1]):
        return "a gap `..` stands between words, not at an end"
    if all(token == "<n>" or token.endswith("?") or token == ".." for token in tokens):
        return "a form needs a word that must be there; this one would take any figure"
    return None


def check_cue(text: str) -> str | None:
    """What is wrong with a cue such as "constituency of _", or None."""
    return None if text.split().count("_") == 1 and len(text.split()) > 1 else "a cue is words around one `_`"


class _Parts:
    """Reads the vocabulary. Names are gathered first, since one part may name another that comes later."""

    def __init__(self, reader: Reader, top: Entries, base: Pack) -> None:
        self.reader = reader
        self.top = top
        self.base = base
        self.units = self._entries("units")
        self.things = self._entries("things")
        self.figures = self._entries("figures")
        self.known_things = (*base.things, *self.things)
        self.words_of = self._lists("words of", self.known_things, "thing")

    def pack(self) -> Pack:
        """The vocabulary as a pack without rules."""
        self._count_forms()
        reader = self.reader
        things = self._each(self.things, "a thing", self._thing)
        return Pack(
            name=self._name(),
            about=reader.text(self.top, "about"),
            units={key: self._unit(key) for key in self.units},
            things=things,
            measures=self._each(self.figures, "a figure", partial(self._figure, {**self.base.things, **things})),
            roles=self._each(self._entries("roles"), "a role", self._role),
            scope=self._lists("scope"),
            set_aside=self._checked(self.top, "set aside", check_form),
            left_alone=self._places(self.top, "left alone"),
            words_of=self.words_of,
            tested_with=self.reader.words(self.top, "tested with"),
        )

    def _count_forms(self) -> None:
        """Note a pack whose forms stand for more spellings than any beat needs."""
        nodes = [(entries, "forms") for entries in map(self._figure_fields, self.figures)] + [(self.top, "set aside")]
        listed = [entries[key][1] for entries, key in nodes if key in entries]
        texts = [item for node in listed if isinstance(node, Items) for item in node.items if isinstance(item, Text)]
        if sum(min(spellings(_TOKEN.findall(item.text)), _MOST_SPELLINGS) for item in texts) > _MOST_FORMS:
            what = f"its forms stand for more than {_MOST_FORMS:,} spellings; divide the pack"
            self.reader.wrong(self.top["pack"][0] if "pack" in self.top else texts[0], what)

    def _figure_fields(self, name: str) -> Entries:
        node = self.figures[name][1]
        return node.fields if isinstance(node, Fields) else {}

    def _name(self) -> str:
        node = self.reader.text_node(self.top, "pack")
        if node is not None:
            self.reader.kebab(node, "a pack's name")
        return node.text if node is not None else ""

    def _unit(self, key: str) -> str:
        """What kind of unit it is, given by itself or as ``counts``."""
        place, node = self.units[key]
        if not isinstance(node, Fields):
            return self.reader.one_of(self.units, key, UNIT_KINDS, "kind of unit")
        entries = self.reader.fields(node, f"the unit `{key}`", tuple(UNIT), ("counts",), at=place)
        return self.reader.one_of(entries, "counts", UNIT_KINDS, "kind of unit")

    def _written(self, unit: str) -> tuple[str, ...]:
        """The units of measure that figures in a unit of the pack may be written with."""
        node = self.units[unit][1] if unit in self.units else None
        return self.reader.words(node.fields, "written") if isinstance(node, Fields) else ()

    def _thing(self, key: Text, node: Node) -> Thing:
        entries = self.reader.fields(node, f"the thing `{key.text}`", _THING)
        if not {"named", "two", "frame", "in"} & entries.keys() and key.text not in self.base.things:
            what = f"the thing `{key.text}` has neither `named`, `two` nor `frame`; say how it is named"
            self.reader.wrong(key, what)
        return Thing(
            name=key.text,
            named=self.reader.words(entries, "named"),
            also=self._checked(entries, "also", check_cue),
            within=self.reader.one_of(entries, "in", self.known_things, "thing"),
            frame=self.reader.one_of(entries, "frame", FRAMES, "frame"),
            unless=self.reader.words(entries, "unless"),
            two=self.reader.one_of(entries, "two", self.known_things, "thing"),
        )

    def _figure(self, things: Mapping[str, Thing], key: Text, node: Node) -> Measure:
        reader = self.reader
        entries = self._amended(key, node, f"the figure `{key.text}`", _FIGURE, ("of", "unit"), self.base.measures)
        known = self.base.measures.get(key.text)
        of = known.of if known else reader.one_of(entries, "of", self.known_things, "thing")
        unit = reader.one_of(entries, "unit", (*self.base.units, *self.units), "unit")
        return Measure(
            name=key.text,
            of=of,
            whose=things[of].whose if of in things else "",
            unit=unit,
            written=self._written(unit),
            nouns=reader.words(entries, "nouns"),
            verbs=reader.words(entries, "verbs"),
            bare_after=reader.words(entries, "bare after"),
            columns=reader.words(entries, "columns"),
            forms=self._checked(entries, "forms", check_form),
            goes_with=reader.one_of(entries, "goes with", (*self.base.measures, *self.figures), "figure"),
            at_least=reader.number(entries, "at least"),
            reads=self._places(entries, "reads"),
            place=reader.place(key),
        )

    def _role(self, key: Text, node: Node) -> Role:
        reader = self.reader
        entries = self._amended(key, node, f"the role `{key.text}`", _ROLE, ("of",), self.base.roles)
        known = self.base.roles.get(key.text)
        of = known.of if known else reader.one_of(entries, "of", self.known_things, "thing")
        return Role(
            name=key.text,
            of=of,
            rank=reader.number(entries, "rank"),
            verbs=reader.words(entries, "verbs"),
            beats=reader.words(entries, "beats"),
            beaten_by=reader.words(entries, "beaten by"),
            over=reader.words(entries, "over"),
            called=reader.words(entries, "called"),
            implies=self._implied(entries, of),
        )

    def _implied(self, entries: Entries, of: str) -> str:
        """``attribute=word``, where the attribute is among the words of the thing."""
        node = self.reader.text_node(entries, "implies")
        if node is None:
            return ""
        attribute, sign, word = (part.strip() for part in node.text.partition("="))
        if not (sign and word):
            self.reader.wrong(node, "`implies` is an attribute and its word: outcome=hold")
        elif attribute not in (words := (*self.base.words_of.get(of, ()), *self.words_of.get(of, ()))):
            known = nearest(attribute, words)
            self.reader.wrong(node, f"`{clipped(attribute)}` is not among the words of `{of}`; {known}")
        return f"{attribute}={word}"

    def _amended(
        self, key: Text, node: Node, what: str, known: Sequence[str], needed: Sequence[str], base: Collection[str]
    ) -> Entries:
        """The entries of a part; one that the extended pack has already gets more wordings and keeps what it is."""
        if key.text not in base:
            return self.reader.fields(node, what, known, needed, at=key)
        entries = self.reader.fields(node, what, known)
        for fixed in needed:
            if fixed in entries:
                place = entries.pop(fixed)[0]
                self.reader.wrong(place, f"{what} is there already; leave out `{fixed}`, which cannot be changed")
        return entries

    def _places(self, entries: Entries, key: str) -> tuple[Example, ...]:
        """Sentences in which one figure is marked."""
        if key not in entries:
            return ()
        name, node = entries[key]
        items = [node] if isinstance(node, Text) and node.text.strip() else self.reader.items(node, name)
        for item in items:
            try:
                parse_place(item.text)
            except ExampleError as error:
                self.reader.wrong(item, str(error), error.start, error.end - error.start)
        return tuple(Example(item.text, self.reader.place(item)) for item in items)

    def _entries(self, key: str) -> Entries:
        """The mapping at a top key, or nothing."""
        return self.reader.entries(self.top[key][1], f"`{key}`") if key in self.top else {}

    def _each(self, entries: Entries, what: str, read: Callable[[Text, Node], Part]) -> dict[str, Part]:
        for key, _ in entries.values():
            self.reader.name(key, f"the name of {what}")
        return {name: read(key, node) for name, (key, node) in entries.items()}

    def _lists(self, key: str, known: Collection[str] | None = None, what: str = "") -> dict[str, tuple[str, ...]]:
        """A mapping of lists of words; its keys are among ``known``, where given."""
        entries = self._entries(key)
        for name, (place, _) in entries.items():
            if known is not None and name not in known:
                self.reader.wrong(place, f"`{clipped(name)}`: no such {what}; {nearest(name, known)}")
        return {name: self.reader.words(entries, name) for name in entries}

    def _checked(self, entries: Entries, key: str, check: Callable[[str], str | None]) -> tuple[str, ...]:
        """A list of forms or cues, each checked."""
        for item in self.reader.texts(entries, key):
            if problem := check(item.text):
                self.reader.wrong(item, f"`{clipped(item.text)}`: {problem}")
        return self.reader.words(entries, key)


def rule_nodes(reader: Reader, top: Entries) -> Items | None:
    """The node of the rules; None where there are none."""
    if "rules" not in top:
        return None
    key, node = top["rules"]
    if isinstance(node, Items) and len(node.items) <= _MOST_RULES:
        return node
    if isinstance(node, Items):
        reader.wrong(key, f"more than {_MOST_RULES} rules; divide the pack")
        return None
    reader.wrong(key, f"`rules` must be a list, not {node.kind}; begin each rule with `- id:`")
    return None
