"""Files of many articles: whatever they are made of, ten times as much takes little more than ten times the calls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from articles import engine
from test_linear import AT_MOST, TIMES, calls

from factcheck.document import Document

FEW = 20  # more sentences than are read together
FIRST = ("Ann", "Raj", "Tom", "Mary", "Peter", "Helen", "David", "Grace")
PARTS = ("Bar", "Dun", "Hol", "Kir", "Mar", "Nor", "Pen", "Rad", "Sel", "Tor", "Wal")
ENDS = ("by", "croft", "dale", "field", "ham", "ley", "ton")
PARTIES = ("Labour", "Conservative", "Green", "Lib Dem")


def name(n: int) -> str:
    """The n-th of 539 surnames."""
    return PARTS[n % 11] + "aeiou"[n % 5].replace("a", "") + ENDS[n % 7] + ("s" if n // 385 % 2 else "")


def votes(n: int) -> int:
    """A number of votes that few others are."""
    return 5000 + n * 7919 % 20011


def same_race(n: int) -> str:
    """One race with other figures each time."""
    won, lost = votes(n) + 20000, votes(n + 1)
    lead = won - lost + n % 2
    return f"Ann Lee won Thornbury with {won:,} votes, a majority of {lead:,} over Raj Patel on {lost:,}.\n\n"


def people(n: int) -> str:
    """A race and two people each time."""
    who, other = f"{FIRST[n % 8]} {name(n)}", f"{FIRST[(n + 3) % 8]} {name(n + 200)}"
    share = f"{n % 40 + 10}% of them"
    return f"{who} won {name(n + 90)} with {votes(n):,} votes, {share}, and {other} had {votes(n + 5):,}.\n\n"


def one_list(n: int) -> str:
    """A row of a list without end."""
    return f"{FIRST[n % 8]} {name(n)} ({PARTIES[n % 4]}) {votes(n):,} ({n % 50 + 1}.{n % 10}%)\n"


def dates(n: int) -> str:
    """Days, ages and lengths of time, most of them wrong."""
    year = 1950 + n % 70
    return (
        f"On Monday {n % 28 + 1} March {year}, {FIRST[n % 8]} {name(n)}, {n % 60 + 20}, born in {year - 30}, left "
        f"after {n % 9 + 2} years, from {year - 10} to {year}.\n\n"
    )


def small_list(n: int) -> str:
    """A list of its own under a heading that is no place, whose figures do not fit."""
    rows = (f"{FIRST[k]} {name(k)} ({PARTIES[k]}) {votes(n + k):,} ({votes(n + k) % 50 + 1}.{k}%)" for k in range(4))
    return f"Qux{n}\n\n" + "\n".join(rows) + f"\n\nMajority {votes(n) % 3000}\nTurnout {n % 60 + 20}%\n\n"


def held(n: int) -> str:
    """A list of parties below somebody of no party that is told: whose seat it is has to be settled."""
    rows = "\n".join(f"{party} {votes(n + k):,}" for k, party in enumerate(PARTIES))
    return f"{name(n + 90)}\n\n{FIRST[n % 8]} {name(n)} holds on.\n{rows}\nMajority {votes(n) % 3000}\n\n"


@pytest.mark.parametrize("kind", [same_race, people, one_list, dates, small_list, held])
def test_ten_times_as_much_takes_at_most_twelve_times_the_calls(kind: Callable[[int], str]) -> None:
    some, many = ("".join(map(kind, range(count))) for count in (FEW, FEW * TIMES))
    checker = engine()
    checker.check(Document("article", many))  # what a first check loads is not counted
    assert calls(lambda: checker.check(Document("article", many))) <= AT_MOST * calls(
        lambda: checker.check(Document("article", some))
    )


def test_a_number_with_many_points_is_read_once() -> None:
    """Once looked through from each of its points: minutes for this one."""
    assert len(engine().check(Document("article", "1." * 50_000)).figures) < FEW


def test_of_too_many_values_for_one_fact_none_is_compared_and_the_ledger_says_so() -> None:
    text = "".join(f"Ann Lee won Thornbury with {votes(n):,} votes.\n\n" for n in range(40))
    report = engine().check(Document("article", text))
    unclear = [f.text for f in report.figures if f.why.startswith("several values for one fact") and not f.rules]
    assert len(unclear) > 30  # by chance a few add up
