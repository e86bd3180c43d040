"""Bytes to text: UTF-8, UTF-16, or the old encoding that the file is most likely in, which the report then tells."""

from __future__ import annotations

import codecs
import re

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
_CHARSET = re.compile(rb"(?i)(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_:.-]+)")
_NOT_OF_FILES = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined")  # known to Python
_SAMPLE = 20_000  # bytes looked at for the guess
_MIDDLES = bytes(range(0x80, 0xC0))  # the bytes of a UTF-8 character after its first


def kind_of(data: bytes) -> str:
    """What a file that is not text is, by its first bytes; empty for one that may be text."""
    return next((name for start, name in _KINDS if data.startswith(start)), "")


def decode(path: str, data: bytes, encoding: str = "", html: bool = False) -> tuple[str, str]:
    """The text in ``data``, without its byte order mark, and a note where its encoding was guessed.

    A byte order mark decides, then UTF-8 if it is that, then what the user or the page (``html``) says, then the
    likeliest. Raises DocumentError naming file, place and what to do, where none is likely.
    """
    kind = kind_of(data)
    if kind:
        raise DocumentError(f"{path}: this is {kind}, not text; save the article as .docx, plain text or Markdown")
    mark, own = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text, note = data[len(mark) :].decode(own), ""
    except UnicodeDecodeError as error:
        if mark:
            raise DocumentError(_not_text(path, data, error, len(mark), own)) from None
        text, note = _guessed(path, data, error, encoding or (_declared(data) if html else ""))
    if "\0" in text:
        text, note = _wide(path, data, text)
    return text, note


def _guessed(path: str, data: bytes, error: UnicodeDecodeError, named: str) -> tuple[str, str]:
    """What is not UTF-8: in the encoding named, or the one it looks like."""
    if named:
        return data.decode(named, "replace"), ""
    codec = likely_encoding(data, error.start)
    if not codec:
        raise DocumentError(_not_text(path, data, error, 0, "utf-8")) from None
    return data.decode(codec, "replace"), _note(dict(_OLD)[codec])


def _note(name: str) -> str:
    return f"not UTF-8: read as {name}; save it as UTF-8, or name its encoding with --encoding"


def _declared(data: bytes) -> str:
    """The encoding that a page says it is in, if there is such a one; a page that can say so is not in UTF-16."""
    found = _CHARSET.search(data[:2048])
    name = known_encoding(found[1].decode("ascii")) if found else ""
    return "" if name.startswith(("utf-16", "utf-32")) else name


def known_encoding(name: str) -> str:
    """The codec of an encoding of text that goes by this name; empty where there is none."""
    try:
        codec = codecs.lookup(name).name
        b"x".decode(codec, "replace")
    except (LookupError, ValueError):
        return ""
    return "" if codec in _NOT_OF_FILES else codec


def _wide(path: str, data: bytes, text: str) -> tuple[str, str]:
    """Text with a NUL in it: UTF-16 without a byte order mark, or no text at all."""
    order = _utf16(data)
    if order:
        try:
            return data.decode(order), _note("UTF-16 without a byte order mark")
        except UnicodeDecodeError:
            pass
    raise DocumentError(_nul(path, text))


def _not_text(path: str, data: bytes, error: UnicodeDecodeError, skipped: int, encoding: str) -> str:
    at = error.start + skipped
    if encoding != "utf-8":
        return f"{path}: byte {at + 1}: damaged {encoding.upper()[:6]}; save the article again as UTF-8"
    line, _ = Document(path, data[:at].decode("latin-1")).line_column(at)
    where = f"{path}: line {line}, byte {at + 1}: not UTF-8 (0x{data[at]:02X})"
    if _mixed(data, at):
        return f"{where}; the rest is UTF-8: damaged, or put together from two files; correct that place and save it"
    return f"{where}; no encoding seems likely; save the article as UTF-8, or name its encoding with --encoding"


def _nul(path: str, text: str) -> str:
    at = text.index("\0")
    line, column = Document(path, text).line_column(at)
    return f"{path}: line {line}, column {column}: a NUL character; this is no text file, or a damaged one"


def likely_encoding(data: bytes, at: int) -> str:
    """The codec that ``data``, which is not UTF-8 at byte ``at``, is most likely in; empty if none is likely."""
    if _mixed(data, at):
        return ""
    sample = data[at : at + _SAMPLE]
    codec, score = max(((codec, _likely(sample, codec)) for codec, _ in _OLD), key=lambda scored: scored[1])
    return codec if score > 0 else ""


def _mixed(data: bytes, at: int) -> bool:
    """Whether what stands around a byte that is not UTF-8 mostly is."""
    return _mostly_utf8(data[max(0, at - _SAMPLE) : at + _SAMPLE].lstrip(_MIDDLES))


def _utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark, in which every other byte of English text is a NUL; else empty."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if max(even, odd) > 3 and max(even, odd) * 4 > min(len(data), _SAMPLE) and min(even, odd) * 20 <= max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
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
