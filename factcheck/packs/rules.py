"""The rules of a pack, read from YAML nodes: their formulas, needs, messages and examples, each checked."""

from __future__ import annotations

import re

from factcheck.answers import SEVERITIES
from factcheck.formula import Expression, Formula, FormulaError
from factcheck.packs.bound import Bound
from factcheck.packs.formulas import formula_mistakes, formula_units
from factcheck.packs.keys import EXAMPLES, RULE
from factcheck.packs.marks import ExampleError, parse_example
from factcheck.packs.messages import SlotError, parse_message
from factcheck.packs.model import Example, Pack, Rule
from factcheck.packs.paths import PathError, Paths
from factcheck.packs.shape import Entries, Reader, clipped, nearest
from factcheck.packs.yamlfile import Node, Text

_CHECKS = ("check", "any of", "each of")
_RULE = tuple(RULE)
_TOLERANCE = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) +(\S+)")
SIDES = frozenset(("first", "second", "ahead", "behind"))  # of a pair
_EXAMPLES = tuple(EXAMPLES)


class RuleReader:
    """Reads the rules of one pack, whose vocabulary is known.

    Of a ``proven`` pack, one that is shipped, it does not ask again what the tests of this project have asked: whether
    its formulas make sense, its messages can be filled and its examples are marked.
    """

    def __init__(self, reader: Reader, pack: Pack, name: str = "", proven: bool = False) -> None:
        self.reader = reader
        self.proven = proven
        self.name = name or pack.name  # of the file whose rules these are
        self.pack = pack
        self.paths = Paths(pack)
        self.ids: dict[str, int] = {}

    def rule(self, node: Node) -> Rule | None:
        """The rule, best as it can be read; None when it has no formula. Mistakes go to the reader."""
        entries = self.reader.fields(node, "a rule", _RULE, ("id", "message", "severity", "why", "examples"))
        if not entries:
            return None
        checks = [self._formula(check) for check in self._checks(node, entries)]
        when = [self._formula(condition)] if (condition := self.reader.text_node(entries, "when")) else []
        named = [formula for formula in (*checks, *when) if formula is not None]
        each = "each of" in entries and "check" not in entries
        if not self.proven:
            self._message(entries, Bound(named if len(named) == len(checks) + len(when) else [], self.paths, each))
        return Rule(
            id=self._id(entries),
            pack=self.name,
            checks=tuple(check for check in checks if check is not None),
            each=each,
            links=frozenset(thing.within for thing in self.pack.things.values() if thing.within) | SIDES,
            tolerance=self.tolerance(entries, named),
            message=self.reader.text(entries, "message"),
            severity=self.reader.one_of(entries, "severity", SEVERITIES, "severity"),
            why=self.reader.text(entries, "why"),
            needs=self._needs(entries),
            when=when[0] if when else None,
            place=self.reader.place(node),
            **self._examples(entries),
        )

    def _id(self, entries: Entries) -> str:
        node = self.reader.text_node(entries, "id")
        if node is None:
            return ""
        self.reader.kebab(node, "a rule's id")
        if node.text in self.ids:
            what = f"`{clipped(node.text)}`: another rule of this file has that id, on line {self.ids[node.text]}"
            self.reader.wrong(node, what)
        self.ids.setdefault(node.text, node.line)
        return node.text

    def _checks(self, node: Node, entries: Entries) -> list[Text]:
        """The one formula of ``check``, or the several of ``any of`` or ``each of``."""
        given = [key for key in _CHECKS if key in entries]
        if not given:
            self.reader.wrong(node, "a rule has no `check` (nor `any of`, nor `each of`)")
        elif len(given) > 1:
            self.reader.wrong(entries[given[1]][0], f"a rule has either `{given[0]}` or `{given[1]}`, not both")
        listed = [node for key in _CHECKS[1:] for node in self.reader.texts(entries, key)]
        alone = self.reader.text_node(entries, "check")
        return [alone, *listed] if alone is not None else listed

    def tolerance(self, entries: Entries, formulas: list[Formula]) -> str:
        """A number and a unit in which one of the formulas compares: ``0.2 points``."""
        node = self.reader.text_node(entries, "tolerance")
        if node is None:
            return ""
        found = _TOLERANCE.fullmatch(node.text.strip())
        if found is None or found[2] not in self.pack.units:
            known = nearest(found[2] if found else "", self.pack.units)
            self.reader.wrong(node, f"`{clipped(node.text)}`: a tolerance is a number and a unit, 0.2 points; {known}")
        elif formulas and not any(found[2] in (formula_units(each, self.paths) or {found[2]}) for each in formulas):
            self.reader.wrong(node, f"`{clipped(node.text)}`: no check of this rule is in {found[2]}")
        elif self.pack.units[found[2]] == "whole" and "." in found[1]:
            self.reader.wrong(node, f"`{clipped(node.text)}`: {found[2]} are whole, so write a whole number of them")
        return " ".join(node.text.split())

    def _formula(self, node: Text) -> Formula | None:
        """A formula that makes sense in this pack; None, and mistakes noted, when it makes none."""
        try:
            formula = Formula.parse(node.text)
        except FormulaError as error:
            self.reader.wrong(node, error.problem, error.column - 1, 1)
            return None
        mistakes = [] if self.proven else formula_mistakes(formula, self.paths)
        for wrong in mistakes:
            self.reader.wrong(node, wrong.what, wrong.start, wrong.width)
        return None if mistakes else formula

    def _needs(self, entries: Entries) -> tuple[str, ...]:
        """Paths to roles: ``race.winner``."""
        for item in self.reader.texts(entries, "needs"):
            self._need(item)
        return self.reader.words(entries, "needs")

    def _need(self, item: Text) -> None:
        parts = tuple(item.text.strip().split("."))
        try:
            kind = self.paths.meaning(parts, ends="role").kind if len(parts) > 1 else "bare thing"
        except PathError as error:
            self.reader.wrong(item, str(error))
            return
        if kind != "thing":
            self.reader.wrong(item, f"`{clipped(item.text)}` is a {kind}; `needs` names roles, such as `race.winner`")

    def _message(self, entries: Entries, bound: Bound) -> None:
        """Every slot is an expression of what the rule's formulas name."""
        node = self.reader.text_node(entries, "message")
        if node is None:
            return
        try:
            message = parse_message(node.text)
        except SlotError as error:
            self.reader.wrong(node, str(error), error.start, error.end - error.start)
            return
        for part in message:
            if not isinstance(part, str):
                self._slot(node, part, bound)

    def _slot(self, node: Text, slot: Expression, bound: Bound) -> None:
        for what in bound.slot_mistakes(slot):
            self.reader.wrong(node, what, node.text.find(f"<{slot.text}") + 1, len(slot.text))

    def _examples(self, entries: Entries) -> dict[str, tuple[Example, ...]]:
        """At least one example that flags and one that passes; each flags has one mark and the others have none."""
        if "examples" not in entries:
            return {}
        key, kinds = entries["examples"]
        found = self.reader.fields(kinds, "`examples`", _EXAMPLES, ("flags", "passes"), at=key)
        return {kind: self._of_kind(kind, *entry) for kind, entry in found.items()}

    def _of_kind(self, kind: str, key: Text, node: Node) -> tuple[Example, ...]:
        return tuple(self._example(kind, item) for item in self.reader.items(node, key))

    def _example(self, kind: str, item: Text) -> Example:
        if self.proven:
            return Example(item.text, self.reader.place(item))
        try:
            is_marked = parse_example(item.text).is_marked
        except ExampleError as error:
            self.reader.wrong(item, str(error), error.start, error.end - error.start)
            return Example(item.text, self.reader.place(item))
        if kind == "flags" and not is_marked:
            self.reader.wrong(item, "an example that flags needs its slip marked: [607 -> 507]")
        if kind != "flags" and is_marked:
            self.reader.wrong(item, f"a mark belongs in `flags`; an example under `{kind}` has none")
        return Example(item.text, self.reader.place(item))
