"""Plain text: line ends made alike, accents composed, invisible characters dropped, and every place kept."""

from __future__ import annotations

import re
import unicodedata

from factcheck.document import Document, Weaver

# Soft hyphens, zero-width blanks and direction marks come with text pasted from a web page or a content system:
# "13,\u00ad303" is one number. The zero-width joiner stays: it makes one emoji out of several.
_UNWANTED = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_LINE_BREAKS = str.maketrans("\r\x0b\x0c\u2028\u2029", "\n\n\n\n\n")
_COMBINED = re.compile(r"[^\u0300-\u036f\n][\u0300-\u036f]+")
_ODD = re.compile(rf"\r\n|[\u0300-\u036f{_UNWANTED}]")  # cheap to look for: most drafts have nothing to change
_CHANGE = re.compile(rf"\r\n|{_COMBINED.pattern}|[{_UNWANTED}]+")


def plain_document(path: str, source: str) -> Document:
    """The Document of a plain text; ``text`` differs from ``source`` where characters are dropped or joined."""
    base = Document(path, source.translate(_LINE_BREAKS), source)
    if not _ODD.search(source):
        return base
    weaver = Weaver(base)
    at = 0
    for hit in _CHANGE.finditer(source):
        weaver.copy(at, hit.start())
        plain = _plain(hit.group())
        if plain != hit.group():
            weaver.stand_in(plain, *hit.span())
        else:  # an accent that no single letter has
            weaver.copy(*hit.span())
        at = hit.end()
    weaver.copy(at, len(source))
    return Document(path, weaver.text, source, pieces=weaver.pieces)


def _plain(found: str) -> str:
    if found == "\r\n":
        return "\n"
    return "" if found[0] in _UNWANTED else unicodedata.normalize("NFC", found)
