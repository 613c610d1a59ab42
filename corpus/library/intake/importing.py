"""Taking in files and folders: what came of each, in their order, until the end or until a person cancels."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

from corpus.importing.folder import FoundFile, PassedOver, walk, written
from corpus.importing.formats import MEGABYTE
from corpus.importing.sniffing import suffix_of
from corpus.importing.table import load
from corpus.library.core.library import Library
from corpus.library.core.spare_processes import Lost, Overdue, Settled, SpareProcesses
from corpus.library.facts.contradictions import comparing_later
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.files.file_builder import Build, BuiltFile, FileToBuild, building
from corpus.library.intake.files.import_report import ImportedArticle, ImportReport, PassedKind, SourceOutcome
from corpus.library.intake.files.resuming import Unfinished, begun, ended, unfinished_import
from corpus.library.intake.files.shelving import Arrival, Shelving
from corpus.library.intake.files.storing import known_source
from corpus.library.intake.files.wishes import NO_WISHES, Wishes
from corpus.library.intake.records.recording import check_fields, set_record
from corpus.library.intake.records.reference_titles import fill_from_references
from corpus.library.intake.repeats.excerpting import find_excerpts
from corpus.model.errors import InputError, UsageError, YindeError
from corpus.model.progress import Cancelled, Ended, Progress, ProgressCallback, stoppable, unobserved
from corpus.store.database.compacting import compact_after
from corpus.store.sources.originals import digest

_WORTH_PROCESSES: Final = 500_000
"""Bytes below which other processes would take longer to start than the work takes here."""
_SECONDS: Final = 120.0
_SECONDS_A_MEGABYTE: Final = 60.0
_PAGE: Final = '<meta charset="utf-8"><div itemprop="articleBody">{}</div>'
"""A page all of which is its article."""
Found = FoundFile | InputError
Coming = FileToBuild | Settled[None]
Made = BuiltFile | YindeError | Lost | Overdue | None
"""What came of a file; nothing of one that needed no building."""
BuildAll = Callable[[Iterable[Coming]], Iterator[Made]]


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    progress: ProgressCallback = unobserved,
    wishes: Wishes = NO_WISHES,
    batch: str = "",
) -> ImportReport:
    """Take in files and folders, a few in one transaction; a bad one is told of and the rest goes on.

    Where there is much to do, as many processes build articles as there are cores, and this one stores them. Where
    ``progress`` raises ``Cancelled``, the report holds what was finished and names what was not read. An import of
    several files that is cut off otherwise can go on (``resume_import``), then under its own ``batch``.
    """
    name = batch or uuid4().hex
    met = list(walk(paths))
    found = [one for one in met if not isinstance(one, PassedOver)]
    named = {one.path for one in found if isinstance(one, FoundFile)}
    passed_over = _by_kind(one for one in met if isinstance(one, PassedOver) and one.path not in named)
    shelving = Shelving(library, progress)
    if len(found) > 1:
        begun(library, Unfinished(name, tuple(map(Path, paths)), wishes))
    try:
        with comparing_later(library.store):
            _take_in(shelving, found, name, wishes, progress)
        progress(Progress("import", len(found), len(found)))
    except Ended:
        raise
    except Cancelled:
        ended(library, name)
        _fill(library, shelving.outcomes)
        unread = tuple(written(_path_of(one)) for one in found[len(shelving.outcomes) :])
        return ImportReport(name, tuple(shelving.outcomes), unread=unread, passed_over=passed_over)
    ended(library, name)
    _fill(library, shelving.outcomes)
    error = _index_error(library, progress)
    new = [one.id for outcome in shelving.outcomes for one in _new(outcome)]
    find_excerpts(library, new)
    compact_after(library.store.database, len(new))
    return ImportReport(name, tuple(shelving.outcomes), error, passed_over=passed_over)


def resume_import(library: Library, *, progress: ProgressCallback = unobserved) -> ImportReport:
    """Go on with the import that was cut off; what it had taken in already is told of as known.

    Raises ``UsageError`` (nothing_to_resume) where none was.
    """
    left = unfinished_import(library)
    if left is None:
        raise UsageError("nothing_to_resume")
    return import_paths(library, left.paths, progress=progress, wishes=left.wishes, batch=left.batch)


def _take_in(
    shelving: Shelving, found: Sequence[Found], batch: str, wishes: Wishes, progress: ProgressCallback
) -> None:
    """Have files built and stored in their order; what was built is stored also where a person cancels."""
    coming: deque[FileToBuild | SourceOutcome] = deque()
    files = (_file_of(one, batch, wishes) for one in found)
    names = [Path(_path_of(one)).name for one in found]
    try:
        with _builders(shelving.library, found, progress) as build_all:
            results = build_all(_to_build(shelving.library, files, coming))
            for number, name in enumerate(names):
                progress(Progress("import", number, len(found), name))
                with stoppable(progress):
                    made = next(results)
                file = coming.popleft()
                if isinstance(made, Overdue | Lost) and isinstance(file, FileToBuild):
                    with stoppable(progress):
                        made = _unread(shelving.library, file)
                _shelve(shelving, file, made)
    finally:
        shelving.store()


def _file_of(one: Found, batch: str, wishes: Wishes) -> FileToBuild | SourceOutcome:
    """Read the bytes of what was found, or say why they cannot be read."""
    if isinstance(one, InputError):
        place = written(_path_of(one))
        return SourceOutcome(place, "failed", error=InputError(one.kind, **{**one.values, "path": place}))
    place = written(os.path.abspath(one.path))  # noqa: PTH100 - resolve() would follow links a person made
    try:
        return FileToBuild(place, one.path, load(one.path), batch, wishes)
    except InputError as error:
        return SourceOutcome(place, "failed", error=InputError(error.kind, **{**error.values, "path": place}))


def _to_build(
    library: Library, files: Iterable[FileToBuild | SourceOutcome], coming: deque[FileToBuild | SourceOutcome]
) -> Iterator[Coming]:
    """Yield the files; known ones, and those that cannot be read, as settled. All are put into ``coming``."""
    for one in files:
        coming.append(one)
        if isinstance(one, SourceOutcome) or known_source(library, one) is not None:
            yield Settled(None)
        else:
            yield one


@contextmanager
def _builders(library: Library, found: Sequence[Found], progress: ProgressCallback) -> Iterator[BuildAll]:
    """Give what builds files: other processes where that is worth while, otherwise this one."""
    sizes = (_size_of(one.path) for one in found if isinstance(one, FoundFile))
    if len(found) > 1 and (os.cpu_count() or 1) > 1 and sum(sizes) >= _WORTH_PROCESSES:
        with _spare(library) as spare:
            yield spare.map
    else:
        with building(library.knowledge, library.segmenter) as build:
            yield partial(_here, build, progress, len(found))


def _unread(library: Library, file: FileToBuild) -> Made:
    """Build a file once more that took too long or ended its process, with nothing looked for in its texts."""
    unread = replace(file, unread=True)
    with _spare(library) as spare:
        return next(spare.map([unread]))


def _spare(library: Library) -> SpareProcesses[FileToBuild, BuiltFile | YindeError]:
    """Return the processes that build files."""
    return SpareProcesses(
        partial(building, library.knowledge, library.segmenter), weigh=_weight, seconds=_seconds
    )


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _weight(file: FileToBuild) -> int:
    return len(file.data)


def _seconds(file: FileToBuild) -> float:
    """Return the processor time a file may take, some ten times of what it needs; its reader has its own limits."""
    return _SECONDS + _SECONDS_A_MEGABYTE * len(file.data) / MEGABYTE


def _here(build: Build, progress: ProgressCallback, total: int, coming: Iterable[Coming]) -> Iterator[Made]:
    """Build files in this process, telling of every step."""
    for number, one in enumerate(coming):
        if isinstance(one, Settled):
            yield one.made
        else:
            yield build(one, partial(_tell, progress, number, total, one.name.name))


def _shelve(shelving: Shelving, file: FileToBuild | SourceOutcome, made: Made) -> None:
    """Have a file stored, or note why it is not."""
    if isinstance(file, SourceOutcome):
        shelving.note(file)
    elif isinstance(made, Lost):
        shelving.note(SourceOutcome(file.place, "failed", error=InputError("damaged", path=file.place)))
    elif isinstance(made, Overdue):
        shelving.note(SourceOutcome(file.place, "failed", error=InputError("limit", path=file.place)))
    elif isinstance(made, YindeError):
        shelving.note(SourceOutcome(file.place, "failed", error=made))
    else:
        shelving.put(Arrival(file, made))


def _fill(library: Library, outcomes: Iterable[SourceOutcome]) -> None:
    """Let references that were there before the texts of their titles fill the records of these."""
    fill_from_references(library, [one.id for outcome in outcomes for one in _new(outcome)])


def _new(outcome: SourceOutcome) -> tuple[ImportedArticle, ...]:
    """Return the articles a file brought that were not there."""
    return outcome.articles if outcome.status in {"added", "updated"} else ()


def _tell(progress: ProgressCallback, done: int, total: int, name: str, step: str) -> None:
    """Tell which step the file at hand is at."""
    progress(Progress(step, done, total, name))


def _path_of(one: FoundFile | InputError) -> str:
    return str(one.values.get("path", "")) if isinstance(one, InputError) else str(one.path)


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


def import_text(
    library: Library, title: str, text: str, *, html: str = "", fields: Mapping[str, str] | None = None
) -> ImportReport:
    """Make an article of a text, such as the clipboard's; its first line is its title.

    With ``html`` it is that page, headings and tables kept. ``fields`` of its record are what a person typed. What
    is wrong with it, with a field or with the library, is raised; nothing is taken in then.
    """
    check_fields(fields or {})
    body, title = text.strip(), title.strip()
    whole = body if not title or body.startswith(title) else f"{title}\n{body}"
    data = (_PAGE.format(html) if html else whole).encode("utf-8", "replace")
    name = Path("clipboard.html" if html else "text.txt")
    given = title if html or whole.partition("\n")[0].strip() == title else ""
    file = FileToBuild(f"clipboard:{digest(data)[:12]}", name, data, uuid4().hex, Wishes(title=given))
    report = _one(library, file)
    for outcome in report.sources:
        if outcome.error is not None:
            raise outcome.error
        if fields:
            set_record(library, [one.id for one in outcome.articles], fields)
    return report


def import_bytes(library: Library, data: bytes, *, wishes: Wishes = NO_WISHES) -> ImportReport:
    """Take in a file that came without a name, such as standard input; its bytes tell its kind."""
    place = f"stdin:{digest(data)[:12]}"
    report = _one(library, FileToBuild(place, Path(place + suffix_of(data)), data, uuid4().hex, wishes))
    return ImportReport(report.batch, report.sources, _index_error(library, unobserved))


def _one(library: Library, file: FileToBuild) -> ImportReport:
    """Take in one file."""
    shelving = Shelving(library)
    with building(library.knowledge) as build:
        _shelve(shelving, file, None if known_source(library, file) else build(file))
    shelving.store()
    return ImportReport(file.batch, tuple(shelving.outcomes))
