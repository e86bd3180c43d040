"""The manual of ``rules/words.yaml``: its sections and lists, each with what the comment above it says it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORDS = "words.md"
_KEY = re.compile(r"( {2})?([^\s#:\"][^:]*|\"[^\"]+\"):(?: |$)")
_HEAD = """<!-- Made by `factcheck rules docs`; do not edit by hand. -->

# The house's words

`words.yaml` holds the words that are the same for every beat: how hedges, numbers and money are worded, and by which
words a sentence says when a figure held, what moved, what is a part of what. A newsroom may add words to any list, and
change the widths; a word in the wrong list makes sentences read wrongly, so run `factcheck rules test` after it.

What only one beat says belongs in its pack; see [writing a pack](writing-a-pack.md).
"""


def words_page(text: str) -> str:
    """The Markdown page of a words file: a heading for each section, a line for each of its lists."""
    lines = [_HEAD]
    for level, name, does in _keys(text):
        said = does.replace("<", "&lt;")
        if level == 0:
            lines += ["", f"## {name}", "", *([said, ""] if said else [])]
        else:
            lines.append(f"* `{name}`" + (f": {said}" if said else ""))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _keys(text: str) -> Iterator[tuple[int, str, str]]:
    """The level (0 for a section, 1 for a list), name and comment of each key of the two upper levels, in order."""
    comment: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if bare.startswith("#"):
            comment.append(bare.lstrip("# "))
            continue
        if key := _KEY.match(line):
            yield int(bool(key[1])), key[2].strip('"'), " ".join(comment)
        comment = []
