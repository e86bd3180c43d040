"""The small language of rules: ``race.majority == race.winner.votes - race.runner_up.votes``.

One comparison (== != < <= > >=) of two expressions: paths, numbers, + - * /, brackets, abs(x), and over all members
sum(path), count(path), min(path), max(path); count(thing where path == path) counts what a condition picks out.
A formula is parsed once, by a list of what is allowed; afterwards it is only evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factcheck.formula.parser import Parser, Parts
from factcheck.formula.terms import Aggregate, Condition, Count, Leaf, MemberList, Path, Sum, Values
from factcheck.interval import EVERYTHING, ZERO, Answer, Interval


@dataclass(frozen=True)
class Expression:
    """Arithmetic over figures. ``paths`` are the distinct figures it needs, in order."""

    text: str
    paths: tuple[Leaf, ...]
    total: Sum = field(repr=False, compare=False)
    parts: Parts = field(repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> Expression:
        """The expression a text means; ``FormulaError`` where it means none."""
        parser = Parser(text)
        expression = cls._next(parser)
        parser.finish()
        return expression

    @classmethod
    def _next(cls, parser: Parser) -> Expression:
        total, text, paths, parts = parser.expression()
        return cls(text, paths, total, parts)


@dataclass(frozen=True)
class Formula:
    """A comparison of two expressions; ``paths`` are the distinct figures of both, in order."""

    text: str
    left: Expression
    op: str
    right: Expression
    paths: tuple[Leaf, ...] = field(repr=False, compare=False)
    difference: Sum = field(repr=False, compare=False)  # left less right

    @classmethod
    def parse(cls, text: str) -> Formula:
        """The formula a text means; ``FormulaError`` where it means none."""
        parser = Parser(text)
        left = Expression._next(parser)
        op = parser.comparison()
        right = Expression._next(parser)
        parser.finish()
        paths = tuple(dict.fromkeys(left.paths + right.paths))
        return cls(text.strip(), left, op, right, paths, left.total.plus(right.total, -1))


def parse_condition(text: str) -> Condition:
    """A condition such as ``race.outcome == hold``; ``FormulaError`` where the text is none."""
    parser = Parser(text)
    condition = parser.condition()
    parser.finish()
    return condition


def parse_path(text: str) -> Path:
    """A path such as ``race.winner.votes@before``; ``FormulaError`` where the text is none."""
    parser = Parser(text)
    path = parser.path()
    parser.finish()
    return path


def evaluate(expression: Expression, values: Values) -> Interval:
    """What the expression comes to; ``UnboundError`` when a figure has no value."""
    return expression.total.value(values)


_COMPARED_WITH_NOUGHT: dict[str, Callable[[Interval], Answer]] = {
    "==": lambda difference: difference.equal(ZERO),
    "!=": lambda difference: difference.equal(ZERO).negated(),
    "<": lambda difference: difference.less(ZERO),
    "<=": lambda difference: difference.less_or_equal(ZERO),
    ">": ZERO.less,
    ">=": ZERO.less_or_equal,
}

_ALLOWED_DIFFERENCE = {
    "==": ZERO,
    "<": Interval.below(0),
    "<=": Interval.at_most(0),
    ">": Interval.above(0),
    ">=": Interval.at_least(0),
}


def holds(formula: Formula, values: Values) -> Answer:
    """Whether the comparison is true of every choice of values, of none, or of some.

    Exact where each figure enters only by adding, subtracting and fixed multiples; elsewhere it may say MAYBE for a
    NO, never the reverse. ``UnboundError`` when a figure has no value.
    """
    return _COMPARED_WITH_NOUGHT[formula.op](formula.difference.value(values))


def solve(formula: Formula, leaf: Leaf, values: Values) -> Interval | None:
    """The values that a figure must have, given the others, for the formula to be possible.

    None when that cannot be said: the figure occurs in two places that do not add up, or as a member, or inside
    abs; a divisor may be nought; ``!=``; or nothing is ruled out. ``UnboundError`` when another figure has no value.
    """
    allowed = _ALLOWED_DIFFERENCE.get(formula.op)
    found = None if allowed is None else formula.difference.solve(leaf, allowed, values)
    return None if found == EVERYTHING else found


def show(
    expression: Expression, values: Values, names: Mapping[Leaf, str], say: Callable[[Interval], str] = Interval.show
) -> str:
    """The arithmetic with each figure by its name, or else its value, and what it comes to: "8 - 5 = 3".

    ``say`` puts the result in words: a length of time, a day.
    """
    alone = len(expression.parts) == 1
    words = [part if isinstance(part, str) else _named(part, values, names, alone) for part in expression.parts]
    text, result = "".join(words), say(evaluate(expression, values))
    return text if text == result else f"{text} = {result}"


def _named(part: Path | Count | Aggregate, values: Values, names: Mapping[Leaf, str], alone: bool) -> str:
    if not isinstance(part, Aggregate):
        text = names[part] if part in names else _bracketed(part.value(values).show(), alone)
        return text if alone or not text.startswith("-") else f"({text})"
    found = values.get(part.members)
    listed = names.get(part.members) or (_listed(found, part.function) if isinstance(found, MemberList) else "")
    return _bracketed(listed, alone) if part.function == "sum" else f"{part.function}({listed})"


def _bracketed(text: str, alone: bool) -> str:
    return f"({text})" if " " in text and not alone else text


def _listed(members: MemberList, function: str) -> str:
    shown = [value.show() for value in members.values] + ([] if members.complete else ["others"])
    return (" + " if function == "sum" else "; ").join(shown)
