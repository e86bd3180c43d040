"""Word in, Word out: comments on the very words, and nothing else of the file changed."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import five
import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.engine import Engine
from factcheck.findings import DocumentReport
from factcheck.formats import LIMIT, open_document

docx = pytest.importorskip("docx", reason="python-docx, the extra [word], is not installed")

from factcheck.report.word import annotate  # noqa: E402

OFFICE = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = five.as_word()


def checked(data: bytes) -> DocumentReport:
    return Engine.load().check(open_document("a.docx", data))


ANNOTATED = annotate(checked(WORD), WORD, LIMIT)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def commented(data: bytes) -> list[tuple[str, str]]:
    """The words that each comment is on, and the comment's first line."""
    file = docx.Document(io.BytesIO(data))
    lines = {str(each.comment_id): each.text.split("\n")[0] for each in file.comments}
    open_: dict[str, str] = {}
    found = []
    for element in file.element.body.iter():
        if element.tag == W + "commentRangeStart":
            open_[element.get(W + "id")] = ""
        elif element.tag == W + "t":
            open_ = {number: words + element.text for number, words in open_.items()}
        elif element.tag == W + "commentRangeEnd":
            number = element.get(W + "id")
            found.append((open_.pop(number), lines[number]))
    return found


def test_the_comments_stand_on_the_very_words() -> None:
    found = commented(ANNOTATED)
    first = [words for words, line in found if line.startswith("error: ")]
    report = checked(WORD)
    assert sorted(first) == sorted(finding.cited[0].text for finding in report.findings)
    assert len(first) == 5
    assert {"607", "13,303", "64.0%", "Friday 4 July 2024", "48.0%", "2,150"} <= {words for words, _ in found}


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    before, after = parts(WORD), parts(ANNOTATED)
    assert set(after) - set(before) == {"word/comments.xml"} - set(before)
    changed = {name for name in before if after[name] != before[name]}
    assert changed <= {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def test_the_document_means_the_same() -> None:
    """With the comments taken out, and runs of like properties joined, it is what it was."""
    assert flat(WORD) == flat(ANNOTATED)
    assert open_document("a.docx", ANNOTATED).text == open_document("a.docx", WORD).text


def flat(data: bytes) -> list[tuple[str, str]]:
    """Each character of the document with its run's properties and its paragraph's place."""
    from lxml import etree

    made = []
    for number, paragraph in enumerate(docx.Document(io.BytesIO(data)).element.body.iter(W + "p")):
        for run in paragraph.iter(W + "r"):
            properties = run.find(W + "rPr")
            shown = etree.tostring(properties).decode() if properties is not None else ""
            made += [(char, f"{number} {shown}") for text in run.iter(W + "t") for char in text.text or ""]
    return made


def test_the_same_input_gives_the_same_bytes_and_nothing_found_changes_nothing() -> None:
    assert annotate(checked(WORD), WORD, LIMIT) == ANNOTATED
    right = io.BytesIO()
    docx.Document().save(right)
    assert annotate(checked(right.getvalue()), right.getvalue(), LIMIT) == right.getvalue()


def test_comments_that_were_there_stay() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Ann Lee won Thornbury with ")
    run = paragraph.add_run("13,303 votes, a majority of 607 over Raj Patel on 12,796.")
    run.italic = True
    file.add_comment([run], "is this so?", "An Editor", "AE")
    data = io.BytesIO()
    file.save(data)
    made = annotate(checked(data.getvalue()), data.getvalue(), LIMIT)
    found = commented(made)
    assert ("13,303 votes, a majority of 607 over Raj Patel on 12,796.", "is this so?") in found
    assert any(words == "607" for words, _ in found)
    before, after = parts(data.getvalue()), parts(made)
    assert {name for name in before if after[name] != before[name]} == {"word/document.xml", "word/comments.xml"}


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a b.docx").write_bytes(WORD)
    Path("c.txt").write_text("no figures")
    assert run("check", "a b.docx", "--annotate", "checked.docx").exit_code == 1
    assert Path("checked.docx").read_bytes() == annotate(checked(WORD), WORD, LIMIT)
    for given, told in (
        (["a b.docx", "--annotate", "a b.docx"], "not written over"),
        (["c.txt", "--annotate", "x.docx"], "--annotate is for one Word file"),
        ([".", "--annotate", "x.docx"], "--annotate is for one Word file"),
    ):
        result = run("check", *given)
        assert result.exit_code == 2, given
        assert told in result.stderr
    assert Path("a b.docx").read_bytes() == WORD


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_it_opens_in_libreoffice_with_its_comments(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(ANNOTATED)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [
        str(OFFICE),
        home,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "a.odt") as file:
        content: Any = file.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(commented(ANNOTATED))
    assert "differ by 507" in content
    assert content.count("<dc:creator>factcheck</dc:creator>") >= 5
