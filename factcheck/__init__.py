"""factcheck: which figures of a draft cannot all be true, with the arithmetic, and which were not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.findings import DocumentReport

__all__ = ["read"]


def read(text: str, path: str = "text", date: str = "") -> DocumentReport:
    """What is read in an article's text: its figures, names and claims, as ``factcheck read`` shows them.

    ``date`` is the article's own (ISO), where the text does not give it. Each of ``figures`` has its place in code
    points and, as ``reading``, the number, the bound and both readings of its words. Raises nothing for any text.
    """
    from factcheck.document import Document
    from factcheck.engine import Engine

    return Engine.load(date=date).read(Document(path, text))
