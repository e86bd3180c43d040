"""The language of rules: a formula is read once, then held to be true or not, or solved for one of its figures."""

from factcheck.formula.formulas import (
    Expression,
    Formula,
    evaluate,
    holds,
    parse_condition,
    parse_path,
    show,
    solve,
)
from factcheck.formula.terms import Condition, Count, Leaf, MemberList, Members, Path, Step, UnboundError, Values
from factcheck.formula.tokens import FormulaError

__all__ = [
    "Condition",
    "Count",
    "Expression",
    "Formula",
    "FormulaError",
    "Leaf",
    "MemberList",
    "Members",
    "Path",
    "Step",
    "UnboundError",
    "Values",
    "evaluate",
    "holds",
    "parse_condition",
    "parse_path",
    "show",
    "solve",
]
