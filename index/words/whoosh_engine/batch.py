"""Whoosh's own writer, which asks for the length of a document only once and not for each of its words."""

from __future__ import annotations

from typing import Any

from whoosh.writing import SegmentWriter


class BatchWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes one batch as one segment."""

    def per_document_reader(self) -> Any:
        """Return what Whoosh reads of the documents while it writes their words."""
        return _Lengths(super().per_document_reader())


class _Lengths:
    """The lengths of documents by field, read from the file once."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._by_field: dict[str, list[int]] = {}

    def doc_field_length(self, number: int, field: str, default: int = 0) -> int:
        """Return how many words a document has in a field."""
        lengths = self._by_field.get(field)
        if lengths is None:
            told = self._reader.doc_field_length
            lengths = [told(one, field, default) for one in range(self._reader.doc_count_all())]
            self._by_field[field] = lengths
        return lengths[number]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)
