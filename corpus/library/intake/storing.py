"""One file into the library: known bytes are seen again, new ones stored with their articles in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.intake.build import BuiltArticle, Surroundings, build, source_id
from corpus.library.intake.import_report import ImportedArticle, SourceOutcome
from corpus.library.intake.updating import carry_over
from corpus.model.article import Article
from corpus.model.errors import InputError
from corpus.model.progress import ProgressCallback, stoppable
from corpus.model.source import NO_TEXT, Source, SourceDocument
from corpus.model.span import Span
from corpus.store.changes import Changes
from corpus.store.originals import digest
from corpus.store.store import Store

Fingerprinted = dict[str, tuple[int, ...]]
"""The fingerprints of the library's articles, by id."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The import at hand: its name, the fingerprints it learns as it goes, and how it tells of its steps."""

    name: str
    known: Fingerprinted
    progress: ProgressCallback
    told: Callable[[str], None]


def known_source(library: Library, data: bytes) -> Source | None:
    """Return the source with these very bytes, if articles stand in it and none of them has moved on since."""
    same = library.store.sources.by_hash(digest(data))
    return same if same and _ids_of(library, same) and not library.store.versions.left(same.id) else None


def see_again(library: Library, source: Source, place: str, batch: str) -> SourceOutcome:
    """Record a further path of known bytes; what lay in the trash comes back."""
    articles = library.store.articles.summaries("a.source = ?", source.id)
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
    listed = tuple(_listed(library, one) for one in whole if one is not None)
    return SourceOutcome(
        place, "added" if back else "same", source.id, warnings=source.warnings, articles=listed
    )


def take_in(
    library: Library, place: str, data: bytes, read: Callable[[], SourceDocument], batch: Batch
) -> SourceOutcome:
    """Store a new source and its articles; the batch's fingerprints grow by theirs."""
    store = library.store
    batch.told("read")
    with stoppable(batch.progress):
        document = read()
    previous = store.sources.by_path(place)
    identity = source_id(digest(data))
    lying = _ids_of(library, previous) | _ids_of(library, store.sources.by_id(identity))
    others = {key: value for key, value in batch.known.items() if key not in lying}
    around = Surroundings(identity, place, batch.name, now(), library.knowledge, others)
    with stoppable(batch.progress):
        parts, built = build(document, around, batch.told)
    batch.told("store")
    store.originals.keep(data)
    source = Source(
        id=identity, sha256=digest(data), path=place, paths=(place,), format=document.format,
        encoding=document.encoding, size=len(data), imported=around.added, text=document.text,
        pieces=parts.pieces, warnings=document.warnings,
    )  # fmt: skip
    with store.transaction(Changes()) as number:
        store.sources.add(source)
        if document.format == "pdf":
            store.page_numbers.propose(identity, document.numbering)
        _keep_corrected(store, previous, source)
        kept = carry_over(store, previous, built, number, library.knowledge, batch.name)
        with stoppable(batch.progress):
            for position, one in enumerate(kept):
                _store(library, one, number, position)
                if document.tags and one.article.id not in lying:
                    store.collections.set_tags(one.article.id, document.tags)
        store.also(_changes(store, kept, lying))
    _learn(batch.known, lying, kept)
    listed = tuple(_listed(library, one.article) for one in kept)
    if NO_TEXT in document.warnings:
        error = InputError("no_text", path=place, detail="pdf")
        return SourceOutcome(place, "failed", identity, error, document.warnings, listed)
    return SourceOutcome(place, "updated" if previous else "added", identity, None, document.warnings, listed)


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


def _learn(known: Fingerprinted, gone: frozenset[str], kept: tuple[BuiltArticle, ...]) -> None:
    """Put the fingerprints of new articles in place of those of the ones that stood there."""
    for identity in gone:
        known.pop(identity, None)
    known.update((one.article.id, one.shingles) for one in kept)


def _ids_of(library: Library, source: Source | None) -> frozenset[str]:
    """Return the ids of a source's articles; none where there is no source."""
    found = library.store.articles.summaries("a.source = ?", source.id) if source else ()
    return frozenset(one.id for one in found)


def _store(library: Library, one: BuiltArticle, number: int, position: int) -> None:
    library.store.articles.put(replace(one.article, change=number), position=position, shingles=one.shingles)
    library.store.facts.replace(one.article.id, one.facts)


def _listed(library: Library, article: Article) -> ImportedArticle:
    """Return what a report says of an article that is stored."""
    (summary,) = library.store.articles.summaries("a.id = ?", article.id)
    return ImportedArticle(
        id=article.id, title=summary.title, characters=summary.characters, span=Span(article.start, article.end),
        duplicate_of=summary.duplicate_of, similarity=summary.similarity, applied=summary.repairs_applied,
        offered=summary.repairs_offered, figures=summary.figures,
        platforms=library.store.facts.count_platforms(article.id),
    )  # fmt: skip
