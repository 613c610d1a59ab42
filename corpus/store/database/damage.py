"""A library known to be damaged is only read until it is whole again: what is written into it may be lost.

What was found is noted in the library's folder, where every process that has it open sees it before it writes.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from corpus.model.errors import LibraryError
from corpus.store.sqlite.errors import says_malformed

UNSOUND: Final = frozenset({"library_damaged", "disk_failed"})
"""Kinds of LibraryError after which what can still be read is worth saving."""
MARK: Final = "library.damaged"
"""Stands in a library that was looked through and is damaged, until it is found whole."""
MET: Final = "library.distrusted"
"""Stands in a library that is open and met damage while it was read, until it is opened again."""


def mark_damaged(root: Path) -> None:
    """Note that the library at ``root`` is damaged; where that cannot be noted, it is only told."""
    with suppress(OSError):
        (root / MARK).touch()


def is_marked(root: Path) -> bool:
    """Tell whether the library at ``root`` was found damaged."""
    return (root / MARK).exists()


def mark_sound(root: Path) -> None:
    """Note that the library at ``root`` was looked through and is whole."""
    for mark in (MARK, MET):
        with suppress(OSError):
            (root / mark).unlink(missing_ok=True)


def distrust(root: Path, error: sqlite3.Error, kind: str = "library_damaged") -> None:
    """Note that whoever has the library at ``root`` open met ``error``, where it says that its file is damaged.

    ``kind`` is disk_failed where the file is whole: what was read of it is not, and must not be written back.
    """
    if says_malformed(error):
        with suppress(OSError):
            (root / MET).write_text(kind if kind == "disk_failed" else "", encoding="utf-8")


def trust_anew(root: Path) -> None:
    """Forget, as the library at ``root`` is opened, what was met when it was open before."""
    with suppress(OSError):
        (root / MET).unlink(missing_ok=True)


def refuse_to_write(root: Path) -> None:
    """Raise LibraryError (library_damaged, disk_failed) where damage was found in the library at ``root``."""
    if is_marked(root) or (root / MET).exists():
        if not is_marked(root) and _met(root) == "disk_failed":
            raise LibraryError("disk_failed", path=str(root), detail="reopen")
        raise LibraryError("library_damaged", path=str(root))


def _met(root: Path) -> str:
    try:
        return (root / MET).read_text(encoding="utf-8", errors="replace")
    except OSError:  # and what it was cannot be read either
        return "disk_failed"
