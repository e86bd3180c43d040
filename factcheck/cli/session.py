"""One run's options and engines, and the check of one article by them. The only module that opens articles."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.finding import STDIN, unreadable
from factcheck.cli.options import Options
from factcheck.cli.output import named
from factcheck.errors import DocumentError, FactcheckError

if TYPE_CHECKING:
    from factcheck.document import Document
    from factcheck.engine import Engine
    from factcheck.findings import DocumentReport
    from factcheck.packs import Pack, Rule

T = TypeVar("T")
Checked = tuple["DocumentReport | None", tuple[str, ...]]


def make_engine(rules: tuple[Path, ...] = (), references: tuple[str, ...] = (), date: str = "") -> Engine:
    """The engine; the heavy imports happen here. Raises RuleError and TableError."""
    import gc

    gc.disable()  # what is loaded is kept: to look through it for garbage would be a tenth of a short run
    try:
        from factcheck.engine import Engine

        return Engine.load(rules, references, date)
    finally:
        gc.freeze()
        gc.enable()


def with_laws(engine: Engine) -> tuple[Pack, ...]:
    """The packs that are on, and the built-in laws."""
    from factcheck.corelaws import core_pack

    return (*engine.packs, core_pack())


@dataclass
class Session:
    """One run: its options, and an engine for each set of tables and each date that the paths ask for."""

    options: Options
    told: bool = False  # of each figure also the noun it counts, and whether it is a change
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    engines: dict[tuple[tuple[str, ...], str], Engine] = field(default_factory=dict)

    def rules(self) -> list[Rule]:
        """Every rule that is on."""
        return [rule for pack in with_laws(self.engine(self.options)) for rule in pack.rules]

    def engine(self, options: Options) -> Engine:
        """The engine for these options, loaded once."""
        key = (options.references, options.date)
        if key not in self.engines:
            self.engines[key] = _engine(options, self.errors)
        return self.engines[key]

    def check(self, path: str) -> Checked:
        """The report of one article, or what is wrong with it."""
        known = len(self.errors)
        report = self._checked(path)
        new, self.errors[known:] = tuple(self.errors[known:]), []
        return report, new

    def _checked(self, path: str) -> DocumentReport | None:
        options = options_for(self.options, path)
        shown = click.format_filename(path)
        try:
            document = _open(path, shown, options)
            engine = self.engine(options)
            _few_figures(document, engine, options.max_figures)
            report = engine.read(document) if self.told else engine.check(document)
            return _without(report, options.ignore) if options.ignore else report
        except FactcheckError as error:
            self.errors.append(str(error))
        except Exception as error:
            if options.debug:
                raise
            advice = "Please report it; --debug shows where it happened."
            self.errors.append(f"{shown}: internal error: {named(error)}. {advice}")
        return None


def options_for(options: Options, path: str) -> Options:
    """The options that hold for one path: those of the patterns that it fits, the later before the earlier."""
    if not options.paths:
        return options
    from factcheck.cli.finding import fits

    own: dict[str, Any] = {}
    for pattern, settings in options.paths.items():
        if fits(pattern, path, options.folder):
            own |= settings
    return replace(options, **own)


def _open(path: str, shown: str, options: Options) -> Document:
    from factcheck.formats import open_document

    limit = int(options.max_size * 1_000_000)
    name = options.stdin_name if path == STDIN and options.stdin_name else shown
    longest = int(options.max_text * 1_000_000)
    return open_document(name, read_bytes(path, limit + 1), limit, options.encoding, longest)


def _few_figures(document: Document, engine: Engine, most: int) -> None:
    """Nothing, where a document may be checked as one. Raises DocumentError for more figures than that."""
    if len(document.text) <= most:
        return
    from factcheck.figures.page import count

    if count(document.text, engine.lexicon.words) > most:
        raise DocumentError(
            f"{document.path}: more than {most:,} numbers; split it, or raise the limit with --max-figures"
        )


def _without(report: DocumentReport, ignored: tuple[str, ...]) -> DocumentReport:
    """The report without the findings of some rules; a figure that only they contradict counts as not checked."""
    kept = tuple(f for f in report.findings if f.rule not in ignored and f.rule.partition("/")[2] not in ignored)
    if len(kept) == len(report.findings):
        return report
    blamed = {(cited.start, cited.end) for finding in kept for cited in finding.cited}
    figures = (
        replace(each, status="unchecked", why=f"{each.why}; the rule that contradicts it is left out (--ignore)")
        if each.status == "contradicted" and (each.start, each.end) not in blamed
        else each
        for each in report.figures
    )
    return replace(report, findings=kept, figures=tuple(figures))


def _engine(options: Options, errors: list[str]) -> Engine:
    """The engine with all that can be used: a bad table or rule folder does not keep others from it."""
    try:
        engine = make_engine(options.rules, options.references, options.date)
    except FactcheckError:
        folders = _usable(options.rules, lambda folder: make_engine((folder,)), errors)
        tables = _usable(options.references, lambda table: make_engine((), (table,)), errors)
        engine = make_engine(folders, tables, options.date)
    errors.extend(engine.errors)
    return engine


def _usable(given: tuple[T, ...], load: Callable[[T], object], errors: list[str]) -> tuple[T, ...]:
    good = []
    for one in given:
        try:
            load(one)
        except FactcheckError as error:
            errors.append(str(error))
        else:
            good.append(one)
    return tuple(good)


def read_bytes(path: str, most: int) -> bytes:
    """At most so many bytes of a file or of standard input. Raises DocumentError."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(most)
        if stat.S_ISFIFO(os.stat(path).st_mode):
            raise DocumentError(
                f"{click.format_filename(path)}: a pipe and no file; give what comes from it on standard input, as -"
            )
        with open(path, "rb") as file:
            return file.read(most)
    except OSError as error:
        raise DocumentError(unreadable(error)) from None
