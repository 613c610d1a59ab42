"""Taking in files and folders: what came of each, in their order, until the end or until a person cancels."""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from corpus.importing.folder import FoundFile, PassedOver, walk, written
from corpus.importing.reading_process import ReadingProcess
from corpus.importing.sniffing import suffix_of
from corpus.importing.table import load
from corpus.importing.titles import named, titled
from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.import_report import ImportReport, PassedKind, SourceOutcome
from corpus.library.intake.storing import Batch, known_source, see_again, take_in
from corpus.model.errors import InputError, LibraryError, YindeError, unforeseen
from corpus.model.progress import Cancelled, Progress, ProgressCallback, unobserved
from corpus.model.source import SourceDocument
from corpus.store.originals import digest
from corpus.text.decode import decode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants files to be read: in an encoding (empty: found), under a title (empty: their own)."""

    encoding: str = ""
    title: str = ""


_NONE = Wishes()


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    progress: ProgressCallback = unobserved,
    wishes: Wishes = _NONE,
) -> ImportReport:
    """Take in files and folders, one transaction a file; a bad one is told of and the rest goes on.

    Foreign files are read in a process of their own. Where ``progress`` raises ``Cancelled``, the report holds what
    was finished and names what was not read.
    """
    name = uuid4().hex
    met = list(walk(paths))
    found = [one for one in met if not isinstance(one, PassedOver)]
    named = {one.path for one in found if isinstance(one, FoundFile)}
    passed_over = _by_kind(one for one in met if isinstance(one, PassedOver) and one.path not in named)
    known = library.store.articles.shingles()
    outcomes: list[SourceOutcome] = []
    try:
        with ReadingProcess() as reading:
            for number, one in enumerate(found):
                told = partial(_tell, progress, number, len(found), Path(_path_of(one)).name)
                told("import")
                batch = Batch(name, known, progress, told)
                outcomes.append(_outcome(library, one, batch, partial(_read, reading, wishes), wishes))
        progress(Progress("import", len(found), len(found)))
    except Cancelled:
        unread = tuple(written(_path_of(one)) for one in found[len(outcomes) :])
        return ImportReport(name, tuple(outcomes), unread=unread, passed_over=passed_over)
    error = _index_error(library, progress)
    return ImportReport(name, tuple(outcomes), error, passed_over=passed_over)


def _tell(progress: ProgressCallback, done: int, total: int, name: str, step: str) -> None:
    """Tell which step the file at hand is at."""
    progress(Progress(step, done, total, name))


def _path_of(one: FoundFile | InputError) -> str:
    return str(one.values.get("path", "")) if isinstance(one, InputError) else str(one.path)


def _read(reading: ReadingProcess, wishes: Wishes, path: Path, data: bytes) -> SourceDocument:
    """Read one file as a person wishes."""
    return titled(named(reading.parse(path, data, wishes.encoding), path), wishes.title)


def _by_kind(files: Iterable[PassedOver]) -> tuple[PassedKind, ...]:
    """Return the files by suffix, the most first."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for one in files:
        kinds[one.suffix].append(written(str(one.path)))
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(PassedKind(suffix, tuple(paths)) for suffix, paths in ordered)


def _index_error(library: Library, progress: ProgressCallback) -> YindeError | None:
    """Bring the indexes up to what was taken in; return what went wrong. Cancelling stops only the indexing."""
    try:
        sync_index(library, progress=progress)
    except Cancelled:
        return None
    except YindeError as error:
        return error
    return None


def import_text(library: Library, title: str, text: str) -> ImportReport:
    """Make an article of a text, such as the clipboard's; its first line is its title."""
    body, title = text.strip(), title.strip()
    whole = body if not title or body.startswith(title) else f"{title}\n{body}"
    data = whole.encode("utf-8", "replace")
    path = f"clipboard:{digest(data)[:12]}"
    name = uuid4().hex
    same = known_source(library, data)
    if same is not None:
        return ImportReport(name, (see_again(library, same, path, name),))
    batch = Batch(name, library.store.articles.shingles(), unobserved, _unheard)
    return ImportReport(name, (take_in(library, path, data, partial(_pasted, data), batch),))


def import_bytes(library: Library, data: bytes, *, wishes: Wishes = _NONE) -> ImportReport:
    """Take in a file that came without a name, such as standard input; its bytes tell its kind."""
    name = uuid4().hex
    place = f"stdin:{digest(data)[:12]}"
    batch = Batch(name, library.store.articles.shingles(), unobserved, _unheard)
    with ReadingProcess() as reading:
        read = partial(_read, reading, wishes, Path(place + suffix_of(data)), data)
        outcome = _taken(library, place, data, read, batch, wishes)
    return ImportReport(name, (outcome,), _index_error(library, unobserved))


def _unheard(_step: str) -> None:
    """Take no notice of a step: a pasted text is short."""


def _pasted(data: bytes) -> SourceDocument:
    decoded = decode(data)
    return SourceDocument(decoded.text, decoded.encoding, "text")


Read = Callable[[Path, bytes], SourceDocument]


def _outcome(
    library: Library, one: FoundFile | InputError, batch: Batch, read: Read, wishes: Wishes
) -> SourceOutcome:
    """Return what came of one path."""
    if isinstance(one, InputError):
        place = written(_path_of(one))
        return SourceOutcome(place, "failed", error=InputError(one.kind, **{**one.values, "path": place}))
    place = written(os.path.abspath(one.path))  # noqa: PTH100 - resolve() would follow links a person made
    try:
        data = load(one.path)
    except InputError as error:
        return SourceOutcome(place, "failed", error=InputError(error.kind, **{**error.values, "path": place}))
    return _taken(library, place, data, partial(read, one.path, data), batch, wishes)


def _taken(
    library: Library,
    place: str,
    data: bytes,
    read: Callable[[], SourceDocument],
    batch: Batch,
    wishes: Wishes,
) -> SourceOutcome:
    """Take in one file; what is wrong with it becomes its outcome, trouble with the library goes up."""
    try:
        same = known_source(library, data)
        if same is not None and (not wishes.encoding or wishes.encoding == same.encoding):
            return see_again(library, same, place, batch.name)
        return take_in(library, place, data, read, batch)
    except Cancelled:
        raise
    except LibraryError as error:
        if error.kind != "disk_full":
            raise
        return SourceOutcome(place, "failed", error=error)
    except YindeError as error:
        return SourceOutcome(
            place, "failed", error=type(error)(error.kind, **{**error.values, "path": place})
        )
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not keep the others out
        _log.debug("import of %s", place, exc_info=True)
        return SourceOutcome(place, "failed", error=unforeseen(error))
