"""A pack that extends another: its words are added to the other's, and the other's rules switched off or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from factcheck.answers import SEVERITIES
from factcheck.packs.keys import CHANGE
from factcheck.packs.model import Measure, Pack, Role, Rule, Thing
from factcheck.packs.rules import RuleReader
from factcheck.packs.shape import Entries, Reader, clipped, nearest
from factcheck.packs.yamlfile import Node, Text

_CHANGE = tuple(CHANGE)

Part = TypeVar("Part", Thing, Measure, Role)


def merged(base: Pack, more: Pack) -> Pack:
    """The base with the vocabulary of the pack that extends it; rules and names are the base's."""
    return replace(
        base,
        units=base.units | more.units,
        things=_parts(base.things, more.things),
        measures=_parts(base.measures, more.measures),
        roles=_parts(base.roles, more.roles),
        scope=_lists(base.scope, more.scope),
        words_of=_lists(base.words_of, more.words_of),
        set_aside=_joined(base.set_aside, more.set_aside),
        left_alone=(*base.left_alone, *more.left_alone),
        tested_with=_joined(base.tested_with, more.tested_with),
        widths=(*base.widths, *more.widths),
    )


def _parts(base: Mapping[str, Part], more: Mapping[str, Part]) -> dict[str, Part]:
    both = {name: _part(base[name], part) if name in base else part for name, part in more.items()}
    return {**base, **both}


def _part(base: Part, more: Part) -> Part:
    """The wordings of both; a number or a name that is given anew goes before the old one."""
    changed: dict[str, Any] = {}
    for each in fields(more):
        old, new = getattr(base, each.name), getattr(more, each.name)
        if isinstance(new, tuple):
            changed[each.name] = _joined(old, new)
        elif new and isinstance(new, (str, int)):
            changed[each.name] = new
    return replace(base, **changed)


def _lists(base: Mapping[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {**base, **{name: _joined(base.get(name, ()), listed) for name, listed in more.items()}}


def _joined(base: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*base, *more)))


@dataclass(frozen=True)
class Changes:
    """What an extension does to the rules of its base."""

    off: tuple[str, ...] = ()
    changed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # rule id -> severity, tolerance

    def made(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """The rules that are left, as changed."""
        return tuple(self._changed(rule) for rule in rules if rule.id not in self.off)

    def _changed(self, rule: Rule) -> Rule:
        changed: dict[str, Any] = dict(self.changed.get(rule.id, {}))
        return replace(rule, **changed)


def read_changes(reader: Reader, top: Entries, base: Pack) -> Changes:
    """``off`` and ``change`` of a pack that extends ``base``; mistakes go to the reader."""
    rules = {rule.id: rule for rule in base.rules}
    for item in reader.texts(top, "off"):
        _known(reader, item, rules)
    entries = reader.entries(top["change"][1], "`change`") if "change" in top else {}
    reading = RuleReader(reader, base)
    changed = {name: _change(reading, key, node, rules) for name, (key, node) in entries.items()}
    return Changes(reader.words(top, "off"), changed)


def _known(reader: Reader, node: Text, rules: Mapping[str, Rule]) -> Rule | None:
    rule = rules.get(node.text.strip())
    if rule is None:
        reader.wrong(node, f"`{clipped(node.text)}`: no such rule; {nearest(node.text, rules)}")
    return rule


def _change(reading: RuleReader, key: Text, node: Node, rules: Mapping[str, Rule]) -> dict[str, str]:
    reader = reading.reader
    rule = _known(reader, key, rules)
    entries = reader.fields(node, f"the change of `{key.text}`", _CHANGE)
    changed = {}
    if "severity" in entries:
        changed["severity"] = reader.one_of(entries, "severity", SEVERITIES, "severity")
    if "tolerance" in entries and rule is not None:
        changed["tolerance"] = reading.tolerance(entries, list(rule.checks))
    return changed
