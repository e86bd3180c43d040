"""Patterns that are compiled when they are first looked for: most of them stand for what few articles hold."""

from __future__ import annotations

import re
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
