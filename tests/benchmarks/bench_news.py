"""How well quantities are read in sentences as news writes them: F1 of the value, and of the value with its sign.

    python tests/benchmarks/bench_news.py [--half odd|even] [--misses] [--quantulum PYTHON]

``news.txt`` holds the sentences, made and annotated by hand for this project. The measure is that of the published
comparisons of quantity extractors: a quantity counts when its value is read (percentages as printed, ranges by both
ends), and with sign when the direction of its hedge is too: =, ~ (about), > or <.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

from factcheck.figures.figures import Figure, find_figures
from factcheck.findings import QUANTITIES
from factcheck.packs.wordsfile import load_words

HERE = Path(__file__).parent
WORDS = load_words(HERE.parents[1] / "rules" / "words.yaml")
SIGNS = {"exact": "=", "range": "=", "about": "~", "above": ">", "at_least": ">", "below": "<", "at_most": "<"}
Quantity = tuple[str, str]  # value and sign


def sentences(half: str) -> list[tuple[str, list[Quantity]]]:
    """The sentences of a half ("odd", "even" or "" for all) with their quantities."""
    lines = [x for x in (HERE / "news.txt").read_text("utf-8").splitlines() if x and not x.startswith("#")]
    chosen = {"odd": lines[::2], "even": lines[1::2], "": lines}[half]
    found = []
    for line in chosen:
        text, _, wanted = line.rpartition("=>")
        said = [] if wanted.strip() == "nothing" else [part.split() for part in wanted.split(";")]
        found.append((re.sub("[«»]", "", text).strip(), [(_value(value), sign) for value, sign in said]))
    return found


def _value(written: str) -> str:
    return "..".join(_shown(Fraction(part)) for part in written.split(".."))


def _shown(number: Fraction | int) -> str:
    return f"{float(number):.3g}" if -1 < float(number) < 1 else f"{float(number):.12g}"


def ours(text: str) -> list[Quantity]:
    """What we read in a sentence."""
    return [_quantity(f) for f in find_figures(text, WORDS) if f.kind in QUANTITIES]


def _quantity(figure: Figure) -> Quantity:
    plain = figure.value.plain
    if figure.bound == "range" and plain.low is not None and plain.high is not None:
        return f"{_shown(plain.low)}..{_shown(plain.high)}", "="
    return _shown(figure.number), SIGNS[figure.bound]


QUANTULUM = """
import json, sys
from quantulum3 import parser
for line in sys.stdin:
    try:
        found = [q.value for q in parser.parse(json.loads(line))]
    except Exception:
        found = []
    print(json.dumps(found))
"""


def theirs(python: str, texts: list[str]) -> list[list[Quantity]]:
    """What quantulum3 reads in sentences; it has no signs."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    answer = subprocess.run([python, "-c", QUANTULUM], input=lines, capture_output=True, text=True, check=True)
    return [[(_shown(Fraction(v)), "=") for v in json.loads(line)] for line in answer.stdout.splitlines()]


def f1(wanted: list[list[Quantity]], found: list[list[Quantity]], with_sign: bool) -> float:
    """F1 over all sentences."""
    right = said = read = 0
    for want, got in zip(wanted, found, strict=True):
        a, b = (Counter(each if with_sign else each[0] for each in some) for some in (want, got))
        right, said, read = right + sum((a & b).values()), said + len(want), read + len(got)
    return 200 * right / (said + read)


def main(arguments: list[str]) -> None:
    """Print both measures, and the misses where asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["odd", "even", ""], default="")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--quantulum", default="")
    given = parser.parse_args(arguments)
    cases = sentences(given.half)
    wanted, found = [want for _, want in cases], [ours(text) for text, _ in cases]
    for (text, want), got in zip(cases, found, strict=True) if given.misses else ():
        if sorted(want) != sorted(got):
            print(f"{text}\n   want {sorted(set(want) - set(got))}\n   got  {sorted(set(got) - set(want))}")
    print(f"factcheck   value {f1(wanted, found, False):.1f}, with sign {f1(wanted, found, True):.1f}")
    if given.quantulum:
        other = theirs(given.quantulum, [text for text, _ in cases])
        print(f"quantulum3  value {f1(wanted, other, False):.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
