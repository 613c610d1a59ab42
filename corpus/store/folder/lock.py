"""The lock that lets only one program write a library, and the name of the one that holds it."""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.model.errors import LibraryError
from corpus.store.folder.failing import told
from corpus.store.folder.names import DATABASE, HOLDER


class LibraryLock:
    """Holds a library for writing; others are told who does."""

    def __init__(self, root: Path, holder: str) -> None:
        """Prepare the lock of the library at ``root`` for ``holder``, a word people understand."""
        self._root = root
        self._holder = root / HOLDER
        self._name = holder
        self._lock = FileLock(str(root / "library.lock"), timeout=0)
        self.left_open = 0
        """The number (inode) of the file that was the database of a program killed while it held the library."""

    def acquire(self, *, wait: float = 0.0) -> None:
        """Take the lock, after ``wait`` seconds at most; LibraryError (library_locked) names who has it."""
        try:
            self._lock.acquire(timeout=wait)
        except Timeout as error:
            raise LibraryError("library_locked", path=str(self._root), holder=self._told()) from error
        except OSError as error:
            raise told(error, self._root) from error
        self.left_open = self._file_left_open()
        record = {"program": self._name, "process": os.getpid(), "machine": platform.node()}
        with suppress(OSError):
            record["database"] = (self._root / DATABASE).stat().st_ino
        with suppress(OSError):
            self._holder.write_text(json.dumps(record), encoding="utf-8")

    def _file_left_open(self) -> int:
        try:
            return int(json.loads(self._holder.read_text(encoding="utf-8"))["database"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def _told(self) -> str:
        """Return the holder as people may read it."""
        try:
            record = json.loads(self._holder.read_text(encoding="utf-8"))
            return f"{record['program']} (PID {record['process']}, {record['machine']})"
        except (OSError, ValueError, KeyError, TypeError):
            return "?"

    def release(self) -> None:
        """Give the lock back."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._holder.unlink()
            self._lock.release()

    def withdraw(self) -> None:
        """Give the lock back and leave no trace of it, where there is no library; who waits for it makes it anew."""
        with suppress(OSError):  # of an open file, which Windows lets go of as it is given back
            (self._root / "library.lock").unlink()
        self.release()
