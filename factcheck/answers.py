"""What can be said of two sets of values and of a check, and how much a finding weighs."""

from __future__ import annotations

from enum import Enum

SEVERITIES = ("error", "warning", "note")  # worst first


class Answer(Enum):
    """A comparison of two sets of values: every pair satisfies it, no pair does, or some might."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"

    def negated(self) -> Answer:
        """The answer to the opposite question."""
        return _OPPOSITE[self]


_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.MAYBE: Answer.MAYBE}


class Verdict(Enum):
    """What a check says of its claims; ``TIGHT`` means that only the generous reading saves them."""

    CONSISTENT = "consistent"
    TIGHT = "tight"
    INCONSISTENT = "inconsistent"
    UNRESOLVED = "unresolved"

    @staticmethod
    def of(plain: Answer, generous: Answer) -> Verdict:
        """The verdict from the answers under the two readings; only a firm no counts against a claim."""
        if plain is not Answer.NO:
            return Verdict.CONSISTENT
        return Verdict.INCONSISTENT if generous is Answer.NO else Verdict.TIGHT
