"""Folders built beside the ones in use and swapped in with one rename, so that readers never see half of one."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Generations:
    """The generations of one index: ``folder/name-xxxx`` each, the current one named in ``folder/name.current``."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._pointer = folder / f"{name}.current"

    def current(self) -> Path | None:
        """Return the folder in use, ``None`` where there is none."""
        try:
            generation = self._pointer.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        path = self._folder / generation
        if not generation.startswith(f"{self._name}-") or path.parent != self._folder or not path.is_dir():
            return None
        return path

    def begin(self) -> Path:
        """Make and return an empty folder for a new generation, which nobody reads yet."""
        path = self._folder / f"{self._name}-{secrets.token_hex(4)}"
        path.mkdir(parents=True)
        return path

    def publish(self, path: Path) -> None:
        """Make a finished generation the current one and remove the others as far as they are not in use."""
        beside = self._pointer.with_suffix(".next")
        with beside.open("w", encoding="ascii") as file:
            file.write(path.name)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._pointer)
        self.sweep()

    def sweep(self) -> None:
        """Remove generations nobody points to; what another process still holds open goes the next time."""
        current = self.current()
        for path in self._folder.glob(f"{self._name}-*"):
            if path != current and path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
