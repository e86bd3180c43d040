"""The Markdown parser, made to tell where the words of a block stand in it.

markdown-it gives inline tokens no places. Each of its rules is called with the place it starts from, so each rule is
wrapped to note that place on the tokens it makes; plain words, which the parser gathers aside, get rules of our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    Rule = Callable[[StateInline, bool], bool]

DEEPEST = 100  # blocks in one another: a list counts twice
_NOTE = re.compile(r"\[\^[^\]\s]{1,99}\](?::[ \t]*)?")
_WORDS = re.compile(r"[^\n!&*<\[\\\]_`~]+")  # up to a character that may be markup


@cache
def parser() -> MarkdownIt:
    """A CommonMark parser with tables, whose inline tokens hold their place in ``meta["at"]``.

    It parses blocks only; the words of each are parsed when they are written, so that they need not all be kept.
    """
    from markdown_it import MarkdownIt, rules_inline

    markdown = (
        MarkdownIt("commonmark", {"maxNesting": DEEPEST})
        .enable(["table", "strikethrough"])
        .disable(["inline", "text_join", "fragments_join"])
    )
    ruler = markdown.inline.ruler
    for name in ("escape", "link", "image", "autolink", "html_inline", "entity"):
        ruler.at(name, _placed(getattr(rules_inline, name)))
    ruler.at("backticks", _placed(rules_inline.backtick))
    ruler.at("emphasis", _placed(rules_inline.emphasis.tokenize))
    ruler.at("strikethrough", _placed(rules_inline.strikethrough.tokenize))
    ruler.at("text", _words)
    ruler.before("link", "note", _note)
    markdown.block.ruler.at("reference", _of_no_note)
    ruler.at("newline", _newline)
    ruler.push("other", _other)
    return markdown


def _placed(rule: Rule) -> Rule:
    """``rule``, noting on each token it makes the place it started from."""

    def placed(state: StateInline, silent: bool) -> bool:
        at, before = state.pos, len(state.tokens)
        done = rule(state, silent)
        if state.pending:  # marks that turned out to be words: a backtick with no other
            state.pushPending()
        for token in state.tokens[before:]:
            token.meta.setdefault("at", at)
            at += len(token.content) if token.type == "text" else 0  # "**" is two tokens
        return done

    return placed


def _words(state: StateInline, silent: bool) -> bool:
    """Plain words: everything up to a character that may be markup."""
    found = _WORDS.match(state.src, state.pos, state.posMax)
    return bool(found) and _take(state, silent, len(found.group()) if found else 0)


def _note(state: StateInline, silent: bool) -> bool:
    """The mark of a footnote, in the text or before the note: no reader takes it for a word."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    state.pos = found.end() if found else state.pos
    return bool(found)


def _of_no_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What a link's name stands for, but not a footnote of one word: "[^1]: Recounted"."""
    from markdown_it.rules_block import reference

    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)


def _other(state: StateInline, silent: bool) -> bool:
    """A character that turned out not to be markup."""
    return _take(state, silent, 1)


def _newline(state: StateInline, silent: bool) -> bool:
    """A line's end: a space, or a new line where two blanks stand before it."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        hard = state.src.endswith("  ", 0, state.pos)
        state.push("hardbreak" if hard else "softbreak", "br", 0).meta["at"] = state.pos
    state.pos += 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True


def _take(state: StateInline, silent: bool, length: int) -> bool:
    if not silent:
        token = state.push("text", "", 0)
        token.content = state.src[state.pos : state.pos + length]
        token.meta["at"] = state.pos
    state.pos += length
    return True
