"""Opening a library; one that does not exist is made with the built-in pack."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from corpus.library.library import Library
from corpus.library.pack_versions import BUILT_IN, outdated_packs
from corpus.model.errors import LibraryError
from corpus.store.lock import LibraryLock
from corpus.store.store import DATABASE_NAME, Store


def default_root() -> Path:
    """Return where a library lies unless a person says otherwise."""
    return user_documents_path() / "引得文库"


def open_library(root: Path, *, write: bool, holder: str = "Yinde", joined: bool = False) -> Library:
    """Open the library at ``root``, making it first where there is none.

    With ``write`` the library's lock is taken and kept; ``joined`` means that the program which started this
    one holds it already. LibraryError: library_locked, library_newer, library_damaged, library_read_only,
    library_not_a_folder.
    """
    root = root.expanduser().absolute()
    if root.exists() and not root.is_dir():
        raise LibraryError("library_not_a_folder", path=str(root))
    if not (root / DATABASE_NAME).exists():
        _create(root, holder, joined=joined)
    if not write:
        return Library(root, Store(root, write=False), writable=False)
    lock = None if joined else _locked(root, holder)
    try:
        library = Library(root, Store(root, write=True), writable=True, lock=lock)
        _bring_up_to_date(library.store)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return library


def _bring_up_to_date(store: Store) -> None:
    outdated = outdated_packs(store)
    if outdated:
        _install(store, outdated)


def _install(store: Store, names: tuple[str, ...]) -> None:
    from corpus.library.packs import install
    from corpus.packs.pack import load_pack

    for name in names:
        install(store, load_pack(name))


def _locked(root: Path, holder: str) -> LibraryLock:
    lock = LibraryLock(root, holder)
    lock.acquire()
    return lock


def _create(root: Path, holder: str, *, joined: bool) -> None:
    """Make an empty library with the built-in pack; under the lock, so that two programs do not both."""
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError("library_read_only", path=str(root)) from error
    lock = None if joined else _locked(root, holder)
    try:
        store = Store(root, write=True)
        try:
            _install(store, (BUILT_IN,))
        finally:
            store.close()
    finally:
        if lock is not None:
            lock.release()
