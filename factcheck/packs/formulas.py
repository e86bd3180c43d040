"""Whether a formula makes sense in its pack: every path means something, and no two units are mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.formula import Count, Expression, Formula, Leaf, Members, Path
from factcheck.formula.functions import Absolute, Whole
from factcheck.formula.terms import Aggregate, Product, Quotient, Sum, Term
from factcheck.interval import Number
from factcheck.packs.paths import Meaning, PathError, Paths
from factcheck.values import frozen

Units = frozenset[str]  # the units a value may have; none says that any will do
_ANY: Units = frozenset()
_SHARES = frozenset({"percent", "points"})  # 40% less 35% is 5 points, and 35% and 5 points are 40%


@frozen
class Wrong:
    """A mistake and where it stands in the text of the formula."""

    what: str
    start: int = 0
    width: int = 0


def formula_mistakes(formula: Formula, paths: Paths) -> list[Wrong]:
    """Everything wrong with a formula that was parsed."""
    if _is_of_words(formula, paths):
        return _words_compared(formula, paths)
    sides = (formula.left, formula.right)
    wrong = [found for side in sides for found in expression_mistakes(side, paths, formula.text)]
    return wrong or _sides(formula, paths)


def formula_units(formula: Formula, paths: Paths) -> Units:
    """The units that a formula compares in, as far as they are known; percent and points go together."""
    units = _units(formula.left.total, paths) | _units(formula.right.total, paths)
    return units | _SHARES if units & _SHARES else units


def expression_mistakes(expression: Expression, paths: Paths, text: str) -> list[Wrong]:
    """Everything wrong with one expression of ``text``: its paths first, and only then its units."""
    wrong = [found for leaf in expression.paths for found in _leaf_mistakes(leaf, paths, text)]
    wrong = wrong or list(_no_figures(expression, paths, text))
    return wrong or [Wrong(what, *_find(text, expression.text)) for what in _mixed(expression.total, paths)]


def _no_figures(expression: Expression, paths: Paths, text: str) -> Iterator[Wrong]:
    """Each sum, min or max that is not of figures: members by themselves can only be counted."""
    for part in expression.parts:
        if isinstance(part, Aggregate) and part.function != "count":
            path = part.members.path
            meaning = path_meaning(path, paths)
            if meaning.kind != "figure":
                yield Wrong(f"`{path.text}` is no figure; {_of(path, meaning, paths)}", *_find(text, path.text))


def path_meaning(path: Path, paths: Paths, ends: str = "figure") -> Meaning:
    """What a path means; PathError when nothing, or when a rank is wrongly asked for."""
    for step in path.steps:
        if step.name == "rank" and step.index is None:
            raise PathError(f"`{path.text}`: which rank? write `rank[2]`")
        if step.index is not None and (step.name != "rank" or step.index < 1):
            raise PathError(f"`{path.text}`: a number in [ ] belongs to `rank`, and ranks count from 1")
    return paths.meaning(tuple(step.name for step in path.steps), path.tag, ends)


def is_word(leaf: Leaf, paths: Paths) -> bool:
    """Whether a lone name is a word to compare with (``hold``), and no thing or figure of the pack."""
    pack = paths.pack
    is_name = isinstance(leaf, Path) and len(leaf.steps) == 1 and not leaf.tag and leaf.steps[0].index is None
    return is_name and leaf.text not in pack.things and leaf.text not in pack.measures


def alone_in(expression: Expression) -> Path | None:
    """The path, where the expression is one path and nothing else."""
    part = expression.parts[0] if len(expression.parts) == 1 else None
    return part if isinstance(part, Path) else None


def _is_of_words(formula: Formula, paths: Paths) -> bool:
    """Whether this compares names or words: ``race.outcome == hold``."""
    left, right = alone_in(formula.left), alone_in(formula.right)
    if left is None or right is None or formula.op not in ("==", "!="):
        return False
    words = is_word(left, paths) != is_word(right, paths)
    return words or any(kind_of(side, paths) in ("word", "thing") for side in (left, right))


def _words_compared(formula: Formula, paths: Paths) -> list[Wrong]:
    leaves = [leaf for leaf in formula.paths if not is_word(leaf, paths)]
    wrong = [found for leaf in leaves for found in path_mistakes(leaf, paths, formula.text, words=True)]
    figures = [leaf for leaf in leaves if isinstance(leaf, Path) and kind_of(leaf, paths) == "figure"]
    return wrong + [
        Wrong(f"`{leaf.text}` is a figure and cannot be compared with a word", *_find(formula.text, leaf.text))
        for leaf in figures
    ]


def kind_of(path: Path, paths: Paths) -> str:
    """What kind of meaning a path has: thing, figure or word; "" when it has none."""
    try:
        return path_meaning(path, paths).kind
    except PathError:
        return ""


def _leaf_mistakes(leaf: Leaf, paths: Paths, text: str) -> list[Wrong]:
    if isinstance(leaf, Count):
        sides = [side for side in (leaf.where.left, leaf.where.right) if isinstance(side, Path)]
        known = [side for side in sides if not is_word(side, paths)]
        return [wrong for path in (leaf.thing, *known) for wrong in path_mistakes(path, paths, text, words=True)]
    if isinstance(leaf, Members):
        return path_mistakes(leaf.path, paths, text, many=True)
    return path_mistakes(leaf, paths, text)


def path_mistakes(leaf: Leaf, paths: Paths, text: str, words: bool = False, many: bool = False) -> list[Wrong]:
    """What is wrong with one path; ``words``: it may be a word or a thing; ``many``: it is gone through as a list."""
    if not isinstance(leaf, Path):
        return _leaf_mistakes(leaf, paths, text)
    try:
        meaning = path_meaning(leaf, paths, "figure or role" if words else "figure")
    except PathError as error:
        return [Wrong(str(error), *_find(text, leaf.text))]
    if meaning.kind != "figure" and not words and not many:
        return [
            Wrong(
                f"`{leaf.text}` is a {meaning.kind}, not a figure; {_of(leaf, meaning, paths)}", *_find(text, leaf.text)
            )
        ]
    if meaning.many and not many and not words:
        return [
            Wrong(
                f"`{leaf.text}` is many figures; write sum({leaf.text}), or count, min or max", *_find(text, leaf.text)
            )
        ]
    return []


def _of(leaf: Path, meaning: Meaning, paths: Paths) -> str:
    """What to do with a path that is no figure."""
    if meaning.kind == "word":
        return "compare it by itself, with == or !="
    figures = [f"{leaf.text}.{name}" for name, step in paths.steps(meaning.thing).items() if step.kind == "figure"]
    return f"name a figure of it, such as `{figures[0]}`" if figures else "name a figure"


def _sides(formula: Formula, paths: Paths) -> list[Wrong]:
    left, right = _units(formula.left.total, paths), _units(formula.right.total, paths)
    if not left or not right or left & right:
        return _out_of_scale(formula, left | right, paths)
    what = f"this compares {_said(left)} with {_said(right)}; both sides must be in one unit"
    return [Wrong(what, *_find(formula.text, formula.text))]


def _out_of_scale(formula: Formula, units: Units, paths: Paths) -> list[Wrong]:
    """Sides that can hardly be meant: a part of 1 beside per cent, or whole things that are no whole number."""
    sides = (formula.left, formula.right)
    if units == {"percent"}:
        parts = [side for side in sides if _is_part_of_one(side.total, paths)]
        what = "this is a part of 1, and the other side is in percent; write 100 * {}"
        return [Wrong(what.format(part.text), *_find_all(formula, part)) for part in parts]
    broken = [side for side in sides if not side.total.terms and Fraction(side.total.constant).denominator != 1]
    whole = units and all(paths.pack.units.get(unit) == "whole" for unit in units)
    if not whole or formula.op not in ("==", "!="):
        return []
    return [Wrong(f"{_said(units)} are whole, and {side.text} is not", *_find_all(formula, side)) for side in broken]


def _is_part_of_one(total: Sum, paths: Paths) -> bool:
    """Whether this is one quotient of figures of one unit, and nothing makes it a percentage."""
    term, factor = total.terms[0] if len(total.terms) == 1 and not total.constant else (None, 0)
    if not isinstance(term, Quotient) or factor != 1:
        return False
    factors = [abs(each) for side in (term.above, term.below) for _, each in side.terms]
    above, below = _units(term.above, paths), _units(term.below, paths)
    return bool(above) and above == below and all(each == 1 for each in factors)


def _find_all(formula: Formula, side: Expression) -> tuple[int, int]:
    return formula.text.find(side.text), len(side.text)


def _units(total: Sum, paths: Paths) -> Units:
    """The units a sum may be in; a date less a date is a length of time."""
    if (dates := _dates(total, paths)) is not None:
        return _of_kind("date" if dates == 1 else "length", paths)
    found = [_unit(term, paths) for term, factor in total.terms if factor]
    units = frozenset().union(*found)
    return _SHARES if len(found) > 1 and units and units <= _SHARES and units != {"points"} else units


def _dates(total: Sum, paths: Paths) -> Number | None:
    """How many dates a sum has left when those taken away are counted off; None where it has none."""
    of_date = _of_kind("date", paths)
    factors = [factor for term, factor in total.terms if _unit(term, paths) & of_date]
    return sum(factors) if factors else None


def _of_kind(kind: str, paths: Paths) -> Units:
    return frozenset(unit for unit, said in paths.pack.units.items() if said == kind)


def _unit(term: Term, paths: Paths) -> Units:
    """The units a term may be in; a product, a quotient and a count go with anything."""
    if isinstance(term, Path):
        unit = path_meaning(term, paths).unit
        return frozenset({unit}) if unit else _ANY
    if isinstance(term, Aggregate) and term.function != "count":
        unit = path_meaning(term.members.path, paths).unit
        return frozenset({unit}) if unit else _ANY
    if isinstance(term, Absolute | Whole):
        return _units(term.inner, paths)
    return _ANY


def _mixed(total: Sum, paths: Paths) -> Iterator[str]:
    """Each sum, here or inside, that adds or subtracts what is not of one unit."""
    for inner in _inner(term for term, _ in total.terms):
        yield from _mixed(inner, paths)
    dates = _dates(total, paths)
    if dates not in (None, 0, 1):
        yield "dates cannot be added up; a date less a date is a length of time"
    timely = _of_kind("date", paths) | _of_kind("length", paths) if dates is not None else _ANY
    found = [u for term, factor in total.terms if factor and (u := _unit(term, paths)) and not u <= timely]
    if found and dates is not None:
        yield f"this adds or subtracts dates and {_said(found[0])}; only lengths of time go with dates"
    other = next((units for units in found if not _together(found[0], units)), None)
    if other is not None:
        yield f"this adds or subtracts {_said(found[0])} and {_said(other)}; only one unit can be added up"


def _inner(terms: Iterable[Term]) -> Iterator[Sum]:
    for term in terms:
        if isinstance(term, Product):
            yield from (term.left, term.right)
        elif isinstance(term, Quotient):
            yield from (term.above, term.below)
        elif isinstance(term, Absolute | Whole):
            yield term.inner


def _together(one: Units, other: Units) -> bool:
    return bool(one & other) or (one | other) <= _SHARES


def _said(units: Units) -> str:
    return " or ".join(sorted(units))


def _find(text: str, part: str) -> tuple[int, int]:
    """Where a path stands in the text, which may have spaces that the path has not; the whole text when nowhere."""
    loose = r"\s*".join(map(re.escape, re.findall(r"\w+|\S", part)))
    found = re.search(rf"(?<![\w.]){loose}(?![\w@]|\s*\.\s*\w)", text) if part else None
    return (found.start(), found.end() - found.start()) if found else (0, 0)
