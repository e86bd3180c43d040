"""Drafts checked beside a shipped table."""

from __future__ import annotations

from functools import cache

from factcheck.corelaws import TABLE
from factcheck.engine import Engine
from factcheck.findings import DocumentReport
from factcheck.formats.text import plain_document
from factcheck.shipped import shipped

UK = shipped("reference") / TABLE
US = shipped("reference") / "us-president-2020-by-state" / "us2020_president_by_state.csv"


@cache
def engine(table: str = TABLE) -> Engine:
    return Engine.load((), (table,) if table else ())


def told(text: str, table: str = TABLE) -> DocumentReport:
    return engine(table).check(plain_document("article.txt", text))


def found(text: str, table: str = TABLE) -> list[tuple[str, str]]:
    return [(f.rule, f.figures[0].text) for f in told(text, table).findings if f.severity != "note"]
