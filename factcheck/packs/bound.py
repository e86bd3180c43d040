"""What a rule's formulas name, and so what its message may name."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.formula import Count, Expression, Formula, Leaf, Members, Path
from factcheck.packs.formulas import alone_in, expression_mistakes, is_word, kind_of, path_mistakes
from factcheck.packs.paths import Paths
from factcheck.packs.shape import nearest


class Bound:
    """What a rule's formulas name, and so what its message may name; without formulas, anything.

    A message of several checks that must each hold may name only what all of them name.
    """

    def __init__(self, formulas: Sequence[Formula], paths: Paths, each: bool = False) -> None:
        self.paths = paths
        named = dict.fromkeys(leaf for formula in formulas for leaf in formula.paths)
        self.leaves = [leaf for leaf in named if not each or all(leaf in formula.paths for formula in formulas)]
        self.each = each
        self.is_known = bool(formulas)
        self.roots = {root for leaf in named for root in _roots(leaf)}

    def slot_mistakes(self, slot: Expression) -> list[str]:
        """What is wrong with a slot of the message."""
        alone = alone_in(slot)
        if alone is not None:
            wrong = [found.what for found in path_mistakes(alone, self.paths, slot.text, words=True)]
        else:
            wrong = [found.what for found in expression_mistakes(slot, self.paths, slot.text)]
        return wrong or [what for leaf in slot.paths if (what := self._unbound(leaf))]

    def _unbound(self, leaf: Leaf) -> str:
        if not self.is_known or leaf in self.leaves:
            return ""
        is_thing = isinstance(leaf, Path) and kind_of(leaf, self.paths) == "thing"
        if is_thing and _roots(leaf) <= self.roots:
            return ""
        where = "every check of this rule" if self.each else "this rule's check"
        names = [leaf.text for leaf in self.leaves if not is_word(leaf, self.paths)]
        return f"`{leaf.text}` is not in {where}" + (f"; {nearest(leaf.text, names)}" if names else "")


def _roots(leaf: Leaf) -> set[str]:
    """The things that a figure begins from; what a count ranges over is its own affair."""
    if isinstance(leaf, Members):
        return _roots(leaf.path)
    if isinstance(leaf, Count):
        sides = [side for side in (leaf.where.left, leaf.where.right) if isinstance(side, Path)]
        return {side.steps[0].name for side in sides} - {leaf.thing.steps[-1].name}
    return {leaf.steps[0].name}
