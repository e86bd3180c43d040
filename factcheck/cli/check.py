"""``factcheck check``."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import FAILING, Command, Options, configured, options_of, paths, setting
from factcheck.cli.output import BAD_INPUT, FOUND, tell
from factcheck.cli.reports import STYLES, output, show_report, write_reports
from factcheck.names.meant import likeliest

if TYPE_CHECKING:
    from factcheck.findings import RuleNote, RunReport
    from factcheck.packs import Rule


_JUDGING = (
    setting("--verbose", "-v", is_flag=True, help="Tell what is waived or known too, in full."),
    setting(
        "--min-coverage",
        type=click.FloatRange(0, 100),
        default=0,
        metavar="PERCENT",
        help="Fail where less of the figures is checked.",
    ),
    setting("--changed-since", default="", metavar="REV", help="Only findings on lines changed since then (git)."),
    click.option("--update-baseline", is_flag=True, help="Take what is found now into the baseline."),
    setting("--baseline", default="", metavar="FILE", help="Only findings that are not in this file fail."),
    setting("--waivers", multiple=True, metavar="FILE", help="A file of waivers. May be repeated."),
    setting(
        "--fail-on",
        type=click.Choice(list(FAILING)),
        default="error",
        show_default=True,
        help="The least severity that makes the exit code 1.",
    ),
    setting(
        "--output",
        "outputs",
        multiple=True,
        metavar="FORMAT:PATH",
        callback=output,
        help="Write a report to a file too. May be repeated.",
    ),
    setting("--format", "style", type=click.Choice(list(STYLES)), default="text", show_default=True),
)


def judges(command: Command) -> Command:
    """Add the options that say what is told, and what fails."""
    for add in _JUDGING:
        command = add(command)
    return command


@click.command()
@paths
@configured
@judges
@click.option("--annotate", default="", metavar="FILE", help="A copy of the Word file, with the findings as comments.")
@click.option("--watch", is_flag=True, help="Check again whenever an article changes, until interrupted.")
def check(paths: tuple[str, ...], watch: bool, **given: Any) -> None:
    """Check articles: files, folders of articles, or - for standard input."""
    context = click.get_current_context()
    own = {each.name for each in fields(Options)}
    options = options_of(context, {name: value for name, value in given.items() if name in own})
    asked = {name: value for name, value in given.items() if name not in own}
    while True:
        code = _once(paths, options, **asked)
        if not watch:
            context.exit(code)
        from factcheck.cli.watching import wait_for_a_change

        wait_for_a_change(paths, options)


def _once(
    paths: tuple[str, ...],
    options: Options,
    style: str,
    outputs: tuple[tuple[str, str], ...],
    fail_on: str,
    verbose: bool,
    min_coverage: float,
    annotate: str,
    **gate: Any,
) -> int:
    """Check, report, and tell the exit code."""
    from factcheck.cli.judging import Gate, judged
    from factcheck.cli.running import run
    from factcheck.cli.session import Session

    if gate["update_baseline"] and not gate["baseline"]:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    session = Session(options)
    report = run(session, paths)
    rules = _notes(session.rules())
    names = [rule.name for rule in rules]
    unknown = _unknown(options.ignore, names)
    report = replace(report, errors=(*report.errors, *unknown), rules=rules, failing=FAILING[fail_on])
    report = judged(report, Gate(**gate), names)
    detail = 0 if options.quiet else 2 if verbose else 1
    show_report(report, style, detail)
    write_reports(report, outputs, detail)
    if annotate:
        from factcheck.cli.annotating import write_annotated

        write_annotated(report, paths, annotate, options)
    return _finish(report, min_coverage)


def _notes(rules: list[Rule]) -> tuple[RuleNote, ...]:
    from factcheck.findings import RuleNote

    holds = ["; ".join(check.text for check in rule.checks) for rule in rules]
    return tuple(
        RuleNote(rule.name, rule.severity, " ".join(rule.why.split()), formulas)
        for rule, formulas in zip(rules, holds, strict=True)
    )


def _unknown(ignored: tuple[str, ...], names: list[str]) -> list[str]:
    """A message for each rule to be left out that there is not."""
    known = [*names, *(name.partition("/")[2] for name in names)]
    told = []
    for rule in ignored:
        if rule not in known:
            near = likeliest(rule, known)
            told.append(f'--ignore: there is no rule "{rule}"' + (f"; did you mean {near}?" if near else ""))
    return told


def _finish(report: RunReport, min_coverage: float) -> int:
    """Tell what could not be used and what should be known, and the exit code."""
    for message in (*report.errors, *report.notes):
        tell(message)
    found = any(finding.severity in report.failing for document in report.documents for finding in document.open)
    if min_coverage:
        from factcheck.gate.coverage import too_little

        short = too_little(report, min_coverage)
        if short:
            tell(short)
        found = found or bool(short)
    return BAD_INPUT if report.errors else FOUND if found else 0
