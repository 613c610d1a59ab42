"""The files as they came, kept under their own hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from corpus.model.errors import LibraryError, disk_fault
from corpus.store.database.damage import refuse_to_write
from corpus.store.folder.failing import told
from corpus.store.folder.files import put_all_in_place


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class Originals:
    """The folder ``originals`` of a library."""

    def __init__(self, folder: Path) -> None:
        """Keep files in ``folder``."""
        self.folder = folder

    def keep_all(self, files: Iterable[bytes]) -> None:
        """Store several files durably under their hashes, waiting for the disk only once; LibraryError.

        Nothing new comes into a library that was found damaged.
        """
        refuse_to_write(self.folder.parent)
        self._put(files)

    def put_back(self, data: bytes) -> None:
        """Store the file of an original that is stated already, in a damaged library too; LibraryError."""
        self._put((data,))

    def _put(self, files: Iterable[bytes]) -> None:
        new = {name: data for data in files if not self._sound(name := digest(data))}
        parts = {name: self.folder / f"{name}.part" for name in new}
        try:
            if new:
                self.folder.mkdir(exist_ok=True)
            for name, data in new.items():
                parts[name].write_bytes(data)
            put_all_in_place({part: self.folder / name for name, part in parts.items()})
        except FileNotFoundError as error:
            raise LibraryError("library_gone", path=str(self.folder.parent)) from error
        except OSError as error:
            for part in parts.values():
                with suppress(OSError):
                    part.unlink(missing_ok=True)
            raise told(error, self.folder.parent) from error

    def keep(self, data: bytes) -> str:
        """Store ``data`` durably under its hash and return the hash; LibraryError where it cannot be."""
        self.keep_all((data,))
        return digest(data)

    def path(self, name: str) -> Path:
        """Return where the file with this hash lies."""
        return self.folder / name

    def remove(self, names: tuple[str, ...]) -> None:
        """Let go of files no article stands in any more."""
        for name in names:
            with suppress(OSError):
                self.path(name).unlink()

    def damaged(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of ``names`` whose file is missing or no longer has its hash."""
        return tuple(name for name in names if not self._sound(name))

    def unread(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of ``names`` whose file the disk does not give out, be it whole or not."""
        return tuple(name for name in names if self._is_unread(name))

    def _is_unread(self, name: str) -> bool:
        try:
            self.path(name).read_bytes()
        except OSError as error:
            return bool(disk_fault(error, ""))
        return False

    def _sound(self, name: str) -> bool:
        try:
            return digest(self.path(name).read_bytes()) == name
        except OSError:
            return False
