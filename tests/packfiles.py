"""Rule files of the tests: written, edited and read."""

from __future__ import annotations

from pathlib import Path

from factcheck.packs.files import read_pack

BROKEN = Path(__file__).parent / "broken_packs"
GOOD = BROKEN / "good.yaml"


def write(folder: Path, text: str, name: str = "pack.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def edited(folder: Path, *edits: tuple[str, str]) -> Path:
    """The good pack with some words exchanged."""
    text = GOOD.read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) >= 1
        text = text.replace(old, new, 1)
    return write(folder, text)


def told(path: Path) -> str:
    """The first line of what is told of a broken file, without its name."""
    _, error = read_pack(path)
    assert error is not None
    return str(error).split("\n")[0].removeprefix(f"{path}:")
