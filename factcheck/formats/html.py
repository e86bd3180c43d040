"""HTML: the words that a reader sees, each with its place in the file."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field

from factcheck.document import Document, Part, Weaver
from factcheck.formats.blocks import Row, gap, raised_digits
from factcheck.formats.markup import RAW, Mark, marks

_FOREIGN = frozenset(("svg", "math"))
_UNSEEN = RAW | _FOREIGN | {"head", "template", "noscript", "nav", "footer", "button", "select", "object", "dialog"}
_UNSEEN |= {"del", "s", "strike", "rt", "rp"}  # struck out, or how a word is said
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead ul".split()
)
_SELF_CLOSING = frozenset(("p", "li", "tr", "td", "th", "dt", "dd", "option"))
_LISTS = frozenset(("ul", "ol", "dl"))
_CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROLES = {"figcaption": "caption", "caption": "caption", "blockquote": "quote"}
_ROLES |= dict.fromkeys(_HEADINGS, "heading")
_CLASSES = re.compile(r"\b(standfirst|subtitle|dek|subhead(?:line)?|pull-?quote|caption)\b", re.I)
_CLASS_ROLES = {"pull": "quote", "capt": "caption"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_PIECE = re.compile(rf"(?P<space>{_SPACE.pattern})|(?P<entity>{_ENTITY.pattern})|[^ \t\n\r\f&]+|&")
_DATES = frozenset(("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate"))
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]|$)")
_MOST = 1000  # columns or rows that one cell may cover, as browsers have it
_EMPTY: dict[str, str] = {}


def html_document(plain: Document) -> Document:
    """The Document of an HTML page or a part of one, given as plain text.

    Scripts, styles, navigation, forms and whatever is marked hidden are left out; where the page has a ``main`` or
    ``article``, the rest of the page is too, but for its first heading. A table row is one line with " | " between its
    cells. The date is that of the page's ``meta`` or of its first ``time``.
    """
    only = bool(re.search(r"<(?:main|article)[\s>]", plain.text, re.I))
    reader = _Reader(plain, only)
    for mark in marks(plain.text):
        reader.take(mark)
    return Document(
        plain.path,
        reader.weaver.text,
        plain.source,
        date=reader.date,
        pieces=reader.weaver.pieces,
        parts=tuple(reader.parts()),
        comments=tuple(reader.comments),
        notes=plain.notes,
    )


@dataclass
class _Reader:
    """Writes the words of one page to a Weaver."""

    plain: Document
    only: bool  # whether only the main part is read
    stack: list[tuple[str, str]] = field(default_factory=list)  # open elements: tag and role
    opened: Counter[str] = field(default_factory=Counter)
    hidden: int = -1  # how deep the element stands that is not shown, or -1
    date: str = ""
    comments: list[tuple[int, int]] = field(default_factory=list)
    gap: str = ""  # what goes before the next word
    tables: list[Row] = field(default_factory=list)
    stretches: list[Part] = field(default_factory=list)
    blank: bool = False  # a space is due before the next word of this block
    titled: bool = False

    def __post_init__(self) -> None:
        self.weaver = Weaver(self.plain)

    @property
    def row(self) -> Row | None:
        """The table row we are in."""
        return self.tables[-1] if self.tables and self.tables[-1].inside else None

    def take(self, mark: Mark) -> None:
        """One step of the page."""
        if mark.kind == "open":
            self._open(mark)
        elif mark.kind == "close":
            self._close(mark.name)
        elif mark.kind == "comment":
            self.comments.append(self.plain.source_span(mark.start, mark.end))
        elif mark.kind == "text" and self._seen():
            self._words(mark.start, mark.end)

    def parts(self) -> list[Part]:
        """The stretches with a role, neighbours of one block joined."""
        found: list[Part] = []
        for part in self.stretches:
            last = found[-1] if found else None
            if last and last.role == part.role and "\n" not in self.weaver.text[last.end : part.start]:
                found[-1] = Part(last.start, part.end, part.role)
            else:
                found.append(part)
        return found

    def _seen(self) -> bool:
        if self.hidden >= 0:
            return False
        return not self.only or bool(self.opened["main"] or self.opened["article"] or self.opened["h1"])

    def _open(self, mark: Mark) -> None:
        name = mark.name
        self._date(mark)
        if name == "br" and self._seen():
            self.gap, self.blank = (self.gap or ("" if self.row else "\n")), bool(self.row)
        alone = self.plain.text[mark.end - 2] == "/" and (self.hidden >= 0 or name in _FOREIGN)
        if alone or name in _VOID:
            return
        if name in _SELF_CLOSING and self.stack and self.stack[-1][0] == name:
            self._close(name)
        self._block(name, mark)
        self.stack.append((name, self._role(mark)))
        self.opened[name] += 1
        if self.hidden < 0 and _is_hidden(mark):
            self.hidden = len(self.stack)

    def _close(self, name: str) -> None:
        """Leave an element, and all in it that were not closed; an end without a beginning is nothing."""
        if not self.opened[name]:
            return
        while True:
            left, _ = self.stack.pop()
            self.opened[left] -= 1
            if self.hidden < 0:
                self._leave(left)
            elif self.hidden > len(self.stack):
                self.hidden = -1
            if left == name:
                return

    def _block(self, name: str, mark: Mark) -> None:
        """What beginning an element does to the words around it."""
        if self.hidden >= 0:
            return
        if name == "table":
            self.tables.append(Row())
        elif name == "tr" and self.tables:
            self.tables[-1].next()
        elif name in _CELLS and self.row:
            self._cell(mark)
        if name in _BLOCKS:
            self._break()

    def _leave(self, name: str) -> None:
        if name == "tr" and self.tables:
            self.tables[-1].inside = False
        elif name == "table" and self.tables:
            self.tables.pop()
        elif name in _CELLS and self.row:
            self.gap = ""
        if name in _BLOCKS or name == "tr":
            self._break()

    def _break(self) -> None:
        """Part what follows from what is written; inside a cell a blank is enough."""
        if self.row:
            self.blank = True
        else:
            in_list = any(self.opened[name] for name in _LISTS)
            in_rows = bool(self.tables and self.tables[-1].spans)
            self.gap, self.blank = gap(self.weaver.length > 0, in_list or in_rows), False

    def _cell(self, mark: Mark) -> None:
        row = self.row
        assert row is not None
        across, down = (_number(mark.attributes.get(key, "")) for key in ("colspan", "rowspan"))
        for _ in range(row.skipped()):
            self._bar(mark.start)
        self._bar(mark.start)
        row.take(across, down)

    def _bar(self, at: int) -> None:
        row = self.row
        assert row is not None
        self.weaver.insert(row.bar() or gap(self.weaver.length > 0, True), at)
        self.gap, self.blank = "", False

    def _role(self, mark: Mark) -> str:
        if mark.name == "h1" and not self.titled:
            self.titled = True
            return "title"
        if mark.name in _CELLS:
            return "row"
        named = _CLASSES.search(mark.attributes.get("class", ""))
        own = _CLASS_ROLES.get(named[1][:4].lower(), "standfirst") if named else _ROLES.get(mark.name, "")
        return own or (self.stack[-1][1] if self.stack else "")

    def _date(self, mark: Mark) -> None:
        """The day the page gives as its own."""
        given = mark.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if mark.name == "meta" and name in _DATES and (day := _day(given.get("content", ""))):
            self.date = day
        elif mark.name == "time" and not self.date and self._seen():
            self.date = _day(given.get("datetime", ""))

    def _words(self, start: int, end: int) -> None:
        """Write the words between two places, blanks drawn together, entities as what they stand for."""
        before = self.weaver.length
        for piece in _PIECE.finditer(self.plain.text, start, end):
            if piece["space"]:
                self.blank = True
                continue
            before = self._part_from(before, piece.start())
            if self.opened["sup"] and (raised := raised_digits(piece[0])):
                self.weaver.stand_in(raised, *piece.span())
            elif piece["entity"] and (meant := html.unescape(piece[0])) != piece[0]:
                self.weaver.stand_in(meant, *piece.span())
            else:
                self.weaver.copy(*piece.span())
        role = self.stack[-1][1] if self.stack else ""
        if role and self.weaver.length > before:
            self.stretches.append(Part(before, self.weaver.length, role))

    def _part_from(self, before: int, at: int) -> int:
        """Write what is due before a word; where the words of this stretch begin."""
        first = before == self.weaver.length
        if self.gap:
            self.weaver.insert(self.gap, at)
        elif self.blank and self.weaver.length and not self.weaver.ends_blank:
            self.weaver.blank(at)
        self.gap, self.blank = "", False
        return self.weaver.length if first else before


def _is_hidden(mark: Mark) -> bool:
    given = mark.attributes
    return (
        mark.name in _UNSEEN
        or "hidden" in given
        or given.get("aria-hidden", "").lower() == "true"
        or given.get("role", "").lower() in ("navigation", "search", "menu")
        or bool(_HIDDEN.search(given.get("style", "")))
    )


def _number(given: str) -> int:
    return min(max(int(given), 1), _MOST) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def _day(given: str) -> str:
    from datetime import date

    found = _DAY.match(given.strip())
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""
