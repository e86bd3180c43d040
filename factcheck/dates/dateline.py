"""The day that an article is dated: a dateline among its first lines, never a date in its prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.dates.find import Times
from factcheck.patterns import lazily, lowered

# in every date that is one certain day: a year, and the month in words or between marks
_YEAR = lazily(r"[12][0-9]{3}|[/.][0-9]{2}(?![0-9])")
_MONTH = lazily(r"[0-9][-/.][0-9]{1,2}[-/.][0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_LONGEST = 120  # characters of a line that is only a date, with who wrote it
_LABEL = lazily(
    r"(?:published|posted|first published|date published|date|updated|last updated|last modified)\b[ :]*(?:on )?"
)
_BESIDE = lazily(  # what may stand beside a date on its line: a time, a weekday, marks
    r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})? ?(?:[ap]\.?m\.?)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:gmt|bst|utc|ist|e[sd]t|amt|by|at|on)\b|[\W_]+"
)
_BYLINE = lazily(r"(?:by|author:?) [^0-9]{2,60}[|·•–—-] *")


def article_date(text: str, lines: int = 15) -> date | None:
    """The day an article is dated: a dateline ("date 2024-07-05 ..."), a line "Published 5 July 2024" or one that is
    only a date, among the first lines. Dates in prose never count. The first publication counts before updates."""
    later: date | None = None
    for line in _head(text, lines):
        found = _line_date(line)
        if found is None:
            continue
        day, is_update = found
        if not is_update:
            return day
        later = later or day
    return later


def _head(text: str, lines: int) -> Iterator[str]:
    """The first lines that have words, each cut to 300 characters."""
    at = 0
    while lines and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if line := text[at : min(end, at + 300)].strip():
            lines -= 1
            yield line
        at = end + 1


def _line_date(line: str) -> tuple[date, bool] | None:
    """The day a line gives the article, and whether it speaks of an update."""
    low = lowered(line)
    if not (_YEAR.search(low) and _MONTH.search(low)) or (len(line) > _LONGEST and _LABEL.search(low) is None):
        return None
    found = next((t for t in Times(line, low) if t.means.first and t.means.first == t.means.last), None)
    if found is None or found.means.first is None:
        return None
    day, before, after = found.means.first, low[: found.start], low[found.end :]
    label = _LABEL.search(before)
    if label is not None and not _BESIDE.sub("", before[label.end() :]):
        return day, "update" in label.group() or "modified" in label.group()
    alone = (_BYLINE.fullmatch(before) or not _BESIDE.sub("", before)) and len(_BESIDE.sub("", after)) <= 3
    return (day, False) if alone else None
