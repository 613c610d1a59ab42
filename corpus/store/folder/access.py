"""Why a database could not be opened or written: SQLite gives rights and a disk that fails the same code."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from corpus.model.errors import disk_fault
from corpus.store.folder.names import BESIDE

_TAILS: Final = ("", "-wal", "-shm", "-journal")


def why_refused(path: Path) -> str:
    """Return the kind of LibraryError it is that the database at ``path`` was not opened or not written.

    library_read_only where something there may not be written, disk_full or disk_failed where the disk takes no new
    file, and disk_failed too where it takes everything: a moment ago it did not.
    """
    if any(_is_barred(Path(f"{path}{tail}")) for tail in _TAILS):
        return "library_read_only"
    try:
        with tempfile.TemporaryFile(dir=path.parent, prefix=BESIDE):
            return "disk_failed"
    except OSError as error:
        return disk_fault(error)


def _is_barred(file: Path) -> bool:
    """Tell whether something stands at ``file`` that is no file, or one that may not be written.

    Nothing is opened where a process that closes any file loses all its locks on it, those of SQLite too.
    """
    try:
        if not file.exists():
            return file.is_symlink()
        if not file.is_file():
            return True
        if os.name == "posix":
            return not os.access(file, os.R_OK | os.W_OK)
        with file.open("r+b"):
            return False
    except OSError:
        return True
