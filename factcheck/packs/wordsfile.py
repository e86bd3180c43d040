"""Reads ``rules/words.yaml``: hedges with their widths, number words, labels, idioms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeVar, cast

from factcheck.packs.yamlfile import Fields, Items, Mistake, Node, Text, read_yaml
from factcheck.words import BOUNDS, Hedge, Number, Vague, Width, Words

_T = TypeVar("_T")
_SECTIONS = ("hedges", "rounding", "number words", "money")
MEASURED = "measured in"
_HEDGE_KEYS = (
    *("bound", "before", "after", "behind", "not after", "not before", "yet after", "only before"),
    *("take", "plain", "generous"),
)


def load_words(path: Path) -> Words:
    """Read ``words.yaml``. Raises ``RuleError`` with every mistake of the file, each with its line."""
    root, source, mistakes = read_yaml(path)
    reader = _Reader(mistakes)
    words = reader.words(str(path), root or Fields({}, 1, 1))
    if reader.mistakes:
        raise source.error(reader.mistakes)
    return words


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
