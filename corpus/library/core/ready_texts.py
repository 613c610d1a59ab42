"""Texts made ready for the index by those who built the articles, kept until they are indexed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.library.core.documents import LibraryDocuments
from corpus.store.store import Store
from index.document import DocumentFields
from index.preparing.spreading import PreparedText

_MOST: Final = 200_000_000
"""Bytes kept, some twenty thousand short articles; what is beyond is made ready when it is indexed."""
_AT_ONCE: Final = 500


class ReadyTexts:
    """Prepared texts by the article and the number of the change that wrote it."""

    def __init__(self, store: Store, documents: LibraryDocuments) -> None:
        """Tell from ``store`` which texts still stand as they were prepared, and from ``documents`` their fields."""
        self._store = store
        self._documents = documents
        self._kept: dict[str, tuple[int, PreparedText]] = {}
        self._held = 0

    def keep(self, article: str, change: int, prepared: PreparedText) -> None:
        """Keep a text as the change of this number wrote it; that change must be committed."""
        row = prepared.row
        size = len(row.text) + len(row.folded) + 2 * len(row.pairs) + len(prepared.words)
        if self._held + size <= _MOST:
            self._kept[article] = (change, prepared)
            self._held += size

    def of(self, ids: Sequence[str]) -> Iterator[tuple[DocumentFields, PreparedText]]:
        """Yield those of ``ids`` that are ready and were not changed since, with what stands beside them."""
        known = [one for one in ids if one in self._kept]
        for at in range(0, len(known), _AT_ONCE):
            changes = self._store.article_changes.changes_of(known[at : at + _AT_ONCE])
            fit = [one for one, change in changes.items() if self._kept[one][0] == change]
            for beside in self._documents.fields_of(fit):
                change, prepared = self._kept[beside.id]
                yield DocumentFields(beside.id, max(change, beside.change), beside.fields), prepared

    def clear(self) -> None:
        """Let all of them go."""
        self._kept.clear()
        self._held = 0
