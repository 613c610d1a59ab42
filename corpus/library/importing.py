"""Taking in files and folders: what came of each, and undoing a whole import."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from corpus.importing.folder import walk, written
from corpus.importing.table import load, parse
from corpus.library.build import BuiltArticle, Surroundings, build, source_id
from corpus.library.clock import now
from corpus.library.indexing import sync_index
from corpus.library.library import Library
from corpus.library.updating import carry_over, with_free_ids
from corpus.model.errors import InputError, LibraryError, UnknownIdError, YindeError, unforeseen
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.source import Source, SourceDocument
from corpus.model.span import Span
from corpus.store.changes import Changes
from corpus.store.originals import digest
from corpus.text.decode import decode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article that came of an import; ``span`` counts code points of the source's decoded text."""

    id: str
    title: str
    characters: int
    span: Span
    duplicate_of: str | None
    similarity: float
    applied: int
    offered: int
    figures: int
    platforms: int


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What came of one file: ``status`` is added, same, updated or failed (then ``error`` says why)."""

    path: str
    status: str
    id: str = ""
    error: YindeError | None = None
    warnings: tuple[str, ...] = ()
    articles: tuple[ImportedArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import; ``batch`` names it for undoing.

    ``index_error`` says why the indexes stayed behind; searches are complete all the same, only slower.
    """

    batch: str
    sources: tuple[SourceOutcome, ...]
    index_error: YindeError | None = None


def import_paths(
    library: Library, paths: Sequence[Path], *, progress: ProgressCallback = unobserved
) -> ImportReport:
    """Take in files and folders, one transaction a file; a bad one is told of and the rest goes on."""
    batch = uuid4().hex
    found = list(walk(paths))
    known = library.store.articles.shingles()
    outcomes: list[SourceOutcome] = []
    for number, one in enumerate(found):
        name = str(one.values.get("path", "")) if isinstance(one, InputError) else str(one.path)
        progress(Progress("import", number, len(found), Path(name).name))
        outcomes.append(
            _failed(one) if isinstance(one, InputError) else _import_file(library, one.path, batch, known)
        )
    progress(Progress("import", len(found), len(found)))
    return ImportReport(batch, tuple(outcomes), _index_error(library, progress))


def _index_error(library: Library, progress: ProgressCallback) -> YindeError | None:
    """Bring the indexes up to what was taken in; return what went wrong."""
    try:
        sync_index(library, progress=progress)
    except YindeError as error:
        return error
    return None


def import_text(library: Library, title: str, text: str) -> ImportReport:
    """Make an article of a text, such as the clipboard's; its first line is its title."""
    body, title = text.strip(), title.strip()
    whole = body if not title or body.startswith(title) else f"{title}\n{body}"
    data = whole.encode("utf-8", "replace")
    path = f"clipboard:{digest(data)[:12]}"
    batch = uuid4().hex
    same = _known_source(library, data)
    if same is not None:
        return ImportReport(batch, (_same(library, same, path, batch),))
    decoded = decode(data)
    document = SourceDocument(decoded.text, decoded.encoding, "text")
    known = library.store.articles.shingles()
    return ImportReport(batch, (_take_in(library, path, data, document, batch, known),))


def undo_import(library: Library, batch: str) -> tuple[str, ...]:
    """Put everything an import brought into the trash; return the ids."""
    ids = tuple(one.id for one in library.store.articles.summaries("a.batch = ? AND a.trashed = ''", batch))
    if not ids:
        raise UnknownIdError("unknown_batch", id=batch)
    with library.store.transaction(Changes(articles=frozenset(ids), collections=True, facts=True)):
        library.store.articles.set_field("trashed", now(), ids)
    return ids


def _failed(error: InputError) -> SourceOutcome:
    place = written(str(error.values.get("path", "")))
    return SourceOutcome(place, "failed", error=InputError(error.kind, **{**error.values, "path": place}))


def _import_file(
    library: Library, path: Path, batch: str, known: dict[str, tuple[int, ...]]
) -> SourceOutcome:
    """Take in one file; what is wrong with it becomes its outcome, trouble with the library goes up."""
    place = written(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links a person made
    try:
        data = load(path)
        same = _known_source(library, data)
        if same is not None:
            return _same(library, same, place, batch)
        return _take_in(library, place, data, parse(path, data), batch, known)
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


def _known_source(library: Library, data: bytes) -> Source | None:
    """Return the source with these very bytes, if articles stand in it."""
    same = library.store.sources.by_hash(digest(data))
    return same if _ids_of(library, same) else None


def _same(library: Library, source: Source, place: str, batch: str) -> SourceOutcome:
    """Record a further path of known bytes; what lay in the trash comes back."""
    articles = library.store.articles.summaries("a.source = ?", source.id)
    back = (
        frozenset(one.id for one in articles if one.trashed)
        if all(one.trashed for one in articles)
        else frozenset()
    )
    with library.store.transaction(Changes(articles=back, collections=True, facts=bool(back))):
        library.store.sources.see(source.id, place)
        library.store.articles.set_field("trashed", "", back)
        library.store.articles.set_field("batch", batch, back)
    listed = tuple(_listed(library, one.id) for one in articles)
    return SourceOutcome(
        place, "added" if back else "same", source.id, warnings=source.warnings, articles=listed
    )


def _take_in(
    library: Library, place: str, data: bytes, document: SourceDocument, batch: str,
    known: dict[str, tuple[int, ...]],
) -> SourceOutcome:  # fmt: skip
    """Store a new source and its articles; ``known`` learns their fingerprints."""
    store = library.store
    previous = store.sources.by_path(place)
    store.originals.keep(data)
    identity = source_id(digest(data))
    replaced = _ids_of(library, previous)
    others = {key: value for key, value in known.items() if key not in replaced}
    around = Surroundings(identity, place, batch, now(), library.knowledge, others)
    parts, built = build(document, around)
    source = Source(
        id=identity, sha256=digest(data), path=place, paths=(place,), format=document.format,
        encoding=document.encoding, size=len(data), imported=around.added, text=document.text,
        pieces=parts.pieces, warnings=document.warnings,
    )  # fmt: skip
    with store.database.transaction() as number:
        store.sources.add(source)
        kept = (
            carry_over(store, previous, built, number, library.knowledge)
            if previous
            else with_free_ids(store, built, built)
        )
        for position, one in enumerate(kept):
            _store_article(library, one, number, position)
            known[one.article.id] = one.shingles
        store.facts.mark_changed(number)
    for gone in replaced - {one.article.id for one in kept}:
        known.pop(gone, None)
    store.changes.publish(
        Changes(articles=frozenset(one.article.id for one in kept), facts=True, annotations=bool(previous))
    )
    listed = tuple(_listed(library, one.article.id) for one in kept)
    return SourceOutcome(place, "updated" if previous else "added", identity, None, document.warnings, listed)


def _ids_of(library: Library, source: Source | None) -> frozenset[str]:
    """Return the ids of a source's articles; none where there is no source."""
    found = library.store.articles.summaries("a.source = ?", source.id) if source else ()
    return frozenset(one.id for one in found)


def _store_article(library: Library, one: BuiltArticle, number: int, position: int) -> None:
    library.store.articles.put(replace(one.article, change=number), position=position, shingles=one.shingles)
    library.store.facts.replace(one.article.id, one.facts)


def _listed(library: Library, article_id: str) -> ImportedArticle:
    article = library.texts.get(article_id).article
    summary = article.summary
    return ImportedArticle(
        id=article_id, title=summary.title, characters=summary.characters, span=Span(article.start, article.end),
        duplicate_of=summary.duplicate_of, similarity=summary.similarity, applied=summary.repairs_applied,
        offered=summary.repairs_offered, figures=summary.figures,
        platforms=len({one.platform for one in library.store.facts.mentions_of(article_id)}),
    )  # fmt: skip
