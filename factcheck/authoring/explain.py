"""A rule in plain words, for ``factcheck explain RULE``: why it exists, what must hold, what it reads, examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from factcheck.formula import Count, Leaf, Members, Path
from factcheck.packs.marks import parse_example
from factcheck.packs.model import Example, Measure, Pack, Role, Rule

_WIDTH = 100


def explain(rule: Rule, pack: Pack) -> str:
    """The page of one rule as plain text, without a newline at its end."""
    parts = [f"{rule.name} ({rule.severity})", fill(rule.why, _WIDTH)]
    if rule.checks:  # the built-in laws have none
        parts += [_holds(rule), _reads(rule, pack)]
    return "\n\n".join(part for part in [*parts, *_examples(rule)] if part)


def _holds(rule: Rule) -> str:
    """What must hold, one formula a line."""
    title = "What must hold:" if rule.each or len(rule.checks) == 1 else "What must hold, one of:"
    lines = [check.text for check in rule.checks]
    lines += [f"only when {rule.when.text}"] if rule.when is not None else []
    lines += [f"give or take {rule.tolerance}"] if rule.tolerance else []
    lines += [f"only where the text tells: {', '.join(rule.needs)}"] if rule.needs else []
    return "\n".join([title, *(f"  {line}" for line in lines)])


def _reads(rule: Rule, pack: Pack) -> str:
    """The figures and roles that its formulas name, with the words that writers use for them."""
    formulas = [*rule.checks, *([rule.when] if rule.when is not None else [])]
    names = dict.fromkeys(name for formula in formulas for leaf in formula.paths for name in _names(leaf))
    lines = [_figure(pack.measures[name]) for name in names if name in pack.measures]
    lines += [_role(pack.roles[name]) for name in names if name in pack.roles]
    filled = [fill(line, _WIDTH, subsequent_indent="    ") for line in lines]
    return "\n".join(["What it reads:", *filled]) if lines else ""


def _names(leaf: Leaf) -> Iterator[str]:
    """The names along the paths of a figure."""
    if isinstance(leaf, Path):
        yield from (step.name for step in leaf.steps)
    elif isinstance(leaf, Members):
        yield from _names(leaf.path)
    elif isinstance(leaf, Count):
        sides = [side for side in (leaf.where.left, leaf.where.right) if isinstance(side, Path)]
        yield from (name for path in (leaf.thing, *sides) for name in _names(path))


def _figure(figure: Measure) -> str:
    """A figure and its wordings, as they stand in a sentence."""
    wordings = [f"{noun} .. <n>" for noun in figure.nouns] + [f"<n> {noun}" for noun in figure.nouns]
    wordings += [f"{word} <n>" for word in (*figure.verbs, *figure.bare_after)] + list(figure.forms)
    wordings += [f"beside {figure.goes_with}"] if figure.goes_with else []
    return f"  {figure.name} of a {figure.of}, in {figure.unit}: {_quoted(wordings)}"


def _role(role: Role) -> str:
    wordings = [*role.verbs, *role.beats, *role.beaten_by, *role.over, *role.called]
    return f"  {role.name} of a {role.of}: {_quoted(wordings)}"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in dict.fromkeys(words)) or "by its name only"


def _examples(rule: Rule) -> Iterator[str]:
    titles = {"It flags:": rule.flags, "It passes:": rule.passes, "It is known to miss:": rule.missed}
    for title, examples in titles.items():
        if examples:
            yield "\n".join([title, *(_example(example) for example in examples)])


def _example(example: Example) -> str:
    """The sentence with its slip, and below what would be right."""
    marked = parse_example(example.text)
    text = marked.wrong_text.strip().replace("\n", "\n    ")
    slip = marked.wrong_text[marked.start : marked.end]
    return f"  - {text}" + (f"\n      ({slip} should be {marked.right})" if marked.is_marked else "")
