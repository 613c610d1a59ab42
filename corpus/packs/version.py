"""The version of a pack, read without the rest of it."""

from __future__ import annotations

import tomllib
from importlib import resources


def pack_version(name: str) -> str:
    """Return the version a pack states."""
    about = resources.files("corpus.packs") / name / "pack.toml"
    return str(tomllib.loads(about.read_text(encoding="utf-8"))["version"])
