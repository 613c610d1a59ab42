"""A library known to be damaged is only read until it is whole again: what is written into it may be lost."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

UNSOUND: Final = frozenset({"library_damaged", "disk_failed"})
"""Kinds of LibraryError after which what can still be read is worth saving."""
MARK: Final = "library.damaged"


def mark_damaged(root: Path) -> None:
    """Note that the library at ``root`` is damaged; where that cannot be noted, it is only told."""
    with suppress(OSError):
        (root / MARK).touch()


def is_marked(root: Path) -> bool:
    """Tell whether the library at ``root`` was found damaged."""
    return (root / MARK).exists()


def mark_sound(root: Path) -> None:
    """Note that the library at ``root`` was looked through and is whole."""
    with suppress(OSError):
        (root / MARK).unlink(missing_ok=True)
