"""The library as the index sees it: documents with fields, a text and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.library.core.texts import ArticleText, Texts
from corpus.model.errors import UnknownIdError
from corpus.store.store import Store
from index.document import IndexDocument

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
        return tuple(self._store.articles.changes())

    def get(self, document_id: str) -> IndexDocument | None:
        """Return a document, ``None`` where it is gone or in the trash."""
        try:
            ready = self._texts.get(document_id)
        except UnknownIdError:
            return None
        if ready.article.summary.trashed or ready.article.summary.kind == WITHOUT_TEXT:
            return None
        return IndexDocument(
            id=document_id,
            change=max(ready.article.change, self._store.articles.fields_change_of(document_id)),
            fields=self._fields(ready),
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
        """Return the ids changed or deleted after a change number, in their text or beside it."""
        articles = self._store.articles
        return tuple(dict.fromkeys((*articles.changed_since(change), *articles.fields_changed_since(change))))

    def _fields(self, ready: ArticleText) -> dict[str, str]:
        summary = ready.article.summary
        metadata = summary.metadata
        notes = self._store.annotations.of(summary.id)
        names = {one.id: one.name for one in self._store.collections.all()} if summary.collections else {}
        return {
            "title": summary.title,
            "author": metadata.author,
            "publisher": metadata.publisher,
            "year": summary.as_of[:4] or metadata.date[:4],
            "tags": "\n".join((*summary.tags, *(tag for note in notes for tag in note.tags))),
            "notes": "\n".join(note.note for note in notes if note.note),
            "collections": "\n".join(names.get(one, "") for one in summary.collections),
            "platforms": "\n".join(
                sorted({one.platform for one in self._store.facts.mentions_of(summary.id)})
            ),
            "trends": "\n".join(sorted({one.trend for one, _ in self._store.facts.passages(summary.id)})),
            "source": summary.path,
        }
