"""The front matter of a Markdown file: title and date between two lines of ``---``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from factcheck.document import Document
from factcheck.errors import DocumentError

if TYPE_CHECKING:
    from yaml import Node, ScalarNode

_OPENED = re.compile(r"---[ \t]*\n")
_CLOSED = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_KEY = re.compile(r"\s*[A-Za-z][\w-]*[ \t]*:(?:\s|$)")
_TITLES = ("title", "headline")
_STANDFIRSTS = ("standfirst", "subtitle", "dek")
_DATES = ("date", "published")
_DATE_FORMS = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and the place in the text after it (0 when there is none)."""

    end: int = 0
    title: str = ""
    title_span: tuple[int, int] = (0, 0)
    date: str = ""  # ISO
    standfirst: str = ""
    standfirst_span: tuple[int, int] = (0, 0)


def front_matter(plain: Document) -> FrontMatter:
    """The front matter of a plain text. Raises DocumentError, with file and line, where it is broken."""
    opened = _OPENED.match(plain.text)
    if not opened:
        return FrontMatter()
    closed = _CLOSED.search(plain.text, opened.end())
    if not closed:
        return _unclosed(plain, opened.end())
    entries = _entries(plain, opened.end(), closed.start())
    if entries is None:
        return FrontMatter()
    title, when, second = (_first(entries, keys) for keys in (_TITLES, _DATES, _STANDFIRSTS))
    return FrontMatter(
        closed.end(),
        title.value.strip() if title else "",
        _span(plain, title, opened.end()) if title else (0, 0),
        _iso(plain, when, opened.end()) if when else "",
        second.value.strip() if second else "",
        _span(plain, second, opened.end()) if second else (0, 0),
    )


def _unclosed(plain: Document, start: int) -> FrontMatter:
    if _KEY.match(plain.text, start):
        raise DocumentError(f"{plain.path}: line 1: the front matter is not closed; end it with a line of ---")
    return FrontMatter()  # a line across the page, and no front matter


def _entries(plain: Document, start: int, end: int) -> dict[str, Node] | None:
    """The keys of the front matter, or None when what stands between the lines is prose."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(plain.text[start:end], Loader=loader)
    except yaml.YAMLError as error:
        if not _KEY.match(plain.text, start):
            return None
        raise DocumentError(_broken(plain, error, start)) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        return None
    return {key.value.lower(): value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def _broken(plain: Document, error: Exception, start: int) -> str:
    mark = getattr(error, "problem_mark", None)
    line = plain.text.count("\n", 0, start) + 1 + (mark.line if mark else 0)
    problem = getattr(error, "problem", None) or "not YAML"
    advice = "put text that holds : or # in quotes"
    return f"{plain.path}: line {line}: the front matter cannot be read: {problem}; {advice}"


def _first(entries: dict[str, Node], names: tuple[str, ...]) -> ScalarNode | None:
    import yaml

    found = (entries.get(name) for name in names)
    return next((node for node in found if isinstance(node, yaml.ScalarNode) and node.value.strip()), None)


def _span(plain: Document, node: ScalarNode, start: int) -> tuple[int, int]:
    """Where a value stands in the text, without its quotes."""
    first, last = start + node.start_mark.index, start + node.end_mark.index
    inside = plain.text.find(node.value.strip(), first, last)
    return (first, last) if inside < 0 else (inside, inside + len(node.value.strip()))


def _iso(plain: Document, node: ScalarNode, start: int) -> str:
    words = node.value.strip()
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
    try:
        return date.fromisoformat(re.split(r"[T ]", words)[0]).isoformat()
    except ValueError:
        line = plain.text.count("\n", 0, start) + 1 + node.start_mark.line
        raise DocumentError(
            f'{plain.path}: line {line}: the date "{words[:40]}" in the front matter is no day; write 2024-07-05'
        ) from None
