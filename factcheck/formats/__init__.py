"""From the bytes of a file to a Document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from factcheck.document import Document
from factcheck.errors import DocumentError
from factcheck.formats.decode import decode
from factcheck.formats.text import plain_document

MEGABYTE = 1_000_000
LIMIT = 10 * MEGABYTE
MARKDOWN = (".md", ".markdown")
FOLDER_ENDINGS = (".txt", *MARKDOWN)  # what is looked for in a folder
UNREADABLE = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".pages", ".epub")


def open_document(path: str, data: bytes, limit: int = LIMIT) -> Document:
    """The Document in ``data``, read by the ending of ``path``: Markdown, else plain text.

    ``limit`` is in bytes. Raises DocumentError, naming file and place, for what is not text, or too large.
    """
    ending = PurePath(path).suffix.lower()
    if ending in UNREADABLE:
        raise DocumentError(
            f"{path}: {ending} files cannot be read yet; save it as plain text (.txt) or Markdown (.md)"
        )
    if len(data) > limit:
        size = f"{limit / MEGABYTE:g} MB"
        raise DocumentError(f"{path}: larger than the limit of {size}; split it, or raise the limit with --max-size")
    document = plain_document(path, decode(path, data))
    if not document.text.strip():
        return replace(document, text="")
    if ending in MARKDOWN:
        from factcheck.formats.markdown import markdown_document

        return markdown_document(document)
    return document
