"""factcheck: which figures of a draft cannot all be true, with the arithmetic, and which were not checked.

The public names are those of ``__all__``; ``factcheck.api`` shows each with an example.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import (
        Checker,
        Document,
        DocumentError,
        DocumentReport,
        FactcheckError,
        Finding,
        Pack,
        Reference,
        Rule,
        RuleError,
        TableError,
        check_document,
        load_packs,
        load_table,
        make_pack,
        make_rule,
        prove,
        read_document,
    )

__all__ = [
    "Checker",
    "Document",
    "DocumentError",
    "DocumentReport",
    "FactcheckError",
    "Finding",
    "Pack",
    "Reference",
    "Rule",
    "RuleError",
    "TableError",
    "check_document",
    "load_packs",
    "load_table",
    "make_pack",
    "make_rule",
    "prove",
    "read",
    "read_document",
]


def __getattr__(name: str) -> Any:
    """A public name, whose module is imported only when it is asked for: the command must start quickly."""
    if name not in __all__:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("factcheck.api"), name)


def read(text: str, path: str = "text", date: str = "") -> DocumentReport:
    """What is read in an article's text: its figures, names and claims, as ``factcheck read`` shows them.

    ``date`` is the article's own (ISO), where the text does not give it. Each of ``figures`` has its place in code
    points and, as ``reading``, the number, the bound and both readings of its words. Raises nothing for any text.
    """
    from factcheck.document import Document
    from factcheck.engine import Engine

    return Engine.load(date=date).read(Document(path, text))
