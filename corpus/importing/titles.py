"""A document under the title a person gave it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.model.source import NO_TEXT, Heading, Page, SourceDocument, Stated, Table


def named(document: SourceDocument, path: Path) -> SourceDocument:
    """Return a document that has no text under the title its file states, or its file's name; others unchanged.

    The article begins on its first page; all other pages stand behind the title, where nothing is.
    """
    if NO_TEXT not in document.warnings or document.text:
        return document
    title = " ".join((document.metadata.title or path.stem).split()) or path.name
    pages = tuple(
        replace(one, start=len(title) if number else 0) for number, one in enumerate(document.pages)
    )
    return replace(document, text=title, pages=pages)


def titled(document: SourceDocument, title: str) -> SourceDocument:
    """Return the document with ``title`` as its first line, which a person says is its title."""
    given = " ".join(title.split())
    if given and NO_TEXT in document.warnings:
        pages = tuple(replace(one, start=min(one.start, 1) * len(given)) for one in document.pages)
        record = (Stated("title", given, "person"), *document.record)
        return replace(document, text=given, pages=pages, record=record)
    if not given:
        return document
    if document.text.partition("\n")[0].strip() == given:
        return replace(document, record=(Stated("title", given, "person"), *document.record))
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
        quotations=tuple(one.shifted(step) for one in document.quotations),
    )
