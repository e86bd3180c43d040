"""The public names, which stay as they are within a major version: ``import factcheck`` is enough.

>>> import factcheck
>>> article = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796."

Check a text; each finding cites the places that cannot all be true, and every figure is accounted for:

>>> report = factcheck.check_document(article)
>>> [(finding.rule, finding.severity) for finding in report.findings]
[('election/majority-off', 'error')]
>>> report.findings[0].message
'The majority is given as 607, but the votes of first and second differ by 507'
>>> [(place.line, place.column) for place in report.findings[0].figures if place.text == "607"]
[(1, 56)]
>>> [(figure.text, figure.status) for figure in report.figures]
[('13,303', 'contradicted'), ('607', 'contradicted'), ('12,796', 'contradicted')]

A checker keeps its packs and tables for many documents; ``read_document`` reads a file:

>>> checker = factcheck.Checker(tables=["uk-general-election-2024"], date="2024-07-05")
>>> [finding.rule for finding in checker.check("Ayoub Khan won Birmingham Perry Barr by 705 votes.").findings]
['core/reference-differs']

Look up a table:

>>> race = factcheck.load_table("uk-general-election-2024").race("Birmingham Perry Barr")
>>> race.candidate("Ayoub Khan").party
'Independent'

Build a pack in Python, of the parts that a rule file has; mistakes raise ``RuleError``:

>>> eggs = factcheck.make_pack({
...     "pack": "eggs", "about": "Eggs of a place.", "units": {"eggs": "whole"},
...     "things": {"farm": {"named": "place"}},
...     "figures": {"laid": {"of": "farm", "unit": "eggs", "forms": ["<n> eggs were laid"]},
...                 "sold": {"of": "farm", "unit": "eggs", "forms": ["<n> were sold"]}},
...     "rules": [factcheck.make_rule(
...         "more-sold-than-laid", "farm.sold <= farm.laid", why="Only what was laid can be sold.",
...         message="<farm.sold> were sold of <farm.laid>",
...         flags=["In Leeds 412 eggs were laid and [431 -> 341] were sold."],
...         passes=["In Leeds 412 eggs were laid and 341 were sold."])],
... })
>>> text = "In Leeds 412 eggs were laid and 431 were sold."
>>> [finding.message for finding in factcheck.Checker(packs=[eggs]).check(text).findings]
['431 were sold of 412']

Load the packs that are on, with a folder of one's own, and run their examples:

>>> packs = factcheck.load_packs()
>>> "election" in [pack.name for pack in packs]
True
>>> factcheck.prove(eggs)
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.document import Document
from factcheck.engine import Engine
from factcheck.errors import DocumentError, FactcheckError, RuleError, TableError
from factcheck.findings import DocumentReport, Finding
from factcheck.packs import Pack, Rule
from factcheck.tables.tables import Reference, load_reference

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
    "read_document",
]


class Checker:
    """Checks documents with the packs that are on, or with ``packs`` alone, and against ``tables``.

    ``rules`` are folders or rule files beside the packs that are on; ``tables`` names of shipped tables, or paths;
    ``date`` the day of publication (ISO), before one that a document gives. Raises RuleError and TableError.
    """

    def __init__(
        self,
        rules: Iterable[str | Path] = (),
        packs: Sequence[Pack] | None = None,
        tables: Sequence[str] = (),
        date: str = "",
    ) -> None:
        on = load_packs(*rules) if packs is None else tuple(packs)
        self._engine = Engine.using(on, tables, date)

    def check(self, document: Document | str) -> DocumentReport:
        """The findings of a document or a text, and what became of each of its figures."""
        return self._engine.check(_document(document))

    def read(self, document: Document | str) -> DocumentReport:
        """The same, and all that was read: names, claims and dates."""
        return self._engine.read(_document(document))


def check_document(document: Document | str, tables: Sequence[str] = (), date: str = "") -> DocumentReport:
    """Check one document or text with the packs that are on; for many, make a ``Checker`` once."""
    return Checker(tables=tables, date=date).check(document)


def read_document(path: str | Path) -> Document:
    """The document in a file, of any kind that the command reads. Raises DocumentError."""
    from factcheck.formats import open_document

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    return open_document(str(path), data)


def load_packs(*places: str | Path) -> tuple[Pack, ...]:
    """The packs that are on, and those of folders or rule files. Raises RuleError with every mistake."""
    engine = Engine.load([Path(place) for place in places])
    if engine.errors:
        raise RuleError("\n\n".join(engine.errors))
    return engine.packs


def make_pack(parts: Mapping[str, Any]) -> Pack:
    """A pack of the parts that a rule file has, as mappings, lists and texts. Raises RuleError with every mistake."""
    from factcheck.packs.files import pack_of

    return pack_of(parts)


def make_rule(
    name: str,
    check: str,
    *,
    message: str,
    why: str,
    flags: Sequence[str],
    passes: Sequence[str],
    severity: str = "error",
    **more: Any,
) -> dict[str, Any]:
    """A rule for ``make_pack``; ``more`` is ``when``, ``needs``, ``tolerance`` and so on."""
    examples = {"flags": list(flags), "passes": list(passes)}
    rule = {"id": name, "check": check, "message": message, "severity": severity, "why": why, "examples": examples}
    return {**rule, **more}


def prove(pack: Pack) -> list[str]:
    """Run the examples of a pack, with it alone; each failure as a paragraph."""
    from factcheck.authoring.examples import run_examples

    engine = Engine.using([pack])
    return [failure.show() for failure in run_examples(pack, lambda text: engine.read(Document("example", text)))]


def load_table(name: str | Path) -> Reference:
    """A reference table, by the name of a shipped one or by path; ``race`` looks up a row. Raises TableError."""
    return load_reference(name)


def _document(given: Document | str) -> Document:
    return given if isinstance(given, Document) else Document("text", given)
