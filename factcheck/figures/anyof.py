"""One pattern for many wordings: what all wordings share is looked at once, so that a long list costs little."""

from __future__ import annotations

import re
from collections.abc import Iterable


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
