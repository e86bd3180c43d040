"""Changes whose amounts stand apart from them: each text holds as it is, and is told with one figure changed."""

from __future__ import annotations

import re

import pytest
from articles import check, show

MARKED = re.compile(r"\[([^\]]*?) -> ([^\]]*?)\]")

# each with a slip and what holds: "[slip -> right]"
MOVED = [
    "Pedestrian deaths went up by [31 -> 13] per cent, from 398 to 450.",
    "There were 1,775 complaints in 2014, which was 4% more than the [1,173 -> 1,713] of 2013.",
    "There were 1,775 complaints in 2014, 4% more than in 2013, when there were [1,173 -> 1,713].",
    "The firm earned 3.15 billion kronor. That is [92.9% -> 29.9%] more than the 2.42 billion kronor of a year ago.",
    "It made 2.59 kronor a share. A year earlier it was [1.69 -> 1.99] kronor per share, so that they rose 29.8%.",
    "Turnover climbed to £48.3m. In the previous year it had stood at £44.1m, so the growth comes to [5.9% -> 9.5%].",
    "Burglaries numbered 2,417 in 2023. In 2022 it was [6,290 -> 2,690], which means they are down by a tenth.",
    "The hospital saw 5,312 patients, compared with 4,120 a year before: that is an increase of [92 -> 29] per cent.",
    "Exports reached $12.4bn in May against [$18.1bn -> $11.8bn] in April, up 5.1%.",
    "Deaths from drugs rose last year by 8% to 4,907, having been [5,461 -> 4,561] in 2021.",
    "Passenger numbers grew 4.4%: 3.31 million people used it, and [3.71 -> 3.17] million the year before.",
    "The waiting list has 7,412 names on it, [838 -> 388] up on last month's 7,024.",
    "The budget, £12.6m in 2023-24, goes down to £11.9m in 2024-25, a cut of [9.6% -> 5.6%].",
    "At the end of June it employed 3,208 people. A year on it has [2,590 -> 2,950] staff, 258 fewer.",
    "The party has [204 -> 240] of the 543 seats, down 63 from the 303 it won last time.",
    "He sold [14,000 -> 41,000] copies, a fifth more than the 34,000 of his first book.",
    # some sentences away
    "Sales grew by 26pc to €18.41m. It has 214 staff. Pay was €389,000. The year before they were [€16.4m -> €14.6m].",
    "We had 1,872 requests in 2019. This year it was 2,434. That is an increase of [80 -> 30] per cent.",
    "On Monday 587 patients lay there. That is [37 -> 73] more than in the same week last year, when it was 514.",
    "It dealt with 318 of them, against [242 -> 424] in the year before: a quarter fewer.",
]


@pytest.mark.parametrize("said", MOVED)
def test_a_change_is_held_against_amounts_that_stand_apart_from_it(said: str) -> None:
    mark = MARKED.search(said)
    assert mark is not None
    report = check(MARKED.sub(r"\2", said))
    assert not report.findings, show(report)
    assert any(mark[2].strip("%m$£bn") in f.text and f.status == "checked" for f in report.figures), show(report)
    slipped = check(MARKED.sub(r"\1", said))
    assert [f for f in slipped.findings if f.severity == "error"], show(slipped)


PARTS = [
    # the last part is all that is left
    "He left [£1,486,500 -> £1,846,500]. Of it £1.2m is hers, £400,000 his. What is left, £246,500, is ours.",
    "In all 312 seats were sold: adults bought 241 of them, and children the remaining [17 -> 71].",
    "A total of 1,204 votes were cast. Yes had [181 -> 811], No the other 393.",
    "Of its 640 staff [142 -> 412] work in Leeds. The other 228 are in Hull.",
    "Tests were done on 1,520 samples. Some were bad: [154 -> 145] of them. The rest, 1,375, were clean.",
    "The budget is £82.4m. Schools take £51.3m. Roads have £19.6m and the balance of [£15.1m -> £11.5m] is kept.",
    "There were [98 -> 93] people below. Fifty-four are dead and 14 got out; the remaining 25 are missing.",
    # two halves that are all there is
    "It fell by 49,000. Among men it fell by [31,000 -> 39,000] to 1.43 million, among women by 10,000.",
    "Employment was up by 100,000. Of those 51,000 were in full-time jobs and 49,000 in part-time jobs.",
    "The school has 612 pupils. There are [310 -> 301] boys and 311 girls.",
    "The ship had [8,112 -> 1,812] people on it. The crew numbered 612 and the passengers 1,200.",
    "It fell by 37,000. Among men it was 876,000, or 15,000 fewer. Among women: 728,000, or [20,200 -> 22,000] fewer.",
]


@pytest.mark.parametrize("said", PARTS)
def test_a_sum_is_held_against_parts_in_other_sentences(said: str) -> None:
    right = MARKED.sub(r"\2", said)
    report = check(right)
    assert not report.findings, show(report)
    assert any("general/parts-off" in f.rules for f in report.figures), show(report)
    if slip := MARKED.search(said):
        told = [f for f in check(MARKED.sub(r"\1", said)).findings if f.severity == "error"]
        assert any(slip[1].strip("£m") in c.text for f in told for c in f.figures), told


SHARES = [
    "Voting closed at 6pm. In all [683 -> 638] of the 1,100 ballots were for it, giving the Yes camp 58 per cent.",
    "Of the [1,520 -> 1,250] homes that were looked at, 312 had damp, which makes 25 per cent.",
    "Only 31 per cent came on foot. The poll was small (412 people out of [1,392 -> 1,329]).",
    "She answered 412 of the 618 letters in a week, which makes [76 -> 67] per cent, and more than anybody else.",
]


@pytest.mark.parametrize("said", SHARES)
def test_a_share_is_held_against_the_percentage_near_it(said: str) -> None:
    report = check(MARKED.sub(r"\2", said))
    assert not report.findings, show(report)
    assert sum("general/share-off" in f.rules for f in report.figures) == 3, show(report)


LEADING = """Profit at the mill up [61 -> 11] percent

The mill at Hull has had a good year, and took on 12 people.

It sells flour. Net income was $776 million. A year before it was $702 million, the firm said.
"""


def test_a_change_of_the_headline_is_held_against_amounts_further_down() -> None:
    report = check(MARKED.sub(r"\2", LEADING))
    assert not report.findings, show(report)
    told = check(MARKED.sub(r"\1", LEADING))
    assert [{c.text for c in f.figures} for f in told.findings] == [{"61 percent", "$776 million", "$702 million"}]


SILENT = [
    # compared with another time than that of the amount at hand
    "The orchestra sold 40,200 tickets last season, 14 per cent more than in 2019. A year ago it was 35,900.",
    # what was forecast is no earlier amount
    "Sales came to £41.2m, up 12%. Analysts had expected £38.6m.",
    # two measures
    "It has 412 beds, against 380 nurses last year. The number of patients was up 4%.",
    # ranges of one time
    "Ratings were ranging from 40% to 49%. Today it is 53%, which is 9 points higher than approval.",
    # a whole is not what was
    "She won 34 of the 61 votes, up 12 on her last attempt.",
    "In nine years the takings have grown by 62 percent, to £57.9m.",
    # a part of something else
    "There are 46 desks in the class. Twelve men and nine women work there, and the other 31 are paid by the hour.",
    "Lee has 20, Hill 22. Of the nine that were lost, five went to one party, two to another. The other two are empty.",
    # percentages of somebody else
    "They have 72 of the 650 seats, and their share of the vote was 12.1%.",
    "About 4,200 of the 15,000 staff took part, and 82 per cent of those voting wanted it.",
    # each party's own change
    "The Greens are down 13 points to 45 per cent, and the Reds up 10 points to 34 per cent.",
]


@pytest.mark.parametrize("said", SILENT)
def test_amounts_of_something_else_are_left_alone(said: str) -> None:
    report = check(said)
    assert not [f for f in report.findings if f.severity == "error"], show(report)
