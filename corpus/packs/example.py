"""A finished draft a pack brings along, as plain values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class PackExample:
    """A draft of a pack; a block names its article by title and its place by the words that stand there."""

    title: str
    template: str
    settings: Mapping[str, Any]
    blocks: tuple[Mapping[str, Any], ...]


def pack_example() -> PackExample | None:
    """Return the example of the pack that ships with the program, ``None`` where it has none."""
    file = resources.files("corpus.packs") / "ecommerce" / "example.toml"
    if not file.is_file():
        return None
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return PackExample(
        str(told["title"]), str(told["template"]), told.get("settings", {}), tuple(told["blocks"])
    )
