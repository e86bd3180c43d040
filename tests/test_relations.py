"""The relations of every desk as properties: true values, honestly rounded, give no error; one off gives one.

Each kind draws true values, words them as the press does, and tells which figure to change and how far is too far.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

import pytest
from articles import check

DRAWS = 25
TOWNS = ["Leeds", "York", "Hull", "Derby", "Luton", "Bath", "Wells", "Truro", "Ripon", "Salford"]


class Drawn(NamedTuple):
    """A text that is true, and the same with one figure off: the words that are wrong there."""

    honest: str
    slipped: str
    wrong: str


def drawn(text: str, right: str, wrong: str) -> Drawn:
    """A text with its figure at ``{}``."""
    return Drawn(text.format(right), text.format(wrong), wrong)


def behind(rng: random.Random) -> Drawn:
    a, d = rng.randint(120, 380), rng.randint(11, 99)
    text = rng.choice(
        [f"York were all out for {a}, {d} behind Hull’s {{}}.", f"Ann had {a} goals, {d} short of Lee’s {{}}."]
    )
    return drawn(text, str(a + d), str(a + d + rng.randint(1, 9)))


def ranking(rng: random.Random) -> Drawn:
    a, b, c = sorted(rng.sample(range(120, 999), 3), reverse=True)
    text = f"Leeds had the highest number of cases, with {{}}, followed by York on {b} and Hull on {c}."
    return drawn(text, str(a), str(b - 1))


def broken_record(rng: random.Random) -> Drawn:
    old, new = sorted(rng.sample(range(2101, 9899), 2))
    return drawn(f"Sales reached {{}}, beating the previous record of {old:,}.", f"{new:,}", f"{old - 1:,}")


def hundred(rng: random.Random) -> Drawn:
    yes, no, other = (rng.uniform(10, 60) for _ in range(3))
    total = yes + no + other
    shares = [round(100 * x / total) for x in (yes, no, other)]
    text = f"Asked about it, {shares[0]}% said yes, {{}} said no and {shares[2]}% did not know."
    return drawn(text, f"{shares[1]}%", f"{shares[1] + rng.choice([-7, -6, 6, 7])}%")


def few_people(rng: random.Random) -> Drawn:
    heads = rng.randint(5, 40)
    part = rng.randint(1, heads - 1)
    true = round(100 * part / heads)
    wrong = [p for p in range(1, 100) if all(abs(p - 100 * k / heads) > 1.01 for k in range(heads + 1))]
    text = f"The plan was backed by {{}}% of the {heads} councillors."
    return drawn(text, str(true), str(rng.choice(wrong) if wrong else true))


def lines(rng: random.Random) -> Drawn:
    names = rng.sample(TOWNS, rng.randint(4, 9))
    listed = "\n".join(f"{rng.choice(['•'])} {name}" for name in names)
    words = "zero one two three four five six seven eight nine ten".split()
    right, wrong = words[len(names)], words[len(names) + rng.choice([-1, 1])]
    return drawn(f"The rain cut off {{}} towns on Monday:\n{listed}\n\nIt rained all night.", right, wrong)


def table(rng: random.Random) -> Drawn:
    rows = [(name, rng.randint(100, 999), rng.randint(100, 999)) for name in TOWNS[:4]]
    body = "\n".join(f"{n} | {a} | {b} | {a + b:,}" for n, a, b in rows[:-1])
    name, a, b = rows[-1]
    text = f"Town | 2019 | 2020 | Total\n{body}\n{name} | {a} | {b} | {{}}"
    return drawn(text, f"{a + b:,}", f"{a + b + rng.choice([-10, 10, 100]):,}")


def last_row(rng: random.Random) -> Drawn:
    rows = [(name, rng.randint(100, 999)) for name in TOWNS[:4]]
    total = sum(n for _, n in rows)
    body = "\n".join(f"{name} | {n}" for name, n in rows)
    return drawn(f"Town | Cases\n{body}\nTotal | {{}}", f"{total:,}", f"{total + rng.choice([-20, 9, 90]):,}")


def rate(rng: random.Random) -> Drawn:
    people, events = rng.randint(11, 99) * 10_000 + rng.randint(1, 9999), rng.randint(101, 989)
    per = 100_000 * events / people
    text = f"The city of {people:,} people had {events} cases last year, or {{}} per 100,000."
    return drawn(text, f"{per:.1f}", f"{per * rng.choice([0.9, 1.1, 1.2]):.1f}")


def of_a_share(rng: random.Random) -> Drawn:
    p, q = rng.randint(21, 79), rng.randint(21, 79)
    wanted = p * q / 100
    return drawn(
        f"Of the {p}% who smoke, {q}% want to stop, or {{}}% of all adults.", f"{wanted:.0f}", f"{wanted * 1.5 + 1:.0f}"
    )


def ratio(rng: random.Random) -> Drawn:
    few, times = rng.randint(101, 489), rng.randint(2, 6)
    words = "zero one two three four five six seven eight".split()
    many = round(few * rng.uniform(times - 0.45, times + 0.45))
    text = f"Men outnumber women by {{}} to one, with {many:,} men and {few} women."
    return drawn(text, words[times], words[times + 2])


def exchange(rng: random.Random) -> Drawn:
    sum_, rate_ = rng.randint(111, 989) / 10, rng.randint(105, 189) / 100
    text = f"The deal is worth £{sum_:.1f}m (${{}}m). The rate is £1 = ${rate_:.2f}."
    return drawn(text, f"{sum_ * rate_:.1f}", f"{sum_ * rate_ * 1.1:.1f}")


def price(rng: random.Random) -> Drawn:
    number, each = rng.randint(101, 989), rng.randint(105, 989)
    total = number * each
    return drawn(
        f"They bought {number} shares at {{}} a share, a total of £{total / 100:,.2f}.",
        f"£{each / 100:.2f}",
        f"£{each / 100 * 1.1:.2f}",
    )


def remainder(rng: random.Random) -> Drawn:
    whole = rng.randint(101, 480)
    part = rng.randint(20, whole // 2)
    text = f"Of the {whole} people in hospital, {part} were in a critical condition. The remaining {{}} went home."
    return drawn(text, str(whole - part), str(whole - part + rng.choice([-10, 1, 10])))


def people_by_commas(rng: random.Random) -> Drawn:
    crew, passengers = rng.randint(5, 19), rng.randint(101, 380)
    text = f"The {crew + passengers} people, {passengers} passengers and {{}} crew, were on board."
    return drawn(text, str(crew), str(crew + rng.choice([1, 2, 10])))


def fraction(rng: random.Random) -> Drawn:
    parts = rng.randint(3, 9)
    share = 100 / parts
    words = "zero one two three four five six seven eight nine".split()
    return drawn(f"One in {words[parts]} ({{}}%) of those asked had heard of it.", f"{share:.0f}", f"{share * 1.5:.0f}")


def compared(rng: random.Random) -> Drawn:
    before, now = sorted(rng.sample(range(1101, 9899), 2))
    ratio = 100 * (now - before) / before
    text = f"The count was {now:,}, compared with {before:,} in 2011, an increase of {now - before:,} or {{}} per cent."
    return drawn(text, f"{ratio:.1f}", f"{ratio * 1.2 + 1:.1f}")


def margin(rng: random.Random) -> Drawn:
    revenue, profit = rng.randint(201, 989), rng.randint(21, 99)
    share = 100 * profit / revenue
    text = f"Revenue was £{revenue}m and operating profit £{profit}m. That is an operating margin of {{}}%."
    return drawn(text, f"{share:.1f}", f"{share * 1.2 + 1:.1f}")


def halves(rng: random.Random) -> Drawn:
    first, second = rng.randint(101, 489), rng.randint(101, 489)
    text = (
        f"First-half revenue was £{first}m and second-half revenue £{{}}m. Revenue for the year was £{first + second}m."
    )
    return drawn(text, str(second), str(second + rng.choice([-11, 11, 25])))


def dividend(rng: random.Random) -> Drawn:
    interim, final = rng.randint(11, 89) / 10, rng.randint(91, 189) / 10
    text = f"A final dividend of {final:.1f}p tops an interim dividend of {interim:.1f}p, a total dividend of {{}}p."
    return drawn(text, f"{interim + final:.1f}", f"{interim + final + 1:.1f}")


def aboard(rng: random.Random) -> Drawn:
    dead, saved = rng.randint(11, 89), rng.randint(11, 89)
    text = f"It was carrying {{}} people. The bodies of {dead} people were found. A trawler rescued {saved} people."
    return drawn(text, str(dead + saved + rng.randint(0, 9)), str(dead + saved - rng.randint(2, 9)))


KINDS: list[Callable[[random.Random], Drawn]] = [
    behind, ranking, broken_record, hundred, few_people, lines, table, last_row, rate, of_a_share, ratio,
    exchange, price, remainder, people_by_commas, fraction, compared, margin, halves, dividend, aboard,
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_true_is_let_pass_and_one_figure_off_is_told(kind: Callable[[random.Random], Drawn]) -> None:
    for seed in range(DRAWS):
        one = kind(random.Random(f"{kind.__name__}/{seed}"))
        told = [f for f in check(one.honest).findings if f.severity != "note"]
        assert not told, f"{one.honest}\n{told[0].rule}: {told[0].message}"
        if one.slipped != one.honest:
            found = [f for f in check(one.slipped).findings if f.severity != "note"]
            cited = [figure.text for f in found for figure in f.figures]
            assert any(one.wrong in text for text in cited), f"{one.slipped}\n{cited}"
