"""A difference and the two figures it is of, in many wordings: told by the arithmetic, and only for a slip."""

from __future__ import annotations

import pytest

from factcheck.document import Document
from factcheck.engine import Engine

ENGINE = Engine.load()

# wordings of 14,685 - 14,301 = 384
COUNTS = (
    "Just 384 votes stood between them. Ann Lee had 14,685 and Raj Patel 14,301.",
    "Ann Lee squeaked home by 384. She finished on 14,685, with 14,301 for Raj Patel.",
    "It was a cushion of 384. Lee: 14,685. Patel: 14,301.",
    "On 14,301 votes Raj Patel was 384 short. Ann Lee took 14,685.",
    "The votes were 14,685 for Lee and 14,301 for Patel. He needed 384 more.",
    "The gap was 384, said the clerk. He had 14,301, and she 14,685.",
    "Ms Lee ended up 384 clear. She was given 14,685 crosses, her rival 14,301.",
    "A total of 14,301 backed the motion and 14,685 did not, leaving it 384 adrift.",
    "Lee's 14,685 beat Patel's 14,301 with 384 votes between the two.",
    "Her total of 14,685 against his of 14,301 is a 384-vote edge.",
    "Patel, on 14,301, was left 384 away from her. Lee had 14,685.",
    "Patel could only watch as Lee finished 384 ahead of him. The count gave her 14,685. He was left on 14,301.",
)
# wordings of 41.7 - 36.4 = 5.3
SHARES = (
    "The party's share went up by 5.3 points to 41.7 per cent. It had been given 36.4 per cent in 2018.",
    "In 2018 it took 36.4 per cent. A bump of 5.3 points has carried it to 41.7 per cent.",
    "Lee has 41.7 per cent, a lead of 5.3 points. Patel is on 36.4 per cent.",
)


def errors(text: str) -> list[set[str]]:
    """The figures of each error."""
    report = ENGINE.check(Document("draft.txt", text))
    return [{c.text for c in f.figures} for f in report.findings if f.severity == "error"]


def checked(text: str) -> set[str]:
    """The figures that were checked."""
    report = ENGINE.check(Document("draft.txt", text))
    return {line.text.split()[0] for line in report.figures if line.status == "checked"}


@pytest.mark.parametrize("text", COUNTS)
def test_a_count_that_fits_is_checked_and_a_slip_is_told(text: str) -> None:
    assert errors(text) == []
    assert {"384", "14,685", "14,301"} <= checked(text)
    for old, new in (("14,685", "16,485"), ("14,301", "14,801"), ("384", "348")):
        told = errors(text.replace(old, new))
        assert any(new in figures for figures in told), (old, new, told)


@pytest.mark.parametrize("text", SHARES)
def test_so_it_is_with_shares_in_points(text: str) -> None:
    assert errors(text) == []
    told = errors(text.replace("41.7", "47.1"))
    assert any(any(t.startswith("47.1") for t in figures) for figures in told)


@pytest.mark.parametrize(
    "text",
    [
        # nothing like a slip: the two are of another contest, or the difference is
        "Ann Lee had 14,685 votes and Raj Patel 9,066. In the next seat the margin was 2,111.",
        "The majority was 5,270. In 2015 it had been 1,833, and 11,052 people signed a petition against 7,418.",
        # a lead in runs is over two innings
        "They took a 465-run lead when they were out for 248, having made 400 and bowled them out for 183.",
        # a slip in a small number, or in a rounded one, cannot be told from chance
        "He won by 10 votes. The count was 2,633 in one box, and 2,629 in the next.",
        "The number fell by 51,000. It was 894,000 for men and 833,000 for women.",
        # two shares that are each of another question
        "She is up 19 points. Of men 54% back her, and of the young 5% more.",
    ],
)
def test_what_does_not_fit_otherwise_is_left_alone(text: str) -> None:
    assert errors(text) == []


def test_in_a_quotation_it_is_a_warning() -> None:
    text = 'The plan was lost, 2,113 to 1,846. "We fell 627 votes short," said Ann Lee.'
    findings = ENGINE.check(Document("draft.txt", text)).findings
    assert [f.severity for f in findings if f.rule == "general/gap-off"] == ["warning"]


def claims(text: str) -> dict[str, str]:
    """What each figure was read as."""
    return {line.text: str(line.claim) for line in ENGINE.check(Document("draft.txt", text)).figures}


def test_what_stands_behind_a_pair_and_or_is_their_difference() -> None:
    told = claims("In Thornbury Ann Lee beat Raj Patel by 10,381 to 7,874, or 2,507 votes.")
    assert told["2,507"].startswith("majority of"), told


def test_her_votes_are_of_no_party() -> None:
    assert "Heritage" not in claims("Ann Lee won Thornbury. Her 19,169 votes were the most.")["19,169"]


def test_a_majority_that_was_then_is_not_of_now() -> None:
    text = (
        "Ann Lee won Thornbury with 10,590 votes to 9,953 for Raj Patel. In 2019 he had 35%; his lead then was 1,968."
    )
    assert errors(text) == []
