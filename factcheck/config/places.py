"""Finds the configuration: ``factcheck.toml`` or ``[tool.factcheck]`` of the nearest folder upward."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import ConfigError

NAME = "factcheck.toml"
_LARGEST = 1_000_000  # bytes


def find_config(start: Path) -> Path | None:
    """The configuration file for work in a folder: the nearest upward, if there is one."""
    for folder in (start, *start.parents):
        own, shared = folder / NAME, folder / "pyproject.toml"
        if own.is_file():
            return own
        if shared.is_file() and "[tool.factcheck" in read_small(shared):
            return shared
    return None


def read_small(path: Path) -> str:
    """The text of a file that people write. Raises ConfigError."""
    try:
        data = path.read_bytes()[: _LARGEST + 1]
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(data) > _LARGEST:
        raise ConfigError(f"{path}: too large for a file of settings")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8; save it as UTF-8") from None
