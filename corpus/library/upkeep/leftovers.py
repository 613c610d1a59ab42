"""What programs that ended too early left in a library's folder and beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from corpus.library.core import exchange
from corpus.store.folder.names import BEING_MADE

_PARTS: Final = ("library.*.part*", "originals/*.part", "backups/library-*.part*", "backups/before-*.part*")
"""What is written within a library; a database that is being written has a journal of its own beside it."""


def leftovers(root: Path) -> tuple[Path, ...]:
    """Return the half-written files in the folder of a library nobody else writes."""
    return tuple(_half_written(root))


def sweep_leftovers(root: Path) -> tuple[Path, ...]:
    """Remove them, and what was left beside the folder; return what was in it. The library's lock must be held."""
    found = leftovers(root)
    for one in found:
        with suppress(OSError):
            if one.is_dir():
                shutil.rmtree(one)
            else:
                one.unlink()
    exchange.sweep(root)
    return found


def _half_written(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob(f"{BEING_MADE}*"))
    for pattern in _PARTS:
        yield from sorted(root.glob(pattern))
