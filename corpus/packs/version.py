"""The version of a pack, read without the rest of it."""

from __future__ import annotations

import re
from importlib import resources
from typing import Final

from index.lazy_pattern import LazyPattern

_STATED: Final = LazyPattern(r'^version *= *"([^"\\\n]+)" *$', re.MULTILINE)
"""The line that states it in a pack that ships; who opens a library would wait for all of the file to be parsed."""


def pack_version(name: str) -> str:
    """Return the version a pack states; an empty one where no such pack ships."""
    about = resources.files("corpus.packs") / name / "pack.toml"
    found = _STATED.search(about.read_text(encoding="utf-8")) if about.is_file() else None
    return "" if found is None else found[1]
