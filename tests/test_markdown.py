"""Markdown: what is read, what is left out, and that every place is the place in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.errors import DocumentError
from factcheck.formats import open_document


def opened(source: str) -> Document:
    return open_document("a.md", source.encode())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Big *win* #\n\nShe won.", "Big win\n\nShe won."),
        ("Big win\n===\nShe won.", "Big win\n\nShe won."),
        ("She won **13,303** _votes_.", "She won 13,303 votes."),
        ("She **won *by* 5**, 2*3 and snake_case", "She won by 5, 2*3 and snake_case"),
        ("[13,303](http://a.b/9 '8') votes", "13,303 votes"),
        ("[13,303][x] votes\n\n[x]: http://a.b/9", "13,303 votes"),
        ("see <http://a.b/9>", "see http://a.b/9"),
        ("![9 votes](a.png) She won", " She won"),
        ("A &amp; B &pound;5 \\*5 5\\% \\q", "A & B £5 *5 5% \\q"),
        ("one\ntwo", "one two"),
        ("one  \ntwo\\\nthree", "one  \ntwo\nthree"),
        ("- one\n- two\n\n  more\n1. three", "one\ntwo\nmore\nthree"),
        ("> quoted\n> 5", "quoted 5"),
        ("|a|b|\n|-|-|\n|x|1|\n||2\\|3|", "a | b\nx | 1\n | 2|3"),
        ("a | b\n--|--\nx | 1\n\nend", "a | b\nx | 1\n\nend"),
        ("> a | b\n> --|--\n> 1 | 11 ", "a | b\n1 | 11"),
        ("one\n\n    code 5\n\n```\ncode 6\n```\ntwo", "one\n\ntwo"),
        ("one `5 votes` and `` ` `` two", "one 5 votes and ` two"),
        ("a `code\nline` b", "a code line b"),
        ("one\n\n<div>\n5\n</div>\n\ntwo <b>3</b>", "one\n\ntwo 3"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("---\n\nprose\n\n---\n", "prose"),
        ("*" * 30 + "a", "*" * 30 + "a"),
    ],
)
def test_what_is_read(source: str, text: str) -> None:
    assert opened(source).text == text


def test_headings_are_marked() -> None:
    document = opened("# One\n\ntext\n\nTwo\n---\n\n- ### Three ###")
    assert [document.text[start:end] for start, end in document.headings] == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("She won **13,303** votes", "13,303 votes", "13,303** votes"),
        ("A &amp; B", "A & B", "A &amp; B"),
        ("A &amp; B", "&", "&amp;"),
        ('[5](http://a.b/5 "5") 5', "5 5", '5](http://a.b/5 "5") 5'),
        ("## 2 # 2 ##", "2 # 2", "2 # 2"),
    ],
)
def test_a_stretch_of_words_is_cited_as_it_stands(source: str, words: str, expected: str) -> None:
    document = opened(source)
    at = document.text.index(words)
    assert source[slice(*document.source_span(at, at + len(words)))] == expected


def test_the_mark_of_a_list_is_not_taken_for_the_words() -> None:
    assert opened("1. 1").source_offset(0) == 3
    assert opened("1. # 1").source_offset(0) == 5
    assert opened("# 1 # 1").source_offset(0) == 2


# Every number is written once, so the place of each in the text must be its place in the file.
SHELLS = [
    "{}",
    "**{}**",
    "*{}*",
    "[{}](http://x.y/z)",
    "`{}`",
    "\\{}",
    "&pound;{}",
    "<b>{}</b>",
    "{}&amp;",
    "_{}_",
    "[{}",
    "{}](",
]
BLOCKS = [
    "{}",
    "# {}",
    "{}\n===",
    "- {}",
    "1. {}",
    "> {}",
    "  {}  ",
    "> - {}",
    "* {}\n  ---",
    "a | {}\n--|--\nx\\|y | {}",
    "|{}|\n|-|",
]
NUMBERS = re.compile(r"\d{5}")


@st.composite
def articles(draw: st.DrawFn) -> str:
    number = 10_000
    blocks = []
    for block in draw(st.lists(st.sampled_from(BLOCKS), max_size=6)):
        filled = block
        for _ in range(block.count("{}")):
            shells = draw(st.lists(st.sampled_from(SHELLS), min_size=1, max_size=4))
            words = []
            for shell in shells:
                number += 1
                words.append(shell.format(number))
            filled = filled.replace("{}", " ".join(words), 1)
        blocks.append(filled)
    gap = draw(st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r"]))
    return gap.join(blocks)


@given(articles())
def test_every_number_is_where_it_stands(source: str) -> None:
    document = opened(source)
    for hit in NUMBERS.finditer(document.text):
        start, end = document.source_span(*hit.span())
        assert source[start:end] == hit.group()


@given(st.text(st.sampled_from("a1*_`[]()!|\\-#> \n\r\t&;<:\u0301\u00ad"), max_size=60))
def test_every_copied_character_is_the_source_s_own(source: str) -> None:
    try:
        document = opened(source)
    except DocumentError:
        return
    ends = [piece.start for piece in document.pieces[1:]] + [len(document.text)]
    for piece, end in zip(document.pieces, ends, strict=True):
        copied = document.text[piece.start : end]
        if piece.width is None:
            there = document.source[piece.source : piece.source + len(copied)]
            assert copied == there.replace("\r", "\n")
        assert 0 <= piece.source <= piece.source + (piece.width or 0) <= len(source)


FRONT = '---\ntitle: "Lee wins by 507: a recount"\ndate: 2024-07-05\ntags: [a, b]\n---\nText.'


def test_front_matter_gives_title_and_date() -> None:
    document = opened(FRONT)
    assert (document.title, document.date) == ("Lee wins by 507: a recount", "2024-07-05")
    assert document.text == "Lee wins by 507: a recount\n\nText."
    assert document.headings == ((0, 26),)
    assert FRONT[slice(*document.source_span(12, 15))] == "507"
    assert document.line_column(document.source_offset(12)) == (2, 21)
    assert document.line_column(document.source_offset(28)) == (6, 1)


def test_a_title_that_the_text_repeats_is_read_once() -> None:
    document = opened("---\ntitle: Lee wins\n---\n\n# Lee wins\n\nText.")
    assert (document.title, document.text) == ("Lee wins", "Lee wins\n\nText.")
    assert document.headings == ((0, 8),)


@pytest.mark.parametrize(
    ("lines", "title", "date"),
    [
        ("headline: Lee wins", "Lee wins", ""),
        ("published: 5 July 2024", "", "2024-07-05"),
        ("Date: 2024-07-05T09:30:00Z", "", "2024-07-05"),
        ("date: July 5, 2024\ntitle: ''", "", "2024-07-05"),
        ("title: 'It''s 5'", "It's 5", ""),
        ("title: >\n  Two\n  lines", "Two lines", ""),
        ("title: [a]", "", ""),
        ("", "", ""),
    ],
)
def test_wordings_of_front_matter(lines: str, title: str, date: str) -> None:
    document = opened(f"---\n{lines}\n---\n")
    assert (document.title, document.date, document.text) == (title, date, title)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("---\ntitle: Lee: wins\n---\n", ["line 2", "quotes"]),
        ("---\na: 1\ndate: someday\n---\n", ["line 3", '"someday"', "2024-07-05"]),
        ("---\r\na: 1\r\nb: [\r\n---\r\n", ["a.md: line "]),
        ("---\ntitle: Lee wins\n\nText", ["line 1", "not closed"]),
        ("---\ntitle: \u0007\n---\n", ["a.md: line "]),
    ],
)
def test_broken_front_matter_is_told(source: str, words: list[str]) -> None:
    with pytest.raises(DocumentError) as told:
        opened(source)
    assert "\n" not in str(told.value)
    assert all(word in str(told.value) for word in words), str(told.value)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("She had 13,303[^1] votes.\n\n[^1]: Recounted", "She had 13,303 votes.\n\nRecounted"),
        ("[^a]: Of 300 votes", "Of 300 votes"),
        ("a 13,303<sup>1</sup> b 4<sup>th</sup>", "a 13,303¹ b 4th"),
        ("She had ~~12,796~~ 13,303 votes, ~5~", "She had  13,303 votes, ~5~"),
        ("Lee 13<br>Hill 12", "Lee 13\nHill 12"),
        ("| Lee 13<br>14 |\n|---|\n| ~~1~~ 2 |", "Lee 13 14\n 2"),
        ("".join(f"{'  ' * depth}- {depth} a\n" for depth in range(30)), "\n".join(f"{n} a" for n in range(30))),
    ],
)
def test_marks_that_are_no_words(source: str, text: str) -> None:
    document = open_document("a.md", source.encode())
    assert document.text == text
    assert document.notes == ()


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("<div>607 votes</div>\n\nwords", "not read: a block of HTML in the Markdown"),
        ("<p>1</p>\n\nwords\n\n<p>2</p>", "not read: 2 blocks of HTML in the Markdown"),
        ("> " * 200 + "5", "not read: what stands in more lists or quotations in one another than can be read"),
    ],
)
def test_what_is_not_read_and_may_hold_figures_is_told(source: str, note: str) -> None:
    assert open_document("a.md", source.encode()).notes == (note,)


def test_a_comment_or_a_rule_of_html_is_nothing_left_out() -> None:
    assert open_document("a.md", b"<!-- 5 -->\n\n<hr width=5>\n\nwords").notes == ()
