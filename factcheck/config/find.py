"""Reads configuration and waiver files; pydantic is imported for it, so only where there is one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.config.places import read_small
from factcheck.config.settings import Settings, WaiverFile, checked, parse_toml


@dataclass(frozen=True)
class Config:
    """The settings of one file, with every path made one from here; ``path`` is None where there is no file."""

    path: Path | None = None
    values: dict[str, Any] = field(default_factory=dict)  # by the option's name: "fail_on"
    paths: dict[str, dict[str, Any]] = field(default_factory=dict)  # pattern -> settings of those paths

    @property
    def folder(self) -> Path:
        """The folder to which the file's paths and patterns are relative."""
        return self.path.parent if self.path else Path()


def read_config(path: Path) -> Config:
    """The configuration in a file. Raises ConfigError."""
    text = read_small(path)
    content = parse_toml(str(path), text)
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("factcheck", {})
    settings = checked(Settings, str(path), text, content)
    given = settings.model_dump(exclude_none=True)
    sections = given.pop("paths", {})
    folder = path.parent
    return Config(path, _placed(given, folder), {key: _placed(each, folder) for key, each in sections.items()})


def read_waiver_file(path: Path) -> list[tuple[int, dict[str, Any]]]:
    """The entries of a waiver file, each with its line. Raises ConfigError."""
    text = read_small(path)
    file = checked(WaiverFile, str(path), text, parse_toml(str(path), text))
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if line.strip().startswith("[[allow]]")]
    entries = [each.model_dump() for each in file.allow]
    return list(zip([*lines, *[1] * len(entries)], entries, strict=False))


def _placed(given: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The settings with paths that are relative to the file's folder made ones from here."""
    made = dict(given)
    for key in ("rules", "waivers"):
        if key in made:
            made[key] = [str(folder / each) for each in made[key]]
    if "reference" in made:
        made["reference"] = [str(folder / each) if (folder / each).exists() else each for each in made["reference"]]
    if "baseline" in made:
        made["baseline"] = str(folder / made["baseline"])
    if "output" in made:
        made["output"] = [_output(each, folder) for each in made["output"]]
    return made


def _output(given: str, folder: Path) -> str:
    style, colon, path = given.partition(":")
    return f"{style}:{folder / path}" if colon and path != "-" else given
