"""Exchanging a whole library for another: a journal beside it says what is under way, so that no kill leaves neither.

The new library is made ready in a folder beside the old one, which holds a lock for as long as somebody works in
it. Then: journal – old one aside – new one in place – journal away. Whoever opens the library next and finds a
journal finishes, where the old one is aside already, or goes back, and says so.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from corpus.library.core.clock import now
from corpus.model.caution import Caution
from corpus.model.errors import InputError, LibraryError
from corpus.store.folder.failing import telling
from corpus.store.folder.files import put_in_place, sync_folder, write_text
from corpus.store.folder.lock import LibraryLock
from corpus.store.folder.names import EXCHANGE
from corpus.store.folder.steps import reached

_READY: Final = "library"
_LOCK: Final = "lock"
_WAIT_SECONDS: Final = 60.0
"""How long one waits for another program that is exchanging the same library."""


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """Give the place where the library that is to stand at ``root`` is made ready; nothing of it stays behind."""
    root = _behind_links(root)
    root.parent.mkdir(parents=True, exist_ok=True)
    sweep(root)
    folder = Path(tempfile.mkdtemp(prefix=_prefix(root), dir=root.parent))
    lock = FileLock(folder / _LOCK)
    try:
        with lock:
            reached("exchange:begun")
            yield folder / _READY
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def exchange(ready: Path, root: Path, *, over: bool = True) -> Path | None:
    """Put a library made ready in ``staging`` at ``root``; return where the one that stood there lies now.

    Of two programs at it one waits for the other. OSError, LibraryError (library_locked), or without ``over``
    InputError (not_empty) where something stands there by now; what stood there then stands as it did.
    """
    root = _behind_links(root)
    journal = _journal(root)
    aside = _begun(ready, root, journal)
    reached("exchange:told")
    try:
        if aside is not None:
            _refuse_to_replace(root, over=over)
            _move(root, aside, root)
        elif root.exists():
            root.rmdir()
        reached("exchange:old-aside")
        _move(ready, root, root)
    except BaseException:
        if aside is not None and aside.exists() and not root.exists():
            _move(aside, root, root)
        journal.unlink()
        raise
    reached("exchange:new-in-place")
    _done(journal)
    return aside


def _begun(ready: Path, root: Path, journal: Path) -> Path | None:
    """Tell what is under way, when nobody else is at it; return the name that what stands at ``root`` is to get."""
    part = ready.with_name("journal")
    while True:
        aside = _aside(root) if _stands(root) else None
        write_text(part, json.dumps({"staging": ready.parent.name, "aside": aside.name if aside else ""}))
        if not _is_first(part, journal):
            recover(root)
        elif _stands(root) == (aside is not None and not aside.exists()):
            return aside
        else:  # another program was done a moment before
            journal.unlink()


def _is_first(part: Path, journal: Path) -> bool:
    """Give the journal its name, unless another program's has it."""
    try:
        os.link(part, journal)
        sync_folder(journal.parent)
    except FileExistsError:
        return False
    except OSError:  # a disk without second names
        if journal.exists():
            return False
        put_in_place(part, journal)
    return True


def recover(root: Path) -> Caution | None:
    """Finish or take back an exchange that was ended too early; tell what was done (restore_finished, _undone).

    LibraryError (library_locked) where somebody is at it, or where the disk allows nothing.
    """
    root = _behind_links(root)
    journal = _journal(root)
    if not journal.exists():
        return None
    with telling(root):
        try:
            return _recover(root, journal)
        except Timeout as error:
            raise LibraryError("library_locked", path=str(root), holder="restore") from error


def sweep(root: Path) -> int:
    """Remove places of ended programs beside ``root``, each as large as a library; return how many."""
    root = _behind_links(root)
    if _journal(root).exists():
        return 0
    swept = 0
    with suppress(OSError):
        for folder in root.parent.glob(f"{_prefix(root)}*"):
            with suppress(Timeout, OSError), FileLock(folder / _LOCK, timeout=0):
                shutil.rmtree(folder, ignore_errors=True)
                swept += 1
    return swept


def refuse_if_used(root: Path) -> None:
    """Raise LibraryError (library_locked) where a program holds the library."""
    if (root / "library.lock").exists():
        lock = LibraryLock(root, "restore")
        lock.acquire()
        lock.release()


def _refuse_to_replace(root: Path, *, over: bool) -> None:
    if not over:
        raise InputError("not_empty", path=str(root))
    refuse_if_used(root)


def _recover(root: Path, journal: Path) -> Caution | None:
    try:
        plan = json.loads(journal.read_text(encoding="utf-8"))
        folder = root.with_name(Path(plan["staging"]).name)
        stood = Path(plan["aside"]).name
        aside = root.with_name(stood) if stood else None
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise LibraryError("library_gone", path=str(root)) from error
    try:
        with FileLock(folder / _LOCK, timeout=_WAIT_SECONDS):
            if not journal.exists():  # whoever was at it has done it
                return None
            told = _settle(root, folder / _READY, aside)
            reached("exchange:settled")
            _done(journal)
    except FileNotFoundError:
        if journal.exists():
            raise
        return None  # whoever was at it has done it, and took the lock away with its place
    finally:
        if not journal.exists():
            shutil.rmtree(folder, ignore_errors=True)
    return Caution(told, {"path": str(root)})


def _settle(root: Path, ready: Path, aside: Path | None) -> str:
    """Leave one library at ``root``, where nothing stood if there is none ``aside``; return what that was."""
    if _stands(root):
        return "restore_undone" if ready.exists() else "restore_finished"
    if ready.exists():
        if root.exists():
            root.rmdir()
        _move(ready, root, root)
        return "restore_finished"
    if aside is None or not aside.exists():
        raise LibraryError("library_gone", path=str(root))
    _move(aside, root, root)
    return "restore_undone"


def _move(source: Path, target: Path, root: Path) -> None:
    """Give a library another name; OSError of the one at ``root``, for nobody knows the names it has on the way."""
    try:
        source.rename(target)
    except OSError as error:
        error.filename, error.filename2 = str(root), None
        raise


def _behind_links(root: Path) -> Path:
    """Return the folder itself where ``root`` is a link to it: the link stays, and leads to the new library."""
    return Path(os.path.realpath(root)) if root.is_symlink() else root


def _stands(root: Path) -> bool:
    """Tell whether something stands at ``root``; an empty folder is nothing."""
    return root.exists() and any(root.iterdir())


def _done(journal: Path) -> None:
    """Have the disk keep the new names, then forget what was under way."""
    sync_folder(journal.parent)
    journal.unlink()
    reached("exchange:done")
    sync_folder(journal.parent)


def _journal(root: Path) -> Path:
    return root.with_name(f".{root.name}.exchange")


def _prefix(root: Path) -> str:
    return f".{root.name}{EXCHANGE}"


def _aside(root: Path) -> Path:
    """Return a name beside ``root`` that nothing has."""
    stamp = now()[:23].replace(":", "").replace("-", "").replace(".", "")
    names = chain([f"{root.name}.{stamp}"], (f"{root.name}.{stamp}-{number}" for number in count(2)))
    return next(place for name in names if not (place := root.with_name(name)).exists())
