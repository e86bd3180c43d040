"""The percentage of a share that is told apart from it: "638 of the 1,100 ballots backed it, giving it 58 per cent".

That the one is a part of the other was read already; the percentage stands in the same sentence or in one beside it.
It is theirs if it fits, or, alone in the sentence and of nothing else, if one slip of the hand explains why not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checking.slips import is_slip
from factcheck.interval import Answer, Value
from factcheck.reading.counting.phrases import is_share
from factcheck.reading.layout import Sentence
from factcheck.statements.compared.amounts import Amount
from factcheck.statements.statement import Said, Statement, said

TELLING = frozenset("or giving gives makes making means represents representing equals equivalent".split())
NEAR = 6  # units before a percentage among which one of these stands
LEAST = 10  # of fewer a slip cannot be told from chance


def percents(
    sentences: Sequence[Sentence], found: Sequence[Sequence[Amount]], shares: Sequence[Statement]
) -> Iterator[Statement]:
    """Each share of two figures with the percentage near it that is theirs."""
    where = {start: s.index for s in sentences for start in s.at} if shares else {}
    for share in shares:
        part, whole = (next((one for one in share.said if one.slot == slot), None) for slot in ("part", "whole"))
        if part is not None and whole is not None and part.start in where:
            yield from _told(share, part, whole, where[part.start], sentences, found)


def _told(
    share: Statement,
    part: Said,
    whole: Said,
    k: int,
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Amount]],
) -> Iterator[Statement]:
    near = [a for n in (k, k + 1, k - 1) if 0 <= n < len(found) for a in found[n] if _is_level(a)]
    fitting = next((a for a in near if _fits(a, part, whole)), None)
    own = [a for a in near if a.sentence == k]
    if fitting is None and len(own) == 1 and _is_told(own[0], sentences[k]) and _slipped(own[0], part, whole):
        fitting = own[0]
    if fitting is not None:
        yield replace(share, said=(part, whole, said("percent", fitting.figure, _percent(fitting))))


def _is_level(amount: Amount) -> bool:
    return not amount.sign and amount.figure.unit != "points" and is_share(amount.figure)


def _is_told(amount: Amount, sentence: Sentence) -> bool:
    """Whether words say that a percentage is what was told before: "giving it 58 per cent", not "on 12%"."""
    units, i = sentence.units, amount.at
    near = [u.low for u in units[max(0, i - NEAR) : i]]
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n] in TELLING), -1)
    behind = units[i + 1].low if i + 1 < len(units) else ""
    return at >= 0 and behind != "of" and not {"on", "with", "from", ","} & set(near[at:])


def _percent(amount: Amount) -> Value:
    return amount.figure.value * (1 if amount.figure.unit else 100)


def _fits(amount: Amount, part: Said, whole: Said) -> bool:
    ratio = part.value.generous * 100 / whole.value.generous
    return ratio.equal(_percent(amount).generous) is not Answer.NO


def _slipped(amount: Amount, part: Said, whole: Said) -> bool:
    """Whether one slip in one of the three explains why they do not fit."""
    percent, all_of_it = _percent(amount).generous, whole.value.plain.low
    if percent.low is None or percent.low <= 0 or all_of_it is None or all_of_it < LEAST:
        return False
    wanted = [
        (amount.figure.text, amount.figure.number, part.value.generous * 100 / whole.value.generous, True),
        (part.text, part.value.plain.low, whole.value.generous * percent / 100, False),
        (whole.text, all_of_it, part.value.generous * 100 / percent, False),
    ]
    return any(is_slip(text, n, w, is_measured=m) for text, n, w, m in wanted if n)
