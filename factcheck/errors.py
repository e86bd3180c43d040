"""The errors a user can meet. Each message names the file and the place, says what is wrong and what to do."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something the user gave cannot be used; ``str(error)`` is the whole message, ready to print."""


class DocumentError(FactcheckError):
    """A draft that cannot be read."""


class RuleError(FactcheckError):
    """A rule file that cannot be used; the message holds every mistake of the file, one a paragraph."""


class TableError(FactcheckError):
    """A reference table that cannot be used."""


class ConfigError(FactcheckError):
    """A configuration or waiver file that cannot be used."""
