"""Opening the database of an index, also where nothing may be written."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote


def is_still(path: Path) -> bool:
    """Tell whether the database at ``path`` is to be read as one nobody writes: nothing may be written beside it."""
    return not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the database at ``path``; sqlite3.Error where it cannot be.

    Where nothing may be written SQLite has to be told that nobody writes: it would share memory through a file.
    """
    still = not write and is_still(path)
    address = f"file:{quote(os.fsencode(path))}?immutable=1" if still else path
    # Autocommit: every transaction is begun by hand.
    return sqlite3.connect(
        address, uri=still, timeout=30 if write else 5, isolation_level=None, check_same_thread=False
    )
