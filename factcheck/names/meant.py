"""Which known word is most likely meant by one that is not known: "did you mean ...?"."""

from __future__ import annotations

from collections.abc import Iterable

NEAR = 65  # how like (0 to 100, by rapidfuzz) a known word must be to be offered
LONGEST = 200  # characters of an unknown word that are compared


def likeliest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like ``word``; "" when none is."""
    from rapidfuzz.process import extractOne

    found = extractOne(word[:LONGEST], list(known), score_cutoff=NEAR)
    return str(found[0]) if found is not None else ""
