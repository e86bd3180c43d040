"""The findings as comments in a copy of the Word file, on the very words; everything else in the file stays as it was.

python-docx makes the comments. Of what it saves only the parts that had to change are taken (the document, the
comments and, where there were none before, the two lists that name them); every other part is copied byte for byte.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from factcheck.findings import Citation, DocumentReport, Finding
from factcheck.formats.word import Spot, open_word, read_script
from factcheck.report.places import details
from factcheck.report.words import printable

AUTHOR, INITIALS = "factcheck", "fc"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the time of parts that are new: the same input gives the same bytes


def annotate(report: DocumentReport, data: bytes, limit: int) -> bytes:
    """The file in ``data``, of which ``report`` tells, with a comment for each place that a finding cites."""
    findings = report.open
    if not findings:
        return data
    opened = open_word(report.path, data, limit)
    wanted = [(cited, words) for finding in findings for cited, words in _comments(finding)]
    runs = _split(read_script(opened).spots, {at for cited, _ in wanted for at in (cited.start, cited.end)})
    for cited, words in wanted:
        first, last = _around(runs, cited)
        _comment(opened, first, last, words)
    return _packed(data, opened)


def _comments(finding: Finding) -> Iterator[tuple[Citation, str]]:
    """The comments of one finding: everything on the likeliest suspect, a line on each other place."""
    places = {(cited.start, cited.end): cited for cited in reversed(finding.cited)}
    first = finding.cited[0] if finding.cited else None
    if first:
        yield first, "\n".join([f"{finding.severity}: {finding.message}", *details(finding), finding.rule])
    for place, cited in sorted(places.items()):
        if first and place != (first.start, first.end):
            label = f"{cited.label}; " if cited.label not in ("", cited.text) else ""
            yield cited, f"{label}see the comment on “{first.text}”: {finding.message}"


def _split(spots: Sequence[Spot], cuts: set[int]) -> list[Spot]:
    """Every run of the text as a stretch of it, cut in two wherever a comment is to begin or end."""
    runs = [spot.element.getparent() for spot in spots]
    groups: list[tuple[Any, list[Spot]]] = []
    for run, spot in zip(runs, spots, strict=True):
        if not groups or groups[-1][0] is not run:
            groups.append((run, []))
        groups[-1][1].append(spot)
    return [piece for run, group in groups for piece in _split_run(run, group, cuts)]


def _split_run(run: Any, spots: list[Spot], cuts: set[int]) -> list[Spot]:
    start, end = spots[0].start, spots[-1].end
    pieces = []
    for cut in sorted((cut for cut in cuts if start < cut < end), reverse=True):
        later = _cut(run, [spot for spot in spots if spot.start < end], cut)
        pieces.append(Spot(cut, end, later))
        end = cut
    return [Spot(start, end, run), *reversed(pieces)]


def _cut(run: Any, spots: list[Spot], cut: int) -> Any:
    """Cut a run in two, both with its properties, and return the later."""
    later = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(_W + "rPr")
    if properties is not None:
        later.append(deepcopy(properties))
    moving = next(spot for spot in spots if spot.end > cut)
    element = moving.element
    following = list(element.itersiblings())
    if moving.start < cut:
        rest = deepcopy(element)
        words = element.text or ""
        element.text, rest.text = words[: cut - moving.start], words[cut - moving.start :]
        rest.tail = None
        for each in (element, rest):
            each.set(_SPACE, "preserve")
        later.append(rest)
    else:
        following.insert(0, element)
    for each in following:
        later.append(each)
    run.addnext(later)
    return later


def _around(runs: Sequence[Spot], cited: Citation) -> tuple[Any, Any]:
    """The first and the last run of the words cited; of words that none holds, the first of the file."""
    inside = [spot.element for spot in runs if spot.start < max(cited.end, cited.start + 1) and spot.end > cited.start]
    return (inside[0], inside[-1]) if inside else (runs[0].element, runs[0].element)


def _comment(opened: Any, first: Any, last: Any, words: str) -> None:
    from docx.text.run import Run

    safe = "\n".join(_NOT_XML.sub("\ufffd", printable(line)) for line in words.split("\n"))
    made = opened.add_comment([Run(first, opened), Run(last, opened)], safe, AUTHOR, INITIALS)
    made._comment_elm.attrib.pop(_W + "date", None)  # the day of the check is nothing that the file should tell


def _packed(data: bytes, opened: Any) -> bytes:
    """The file again, with what the comments changed."""
    saved = io.BytesIO()
    opened.save(saved)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(saved) as new, zipfile.ZipFile(made, "w") as out:
        document = str(opened.part.partname).lstrip("/")
        comments = str(opened.part._comments_part.partname).lstrip("/")
        replaced = {document: new.read(document), comments: new.read(comments)}
        if comments not in old.namelist():
            replaced[_TYPES] = _with_type(old.read(_TYPES), comments)
            relations = f"{document.rpartition('/')[0]}/_rels/{document.rpartition('/')[2]}.rels"
            replaced[relations] = _with_relation(old.read(relations), comments.rpartition("/")[2])
        for entry in old.infolist():
            content = replaced.pop(entry.filename, None)
            out.writestr(entry, old.read(entry) if content is None else content, entry.compress_type)
        for name, content in replaced.items():
            out.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _with_type(types: bytes, comments: str) -> bytes:
    """The list of the parts' kinds, with that of the comments."""
    from lxml import etree

    root = etree.fromstring(types, _parser())
    space = root.tag.partition("}")[0] + "}"
    etree.SubElement(root, space + "Override", {"PartName": "/" + comments, "ContentType": _KIND})
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _with_relation(relations: bytes, target: str) -> bytes:
    """The list of what the document is related to, with the comments."""
    from lxml import etree

    root = etree.fromstring(relations, _parser())
    taken = {each.get("Id") for each in root}
    name = next(made for number in range(1, len(taken) + 2) if (made := f"rIdComments{number}") not in taken)
    space = root.tag.partition("}")[0] + "}"
    etree.SubElement(root, space + "Relationship", {"Id": name, "Type": _RELATION, "Target": target})
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True)
