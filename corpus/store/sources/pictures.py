"""Pictures of drafts: in the database, so that every copy of the library has them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: ``kind`` is png or jpeg, ``width`` and ``height`` are in pixels."""

    kind: str
    width: int
    height: int
    data: bytes


@guarded
class Pictures:
    """The table of pictures, by their hash."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def keep(self, picture: Picture) -> str:
        """Write a picture and return its id."""
        name = hashlib.sha256(picture.data).hexdigest()
        self._database.run(
            "INSERT OR REPLACE INTO pictures VALUES (?,?,?,?,?)",
            name, picture.kind, picture.width, picture.height, picture.data,
        )  # fmt: skip
        return name

    def get(self, name: str) -> Picture | None:
        """Return a picture, ``None`` where there is none with this id."""
        row = self._database.row("SELECT * FROM pictures WHERE id = ?", name)
        return None if row is None else Picture(row["kind"], row["width"], row["height"], bytes(row["data"]))

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all pictures."""
        return tuple(row[0] for row in self._database.rows("SELECT id FROM pictures"))
