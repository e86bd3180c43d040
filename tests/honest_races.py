"""The races of the shipped reference tables, as the makers of honest articles need them (see honest.py)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

UK = "uk-general-election-2024"
US = "us-president-2020-by-state"
TABLES = Path(__file__).parent.parent / "fixtures" / "reference"

# party -> as a side ("the SNP"), as a description before a name ("SNP candidate"), short
PARTIES = {
    "Labour and Co-operative": ("Labour", "Labour", "Lab"),
    "Labour": ("Labour", "Labour", "Lab"),
    "Conservative": ("the Conservatives", "Conservative", "Con"),
    "Liberal Democrat": ("the Liberal Democrats", "Liberal Democrat", "LD"),
    "Green": ("the Greens", "Green", "Green"),
    "Scottish Green Party": ("the Scottish Greens", "Scottish Green", "Green"),
    "Scottish National Party": ("the SNP", "SNP", "SNP"),
    "Democratic Unionist Party": ("the DUP", "DUP", "DUP"),
    "Ulster Unionist Party": ("the UUP", "UUP", "UUP"),
    "Social Democratic and Labour Party": ("the SDLP", "SDLP", "SDLP"),
    "Traditional Unionist Voice": ("the TUV", "TUV", "TUV"),
    "Alliance": ("Alliance", "Alliance", "Alliance"),
    "Independent": ("no party", "independent", "Ind"),
    "Speaker": ("no party", "outgoing Speaker", "Speaker"),
}


@dataclass(frozen=True)
class Candidate:
    """Somebody who stood, with the votes and the share (percentage, exact)."""

    first: str
    last: str
    party: str
    votes: int
    share: Fraction

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}".strip()

    @property
    def side(self) -> str:
        """The party as a side: "the Greens"."""
        return PARTIES.get(self.party, (self.party,))[0]

    @property
    def kind(self) -> str:
        """The party before a name: "Green"."""
        return PARTIES.get(self.party, ("", self.party))[1]

    @property
    def short(self) -> str:
        """The party as lists shorten it."""
        return PARTIES.get(self.party, ("", "", self.party))[2]


@dataclass(frozen=True)
class Race:
    """One race of a table. ``before`` is the majority of the last time, where the race has kept its name; else 0."""

    name: str
    candidates: tuple[Candidate, ...]
    valid: int
    electorate: int = 0
    rejected: int = 0
    outcome: str = ""
    held_by: str = ""
    before: int = 0

    @property
    def majority(self) -> int:
        return self.candidates[0].votes - self.candidates[1].votes

    def last(self, who: Candidate) -> str:
        """The surname, or the full name where somebody else in the race has the surname too."""
        return who.full if sum(c.last == who.last for c in self.candidates) > 1 else who.last


def _rows(table: str, file: str) -> list[dict[str, str]]:
    with (TABLES / table / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def uk() -> tuple[Race, ...]:
    """The 650 seats of 2024."""
    past = {row["Constituency"]: int(row["Majority"]) for row in _rows(UK, "previous_constituencies.csv")}
    standing: dict[str, list[Candidate]] = {}
    rows = _rows(UK, "constituencies.csv")
    valid = {row["Constituency"]: int(row["Valid votes"]) for row in rows}
    for row in _rows(UK, "candidates.csv"):
        votes = int(row["Votes"])
        share = Fraction(100 * votes, valid[row["Constituency"]])
        candidate = Candidate(row["First name"], row["Surname"], row["Party"], votes, share)
        standing.setdefault(row["Constituency"], []).append(candidate)
    return tuple(_seat(row, standing[row["Constituency"]], past) for row in rows)


def _seat(row: dict[str, str], candidates: list[Candidate], past: dict[str, int]) -> Race:
    name = row["Constituency"]
    ranked = tuple(sorted(candidates, key=lambda c: -c.votes))
    valid, electorate, rejected = (int(row[column]) for column in ("Valid votes", "Electorate", "Rejected votes"))
    before = past.get(name, 0) if row["Name in 2019"] == "same" else 0
    return Race(name, ranked, valid, electorate, rejected, row["Outcome"], row["Held by"], before)


@cache
def us() -> tuple[Race, ...]:
    """The 50 states and the District of Columbia in 2020."""
    made = []
    for row in _rows(US, "us2020_president_by_state.csv"):
        total = int(row["total_votes"])
        two = [("Joe", "Biden", "Democrat", int(row["biden"])), ("Donald", "Trump", "Republican", int(row["trump"]))]
        ranked = sorted((Candidate(*who, Fraction(100 * who[3], total)) for who in two), key=lambda c: -c.votes)
        made.append(Race(row["state"].replace(" Of ", " of "), tuple(ranked), total))
    return tuple(made)
