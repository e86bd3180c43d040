"""What stands beside the text of a Word file: footnotes, endnotes, headers and footers, each with what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = ("footnote", "endnote")
_EDGES = ("header", "footer")
_FIELD = (_W + "instrText", _W + "fldSimple")


def beside(opened: Any) -> Iterator[tuple[str, Any]]:
    """The notes in the order in which the text refers to them, then each header and footer once: name and element.

    A paragraph of a header that holds a field (the page's number) is left out of it. Raises lxml's XMLSyntaxError.
    """
    related = {kind: _related(opened.part, kind) for kind in (*(kind + "s" for kind in _NOTES), *_EDGES)}
    for kind in _NOTES:
        found = {note.get(_W + "id"): note for root in related[kind + "s"] for note in root.iter(_W + kind)}
        referred = dict.fromkeys(each.get(_W + "id") for each in opened.element.body.iter(f"{_W}{kind}Reference"))
        yield from ((f"{kind} {at}", found[key]) for at, key in enumerate(referred, start=1) if key in found)
    told = set()
    for kind in _EDGES:
        for root in related[kind]:
            words = _without_fields(root)
            if words not in told:
                told.add(words)
                yield kind, root


def _related(part: Any, kind: str) -> list[Any]:
    """The parts of a kind that the document is related to, as elements, in the order of their names."""
    parts = {str(r.target_part.partname): r.target_part for r in part.rels.values() if _is_of(r, kind)}
    return [_root(parts[name]) for name in sorted(parts)]


def _is_of(relation: Any, kind: str) -> bool:
    return not relation.is_external and relation.reltype.rpartition("/")[2] == kind


def _root(part: Any) -> Any:
    from lxml import etree

    element = getattr(part, "element", None)
    if element is not None:
        return element
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _without_fields(root: Any) -> str:
    """The words of a header; its paragraphs that hold a field are taken out."""
    for paragraph in list(root.iter(_W + "p")):
        if any(True for _ in paragraph.iter(*_FIELD)) and paragraph.getparent() is not None:
            paragraph.getparent().remove(paragraph)
    return " ".join(text.text or "" for text in root.iter(_W + "t"))
