"""``factcheck rules try``: what a pack makes of a sentence."""

from __future__ import annotations

import time
from pathlib import Path

import click

from factcheck.cli import session
from factcheck.cli.options import own_rules
from factcheck.cli.output import clean, show, tell, tell_all
from factcheck.errors import FactcheckError

PAUSE = 0.3  # seconds between two looks at the file


@click.command("try")
@own_rules
@click.option("--watch", is_flag=True, help="Try it again each time the file is saved; end with Ctrl-C.")
@click.argument("pack", type=click.Path(path_type=Path))
@click.argument("sentence")
def try_pack(pack: Path, sentence: str, rules: tuple[Path, ...], watch: bool) -> None:
    """Show what the rule file PACK makes of SENTENCE.

    Of each figure: what it counts, whose it is, its scope and evidence, or why it was not read; the forms that match
    and those that nearly do, with the word where they stopped; then the claims, and the rules that were asked.
    """
    while True:
        seen = _saved(pack)
        errors = _tried(pack, sentence, rules)
        if not watch:
            return tell_all(errors)
        for error in errors:
            tell(error)
        _wait(pack, seen)
        show("\n")


def _tried(pack: Path, sentence: str, rules: tuple[Path, ...]) -> tuple[str, ...]:
    """Show it once; what is wrong with the rule files is returned."""
    from factcheck.authoring.trying import try_text
    from factcheck.packs.sources import files_at

    try:
        engine = session.make_engine((*rules, pack))
    except FactcheckError as error:
        return (str(error),)
    mine = [each for each in engine.packs if files_at([each], pack)]
    show(clean(try_text(engine, mine or engine.packs, sentence)))
    return engine.errors


def _wait(pack: Path, seen: tuple[int, int]) -> None:
    """Wait until the file is another than it was."""
    while _saved(pack) == seen:
        time.sleep(PAUSE)


def _saved(pack: Path) -> tuple[int, int]:
    """When the file was saved, and its size; noughts while it is not there."""
    try:
        found = pack.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
