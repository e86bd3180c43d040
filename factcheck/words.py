"""The house's words: hedges with their widths, number words, labels, idioms (``rules/words.yaml``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeVar, cast

from factcheck.values import frozen

Number = int | Fraction
Pair = tuple[Number, Number]
BOUNDS = ("exact", "about", "above", "at_least", "below", "at_most")
_T = TypeVar("_T")


@frozen
class Width:
    """How far a hedge reaches: per cent of the figure, and a part of the unit of its last non-zero digit."""

    percent: Number
    unit: Number


@frozen
class Hedge:
    """A group of wordings that bound a figure in one way; without widths the other end is open."""

    name: str
    bound: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: frozenset[str] = frozenset()  # words before the wording that rob it of this sense
    not_before: frozenset[str] = frozenset()  # words after the figure that do so,
    yet_after: frozenset[str] = frozenset()  # unless one of these stands before the wording
    only_before: frozenset[str] = frozenset()  # words one of which must follow the figure
    behind: tuple[str, ...] = ()  # wordings behind what the figure counts: "500 people or so"
    nearer: bool = True  # of the two widths the smaller one counts, else the larger
    plain: Width | None = None
    generous: Width | None = None


@frozen
class Vague:
    """A word for an order of magnitude ("dozens"): the number it names, and the least and most of each reading."""

    number: Number
    plain: tuple[Number, Number]
    generous: tuple[Number, Number]


@dataclass(frozen=True)
class Words:
    """All of ``words.yaml``. ``numbers`` and ``money`` map a word to its number or currency, section by section;
    ``rounding`` maps a name to its plain and generous widths; ``lists`` holds plain lists of wordings;
    ``scope`` the scope words by kind."""

    path: str
    hedges: tuple[Hedge, ...]
    numbers: Mapping[str, Mapping[str, Number]]
    vague: Mapping[str, Vague]
    money: Mapping[str, Mapping[str, str]]
    rounding: Mapping[str, tuple[Number, Number]]
    lists: Mapping[str, tuple[str, ...]]
    scope: Mapping[str, tuple[str, ...]]
    measured: Mapping[str, Mapping[str, Number]]  # by kind of quantity: a unit, and how many base units it is
    _made: dict[Callable[..., object], object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Words], _T]) -> _T:
        """What a reader makes of these words: made when it is first asked for, and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_T, self._made[make])

    @property
    def widths(self) -> tuple[str, ...]:
        """The names of the hedges that have widths."""
        return tuple(hedge.name for hedge in self.hedges if hedge.plain is not None)


def with_widths(words: Words, widths: Mapping[str, tuple[Pair, Pair]]) -> Words:
    """The words with other widths for some hedges: per cent and part of a unit, plainly and generously."""
    hedges = (
        replace(h, plain=Width(*widths[h.name][0]), generous=Width(*widths[h.name][1])) if h.name in widths else h
        for h in words.hedges
    )
    return replace(words, hedges=tuple(hedges), _made={}) if widths else words
