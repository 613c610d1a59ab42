"""Reading a file anew from the original that lies in the library: by a newer reader, or in another encoding.

What comes of it is treated as a corrected file: articles keep their ids where they match, notes find their places.
"""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from corpus.library.core.library import Library
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.files.file_builder import FileToBuild, building
from corpus.library.intake.files.import_report import ImportReport
from corpus.library.intake.files.storing import take_in, told
from corpus.library.intake.files.wishes import NO_WISHES, Wishes
from corpus.model.errors import InputError, UnknownIdError, UsageError, YindeError
from corpus.model.progress import Progress, ProgressCallback, stoppable, unobserved
from corpus.model.source import Source
from corpus.store.folder import failing


def read_anew(
    library: Library, source_id: str, *, wishes: Wishes = NO_WISHES, progress: ProgressCallback = unobserved
) -> ImportReport:
    """Read the original of a source anew and store what came of it, as one import that can be taken back.

    Raises UnknownIdError, UsageError (pack_article) for a source of a pack, and what the reader raises; the library
    is unchanged then.
    """
    source = library.store.sources.by_id(source_id)
    if source is None:
        raise UnknownIdError("unknown_source", id=source_id)
    if source.path.startswith("pack:") or source.format == "pack":
        raise UsageError("pack_article", id=source_id)
    file = FileToBuild(source.path, Path(source.path), _original(library, source), uuid4().hex, wishes)
    progress(Progress("read", 0, 1, file.name.name))
    with stoppable(progress), building(library.knowledge) as build:
        made = build(file)
    if isinstance(made, YindeError):
        raise made
    outcome = told(library, take_in(library, file, made))
    catch_up(library, progress=progress)
    return ImportReport(file.batch, (outcome,))


def _original(library: Library, source: Source) -> bytes:
    """Return the bytes of a source as they came."""
    try:
        return library.store.originals.path(source.sha256).read_bytes()
    except FileNotFoundError as error:
        raise InputError("missing", path=source.path) from error
    except OSError as error:
        raise failing.told(error, library.root) from error
