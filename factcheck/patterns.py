"""Patterns: compiled when they are first looked for, made of many wordings, and looked for in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast


class _Pattern:
    """A pattern not yet compiled. The first use puts the compiled one's own methods in its place."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "sub", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that costs nothing until it is used; a mistake in it shows only then."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


def any_of(wordings: Iterable[str]) -> str:
    """A pattern for any of some wordings, the longest that fits; a blank of theirs stands for any white space."""
    every = set(wordings)
    if len(every) == 1:
        return re.escape(every.pop()).replace(r"\ ", r"\s+")
    heads: dict[str, set[str]] = {}
    for wording in every - {""}:
        heads.setdefault(wording[0], set()).add(wording[1:])
    options = "|".join(any_of({head}) + any_of(tails) for head, tails in sorted(heads.items()))
    return f"(?:{options})" + ("?" if "" in every else "")


def word_of(words: Iterable[str]) -> str:
    """A pattern for any of some words in small letters that is not part of a longer one.

    Each of its branches begins with a letter, so that ``re`` can skip to where a word may begin.
    """
    heads: dict[str, set[str]] = {}
    for word in words:
        heads.setdefault(word[0], set()).add(word[1:])
    branches = (rf"{head}(?<![a-z].){any_of(tails)}(?![a-z])" for head, tails in sorted(heads.items()))
    return f"(?:{'|'.join(branches)})"


def lowered(text: str) -> str:
    """The text in lower case, every character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
