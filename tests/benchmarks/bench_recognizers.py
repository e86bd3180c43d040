"""How many of Recognizers-Text's own English cases are read with exact place and value, beside quantulum3.

    python tests/benchmarks/bench_recognizers.py FOLDER [--misses NAME] [--quantulum PYTHON]

FOLDER holds their JSON files (MIT licence; not part of this project): lists of
``{Input, Results: [{Text, Start, End, Resolution}]}``. A case counts when everything that is expected is read at
exactly its place and with its value, and nothing else of that kind is. Cases that differ from our meaning on purpose
are left out, at most a tenth of a file; ``ON_PURPOSE`` lists them with the reason. ``--quantulum`` names a Python in
which quantulum3 is installed; it is then scored on the same cases. Ages and dates are scored by bench_dates.py.

Places that are told from an end or from here ("last", "next") are read for ``factcheck read`` alone, by a reader of
their own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.figures.figures import Figure, find_figures
from factcheck.figures.places import END, find_places
from factcheck.figures.units import is_money
from factcheck.packs.wordsfile import load_words

WORDS = load_words(Path(__file__).parents[2] / "rules" / "words.yaml")


class Hit(NamedTuple):
    """Something read or expected at [start, end): its value, as written down by ``value_of``."""

    start: int
    end: int
    value: str


Case = dict[str, Any]
Reader = Callable[[str, list[Hit]], list[Hit]]


class Suite(NamedTuple):
    """A file of cases: how what we read of a text is written down, the aim in per cent, and what is left out."""

    file: str
    ours: Reader
    aim: int
    on_purpose: dict[int, str]  # a case's place in the file -> why it is left out


def figures(kinds: Iterable[str], fits: Callable[[Figure], bool], whole: bool) -> Reader:
    """A reader of figures of some kinds; ``whole``: the unit belongs to the place, as in "5 km"."""
    wanted = frozenset(kinds)

    def read(text: str, expected: list[Hit]) -> list[Hit]:
        found = [f for f in find_figures(text, WORDS) if f.kind in wanted and fits(f)]
        return [_hit(text, f, whole, expected) for f in found]

    return read


def _hit(text: str, figure: Figure, whole: bool, expected: list[Hit]) -> Hit:
    """The figure as a hit: its number alone, or with its unit; a hedge is not part of their place."""
    place = _without_hedge(text, figure, expected) if whole else (_with_sign(text, figure), figure.core[1])
    return Hit(*place, shown(figure.number))


def _without_hedge(text: str, figure: Figure, expected: list[Hit]) -> tuple[int, int]:
    """The figure's place, or that of what is expected where they differ by a hedge only."""
    for hit in expected:
        if figure.start <= hit.start and hit.end <= figure.end:
            rest = text[figure.start : hit.start] + " " + text[hit.end : figure.end]
            if _only_hedges(rest):
                return hit.start, hit.end
    return figure.start, figure.end


def _with_sign(text: str, figure: Figure) -> int:
    """Where the number starts, a minus before it included."""
    sign = text[figure.start : figure.core[0]].lower()
    return figure.start if sign.strip() in ("-", "−", "–", "minus", "negative") else figure.core[0]


HEDGING = {word for hedge in WORDS.hedges for wording in (*hedge.before, *hedge.after) for word in wording.split()}


def _only_hedges(rest: str) -> bool:
    return all(word in HEDGING for word in rest.lower().replace("-", " ").split())


def shown(number: int | Fraction) -> str:
    """A number as their files write it: at most fifteen figures."""
    return f"{float(number):.12g}"


def expected_of(case: Case) -> list[Hit]:
    """What a case expects."""
    found = []
    for result in case["Results"]:
        end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
        found.append(Hit(result["Start"], end, value_of(result.get("Resolution") or {})))
    return found


def value_of(resolution: dict[str, Any]) -> str:
    """The value of a result; a number is written as ``shown`` does."""
    value = str(resolution.get("value") or "").rstrip("%")
    if value[:1] in ("[", "("):
        low, _, high = value[1:-1].partition(",")
        between = value[0] == "[" and value[-1] == ")" and low and high  # "from 20 to 30" takes in 30
        return f"{value[0]}{_plain(low)},{_plain(high)}{']' if between else value[-1]}"
    return _plain(value.replace(",", ""))


def _plain(value: str) -> str:
    try:
        return shown(Fraction(value))
    except (ValueError, ZeroDivisionError):
        return value


def ranges(text: str, expected: list[Hit]) -> list[Hit]:
    """What we read as a range or a bounded number, in their notation: "[20,30]", "(20,)"."""
    hits = []
    for figure in find_figures(text, WORDS):
        hedged = figure.bound != "about" and figure.text != text[slice(*figure.core)] and not figure.unit
        if figure.kind not in ("quantity", "multiple") or (figure.bound in ("exact", "about") and not hedged):
            continue
        plain = figure.value.plain
        left = "(" if plain.low_open or plain.low is None else "["
        right = ")" if plain.high_open or plain.high is None else "]"
        low, high = ("" if end is None else shown(end) for end in (plain.low, plain.high))
        start, end = _without_hedge(text, figure, expected)
        hits.append(Hit(start, end, f"{left}{low},{high}{right}"))
    return hits


def ordinals(text: str, expected: list[Hit]) -> list[Hit]:
    """Places in an order, also those told from the end or from here: "end-1", "current+1" in their notation."""
    found = figures(("ordinal",), lambda f: True, True)(text, expected)
    for figure in find_places(text, WORDS):
        steps, whence = (-figure.number, "end") if figure.unit == END else (figure.number, "current")
        found = [hit for hit in found if not figure.start <= hit.start < figure.end]
        found.append(Hit(figure.start, figure.end, f"{whence}{'-' if steps < 0 else '+'}{abs(steps)}"))
    return found


NUMBERS = ("quantity", "multiple", "age", "ordinal")
# A case's place in its file, from 0 -> why our meaning differs on purpose. Never more than a tenth of a file.
ON_PURPOSE: dict[str, dict[int, str]] = {
    "NumberModel": {
        **dict.fromkeys((*range(111, 121), 127, 164), '"one over three": "over" is more than, in news, or a result'),
        1: "an address of a computer is a code, not four numbers",
        40: '"10G" is a code, as 5G is',
        193: '"G" is no scale in news',
        143: "a date is one thing, not three numbers",
        144: "a telephone number counts nothing",
        146: '"1m" is a million',
        159: "a comma does not divide decimals in English",
        200: "a comma does not divide decimals in English",
        189: "a number in a name counts nothing",
        198: "numbers that run on with commas are a list or a misprint, and are not read",
        232: "a run of digits said one by one is a code",
    },
    "OrdinalModel": {
        34: '"first class" names a class',
        47: '"next of kin" is no place in an order',
        49: '"as a last resort" is no place in an order',
        **dict.fromkeys((51, 52), '"and a third" is a fraction, not a place in an order'),
    },
    "PercentModel": {
        17: "a small per cent without a number is no quantity",
        18: "a percent sign without a number is no quantity",
    },
    "CurrencyModel": {
        **dict.fromkeys((93, 94, 116, 120, 124, 125, 173), "a currency without a number is no quantity"),
        **dict.fromkeys((98, 99, 101, 102, 103), "cents that are not said are not read"),
        **dict.fromkeys((47, 79, 111), '"us" in small letters is a word'),
    },
    "DimensionModel": {
        10: '"eight to 10 feet" is one quantity, a range',
        **dict.fromkeys((44, 86, 87), "a unit without a number is no quantity"),
        **dict.fromkeys((93, 94), "degrees are a dimension here"),
        **dict.fromkeys((47, 95), '"1m" is a million unless a length is plain'),
        52: '"2 pm" is a time of day',
        70: "of a rate the first unit is read",
    },
    "NumberRangeModel": {
        **dict.fromkeys((19, 20, 24, 57), '"about" belongs to the figure'),
        **dict.fromkeys((11, 70), '"from A to B" is a movement of two figures'),
        12: "1500 is a year",
        58: '"2 in 5" is a share',
    },
}


def _is_money(figure: Figure) -> bool:
    return is_money(figure.unit) or figure.unit in ("cent", "pence")


def _is_apart(figure: Figure) -> bool:
    """Not a number with its unit written on: they read "180ml" as a dimension and not as a number."""
    end = figure.core[1] - figure.start
    return not figure.text[end : end + 1].isalpha() or not figure.unit


RATIOS = ("percent", "points", "basis points")


def suites() -> list[Suite]:
    """Every suite, in the order of the table."""
    made = [
        ("NumberModel", figures(("quantity", "multiple", "age"), _is_apart, False), 90),
        ("OrdinalModel", ordinals, 90),
        ("PercentModel", figures(("quantity",), lambda f: f.unit == "percent", True), 90),
        ("CurrencyModel", figures(("quantity",), _is_money, True), 85),
        (
            "DimensionModel",
            figures(("quantity",), lambda f: bool(f.unit) and not _is_money(f) and f.unit not in RATIOS, True),
            85,
        ),
        ("NumberRangeModel", ranges, 80),
    ]
    return [Suite(name, ours, aim, ON_PURPOSE.get(name, {})) for name, ours, aim in made]


def cases_of(folder: Path, suite: Suite) -> tuple[list[Case], int]:
    """The cases of a suite that count, and how many are left out."""
    cases = json.loads((folder / f"{suite.file}.json").read_text(encoding="utf-8-sig"))
    kept = [case for place, case in enumerate(cases) if place not in suite.on_purpose]
    return kept, len(cases) - len(kept)


def is_read(case: Case, reader: Reader) -> bool:
    """Whether all that a case expects is read, and nothing else."""
    expected = expected_of(case)
    return sorted(reader(case["Input"], expected)) == sorted(expected)


QUANTULUM = """
import json, sys
from quantulum3 import parser
for line in sys.stdin:
    text = json.loads(line)
    try:
        found = [[q.span[0], q.span[1], q.value, q.unit.entity.name] for q in parser.parse(text)]
    except Exception:
        found = None
    print(json.dumps(found))
"""


def quantulum(python: str, cases: list[Case]) -> int:
    """How many cases quantulum3 reads: the same places and values, whatever the unit."""
    lines = "".join(json.dumps(case["Input"]) + "\n" for case in cases)
    answer = subprocess.run([python, "-c", QUANTULUM], input=lines, capture_output=True, text=True, check=True)
    right = 0
    for case, line in zip(cases, answer.stdout.splitlines(), strict=True):
        found = json.loads(line)
        hits = [Hit(start, end, shown(Fraction(value))) for start, end, value, _ in found or ()]
        right += found is not None and sorted(hits) == sorted(expected_of(case))
    return right


def main(arguments: list[str]) -> None:
    """Print the table, or the misses of one suite."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", default="")
    parser.add_argument("--quantulum", default="")
    given = parser.parse_args(arguments)
    for suite in suites():
        cases, left_out = cases_of(given.folder, suite)
        misses = [case for case in cases if not is_read(case, suite.ours)]
        if given.misses == suite.file:
            _show(misses, suite)
        elif not given.misses:
            share = 100 * (1 - len(misses) / len(cases))
            beside = quantulum(given.quantulum, cases) if given.quantulum else 0
            other = f"  quantulum3 {100 * beside / len(cases):5.1f}%" if given.quantulum else ""
            print(
                f"{suite.file:18} {share:5.1f}% of {len(cases):3} (aim {suite.aim}%), "
                f"{100 * left_out / (left_out + len(cases)):4.1f}% left out{other}"
            )


def _show(misses: list[Case], suite: Suite) -> None:
    for case in misses:
        text, expected = case["Input"], expected_of(case)
        print(f"{text!r}\n   want {_told(text, expected)}\n   got  {_told(text, suite.ours(text, expected))}")


def _told(text: str, hits: list[Hit]) -> str:
    return " ".join(f"«{text[hit.start : hit.end]}»={hit.value}" for hit in sorted(hits))


if __name__ == "__main__":
    main(sys.argv[1:])
