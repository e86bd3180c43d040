"""A rule's formula as an editor reads it in a report."""

from __future__ import annotations

import pytest

from factcheck.formula.spoken import spoken


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (
            "race.majority == race.winner.votes - race.runner_up.votes",
            "majority = the winner’s votes - the runner up’s votes",
        ),
        ("candidate.share == 100 * candidate.votes / candidate.race.votes_cast", "share = 100 × votes / votes cast"),
        (
            "race.majority == race.majority@before + race.majority@change",
            "majority = majority before + change of majority",
        ),
        ("sum(race.candidates.votes) <= race.votes_cast", "all the candidates’ votes together is at most votes cast"),
        (
            "group.seats == count(race where race.winner.party == group)",
            "seats = the number of races whose winner’s party is that group",
        ),
        ("race.rank[2].votes >= 5", "the rank 2’s votes is at least 5"),
        ("candidate.votes@2019 != 7", "votes in 2019 is not 7"),
    ],
)
def test_paths_are_told_in_words(formula: str, words: str) -> None:
    assert spoken(formula) == words
