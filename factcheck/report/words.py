"""Small wordings that every report uses: printable text, numbers with their noun, places."""

from __future__ import annotations

import unicodedata

_STEERING = ("Cc", "Cs")  # control characters, and halves of characters
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they turn a line round
_SPACES = "\t\n\r\x0b\x0c\u2028\u2029"


def printable(text: str) -> str:
    """``text`` on one line, with every character that could steer a terminal written out ("\\x1b")."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_printable, text))


def _printable(char: str) -> str:
    if char in _SPACES:
        return " "
    return ascii(char)[1:-1] if char in _DIRECTION or unicodedata.category(char) in _STEERING else char


def count(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: "1 figure", "3 figures"."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def listed(parts: list[str]) -> str:
    """Words in a row: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
