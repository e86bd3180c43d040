# ruff: noqa: E501  (a paragraph of an article is one line)
"""Reports of British results in the manners of different papers, for tests/honest.py. One function, one manner."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from honest import Page, Template
from honest_races import Candidate, Race

from factcheck.shipped import shipped


@cache
def _sexes() -> dict[str, str]:
    lines = (shipped("rules") / "names" / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and line[0] != "#")


def pronoun(who: Candidate) -> str:
    """ "he" or "she", or "" where the first name does not tell."""
    return {"m": "he", "f": "she"}.get(_sexes().get(who.first.split(" ")[0], ""), "")


def own(who: Candidate) -> str:
    return {"he": "his", "she": "her"}.get(pronoun(who), "the")


def evening(p: Page) -> str:
    """Winner, votes and majority in one sentence."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{race.name}: {w.kind} {p.pick("win", "victory", "success")}

{p.dateline()}

{w.full} has won {race.name} for {w.side} with {p.n(w.votes)} votes, a majority of {p.n(race.majority)} over {r.full} ({r.kind}), who {p.pick("polled", "received", "took")} {p.n(r.votes)}.

The result was declared at the leisure centre shortly after 4am.
"""


def beat_by(p: Page) -> str:
    """Beat by, then the votes of both in the next sentence."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{p.dateline()}

{w.full} ({w.kind}) {p.pick("beat", "defeated")} {r.full} ({r.kind}) by {p.n(race.majority)} votes in {race.name}.

{race.last(w)} {p.pick("polled", "secured", "received")} {p.n(w.votes)} votes, against {p.n(r.votes)} for {race.last(r)}.
"""


def hedged_majority(p: Page) -> str:
    """A hedged majority and exact votes."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{p.dateline()}

{w.side[0].upper() + w.side[1:]} took {race.name} with a majority of {p.hedged(race.majority)} votes.

{w.full} won {w.votes:,} votes, with {r.full} ({r.kind}) second on {r.votes:,}.
""".replace("No party took", f"{w.full} took")


def both_shares(p: Page) -> str:
    """Votes with shares, and the votes cast."""
    race, (w, r), places = p.race, p.race.candidates[:2], p.dice.choice((0, 1, 2))
    sign = p.pick("%", " per cent", " percent")
    slack = race.valid * 0.02 / 10**places
    return f"""{p.dateline()}

{w.full} won {race.name} for {w.side} with {p.n(w.votes, slack)} votes ({p.percent(w.share, places)}{sign}). {r.full} ({r.kind}) came second with {p.n(r.votes, slack)} votes ({p.percent(r.share, places)}{sign}).

In all, {p.n(race.valid, race.valid * 2.0 / 10**places / float(w.share))} votes were cast.
"""


def shares_and_majority(p: Page) -> str:
    """Shares of the vote in the running text, and the majority in votes and points."""
    race, (w, r), places = p.race, p.race.candidates[:2], p.dice.choice((1, 2))
    points = p.percent(w.share - r.share, places, 3.0 / 10**places)
    return f"""{p.dateline()}

In {race.name}, {w.full} of {w.side} took {p.percent(w.share, places, 3.0 / 10**places)}% of the vote to {p.percent(r.share, places, 3.0 / 10**places)}% for {r.full} of {r.side}, a majority of {points} percentage points.
""".replace(" of no party", "")


def turnout(p: Page) -> str:
    """Turnout with or without the rejected papers."""
    race, w, with_rejected = p.race, p.race.candidates[0], p.dice.random() < 0.5
    cast = race.valid + (race.rejected if with_rejected else 0)
    rate, places = p.dice.choice(((100 * cast, 1), (100 * cast, 2), (100 * cast, 0)))
    slack = 2 / 10**places + 0.5  # a paper may count the rejected papers or not
    percent = Fraction(rate, race.electorate)
    rejected = f" {race.rejected} papers were rejected." if with_rejected else ""
    return f"""{p.dateline()}

{w.full} {p.pick("is the new MP for", "has been elected MP for", "won")} {race.name}.

A total of {p.n(cast, slack / 100 * race.electorate)} votes were cast.{rejected} The electorate was {p.n(race.electorate, slack * race.electorate / float(percent))}, and turnout was {p.percent(percent, places, slack)}%.
"""


def down_from(p: Page) -> str:
    """The majority of the last time, of now, and the change."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if not race.before or race.outcome != "hold" or race.before == race.majority:
        return ""
    change = race.majority - race.before
    way, noun = ("down", "fall") if change < 0 else ("up", "rise")
    return f"""{p.dateline()}

{w.full} held {race.name} for {w.side}, beating {r.full} of {r.side}. The majority is {way} from {p.n(race.before)} in 2019 to {p.n(race.majority)}, a {noun} of {p.n(abs(change))}.

{race.last(w)} polled {w.votes:,} votes and {race.last(r)} {r.votes:,}.
""".replace(" of no party", "").replace("for no party", "again")


def cut_to(p: Page) -> str:
    """The majority was cut or grew, in the sentence after the votes."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if not race.before or race.outcome != "hold" or race.before == race.majority:
        return ""
    verb = "was cut" if race.majority < race.before else "grew"
    return f"""{race.name} stays with {w.side}

{p.dateline()}

{w.full} retained the seat with {p.n(w.votes)} votes, ahead of {r.full} ({r.kind}) on {p.n(r.votes)}.

The majority {verb} to {p.n(race.majority)} from {race.before:,} in 2019.
""".replace("stays with no party", "result")


def round_up(p: Page) -> str:
    """Three seats in one paragraph."""
    races = (p.race, *p.others[:2])
    forms = ("{0} won {1} for {2} by {3} votes, with {4} to {5}'s {6}.",
             "In {1}, {0} ({7}) beat {5} ({8}) by {3} votes, {4} to {6}.",
             "{7} candidate {0} took {1} with {4} votes, {3} more than {5} of {9} on {6}.")  # fmt: skip
    told = " ".join(_told(p, race, form) for race, form in zip(races, p.dice.sample(forms, 3), strict=True))
    return (
        f"""{p.dateline()}

Three more seats have declared. {told}
""".replace("for no party", "as an independent")
        .replace(" of no party", "")
        .replace("Speaker candidate", "Speaker")
    )


def _told(p: Page, race: Race, form: str) -> str:
    w, r = race.candidates[:2]
    counts = (p.n(race.majority), p.n(w.votes), p.n(r.votes))
    kind = w.kind[0].upper() + w.kind[1:]
    told = (w.full, race.name, w.side, counts[0], counts[1], r.full, counts[2], kind, r.kind, r.side)
    return form.format(*told)


def pronouns(p: Page) -> str:
    """The name in the first sentence, he or she in the second."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if not pronoun(w):
        return ""
    return f"""{p.dateline()}

{w.full} has been elected as the MP for {race.name}. {pronoun(w).title()} {p.pick("won", "received", "took")} {p.n(w.votes)} votes, and {own(w)} majority is {p.n(race.majority)}.

{r.full}, for {r.side}, was second on {p.n(r.votes)}.
""".replace(", for no party,", "")


def places(p: Page) -> str:
    """Second on, third on."""
    race, (w, r, t) = p.race, p.race.candidates[:3]
    return f"""{p.dateline()}

{w.full} won in {race.name}, where {p.n(w.votes)} votes gave {w.side} a majority of {p.n(race.majority)}. {r.kind} candidate {r.full} came second on {p.n(r.votes)}, with {t.full} ({t.kind}) third on {t.votes:,}.
""".replace("gave no party", "gave").replace("independent candidate", "Independent candidate")


def ousted(p: Page) -> str:
    """A gain, told from the loser's side too."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if race.outcome != "gain" or r.party != race.held_by:
        return ""
    return f"""{race.name}: {r.kind} seat falls

{p.dateline()}

{r.full} lost {race.name} to {w.kind} candidate {w.full} by {p.n(race.majority)} votes. {race.last(w)} had {p.n(w.votes)} and {race.last(r)} {p.n(r.votes)}.
"""


def headline(p: Page) -> str:
    """The majority in the headline, the votes in the body."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{w.kind[0].upper() + w.kind[1:]} win in {race.name} with {p.n(race.majority)} majority

{p.dateline()}

Counting went on until dawn at the sports hall.

{w.full} {p.pick("took", "polled", "won")} {p.n(w.votes)} votes and {r.full} ({r.kind}) {p.n(r.votes)}.
"""


def third_place(p: Page) -> str:
    """How far the second finished in front of the third."""
    race, (w, r, t) = p.race, p.race.candidates[:3]
    if race.last(r) == race.last(t):
        return ""
    return f"""{p.dateline()}

{w.full} won {race.name} comfortably. Behind, {r.full} ({r.kind}) finished {p.n(r.votes - t.votes)} votes ahead of {t.full} ({t.kind}): {race.last(r)} had {p.n(r.votes)} votes and {race.last(t)} {p.n(t.votes)}.
"""


def gap_second_third(p: Page) -> str:
    """The gap between second and third."""
    race, (w, r, t) = p.race, p.race.candidates[:3]
    return f"""{p.dateline()}

{w.full} has won {race.name} with {w.votes:,} votes.

{p.pick("Only", "Just", "Some")} {p.n(r.votes - t.votes)} votes separated second and third: {r.full} ({r.kind}) came second with {p.n(r.votes)} and {t.full} ({t.kind}) third with {p.n(t.votes)}.
""".replace("Some", "A total of")


def parties_only(p: Page) -> str:
    """The parties alone, no names."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if {w.party, r.party} & {"Independent", "Speaker"}:
        return ""
    verb = "have" if w.side.startswith("the ") and w.side.endswith("s") else "has"
    return f"""{p.dateline()}

{w.side[0].upper() + w.side[1:]} {verb} won {race.name} with {p.n(w.votes)} votes to {p.n(r.votes)} for {r.side}. The majority of {p.n(race.majority)} was announced just before 5am.
"""


def narrow(p: Page) -> str:
    """Both figures and the margin in one breath."""
    race, (w, r) = p.race, p.race.candidates[:2]
    return f"""{p.dateline()}

It was {w.full}'s night in {race.name}: {p.n(w.votes)} votes for {race.last(w)}, {p.n(r.votes)} for {r.kind} candidate {r.full}, and a margin of {p.n(race.majority)}.
"""


def overturned(p: Page) -> str:
    """An earlier majority, overturned; the new one beside it."""
    race, (w, r) = p.race, p.race.candidates[:2]
    if not race.before or race.outcome != "gain":
        return ""
    held = {"Labour": "Labour", "Conservative": "Conservative"}.get(race.held_by, "")
    if not held:
        return ""
    return f"""{p.dateline()}

{w.full} overturned a {held} majority of {race.before:,} to win {race.name}. {race.last(w)} polled {p.n(w.votes)} votes, {p.n(race.majority)} more than {r.full} ({r.kind}), who had {p.n(r.votes)}.
"""


TEMPLATES: tuple[Template, ...] = (
    evening, beat_by, hedged_majority, both_shares, shares_and_majority, turnout, down_from, cut_to, round_up, pronouns, places, ousted, headline, third_place,
    gap_second_third, parties_only, narrow, overturned,
)  # fmt: skip
