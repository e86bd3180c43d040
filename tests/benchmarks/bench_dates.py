"""Dates and ages: Recognizers-Text's own English cases. Honest draws are in bench_drawn.py.

    python tests/benchmarks/bench_dates.py FOLDER [--misses NAME]     their cases; FOLDER holds their JSON files

A case counts when all that is expected is read at exactly its place, with its value where the file gives one, and
nothing else of that kind is. Their ranges end on the day after, or on the first day of the last month or year; ours on
the last day: any of the three is taken. Cases that differ from our meaning on purpose are left out, with the reason.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from factcheck.dates.find import find_times
from factcheck.dates.when import Time

Case = dict[str, Any]
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
SECONDS |= {"month": 2592000, "year": 31536000, "decade": 315360000, "century": 3153600000}
AIMS = {"AgeModel": 90, "DateExtractor": 80, "DatePeriodParser": 80, "DurationParser": 80}
# Part of a case's words -> why our meaning differs on purpose. Never more than a tenth of a file.
ON_PURPOSE: dict[str, dict[str, str]] = {
    "DateExtractor": {
        "4.22": "two numbers alone may be a decimal, a fraction or a score",
        "4-22": "two numbers alone may be a decimal, a fraction or a score",
        "4/22": "two numbers alone may be a decimal, a fraction or a score",
        "22/04": "two numbers alone may be a decimal, a fraction or a score",
        "7.6 with": "two numbers alone may be a decimal, a fraction or a score",
        "7/6 with": "two numbers alone may be a decimal, a fraction or a score",
        "the second!": '"the second" is a place in an order',
        "for the second": '"the second" is a place in an order',
        "in 3 weeks": '"the third fire in three weeks": a length, not a day to come',
    },
    "DatePeriodParser": {
        "past 2 decades": "decades are counted from the article's day",
        "last two decades": "decades are counted from the article's day",
        "next 3 decades": "decades are counted from the article's day",
        "within ": "what is to come begins tomorrow",
        "is in 2014": '"in" is no part of a range',
        "the coming week": "the article belongs to it",
        "2015.3": "a number with a point is a decimal",
        "ear 247": "a year of three digits is not read from one word before it",
        "Year two hundred": "a year below 1000 in words is not read",
        "from 10/": "two numbers alone may be a fraction or a score",
        "ays, from today": "a length and the day that it begins on are two things",
        "ays from today": "a length from a day on is a day",
        "more than 2 weeks": "a hedged length from a day is no day",
        "less than": "a hedged length from a day is no day",
    },
}


def today_of(case: Case) -> date:
    """The day on which a case is said."""
    return date.fromisoformat((case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07")[:10])


def read(case: Case, file: str) -> list[Time]:
    """What we read of the kind that a file is about."""
    lengths = {"AgeModel": "age", "DurationParser": "duration"}
    times = find_times(case["Input"], today_of(case))
    if file in lengths:
        return [time for time in times if time.kind == lengths[file]]
    return [t for t in times if t.kind not in ("age", "duration") and (t.kind == "date") == (file == "DateExtractor")]


def is_right(case: Case, file: str) -> bool:
    """Whether places and values are those expected."""
    times, results = read(case, file), case["Results"]
    if [(t.start, t.text.lower()) for t in times] != [(r["Start"], r["Text"].lower()) for r in results]:
        return False
    fits = {"AgeModel": _same_age, "DurationParser": _same_length, "DatePeriodParser": _same_days}.get(file)
    return fits is None or all(map(fits, times, results))


def _same_age(time: Time, result: Case) -> bool:
    length, wanted = time.means.length, result["Resolution"]
    unit = {"age": "year"}.get(wanted["unit"].lower(), wanted["unit"].lower())
    return length is not None and (str(length.low), length.unit) == (wanted["value"], unit)


def _same_length(time: Time, result: Case) -> bool:
    parts = time.means.length.parts() if time.means.length else ()
    return float(sum(p.low * SECONDS[p.unit] for p in parts)) == float(result["Value"]["FutureResolution"]["duration"])


def _same_days(time: Time, result: Case) -> bool:
    """The days of either reading that they allow; a season has none in their files."""
    wanted = [result["Value"].get(f"{way}Resolution") or {} for way in ("Future", "Past")]
    return any(_days_fit(time, one) if one else time.kind == "season" for one in wanted)


def _days_fit(time: Time, wanted: Case) -> bool:
    means = time.means
    if means.first is None or means.last is None or str(means.first) != wanted.get("startDate"):
        return False
    ends = {means.last, means.last + timedelta(days=1), means.ends[1].first if means.ends else None}
    return wanted.get("endDate") in {str(end) for end in ends}


def score(folder: Path, misses: str) -> None:
    """Print the share of each file, or the misses of one."""
    for file, aim in AIMS.items():
        cases = json.loads((folder / f"{file}.json").read_text(encoding="utf-8-sig"))
        kept = [case for case in cases if not any(part in case["Input"] for part in ON_PURPOSE.get(file, ()))]
        wrong = [case for case in kept if not is_right(case, file)]
        if misses == file:
            for case in wrong:
                print(case["Input"], "|", [r["Text"] for r in case["Results"]], "|", [t.text for t in read(case, file)])
        elif not misses:
            share, left = 100 * (1 - len(wrong) / len(kept)), 100 * (1 - len(kept) / len(cases))
            print(f"{file:18} {share:5.1f}% of {len(kept):3} (aim {aim}%), {left:4.1f}% left out")


def main(arguments: list[str]) -> None:
    """Print the table of their cases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", default="")
    given = parser.parse_args(arguments)
    score(given.folder, given.misses)


if __name__ == "__main__":
    main(sys.argv[1:])
