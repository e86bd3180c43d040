# ruff: noqa: E501  (a paragraph of an article is one line)
"""Reports of American results by state, for tests/honest.py. One function, one manner."""

from __future__ import annotations

from honest import Page, Template


def wire(p: Page) -> str:
    """A news agency's report."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""Nov. 4, 2020

{w.full} won {race.name} in the presidential election with {p.n(w.votes)} votes to {r.full}'s {p.n(r.votes)}, a margin of {p.n(race.majority)} votes.
"""


def points(p: Page) -> str:
    """Shares, and the margin in points."""
    race, (w, r), places = p.race, p.race.candidates[:2], p.dice.choice((1, 2))
    slack = 3.0 / 10**places
    margin = p.percent(w.share - r.share, places, slack)
    return f"""November 5, 2020

{w.full} carried {race.name}, taking {p.percent(w.share, places, slack)}% of the vote to {p.percent(r.share, places, slack)}% for {r.full}, a margin of {margin} percentage points.
"""


def shares(p: Page) -> str:
    """Votes with shares, and the total."""
    race, (w, r), places = p.race, p.race.candidates[:2], p.dice.choice((1, 2))
    slack = race.valid * 0.02 / 10**places
    return f"""November 5, 2020

{race.name}, 2020 presidential election

{w.full} ({w.party}): {p.n(w.votes, slack)} ({p.percent(w.share, places)}%)
{r.full} ({r.party}): {p.n(r.votes, slack)} ({p.percent(r.share, places)}%)
Total votes: {p.n(race.valid, race.valid * 2.0 / 10**places / float(w.share))}
"""


def states(p: Page) -> str:
    """Three states in one paragraph."""
    told = []
    for race in (p.race, *p.others[:2]):
        w, r = race.candidates[:2]
        told.append(
            f"In {race.name}, {w.last} beat {r.last} by {p.n(race.majority)} votes, {p.n(w.votes)} to {p.n(r.votes)}."
        )
    return f"""November 5, 2020

Joe Biden and Donald Trump split three more states in the 2020 presidential election. {" ".join(told)}
"""


def hedged_margin(p: Page) -> str:
    """A hedged margin and exact votes."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""November 5, 2020

{w.party} {w.full} won {race.name} in the 2020 presidential election by {p.hedged(race.majority)} votes. {w.last} received {w.votes:,} votes and {r.last} {r.votes:,}.
"""


TEMPLATES: tuple[Template, ...] = (wire, points, shares, states, hedged_margin)
