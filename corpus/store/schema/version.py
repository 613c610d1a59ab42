"""Which version the schema of a library has, and that of the newest; known without the steps that lead there."""

from __future__ import annotations

import sqlite3
from typing import Final

VERSION: Final = 24
"""The newest version: as many as there are steps in ``tables``."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version a database states; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
