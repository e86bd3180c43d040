"""The house's words: hedges with their widths, number words, labels, idioms (``rules/words.yaml``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.errors import RuleError

if TYPE_CHECKING:
    import yaml

Number = int | Fraction
BOUNDS = ("exact", "about", "above", "at_least", "below", "at_most")
_T = TypeVar("_T")
_LARGEST = 1_000_000  # bytes; a rule file is some tens of thousands


@dataclass(frozen=True, slots=True)
class Width:
    """How far a hedge reaches: per cent of the figure, and a part of the unit of its last non-zero digit."""

    percent: Number
    unit: Number


@dataclass(frozen=True, slots=True)
class Hedge:
    """A group of wordings that bound a figure in one way; without widths the other end is open."""

    name: str
    bound: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: frozenset[str] = frozenset()  # words before the wording that rob it of this sense
    nearer: bool = True  # of the two widths the smaller one counts, else the larger
    plain: Width | None = None
    generous: Width | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A word for an order of magnitude ("dozens"): the number it names, and the least and most of each reading."""

    number: Number
    plain: tuple[Number, Number]
    generous: tuple[Number, Number]


@dataclass(frozen=True)
class Words:
    """All of ``words.yaml``. ``numbers`` and ``money`` map a word to its number or currency, section by section;
    ``rounding`` maps a name to its plain and generous widths; ``lists`` holds plain lists of wordings;
    ``scope`` the scope words by kind. ``cache`` is for what readers compile from it, once."""

    path: str
    hedges: tuple[Hedge, ...]
    numbers: Mapping[str, Mapping[str, Number]]
    vague: Mapping[str, Vague]
    money: Mapping[str, Mapping[str, str]]
    rounding: Mapping[str, tuple[Number, Number]]
    lists: Mapping[str, tuple[str, ...]]
    scope: Mapping[str, tuple[str, ...]]
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def load_words(path: Path) -> Words:
    """Read ``words.yaml``. Raises ``RuleError`` with every mistake of the file, each with its line."""
    reader = _Reader(str(path))
    root = reader.compose(path)
    words = reader.words(root) if root is not None else None
    if words is None or reader.errors:
        raise RuleError("\n".join(reader.errors))
    return words


class _Reader:
    """Turns the nodes of the file into values, and collects the mistakes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.errors: list[str] = []

    def compose(self, path: Path) -> yaml.Node | None:
        import yaml  # noqa: PLC0415 - only when rules are read

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            source = path.read_bytes()
            if len(source) > _LARGEST:
                return self.wrong(1, f"is larger than {_LARGEST:,} bytes; is it a rule file?")
            root: yaml.Node | None = yaml.compose(source.decode("utf-8-sig"), Loader=loader)
        except OSError as error:
            return self.wrong(1, f"cannot be read: {error.strerror or error}")
        except UnicodeDecodeError:
            return self.wrong(1, "is not UTF-8 text; save it as UTF-8")
        except RecursionError:
            return self.wrong(1, "is nested too deeply")
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            return self.wrong(mark.line + 1 if mark else 1, f"is not YAML: {getattr(error, 'problem', None) or error}")
        return root if root is not None else self.wrong(1, "is empty")

    def wrong(self, at: yaml.Node | int, message: str) -> None:
        line = at if isinstance(at, int) else at.start_mark.line + 1
        self.errors.append(f"{self.path}:{line}: {message}")

    def words(self, root: yaml.Node) -> Words:
        sections = {key: node for key, _, node in self.items(root, "the file")}
        for name in ("hedges", "rounding", "number words", "money"):
            if name not in sections:
                self.wrong(1, f'has no section "{name}:"; add it')
        numbers, vague = self.number_words(sections.get("number words"))
        known = ("hedges", "rounding", "number words", "money", "scope")
        return Words(
            self.path,
            tuple(self.table(sections.get("hedges"), "hedges", self.hedge).values()),
            numbers,
            vague,
            self.table(sections.get("money"), "money", self.codes),
            self.table(sections.get("rounding"), "rounding", self.readings),
            self.lists({key: node for key, node in sections.items() if key not in known}),
            self.table(sections.get("scope"), "scope", self.wordings),
        )

    def items(self, node: yaml.Node | None, where: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """Key, key's node and value's node of a mapping; a key given twice is a mistake."""
        if node is None:
            return
        if not isinstance(node.value, list) or node.id != "mapping":
            self.wrong(node, f'"{where}" must be a list of "name: value" lines')
            return
        seen: set[str] = set()
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node.value, str) else ""
            if not key or key in seen:
                self.wrong(key_node, f'"{key}" stands twice in "{where}"' if key else f'"{where}" has a key that is no word')
                continue
            seen.add(key)
            yield key, key_node, value

    def table(self, node: yaml.Node | None, where: str, read: Callable[[str, yaml.Node], _T | None]) -> dict[str, _T]:
        """A mapping with each value read by ``read``; values that could not be read are left out."""
        found = ((key, read(key, value)) for key, _, value in self.items(node, where))
        return {key: value for key, value in found if value is not None}

    def lists(self, sections: dict[str, yaml.Node]) -> dict[str, tuple[str, ...]]:
        """Plain lists, and lists one level down as "labels/capital"."""
        found: dict[str, tuple[str, ...]] = {}
        for name, node in sections.items():
            if node.id == "mapping":
                found |= {f"{name}/{key}": words for key, words in self.table(node, name, self.wordings).items()}
            else:
                found[name] = self.wordings(name, node)
        return found

    def wordings(self, name: str, node: yaml.Node) -> tuple[str, ...]:
        """A list of wordings, in lower case."""
        if node.id != "sequence":
            self.wrong(node, f'"{name}" must be a list of wordings: [one, another]')
            return ()
        for item in node.value:
            if item.id != "scalar" or not item.value.strip():
                self.wrong(item, f'"{name}" holds something that is not a wording')
        return tuple(item.value.lower() for item in node.value if item.id == "scalar" and item.value.strip())

    def number(self, name: str, node: yaml.Node) -> Number | None:
        """A number as written: 5, 0.5 or 1/4."""
        try:
            value = Fraction(node.value if isinstance(node.value, str) and len(node.value) <= 40 else "")
        except (ValueError, ZeroDivisionError):
            return self.wrong(node, f'"{name}" must be a number, such as 5, 0.5 or 1/4')
        return int(value) if value.denominator == 1 else value

    def pair(self, name: str, node: yaml.Node) -> tuple[Number, Number] | None:
        """[least, most], in that order."""
        ends = [self.number(name, item) for item in node.value] if node.id == "sequence" else []
        if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] > ends[1]:
            return self.wrong(node, f'"{name}" must be two numbers, the smaller first: [2, 12]')
        return ends[0], ends[1]

    def codes(self, name: str, node: yaml.Node) -> dict[str, str]:
        """Word to currency code."""
        found: dict[str, str] = {}
        for key, at, value in self.items(node, name):
            if isinstance(value.value, str) and len(value.value) == 3 and value.value.isupper():
                found[key.lower()] = value.value
            else:
                self.wrong(at, f'"{key}" must name a currency by its three letters, such as GBP')
        return found

    def readings(self, name: str, node: yaml.Node) -> tuple[Number, Number] | None:
        """A plain and a generous width."""
        values = self.table(node, name, self.number)
        if set(values) != {"plain", "generous"} or values["plain"] > values["generous"]:
            return self.wrong(node, f'"{name}" needs a plain and a generous width, the plain one not the larger')
        return values["plain"], values["generous"]

    def number_words(self, node: yaml.Node | None) -> tuple[dict[str, dict[str, Number]], dict[str, Vague]]:
        numbers: dict[str, dict[str, Number]] = {}
        vague: dict[str, Vague] = {}
        for key, _, value in self.items(node, "number words"):
            if key == "vague":
                vague = self.table(value, key, self.vague)
            else:
                numbers[key] = {word.lower(): n for word, n in self.table(value, key, self.number).items()}
        return numbers, vague

    def vague(self, name: str, node: yaml.Node) -> Vague | None:
        parts = {key: value for key, _, value in self.items(node, name)}
        if set(parts) != {"number", "plain", "generous"}:
            return self.wrong(node, f'"{name}" needs number, plain and generous')
        number, plain = self.number(name, parts["number"]), self.pair(name, parts["plain"])
        generous = self.pair(name, parts["generous"])
        if number is None or plain is None or generous is None:
            return None
        return Vague(number, plain, generous)

    def hedge(self, name: str, node: yaml.Node) -> Hedge | None:
        parts = {key: value for key, _, value in self.items(node, name)}
        unknown = set(parts) - {"bound", "before", "after", "not after", "take", "plain", "generous"}
        bound = parts["bound"].value if "bound" in parts else ""
        if unknown or bound not in BOUNDS:
            what = f"does not know {', '.join(sorted(unknown))}" if unknown else f"needs bound: one of {', '.join(BOUNDS)}"
            return self.wrong(node, f'hedge "{name}" {what}')
        plain, generous = (self.width(f"{name}/{key}", parts.get(key)) for key in ("plain", "generous"))
        take = parts["take"].value if "take" in parts else "nearer"
        if (plain is None) != (generous is None) or take not in ("nearer", "wider"):
            return self.wrong(node, f'hedge "{name}" needs both widths or none, and take: nearer or wider')
        lists = {key: self.wordings(key, parts[key]) if key in parts else () for key in ("before", "after", "not after")}
        return Hedge(
            name, bound, lists["before"], lists["after"], frozenset(lists["not after"]), take == "nearer", plain, generous
        )

    def width(self, name: str, node: yaml.Node | None) -> Width | None:
        if node is None:
            return None
        values = self.table(node, name, self.number)
        if set(values) != {"percent", "unit"}:
            return self.wrong(node, f'"{name}" must be {{percent: number, unit: number}}')
        return Width(values["percent"], values["unit"])
