"""Second copies of a library's database that a synchronising folder left beside it when two computers wrote at once.

Their names differ from program to program (``library (冲突副本).db``, ``library-DESKTOP-1.db``,
``library.sync-conflict-20260102-030405-ABCDEFG.db``): any other database of ours in the folder is taken for one.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Final

from corpus.model.errors import LibraryError
from corpus.store.database.overwriting import log_fits
from corpus.store.folder.failing import copy_file
from corpus.store.folder.files import put_in_place, replacing
from corpus.store.folder.names import COPIES
from corpus.store.salvage.examination import is_of_ours
from corpus.store.store import DATABASE_NAME

_OWN_TAILS: Final = (".part", "-wal", "-shm", "-journal")
_LEFT_BESIDE: Final = ("-wal", "-shm", "-journal")


def twins_of(root: Path) -> tuple[Path, ...]:
    """Return the other databases of ours that lie beside the one of the library at ``root``, by name."""
    try:
        found = sorted(one for one in root.iterdir() if _may_be(one.name))
        own = root / DATABASE_NAME
        others = (one for one in found if one.is_file() and not (own.exists() and one.samefile(own)))
        return tuple(one for one in others if _is_ours(one))
    except OSError:
        return ()


def _is_ours(path: Path) -> bool:
    """Tell whether a file is a database of ours; one the disk does not give out is told of another time."""
    try:
        return is_of_ours(path)
    except (OSError, LibraryError):
        return False


def put_away(root: Path, path: Path) -> Path | None:
    """Put a twin that was merged among the copies; return where it lies now, ``None`` where ``path`` is no twin."""
    twin = path.expanduser().absolute()
    if twin not in twins_of(root.absolute()):
        return None
    folder = root / COPIES
    folder.mkdir(exist_ok=True)
    names = chain([f"merged-{twin.stem}.db"], (f"merged-{twin.stem}-{number}.db" for number in count(2)))
    target = next(place for name in names if not (place := folder / name).exists())
    for tail in _LEFT_BESIDE:  # what a writer left belongs to it
        beside = Path(f"{twin}{tail}")
        if beside.exists() and not beside.stat().st_size:
            beside.unlink()
        elif beside.exists():
            beside.replace(f"{target}{tail}")
    put_in_place(twin, target)
    return target


def give_back_log(root: Path, number: int) -> None:
    """Put the log a killed program left (``library.db-wal``) beside the file it was writing, by its ``number``.

    A synchronising folder may have renamed that file since and put another computer's in its place: read with the
    log of another file, what that computer wrote would be written over.
    """
    own = root / DATABASE_NAME
    log = Path(f"{own}-wal")
    with suppress(OSError):
        if not number or own.stat().st_ino == number or not log.stat().st_size:
            return
        for twin in twins_of(root):
            beside = Path(f"{twin}-wal")
            if twin.stat().st_ino == number and not beside.exists():
                Path(f"{own}-shm").unlink(missing_ok=True)
                log.replace(beside)
                return


def set_log_aside(root: Path) -> None:
    """Make a second copy of what a log tells that was written on another state of the database than stands there.

    Another program wrote over the file in place: read with that log, both would be spoilt. Raises LibraryError
    (disk_full), YindeError (not_writable).
    """
    own = root / DATABASE_NAME
    log = Path(f"{own}-wal")
    if log_fits(own):
        return
    names = chain(["library-aside.db"], (f"library-aside-{number}.db" for number in count(2)))
    target = next(place for name in names if not (place := root / name).exists())
    with replacing(target) as part:
        copy_file(own, part)
    log.replace(f"{target}-wal")
    Path(f"{own}-shm").unlink(missing_ok=True)


def _may_be(name: str) -> bool:
    before_update = name.startswith("library.v") and name.endswith(".bak.db")
    return name != DATABASE_NAME and not before_update and not name.endswith(_OWN_TAILS)
