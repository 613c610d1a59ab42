"""Bringing the indexes up to the library, or building them anew."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from corpus.library.core.library import Library
from corpus.library.core.spare_processes import Lost, Prepare, SpareProcesses
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError, YindeError
from corpus.model.progress import Cancelled, Progress, ProgressCallback, stoppable, unobserved
from index.document import IndexDocument
from index.preparing.spreading import Conduct, here
from index.sync import SyncReport, synchronise

_WORTH_PROCESSES: Final = 400
"""Documents below which other processes would take longer to start than the work takes here."""


def sync_index(
    library: Library, *, rebuild: bool = False, progress: ProgressCallback = unobserved
) -> SyncReport:
    """Index what changed; with ``rebuild`` everything. Searches are complete before, during and after.

    Raises LibraryError (disk_full, library_read_only) and YindeError (index_failed); the texts are safe then.
    """

    def told(stage: str, done: int, total: int) -> None:
        progress(Progress(stage, done, total))

    if not library.root.is_dir():
        raise LibraryError("library_gone", path=str(library.root))
    try:
        conduct = Conduct(told, partial(stoppable, progress), _spread, library.ready_texts.of)
        return synchronise(
            library.index_folder, library.documents, library.segmenter, conduct, rebuild=rebuild
        )
    except (YindeError, Cancelled):
        raise
    except PermissionError as error:
        raise LibraryError("library_read_only", path=str(library.index_folder)) from error
    except Exception as error:
        if _full(error):
            raise LibraryError("disk_full", path=str(library.index_folder)) from error
        raise YindeError("index_failed", detail=f"{type(error).__name__}: {error}") from error
    finally:
        library.ready_texts.clear()


@contextmanager
def _spread(
    prepare: Prepare[IndexDocument, Any], documents: Iterable[IndexDocument], total: int
) -> Iterator[Iterator[Any]]:
    """Have many documents made ready by other processes, few by this one."""
    if total < _WORTH_PROCESSES or (os.cpu_count() or 1) == 1:
        with here(prepare, documents, total) as made:
            yield made
    else:
        with SpareProcesses(prepare, weigh=_weight) as spare:
            yield _present(spare.map(documents))


def _weight(document: IndexDocument) -> int:
    return len(document.text)


def _present(made: Iterable[Any]) -> Iterator[Any]:
    for one in made:
        if isinstance(one, Lost):
            raise YindeError("index_failed", detail="lost")
        yield one


def catch_up(library: Library, *, progress: ProgressCallback = unobserved) -> None:
    """Index what a finished change left behind; that it cannot be done now is a caution, no error.

    The change stands, and answers are complete without the index. Cancelling stops only the indexing.
    """
    try:
        sync_index(library, progress=progress)
    except Cancelled:
        return
    except YindeError as error:
        kind = "index_no_room" if error.kind == "disk_full" else "index_behind"
        library.cautions.append(Caution(kind, {"detail": error.values.get("detail", library.index_folder)}))


def _full(error: BaseException | None) -> bool:
    """Tell whether a full disk is behind an error, however the libraries wrapped it."""
    while error is not None:
        if getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
