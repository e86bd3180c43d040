"""Word files (.docx): the words of paragraphs, tables, text boxes and notes, those of the text with their runs.

Needs the extra ``word`` (python-docx). The file's text has no lines of its own: a paragraph is a line here, and a table
row a line with " | " between its cells; a place is told by paragraph, or by table, row and column.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.document import Document, Part
from factcheck.errors import DocumentError
from factcheck.formats.blocks import Row, gap
from factcheck.formats.text import plain_document
from factcheck.formats.wordnotes import beside

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GROWTH = 10  # a Word file may unpack to so many times the limit
_THROUGH = frozenset(
    _W + name for name in ("sdt", "sdtContent", "customXml", "ins", "smartTag", "hyperlink", "fldSimple", "moveTo")
)
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "ptab": "\t"}
_ROLES = {
    "title": "title",
    "subtitle": "standfirst",
    "standfirst": "standfirst",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "pull quote": "quote",
}
_NOT_READ = {
    "chart": ("{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",),
    "equation": ("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",),
    "embedded object": (_W + "object",),
}
_DECLARES = "declares what Word never does (a DOCTYPE); open it in Word and save it again"
_HOLDS = (_W + "br", _W + "tab", _W + "txbxContent")  # what a paragraph without words may hold
_BROKEN = "the Word file is damaged; open it in Word and save it again"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the text and the text element of the Word file that it was taken from."""

    start: int
    end: int
    element: Any


@dataclass
class Script:
    """The words of a Word file as they are gathered."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[Part] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def add(self, words: str, element: Any = None) -> None:
        """Add words, and where they come from."""
        if words and element is not None:
            self.spots.append(Spot(self.length, self.length + len(words), element))
        self.text.append(words)
        self.length += len(words)


def word_document(path: str, data: bytes, limit: int) -> Document:
    """The Document of a Word file. Raises DocumentError for one that is damaged, locked, or too large unpacked."""
    opened = open_word(path, data, limit)
    try:
        script = read_script(opened)
    except SyntaxError:  # lxml's, of a note or a header
        raise DocumentError(f"{path}: {_BROKEN}") from None
    source = "".join(script.text)
    plain = plain_document(path, source)
    if plain.text == source:
        parts = tuple(script.parts)
    else:
        parts = tuple(
            Part(plain.text_offset(each.start), plain.text_offset(each.end), *each[2:]) for each in script.parts
        )
    return Document(path, plain.text, source, pieces=plain.pieces, parts=parts, notes=_left_out(opened.element.body))


def _left_out(body: Any) -> tuple[str, ...]:
    """What of a file is not read, and may hold figures: charts, equations, and what other programs put in."""
    counts = ((name, sum(1 for _ in body.iter(*tags))) for name, tags in _NOT_READ.items())
    told = [f"{count} {name}{'s' if count > 1 else ''}" for name, count in counts if count]
    return (f"not read: {', '.join(told)}",) if told else ()


def open_word(path: str, data: bytes, limit: int) -> Any:
    """The file as python-docx opens it. Raises DocumentError."""
    _look_inside(path, data, limit)
    try:
        import docx
    except ImportError:
        advice = "install it with: python3 -m pip install 'factcheck[word]'"
        raise DocumentError(f"{path}: Word files are read with python-docx; {advice}") from None
    try:
        opened = docx.Document(io.BytesIO(data))
    except Exception:  # the library raises whatever the damage happens to meet
        raise DocumentError(f"{path}: {_BROKEN}") from None
    if opened.element.getroottree().docinfo.doctype:
        raise DocumentError(f"{path}: {_DECLARES}")
    return opened


def _look_inside(path: str, data: bytes, limit: int) -> None:
    """Refuse, before anything is unpacked, what is no Word file, or one that unpacks to more than is sensible."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise DocumentError(f"{path}: {_BROKEN}") from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise DocumentError(f"{path}: locked with a password; save it without one")
    words = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if words > 3 * limit or sum(entry.file_size for entry in entries) > _GROWTH * limit:
        raise DocumentError(f"{path}: unpacks to more than is read; split it, or raise the limit with --max-size")
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise DocumentError(f"{path}: a zip file that holds no Word document; save the article from Word again")


def read_script(opened: Any) -> Script:
    """The words of an opened file, in the order in which they are read: the text, notes, headers and footers.

    Only the words of the text have spots: Word lets no comment stand in a header.
    """
    script = Script()
    styles = {style.style_id: (style.name or "").lower() for style in opened.styles}
    _Walk(script, styles).body(opened.element.body)
    commented = len(script.spots)
    for place, block in beside(opened):
        _Walk(script, styles, place).body(block)
    del script.spots[commented:]
    return script


@dataclass
class _Walk:
    """Walks through a body: paragraphs and tables, and what wraps them."""

    script: Script
    styles: dict[str, str]
    place: str = ""  # what all of it is called: "footnote 1"; else each paragraph has a number
    paragraphs: int = 0
    tables: int = 0
    boxes: list[Any] = field(default_factory=list)

    def body(self, body: Any) -> None:
        """Every block, each parted from the one before."""
        for block in _blocks(body):
            if block.tag == _W + "p":
                self._paragraph(block)
            else:
                self._table(block)
            boxes, self.boxes = self.boxes, []
            for box in boxes:
                self.body(box)

    def _paragraph(self, paragraph: Any) -> None:
        self.paragraphs += 1
        if not self._has_words(paragraph) and next(paragraph.iter(*_HOLDS), None) is None:
            return
        name = self._style(paragraph)
        in_list = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith("list")
        if self._has_words(paragraph):
            self.script.add(gap(self.script.length > 0, in_list))
        before = self.script.length
        self._runs(paragraph)
        role = "heading" if name.startswith("heading") else _ROLES.get(name, "")
        self.script.parts.append(Part(before, self.script.length, role, self.place or f"paragraph {self.paragraphs}"))

    def _style(self, paragraph: Any) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self.styles.get(style.get(_W + "val") or "", "") if style is not None else ""

    def _has_words(self, paragraph: Any) -> bool:
        return any((text.text or "").strip() for text in paragraph.iter(_W + "t"))

    def _table(self, table: Any) -> None:
        self.tables += 1
        number, row = f"{self.place}{', ' if self.place else ''}table {self.tables}", Row()
        for at, line in enumerate(_inside(table, _W + "tr"), start=1):
            row.next()
            for cell in _inside(line, _W + "tc"):
                self._cell(cell, row, f"{number}, row {at}")

    def _cell(self, cell: Any, row: Row, place: str) -> None:
        across, continued = _span(cell)
        self.script.add(row.bar() or gap(self.script.length > 0, True))
        before = self.script.length
        if not continued:
            self._cell_words(cell)
        self.script.parts.append(Part(before, self.script.length, "row", f"{place}, column {row.column + 1}"))
        row.take(across, 1)

    def _cell_words(self, cell: Any) -> None:
        """The words of a cell on one line, those of a table inside it too."""
        first = True
        for paragraph in cell.iter(_W + "p"):
            if not first and self._has_words(paragraph):
                self.script.add(" ")
            before = self.script.length
            self._runs(paragraph, one_line=True)
            first = first and self.script.length == before

    def _runs(self, paragraph: Any, one_line: bool = False) -> None:
        for run in _inside(paragraph, _W + "r"):
            if run.find(f"{_W}rPr/{_W}vanish") is not None:
                continue
            for piece in run:
                if piece.tag == _W + "t":
                    self.script.add(_one_line(piece.text or ""), piece)
                elif piece.tag in _SIGNS:
                    self.script.add(" " if one_line else _SIGNS[piece.tag], piece)
                else:
                    self.boxes += _boxes(piece)


def _blocks(body: Any) -> Iterator[Any]:
    for child in body:
        if child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag in _THROUGH:
            yield from _blocks(child)


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The children of a kind, those wrapped in what changes nothing of the words too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _inside(child, tag)


def _boxes(piece: Any) -> list[Any]:
    """The text boxes of a drawing; those that old programs get instead are the same again."""
    found = piece.iter(_W + "txbxContent")
    return [box for box in found if not any(up.tag == _ALTERNATIVE for up in box.iterancestors())]


def _span(cell: Any) -> tuple[int, bool]:
    """How many columns a cell covers, and whether it goes on from the row above."""
    wide = cell.find(f"{_W}tcPr/{_W}gridSpan")
    down = cell.find(f"{_W}tcPr/{_W}vMerge")
    given = wide.get(_W + "val") or "" if wide is not None else ""
    across = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 1
    return max(across, 1), down is not None and down.get(_W + "val") != "restart"


def _one_line(words: str) -> str:
    return " ".join(words.split("\n")) if "\n" in words else words
