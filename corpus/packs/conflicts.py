"""The contradictions a pack of the program has looked into, read without the rest of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

FILE = "conflicts.toml"


@cache
def conflicts_of(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the contradictions of a pack that ships with the program; none where it has no such file."""
    file = resources.files("corpus.packs") / name / FILE
    if not file.is_file():
        return ()
    import tomllib  # most who load this never ask

    return tuple(tomllib.loads(file.read_text(encoding="utf-8")).get("conflicts", ()))
