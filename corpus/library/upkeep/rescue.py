"""Saving what is sound of a damaged library, or of what is left of one, into a new library beside it."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus.library.core.exchange import exchange, staging
from corpus.library.core.library import Library
from corpus.library.core.remains import is_there, remains_of
from corpus.library.intake.files.file_builder import FileToBuild, building
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.restoring import take_original
from corpus.model.errors import InputError, LibraryError, YindeError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.store.database.changes import Changes
from corpus.store.folder.failing import about, telling
from corpus.store.folder.scratch import scratch
from corpus.store.folder.steps import reached
from corpus.store.salvage.cut_texts import complete, cut_texts
from corpus.store.salvage.salvage import Salvage, salvage
from corpus.store.salvage.schema_pages import lend_schema
from corpus.store.salvage.snapshot import Snapshot, snapshot_of
from corpus.store.sources.originals import Originals
from corpus.store.store import DATABASE_NAME, Store

_SUFFIXES = ((b"%PDF", ".pdf"), (b"{\\rtf", ".rtf"), (b"<!do", ".html"), (b"<htm", ".html"))
_IN_ZIP = (
    (b"word/", ".docx"),
    (b"xl/", ".xlsx"),
    (b"ppt/", ".pptx"),
    (b"epub", ".epub"),
    (b"opendocument.text", ".odt"),
)


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What was saved: ``origin`` the database it came from, empty where only originals were left.

    ``lost`` counts, by table, what was there and could not be read; ``imported`` originals were taken in anew.
    """

    library: Path
    origin: str
    notes: int
    drafts: int
    articles: int
    originals: int
    imported: int
    lost: dict[str, int]
    lost_originals: tuple[str, ...]


def rescue(root: Path, target: Path, *, progress: ProgressCallback = unobserved) -> RescueReport:
    """Save what can be read of the library at ``root`` into a new one at ``target``; ``root`` stays as it is.

    From its database, else the newest copy that can be read, else from its originals alone. Raises InputError
    (missing: nothing is left there; not_empty: something stands at ``target``), LibraryError (library_newer,
    disk_full …).
    """
    left = remains_of(root)
    if not left.anything and not is_there(root):
        raise InputError("missing", path=str(root))
    if target.exists() and any(target.iterdir()):
        raise InputError("not_empty", path=str(target))
    with telling(target), staging(target) as ready, scratch() as place:
        ready.mkdir()
        origin, saved = _salvaged(root, left.copies, ready, place)
        with closing(
            open_library(ready, write=True, holder="rescue")
        ) as library:  # where none was saved, made
            found = _originals(root, ready, progress)
            _read_again(library, saved)
            imported = _import_the_rest(library, root, place, progress)
            _drop_what_cannot_be_shown(library.store, saved)
            held = snapshot_of(library.store.database)
        (ready / "library.lock").unlink(missing_ok=True)
        reached("rescue:ready")
        exchange(ready, target, over=False)
    return _report(target, origin, held, saved, found, imported)


def _report(
    target: Path,
    origin: str,
    held: Snapshot,
    saved: Salvage,
    found: tuple[int, tuple[str, ...]],
    imported: int,
) -> RescueReport:
    lost = {table: number for table, number in saved.lost.items() if number}
    return RescueReport(
        target,
        origin,
        len(held.notes),
        len(held.drafts),
        len(held.articles),
        found[0],
        imported,
        lost,
        found[1],
    )


def _salvaged(root: Path, copies: tuple[Path, ...], ready: Path, scratch: Path) -> tuple[str, Salvage]:
    """Bring over the rows of the database, or of the newest copy that has any; return where they came from.

    Where the pages that say what is where are broken, those of a copy are lent to it before its rows are given up.
    """
    database = ready / DATABASE_NAME
    damaged, mended = root / DATABASE_NAME, scratch / "mended.db"
    lent = damaged.exists() and any(lend_schema(damaged, copy, mended) for copy in copies)
    for source in (damaged, *([mended] if lent else []), *copies):
        if not source.exists() or source.stat().st_size == 0:
            continue
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            try:
                saved = salvage(source, database, Path(folder))
            except LibraryError as error:
                if error.kind != "library_damaged":
                    raise
                saved = Salvage()
        if saved.saved.get("sources") or saved.saved.get("annotations") or saved.saved.get("drafts"):
            return str(damaged if source == mended else source), saved
        database.unlink(missing_ok=True)
    return "", Salvage()


def _originals(root: Path, ready: Path, progress: ProgressCallback) -> tuple[int, tuple[str, ...]]:
    """Bring over every original that is still what its name says; return how many, and the names of the others."""
    folder = root / "originals"
    names = sorted(one.name for one in folder.iterdir() if len(one.name) == 64) if folder.is_dir() else []
    lost: list[str] = []
    for number, name in enumerate(names):
        progress(Progress("rescue", number, len(names)))
        if not take_original(name, [folder], ready / "originals"):
            lost.append(name)
    return len(names) - len(lost), tuple(lost)


def _read_again(library: Library, saved: Salvage) -> None:
    """Take the texts that were cut off from the originals they came of, where these begin as what was saved."""
    cut = cut_texts(library.store.database, saved.cut) if saved.cut else ()
    with building(library.knowledge) as build:
        for one in cut:
            original = library.store.originals.path(one.sha256)
            if not original.is_file():
                continue
            made = build(FileToBuild(one.path, Path(one.path), original.read_bytes(), ""))
            whole = "" if isinstance(made, YindeError) else one.whole_in(made.document.text)
            if whole:
                with library.store.transaction(Changes(everything=True)):
                    complete(library.store.database, one, whole)
                saved.lost["article_texts"] -= 1


def _import_the_rest(library: Library, root: Path, scratch: Path, progress: ProgressCallback) -> int:
    """Take in anew the originals of which the database no longer knows; return how many."""
    known = set(library.store.sources.hashes())
    originals = Originals(library.root / "originals")
    folder = scratch / root.name
    folder.mkdir()
    taken = 0
    unknown = (
        [one for one in originals.folder.iterdir() if one.name not in known]
        if originals.folder.is_dir()
        else []
    )
    for original in sorted(unknown):
        data = original.read_bytes()
        named = folder / f"{original.name[:12]}{_suffix(data)}"
        with about(named):
            named.write_bytes(data)
        report = import_paths(library, [named], progress=progress)
        taken += sum(one.status in {"added", "updated"} for one in report.sources)
        named.unlink()
    return taken


def _suffix(data: bytes) -> str:
    """Return how the name of such a file ends; plain text where nothing else is seen."""
    head = data[:4096]
    if head.startswith(b"PK"):
        return next((suffix for mark, suffix in _IN_ZIP if mark in data), ".docx")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((suffix for mark, suffix in _SUFFIXES if start.startswith(mark.lower())), ".txt")


def _drop_what_cannot_be_shown(store: Store, saved: Salvage) -> None:
    """Let articles go that cannot be read for all that; their notes wait for a place."""
    broken: list[str] = []
    for article in snapshot_of(store.database).articles:
        try:
            store.articles.get(article)
            store.facts.statistics_of(article)
        except LibraryError:
            broken.append(article)
    if not broken:
        return
    saved.lost["articles"] = saved.lost.get("articles", 0) + len(broken)
    with store.transaction(Changes(everything=True)) as number:
        for article in broken:
            store.annotations.set_adrift(article)
            store.articles.delete(article, number)
