"""Word files: paragraphs, tables, captions and text boxes, each word with the place it is told by."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from factcheck.errors import DocumentError
from factcheck.formats import open_document

docx = pytest.importorskip("docx", reason="python-docx, the extra [word], is not installed")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(file: Any) -> bytes:
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def paragraph(file: Any, xml: str) -> None:
    """Put a paragraph, given as XML, at the end."""
    from docx.oxml import parse_xml

    file.element.body.insert(len(file.element.body) - 1, parse_xml(f'<w:p xmlns:w="{W}">{xml}</w:p>'))


def draft() -> Any:
    file = docx.Document()
    file.add_heading("Lee wins", 0)
    file.add_paragraph("By 607 votes", style="Subtitle")
    words = file.add_paragraph("Ann Lee won with 13,")
    words.add_run("303").bold = True
    words.add_run(" votes.")
    table = file.add_table(rows=3, cols=3)
    rows = [("Name", "Votes", "%"), ("Lee", "13,303", "51"), ("Both", "", "100")]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(number, column).text = cell
    table.cell(2, 0).merge(table.cell(2, 1))
    file.add_paragraph("Lee, 41", style="Caption")
    file.add_paragraph("one", style="List Bullet")
    file.add_paragraph("two", style="List Bullet")
    return file


def test_words_tables_lists_and_roles() -> None:
    document = open_document("a.docx", saved(draft()))
    assert document.text == (
        "Lee wins\n\nBy 607 votes\n\nAnn Lee won with 13,303 votes.\n"
        "Name | Votes | %\nLee | 13,303 | 51\nBoth |  | 100\n\nLee, 41\none\ntwo"
    )
    roles = [(part.role, document.text[part.start : part.end]) for part in document.parts if part.role != "row"]
    assert roles == [
        ("title", "Lee wins"),
        ("standfirst", "By 607 votes"),
        ("", "Ann Lee won with 13,303 votes."),
        ("caption", "Lee, 41"),
        ("", "one"),
        ("", "two"),
    ]


def test_places_are_paragraphs_and_cells() -> None:
    document = open_document("a.docx", saved(draft()))
    places = [document.place(document.text.index(words)) for words in ("13,303 votes", "13,303 |", "100", "two")]
    assert places == ["paragraph 3", "table 1, row 2, column 2", "table 1, row 3, column 3", "paragraph 6"]


def test_what_a_reader_does_not_see_is_left_out() -> None:
    file = docx.Document()
    paragraph(
        file,
        '<w:r><w:t>won by</w:t><w:tab/><w:t>507</w:t></w:r><w:del w:id="1"><w:r><w:delText>607</w:delText>'
        '</w:r></w:del><w:ins w:id="2"><w:r><w:t> votes</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr>'
        "<w:t>608</w:t></w:r><w:r><w:instrText>PAGE 609</w:instrText></w:r>",
    )
    paragraph(
        file,
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a pull quote</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</w:r><w:r><w:t>beside it</w:t></w:r>",
    )
    assert open_document("a.docx", saved(file)).text == "won by\t507 votes\n\nbeside it\n\na pull quote"


def test_an_empty_file_is_no_error() -> None:
    assert open_document("a.docx", saved(docx.Document())).text == ""


def packed(entries: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return data.getvalue()


WHOLE = saved(draft())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (WHOLE[: len(WHOLE) // 2], "the Word file is damaged"),
        (WHOLE[:-30], "the Word file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word file, or one locked with a password"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"", "no Word file"),
        (b"just words", "no Word file"),
        (packed({"word/document.xml": bytes(40_000_000)}), "unpacks to more than is read"),
        (packed({f"word/media/{n}.png": bytes(9_000_000) for n in range(12)}), "unpacks to more than is read"),
        (packed({"xl/workbook.xml": b"<x/>"}), "holds no Word document"),
        (packed({"word/document.xml": b"<x"}), "the Word file is damaged"),
    ],
    ids=lambda given: given[:20] if isinstance(given, str) else "",
)
def test_what_is_no_word_file_is_told_in_one_message(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError) as error:
        open_document("drafts/a.docx", data)
    message = str(error.value)
    assert message.startswith("drafts/a.docx: ")
    assert told in message
    assert "\n" not in message


def test_entities_that_grow_are_not_unfolded() -> None:
    """The "billion laughs": Word declares no entities, and words that stood in one would be lost in silence."""
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = entries["word/document.xml"].decode()
    declared = body.replace("<w:document", f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><w:document', 1)
    entries["word/document.xml"] = declared.replace("Lee wins", "&l9;").encode()
    with pytest.raises(DocumentError, match=r"a DOCTYPE|is damaged"):
        open_document("a.docx", packed(entries))


NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'


def with_notes(*notes: str) -> bytes:
    """A draft that refers to notes, with a header on every page and one more, and the page's number in a footer."""
    file = docx.Document()
    marks = "".join(f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in range(len(notes), 0, -1))
    paragraph(file, f"<w:r><w:t>Ann Lee won with 13,303 votes.</w:t></w:r>{marks}")
    section = file.sections[0]
    section.header.paragraphs[0].text = "Embargoed until 5 July"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Embargoed until 5 July"
    section.footer.paragraphs[0].text = "Page 3"
    section.footer.paragraphs[0].runs[0]._r.addnext(docx.oxml.parse_xml(f'<w:fldSimple xmlns:w="{W}" w:instr="PAGE"/>'))
    with zipfile.ZipFile(io.BytesIO(saved(file))) as packed_file:
        entries = {name: packed_file.read(name) for name in packed_file.namelist()}
    told = "".join(NOTE.format(at, words) for at, words in enumerate(notes, start=1))
    entries["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{told}</w:footnotes>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    name = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    added = {
        "[Content_Types].xml": f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
        "word/_rels/document.xml.rels": f'<Relationship Id="rN" Type="{name}" Target="footnotes.xml"/></Relationships>',
    }
    for entry, words in added.items():
        end = words[words.rindex("</") :].encode()
        entries[entry] = entries[entry].replace(end, words.encode())
    return packed(entries)


def test_notes_are_read_in_the_order_of_their_marks_and_a_header_once() -> None:
    document = open_document("a.docx", with_notes("The turnout was 60%.", "She had 12,796 before."))
    assert document.text == (
        "Ann Lee won with 13,303 votes.\n\nShe had 12,796 before.\n\nThe turnout was 60%.\n\nEmbargoed until 5 July"
    )
    places = [document.place(document.text.index(words)) for words in ("13,303", "12,796", "60%", "5 July")]
    assert places == ["paragraph 1", "footnote 1", "footnote 2", "header"]
    assert document.notes == ()


def test_a_broken_note_is_told() -> None:
    with pytest.raises(DocumentError, match="the Word file is damaged"):
        open_document("a.docx", with_notes("five <w:x"))


def test_of_charts_and_equations_is_told_that_they_are_not_read() -> None:
    file = draft()
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    paragraph(file, f'<m:oMath xmlns:m="{math}"><m:r><m:t>5</m:t></m:r></m:oMath><w:r><w:object/></w:r>')
    assert open_document("a.docx", saved(file)).notes == ("not read: 1 equation, 1 embedded object",)
    assert open_document("a.docx", saved(draft())).notes == ()
