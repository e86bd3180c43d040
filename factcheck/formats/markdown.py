"""Markdown: front matter and blocks, with the markup taken away and every place kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.document import Document, Part, Weaver
from factcheck.formats.blocks import CELL_BREAK, raised_digits
from factcheck.formats.frontmatter import FrontMatter, front_matter
from factcheck.formats.strand import Lines, Strand

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.S)
_BREAK = re.compile(r"<br\b", re.I)
_RAISED = re.compile(r"<sup\b", re.I)
_UNSEEN = re.compile(r"<(script|style|template)\b", re.I)


def markdown_document(plain: Document) -> Document:
    """The Document of a Markdown text, given as plain text.

    Front matter gives title, standfirst and date, and the first two become the first lines. Code blocks, raw HTML
    blocks and pictures are left out; a table row is one line with " | " between its cells; list marks are dropped.
    Raises DocumentError for front matter that cannot be read.
    """
    front = front_matter(plain)
    writer = _Writer(plain, front.end)
    writer.title(front)
    writer.standfirst(front)
    writer.blocks()
    return Document(
        plain.path,
        writer.weaver.text,
        plain.source,
        title=front.title,
        date=front.date,
        pieces=writer.weaver.pieces,
        parts=tuple(writer.parts),
        comments=tuple(writer.comments),
        notes=(*plain.notes, *writer.left_out()),
    )


class _Writer:
    """Writes the blocks of one Markdown text, from ``start`` on, to a Weaver."""

    def __init__(self, plain: Document, start: int) -> None:
        self.plain = plain
        self.start = start
        self.lines = Lines(plain.text, start)
        self.weaver = Weaver(plain)
        self.parts: list[Part] = []
        self.comments: list[tuple[int, int]] = []  # in the source
        self.heading = ""  # the tag of the heading we are in
        self.depth = 0  # lists we are in
        self.quotes = 0  # block quotations we are in
        self.row = (0, 0)  # what is left of the table row we are in
        self.deepest = 0
        self.raw = 0  # HTML blocks with digits, which are not read
        self.cells = -1  # cells of that row written so far, or -1 outside of rows

    def title(self, front: FrontMatter) -> None:
        """Write the front matter's title as a heading: a headline's figures are checked like any other."""
        if not front.title or self._repeated(front.title):
            return
        self._from_front("title", front.title, *front.title_span)

    def standfirst(self, front: FrontMatter) -> None:
        """Write the front matter's standfirst as a paragraph after the title."""
        if front.standfirst and front.standfirst not in self.plain.text[self.start :]:
            self._from_front("standfirst", front.standfirst, *front.standfirst_span)

    def _from_front(self, role: str, words: str, start: int, end: int) -> None:
        if self.weaver.length:
            self.weaver.insert("\n\n", start)
        before = self.weaver.length
        if self.plain.text[start:end] == words:
            self.weaver.copy(start, end)
        else:
            self.weaver.stand_in(words, start, end)
        self.parts.append(Part(before, self.weaver.length, role))

    def _repeated(self, title: str) -> bool:
        """Whether the text itself begins with the title; its figures should be counted once."""
        first = self.plain.text[self.start :].lstrip().split("\n", 1)[0]
        return first.strip("# \t") == title

    def blocks(self) -> None:
        """Write every block that has words, and note the comments."""
        from factcheck.formats.inline import parser

        markdown = parser()
        links: dict[str, Any] = {}
        for token in markdown.parse(self.plain.text[self.start :], links):
            self.deepest = max(self.deepest, token.level)
            if token.type == "inline":
                words: list[Token] = []
                markdown.inline.parse(token.content, markdown, links, words)
                self._block(token, words)
            elif token.type == "html_block" and token.map:
                self.raw += any(char.isdigit() for char in _TAG.sub("", token.content))
                self._comments(self.lines.span(token.map[0])[0], self.lines.span(token.map[1] - 1)[1])
            else:
                self._frame(token)

    def left_out(self) -> list[str]:
        """What was not read, and may hold figures."""
        blocks = "a block" if self.raw == 1 else f"{self.raw} blocks"
        told = [f"not read: {blocks} of HTML in the Markdown"] if self.raw else []
        from factcheck.formats.inline import DEEPEST

        deep = "not read: what stands in more lists or quotations in one another than can be read"
        return [*told, deep] if self.deepest >= DEEPEST - 1 else told

    def _frame(self, token: Token) -> None:
        """Note what the parser enters and leaves."""
        if token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self.depth += token.nesting
        elif token.type in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif token.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = token.tag if token.nesting > 0 else ""
        elif token.type == "tr_open":
            self.row, self.cells = self.lines.span((token.map or [0])[0]), 0
        elif token.type == "tr_close":
            self.cells = -1

    def _block(self, token: Token, words: list[Token]) -> None:
        strand = self._strand(token)
        self._gap(strand.place(0), (token.map or [0])[0])
        before = self.weaver.length
        _Inline(self.plain, self.weaver, token.content, strand, " " if self.cells >= 0 else "\n").write(words)
        if "<!--" in token.content:
            self._comments(strand.place(0), strand.place(len(token.content)))
        if role := self._role():
            self.parts.append(Part(before, self.weaver.length, role))
        if self.cells >= 0:
            self.cells += 1

    def _role(self) -> str:
        if self.heading == "h1" and not any(part.role == "title" for part in self.parts):
            return "title"
        return "heading" if self.heading else "row" if self.cells >= 0 else "quote" if self.quotes else ""

    def _comments(self, start: int, end: int) -> None:
        """Note the comments between two places of the plain text."""
        text = self.plain.text
        while (opened := text.find("<!--", start, end)) >= 0 and (closed := text.find("-->", opened + 4, end)) >= 0:
            start = closed + 3
            self.comments.append(self.plain.source_span(opened, start))

    def _gap(self, place: int, line: int) -> None:
        """Part this block from the one before: an empty line, as in plain text, but not in lists and tables."""
        if self.cells > 0:
            self.weaver.insert(CELL_BREAK, place)
        elif self.weaver.length:
            self.weaver.insert("\n" if self.depth or self.cells == 0 else "\n\n", place)

    def _strand(self, token: Token) -> Strand:
        line = (token.map or [0])[0]
        if self.cells >= 0:
            strand, after = self.lines.cell(*self.row, token.content)
            self.row = (after, self.row[1])
            return strand
        start, end = self.lines.span(line)
        if self.heading and "#" * int(self.heading[1]) in self.plain.text[start:end]:
            return self.lines.heading(line, int(self.heading[1]), token.content)
        return self.lines.paragraph(line, token.content)


class _Inline:
    """Writes the words of one block: the parser's ``content``, whose places ``strand`` knows."""

    def __init__(self, plain: Document, weaver: Weaver, content: str, strand: Strand, line_end: str) -> None:
        self.plain = plain
        self.weaver = weaver
        self.content = content
        self.strand = strand
        self.line_end = line_end
        self.raised = False  # in a superscript
        self.struck = 0  # stretches that are struck out
        self.at = 0  # how far we are in the content

    def write(self, tokens: list[Token]) -> None:
        """Write the tokens that have words."""
        unseen = ""  # the end of what no reader sees: <script> within a line
        for token in tokens:
            at = token.meta.get("at", self.at)
            if token.type == "html_inline":
                opened = _UNSEEN.match(token.content)
                unseen = f"</{opened[1].lower()}" if opened else unseen
                unseen = "" if unseen and token.content.lower().startswith(unseen) else unseen
                self._mark(token.content, at)
            elif token.type in ("s_open", "s_close"):
                self.struck += token.nesting
            elif unseen or self.struck:
                continue
            elif self.raised and (raised := raised_digits(token.content)):
                self._stand_in(raised, at, at + len(token.content))
            elif token.type in ("text", "code_inline") or (token.content and token.content == token.markup):
                self._copy(token.content, at, len(token.markup))
            elif token.type == "text_special":
                self._stand_in(token.content, at, at + len(token.markup))
            elif token.type in ("softbreak", "hardbreak"):
                self._stand_in(" " if token.type == "softbreak" else "\n", at, at + 1)

    def _mark(self, tag: str, at: int) -> None:
        """A tag within a line."""
        if _BREAK.match(tag):
            self._stand_in(self.line_end, at, at + len(tag))
        self.raised = bool(_RAISED.match(tag)) or (self.raised and not tag.lower().startswith("</sup"))

    def _copy(self, words: str, at: int, marks: int) -> None:
        """Copy words that stand at ``at``, or up to ``marks`` + 1 after it: "<" or a backtick and a blank go before."""
        found = self.content.find(words, at, at + len(words) + marks + 1)
        if found < 0:  # code that runs over a line's end
            self._stand_in(words, at, min(at + len(words) + marks, len(self.content)))
            return
        for start, end in self.strand.stretches(found, found + len(words)):
            self.weaver.copy(start, end)
        self.at = found + len(words)

    def _stand_in(self, words: str, start: int, end: int) -> None:
        """Write words that stand for the content from ``start`` to ``end``."""
        self.weaver.stand_in(words, self.strand.place(start), self.strand.place(max(start, end - 1)) + 1)
        self.at = end
