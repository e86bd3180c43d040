"""Bytes to text: UTF-8, or UTF-16 that says so; for anything else a message that names the likely encoding."""

from __future__ import annotations

import codecs

from factcheck.document import Document
from factcheck.errors import DocumentError

_KINDS = (
    (b"PK\x03\x04", "a Word, LibreOffice or zip file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What each of the old encodings is called, and the letters and signs that English copy has beyond ASCII.
_OLD = (("cp1252", "Windows-1252"), ("mac-roman", "Mac Roman"))
_SIGNS = frozenset("£€‘’“”–—…•°½¼¾·«»©®™§\u00a0")
_SAMPLE = 20_000  # bytes looked at for the guess
_MIDDLES = bytes(range(0x80, 0xC0))  # the bytes of a UTF-8 character after its first


def decode(path: str, data: bytes) -> str:
    """The text in ``data``, without its byte order mark. Raises DocumentError naming file, place and what to do."""
    kind = next((name for start, name in _KINDS if data.startswith(start)), "")
    if kind:
        raise DocumentError(f"{path}: this is {kind}, not text; save the article as plain text (.txt) or Markdown")
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(_not_text(path, data, error, len(mark), encoding)) from None
    if "\0" in text:
        raise DocumentError(_nul(path, data, text))
    return text


def _not_text(path: str, data: bytes, error: UnicodeDecodeError, skipped: int, encoding: str) -> str:
    at = error.start + skipped
    if encoding != "utf-8":
        return f"{path}: byte {at + 1}: damaged {encoding.upper()[:6]}; save the article again as UTF-8"
    line, _ = Document(path, data[:at].decode("latin-1")).line_column(at)
    where = f"{path}: line {line}, byte {at + 1}: not UTF-8 (0x{data[at]:02X})"
    return f"{where}; {guess(data, at)}"


def _nul(path: str, data: bytes, text: str) -> str:
    advice = _utf16(data) or "this is no text file, or a damaged one"
    at = text.index("\0")
    line, column = Document(path, text).line_column(at)
    return f"{path}: line {line}, column {column}: a NUL character; {advice}"


def guess(data: bytes, at: int) -> str:
    """What ``data``, which is not UTF-8 at byte ``at``, most likely is, and what to do, as the end of a message."""
    if _utf16(data):
        return _utf16(data)
    sample = data[at : at + _SAMPLE]
    if _mostly_utf8(data[max(0, at - _SAMPLE) : at + _SAMPLE].lstrip(_MIDDLES)):
        return "the rest is UTF-8: damaged, or put together from two files; correct that place and save it"
    name, score = max(((name, _likely(sample, codec)) for codec, name in _OLD), key=lambda scored: scored[1])
    if score <= 0:
        return "no encoding seems likely; save the article as UTF-8"
    if name == "Windows-1252" and not any(0x80 <= byte < 0xA0 for byte in sample):
        name = "Windows-1252 (or Latin-1)"
    return f"it looks like {name}: save it as UTF-8"


def _utf16(data: bytes) -> str:
    """The advice for UTF-16 without a byte order mark: every other byte of English text is then a NUL."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if max(even, odd) > 3 and max(even, odd) * 4 > min(len(data), _SAMPLE) and min(even, odd) * 20 <= max(even, odd):
        return "it looks like UTF-16 without a byte order mark: save it as UTF-8"
    return ""


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - wrong > 2 * wrong


def _likely(sample: bytes, codec: str) -> int:
    """How much the characters beyond ASCII look like English copy when read as ``codec``."""
    text = sample.decode(codec, "replace")
    pairs = zip(" " + text, text, text[1:] + " ", strict=False)
    return sum(_sense(before, char, after) for before, char, after in pairs if char > "\x7f")


def _sense(before: str, char: str, after: str) -> int:
    if char in _SIGNS:
        return 1
    if not char.isalpha() or char > "\u017f":
        return -1
    return -1 if char.isupper() and (before.islower() or not after.isalpha()) else 1
