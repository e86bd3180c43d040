"""A formula in an editor's words: ``race.majority == race.winner.votes`` is "majority = the winner's votes"."""

from __future__ import annotations

import re

_COUNT = re.compile(r"count\((\w+) where ([^()]+)\)")
_ALL = re.compile(r"(sum|count|min|max)\((\w+(?:\.\w+)+(?:@\w+)?)\)")
_PATH = re.compile(r"\b[a-z_]+(?:\.[a-z_]+(?:\[\d+\])?)+(?:@\w+)?")
_SIGNS = {"==": "=", "!=": "is not", ">=": "is at least", "<=": "is at most", " * ": " × "}
_FUNCTIONS = {"sum": "all {} together", "count": "the number of {}", "min": "the least of {}", "max": "the most of {}"}
_TAGS = {
    "before": "{} before",
    "change": "change of {}",
    "shift": "stated change of {}",
    "ratio": "change of {} in per cent",
    "times": "times that {} became",
    "whole": "{} in all",
    "first": "the first of {}",
    "second": "the second of {}",
}


def spoken(formula: str) -> str:
    """The text of a formula with its paths in words; what is not a path stays as it is."""
    text = _COUNT.sub(lambda m: f"the number of {m[1]}s whose {_condition(m[2], m[1])}", formula)
    text = _ALL.sub(lambda m: _FUNCTIONS[m[1]].format(_path(m[2])), text)
    text = _PATH.sub(lambda m: _path(m[0]), text)
    for sign, words in _SIGNS.items():
        text = text.replace(sign, words)
    return text


def _condition(text: str, thing: str) -> str:
    """A condition on the things counted: "winner's party is group"."""
    left, _, right = text.partition("==")
    return f"{_path(left.strip()).removeprefix('the ')} is that {right.strip() or thing}"


def _path(path: str) -> str:
    """``candidate.race.winner.votes@before`` is "the winner's votes before": the thing itself is not said."""
    path, _, tag = path.partition("@")
    _, *steps, figure = path.split(".")
    owners = [re.sub(r"\[(\d+)\]", r" \1", step).replace("_", " ") for step in steps if step not in ("race", "whole")]
    words = figure.replace("_", " ")
    said = f"the {_owned(owners)} {words}" if owners else words
    return _TAGS.get(tag, "{} in " + tag).format(said) if tag else said


def _owned(owners: list[str]) -> str:
    return " ".join(f"{o}’" if o.endswith("s") else f"{o}’s" for o in owners)
