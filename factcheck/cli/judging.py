"""Which findings count: puts waivers, the baseline and what git tells was changed to a run's report."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.findings import Citation, DocumentReport, RunReport

if TYPE_CHECKING:
    from factcheck.gate.baseline import Baseline
    from factcheck.gate.changes import Changed
    from factcheck.gate.waivers import Desk, Waiver


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked of a run beyond its findings."""

    waivers: tuple[str, ...] = ()  # files
    baseline: str = ""
    update_baseline: bool = False
    changed_since: str = ""
    min_coverage: float = 0


class GitError(FactcheckError):
    """git cannot tell what was changed."""


def today() -> date:
    """The day on which waivers are judged."""
    return date.today()


def judged(report: RunReport, gate: Gate, rules: list[str]) -> RunReport:
    """The report with the findings that do not count marked, and with what is to be told of waivers and baseline."""
    from factcheck.gate.identity import identified
    from factcheck.gate.waivers import Desk

    desk = Desk(rules, today(), _filed(gate.waivers) if gate.waivers else ())
    documents = tuple(identified(desk.judge(document)) for document in report.documents)
    made = replace(report, documents=(*documents, *_of_files(desk)))
    if gate.baseline:
        made = _against_baseline(made, gate)
    if gate.changed_since:
        made = _against_changes(made, gate.changed_since)
    return made


def _filed(files: tuple[str, ...]) -> list[Waiver]:
    """The waivers of the files named, and of the one that lies beside the configuration."""
    from factcheck.config.find import read_waiver_file
    from factcheck.gate.waivers import Waiver

    return [
        Waiver(
            entry["rule"],
            entry["reason"],
            f"{file}:{line}",
            entry["path"],
            entry["words"],
            date.fromisoformat(entry["until"]) if entry["until"] else None,
        )
        for file in files
        for line, entry in read_waiver_file(Path(file))
    ]


def _of_files(desk: Desk) -> list[DocumentReport]:
    """A report of each waiver file that has entries which do nothing."""

    reports: dict[str, DocumentReport] = {}
    for waiver, finding in desk.filed_idle():
        file, _, line = waiver.where.rpartition(":")
        cited = Citation(waiver.rule, line=int(line), column=1)
        before = reports.get(file, DocumentReport(file))
        reports[file] = replace(before, findings=(*before.findings, replace(finding, figures=(cited,))))
    return list(reports.values())


def _against_baseline(report: RunReport, gate: Gate) -> RunReport:
    known = _read_baseline(gate)
    folder = os.path.dirname(os.path.abspath(gate.baseline))
    keys = {document.path: _key(document.path, folder) for document in report.documents}
    if gate.update_baseline:
        known = known.updated((document, keys[document.path]) for document in report.documents)
        _write(gate.baseline, known.render())
    told = [line for each in report.documents for line in known.gone(each, keys[each.path])]
    documents = tuple(known.judge(each, keys[each.path]) for each in report.documents)
    return replace(report, documents=documents, notes=(*report.notes, *told))


def _read_baseline(gate: Gate) -> Baseline:
    from factcheck.gate.baseline import Baseline, BaselineError, read_baseline

    try:
        text = Path(gate.baseline).read_text("utf-8")
    except FileNotFoundError:
        if gate.update_baseline:
            return Baseline(gate.baseline)
        raise BaselineError(f"{gate.baseline}: there is no such baseline; make it with --update-baseline") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(f"{gate.baseline}: cannot be read: {error}") from None
    return read_baseline(gate.baseline, text)


def _write(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None


def _key(path: str, folder: str) -> str:
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def _against_changes(report: RunReport, since: str) -> RunReport:
    """Mark the findings that involve no line changed since the merge base with ``since``."""
    documents = []
    for document in report.documents:
        folder = os.path.dirname(os.path.abspath(document.path)) or "."
        documents.append(_changed(document.path, folder, since).judge(document, since))
    return replace(report, documents=tuple(documents))


def _changed(path: str, folder: str, since: str) -> Changed:
    from factcheck.gate.changes import Changed

    if not os.path.exists(path):
        return Changed()
    name = os.path.basename(path)
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}").strip()
    base = _git(folder, "merge-base", commit, "HEAD").strip()
    if not _git(folder, "ls-files", "--", f":(literal){name}"):
        return Changed()  # git does not know the file: all of it is new
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv")
    return Changed.of_diff(_git(folder, "diff", *options, base, "--", f":(literal){name}"))


def _git(folder: str, *arguments: str) -> str:
    """What git prints. Raises GitError."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-C", folder, *arguments], capture_output=True, check=True
        )
    except FileNotFoundError:
        raise GitError("--changed-since needs git, which is not installed") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().splitlines()
        what = f": {told[0]}" if told else "; is it a branch or commit of this repository?"
        raise GitError(f"--changed-since: git {arguments[0]} failed in {folder}{what}") from None
    return done.stdout.decode("utf-8", "replace")
