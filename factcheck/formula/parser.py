"""Reads a formula: a descent over its words that knows what may come next, and says so when something else does."""

from __future__ import annotations

from fractions import Fraction

from factcheck.exact import Number, ratio
from factcheck.formula.functions import OF_ONE
from factcheck.formula.terms import Aggregate, Condition, Count, Leaf, Members, Path, Step, Sum, Term
from factcheck.formula.tokens import FormulaError, Token, tokens

MAX_DEPTH = 50
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
Part = str | Path | Count | Aggregate
Parts = tuple[Part, ...]  # an expression as it is shown: signs and numbers, and the figures to be named


class Parser:
    """A formula being read. Every method reads one thing from the present word on, or raises ``FormulaError``."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0
        self._products = 0
        self._leaves: dict[Leaf, None] = {}
        self._parts: list[Part] = []

    def expression(self) -> tuple[Sum, str, tuple[Leaf, ...], Parts]:
        """An expression: what it computes, its text, its figures and how it is shown."""
        self._leaves, self._parts, start = {}, [], self._now.start
        total = self._sum()
        last = self._tokens[self._at - 1]
        return total, self._text[start : last.start + len(last.text)], tuple(self._leaves), tuple(self._parts)

    def comparison(self) -> str:
        """The sign that compares two expressions."""
        if self._now.text in COMPARISONS:
            return self._take().text
        raise self._error(f"expected a comparison ({' '.join(COMPARISONS)}) or + - * /")

    def finish(self) -> None:
        """The end of the text."""
        if self._now.kind == "end":
            return
        if self._now.text in COMPARISONS:
            raise self._error("no further comparison can stand here: write a second rule for it")
        if self._now.text == "," and self._tokens[self._at - 1].kind == "number":
            raise self._error("expected + - * / or the end: write large numbers without commas")
        raise self._error("expected + - * / or the end: two figures need a sign between them")

    def condition(self) -> Condition:
        """A comparison of two paths, or of a path and a number."""
        left, op, right = self._operand(), self.comparison(), self._operand()
        return Condition(f"{_written(left)} {op} {_written(right)}", left, op, right)

    def path(self) -> Path:
        """Dotted names, each perhaps with a rank, and perhaps a tag at the end: ``race.rank[2].votes@before``."""
        steps = [self._step()]
        while self._now.text == ".":
            self._take()
            steps.append(self._step())
        tag = ""
        if self._now.text == "@":
            self._take()
            tag = self._name('a tag such as "before" or "change" after @')
            if self._now.text == ".":
                raise self._error("expected the tag at the end of the path: race.majority@before")
        return Path(".".join(map(str, steps)) + (f"@{tag}" if tag else ""), tuple(steps), tag)

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._now
        self._at += 1
        return token

    def _error(self, expected: str) -> FormulaError:
        return FormulaError(f"found {self._now}, but {expected}", self._text, self._now.start)

    def _expect(self, sign: str, why: str) -> None:
        if self._now.text != sign:
            raise self._error(f'expected "{sign}" {why}')
        self._take()

    def _name(self, what: str) -> str:
        if self._now.kind != "name":
            raise self._error(f"expected {what}")
        return self._take().text

    def _shown(self, part: Part) -> None:
        self._parts.append(part)

    def _sum(self) -> Sum:
        total = self._product()
        while self._now.text in ("+", "-"):
            sign = self._take().text
            self._shown(f" {sign} ")
            total = total.plus(self._product(), 1 if sign == "+" else -1)
        return total

    def _product(self) -> Sum:
        total = self._factor()
        while self._now.text in ("*", "/"):
            total = self._times_or_over(total)
        return total

    def _times_or_over(self, total: Sum) -> Sum:
        self._products += 1
        if self._products > MAX_DEPTH:
            raise self._error(f"a formula has at most {MAX_DEPTH} multiplications and divisions: split the rule")
        sign = self._take()
        self._shown(" x " if sign.text == "*" else " / ")
        by = self._factor()
        if sign.text == "*":
            return total.times(by)
        if by.terms or by.constant:
            return total.over(by)
        raise FormulaError("this divides by nought: divide by something else", self._text, sign.start)

    def _factor(self) -> Sum:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"brackets and signs go at most {MAX_DEPTH} deep: write it more simply")
        if self._now.text == "-":
            self._take()
            self._shown("-")
            found = Sum(0).plus(self._factor(), -1)
        else:
            found = self._primary()
        self._depth -= 1
        return found

    def _primary(self) -> Sum:
        if self._now.kind == "number":
            self._shown(self._now.text)
            return Sum(self._number())
        if self._now.text == "(":
            return self._in_brackets("(")
        if self._now.kind != "name":
            raise self._error('expected a path (race.majority), a number or "("')
        if self._tokens[self._at + 1].text == "(":
            return self._function()
        return self._figure(self.path())

    def _in_brackets(self, opening: str) -> Sum:
        self._expect("(", "")
        self._shown(opening)
        found = self._sum()
        self._expect(")", 'to close the "(" before: add it, or a sign + - * /')
        self._shown(")")
        return found

    def _number(self) -> Number:
        return ratio(Fraction(self._take().text), 1)

    def _figure(self, leaf: Path | Count) -> Sum:
        self._leaves[leaf] = None
        self._shown(leaf)
        return _single(leaf)

    def _function(self) -> Sum:
        name = self._now.text
        if name not in ("sum", "count", "min", "max", *OF_ONE):
            raise self._error("the functions are sum, count, min, max, abs and whole: use one of them")
        self._take()
        if name not in OF_ONE:
            return self._aggregate(name)
        inner = self._in_brackets(f"{name}(")
        term = OF_ONE[name](inner)
        return _single(term) if inner.terms else Sum(term.value({}).low or 0)

    def _aggregate(self, name: str) -> Sum:
        self._expect("(", "")
        path = self.path()
        if name == "count" and self._now.text == "where":
            return self._count(path)
        self._expect(")", f'after the path: {name} takes one path, such as {name}(race.candidates.votes), and ")"')
        aggregate = Aggregate(name, Members(path.text, path))
        self._leaves[aggregate.members] = None
        self._shown(aggregate)
        return _single(aggregate)

    def _count(self, thing: Path) -> Sum:
        self._take()
        where = self.condition()
        self._expect(")", "after the condition")
        return self._figure(Count(f"count({thing.text} where {where.text})", thing, where))

    def _operand(self) -> Path | Number:
        if self._now.kind == "number":
            return self._number()
        return self.path()

    def _step(self) -> Step:
        name = self._name("a name of a path, such as race.winner.votes")
        if self._now.text != "[":
            return Step(name)
        self._take()
        rank = self._now.text
        if not (rank.isdecimal() and len(rank) <= 4 and int(rank) > 0):
            raise self._error("expected a rank, a whole number from 1 up: rank[2]")
        self._take()
        self._expect("]", "after the rank")
        return Step(name, int(rank))


def _single(term: Term) -> Sum:
    return Sum(0, ((term, 1),))


def _written(operand: Path | Number) -> str:
    return operand.text if isinstance(operand, Path) else str(operand)
