"""The library as the index sees it: documents with fields, a text and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.library.core.texts import Texts
from corpus.model.article import ArticleSummary
from corpus.model.errors import UnknownIdError
from corpus.store.store import Store
from index.document import DocumentFields, IndexDocument

_AT_ONCE: Final = 500
WITHOUT_TEXT: Final = "reference"
"""The kind of articles that stand for a source whose file is not here."""


class LibraryDocuments:
    """Gives the index the articles outside the trash, as they stand now."""

    def __init__(self, store: Store, texts: Texts) -> None:
        """Read from ``store`` through ``texts``."""
        self._store = store
        self._texts = texts

    def last_change(self) -> int:
        """Return the number of the newest change."""
        return self._store.database.last_change()

    def ids(self) -> Sequence[str]:
        """Return the ids of all documents."""
        return tuple(self._store.article_changes.changes())

    def get(self, document_id: str) -> IndexDocument | None:
        """Return a document, ``None`` where it is gone or in the trash."""
        try:
            ready = self._texts.get(document_id)
        except UnknownIdError:
            return None
        beside = next(self.fields_of([document_id]), None)
        if beside is None:
            return None
        return IndexDocument(
            id=document_id,
            change=max(ready.article.change, beside.change),
            fields=beside.fields,
            text=ready.clean,
            sentences=tuple((span.start, span.end) for span in ready.sentences),
        )

    def get_many(self, ids: Sequence[str]) -> Iterator[IndexDocument]:
        """Yield those of ``ids`` that are there."""
        for document_id in ids:
            document = self.get(document_id)
            if document is not None:
                yield document

    def changed_since(self, change: int) -> Sequence[str]:
        """Return the ids whose text changed, or that were deleted, after a change number."""
        return self._store.article_changes.changed_since(change)

    def fields_changed_since(self, change: int) -> Sequence[str]:
        """Return the ids of which only what stands beside the text changed after a change number."""
        return self._store.article_changes.fields_changed_since(change)

    def fields_of(self, ids: Sequence[str]) -> Iterator[DocumentFields]:
        """Yield what stands beside the texts of those of ``ids`` that are there, as it stands now."""
        for at in range(0, len(ids), _AT_ONCE):
            part = ids[at : at + _AT_ONCE]
            changes = self._store.article_changes.fields_changes_of(part)
            for summary in self._store.articles.of(part):
                if not summary.trashed and summary.kind != WITHOUT_TEXT:
                    yield DocumentFields(summary.id, changes.get(summary.id, 0), self._fields(summary))

    def _fields(self, summary: ArticleSummary) -> dict[str, str]:
        metadata = summary.metadata
        notes = self._store.annotations.of(summary.id) if summary.annotations else ()
        platforms, trends = self._store.facts.names_in(summary.id)
        names = {one.id: one.name for one in self._store.collections.all()} if summary.collections else {}
        return {
            "title": summary.title,
            "author": metadata.author,
            "publisher": metadata.publisher,
            "year": summary.as_of[:4] or metadata.date[:4],
            "tags": "\n".join((*summary.tags, *(tag for note in notes for tag in note.tags))),
            "notes": "\n".join(note.note for note in notes if note.note),
            "collections": "\n".join(names.get(one, "") for one in summary.collections),
            "platforms": "\n".join(platforms),
            "trends": "\n".join(trends),
            "source": summary.path,
        }
