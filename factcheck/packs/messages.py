"""Messages of rules: plain words with slots, ``<race> majority given as <race.majority>``."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.formula import Expression, FormulaError

_SLOT = re.compile(r"<([^<>]*)>")
Message = tuple[str | Expression, ...]


class SlotError(ValueError):
    """A slot that is no expression; ``start`` and ``end`` say where in the message."""

    def __init__(self, what: str, start: int, end: int) -> None:
        super().__init__(what)
        self.start = start
        self.end = end


@lru_cache(maxsize=1024)
def parse_message(text: str) -> Message:
    """The words and the expressions of a message, in order; SlotError at the first slot that is none."""
    parts: list[str | Expression] = []
    at = 0
    for slot in _SLOT.finditer(text):
        parts += _words(text, at, slot.start())
        parts.append(_expression(slot))
        at = slot.end()
    return tuple(parts + _words(text, at, len(text)))


def _words(text: str, start: int, end: int) -> list[str | Expression]:
    stray = next((at for at in range(start, end) if text[at] in "<>"), None)
    if stray is not None:
        raise SlotError(f"`{text[stray]}` without its other half; a slot is written <race.majority>", stray, stray + 1)
    return [text[start:end]] if end > start else []


def _expression(slot: re.Match[str]) -> Expression:
    try:
        return Expression.parse(slot[1])
    except FormulaError as error:
        raise SlotError(f"the slot `{slot[0]}` is no expression: {error.problem}", slot.start(), slot.end()) from error
