"""Temporary folders that do not outlive their program: those of killed ones are swept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from corpus.store.folder.makers import left_by_the_dead, name_of_mine

PREFIX: Final = "yinde-"


@contextmanager
def scratch() -> Iterator[Path]:
    """Give an empty temporary folder of one's own for as long as the block lasts; OSError."""
    folder = scratch_folder()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def scratch_folder() -> Path:
    """Make a temporary folder and return it; whoever asked for it removes it. OSError."""
    folder = Path(tempfile.gettempdir(), name_of_mine(PREFIX))
    folder.mkdir(mode=0o700)
    return folder


def sweep_scratch() -> int:
    """Remove the temporary folders of programs that were killed; return how many."""
    swept = 0
    with suppress(OSError):
        for left in left_by_the_dead(Path(tempfile.gettempdir()), PREFIX):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
                swept += 1
    return swept
