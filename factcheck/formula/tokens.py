"""The words of a formula, and the message for one that is not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.errors import RuleError

MAX_LENGTH = 500
MAX_DIGITS = 30
_MARGIN = 60  # how much of a long formula a message shows on either side
_TOKEN = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d]\w*)|(?P<sign>[=!<>]=|[-+*/()<>.,@\[\]])")
_INSTEAD = {
    "=": "write == for equals",
    "!": "write != for differs",
    "%": "write / 100",
    "×": "write *",
    "÷": "write /",
    "−": "write - (the hyphen)",
    "–": "write - (the hyphen)",
    "≤": "write <=",
    "≥": "write >=",
    "≠": "write !=",
}


class FormulaError(RuleError):
    """A formula that means nothing; ``column`` (from 1) is where, and the message points there with a caret."""

    def __init__(self, problem: str, text: str, start: int) -> None:
        first = max(0, start - _MARGIN)
        line = re.sub(r"\s", " ", text[first : start + _MARGIN])
        super().__init__(f"column {start + 1}: {problem}\n  {line}\n  {' ' * (start - first)}^")
        self.column = start + 1
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a formula: its kind (number, name, sign or end), its text and where it starts (from 0)."""

    kind: str
    text: str
    start: int

    def __str__(self) -> str:
        return f'"{self.text}"' if self.text else "the end"


def tokens(text: str) -> list[Token]:
    """The words of a formula, closed by one of kind "end"; ``FormulaError`` for a sign that is not of the language."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"a formula has at most {MAX_LENGTH} characters: split the rule in two", text, MAX_LENGTH)
    found, at = [], _skip_space(text, 0)
    while at < len(text):
        token = _token_at(text, at)
        found.append(token)
        at = _skip_space(text, at + len(token.text))
    return [*found, Token("end", "", len(text.rstrip()))]


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _token_at(text: str, at: int) -> Token:
    match = _TOKEN.match(text, at)
    if match is None:
        known = "a formula has names, numbers, + - * / ( ) [ ] @ and one of == != < <= > >="
        raise FormulaError(f'"{text[at]}" is not understood: {_INSTEAD.get(text[at], known)}', text, at)
    if match.lastgroup == "number" and len(match.group()) > MAX_DIGITS:
        raise FormulaError(f"a number has at most {MAX_DIGITS} digits: shorten it", text, at)
    return Token(match.lastgroup or "", match.group(), at)
