"""The command run with an engine that finds "607", for the tests of what it reads and prints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from factcheck import cli
from factcheck.document import Document
from factcheck.errors import RuleError, TableError
from factcheck.findings import Citation, DocumentReport, FigureStatus, Finding
from factcheck.packs import Pack

ROOT = Path(cli.__file__).parents[2]
SEVERITY = {"607": "error", "608": "warning", "609": "note"}


class Engine:
    """Finds 607 an error, 608 a warning and 609 a note; "crash" breaks it."""

    packs: tuple[Pack, ...] = ()

    def __init__(self, rules: Sequence[Path], references: Sequence[str], date: str) -> None:
        self.given = (rules, references, date)
        self.errors = tuple(f"{folder}/half.yaml: line 3: half broken" for folder in rules if folder.name == "half")
        if any(folder.name == "broken" for folder in rules):
            raise RuleError("broken/a.yaml: line 1: wrong\n\nbroken/a.yaml: line 2: wrong too")
        for name in references:
            if name.startswith("no-"):
                raise TableError(f'there is no table "{name}"')

    def read(self, document: Document) -> DocumentReport:
        return self.check(document)

    def check(self, document: Document) -> DocumentReport:
        if "crash" in document.text:
            raise KeyError("boom")
        found, figures = [], []
        for words, severity in SEVERITY.items():
            at = document.text.find(words)
            if at >= 0:
                start, end = document.source_span(at, at + 3)
                line, column = document.line_column(start)
                figures.append(FigureStatus(words, start, end, line, column, "contradicted", None, ""))
                found.append(
                    Finding(
                        "x/y",
                        severity,
                        "inconsistent",
                        f"wrong: {self.given}",
                        (Citation(words, start, end, line, column),),
                    )
                )
        return DocumentReport(
            document.path, tuple(found), tuple(figures), notes=() if document.text else ("nothing to check",)
        )


def run(*args: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, args, input=given)


def write(**files: str) -> None:
    for name, words in files.items():
        path = Path(name.replace("__", "/") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8", newline="")


def paths(result: Result) -> list[str]:
    return [document["path"] for document in json.loads(result.stdout)["documents"]]
