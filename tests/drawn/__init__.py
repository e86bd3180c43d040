"""True values drawn at random and worded honestly; or with one figure off by more than its words allow.

``draw(kind, dice, true)`` gives a text and where the figure stands that was put off. Used by ``test_drawn.py`` and, ten
thousand times a kind, by ``benchmarks/bench_drawn.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from drawn import amounts, contests, days, desks, lists
from drawn.relation import Told

KINDS: dict[str, Callable[[Random, bool], Told]] = {
    **amounts.KINDS,
    **lists.KINDS,
    **contests.KINDS,
    **desks.KINDS,
    **days.KINDS,
}


def draw(kind: str, dice: Random, true: bool = True) -> Told:
    """A text of a kind; unless ``true``, one figure of it is off by more than its words allow."""
    return KINDS[kind](dice, true)
