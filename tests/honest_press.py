# ruff: noqa: E501  (a paragraph of an article is one line)
"""More reports of British results, in print and on the web, for tests/honest.py. One function, one manner."""

from __future__ import annotations

from honest import Page, Template
from honest_lists import exact
from honest_uk import own


def times_style(p: Page) -> str:
    """A results page: initials of parties, a majority with its party."""
    race, short = p.race, {"Conservative": "C", "Liberal Democrat": "LD", "Reform UK": "Reform"}
    listed = "\n".join(f"{c.full} ({short.get(c.party, c.short)}) {exact(p, c)}" for c in race.candidates)
    return f"""{race.name.upper()}

{p.dateline()}

{race.candidates[0].short} {race.outcome or "win"}

{listed}

{race.candidates[0].short} maj: {p.n(race.majority)}
"""


def live_blog(p: Page) -> str:
    """Entries with clock times, two seats."""
    told = []
    for race, time in zip((p.race, *p.others[:1]), ("2.47am", "3.15am"), strict=True):
        w, r = race.candidates[:2]
        told.append(
            f"{time}: {race.name} declares. {w.full} ({w.kind}) {p.n(w.votes)}, {r.full} ({r.kind}) {p.n(r.votes)}. "
            f"{p.pick('Majority', 'The majority is', 'A majority of')} {p.n(race.majority)}."
        )
    return f"""General election 2024 live: the results as they come in

{p.dateline()}

{chr(10).join(reversed(told))}
"""


def semicolons(p: Page) -> str:
    """Three people in one long sentence with whilst and while."""
    race, (w, r, t) = p.race, p.race.candidates[:3]
    return f"""{p.dateline()}

{w.full} polled {p.n(w.votes)} votes in {race.name}, {p.pick("while", "whilst")} {r.full} of {r.side} took {exact(p, r)}; {t.full} of {t.side} was third with {t.votes:,}. {race.last(w)}'s majority is {p.n(race.majority)}.
""".replace(" of no party", "")


def ahead_of(p: Page) -> str:
    """Votes, then so many ahead of the second."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{p.dateline()}

The new MP for {race.name} is {w.full}, who {p.pick("won", "secured", "took")} {p.n(w.votes)} votes, {p.n(race.majority)} ahead of {r.full} ({r.kind}), who {p.pick("won", "had", "took")} {p.n(r.votes)}.
"""


def dashes(p: Page) -> str:
    """The majority between dashes, the second behind the winner."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{p.dateline()}

The people of {race.name} have chosen {w.full} ({w.kind}) as their MP with {p.n(w.votes)} votes - a majority of {p.n(race.majority)} - ahead of {r.full} ({r.kind}), on {p.n(r.votes)}.
"""


def incumbent(p: Page) -> str:
    """A sitting member in a long report with other figures that are nobody's votes."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if race.outcome != "hold":
        return ""
    return f"""{w.last} hangs on in {race.name}

{p.dateline()}

After 14 years and three leaders, {w.side} can still count on {race.name}. Some 120 counters worked from 10pm and 35 boxes were opened before midnight.

{w.full} was re-elected with {p.n(w.votes)} votes, ahead of {r.full} of {r.side} on {p.n(r.votes)}. Some 200 supporters heard that {own(w)} majority was {p.n(race.majority)}.
""".replace(" of no party", "").replace("no party can", "the town can")


def surname_list(p: Page) -> str:
    """Initials and surnames, short parties, run on with commas; the majority in brackets."""
    race = p.race
    listed = ", ".join(f"{c.first[:1]} {c.last} ({c.short}) {exact(p, c)}" for c in race.candidates[:5])
    return f"""{p.dateline()}

{race.name}: {listed}. {race.candidates[0].short} majority {p.n(race.majority)}.
"""


def tab_table(p: Page) -> str:
    """A table with tabs, pasted from a sheet, its last row the total."""
    race, places = p.race, 1
    slack = race.valid * 0.02 / 10**places
    rows = "\n".join(
        f"{c.full}\t{c.party}\t{p.n(c.votes, slack)}\t{p.percent(c.share, places)}%" for c in race.candidates
    )
    return f"""{race.name} general election result

{p.dateline()}

Candidate\tParty\tVotes\tShare
{rows}
Total\t\t{p.n(race.valid)}\t
"""


def points_and_votes(p: Page) -> str:
    """The majority in votes and in points, and the share of the winner."""
    race, (w, r), places = p.race, p.race.candidates[:2], p.dice.choice((1, 2))
    return f"""{p.dateline()}

{w.full} won {race.name} with {p.percent(w.share, places, 3.0 / 10**places)}% of the vote, a majority of {p.n(race.majority)} over {r.full} of {r.side}.

{race.last(r)} had {p.percent(r.share, places, 3.0 / 10**places)}%. The total number of votes cast was {race.valid:,}.
""".replace(" of no party", "")


def bullet_points(p: Page) -> str:
    """Markdown, bullets and bold type."""
    race, places = p.race, 1
    slack = race.valid * 0.02 / 10**places
    rows = "\n".join(
        f"* **{c.full}** ({c.kind}) - {p.n(c.votes, slack)} votes, {p.percent(c.share, places)}%"
        for c in race.candidates
    )
    return f"""---
title: How {race.name} voted
date: 2024-07-05
---

## {race.name}

{rows}

**Majority:** {p.n(race.majority)}
"""


def lost_to(p: Page) -> str:
    """Told by the loser, with a hedged majority of before."""
    race, (w, r, t) = p.race, p.race.candidates[:3]
    return f"""{p.dateline()}

{r.full} ({r.kind}) lost to {w.full} ({w.kind}) in {race.name}. {race.last(w)} won {p.n(w.votes)} votes to {race.last(r)}'s {p.n(r.votes)}, and {t.full} came third with {t.votes:,}. The margin was {p.n(race.majority)} votes.
"""


def rival_first(p: Page) -> str:
    """With so many votes, the winner saw off the second, who ..."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{p.dateline()}

With {p.n(w.votes)} votes, {w.full} {p.pick("saw off", "beat", "defeated")} {r.kind} candidate {r.full} in {race.name}. {race.last(r)} finished with {p.n(r.votes)} votes, leaving {w.side} with a majority of {p.n(race.majority)}.
""".replace("leaving no party with", "and there is").replace("independent candidate", "the independent")


TEMPLATES: tuple[Template, ...] = (
    times_style, live_blog, semicolons, ahead_of, dashes, incumbent, surname_list, tab_table, points_and_votes, bullet_points, lost_to, rival_first,
)  # fmt: skip
