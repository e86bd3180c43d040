"""The shapes of a pack's parts: keys, texts, lists and numbers, read from YAML nodes; mistakes are gathered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from factcheck.names.meant import likeliest
from factcheck.packs.model import Place
from factcheck.packs.yamlfile import MOST_MISTAKES, Fields, Items, Mistake, Node, SourceFile, Text

Entries = dict[str, tuple[Text, Node]]

_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LISTED = 12
_MOST = 1_000_000_000  # the largest number that a pack may give
_MOST_ENTRIES = 500  # of a mapping: things are compared with figures, so a hostile file must not have many
_MOST_ITEMS = 5000  # of a list


class TooManyMistakes(Exception):
    """Enough mistakes were found; what follows is not read."""


class Reader:
    """Reads nodes of one file as what they ought to be, and gathers what they are not."""

    def __init__(self, source: SourceFile, mistakes: list[Mistake]) -> None:
        self.source = source
        self.mistakes = mistakes

    def wrong(self, node: Node, what: str, offset: int = 0, width: int = 0) -> None:
        """Note a mistake at a node, or ``offset`` characters into its text."""
        line, column = node.line, node.column
        if len(self.mistakes) >= MOST_MISTAKES:
            raise TooManyMistakes
        if isinstance(node, Text):
            if offset or node.style:
                line, column = self.source.place_in(node, offset)
            width = width or len(node.text.split("\n")[0]) - offset
        self.mistakes.append(Mistake(line, column, what, max(1, width)))

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.source.name, node.line, node.column)

    def fields(
        self, node: Node, what: str, known: Sequence[str], needed: Sequence[str] = (), at: Node | None = None
    ) -> Entries:
        """The entries of a mapping with only ``known`` keys; what is unknown or missing is noted."""
        entries = self.entries(node, what)
        for key, (place, _) in entries.items():
            if key not in known:
                self.wrong(place, f"`{clipped(key)}`: no such key in {what}; {nearest(key, known)}")
        missing = [key for key in needed if key not in entries]
        if missing and isinstance(node, Fields):
            self.wrong(at or node, f"{what} has no {' and no '.join(f'`{key}`' for key in missing)}")
        return {key: entry for key, entry in entries.items() if key in known}

    def entries(self, node: Node, what: str) -> Entries:
        """The entries of a mapping, whatever its keys."""
        if isinstance(node, Fields) and len(node.fields) <= _MOST_ENTRIES:
            return node.fields
        if isinstance(node, Fields):
            self.wrong(node, f"{what} has more than {_MOST_ENTRIES} entries; divide it")
            return {}
        self.wrong(node, f"{what} must be a mapping (key: value), not {_kind(node)}")
        return {}

    def text(self, entries: Entries, key: str) -> str:
        """The text at ``key``; "" when there is none."""
        return node.text.strip() if (node := self.text_node(entries, key)) else ""

    def text_node(self, entries: Entries, key: str) -> Text | None:
        """The text at ``key`` with its place; None, and a mistake noted, when it is empty or not text."""
        if key not in entries:
            return None
        name, node = entries[key]
        if not isinstance(node, Text):
            self.wrong(node, f"`{key}` must be text, not {_kind(node)}{_quotes(node)}")
            return None
        if not node.text.strip():
            self.wrong(name, f"`{key}` is empty")
            return None
        return node

    def texts(self, entries: Entries, key: str) -> list[Text]:
        """The texts of a list at ``key``; a single text without a comma counts as a list of one."""
        if key not in entries:
            return []
        name, node = entries[key]
        if isinstance(node, Text) and node.text.strip() and "," not in node.text:
            return [node]
        return self.items(node, name)

    def items(self, node: Node, name: Text) -> list[Text]:
        """The texts of a list."""
        if not isinstance(node, Items):
            wanted = f"; write [{node.text.strip()}]" if isinstance(node, Text) and "," in node.text else ""
            self.wrong(node, f"`{name.text}` must be a list, not {_kind(node)}{wanted}")
            return []
        if len(node.items) > _MOST_ITEMS:
            self.wrong(name, f"`{name.text}` has more than {_MOST_ITEMS} items; divide it")
            return []
        if not node.items:
            self.wrong(name, f"`{name.text}` is empty")
        return [item for item in node.items if self._is_text(item, name) and isinstance(item, Text)]

    def words(self, entries: Entries, key: str) -> tuple[str, ...]:
        """The texts of a list, as strings; one that is there twice is noted."""
        found: dict[str, Text] = {}
        for item in self.texts(entries, key):
            word = " ".join(item.text.split())
            if word in found:
                self.wrong(item, f"`{word}` is in `{key}` twice")
            found[word] = item
        return tuple(found)

    def number(self, entries: Entries, key: str) -> int:
        """The whole number at ``key``; 0 when there is none."""
        node = self.text_node(entries, key)
        if node is None:
            return 0
        digits = node.text.replace("_", "").replace(",", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 12 and int(digits) <= _MOST):
            self.wrong(node, f"`{key}` must be a whole number from 0 to {_MOST:,}, not `{clipped(node.text)}`")
            return 0
        return int(digits)

    def one_of(self, entries: Entries, key: str, choices: Collection[str], what: str) -> str:
        """The text at ``key``; one that is none of ``choices`` is noted, and read as the nearest of them, if any."""
        node = self.text_node(entries, key)
        if node is None:
            return ""
        text = node.text.strip()
        if text not in choices:
            self.wrong(node, f"`{clipped(text)}`: no such {what}; {nearest(text, choices)}")
            return likeliest(text, choices)
        return text

    def kebab(self, node: Text, what: str) -> None:
        """Note a name that is not lower-case words joined by hyphens."""
        if not _KEBAB.fullmatch(node.text):
            better = re.sub(r"[^a-z0-9]+", "-", node.text.lower()).strip("-")
            hint = f"; write `{better}`" if _KEBAB.fullmatch(better) else ""
            self.wrong(node, f"`{clipped(node.text)}`: {what} must be lower-case words joined by hyphens{hint}")

    def name(self, node: Text, what: str) -> None:
        """Note a name that cannot stand in a path."""
        if not _NAME.fullmatch(node.text):
            better = re.sub(r"[^a-z0-9]+", "_", node.text.lower()).strip("_")
            hint = f"; write `{better}`" if _NAME.fullmatch(better) else ""
            self.wrong(node, f"`{clipped(node.text)}`: {what} must be lower-case letters, digits and _{hint}")

    def _is_text(self, item: Node, name: Text) -> bool:
        if isinstance(item, Text) and item.text.strip():
            return True
        what = "is empty" if isinstance(item, Text) else f"must be text, not {_kind(item)}{_quotes(item)}"
        self.wrong(item, f"an item of `{name.text}` {what}")
        return False


def nearest(word: str, known: Iterable[str], before: str = "", after: str = "") -> str:
    """What to write instead, between ``before`` and ``after``: "did you mean `x`?", or what there is to choose from."""
    choices = list(dict.fromkeys(known))
    if not choices:
        return "there are none"
    if found := likeliest(word, choices):
        return f"did you mean `{before}{found}{after}`?"
    listed = ", ".join(f"`{before}{choice}{after}`" for choice in choices[:_LISTED])
    return f"there {'are' if len(choices) > 1 else 'is'} {listed}{' ...' if len(choices) > _LISTED else ''}"


def clipped(text: str, most: int = 60) -> str:
    """``text`` on one line, cut to ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}..."


def _kind(node: Node) -> str:
    return node.kind


def _quotes(node: Node) -> str:
    """The likeliest reason why text was not read as text."""
    if isinstance(node, Fields) and len(node.fields) == 1:
        return '; put the text in "quotes" if it holds ": "'
    if isinstance(node, Items):
        return '; put the text in "quotes" if it begins with ['
    return ""
