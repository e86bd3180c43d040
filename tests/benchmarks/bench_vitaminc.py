"""How often two figures that count the same thing are rightly told to be at odds, on pairs of sentences from VitaminC.

    python tests/benchmarks/bench_vitaminc.py FILE [--show]

FILE holds pairs (``claim``, ``evidence``, ``label``: SUPPORTS, REFUTES or NOT ENOUGH INFO); it is not part of this
project. One sentence is taken as the article and the other as the claim. Two figures are compared where both count the
same noun, or are of the same unit where neither shows a noun, unless the claim names a place that the other sentence
does not, or shares no name with it; and only the interval arithmetic speaks: "no" when no reading of the words lets
them agree. Aims: nine in ten of the "no" are on REFUTES pairs, none on NOT ENOUGH INFO.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from factcheck.document import Document
from factcheck.engine import Engine
from factcheck.findings import QUANTITIES, DocumentReport, FigureStatus
from factcheck.interval import Answer


def figures(read: DocumentReport) -> list[FigureStatus]:
    """The quantities of a sentence, with the noun that each counts."""
    return [each for each in read.figures if each.kind in QUANTITIES and each.reading]


def at_odds(engine: Engine, claim: str, evidence: str) -> list[tuple[str, str]]:
    """The figures of a claim that no figure of the same thing in the evidence can agree with, each with one of them."""
    one, other = (engine.read(Document("sentence", text)) for text in (claim, evidence))
    names = [name for name in one.names if name.kind != "pronoun"]
    missing = [name for name in names if not any(word in evidence for word in name.text.split())]
    if any(name.kind == "place" for name in missing) or (missing and len(missing) == len(names)):
        return []  # the claim speaks of a place, or of nobody and nothing, that the evidence names
    found, told = [], figures(other)
    for figure in figures(one):
        rivals = [each for each in told if same_thing(figure, each)]
        if rivals and all(never_equal(figure, each) for each in rivals):
            found.append((figure.text, rivals[0].text))
    return found


def same_thing(a: FigureStatus, b: FigureStatus) -> bool:
    """Whether two figures count the same noun, or are of one unit and show none; a change is never a level."""
    if a.unit != b.unit or a.change != b.change:
        return False
    return head(a) == head(b) if a.counts or b.counts else bool(a.unit)


def head(figure: FigureStatus) -> str:
    """The last word of what is counted, in the singular."""
    return (figure.counts.split() or [""])[-1].removesuffix("s")


def never_equal(a: FigureStatus, b: FigureStatus) -> bool:
    """Whether no reading of the words lets two figures be the same number."""
    assert a.reading
    assert b.reading
    return a.reading.value.generous.equal(b.reading.value.generous) is Answer.NO


def main(arguments: list[str]) -> None:
    """Print the counts of "no" by label, and the precision."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args(arguments)
    pairs, engine = json.loads(given.file.read_text("utf-8")), Engine.load()
    said: Counter[str] = Counter()
    for pair in pairs:
        if odd := at_odds(engine, pair["claim"], pair["evidence"]):
            said[pair["label"]] += 1
            if given.show:
                print(pair["label"], odd, pair["claim"], "|", pair["evidence"][:200], sep="\n   ")
    every = Counter(pair["label"] for pair in pairs)
    print(f'"no" on {dict(said)} of {dict(every)}; precision {said["REFUTES"]}/{sum(said.values())}')


if __name__ == "__main__":
    main(sys.argv[1:])
