"""Documents of plain text: every place is the place in the file, whatever the file's line ends, accents and marks."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document, Piece, Weaver
from factcheck.errors import DocumentError
from factcheck.formats import open_document
from factcheck.formats.text import plain_document


def place(data: bytes, words: str, path: str = "a.txt") -> tuple[int, int, int, int]:
    """Start and end in the source, line and column, of words in the text of a file."""
    document = open_document(path, data)
    at = document.text.index(words)
    start, end = document.source_span(at, at + len(words))
    return start, end, *document.line_column(start)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"one\ntwo 507", (8, 11, 2, 5)),
        (b"one\r\ntwo 507", (9, 12, 2, 5)),
        (b"one\rtwo 507", (8, 11, 2, 5)),
        (b"\r\n\r\n507", (4, 7, 3, 1)),
        (b"\xef\xbb\xbfone 507", (4, 7, 1, 5)),  # the mark is not counted
        (b"\ta\t507", (3, 6, 1, 4)),  # a tab is one column
        ("Jos\u0065\u0301 507".encode(), (6, 9, 1, 7)),  # e and its accent are two
        ("\U0001f5f3\ufe0f 507".encode(), (3, 6, 1, 4)),  # a ballot box and its selector are two
        ("a\u2028b 507".encode(), (4, 7, 1, 5)),  # no line end to editors and compilers
        ("\ufeffone 507".encode("utf-16"), (5, 8, 1, 6)),  # a second mark is a character like any other
        ("one 507".encode("utf-16"), (4, 7, 1, 5)),
        (b"\xfe\xff" + "one 507".encode("utf-16-be"), (4, 7, 1, 5)),
    ],
)
def test_places(data: bytes, expected: tuple[int, int, int, int]) -> None:
    assert place(data, "507") == expected


def test_lines_end_alike_in_the_text() -> None:
    assert open_document("a.txt", b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_an_accent_written_apart_reads_as_one_letter_and_is_cited_whole() -> None:
    document = open_document("a.txt", "Pen\u0303a 5".encode())
    assert document.text == "Pe\u00f1a 5"
    assert document.source_span(0, 4) == (0, 5)
    assert document.source[slice(*document.source_span(2, 3))] == "n\u0303"


def test_a_soft_hyphen_does_not_part_a_number() -> None:
    data = "13,\u00ad303 votes".encode()
    assert place(data, "13,303") == (0, 7, 1, 1)
    assert place(data, "votes") == (8, 13, 1, 9)


def test_emoji_that_are_joined_stay_joined() -> None:
    family = "\U0001f468\u200d\U0001f469"
    assert open_document("a.txt", f"{family} 5".encode()).text == f"{family} 5"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_nothing_to_read_is_no_error(data: bytes) -> None:
    assert open_document("a.txt", data).text == ""
    assert open_document("a.md", data).text == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("\u201cZo\u00eb\u201d won \u2013".encode() + b"\x93", ["the rest is UTF-8"]),
        (b"\xff\xfea\x00\x00", ["damaged UTF-16"]),
        (b"one\ntwo\x00", ["line 2, column 4", "NUL"]),
        (b"one\r\ntwo\rx\x00", ["line 3, column 2", "NUL"]),
        (b"PK\x03\x04...", ["Word"]),
        (b"%PDF-1.7", ["PDF"]),
        (b"\x80\x81\xfe\xf0\x81\x9d", ["no encoding seems likely"]),
    ],
)
def test_what_is_not_text_is_told_in_one_message(data: bytes, words: list[str]) -> None:
    with pytest.raises(DocumentError) as told:
        open_document("drafts/a.txt", data)
    message = str(told.value)
    assert message.startswith("drafts/a.txt: ")
    assert "\n" not in message
    assert all(word in message for word in words), message


def test_a_file_over_the_limit() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: larger than the limit of 0\.0001 MB; .*--max-size"):
        open_document("a.txt", b"x" * 101, limit=100)
    assert open_document("a.txt", b"x" * 100, limit=100).text == "x" * 100


@pytest.mark.parametrize("name", ["a.doc", "a.PDF", "a.odt"])
def test_a_kind_of_file_that_cannot_be_read(name: str) -> None:
    with pytest.raises(DocumentError, match=r"cannot be read; save it as a Word file"):
        open_document(name, b"<p>5</p>")


@pytest.mark.parametrize(
    ("data", "text", "named"),
    [
        ("Zo\u00eb won \u2013 by 5".encode("cp1252"), "Zo\u00eb won \u2013 by 5", "Windows-1252"),
        ("one\ntwo\nZo\u00eb".encode("latin-1"), "one\ntwo\nZo\u00eb", "Windows-1252"),
        ("don\u2019t say \u201cZo\u00eb\u201d".encode("mac-roman"), "don\u2019t say \u201cZo\u00eb\u201d", "Mac Roman"),
        ("She won by \u00a3507.".encode("cp1252"), "She won by \u00a3507.", "Windows-1252"),
        ("She won by 507.".encode("utf-16-le"), "She won by 507.", "UTF-16 without a byte order mark"),
        ("She won by 507.".encode("utf-16-be"), "She won by 507.", "UTF-16 without a byte order mark"),
    ],
)
def test_an_old_encoding_is_read_and_told(data: bytes, text: str, named: str) -> None:
    document = open_document("a.txt", data)
    assert document.text == text
    assert len(document.notes) == 1
    assert named in document.notes[0]


def test_an_encoding_that_is_named_is_taken() -> None:
    data = "Z\u0142oty won by 507".encode("cp1250")
    assert open_document("a.txt", data, encoding="cp1250").text == "Z\u0142oty won by 507"
    page = b'<meta charset="iso-8859-2"><p>' + "Z\u0142oty".encode("iso-8859-2")
    assert open_document("a.html", page).text == "Z\u0142oty"


@pytest.mark.parametrize("named", ["zlib", "rot13", "idna", "punycode", "utf-16", "no-such", "undefined"])
def test_an_encoding_that_cannot_be_is_not_taken(named: str) -> None:
    page = f"<meta charset='{named}'><p>".encode() + "Zo\u00eb won".encode("cp1252")
    assert open_document("a.html", page).text == "Zo\u00eb won"


def test_a_place_of_the_source_is_found_again_in_the_text() -> None:
    document = open_document("a.md", b"# A\n\nB &amp; *C* 607\n")
    at = document.text.index("607")
    assert document.text_offset(document.source_offset(at)) == at
    assert document.part(0).role == "title"
    assert document.part(document.source_offset(at)).role == ""


def test_other_endings_are_plain_text() -> None:
    assert open_document("notes", b"*5*").text == "*5*"


ENDS = [("\n", "\r"), ("\n", "\r\n"), ("\n", "\u2028")]


@given(st.text(st.sampled_from("a5\u0301\u00ad\r\n\t\u2028\ufeff\u00e9\U0001f5f3 ")))
def test_every_character_of_the_text_stands_for_its_own_stretch_of_the_source(source: str) -> None:
    document = plain_document("a.txt", source)
    spans = [document.source_span(at, at + 1) for at in range(len(document.text))]
    assert all(one == next_ or one[1] <= next_[0] for one, next_ in pairwise(spans))
    for char, (start, end) in zip(document.text, spans, strict=True):
        there = source[start:end]
        assert there == char or (char, there) in ENDS or char in normalize("NFC", there)


@given(st.text(st.sampled_from("ab\r\n\u2028\x0b")), st.data())
def test_lines_are_counted_as_editors_count_them(source: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(source)))
    lines = source[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if source[at - 1 : at + 1] != "\r\n":  # between the two is nowhere
        assert plain_document("a.txt", source).line_column(at) == (len(lines), len(lines[-1]) + 1)


def test_a_weaver_keeps_the_map_of_its_base() -> None:
    base = Document("a", "xy&z", "xy&amp;z", pieces=(Piece(0, 0), Piece(2, 2, 5), Piece(3, 7)))
    weaver = Weaver(base)
    weaver.copy(1, 4)
    weaver.insert(" | ", 4)
    weaver.stand_in("Q", 1, 3)
    made = Document("a", weaver.text, base.source, pieces=weaver.pieces)
    assert made.text == "y&z | Q"
    assert made.source_span(0, 3) == (1, 8)
    assert made.source_span(1, 2) == (2, 7)
    assert made.source_span(3, 6) == (8, 8)
    assert made.source_span(6, 7) == (1, 7)


def test_an_empty_stretch_has_a_place() -> None:
    assert Document("a", "abc").source_span(2, 2) == (2, 2)
