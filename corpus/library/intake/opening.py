"""Opening a library; one that does not exist is made with the built-in pack."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from corpus.library.core.exchange import recover, sweep
from corpus.library.core.library import Library
from corpus.library.core.pack_versions import BUILT_IN, outdated_packs
from corpus.library.core.remains import is_there, refuse_to_fill
from corpus.library.core.twins import give_back_log, set_log_aside, twins_of
from corpus.library.facts.keeping_compared import keep_compared
from corpus.library.intake.building.found_by import mark_current
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError
from corpus.store.database.changes import Changes
from corpus.store.database.damage import is_marked, trust_anew
from corpus.store.folder.failing import telling, told
from corpus.store.folder.files import put_in_place, sweep_unfinished
from corpus.store.folder.lock import LibraryLock
from corpus.store.folder.names import BEING_MADE, LOOK
from corpus.store.folder.steps import reached
from corpus.store.store import DATABASE_NAME, Store

CREATION_SECONDS: Final = 30.0
"""How long a program waits for another one that is making the same library."""

_ONLY_READ: Final = {"library_read_only": "read_only", "disk_full": "no_room", "library_look": "looking"}
"""Why a library may only be read, and the caution that says so."""

_LONGEST: Final = 440
"""Bytes of a new library's folder: SQLite opens files of up to 512 only, and the longest names of copies follow."""

_LONGEST_OPENED: Final = 512 - len(f"/{DATABASE_NAME}-journal") - 1
"""Bytes of the folder of one that was moved: what stands beside its database has to be opened too."""

DISK: Final = "told:disk"
"""The setting that holds what a person was told of the disk the library lies on."""


def open_library(root: Path, *, write: bool, holder: str = "Yinde", joined: bool = False) -> Library:
    """Open the library at ``root``, making it first where nothing stands and ``write`` is asked for.

    Who only reads where nothing stands makes nothing there: a new library is shown from a folder of its own, which
    goes when it is closed, with a caution (no_library_yet). Where a library stood whose database is gone, nothing is
    made either (library_missing, library_missing_whole). An exchange of libraries that was ended too early is finished
    or taken back first, with a caution.

    With ``write`` the library's lock is taken and kept; ``joined`` means that the program which started this
    one made it and holds its lock. A library of an older version is brought to this one first, also where it is
    only read. LibraryError also: library_locked, library_newer, library_older, library_damaged, library_read_only,
    library_gone, library_not_a_folder, library_link_broken, disk_full, disk_failed.
    """
    root = _folder(root)
    if write and (root / LOOK).exists():
        raise LibraryError("library_look", path=str(root))
    if write and not joined and is_marked(root):
        raise LibraryError("library_damaged", path=str(root))
    _refuse_where_too_deep(root, _LONGEST_OPENED)
    recovered = None if joined else recover(root)
    if not is_there(root):
        if joined:
            raise LibraryError("library_gone", path=str(root))
        if not write:
            return _shown(root, holder)
        _create(root, holder)
    library = _writing(root, holder, joined=joined) if write else _reading(root, holder)
    if recovered is not None:
        library.cautions.append(recovered)
    if not joined:
        _tell_of_twins(library)
    return library


def _tell_of_twins(library: Library) -> None:
    """Have a person told of second copies of the database a synchronising folder left beside it."""
    twins = twins_of(library.root)
    if twins:
        names = ", ".join(one.name for one in twins)
        library.cautions.append(
            Caution("twins", {"path": str(library.root), "names": names, "n": len(twins)})
        )


def open_as_far_as_possible(root: Path, *, holder: str = "Yinde", joined: bool = False) -> Library:
    """Open the library at ``root`` for writing, or where its disk allows none only for reading, with a caution.

    The caution is read_only, no_room or looking. LibraryError as of ``open_library``.
    """
    try:
        return open_library(root, write=True, holder=holder, joined=joined)
    except LibraryError as error:
        if error.kind not in _ONLY_READ:
            raise
        caution = _ONLY_READ[error.kind]
    library = open_library(root, write=False, holder=holder)
    if not joined:
        library.cautions.append(Caution(caution, {"path": str(library.root)}))
    return library


def _shown(root: Path, holder: str) -> Library:
    """Return a new library for reading, in a folder that goes when it is closed; nothing is written at ``root``."""
    refuse_to_fill(root)
    with ExitStack() as stack:
        made = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="yinde-"))) / "library"
        _create(made, holder)
        library = _reading(made, holder)
        library.passing = stack.pop_all()
    library.cautions.append(Caution("no_library_yet", {"path": str(root)}))
    return library


def _reading(root: Path, holder: str) -> Library:
    try:
        return Library(root, Store(root, write=False), writable=False)
    except LibraryError as error:
        if error.kind != "library_older":
            raise
    try:
        migrated = _writing(root, holder, joined=False)
    except LibraryError as error:
        if error.kind == "library_read_only":
            raise LibraryError("library_older", path=str(root)) from error
        raise
    migrated.close()
    library = Library(root, Store(root, write=False), writable=False)
    library.cautions.extend(migrated.take_cautions())
    return library


def _writing(root: Path, holder: str, *, joined: bool) -> Library:
    lock = None if joined else _locked(root, holder)
    store = None
    if lock is not None:
        give_back_log(root, lock.left_open)
        trust_anew(root)
    try:
        if lock is not None:
            set_log_aside(root)
        store = Store(root, write=True)
        keep_compared(store)
        _bring_up_to_date(store)
        library = Library(root, store, writable=True, lock=lock)
        sweep_unfinished(root, library.parts_folder)
        if not joined:
            sweep(root)
            _tell_of_disk(library)
    except BaseException:
        if store is not None:
            store.close()
        if lock is not None:
            lock.release()
        raise
    return library


def _tell_of_disk(library: Library) -> None:
    """Have a person told what the disk cannot do, once, and again only where that changed."""
    caution, settings = library.store.database.caution, library.store.settings
    lacking = "" if caution is None else caution.kind
    if settings.get(DISK) == lacking:
        return
    if caution is not None:
        library.cautions.append(caution)
    with suppress(LibraryError), library.store.transaction(Changes(settings=True)):
        settings.put(DISK, lacking)


def _folder(root: Path) -> Path:
    """Return the absolute folder; LibraryError where another thing has its name or it may not be looked into."""
    try:
        root = root.expanduser().absolute()
        with telling(root):
            _follow_links(root / DATABASE_NAME)
            if root.exists() and not root.is_dir():
                raise LibraryError("library_not_a_folder", path=str(root))
            (root / DATABASE_NAME).exists()
    except RuntimeError as error:
        raise _not_there(root) from error
    return root


def _follow_links(path: Path) -> None:
    """Raise LibraryError where a link on the way to ``path`` leads nowhere: a disk may not be connected."""
    for one in (path, *path.parents):
        if one.is_symlink() and not one.exists():
            raise LibraryError("library_link_broken", path=str(one), target=str(one.readlink()))


def _refuse_where_too_deep(root: Path, longest: int) -> None:
    """Raise LibraryError where the name of a folder has more bytes than SQLite opens files in."""
    if os.name == "posix" and len(os.fsencode(root)) > longest:
        raise _not_there(root, long=True)


def _not_there(root: Path, *, long: bool = False) -> LibraryError:
    """Return that no library can stand at ``root``; ``long``: for the length of its name."""
    return LibraryError("library_read_only", path=str(root), **({"detail": "long"} if long else {}))


def _bring_up_to_date(store: Store) -> None:
    """Install newer packs; a disk too full for that is no reason to keep the library shut."""
    outdated = outdated_packs(store)
    try:
        _install(store, outdated)
    except LibraryError as error:
        if error.kind != "disk_full":
            raise


def _install(store: Store, names: tuple[str, ...]) -> None:
    if not names:
        return
    from corpus.library.intake.packs.installing import install
    from corpus.packs.pack import load_pack

    for name in names:
        install(store, load_pack(name))


def _locked(root: Path, holder: str) -> LibraryLock:
    lock = LibraryLock(root, holder)
    lock.acquire()
    return lock


def _create(root: Path, holder: str) -> None:
    """Make a library with the built-in pack; under the lock, so that of two programs one waits for the other.

    A folder of a name of its own stands in it until it is made: what is found with it was never a library yet. Where
    it cannot be made nothing stays behind.
    """
    _refuse_where_too_deep(root, _LONGEST)
    new = not root.exists()
    try:
        root.mkdir(parents=True, exist_ok=True)
        refuse_to_fill(root)
        mark = Path(tempfile.mkdtemp(dir=root, prefix=BEING_MADE))
    except OSError as error:
        raise told(error, root) from error
    reached("create:begun")
    lock = LibraryLock(root, holder)
    try:
        lock.acquire(wait=CREATION_SECONDS)
    except LibraryError:
        shutil.rmtree(mark, ignore_errors=True)
        raise
    try:
        if not is_there(root):
            _make(root, mark)
        for left in root.glob(f"{BEING_MADE}*"):
            shutil.rmtree(left, ignore_errors=True)
    except BaseException:
        _take_back(root, mark, lock, new=new)
        raise
    finally:
        lock.release()


def _take_back(root: Path, mark: Path, lock: LibraryLock, *, new: bool) -> None:
    """Leave a folder in which no library could be made as it was found, the lock first: alone it tells of one."""
    if not is_there(root):
        lock.withdraw()
    shutil.rmtree(mark, ignore_errors=True)
    if new:
        with suppress(OSError):
            root.rmdir()


def _make(root: Path, mark: Path) -> None:
    """Make the database beside its place and put it there whole, so that no crash leaves half a library."""
    folder = mark / "made"
    try:
        folder.mkdir(parents=True)
        store = Store(folder, write=True)
        keep_compared(store)
        try:
            _install(store, (BUILT_IN,))
            mark_current(store)
        finally:
            store.close()
        _put_in_place(folder, root)
    except OSError as error:
        raise told(error, root) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(made: Path, root: Path) -> None:
    """Move a new database to where it belongs."""
    if (made / f"{DATABASE_NAME}-wal").exists():  # the disk was too full to bring everything into one file
        raise LibraryError("disk_full", path=str(root))
    reached("create:made")
    put_in_place(made / DATABASE_NAME, root / DATABASE_NAME)
