"""HTML: what a reader sees, each word with its place in the file."""

from __future__ import annotations

from time import perf_counter

import pytest

from factcheck.document import Document
from factcheck.errors import DocumentError
from factcheck.formats import open_document


def read(page: str, name: str = "a.html") -> Document:
    return open_document(name, page.encode())


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Ann Lee won\n   by <b>607</b> votes.</p><p>Next</p>", "Ann Lee won by 607 votes.\n\nNext"),
        ("<p>13&#44;303&nbsp;votes &amp; &pound;5 &unknown; & more", "13,303\u00a0votes & £5 &unknown; & more"),
        ("<p>a<br>b<p>c", "a\nb\n\nc"),
        ("<script>var a = '<p>607</p>'</script><p>x<style>p{}</style>y", "xy"),
        ("<p>x<!-- 607 --><span hidden>607</span><i style='DISPLAY : none'>607</i> y", "x y"),
        ("<nav>607</nav><p>a<svg><text>607</text><path/></svg>b<svg/>c", "abc"),
        ("<ul><li>one<li>two</ul><p>x", "one\ntwo\n\nx"),
        ("<div>out</div><main><p>in</p></main><footer>607</footer>", "in"),
        ("<h1>Head</h1><div>out</div><article><p>in</p></article>", "Head\n\nin"),
        ("5 < 6 <b>and</b> 7<", "5 < 6 and 7<"),
        ("<p>x<!-- never closed <p>607", "x"),
        ("<p>x<a href='607", "x"),
        ("<p title='>607<'>x</p bla='>'>y", "x\n\ny"),
        ("</p></div>x</b>", "x"),
        ("<template><p>607</template><noscript>607</noscript>x", "x"),
        ("<button>607</button>x<dialog>607</dialog>", "x"),
    ],
)
def test_what_a_reader_sees(page: str, text: str) -> None:
    assert read(page).text == text


def test_a_table_is_read_as_a_table() -> None:
    page = (
        "<p>Result</p><table><caption>Votes</caption><tr><th>Name<th>Votes<th>%</tr>"
        "<tr><td rowspan=2>Lee <p>(Lab)<td>13,303<td>51.0</tr><tr><td>12</td><td></tr>"
        "<tr><td colspan=2>Total</td><td>100</table><p>After"
    )
    assert read(page).text == (
        "Result\n\nVotes\nName | Votes | %\nLee (Lab) | 13,303 | 51.0\n | 12 | \nTotal |  | 100\n\nAfter"
    )


def test_words_point_to_their_place_in_the_file() -> None:
    page = "<html>\r\n<body class='x'>\r\n<p>Zoë &amp; Lee won\r\n  by <b>1&#44;607</b> votes.</p>"
    document = read(page)
    at = document.text.index("1,607")
    start, end = document.source_span(at, at + 5)
    assert document.source[start:end] == "1&#44;607"
    assert document.line_column(start) == (4, 9)  # two blanks, "by ", "<b>"
    for at, char in enumerate(document.text):
        start, end = document.source_span(at, at + 1)
        assert char.isspace() or document.source[start:end] in (char, "&amp;", "&#44;")


def test_roles_and_date_are_kept() -> None:
    page = (
        "<meta property='article:published_time' content='2024-07-05T09:00:00Z'><h1>Lee <i>wins</i></h1>"
        "<p class='article-standfirst'>By 607</p><h2>Count</h2><figure><img alt='607'><figcaption>Lee, 41</figcaption>"
        "</figure><aside class='pull-quote'><p>We won</p></aside><blockquote>So there</blockquote><p>End"
    )
    document = read(page)
    found = [(part.role, document.text[part.start : part.end]) for part in document.parts]
    assert found == [
        ("title", "Lee wins"),
        ("standfirst", "By 607"),
        ("heading", "Count"),
        ("caption", "Lee, 41"),
        ("quote", "We won"),
        ("quote", "So there"),
    ]
    assert document.date == "2024-07-05"
    assert read("<time datetime='2024-07-04'>4 July</time>").date == "2024-07-04"
    assert read("<time datetime='2024-13-04'>4 July</time>").date == ""


def test_comments_are_kept_apart() -> None:
    document = read("<p>x <!-- factcheck: allow x/y -- z --> y")
    assert [document.source[start:end] for start, end in document.comments] == ["<!-- factcheck: allow x/y -- z -->"]


LONG = 30_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * LONG + "607" + "</div>" * LONG,
        "<table><tr><td>" * LONG + "607",
        "<!--" * LONG,
        "<a b='" * LONG,
        "<a " * LONG,
        "<" * LONG,
        "</x" * LONG,
        "<p>" * LONG + "</i>" * LONG,
        "&" * LONG,
        "&#" * LONG,
        "<script>" * LONG,
        "<td colspan=999999999 rowspan=999999>x" * 100,
        "<table><tr>" + "<td colspan=1000>x" * 100 + "<tr><td>607",
        "<p>" + "a " * LONG,
        "<h1>" * LONG + "x",
    ],
    ids=lambda page: page[:12],
)
def test_hostile_pages_take_time_in_proportion(page: str) -> None:
    """A page ten times as long may take thirty times as long, and not a hundred."""
    took = []
    for share in (10, 1):
        before = perf_counter()
        document = read(page[: len(page) // share])
        took.append(perf_counter() - before)
    assert took[1] < 30 * took[0] + 0.5
    assert document.text is not None


def test_a_page_that_is_no_page() -> None:
    with pytest.raises(DocumentError, match="this is a PDF"):
        read("%PDF-1.7")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("13,303<sup>1</sup> of <del>12</del><ins>13</ins> <s>5</s>", "13,303¹ of 13"),
        ("5 km<sup>2</sup>, the 4<sup>th</sup>", "5 km², the 4th"),
        ("<ruby>12<rt>twelve</rt></ruby>", "12"),
        (
            "<details><summary>A 1</summary>B 2</details><figure><figcaption>C 3</figcaption></figure>",
            "A 1\n\nB 2\n\nC 3",
        ),
    ],
)
def test_what_is_struck_out_raised_or_folded(source: str, text: str) -> None:
    document = open_document("a.html", source.encode())
    assert document.text == text
    if "¹" in text:
        assert document.source_span(6, 7) == (11, 12)
