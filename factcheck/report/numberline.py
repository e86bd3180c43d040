"""A number line of the two sides of a finding, as SVG: what each allows, and the gap between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from factcheck.findings import Range

_WIDTH, _EDGE = 340, 16  # of the picture, and of the margin in which an arrow goes on
_TOP, _STEP = 34, 46  # where the first bar lies, and how far the next is below it


def number_line(sides: Sequence[Range]) -> str:
    """The picture; empty where there is nothing to draw."""
    ends = [
        end for side in sides for end in (side.low, side.high, side.widest_low, side.widest_high) if end is not None
    ]
    if len(sides) < 2 or not ends:
        return ""
    scale = _Scale(min(ends), max(ends))
    height = _TOP + _STEP * len(sides) + 8
    words = "; ".join(f"{side.label} {side.words}" for side in sides)
    parts = [
        f'<svg class="line" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(words)}">',
        *_gap(sides, scale, height),
        *(part for number, side in enumerate(sides) for part in _side(side, number, scale)),
        "</svg>",
    ]
    return "".join(parts)


class _Scale:
    """Places on the picture of numbers from ``low`` to ``high``."""

    def __init__(self, low: float, high: float) -> None:
        room = (high - low) or abs(high) or 1
        self.low = low - room / 6
        self.span = room * 4 / 3

    def at(self, number: float | None, otherwise: float) -> float:
        """The place of a number; ``otherwise`` where there is no bound."""
        if number is None:
            return otherwise
        share = (number - self.low) / self.span if self.span else 0.5
        return round(_EDGE + share * (_WIDTH - 2 * _EDGE), 1)


def _side(side: Range, number: int, scale: _Scale) -> Iterator[str]:
    y = _TOP + number * _STEP
    yield f'<text x="{_EDGE}" y="{y - 12}">{escape(side.label)} {escape(side.words)}</text>'
    yield f'<line class="axis" x1="{_EDGE}" x2="{_WIDTH - _EDGE}" y1="{y}" y2="{y}"/>'
    wide = scale.at(side.widest_low, _EDGE), scale.at(side.widest_high, _WIDTH - _EDGE)
    plain = scale.at(side.low, _EDGE), scale.at(side.high, _WIDTH - _EDGE)
    if wide != plain:
        yield _bar("generous", number, wide, y)
    yield _bar("plain", number, plain, y)
    if side.low is None:
        yield f'<path class="side{number}" d="M{_EDGE} {y - 7} L4 {y} L{_EDGE} {y + 7} Z"/>'
    if side.high is None:
        edge = _WIDTH - _EDGE
        yield f'<path class="side{number}" d="M{edge} {y - 7} L{_WIDTH - 4} {y} L{edge} {y + 7} Z"/>'


def _bar(kind: str, number: int, ends: tuple[float, float], y: float) -> str:
    """A bar; one number alone is a point, which must be wide enough to be seen."""
    left, width = ends[0], ends[1] - ends[0]
    if width < 5:
        left, width = left - (5 - width) / 2, 5
    return f'<rect class="{kind} side{number}" x="{left:.1f}" y="{y - 6}" width="{width:.1f}" height="12" rx="2"/>'


def _gap(sides: Sequence[Range], scale: _Scale, height: int) -> Iterator[str]:
    """The stretch that neither side allows, even at its most generous."""
    lower, upper = sorted(sides[:2], key=lambda side: side.low if side.low is not None else float("-inf"))
    start, end = lower.widest_high, upper.widest_low
    if start is None or end is None or end <= start:
        return
    left, right = scale.at(start, 0), scale.at(end, 0)
    yield f'<rect class="gap" x="{left}" y="4" width="{right - left:.1f}" height="{height - 8}"/>'
    middle = min(max((left + right) / 2, 40), _WIDTH - 40)
    yield f'<text class="apart" x="{middle:.1f}" y="{height - 8}">{end - start:,.6g} apart</text>'
