"""A document on its way between two processes: plain JSON values, and back."""

from __future__ import annotations

from typing import Any

from corpus.model.numbering import PageStretch
from corpus.model.source import Heading, Metadata, Page, ReaderRepair, SourceDocument, Stated, Table
from corpus.model.span import Span


def packed(document: SourceDocument) -> dict[str, Any]:
    """Return a document as JSON values."""
    known = document.metadata
    return {
        "text": document.text,
        "encoding": document.encoding,
        "format": document.format,
        "headings": [[one.level, one.text, one.start] for one in document.headings],
        "pages": [[one.number, one.start] for one in document.pages],
        "tables": [[one.span.start, one.span.end] for one in document.tables],
        "metadata": [known.title, known.author, known.publisher, known.date, known.language, known.address],
        "warnings": list(document.warnings),
        "record": [[one.field, one.value, one.where] for one in document.record],
        "tags": list(document.tags),
        "repairs": [[one.kind, one.start, one.end, one.after] for one in document.repairs],
        "numbering": [[one.first, one.label, one.each] for one in document.numbering],
        "quotations": [[one.start, one.end] for one in document.quotations],
    }


def unpacked(values: dict[str, Any]) -> SourceDocument:
    """Return the document that was packed."""
    return SourceDocument(
        text=values["text"],
        encoding=values["encoding"],
        format=values["format"],
        headings=tuple(Heading(*one) for one in values["headings"]),
        pages=tuple(Page(*one) for one in values["pages"]),
        tables=tuple(Table(Span(*one)) for one in values["tables"]),
        metadata=Metadata(*values["metadata"]),
        warnings=tuple(values["warnings"]),
        record=tuple(Stated(*one) for one in values["record"]),
        tags=tuple(values["tags"]),
        repairs=tuple(ReaderRepair(*one) for one in values["repairs"]),
        numbering=tuple(PageStretch(*one) for one in values["numbering"]),
        quotations=tuple(Span(*one) for one in values["quotations"]),
    )
