"""From the bytes of a file to a Document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from factcheck.document import Document
from factcheck.errors import DocumentError
from factcheck.formats.decode import decode, kind_of
from factcheck.formats.text import plain_document

MEGABYTE = 1_000_000
LIMIT = 10 * MEGABYTE
MILLION = 1_000_000
LONGEST = 2 * MILLION  # characters; a long novel has one million
MARKDOWN = (".md", ".markdown")
HTML = (".html", ".htm", ".xhtml")
WORD = ".docx"
FOLDER_ENDINGS = (".txt", *MARKDOWN, *HTML, WORD)  # what is looked for in a folder
UNREADABLE = (".doc", ".odt", ".rtf", ".pdf", ".pages", ".epub")


def open_document(path: str, data: bytes, limit: int = LIMIT, encoding: str = "", longest: int = LONGEST) -> Document:
    """The Document in ``data``, read by the ending of ``path``: Word, HTML or Markdown, else plain text.

    ``limit`` is in bytes, ``longest`` in characters of text; ``encoding`` is that of text that is not UTF-8, where it
    is known. Raises DocumentError, naming file and place, for what is not text, or too large.
    """
    ending = PurePath(path).suffix.lower()
    if ending in UNREADABLE:
        raise DocumentError(
            f"{path}: {ending} files cannot be read; save it as a Word file (.docx) or plain text (.txt)"
        )
    if len(data) > limit:
        size = f"{limit / MEGABYTE:g} MB"
        raise DocumentError(f"{path}: larger than the limit of {size}; split it, or raise the limit with --max-size")
    if ending == WORD:
        return _short(_word(path, data, limit), longest)
    text, note = decode(path, data, encoding, ending in HTML)
    document = replace(plain_document(path, text), notes=(note,) if note else ())
    if not document.text.strip():
        return replace(document, text="")
    if ending not in HTML:
        _short(document, longest)  # before it is taken apart; of a page most may be scripts
    return _short(_marked_up(document, ending), longest)


def _short(document: Document, longest: int) -> Document:
    """The document. Raises DocumentError where its text is too long to be checked as one."""
    if len(document.text) > longest:
        most = f"{longest / MILLION:g} million characters"
        raise DocumentError(
            f"{document.path}: more text than the limit of {most}; split it, or raise the limit with --max-text"
        )
    return document


def _marked_up(document: Document, ending: str) -> Document:
    if ending in MARKDOWN:
        from factcheck.formats.markdown import markdown_document

        return markdown_document(document)
    if ending in HTML:
        from factcheck.formats.html import html_document

        return html_document(document)
    return document


def _word(path: str, data: bytes, limit: int) -> Document:
    kind = kind_of(data)
    if kind == "an old Word file":
        raise DocumentError(f"{path}: an old Word file, or one locked with a password; save it as .docx without one")
    if not data.startswith(b"PK"):
        raise DocumentError(f"{path}: this is {kind or 'no Word file'}; save the article as .docx from Word")
    from factcheck.formats.word import word_document

    document = word_document(path, data, limit)
    return document if document.text.strip() else replace(document, text="", parts=())
