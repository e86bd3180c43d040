"""What a dotted path means in a pack: ``race.winner.votes`` is the votes of a candidate, in votes."""

from __future__ import annotations

import re

from factcheck.packs.model import Pack, Role
from factcheck.packs.shape import nearest
from factcheck.values import frozen

TAGS = (
    "before",
    "change",
    "shift",
    "ratio",
    "times",
    "whole",
    "first",
    "second",
)  # shift, ratio: a change told in per cent; see binding.py
PLACE = "ordinal"  # a place in an order is compared with any count
_WANTED = {"figure": "figure", "word": "figure", "thing": "role"}  # what a kind of meaning is called when it is missing
_YEAR = re.compile(r"(1[0-9]|20)[0-9]{2}")


class PathError(ValueError):
    """A path that means nothing in this pack; the text says why, and the nearest path that does."""


@frozen
class Meaning:
    """What a path leads to: ``kind`` is thing, figure or word; ``many`` when it goes through all members."""

    kind: str
    thing: str  # the thing reached, or the one that the figure or word belongs to
    unit: str = ""
    many: bool = False


class Paths:
    """The paths of one pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._known: dict[tuple[tuple[str, ...], str], Meaning] = {}
        self._steps = {name: self._steps_from(name) for name in pack.things}

    def meaning(self, parts: tuple[str, ...], tag: str = "", ends: str = "figure") -> Meaning:
        """What ``race.winner.votes@before`` means; PathError when nothing, which says what the path ought to end in.

        Parts are names, or ``rank``; a path ends in a "figure", a "role", or a "figure or role".
        """
        found = self._known.get((parts, tag))
        if found is None:
            found = self._known[parts, tag] = self._tagged(self._end(parts, ends), ".".join(parts), tag)
        return found

    def _end(self, parts: tuple[str, ...], ends: str) -> Meaning:
        if parts[0] not in self.pack.things:
            raise PathError(self._unknown_root(parts))
        here = Meaning("thing", parts[0])
        for at, part in enumerate(parts[1:], 1):
            here = self._step(here, parts[:at], part, ends if at == len(parts) - 1 else "role")
        return here

    def steps(self, thing: str) -> dict[str, Meaning]:
        """Everything that can follow a thing in a path."""
        return self._steps.get(thing, {})

    def _unknown_root(self, parts: tuple[str, ...]) -> str:
        figure = self.pack.measures.get(parts[0])
        if figure is not None and len(parts) == 1:
            return f"`{parts[0]}`: a path begins with a thing; did you mean `{figure.of}.{parts[0]}`?"
        rest = "".join(f".{part}" for part in parts[1:])
        return f"`{parts[0]}{rest}`: no such thing; {nearest(parts[0], self.pack.things, after=rest)}"

    def _step(self, here: Meaning, before: tuple[str, ...], part: str, wanted: str) -> Meaning:
        path = ".".join(before)
        if here.kind != "thing":
            raise PathError(f"`{path}.{part}`: `{path}` is a {here.kind} and has no parts")
        found = self.steps(here.thing).get(part)
        if found is not None:
            return Meaning(found.kind, found.thing, found.unit, here.many or found.many)
        raise PathError(self._unknown(here.thing, path, part, wanted))

    def _unknown(self, thing: str, path: str, part: str, wanted: str) -> str:
        """That there is no such figure or role, and what may be meant."""
        steps = self.steps(thing)
        kinds = [kind for kind, word in _WANTED.items() if word in wanted]
        known = [name for name, meaning in steps.items() if meaning.kind in kinds] or list(steps)
        elsewhere = self.pack.measures.get(part)
        if elsewhere is not None and "figure" in wanted:
            other = f"`{part}` is a figure of `{elsewhere.of}`, not of `{thing}`"
            return f"`{path}.{part}`: {other}{self._by_way(path, thing, part)}"
        return f"`{path}.{part}`: no such {wanted} of `{thing}`; {nearest(part, known, before=f'{path}.')}"

    def _by_way(self, path: str, thing: str, part: str) -> str:
        """A path that does lead to the figure, one step further."""
        for name, meaning in sorted(self.steps(thing).items(), key=lambda step: step[1].many):
            if meaning.kind == "thing" and part in self.steps(meaning.thing) and name != "rank":
                return f"; did you mean `{path}.{name}.{part}`?"
        return ""

    def _tagged(self, here: Meaning, path: str, tag: str) -> Meaning:
        if not tag:
            return here
        if tag not in TAGS and not _YEAR.fullmatch(tag):
            raise PathError(f"`{path}@{tag}`: no such time; after @ comes {', '.join(TAGS)} or a year")
        if tag in TAGS[1:] and here.kind != "figure":
            raise PathError(f"`{path}@{tag}`: only a figure changes by so much, and this is a {here.kind}")
        return Meaning(here.kind, here.thing, _unit(here.unit, tag), here.many)

    def _steps_from(self, name: str) -> dict[str, Meaning]:
        """What may follow the thing ``name``; figures come last, so that they win over a word of the same name."""
        pack, thing = self.pack, self.pack.things[name]
        members = [other.name for other in pack.things.values() if other.within == name]
        steps = {plural(member): Meaning("thing", member, many=True) for member in members}
        steps |= {"rank": Meaning("thing", members[0])} if members else {}
        steps |= {role.name: Meaning("thing", self._player(role)) for role in pack.roles.values() if role.of == name}
        steps |= {side: Meaning("thing", thing.two) for side in ("first", "second", "ahead", "behind") if thing.two}
        steps |= {thing.within: Meaning("thing", thing.within)} if thing.within else {}
        steps |= {word: Meaning("word", name) for word in pack.words_of.get(name, ())}
        figures = [figure for figure in pack.measures.values() if figure.of == name or figure.of not in pack.things]
        return steps | {figure.name: Meaning("figure", name, figure.unit.replace(PLACE, "")) for figure in figures}

    def _player(self, role: Role) -> str:
        """The thing that plays a role: a member of the one it is a role of, else that thing itself."""
        return next((thing.name for thing in self.pack.things.values() if thing.within == role.of), role.of)


def _unit(unit: str, tag: str) -> str:
    """The unit of a figure's change: points for per cent. Of a change in per cent, or a side of a score, it is any."""
    if tag in ("shift", "ratio", "times", "first", "second"):
        return ""
    return "points" if tag == "change" and unit == "percent" else unit


def plural(name: str) -> str:
    """The plural of a thing's name: candidates, parties, classes."""
    if name.endswith("y") and name[-2:-1] not in tuple("aeiou"):
        return f"{name[:-1]}ies"
    return f"{name}{'es' if name.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
