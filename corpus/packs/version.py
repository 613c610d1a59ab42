"""The version of a pack, read without the rest of it."""

from __future__ import annotations

import tomllib
from importlib import resources


def pack_version(name: str) -> str:
    """Return the version a pack states; an empty one where no such pack ships."""
    about = resources.files("corpus.packs") / name / "pack.toml"
    if not about.is_file():
        return ""
    return str(tomllib.loads(about.read_text(encoding="utf-8"))["version"])
