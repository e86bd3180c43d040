"""The rules, for ``factcheck rules``, and the shipped tables, for ``factcheck reference list``."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.packs import Pack
from factcheck.report.table import grid


def render(packs: tuple[Pack, ...]) -> str:
    """A table of every rule of every pack: id, severity and why it exists."""
    rows = [(rule.name, rule.severity, " ".join(rule.why.split())) for pack in packs for rule in pack.rules]
    return grid(("rule", "severity", "about"), rows)


def render_references(tables: Iterable[tuple[str, str]]) -> str:
    """A table of the shipped reference tables: the name for --reference, and what is in it."""
    return grid(("name", "about"), tables)
