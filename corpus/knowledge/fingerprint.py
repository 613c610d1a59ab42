"""What tells whether texts were read by the extractors as they are now."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

EXTRACTORS: Final = 3
"""Raise this number when the extractors find other things than before: libraries are then offered to be read anew."""


@cache
def extractor_fingerprint() -> str:
    """Return a short text that is another one once the rules or the lists of words they read by are others."""
    digest = hashlib.sha256(str(EXTRACTORS).encode())
    for one in _lists(files("corpus.knowledge")):
        digest.update(one.name.encode())
        digest.update(one.read_bytes())
    return f"{EXTRACTORS}-{digest.hexdigest()[:12]}"


def _lists(folder: Traversable) -> list[Traversable]:
    """Return the lists of words in a folder and those below it, in order of their names."""
    found: list[Traversable] = []
    for one in sorted(folder.iterdir(), key=_name):
        if one.is_dir():
            found += _lists(one)
        elif one.name.endswith((".toml", ".txt")):
            found.append(one)
    return found


def _name(one: Traversable) -> str:
    return one.name
