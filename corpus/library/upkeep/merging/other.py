"""Opening the library that is merged into this one: looked through first, in a copy that is brought to this version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.library.core.remains import is_there
from corpus.library.upkeep.unpacking import is_archive, unpack
from corpus.model.errors import InputError, LibraryError, UsageError
from corpus.model.progress import ProgressCallback
from corpus.store.database.database import Database
from corpus.store.folder.failing import telling
from corpus.store.folder.given_files import size_of
from corpus.store.folder.scratch import scratch
from corpus.store.salvage.examination import examine, is_database, is_of_ours
from corpus.store.salvage.salvage import salvage
from corpus.store.salvage.snapshot import copy_of
from corpus.store.store import DATABASE_NAME, Store

_NOT_OURS = frozenset({"bad_backup", "foreign_backup", "altered_backup"})


@dataclass(frozen=True, slots=True)
class OtherLibrary:
    """An opened copy of another library's database, and the folders its originals may lie in."""

    path: Path
    store: Store
    originals: tuple[Path, ...]


@contextmanager
def opened(path: Path, root: Path, progress: ProgressCallback) -> Iterator[OtherLibrary]:
    """Open a library's folder, a copy of its database or a backup for merging; nothing of it is written.

    Raises InputError (missing, unreadable, not_a_library), UsageError (same_library), LibraryError (library_newer,
    disk_full, disk_failed).
    """
    path = path.expanduser().absolute()
    if not path.is_dir():
        size_of(path)
    _refuse_itself(path, root)
    with scratch() as place:
        ready = place / "other"
        try:
            with telling(path, given=path):
                places = _copied(path, root, ready, progress)
                store = _brought_up(ready, path)
        except InputError as error:
            if error.kind not in _NOT_OURS:
                raise
            raise InputError("not_a_library", path=str(path)) from error
        try:
            yield OtherLibrary(path, store, places)
        finally:
            store.close()


def _refuse_itself(path: Path, root: Path) -> None:
    """Another name of this library, by a link or other letters, is this library."""
    own = (root, root / DATABASE_NAME)
    if path.exists() and any(one.exists() and path.samefile(one) for one in own):
        raise UsageError("same_library", path=str(path))


def _copied(path: Path, root: Path, ready: Path, progress: ProgressCallback) -> tuple[Path, ...]:
    """Bring the other database into ``ready``; return where its originals may lie."""
    if path.is_file() and not is_database(path):
        if not is_archive(path):
            raise InputError("not_a_library", path=str(path))
        unpack(path, ready, progress)
        return (ready / "originals",)
    if path.is_dir() and not is_there(path):
        raise InputError("not_a_library", path=str(path))
    database = path / DATABASE_NAME if path.is_dir() else path
    ready.mkdir(parents=True)
    try:
        copy_of(database, ready / DATABASE_NAME)
        examine(ready / DATABASE_NAME, path)
    except InputError as error:
        if error.kind != "bad_backup" or not _has_log(database):
            raise
        _salvaged(database, ready)
    folder = database.parent
    return tuple(dict.fromkeys((folder / "originals", folder.parent / "originals", root / "originals")))


def _has_log(database: Path) -> bool:
    """Tell whether a writer's log lies beside a database, which may have been written on another state of it."""
    log = Path(f"{database}-wal")
    return log.exists() and log.stat().st_size > 0 and is_of_ours(database)


def _salvaged(database: Path, ready: Path) -> None:
    """Read of a database and its log what can be read."""
    (ready / DATABASE_NAME).unlink(missing_ok=True)
    with scratch() as place:
        salvage(database, ready / DATABASE_NAME, place)


def _brought_up(ready: Path, path: Path) -> Store:
    """Bring the copy to this version and open it."""
    try:
        with closing(Database(ready / DATABASE_NAME, write=True)):
            pass
        return Store(ready, write=False)
    except LibraryError as error:
        if error.kind != "library_damaged":
            raise
        raise InputError("not_a_library", path=str(path)) from error
