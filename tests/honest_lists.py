"""Results as lists and tables, for tests/honest.py. One function, one manner."""

from __future__ import annotations

from fractions import Fraction

from honest import Page, Template
from honest_races import Candidate


def list_brackets(p: Page) -> str:
    """Everybody, one a line, party and share in brackets."""
    race, places = p.race, p.dice.choice((1, 2))
    slack = race.valid * 0.02 / 10**places
    sep = p.pick(" ", ": ", " - ")
    rows = [f"{c.full} ({c.kind}){sep}{p.n(c.votes, slack)} ({p.percent(c.share, places)}%)" for c in race.candidates]
    listed = "\n".join(rows)
    return f"""{race.name}

{p.dateline()}

{race.candidates[0].full} {p.pick("wins", "has won")} {race.name}. The full result:

{listed}

Majority: {p.n(race.majority)}
Valid votes: {p.n(race.valid)}
"""


def list_plain(p: Page) -> str:
    """Everybody, one a line, no brackets, capitals for surnames; a majority below."""
    race = p.race
    ranked = race.candidates if p.dice.random() < 0.5 else tuple(sorted(race.candidates, key=lambda c: c.last))
    listed = "\n".join(f"{c.first} {c.last.upper()}, {c.kind}, {exact(p, c)}".strip() for c in ranked)
    return f"""{p.dateline()}

Result for {race.name}:

{listed}

Majority {p.n(race.majority)}
"""


def exact(p: Page, c: Candidate) -> str:
    """Votes of the first two close the majority; the others' stand by themselves."""
    if c not in p.race.candidates[:2]:
        return f"{c.votes:,}"
    third = p.race.candidates[2].votes  # below it, another would be second, and the figures of the finding that one's
    return p.mark(f"{c.votes:,}", lambda other: other in (c.votes, min(other, third)))


def list_run_on(p: Page) -> str:
    """Everybody in one line, the short party in brackets."""
    race, sep = p.race, p.pick("; ", ", ")
    listed = sep.join(f"{c.full} ({c.short}) {exact(p, c)}" for c in race.candidates)
    return f"""{p.dateline()}

{race.name.upper()}: {listed}. {p.pick("Majority", "Maj", "Majority:")} {p.n(race.majority)}.
"""


def label_rows(p: Page) -> str:
    """Party rows and label rows, as a broadcaster's page has them."""
    race, places = p.race, 1
    parties = [c.party for c in race.candidates]
    if len(set(parties)) < len(parties) or "Speaker" in parties:
        return ""
    slack = race.valid * 0.02 / 10**places
    rate, loose = Fraction(100 * race.valid, race.electorate), 0.7  # points: with rejected papers or without
    rows = "\n".join(f"{c.party}: {p.n(c.votes, slack)} votes, {p.percent(c.share, places)}%" for c in race.candidates)
    return f"""{race.name} - general election 2024 result

{rows}

Majority: {p.n(race.majority)}
Turnout: {p.percent(rate, places, loose)}%
Votes cast: {p.n(race.valid, race.electorate * loose / 100)}
Electorate: {p.n(race.electorate, race.electorate * loose / float(rate))}
"""


def pipe_table(p: Page) -> str:
    """A Markdown table with votes and shares."""
    race, places = p.race, p.dice.choice((1, 2))
    slack = race.valid * 0.02 / 10**places
    rows = "\n".join(
        f"| {c.full} | {c.party} | {p.n(c.votes, slack)} | {p.percent(c.share, places)} |" for c in race.candidates
    )
    return f"""---
title: {race.name}, the result
date: 2024-07-05
---

{race.candidates[0].full} has won {race.name} with a majority of {p.n(race.majority)}.

| Candidate | Party | Votes | % |
|---|---|---|---|
{rows}
"""


TEMPLATES: tuple[Template, ...] = (list_brackets, list_plain, list_run_on, label_rows, pipe_table)
