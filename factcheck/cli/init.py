"""``factcheck init``: a configuration, a hook for git, and the CI file for the host that is found."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from json import loads
from pathlib import Path

import click

from factcheck.cli.output import show
from factcheck.errors import FactcheckError

_NO_INDEX = "# the name is on no public index yet"
_GITHUB, _GITLAB = ("github.yml", ".github/workflows/factcheck.yml"), ("gitlab.yml", ".gitlab-ci.yml")


@click.command()
@click.option("--hook/--no-hook", default=True, show_default=True, help="Whether git is to check each commit.")
def init(hook: bool) -> None:
    """Write a configuration, a hook for git, and the CI file for the host. Nothing is ever written over."""
    top = _git("rev-parse", "--show-toplevel")
    root = Path(top) if top else Path()
    for template, path, runs in _wanted(root, bool(top) and hook):
        show(_written(template, path, runs))


def _wanted(root: Path, hook: bool) -> Iterator[tuple[str, Path, bool]]:
    """The template, the place and whether it is a program, of each file to write."""
    yield "factcheck.toml", root / "factcheck.toml", False
    if hook:
        yield "pre-commit", Path(_git("rev-parse", "--git-path", "hooks")) / "pre-commit", True
    remotes = _git("remote", "-v").lower()
    for host, (template, place), folder in (("github", _GITHUB, ".github"), ("gitlab", _GITLAB, ".gitlab-ci.yml")):
        if host in remotes or (root / folder).exists():
            yield template, root / place, False


def _written(template: str, path: Path, runs: bool) -> str:
    """Write a file that is not there yet, and what to tell."""
    words = _installing(files("factcheck.starting").joinpath(template).read_text("utf-8"), origin())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words)
        if runs:
            path.chmod(0o755)
    except FileExistsError:
        return f"{path}: is there already, and stays as it is\n"
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None
    return f"{path}: written\n"


def origin() -> str:
    """The address that this program was installed from, as pip takes it; empty where it is in no other's reach."""
    told = distribution("factcheck").read_text("direct_url.json")  # as PEP 610 has it: not there after an index
    record = loads(told) if told else {}
    address, kept = record.get("url", ""), record.get("vcs_info")
    if not address.startswith(("https://", "ssh://")):
        return ""
    return f"{kept['vcs']}+{address}@{kept['commit_id']}" if kept else address


def _installing(words: str, address: str) -> str:
    """A CI file that installs from an address, where one is known."""
    if not address:
        return words
    lines = [line for line in words.splitlines(keepends=True) if _NO_INDEX not in line]
    return "".join(lines).replace("'factcheck[word]'", f"'factcheck[word] @ {address}'")


def _git(*arguments: str) -> str:
    """What git tells of this folder; empty where there is no git, or no repository."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
