"""What looks like a slip of arithmetic and is none, and what a quotation changes."""

from __future__ import annotations

import pytest
from articles import check

# Look-alikes: true, or of another time, base or whole. Most are traps met in published articles, reworded.
PASSES = [
    # of the exact sum 15.2 per cent: tight, not wrong
    "The house cost £166,866, which is £22,000, or 15%, above the average.",
    # a toll and what it grew by
    "Another 179 people were found dead: the toll is close to 600. In one county 504 died, in another 72.",
    "The toll rose by three to 48, up from 45 on Sunday.",
    # some of the parts, and parts within parts
    "There were 298 people on board, including 154 Dutch, 43 Malaysians and 27 Australians.",
    "The bodies of 27 people were found, including two teachers, a driver and another woman.",
    "The flight carried 298 people: 283 passengers, including three infants, and 15 crew.",
    # two sources
    "Police said 12 people were killed, the ministry 14. Four were Belgians, but five Belgians were aboard.",
    # percentages of several questions, of unrounded sums and of other bases
    "Some 42% approve and 49% disapprove; 51% would not vote for him again, and 60% approved in January.",
    "Earnings rose 42.6% to 13 cents a share from 9 cents, and net income 35.0% to €2.1 million from €1.5 million.",
    "The dividend rose 85.8% to 10.09p, with a special dividend of 4p. Cash flow fell to £350m from £670m.",
    "Sales rose 3% year on year to £120m, from £118m in the previous quarter.",
    "Interest is 5% a year, so that the loan grew from £1,000 to £1,276.",
    "Shares fell almost 5%, to 215p from a high of 300p in January.",
    "Profit rose 16.9% to £380m in the 53 weeks to 4 February, and revenue rose 5.8% to £17.3bn.",
    # not a lead, not a pair, not a whole
    "She took a lead of 3-2 in the series after winning by 12 points.",
    "The vote was 320 to 280. In 2010 the majority was 12.",
    "Forty-three of the two hundred signed. A majority of 43, of the two, was his larger.",
    "He scored 15 of his 32 points in the third quarter.",
    "Two goals: one after 14 minutes and one after 23 minutes.",
    # lists left open
    "The prize went to five authors, among them Ann Lee, Tom Hill and Raj Patel.",
    "Seven districts - Panchthar, Ilam, Jhapa and others - were hit.",
    "Three papers - the Post, the Herald and Tribune, and the Star and Echo - reported it.",
    # measures
    "The village is 30 miles (50km) away, at 5,000ft (1,500m), and winds reached 60mph (97km/h).",
    "He earns £100 a day, or £26,000 a year.",
    "A crowd of nearly 50,000 came\n\nIt was cold.\n\nA crowd of 49,612 came.",
]


@pytest.mark.parametrize("text", PASSES)
def test_what_looks_alike_is_left_alone(text: str) -> None:
    assert [f for f in check(text).findings if f.severity != "note"] == []


def test_a_figure_in_a_quotation_is_a_warning() -> None:
    slip = "The flight “was carrying 298 people, comprising 283 passengers and 51 crew,” the airline said."
    assert [f.severity for f in check(slip).findings] == ["warning"]
    assert [f.severity for f in check(slip.replace("“", "").replace("”", "")).findings] == ["error"]
