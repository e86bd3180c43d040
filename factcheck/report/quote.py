"""A sentence with the cited words marked under it, cut to the width of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.findings import Citation
from factcheck.report.words import display_width, printable

Span = tuple[int, int]


def quoted(cited: Sequence[Citation], width: int) -> Iterator[tuple[str, str]]:
    """The sentence that these places share, and the line of marks under it.

    Once for all places if they fit into ``width``, else once for each; nothing where the sentence is not known.
    """
    quote = cited[0].quote
    shown = printable(quote)
    spans = [(len(printable(quote[:start])), len(printable(quote[:end]))) for start, end in _places(cited)]
    together = spans and max(end for _, end in spans) - min(start for start, _ in spans) <= width - 2
    for group in [spans] if together else [[span] for span in spans]:
        yield _cut(shown, group, width)


def _places(cited: Sequence[Citation]) -> list[Span]:
    """Where the cited words stand in their sentence. Words cited twice stand in it twice, one after the other."""
    found: dict[str, int] = {}
    spans = []
    for each in sorted(cited, key=lambda one: one.start):
        at = _place(each.quote, each.text, found.get(each.text, 0))
        if at >= 0:
            found[each.text] = at + len(each.text)
            spans.append((at, at + len(each.text)))
    return spans


def _place(quote: str, words: str, after: int) -> int:
    """Where words stand after a place, -1 if they do not: "5" is not the 5 of "15,641"."""
    if not words:
        return -1
    whole = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w)").search(quote, after)
    return whole.start() if whole else quote.find(words, after)


def _cut(shown: str, spans: list[Span], width: int) -> tuple[str, str]:
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    left = max(0, min(first - max(1, (width - last + first) // 2), len(shown) - width))
    right = min(len(shown), left + width)
    line = "…" * (left > 0) + shown[left + (left > 0) : right - (right < len(shown))] + "…" * (right < len(shown))
    marks = "".join(_mark(char, left + at, spans) for at, char in enumerate(line))
    return line, marks.rstrip()


def _mark(char: str, at: int, spans: list[Span]) -> str:
    return ("^" if any(start <= at < end for start, end in spans) else " ") * display_width(char)
