"""Scores, tables and polls: true ones drawn at random give nothing, one figure off gives a finding that cites it."""

from __future__ import annotations

import pytest
from articles import alarms, check
from hypothesis import given, settings
from hypothesis import strategies as st

FEW = settings(max_examples=25, deadline=None)
GOALS = st.integers(0, 9)
SHARE = st.integers(100, 490)  # tenths of a per cent


def rules(text: str) -> list[str]:
    """The rules whose findings on a text are more than notes."""
    return [finding.rule for finding in alarms(check(text))]


@FEW
@given(SHARE, SHARE)
def test_a_net_rating_of_rounded_shares_is_right(liked: int, not_liked: int) -> None:
    net = round((liked - not_liked) / 10)
    said = f"{round(liked / 10)}% are satisfied and {round(not_liked / 10)}% are dissatisfied"
    assert rules(f"In the poll {said}, a net satisfaction score of {net:+d}.") == []
    assert rules(f"In the poll {said}, a net satisfaction score of {net + 4:+d}.") == ["polls/net-off"]


@FEW
@given(GOALS, GOALS, GOALS, GOALS, st.sampled_from((-1, 1)))
def test_an_aggregate_is_both_legs(a: int, b: int, c: int, d: int, off: int) -> None:
    said = f"with {c}-{d} on the night, after a {a}-{b} win in the first leg."
    assert rules(f"United went through {a + c}-{b + d} on aggregate, {said}") == []
    wrong = a + c + (off if a + c else 1)
    assert rules(f"United went through {wrong}-{b + d} on aggregate, {said}") == ["sport/aggregate-off"]


@FEW
@given(st.lists(st.tuples(GOALS, GOALS, GOALS, st.integers(10, 60), st.integers(10, 60)), min_size=2, max_size=6))
def test_a_league_table_fits(clubs: list[tuple[int, int, int, int, int]]) -> None:
    names = ("Rovers", "City", "Albion", "Wanderers", "Athletic", "Orient")
    rows = [
        f"{name} {w + d + lost} {w} {d} {lost} {f} {a} {f - a:+d} {3 * w + d}"
        for name, (w, d, lost, f, a) in zip(names, clubs, strict=False)
    ]
    assert rules("\n".join(["P W D L F A GD Pts", *rows])) == []
    w, d, lost, f, a = clubs[0]
    wrong = f"Rovers {w + d + lost + 1} {w} {d} {lost} {f} {a} {f - a:+d} {3 * w + d}"
    assert "sport/table-off" in rules("\n".join(["P W D L F A GD Pts", wrong, *rows[1:]]))


@FEW
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=2, max_size=5))
def test_the_winner_takes_more_sets(sets: list[tuple[int, bool]]) -> None:
    ahead = sum(won for _, won in sets)
    scores = ", ".join(f"6-{games}" if won else f"{games}-6" for games, won in sets)
    expected = [] if ahead > len(sets) - ahead else ["sport/sets-off"]
    assert rules(f"Lee beat Hill {scores} on a dry court.") == expected


LOOK_ALIKES = (
    "United won 5-4 on penalties after a 2-2 draw, and had been 1-0 up at half-time of extra time.",
    "Hill was 7-6 (8/6), 6-1 down when the rain came, having won 6-3 the week before.",
    "The bookmakers have United at 5-2 and Rovers at 7-1; United won 2-1 in 2019.",
    "Lee is 48-3 on the season and beat Hill, who is 12-12, in a 52-minute first set.",
    "Vasilevskiy stopped 37 of 41 shots to improve to 6-2-0.",
    "They came back from a 3-1 deficit in the series and won game seven 5-4.",
    "Lead changes: 52-48 at the break, 64-62 after three quarters, and a 24-2 run that won it 95-86 in game six.",
    "England were 85-4 at lunch and 136-8 at tea; Lyon took 6-49 to win the match by 251 runs.",
    "Rovers won 2-0 to stay four points clear of City, who are two goals better off.",
    "Brighton won 3-0, their fourth win in a row, and the gap to 10th is five points.",
    "In Thornbury 42% of men approve and 61% of women disapprove; in Marston 55% approve and 60% disapprove.",
    "The poll put her at 44% in May and 46% in June. Another house had 52% for and 51% against in two questions.",
    "Biden held a 49-35 percent edge on honesty and a 58-45 margin on caring, and led by ten points, 52-42.",
    "Asked whom they would choose, 13% named Lee, 9% named Hill and 5% named Patel; the others named nobody twice.",
    "PPP has Cooper ahead of McCrory 44/43, and Ross four points behind Burr, 43/39.",
    "Heat 98, Cavaliers 95 (OT): they have 24 wins in a row now, and 17 of his 29 points came at the stripe.",
    "Murphy won 10-2 and recalled a 10-6 defeat in the final of 2012; he had two breaks of 127.",
    "In all 44% plan to, up from 40% last year, as do 54% of the young and 37% of the old.",
    "Everton won 1-0 for their third win in five, a 10-point deduction notwithstanding, and 38 goals fell elsewhere.",
    "Bowling: Lee 23-7-54-1 (4nb, 1w), Hill 45-17-71-4. Extras (lb-3, nb-6, w-1) 10. Total (4 wickets, 90 overs) 182.",
    "Support for the party is up two points to 32% and for its partner down one to 10%.",
)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_gives_nothing(text: str) -> None:
    assert rules(text) == []


SLIPS = {
    "United drew 2-1 with City.": "sport/draw-off",
    "It was their seventh defeat in six matches.": "sport/streak-off",
    "They won the series by 3-2 in game seven.": "sport/series-off",
    "They reached 187-4 to win by seven wickets.": "sport/wickets-off",
    "Lee beat Hill 6-4, 3-6, 4-6 in the final.": "sport/sets-off",
    "Rovers 3 (Lee 19, Hill 56) City 1 (Patel 40)": "sport/scorers-off",
    "Of the 893 voters polled, 421 (57%) were Democrats.": "general/share-off",
    "The firm surveyed 1,001 adults. The margin of error is 1.3 points.": "polls/margin-of-error-off",
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_by_its_rule(text: str) -> None:
    assert rules(text) == [SLIPS[text]]
