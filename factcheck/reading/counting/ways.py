"""The words that tell of a movement and which way it went (``words.yaml``, "movement")."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.words import Words


@dataclass(frozen=True, slots=True)
class Ways:
    """Words that move a figure up or down, all that move one, and those that "up" and "down" only complete."""

    up: frozenset[str]
    down: frozenset[str]
    any: frozenset[str]
    particled: frozenset[str]
    gained: frozenset[str]  # what rises, and what is won: "a gain of 5", "gains 5"
    lost: frozenset[str]

    def sign(self, word: str) -> int:
        """1 for up, -1 for down, 0 where a word does not say."""
        return 1 if word in self.up else -1 if word in self.down else 0


def ways(words: Words) -> Ways:
    """The moving words of the house, made once."""
    return words.once(_make)


def _make(words: Words) -> Ways:
    def group(*names: str) -> frozenset[str]:
        return frozenset(word for name in names for word in words.lists.get(f"movement/{name}", ()))

    degrees = group("more", "beyond") - group("higher")
    up, down = group("up", "gained") - degrees, group("down", "lost") - degrees
    every = up | down | group("either")
    return Ways(up, down, every, group("particled"), up | group("gains"), down | group("losses"))
