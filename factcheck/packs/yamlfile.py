"""YAML with places: every scalar stays text, and every key and value knows its line and column.

Read from the parser's events and not from composed nodes: an alias, a tag or a depth that is refused is
refused before anything is built, so a hostile file costs no more than its size (1 MB at most).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from factcheck.errors import RuleError
from factcheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.error import Mark, YAMLError

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MOST_MISTAKES = 100  # that are told of one file
_SHOWN = 110  # characters of a long line that are shown around the caret
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")  # what YAML 1.1 takes for the end of a line
_HINTS = {
    "mapping values are not allowed": 'put the text in "double quotes" where it holds ": "',
    "found character that cannot start any token": "indent with spaces, and put text that begins with % @ ` in quotes",
    "did not find expected ',' or ']'": "close the list with ], and put text that holds [ ] { } in quotes",
    "did not find expected ',' or '}'": "close it with }, and put text that holds [ ] { } in quotes",
    "did not find expected key": "check the indentation, and that quotes and brackets are closed",
    "did not find expected node content": "close the brackets, or write what is missing",
    "tab character": "indent with spaces",
    "could not find expected ':'": 'write "key: value", with a space after the colon',
    "did not find expected <document start>": "check that the first lines are indented alike",
    "did not find expected '-' indicator": "indent every item of a list alike",
    "unexpected end of stream": "close the quotes",
}


@frozen
class Text:
    """A scalar as written; ``line`` and ``column`` from 1; ``style`` is "" (plain), a quote, "|" or ">"."""

    text: str
    line: int
    column: int
    style: str = ""

    kind: ClassVar[str] = "text"


@frozen
class Items:
    """A list."""

    items: list[Node]
    line: int
    column: int

    kind: ClassVar[str] = "a list"


@frozen
class Fields:
    """A mapping: each key's text leads to the key with its place, and to the value."""

    fields: dict[str, tuple[Text, Node]]
    line: int
    column: int

    kind: ClassVar[str] = "a mapping (key: value)"


Node = Text | Items | Fields


@frozen
class Mistake:
    """One thing wrong at one place; ``width`` is how many characters the caret underlines."""

    line: int
    column: int
    what: str
    width: int = 1


@dataclass(frozen=True)
class SourceFile:
    """The text of a rule file, to point into."""

    name: str
    text: str
    lines: list[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", _BREAK.split(self.text))

    def show(self, mistake: Mistake) -> str:
        """The mistake as a paragraph: file, line, column, what is wrong, and the line with a caret."""
        head = f"{self.name}:{mistake.line}:{mistake.column}: {printable(mistake.what)}"
        line = self.lines[mistake.line - 1] if 0 < mistake.line <= len(self.lines) else ""
        return "\n".join([head, *pointed(line, mistake.column - 1, mistake.width, f"{mistake.line:>5} | ", "      | ")])

    def error(self, mistakes: list[Mistake]) -> RuleError:
        """One error that tells every mistake, in the order of the file."""
        ordered = sorted(mistakes[:MOST_MISTAKES], key=lambda mistake: (mistake.line, mistake.column))
        more = [f"{self.name}: and more; mend these first"] if len(mistakes) >= MOST_MISTAKES else []
        return RuleError("\n\n".join([*dict.fromkeys(self.show(mistake) for mistake in ordered), *more]))

    def place_in(self, node: Text, offset: int) -> tuple[int, int]:
        """Line and column of ``node.text[offset]``; of the scalar itself where an escape or fold hides it."""
        line, column = node.line - 1, node.column - 1
        if node.style in ("|", ">"):
            line, column = line + 1, 0
        elif node.style:
            column += 1
        at = 0
        while line < len(self.lines):
            while at < len(node.text) and node.text[at].isspace() and at < offset:
                at += 1
            column += len(self.lines[line][column:]) - len(self.lines[line][column:].lstrip())
            while column < len(self.lines[line]) and at < offset and self.lines[line][column] == node.text[at]:
                at, column = at + 1, column + 1
            if at >= offset or column < len(self.lines[line].rstrip()):
                break
            line, column = line + 1, 0
        return (line + 1, column + 1) if at >= offset else (node.line, node.column)


def pointed(line: str, start: int, width: int, number: str = "", margin: str = "") -> list[str]:
    """``line`` and below it carets under ``line[start:start + width]``; a long line is cut around them."""
    start = min(max(start, 0), len(line))
    width = max(1, min(width, len(line) - start, _SHOWN - 30))
    cut = max(0, start - 40) if len(line) > _SHOWN and start + width > _SHOWN - 10 else 0
    shown = printable(line[cut : cut + _SHOWN])
    before, after = "... " if cut else "", " ..." if cut + _SHOWN < len(line) else ""
    return [f"{number}{before}{shown}{after}", f"{margin}{' ' * (len(before) + start - cut)}{'^' * width}"]


def printable(text: str) -> str:
    """``text`` without what could steer a terminal: each such character becomes one space or one �."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else " " if char.isspace() else "\ufffd" for char in text)


def read_yaml(path: Path) -> tuple[Node | None, SourceFile, list[Mistake]]:
    """The file's one document (None when empty), its source, and repeated keys; RuleError when it is no such YAML."""
    source = SourceFile(str(path), _read_text(path))
    builder = _Builder(source)
    return builder.build(), source, builder.mistakes


def parse_yaml(name: str, text: str) -> tuple[Node | None, SourceFile, list[Mistake]]:
    """The same of a text that is in no file."""
    builder = _Builder(SourceFile(name, text))
    return builder.build(), builder.source, builder.mistakes


def _read_text(path: Path) -> str:
    """The file as text; RuleError when it is missing, too large, or not UTF-8."""
    try:
        if not path.is_file():
            raise RuleError(f"{path}: no such file; name a rule file (.yaml)")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise RuleError(f"{path}: larger than 1 MB; divide the pack into several files")
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = data.count(b"\n", 0, error.start) + 1, error.start - data.rfind(b"\n", 0, error.start)
        utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        likely = "this looks like UTF-16" if utf16 else f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise RuleError(f"{path}:{line}:{column}: {likely}; save the file as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        column = text.index("\0") - text.rfind("\n", 0, text.index("\0"))
        raise RuleError(f"{path}:{line}:{column}: a NUL character; this is not a text file, or it was damaged")
    return text


class _Builder:
    """Builds nodes from events, refusing what a rule file has no use for."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.mistakes: list[Mistake] = []
        self.depth = 0

    def build(self) -> Node | None:
        """The one document of the file."""
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            return self._document(iter(yaml.parse(self.source.text, Loader=loader)))
        except yaml.YAMLError as error:
            raise self._syntax(error) from error

    def _document(self, events: Iterator[Any]) -> Node | None:
        found: Node | None = None
        for event in events:
            name = type(event).__name__
            if name == "DocumentStartEvent" and found is not None:
                raise self._refuse(event, "a second document; keep one pack to a file")
            if name in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent", "AliasEvent"):
                found = self._node(event, events)
        return None if isinstance(found, Text) and not found.text else found

    def _node(self, event: Any, events: Iterator[Any]) -> Node:
        name = type(event).__name__
        if name == "AliasEvent" or event.anchor is not None:
            raise self._refuse(event, "anchors and aliases (& and *) are not allowed; write it out, or quote the text")
        if event.tag is not None:
            raise self._refuse(event, "tags (!) are not allowed; quote the text if it begins with !")
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if name == "ScalarEvent":
            return Text(event.value, line, column, "" if event.style in (None, ":") else event.style)
        if self.depth == MAX_DEPTH:
            raise self._refuse(event, f"nested more than {MAX_DEPTH} deep")
        self.depth += 1
        node = self._items(events, line, column) if name == "SequenceStartEvent" else self._fields(events, line, column)
        self.depth -= 1
        return node

    def _items(self, events: Iterator[Any], line: int, column: int) -> Items:
        found: list[Node] = []
        while type(event := next(events)).__name__ != "SequenceEndEvent":
            found.append(self._node(event, events))
        return Items(found, line, column)

    def _fields(self, events: Iterator[Any], line: int, column: int) -> Fields:
        found: dict[str, tuple[Text, Node]] = {}
        while type(event := next(events)).__name__ != "MappingEndEvent":
            key = self._node(event, events)
            value = self._node(next(events), events)
            if not isinstance(key, Text):
                what = "a key must be text; quote text that begins with [ or {"
                raise self.source.error([Mistake(key.line, key.column, what)])
            if key.text in found:
                first = found[key.text][0].line
                what = f"`{key.text}` is here twice; the first is on line {first}"
                self.mistakes.append(Mistake(key.line, key.column, what, len(key.text)))
            else:
                found[key.text] = (key, value)
        return Fields(found, line, column)

    def _refuse(self, event: Any, what: str) -> RuleError:
        return self.source.error([Mistake(event.start_mark.line + 1, event.start_mark.column + 1, what)])

    def _syntax(self, error: YAMLError) -> RuleError:
        """What the YAML parser says, at its place, with what to do about it."""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        mark: Mark | None = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else self._at(getattr(error, "position", 0))
        hint = next((hint for words, hint in _HINTS.items() if words in problem), "")
        what = f"not YAML: {problem}{'; ' + hint if hint else ''}"
        return self.source.error([Mistake(*self._inside(line, column), what)])

    def _inside(self, line: int, column: int) -> tuple[int, int]:
        """The place, or the end of the last line with anything on it where the place is behind that."""
        lines = self.source.lines
        last = next((at for at in range(len(lines), 0, -1) if lines[at - 1].strip()), 1)
        return (line, column) if line <= last else (last, len(lines[last - 1].rstrip()) + 1)

    def _at(self, position: int) -> tuple[int, int]:
        before = _BREAK.split(self.source.text[:position])
        return len(before), len(before[-1]) + 1
