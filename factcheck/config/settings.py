"""What ``factcheck.toml`` may hold, checked at the border."""

from __future__ import annotations

import re
import tomllib
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from factcheck.errors import ConfigError
from factcheck.names.meant import likeliest

Model = TypeVar("Model", bound=BaseModel)
Style = Literal["text", "table", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "html"]


def _day(value: object) -> object:
    """TOML has days of its own; they are kept as they are written."""
    return value.isoformat() if hasattr(value, "isoformat") else value


Day = Annotated[str, BeforeValidator(_day), Field(pattern=r"^\d{4}-\d\d-\d\d$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"))


class PathSettings(_Strict):
    """What may be set for some paths only."""

    reference: list[str] | None = None
    date: Day | None = None
    ignore: list[str] | None = None
    encoding: str | None = None


class Settings(PathSettings):
    """Everything that may be set in a configuration file; ``None`` where it is not."""

    rules: list[str] | None = None
    max_size: float | int | None = None
    max_text: float | int | None = None
    max_figures: int | None = None
    format: Style | None = None
    output: list[str] | None = None
    fail_on: Literal["error", "warning", "note", "never"] | None = None
    waivers: list[str] | None = None
    baseline: str | None = None
    changed_since: str | None = None
    min_coverage: float | int | None = None
    jobs: int | None = None
    exclude: list[str] | None = None
    quiet: bool | None = None
    verbose: bool | None = None
    paths: dict[str, PathSettings] | None = None


class WaiverEntry(_Strict):
    """One ``[[allow]]`` of a waiver file."""

    rule: str
    reason: Annotated[str, Field(min_length=1)]
    path: str = "**"
    words: str = ""
    until: Day | None = None


class WaiverFile(_Strict):
    """A waiver file."""

    allow: list[WaiverEntry] = []


def parse_toml(name: str, text: str) -> dict[str, Any]:
    """The content of a TOML file. Raises ConfigError with the place of a mistake."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{name}: {_lower(str(error) or 'nested too deep')}") from None


def checked(model: type[Model], name: str, text: str, content: object) -> Model:
    """The content as ``model`` has it. Raises ConfigError that tells every mistake, with line and what may be meant."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise ConfigError("\n".join(_mistake(name, text, each) for each in error.errors())) from None


def _mistake(name: str, text: str, error: Any) -> str:
    place = tuple(step for step in error["loc"] if step != "function-before[_day(), str]")
    key = str(place[-1]) if place else ""
    where = f"{name}: line {_line(text, place)}"
    if error["type"] == "extra_forbidden":
        near = likeliest(key, _keys(place))
        meant = f'did you mean "{near}"?' if near else f"there are: {', '.join(_keys(place))}"
        return f'{where}: there is no setting "{key}"; {meant}'
    if error["type"] == "missing":
        return f'{where}: "{key}" is missing'
    return f'{where}: "{_dotted(place)}": {_lower(error["msg"])}'


def _keys(place: tuple[str | int, ...]) -> list[str]:
    """The settings that there are at a place."""
    model: type[BaseModel] = Settings if len(place) == 1 else PathSettings
    if place[0] == "allow":
        model = WaiverEntry
    return [(field.alias or known) for known, field in model.model_fields.items()]


def _line(text: str, place: tuple[str | int, ...]) -> int:
    """The line on which a setting stands, 1 if it is not found."""
    at = 0
    for step in place:
        pattern = r"^[ \t]*\[\[" if isinstance(step, int) else rf"^[ \t]*\[*[^\n=#]*[\"']?{re.escape(step)}\b"
        hits = re.compile(pattern, re.M).finditer(text, 0 if isinstance(step, int) else at)
        found = [hit.start() for hit, _ in zip(hits, range(step + 1 if isinstance(step, int) else 1), strict=False)]
        at = found[-1] if found else at
    return text.count("\n", 0, at) + 1


def _dotted(place: tuple[str | int, ...]) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in place)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
