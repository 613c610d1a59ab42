"""Whoosh's files: kept track of, so that they can all be closed, and sealed, so that damage is noticed."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import FileStorage

if TYPE_CHECKING:
    from pathlib import Path

SEAL = "seal.json"


class OwnStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder of files; Whoosh leaves some open, which keeps them from being removed on Windows."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._files: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        return self._kept(super().open_file(name, **options))

    def create_file(self, name: str, **options: Any) -> Any:
        """Create a file."""
        return self._kept(super().create_file(name, **options))

    def _kept(self, file: Any) -> Any:
        self._files = [f for f in self._files if not f.is_closed]
        self._files.append(file)
        return file

    def close(self) -> None:
        """Leave everything open: Whoosh calls this with each segment it merged, in the middle of writing."""

    def release(self) -> None:
        """Close whatever is still open."""
        for file in self._files:
            file.file.close()
        self._files.clear()


def _sums(folder: Path) -> dict[str, int]:
    """Return the checksum of every file that is data."""
    names = [
        p for p in sorted(folder.iterdir()) if p.is_file() and p.name != SEAL and not p.name.endswith("LOCK")
    ]
    return {p.name: zlib.crc32(p.read_bytes()) for p in names}


def seal(folder: Path, generation: int) -> None:
    """Note the checksums of a finished commit."""
    beside = folder / f"{SEAL}.next"
    beside.unlink(missing_ok=True)
    beside.write_text(json.dumps({"generation": generation, "sums": _sums(folder)}), encoding="utf-8")
    beside.replace(folder / SEAL)


def is_sound(folder: Path, generation: int) -> bool:
    """Tell whether the files of a commit are as they were sealed; a commit not sealed yet is trusted."""
    try:
        sealed = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        if sealed["generation"] != generation:
            return True
        found = _sums(folder)
        return all(found.get(name) == value for name, value in sealed["sums"].items())
    except FileNotFoundError:
        return True
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
