"""What a run knows of rules, words and names, read from their files, or kept from the last run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from factcheck.packs.kept import kept
from factcheck.packs.offered import any_offered
from factcheck.reading.lexicon import Lexicon, build_lexicon

Loaded = tuple[Lexicon, tuple[str, ...]]


def load_lexicon(home: Path, rules: Sequence[Path] = ()) -> Loaded:
    """The shipped rules of ``home``, those of installed packages and of folders, and what is wrong with any of them.

    The shipped ones by themselves are read once and kept; see ``kept``. Raises RuleError.
    """
    if rules or any_offered(sys.path):
        return _read(home, rules)
    return kept(lambda: _read(home), [home])


def _read(home: Path, rules: Sequence[Path] = ()) -> Loaded:
    from factcheck.packs.sources import read_sources
    from factcheck.packs.wordsfile import load_words
    from factcheck.reading.counting.takenforms import taken_forms

    words = load_words(home / "words.yaml")
    packs, errors = read_sources(home, rules, words.widths)
    told = [str(error) for error in (*errors, *(taken for pack in packs for taken in taken_forms(pack, home)))]
    return build_lexicon(packs, words, home / "names"), tuple(told)
