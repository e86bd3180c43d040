"""HTML as tags, words and comments, each with its place. Linear in the length, whatever is in it.

The standard library's parser looks to the end of the file again and again for a mark that never comes; this one looks
once. What is not closed is treated as HTML's own rules have it: an open comment or tag takes the rest of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_KEY = re.compile(r"[^\s/>=]+")
_BETWEEN = re.compile(r"[\s/]*")
_IS = re.compile(r"\s*=\s*")
_BARE = re.compile(r"[^\s>]*")
RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


class Mark(NamedTuple):
    """One step of a page: ``kind`` is open, close, text or comment; ``name`` the tag; ``end`` the place after it."""

    kind: str
    name: str
    start: int
    end: int
    attributes: dict[str, str]


def marks(text: str) -> Iterator[Mark]:
    """The page's tags, words and comments, in order."""
    at = 0
    while at < len(text):
        mark = _markup(text, at) if text[at] == "<" else None
        if mark is None:
            stop = text.find("<", at + 1)
            mark = Mark("text", "", at, len(text) if stop < 0 else stop, {})
        yield mark
        at = mark.end
        if mark.kind == "open" and mark.name in RAW:
            closing = re.compile(rf"</{mark.name}(?=[\s/>])", re.I).search(text, at)
            stop = closing.start() if closing else len(text)
            yield Mark("raw", mark.name, at, stop, {})
            at = stop


def _markup(text: str, at: int) -> Mark | None:
    """The tag or comment at a place, or None for a "<" that is only a sign."""
    if text.startswith("<!--", at):
        return _upto(text, at, "-->", "comment")
    if text.startswith(("<!", "<?"), at):
        return _upto(text, at, ">", "other")
    closing = text.startswith("/", at + 1)
    name = _NAME.match(text, at + 1 + closing)
    if not name:
        return _upto(text, at, ">", "other") if closing else None
    attributes, end = _attributes(text, name.end())
    return Mark("close" if closing else "open", name[0].lower(), at, end, attributes)


def _upto(text: str, at: int, mark: str, kind: str) -> Mark:
    end = text.find(mark, at + 2)
    return Mark(kind, "", at, len(text) if end < 0 else end + len(mark), {})


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag, the first of each name, and the place after its ">"."""
    found: dict[str, str] = {}
    while at < len(text):
        at = _skip(_BETWEEN, text, at)
        if at < len(text) and text[at] == ">":
            return found, at + 1
        key = _KEY.match(text, at)
        after = key.end() if key else at + 1
        value, at = _value(text, after)
        if key:
            found.setdefault(key[0].lower(), value)
    return found, len(text)


def _value(text: str, at: int) -> tuple[str, int]:
    """The value at a place, after its equals sign; empty where there is none."""
    sign = _IS.match(text, at)
    if not sign:
        return "", at
    at = sign.end()
    if at < len(text) and text[at] in "\"'":
        end = text.find(text[at], at + 1)
        end = len(text) if end < 0 else end
        return text[at + 1 : end], end + 1
    end = _skip(_BARE, text, at)
    return text[at:end], end


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
