"""A document under the title a person gave it."""

from __future__ import annotations

from dataclasses import replace

from corpus.model.source import Heading, Page, SourceDocument, Stated, Table


def titled(document: SourceDocument, title: str) -> SourceDocument:
    """Return the document with ``title`` as its first line; nothing changes where it is that already."""
    given = " ".join(title.split())
    if not given or document.text.partition("\n")[0].strip() == given:
        return document
    step = len(given) + 1
    headings = (Heading(1, given, 0), *(replace(one, start=one.start + step) for one in document.headings))
    return replace(
        document,
        text=f"{given}\n{document.text}",
        headings=headings if document.headings else (),
        pages=tuple(Page(one.number, one.start + step if one.start else 0) for one in document.pages),
        tables=tuple(Table(one.span.shifted(step)) for one in document.tables),
        metadata=replace(document.metadata, title=given),
        record=(Stated("title", given, "person"), *document.record),
        repairs=tuple(replace(one, start=one.start + step, end=one.end + step) for one in document.repairs),
    )
