"""Which files in a library's folder are the library's own: nothing else may ever be written onto them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

DATABASE: Final = "library.db"
FOLDERS: Final = frozenset({"originals", "index", "cache", "backups"})
_TRACES: Final = (DATABASE, f"{DATABASE}-wal", "library.lock", "originals", "backups")
"""By one of these a folder is known as that of a library, also where the database itself is gone."""


def is_own_file(path: Path) -> bool:
    """Tell whether ``path`` is, or would be, a file of the library in whose folder it lies; links are followed."""
    for place in {path.absolute(), Path(os.path.realpath(path))}:
        for folder in place.parents:
            if _named_as_ours(place.relative_to(folder).parts) and looks_like_library(folder):
                return True
    return False


def looks_like_library(folder: Path) -> bool:
    """Tell whether a library stands, or stood, in ``folder``: by its files, or by names only it gives."""
    if (folder / DATABASE).exists():
        return True
    return sum((folder / name).exists() for name in _TRACES) > 1


def _named_as_ours(parts: tuple[str, ...]) -> bool:
    first = parts[0].casefold()
    if len(parts) == 1:
        return first in FOLDERS or first.startswith("library.")
    return first in FOLDERS
