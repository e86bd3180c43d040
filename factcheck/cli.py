"""The command. The only module that opens articles, writes to the terminal and exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.errors import DocumentError, FactcheckError
from factcheck.options import (
    BAD_INPUT,
    FAILING,
    FOUND,
    CommandLine,
    Options,
    clean,
    columns,
    named,
    own_rules,
    reads_articles,
    show_version,
    tell,
)

if TYPE_CHECKING:
    from factcheck.engine import Engine
    from factcheck.findings import DocumentReport, RunReport
    from factcheck.packs import Pack, Rule

T = TypeVar("T")
STDIN = "-"


def make_engine(rules: tuple[Path, ...] = (), references: tuple[str, ...] = (), date: str = "") -> Engine:
    """The engine; the heavy imports happen here. Raises RuleError and TableError."""
    from factcheck.engine import Engine

    return Engine.load(rules, references, date)


def check_table(name: str) -> list[str]:
    """What is wrong with a reference table, one message each. Raises TableError."""
    from factcheck.engine import check_reference

    return check_reference(name)


@click.group(cls=CommandLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="Show the version."
)
def main() -> None:
    """Tell which figures of an article cannot all be true, and which were not checked.

    Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 something given could not be used.
    """


@main.command()
@reads_articles
@click.option("--format", "style", type=click.Choice(["text", "table", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(list(FAILING)),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
def check(paths: tuple[str, ...], style: str, fail_on: str, **options: Any) -> None:
    """Check articles: files, folders of .txt and .md files, or - for standard input."""
    report = _run(paths, Options(**options))
    _show_check(report, style)
    _finish(report, FAILING[fail_on])


@main.command()
@reads_articles
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def read(paths: tuple[str, ...], style: str, **options: Any) -> None:
    """Show every figure, name and claim of articles, and what each was taken to mean."""
    from factcheck.report import json, read

    report = _run(paths, Options(**options))
    _show(json.render_read(report).encode() if style == "json" else read.render(report))
    _finish(report, ())


@main.command()
@own_rules
def rules(rules: tuple[Path, ...]) -> None:
    """List the rules: id, severity and why each exists."""
    from factcheck.report import rules as listing

    engine = make_engine(rules)
    _show(listing.render(_with_laws(engine), columns(listing.WIDTH)))
    _tell_all(engine.errors)


@main.command()
@own_rules
@click.argument("rule")
def explain(rule: str, rules: tuple[Path, ...]) -> None:
    """Explain a rule: why it exists, what it reads, and examples."""
    from factcheck.explain import explain as explained

    engine = make_engine(rules)
    every = [(each, pack) for pack in _with_laws(engine) for each in pack.rules]
    pages = [explained(each, pack) for each, pack in every if rule in (each.name, each.id)]
    if not pages:
        raise click.BadParameter(_unknown_rule(rule, [each for each, _ in every]), param_hint="RULE")
    _show("\n\n\n".join(pages) + "\n")
    _tell_all(engine.errors)


@main.group()
def reference() -> None:
    """Reference tables: what is shipped, and whether a table holds together."""


@reference.command("list")
def reference_list() -> None:
    """List the tables that are shipped."""
    from factcheck.report.rules import WIDTH, render_references
    from factcheck.tables import list_references

    _show(render_references(list_references(), columns(WIDTH)))


@reference.command("check")
@click.argument("name")
def reference_check(name: str) -> None:
    """Check a table, by name or path, with the rules that articles are checked with."""
    problems = check_table(name)
    _show("".join(f"{clean(problem)}\n" for problem in problems) or f"{clean(name)}: no problems found\n")
    click.get_current_context().exit(FOUND if problems else 0)


def _with_laws(engine: Engine) -> tuple[Pack, ...]:
    """The packs that are on, and the built-in laws."""
    from factcheck.corelaws import core_pack

    return (*engine.packs, core_pack())


def _unknown_rule(rule: str, every: list[Rule]) -> str:
    from difflib import get_close_matches

    names = {known: each.name for each in every for known in (each.id, each.name)}
    near = dict.fromkeys(names[match] for match in get_close_matches(rule, names, n=4, cutoff=0.5))
    return f'there is no rule "{rule}"; ' + (f"near it: {', '.join(near)}" if near else "see: factcheck rules")


def _run(paths: tuple[str, ...], options: Options) -> RunReport:
    """Check every article given; whatever cannot be used is told in the report's errors."""
    from factcheck.findings import RunReport

    errors: list[str] = []
    engine = _engine(options, errors)
    documents = [_checked(engine, path, options, errors) for path in _articles(paths, errors)]
    return RunReport(tuple(filter(None, documents)), tuple(errors))


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


def _articles(paths: tuple[str, ...], errors: list[str]) -> Iterator[str]:
    """The files to read, folders opened, each once."""
    seen = set()
    for path in paths:
        for article in _inside(path, errors) if path != STDIN and os.path.isdir(path) else (path,):
            if article not in seen:
                seen.add(article)
                yield article


def _inside(folder: str, errors: list[str]) -> list[str]:
    """The articles in a folder and the folders in it, sorted; hidden ones left out."""
    from factcheck.formats import FOLDER_ENDINGS

    found = []
    before = len(errors)
    for place, folders, files in os.walk(folder, onerror=lambda error: errors.append(_unreadable(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in files if name.lower().endswith(FOLDER_ENDINGS) and not name.startswith(".")]
        found += [os.path.join(place, name) for name in names if os.path.isfile(os.path.join(place, name))]
    if not found and len(errors) == before:
        errors.append(f"{folder}: no articles in this folder; it looks for {', '.join(FOLDER_ENDINGS)}")
    return sorted(found, key=lambda path: Path(path).parts)


def _checked(engine: Engine, path: str, options: Options, errors: list[str]) -> DocumentReport | None:
    from factcheck.formats import open_document

    shown = click.format_filename(path)
    try:
        limit = int(options.max_size * 1_000_000)
        return engine.check(open_document(shown, _bytes(path, limit + 1), limit))
    except FactcheckError as error:
        errors.append(str(error))
    except Exception as error:
        if options.debug:
            raise
        errors.append(f"{shown}: internal error: {named(error)}. Please report it; --debug shows where it happened.")
    return None


def _bytes(path: str, most: int) -> bytes:
    """At most so many bytes of a file or of standard input. Raises DocumentError."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(most)
        with open(path, "rb") as file:
            return file.read(most)
    except OSError as error:
        raise DocumentError(_unreadable(error)) from None


def _unreadable(error: OSError) -> str:
    path = click.format_filename(error.filename) if error.filename else "standard input"
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file or folder"
    return f"{path}: cannot be read: {(error.strerror or str(error)).lower()}"


def _show_check(report: RunReport, style: str) -> None:
    if style == "json":
        from factcheck.report.json import render_check

        _show(render_check(report).encode())
    elif style == "table":
        from factcheck.report import table

        _show(table.render(report))
    else:
        from factcheck.report import text

        colour = _wants_colour()
        _show(text.render(report, colour), colour)


def _wants_colour() -> bool:
    """On a terminal, unless NO_COLOR says otherwise; standard output may be closed altogether."""
    return bool(sys.stdout and sys.stdout.isatty()) and not os.environ.get("NO_COLOR")


def _show(output: str | bytes, colour: bool = False) -> None:
    """Write to standard output; a reader that has gone away (``| head``) is no error."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no "£" still gets the rest
    try:
        click.echo(output, nl=False, color=colour)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_all(messages: tuple[str, ...]) -> None:
    """Tell every message, and end with the exit code for bad input if there was one."""
    for message in messages:
        tell(message)
    if messages:
        click.get_current_context().exit(BAD_INPUT)


def _finish(report: RunReport, failing: tuple[str, ...]) -> None:
    """Tell what could not be used, and end with the exit code."""
    _tell_all(report.errors)
    found = any(finding.severity in failing for document in report.documents for finding in document.findings)
    click.get_current_context().exit(FOUND if found else 0)
