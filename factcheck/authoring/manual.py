"""The manual of a pack, written from the pack itself as Markdown: what it reads, what must hold, why, and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.packs import Example, Measure, Pack, Role, Rule, Thing, keys
from factcheck.packs.keys import Key
from factcheck.packs.marks import parse_example, parse_place

WRITING = "writing-a-pack.md"
_MADE = "<!-- Made by `factcheck rules docs`; do not edit by hand. -->"
_NAMED = {"article": "nothing: it is the one that the article is about"}
_FORM_LANGUAGE = (
    ("`<n>`", "the figure; exactly one in a form", "`<n> votes`"),
    ("word", "that word, in capitals or not; articles are passed over", "`votes cast for`"),
    ("`..`", "a gap of up to five words; it never crosses a comma, a bracket or a figure", "`turnout .. <n>`"),
    ("`(a|b c)`", "one of these", "`<n> votes (ahead of|behind)`"),
    ("`word?`", "a word that may be left out", "`<n> more? votes`"),
    ("`_`", "a name of a person or place", "`<n> more than _`"),
    ("`_party`", "a name of a party", "`<n> _party .. won`"),
)
_FORMULA_LANGUAGE = (
    ("`race.majority`", "a figure of a thing"),
    ("`race.winner.votes`", "a figure of whoever plays a role in it"),
    ("`race.rank[2].votes`", "a figure of whoever came second"),
    ("`candidate.race.majority`", "a figure of the thing that another is in"),
    ("`pair.first.votes`", "of a pair: `first` and `second`, or `ahead` and `behind`"),
    ("`race.candidates.votes`", "the figures of all members; only in `sum`, `count`, `min` and `max`"),
    ("`race.majority@before`", "the figure before; `@2019` that of a year"),
    ("`race.majority@change`", "its change; `@shift` and `@ratio` a change told in per cent; `@times` a multiple"),
    ("`group.seats@whole`", "the whole of which it is a part: 37 of the 57 seats"),
    ("`12`, `0.5`", "a number, without commas"),
    ("`+ - * /`, `( )`, `abs(..)`", "arithmetic; it is exact, and figures are the ranges that their words allow"),
    ("`whole(..)`", "the whole numbers that something may be, or else the nearest: 7 for 67% of ten people"),
    ("`sum(..)`, `min(..)`, `max(..)`, `count(..)`", "over all members"),
    ("`count(race where race.winner.party == group)`", "how many members a condition picks out"),
    ("`==`, `!=`, `<`, `<=`, `>`, `>=`", "one comparison; both sides in one unit"),
    ("`race.outcome == hold`", "a word compared with a word"),
)


def pack_page(pack: Pack) -> str:
    """The page of one pack."""
    parts = [_MADE, f"# {pack.name}", pack.about, *_vocabulary(pack)]
    parts += ["## What must hold", *(part for rule in pack.rules for part in _rule(rule))]
    return "\n\n".join(parts) + "\n"


def writing_page() -> str:
    """The page on how to write a pack: the form language, the formula language, and every key."""
    languages = [
        "## The form language",
        "A form is words around one figure. The longest form wins; a form that sets aside wins over one as long.",
        _table(("in a form", "means", "such as"), _FORM_LANGUAGE),
        "## The formula language",
        "A formula compares two expressions of paths and numbers. It is worked in every direction.",
        _table(("in a formula", "means"), _FORMULA_LANGUAGE),
    ]
    tables = [part for title, table in _KEYS for part in (f"## {title}", _keys(table))]
    return "\n\n".join([_MADE, "# Writing a pack", _BEGIN, *languages, *tables]) + "\n"


_BEGIN = """\
A pack is one YAML file for one beat. To write one:

1. `factcheck rules new my-beat` writes a small pack that works, `my-beat.yaml`.
2. `factcheck rules try my-beat.yaml "a sentence"` shows what is read of each figure, or why it is not, and how far each
   form went. Add nouns and forms until the figures of your sentences are read. Each is proved by a sentence in `reads`.
3. Write down in `rules` what must hold between figures, each with examples that flag and that pass.
4. `factcheck rules test my-beat.yaml --coverage` proves it. Every mistake in the file is told with line and column.
5. `factcheck check drafts/ --rules my-beat.yaml` uses it.

A figure is read in this order: what it counts (the longest form around it), whose it is (the nearest name of the kind
that its thing is `named` by), and when (scope words). What cannot be told is not read, and says why.

Three things to know when an example does not do what it should:

* A round number is read as rounded: 300 is 250 to 350, and fits much. Write examples with numbers such as 279.
* A figure written with a unit (12mm, 31°C, £5) counts only what is in such a unit: `units: {mm: {counts: fraction,
  written: [mm]}}`. One written without a unit counts, too.
* A percentage counts only what is in `percent`; percentage points what is in `points`."""
_KEYS: tuple[tuple[str, Mapping[str, Key]], ...] = (
    ("The parts of a pack", keys.PACK),
    ("A unit", keys.UNIT),
    ("A thing", keys.THING),
    ("A figure", keys.FIGURE),
    ("A role", keys.ROLE),
    ("A rule", keys.RULE),
    ("The examples of a rule", keys.EXAMPLES),
    ("A change of a rule that another pack has", keys.CHANGE),
    ("A width", {**keys.WIDTH, **keys.REACH}),
)


def _keys(table: Mapping[str, Key]) -> str:
    return _table(("key", "what it holds"), ((f"`{name}`", _with_choices(key)) for name, key in table.items()))


def _with_choices(key: Key) -> str:
    return key.about + (f" One of {', '.join(f'`{choice}`' for choice in key.choices)}." if key.choices else "")


def _vocabulary(pack: Pack) -> Iterator[str]:
    """What the pack reads: its things, figures, roles, and what it leaves alone."""
    yield "## What it reads"
    if pack.things:
        yield _table(("thing", "what it is"), ((thing.name, _thing(thing)) for thing in pack.things.values()))
    if pack.measures:
        rows = ((_words(each.name), each.of, each.unit, _figure(each)) for each in pack.measures.values())
        yield _table(("figure", "of", "in", "wordings"), rows)
    if pack.roles:
        yield _table(("role", "in", "wordings"), ((_words(r.name), r.of, _role(r)) for r in pack.roles.values()))
    if sentences := [example for measure in pack.measures.values() for example in measure.reads]:
        yield "It reads the figure in bold of each of these:"
        yield "\n".join(f"* {_marked(example)}" for example in sentences)
    if pack.set_aside:
        yield f"It leaves alone: {_listed(pack.set_aside)}."
    if pack.left_alone:
        yield "\n".join(f"* {_marked(example)}" for example in pack.left_alone)


def _thing(thing: Thing) -> str:
    kinds = [_NAMED.get(kind, f"a {kind}") for kind in thing.named]
    parts = [f"named by {' or '.join(kinds)}"] if kinds else []
    parts += [f"words around its name: {_listed(thing.also)}"] if thing.also else []
    parts += [f"in a {thing.within}"] if thing.within else []
    parts += [f"a pair of {thing.two}s"] if thing.two else []
    parts += [f"made by the frame \u201c{thing.frame}\u201d"] if thing.frame else []
    return "; ".join(parts)


def _figure(measure: Measure) -> str:
    """The wordings of a figure, as they stand in a sentence."""
    wordings = [f"{noun} .. <n>" for noun in measure.nouns] + [f"<n> {noun}" for noun in measure.nouns]
    wordings += [f"{word} <n>" for word in (*measure.verbs, *measure.bare_after)] + list(measure.forms)
    beside = [f"beside {_words(measure.goes_with)}"] if measure.goes_with else []
    return "; ".join([*([_listed(wordings)] if wordings else []), *beside]) or "by a frame only"


def _role(role: Role) -> str:
    return _listed((*role.verbs, *role.beats, *role.beaten_by, *role.over, *role.called)) or "by its rank only"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield f"{rule.why} ({rule.severity.capitalize()}.)"
    one_of = "" if rule.each or len(rule.checks) == 1 else " (one of these)"
    lines = [check.text for check in rule.checks]
    lines += [f"only when {rule.when.text}"] if rule.when is not None else []
    lines += [f"give or take {rule.tolerance}"] if rule.tolerance else []
    lines += [f"only where the text tells {', '.join(rule.needs)}"] if rule.needs else []
    yield "\n".join([f"What must hold{one_of}:", "", "```text", *lines, "```"])
    titles = (("It flags:", rule.flags), ("It passes:", rule.passes), ("It is known to miss:", rule.missed))
    for title, examples in titles:
        if examples:
            yield "\n".join([title, "", *(f"* {_example(example)}" for example in examples)])


def _example(example: Example) -> str:
    """The sentence with its slip in bold, and what would be right."""
    marked = parse_example(example.text)
    text = _bold(marked.wrong_text, marked.start, marked.end)
    return f"{text} (Right would be {_plain(marked.right)}.)" if marked.is_marked else text


def _marked(example: Example) -> str:
    marked = parse_place(example.text)
    return _bold(marked.wrong_text, marked.start, marked.end)


def _bold(text: str, start: int, end: int) -> str:
    """One line of Markdown, with a stretch of it in bold."""
    if end <= start:
        return _plain(text)
    return f"{_plain(text[:start])}**{_plain(text[start:end])}**{_plain(text[end:])}"


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is; the lines of a list or table are told apart by a slash."""
    escaped = "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in text.rstrip("\n"))
    return " / ".join(line.strip() for line in escaped.split("\n")) if "\n" in escaped else escaped


def _words(name: str) -> str:
    return name.replace("_", " ")


def _listed(words: Iterable[str]) -> str:
    """Wordings as code, in order, each once."""
    return ", ".join(f"`` {word} ``" if "`" in word else f"`{word}`" for word in dict.fromkeys(words))


def _table(headers: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    lines = [f"| {' | '.join(headers)} |", f"|{'---|' * len(headers)}"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
