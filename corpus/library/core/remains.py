"""What stands in a folder where a library once was: absence of its database is not newness."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.library.core.clock import now
from corpus.model.errors import InputError, LibraryError
from corpus.store.folder.names import BEING_MADE, COPIES
from corpus.store.salvage.examination import examine
from corpus.store.store import DATABASE_NAME

_BESIDE: Final = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left of a library: how many originals, the daily copies (newest first), and whether anything else."""

    originals: int
    copies: tuple[Path, ...]
    others: bool

    @property
    def anything(self) -> bool:
        """Tell whether anything is left at all."""
        return bool(self.originals or self.copies or self.others)

    def newest_sound_copy(self) -> Path | None:
        """Return the newest copy that can be brought back; looks into as many as it must."""
        return next((copy for copy in self.copies if is_sound(copy)), None)


def is_there(root: Path) -> bool:
    """Tell whether a library's database stands in ``root``; one of no bytes is none."""
    database = root / DATABASE_NAME
    return database.exists() and database.stat().st_size > 0


def daily_copies(root: Path) -> tuple[Path, ...]:
    """Return the daily copies, newest first; those of days to come, of a clock that was wrong, last."""
    today = f"library-{now()[:10]}.db"
    found = (root / COPIES).glob("library-*.db")
    return tuple(sorted(found, key=lambda one: (one.name <= today, one.name), reverse=True))


def remains_of(root: Path) -> Remains:
    """Return what is left of a library in ``root``; OSError."""
    originals = root / "originals"
    files = {one.name for one in root.iterdir()} if root.is_dir() else set()
    others = any(f"{DATABASE_NAME}{tail}" in files for tail in _BESIDE)
    others = others or any(name.startswith("library.v") and name.endswith(".bak.db") for name in files)
    others = (
        others
        or (root / "index" / "characters.current").exists()
        or (root / "index" / "words.current").exists()
    )
    others = others or (
        DATABASE_NAME in files and not (root / DATABASE_NAME).is_file()
    )  # a link to what is away
    locked = "library.lock" in files and not any(name.startswith(BEING_MADE) for name in files)
    return Remains(
        sum(1 for one in originals.iterdir() if len(one.name) == 64) if originals.is_dir() else 0,
        daily_copies(root),
        others or locked,
    )


def refuse_to_fill(root: Path) -> None:
    """Raise LibraryError (library_missing) where a library stood in ``root`` whose database is gone."""
    left = remains_of(root)
    if not left.anything or is_there(root):  # it may just have been made
        return
    newest = left.newest_sound_copy()
    raise LibraryError(
        "library_missing" if newest else "library_missing_whole",
        path=str(root), originals=left.originals, copies=len(left.copies), newest=newest.name if newest else "",
    )  # fmt: skip


def is_sound(copy: Path) -> bool:
    """Tell whether a copy of a database can be brought back."""
    try:
        return examine(copy, copy) > 0
    except (InputError, LibraryError, OSError):
        return False
