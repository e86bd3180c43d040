"""The house's words: hedges with their widths, number words, labels, idioms (``rules/words.yaml``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import TypeVar, cast

from factcheck.packs.model import Reach
from factcheck.packs.yamlfile import Fields, Items, Mistake, Node, Text, read_yaml
from factcheck.values import frozen

Number = int | Fraction
BOUNDS = ("exact", "about", "above", "at_least", "below", "at_most")
_T = TypeVar("_T")
_SECTIONS = ("hedges", "rounding", "number words", "money")
MEASURED = "measured in"
_HEDGE_KEYS = (
    *("bound", "before", "after", "behind", "not after", "not before", "yet after", "only before"),
    *("take", "plain", "generous"),
)


@frozen
class Width:
    """How far a hedge reaches: per cent of the figure, and a part of the unit of its last non-zero digit."""

    percent: Number
    unit: Number


@frozen
class Hedge:
    """A group of wordings that bound a figure in one way; without widths the other end is open."""

    name: str
    bound: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: frozenset[str] = frozenset()  # words before the wording that rob it of this sense
    not_before: frozenset[str] = frozenset()  # words after the figure that do so,
    yet_after: frozenset[str] = frozenset()  # unless one of these stands before the wording
    only_before: frozenset[str] = frozenset()  # words one of which must follow the figure
    behind: tuple[str, ...] = ()  # wordings behind what the figure counts: "500 people or so"
    nearer: bool = True  # of the two widths the smaller one counts, else the larger
    plain: Width | None = None
    generous: Width | None = None


@frozen
class Vague:
    """A word for an order of magnitude ("dozens"): the number it names, and the least and most of each reading."""

    number: Number
    plain: tuple[Number, Number]
    generous: tuple[Number, Number]


@dataclass(frozen=True)
class Words:
    """All of ``words.yaml``. ``numbers`` and ``money`` map a word to its number or currency, section by section;
    ``rounding`` maps a name to its plain and generous widths; ``lists`` holds plain lists of wordings;
    ``scope`` the scope words by kind."""

    path: str
    hedges: tuple[Hedge, ...]
    numbers: Mapping[str, Mapping[str, Number]]
    vague: Mapping[str, Vague]
    money: Mapping[str, Mapping[str, str]]
    rounding: Mapping[str, tuple[Number, Number]]
    lists: Mapping[str, tuple[str, ...]]
    scope: Mapping[str, tuple[str, ...]]
    measured: Mapping[str, Mapping[str, Number]]  # by kind of quantity: a unit, and how many base units it is
    _made: dict[Callable[..., object], object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Words], _T]) -> _T:
        """What a reader makes of these words: made when it is first asked for, and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_T, self._made[make])

    @property
    def widths(self) -> tuple[str, ...]:
        """The names of the hedges that have widths."""
        return tuple(hedge.name for hedge in self.hedges if hedge.plain is not None)


def load_words(path: Path) -> Words:
    """Read ``words.yaml``. Raises ``RuleError`` with every mistake of the file, each with its line."""
    root, source, mistakes = read_yaml(path)
    reader = _Reader(mistakes)
    words = reader.words(str(path), root or Fields({}, 1, 1))
    if reader.mistakes:
        raise source.error(reader.mistakes)
    return words


def with_widths(words: Words, widths: Iterable[Reach]) -> Words:
    """The words with the widths that packs set; of two for one hedge the later counts."""
    new = {reach.hedge: reach for reach in widths}
    return replace(words, hedges=tuple(_set(h, new.get(h.name)) for h in words.hedges), _made={}) if new else words


def _set(hedge: Hedge, reach: Reach | None) -> Hedge:
    return replace(hedge, plain=Width(*reach.plain), generous=Width(*reach.generous)) if reach else hedge


class _Reader:
    """Turns the nodes of the file into values, and collects the mistakes."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = list(mistakes)

    def wrong(self, at: Node, what: str) -> None:
        width = len(at.text) if isinstance(at, Text) else 1
        self.mistakes.append(Mistake(at.line, at.column, what, max(1, width)))

    def words(self, path: str, root: Node) -> Words:
        sections = {key: node for key, _, node in self.items(root, "the file")}
        for name in _SECTIONS:
            if name not in sections:
                self.wrong(root, f'has no section "{name}:"; add it')
        numbers, vague = self.number_words(sections.get("number words"))
        plain_lists = {key: node for key, node in sections.items() if key not in (*_SECTIONS, "scope", MEASURED)}
        return Words(
            path,
            tuple(self.table(sections.get("hedges"), "hedges", self.hedge).values()),
            numbers,
            vague,
            self.table(sections.get("money"), "money", self.codes),
            self.table(sections.get("rounding"), "rounding", self.readings),
            self.lists(plain_lists),
            self.table(sections.get("scope"), "scope", self.wordings),
            self.table(sections.get(MEASURED), MEASURED, lambda name, node: self.numbers(node, name)),
        )

    def items(self, node: Node | None, where: str) -> Iterator[tuple[str, Text, Node]]:
        """Key, key's node and value's node of a mapping."""
        if isinstance(node, Fields):
            for key, (key_node, value) in node.fields.items():
                yield key, key_node, value
        elif node is not None:
            self.wrong(node, f'"{where}" must hold "name: value" lines')

    def table(self, node: Node | None, where: str, read: Callable[[str, Node], _T | None]) -> dict[str, _T]:
        """A mapping with each value read by ``read``; values that could not be read are left out."""
        found = ((key, read(key, value)) for key, _, value in self.items(node, where))
        return {key: value for key, value in found if value is not None}

    def numbers(self, node: Node | None, where: str) -> dict[str, Number]:
        """Word to number."""
        return self.table(node, where, cast("Callable[[str, Node], Number | None]", self.number))

    def lists(self, sections: dict[str, Node]) -> dict[str, tuple[str, ...]]:
        """Plain lists, and lists one level down as "labels/capital"."""
        found: dict[str, tuple[str, ...]] = {}
        for name, node in sections.items():
            if isinstance(node, Fields):
                found |= {f"{name}/{key}": words for key, words in self.table(node, name, self.wordings).items()}
            else:
                found[name] = self.wordings(name, node)
        return found

    def wordings(self, name: str, node: Node) -> tuple[str, ...]:
        """A list of wordings, in lower case."""
        if not isinstance(node, Items):
            self.wrong(node, f'"{name}" must be a list of wordings: [one, another]')
            return ()
        found = []
        for item in node.items:
            if isinstance(item, Text) and item.text.strip():
                found.append(item.text.lower())
            else:
                self.wrong(item, f'"{name}" holds something that is not a wording')
        return tuple(found)

    def number(self, name: str, node: Node) -> Number | None:
        """A number as written: 5, 0.5 or 1/4."""
        try:
            value = Fraction(node.text if isinstance(node, Text) and len(node.text) <= 40 else "")
        except (ValueError, ZeroDivisionError):
            self.wrong(node, f'"{name}" must be a number, such as 5, 0.5 or 1/4')
            return None
        return int(value) if value.denominator == 1 else value

    def pair(self, name: str, node: Node) -> tuple[Number, Number] | None:
        """[least, most], in that order."""
        ends = [self.number(name, item) for item in node.items] if isinstance(node, Items) else []
        if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] > ends[1]:
            self.wrong(node, f'"{name}" must be two numbers, the smaller first: [2, 12]')
            return None
        return ends[0], ends[1]

    def codes(self, name: str, node: Node) -> dict[str, str]:
        """Word to currency code."""
        found: dict[str, str] = {}
        for key, at, value in self.items(node, name):
            if isinstance(value, Text) and len(value.text) == 3 and value.text.isupper():
                found[key.lower()] = value.text
            else:
                self.wrong(at, f'"{key}" must name a currency by its three letters, such as GBP')
        return found

    def readings(self, name: str, node: Node) -> tuple[Number, Number] | None:
        """A plain and a generous width."""
        values = self.numbers(node, name)
        if set(values) != {"plain", "generous"} or values["plain"] > values["generous"]:
            self.wrong(node, f'"{name}" needs a plain and a generous width, the plain one not the larger')
            return None
        return values["plain"], values["generous"]

    def number_words(self, node: Node | None) -> tuple[dict[str, dict[str, Number]], dict[str, Vague]]:
        """The sections of number words, and the words for orders of magnitude."""
        numbers: dict[str, dict[str, Number]] = {}
        vague: dict[str, Vague] = {}
        for key, _, value in self.items(node, "number words"):
            if key == "vague":
                vague = self.table(value, key, self.vague)
            else:
                numbers[key] = {word.lower(): n for word, n in self.numbers(value, key).items()}
        return numbers, vague

    def vague(self, name: str, node: Node) -> Vague | None:
        """The number, and the ends of both readings, of a word such as "dozens"."""
        parts = {key: value for key, _, value in self.items(node, name)}
        if set(parts) != {"number", "plain", "generous"}:
            self.wrong(node, f'"{name}" needs number, plain and generous')
            return None
        number, plain = self.number(name, parts["number"]), self.pair(name, parts["plain"])
        generous = self.pair(name, parts["generous"])
        if number is None or plain is None or generous is None:
            return None
        return Vague(number, plain, generous)

    def hedge(self, name: str, node: Node) -> Hedge | None:
        """A group of wordings with its bound and widths."""
        parts = {key: value for key, _, value in self.items(node, name)}
        for key in set(parts) - set(_HEDGE_KEYS):
            self.wrong(parts[key], f'hedge "{name}" cannot have "{key}"; it has {", ".join(_HEDGE_KEYS)}')
        bound = self.choice(parts.get("bound"), BOUNDS)
        take = self.choice(parts["take"], ("nearer", "wider")) if "take" in parts else "nearer"
        plain, generous = (self.width(f"{name}/{key}", parts.get(key)) for key in ("plain", "generous"))
        if not bound or not take or (plain is None) != (generous is None):
            self.wrong(node, f'hedge "{name}" needs bound: one of {", ".join(BOUNDS)}; and both widths, or none')
            return None
        before, after, *robbing = (
            self.wordings(key, parts[key]) if key in parts else ()
            for key in ("before", "after", "not after", "not before", "yet after", "only before", "behind")
        )
        not_after, not_before, yet_after, only_before = map(frozenset, robbing[:4])
        beside = (not_after, not_before, yet_after, only_before, robbing[4])
        return Hedge(name, bound, before, after, *beside, take == "nearer", plain, generous)

    def choice(self, node: Node | None, known: tuple[str, ...]) -> str:
        """One of some words, or "" when it is none of them."""
        return node.text if isinstance(node, Text) and node.text in known else ""

    def width(self, name: str, node: Node | None) -> Width | None:
        """{percent, unit}."""
        values = self.numbers(node, name)
        if node is not None and set(values) != {"percent", "unit"}:
            self.wrong(node, f'"{name}" must be {{percent: number, unit: number}}')
        return Width(values["percent"], values["unit"]) if len(values) == 2 else None
