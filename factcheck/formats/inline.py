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
    from markdown_it.rules_inline import StateInline

    Rule = Callable[[StateInline, bool], bool]

_WORDS = re.compile(r"[^\n!&*<\[\\\]_`]+")  # up to a character that may be markup


@cache
def parser() -> MarkdownIt:
    """A CommonMark parser with tables, whose inline tokens hold their place in ``meta["at"]``.

    It parses blocks only; the words of each are parsed when they are written, so that they need not all be kept.
    """
    from markdown_it import MarkdownIt, rules_inline

    markdown = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "fragments_join"])
    ruler = markdown.inline.ruler
    for name in ("escape", "link", "image", "autolink", "html_inline", "entity"):
        ruler.at(name, _placed(getattr(rules_inline, name)))
    ruler.at("backticks", _placed(rules_inline.backtick))
    ruler.at("emphasis", _placed(rules_inline.emphasis.tokenize))
    ruler.at("text", _words)
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
        for number, token in enumerate(state.tokens[before:]):
            token.meta.setdefault("at", at + (number if token.type == "text" else 0))  # "**" is two tokens
        return done

    return placed


def _words(state: StateInline, silent: bool) -> bool:
    """Plain words: everything up to a character that may be markup."""
    found = _WORDS.match(state.src, state.pos, state.posMax)
    return bool(found) and _take(state, silent, len(found.group()) if found else 0)


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
