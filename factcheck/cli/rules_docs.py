"""``factcheck rules docs``: the manual of packs, written from the packs."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import session
from factcheck.cli.options import own_rules
from factcheck.cli.output import clean, show, tell_all
from factcheck.errors import RuleError


@click.command("docs")
@own_rules
@click.option("--in", "folder", type=click.Path(path_type=Path), default="docs", metavar="DIR", show_default=True)
@click.argument("path", required=False, type=click.Path(path_type=Path))
def docs(path: Path | None, rules: tuple[Path, ...], folder: Path) -> None:
    """Write a Markdown page for each pack in PATH (a file or a folder), or for every pack that is on.

    Each page says what the pack reads, what must hold and why, with its examples and known misses; two pages more tell
    how to write a pack, and which words are the house's. Pages that are there already are written anew.
    """
    from factcheck.authoring.manual import WRITING, pack_page, writing_page
    from factcheck.authoring.wordspage import WORDS, words_page
    from factcheck.packs.sources import files_at
    from factcheck.shipped import shipped

    engine = session.make_engine((*rules, *([path] if path else [])))
    packs = [pack for pack in engine.packs if path is None or files_at([pack], path)]
    pages = {f"{pack.name}.md": pack_page(pack) for pack in packs}
    house = (shipped("rules") / "words.yaml").read_text(encoding="utf-8")
    pages |= {WRITING: writing_page(), WORDS: words_page(house)}
    for name, page in pages.items():
        _write(folder / name, page)
    show("".join(f"{clean(str(folder / name))}\n" for name in pages))
    tell_all(engine.errors)


def _write(path: Path, page: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise RuleError(f"{path}: cannot be written: {error.strerror}; name another folder with --in") from None
