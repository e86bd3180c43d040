"""Malformed input through the command: one clear message each, the others still checked, bounded time and memory."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import five
import pytest

from factcheck.formats import open_document

SLIP = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.\n"
WORD = five.as_word()


def packed(**entries: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def bomb() -> bytes:
    """A Word file of some kilobytes whose document would be 64 megabytes."""
    return packed(**{"word/document.xml": bytes(64 << 20)})


BAD = {
    "truncated.docx": (WORD[: len(WORD) // 2], "the Word file is damaged"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "locked with a password"),
    "bomb.docx": (bomb(), "unpacks to more than is read"),
    "renamed.docx": (b"%PDF-1.7\n%...", "this is a PDF"),
    "sheet.docx": (packed(xl__workbook=b"<x/>"), "holds no Word document"),
    "empty.docx": (b"", "no Word file"),
    "pdf.pdf": (b"%PDF-1.7", ".pdf files cannot be read"),
    "zip.txt": (WORD, "this is a Word, LibreOffice or zip file"),
    "mixed.txt": (("“Zoë” won " * 40).encode() + b"\x93\x81 5", "the rest is UTF-8"),
    "binary.txt": (bytes(range(256)) * 4, "binary.txt"),
    "half.md": (b"---\ntitle: x\n", "the front matter is not closed"),
}
GOOD = {
    "ok.txt": SLIP.encode(),
    "deep.html": b"<div>" * 100_000 + SLIP.encode() + b"</div>" * 100_000,
    "open.html": b"<p>" + SLIP.encode() + b"<!-- " * 10_000,
    "latin.txt": ("The café. " + SLIP).encode("latin-1"),
    "wide.txt": SLIP.encode("utf-16-le"),
    "größe und Ζεύς 記事.txt": SLIP.encode(),
    "a.docx": WORD,
}


def run(*args: str, folder: Path, seconds: float = 60) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with a gigabyte of memory and so many seconds."""
    limited = f"ulimit -v 1500000; exec '{sys.executable}' -m factcheck \"$@\""
    return subprocess.run(
        ["bash", "-c", limited, "x", *args], cwd=folder, capture_output=True, check=False, timeout=seconds
    )


def test_each_is_told_once_and_the_others_are_checked(tmp_path: Path) -> None:
    for name, content in {**{name: bad for name, (bad, _) in BAD.items()}, **GOOD}.items():
        (tmp_path / name).write_bytes(content)
    names = [*BAD, *GOOD]
    done = run("check", *names, "--format", "json", folder=tmp_path)
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert [document["path"] for document in told["documents"]] == list(GOOD)
    assert all(document["findings"] for document in told["documents"])
    assert len(told["errors"]) == len(BAD)
    for (name, (_, words)), message in zip(BAD.items(), told["errors"], strict=True):
        assert message.startswith(f"{name}: "), message
        assert words in message
        assert "\n" not in message
    shown = done.stderr.decode()
    assert "Traceback" not in shown
    assert len(shown.splitlines()) == len(BAD)


def test_ten_megabytes_of_markdown_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_bytes(b"*a* [b](c) `d` 5 | <!-- e -->\n\n" * 300_000)
    (tmp_path / "ok.txt").write_text(SLIP)
    done = run("check", "long.md", "ok.txt", "--format", "json", folder=tmp_path)
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert [document["path"] for document in told["documents"]] == ["ok.txt"]
    assert "more text than the limit of 2 million characters" in told["errors"][0]


NAMES = {".md": "", ".txt": "", ".html": "<p>"}  # what a file of each kind begins with


@pytest.mark.parametrize("ending", NAMES)
def test_more_text_or_more_numbers_than_is_sensible_is_told_before_it_is_read(tmp_path: Path, ending: str) -> None:
    many, long = NAMES[ending] + "1-" * 3_001, NAMES[ending] + "so it goes on " * 8_000
    for name, content in {"many": many, "long": long, "ok": NAMES[ending] + SLIP}.items():
        (tmp_path / f"{name}{ending}").write_text(content)
    names = [f"{name}{ending}" for name in ("many", "long", "ok")]
    limits = ("--max-text", "0.1", "--max-figures", "3000")
    done = run("check", *names, *limits, "--format", "json", folder=tmp_path)
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert [(each["path"], len(each["findings"])) for each in told["documents"]] == [(names[2], 1)]
    assert told["errors"] == [
        f"{names[0]}: more than 3,000 numbers; split it, or raise the limit with --max-figures",
        f"{names[1]}: more text than the limit of 0.1 million characters; split it, or raise the limit with --max-text",
    ]


def test_a_pipe_without_a_writer_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "ok.txt").write_text(SLIP)
    done = run("check", "pipe.md", "ok.txt", "--format", "json", folder=tmp_path)
    told = json.loads(done.stdout)
    assert (done.returncode, [each["path"] for each in told["documents"]]) == (2, ["ok.txt"])
    assert told["errors"] == ["pipe.md: a pipe and no file; give what comes from it on standard input, as -"]


def test_comments_that_are_never_closed_are_looked_for_once() -> None:
    assert not open_document("a.md", b"<!-- a\n\n" * 100_000).comments


@pytest.mark.parametrize("style", ["text", "html"])
def test_standard_output_closed_early(tmp_path: Path, style: str) -> None:
    (tmp_path / "a.txt").write_text((SLIP + "\n") * 12)
    check = f"'{sys.executable}' -m factcheck check a.txt --format {style}"
    command = f"{check} | head -c 100 > /dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.strip() == "1"
    closed = subprocess.run(
        ["bash", "-c", f"exec '{sys.executable}' -m factcheck check a.txt >&-"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in closed.stderr
