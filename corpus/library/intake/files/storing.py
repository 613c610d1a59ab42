"""One file into the library: known bytes are seen again, new ones stored with their articles in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.library.core.library import Library
from corpus.library.intake.building.build import BuiltArticle, source_id
from corpus.library.intake.building.unread_told import tell_unread
from corpus.library.intake.files.file_builder import BuiltFile, FileToBuild
from corpus.library.intake.files.import_report import ImportedArticle, SourceOutcome
from corpus.library.intake.files.updating import carry_over
from corpus.model.article import Article
from corpus.model.errors import InputError
from corpus.model.source import NO_TEXT, UNREAD, Source
from corpus.model.span import Span
from corpus.model.unread import Unread
from corpus.store.database.changes import Changes
from corpus.store.sources.originals import digest
from corpus.store.store import Store
from index.preparing.spreading import PreparedText

_log = logging.getLogger(__name__)

REPEATED = 0.8
"""Two articles of which this share of shingles agrees are the same article."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of a file; what stands in its articles is told once the transaction is committed.

    ``ready`` are the articles whose texts were made ready for the index, as the change ``number`` wrote them;
    ``unread`` is what was left unread, by article, ``faults`` what else the building of one stumbled over.
    """

    place: str
    status: str
    source: str
    warnings: tuple[str, ...]
    articles: tuple[Article, ...]
    ready: tuple[tuple[str, PreparedText], ...] = ()
    number: int = 0
    unread: Mapping[str, tuple[Unread, ...]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def known_source(library: Library, file: FileToBuild) -> Source | None:
    """Return the source with a file's very bytes, if articles stand in it and none of them has moved on since.

    Bytes a person wants read in another encoding than they were are not known.
    """
    same = library.store.sources.by_hash(digest(file.data))
    if same is None or (file.wishes.encoding and file.wishes.encoding != same.encoding):
        return None
    return same if _ids_of(library.store, same) and not library.store.versions.left(same.id) else None


def see_again(library: Library, source: Source, place: str, batch: str) -> Stored:
    """Record a further path of known bytes; what lay in the trash comes back."""
    articles = library.store.articles.summaries(source=source.id)
    back = (
        frozenset(one.id for one in articles if one.trashed)
        if all(one.trashed for one in articles)
        else frozenset()
    )
    with library.store.transaction(Changes(articles=back, collections=True, facts=back)):
        library.store.sources.see(source.id, place)
        library.store.articles.set_field("trashed", "", back)
        library.store.articles.set_field("batch", batch, back)
    whole = (library.store.articles.get(one.id) for one in articles)
    found = tuple(one for one in whole if one is not None)
    return Stored(place, "added" if back else "same", source.id, source.warnings, found)


def take_in(library: Library, file: FileToBuild, made: BuiltFile) -> Stored:
    """Store a new source and its articles; its bytes lie among the originals already."""
    store, document = library.store, made.document
    previous = store.sources.by_path(file.place)
    sha256 = digest(file.data)
    identity = source_id(sha256)
    lying = _ids_of(store, previous) | _ids_of(store, store.sources.by_id(identity))
    built = tuple(repeating(store, one, lying) for one in made.articles)
    source = Source(
        id=identity, sha256=sha256, path=file.place, paths=(file.place,), format=document.format,
        encoding=document.encoding, size=len(file.data), imported=made.added, text=document.text,
        pieces=made.parts.pieces, warnings=document.warnings,
        reader=document.reader,
    )  # fmt: skip
    with store.transaction(Changes()) as number:
        store.sources.add(source)
        if document.format == "pdf":
            store.page_numbers.propose(identity, document.numbering)
        _keep_corrected(store, previous, source)
        kept = carry_over(store, previous, built, number, library.knowledge, file.batch)
        for position, one in enumerate(kept):
            _store(store, one, number, position)
            if document.tags and one.article.id not in lying:
                store.collections.set_tags(one.article.id, document.tags)
        if len(kept) == 1:
            store.sources.set_apart(source, kept[0].article)
        store.also(_changes(store, kept, lying))
    status = "updated" if previous else "added"
    ready = tuple((one.article.id, one.ready) for one in kept if one.ready is not None)
    articles = tuple(one.article for one in kept)
    unread = {one.article.id: one.unread for one in kept if one.unread}
    faults = tuple(f"{one.article.id} {fault}" for one in kept for fault in one.faults)
    return Stored(file.place, status, identity, document.warnings, articles, ready, number, unread, faults)


def told(library: Library, stored: Stored) -> SourceOutcome:
    """Return what a report says of a file that is stored; one without text has failed as a text.

    What was made ready for the index is kept for it: the transaction is committed by now.
    """
    for article, prepared in stored.ready:
        library.ready_texts.keep(article, stored.number, prepared)
    listed = tuple(_listed(library, one, stored.unread.get(one.id, ())) for one in stored.articles)
    for fault in stored.faults:
        _log.warning("left out: %s", fault)
    warnings = stored.warnings + ((UNREAD,) if stored.unread else ())
    if stored.status != "same" and NO_TEXT in stored.warnings:
        error = InputError("no_text", path=stored.place, detail="pdf")
        return SourceOutcome(stored.place, "failed", stored.source, error, warnings, listed)
    return SourceOutcome(stored.place, stored.status, stored.source, None, warnings, listed)


def repeating(store: Store, one: BuiltArticle, lying: frozenset[str]) -> BuiltArticle:
    """Return an article as a repeat of the one in the library that says the same, if there is one."""
    summary = one.article.summary
    if summary.duplicate_of is not None:
        return one
    repeated, likeness = store.prints.closest(one.shingles, REPEATED, apart_from=lying)
    if repeated is None:
        return one
    summary = replace(summary, duplicate_of=repeated, similarity=likeness)
    return replace(one, article=replace(one.article, summary=summary))


def _keep_corrected(store: Store, previous: Source | None, source: Source) -> None:
    """Have the printed page numbers a person corrected hold for the new bytes of a file too."""
    corrected = store.page_numbers.corrected(previous.id) if previous and previous.id != source.id else None
    if corrected is not None and store.page_numbers.corrected(source.id) is None:
        store.page_numbers.correct(source.id, corrected)


def _changes(store: Store, kept: tuple[BuiltArticle, ...], lying: frozenset[str]) -> Changes:
    """Return what storing articles changed; the notes of those that lay there before found new places."""
    articles = frozenset(one.article.id for one in kept)
    notes = frozenset(note.id for article in lying for note in store.annotations.of(article))
    return Changes(articles=articles | lying, facts=articles | lying, annotations=notes)


def _ids_of(store: Store, source: Source | None) -> frozenset[str]:
    """Return the ids of a source's articles; none where there is no source."""
    found = store.articles.summaries(source=source.id) if source else ()
    return frozenset(one.id for one in found)


def _store(store: Store, one: BuiltArticle, number: int, position: int) -> None:
    store.articles.put(replace(one.article, change=number), position=position, shingles=one.shingles)
    store.facts.replace(one.article.id, one.facts)


def _listed(library: Library, article: Article, unread: tuple[Unread, ...]) -> ImportedArticle:
    """Return what a report says of an article that is stored; what was left unread of it is logged."""
    (summary,) = library.store.articles.of([article.id])
    tell_unread(summary, unread)
    return ImportedArticle(
        id=article.id, title=summary.title, characters=summary.characters, span=Span(article.start, article.end),
        duplicate_of=summary.duplicate_of, similarity=summary.similarity, applied=summary.repairs_applied,
        offered=summary.repairs_offered, figures=summary.figures,
        platforms=library.store.facts.platforms_named(article.id), unread=unread,
        pages=summary.pages,
    )  # fmt: skip
