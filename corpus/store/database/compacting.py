"""Compacting a database: what came in the order of its texts left the pages of the indexes a third empty.

Words that are filtered by were written in pieces, and stand in one after that.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import Final

from corpus.model.errors import LibraryError
from corpus.store.database.database import Database
from corpus.store.schema.columns import WORDS

_MUCH: Final = 500
_SHARE: Final = 3
"""New articles, and what part of all they are, from which on much room is given back."""
_LARGEST: Final = 1_000_000_000
"""Bytes of the largest database that is written anew for the room it gives back: it takes seconds."""
_TIMES: Final = 3
"""What is written anew stands on the disk so many times for a moment."""


def compact_after(database: Database, new: int) -> bool:
    """Vacuum the database where enough ``new`` articles came to be worth it; not inside a transaction.

    Tell whether it was done: it is left where that would hold up who reads (a slow journal), or has no room.
    """
    if new < _MUCH or database.caution is not None:
        return False
    with suppress(LibraryError, OSError):
        row = database.row("SELECT count(*) FROM articles")
        size = database.path.stat().st_size
        room = shutil.disk_usage(database.path.parent).free
        if row is not None and new * _SHARE >= row[0] and size <= min(_LARGEST, room // _TIMES):
            for table in WORDS:
                database.run(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            database.run("VACUUM")
            return True
    return False
