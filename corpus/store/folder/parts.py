"""Where unfinished files lie that are written for a library: noted in it before each begins.

A file a person asked for is written beside its place, which may be in any folder. What a killed program left there
is found by these notes when the library is next opened for writing, and not only when somebody writes there again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from corpus.store.folder.makers import left_by_the_dead

FOLDER: Final = "parts"
"""The folder of the notes, in that of the caches."""
_journals: list[Path] = []
"""The folders of notes of the libraries this process has open."""


def note_in(journal: Path) -> Callable[[], None]:
    """Have files that are begun from now on noted in ``journal``; return what ends that."""
    _journals.append(journal)

    def end() -> None:
        with suppress(ValueError):
            _journals.remove(journal)

    return end


@contextmanager
def noted(part: Path) -> Iterator[None]:
    """Note ``part`` for as long as the block lasts, in the library last opened that can be written to."""
    note = next((made for journal in reversed(_journals) if (made := _note(journal, part))), None)
    try:
        yield
    finally:
        if note is not None:
            with suppress(OSError):
                note.unlink(missing_ok=True)


def sweep_noted(journal: Path, prefix: str) -> int:
    """Remove the noted files whose makers are gone, and their notes; return how many files.

    Only a file of the note's own name is removed, so that a note of a stranger's library can name nothing else.
    Where the folder of a file is not there now – a disk that was taken out – its note waits.
    """
    swept = 0
    with suppress(OSError):
        for note in left_by_the_dead(journal, prefix):
            with suppress(OSError, ValueError):
                part = Path(note.read_text(encoding="utf-8", errors="surrogateescape"))
                if part.name == note.name and part.is_absolute():
                    if not part.parent.is_dir():
                        continue
                    if part.is_file() and not part.is_symlink():
                        part.unlink()
                        swept += 1
                note.unlink()
    return swept


def _note(journal: Path, part: Path) -> Path | None:
    """Write a note; ``None`` where the library is gone or takes none: then nothing is noted."""
    note = journal / part.name
    try:
        if not journal.is_dir():
            if not journal.parents[1].is_dir():
                return None
            journal.mkdir(parents=True, exist_ok=True)
        note.write_text(str(part.absolute()), encoding="utf-8", errors="surrogateescape")
    except OSError:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        return None
    return note
