"""Sources, articles and repairs as JSON, in the shapes of the headless contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.core.items import item_of
from corpus.library.reading.articles import ShownEdit, shown_edits, shown_headings, shown_pages
from corpus.library.shapes.plain import Json, Told, error
from corpus.library.shapes.spans import span_fields, unread
from corpus.model.errors import InputError
from corpus.model.numbering import printed_number, stretches_text
from corpus.model.span import Span

if TYPE_CHECKING:
    from corpus.library.core.texts import ArticleText
    from corpus.library.intake.files.import_report import ImportReport, SourceOutcome
    from corpus.library.reading.page_numbers import PageNumbering
    from corpus.model.article import Article, ArticleSummary
    from corpus.model.record import Record
    from corpus.model.source import Source


def import_report(report: ImportReport, told: Told = str) -> Json:
    """Return what came of an import."""
    index = None if report.index_error is None else error(report.index_error, told)
    sources = [_outcome(one, told) for one in report.sources]
    return {
        "batch": report.batch,
        "sources": sources,
        "platforms": len(report.platforms),
        "unread": list(report.unread),
        "passed_over": [
            {
                "suffix": one.suffix,
                "files": len(one.paths),
                "paths": list(one.paths),
                "error": error(InputError("unsupported", path=one.paths[0], detail=one.suffix), told),
            }
            for one in report.passed_over
        ],
        "index_error": index,
    }


def _outcome(one: SourceOutcome, told: Told) -> Json:
    return {
        "id": one.id or None,
        "path": one.path,
        "status": one.status,
        "error": None if one.error is None else error(one.error, told),
        "warnings": list(one.warnings),
        "articles": [
            {
                "id": article.id,
                "title": article.title,
                "characters": article.characters,
                **span_fields(article.span),
                "duplicate_of": article.duplicate_of,
                "similarity": round(article.similarity, 4),
                "repairs": {"applied": article.applied, "offered": article.offered},
                "figures": article.figures,
                "platforms": len(article.platforms),
                "unread": [unread(left) for left in article.unread],
                **({"pages": article.pages} if article.pages else {}),
            }
            for article in one.articles
        ],
    }


def source(found: Source, articles: tuple[Article, ...]) -> Json:
    """Return a source: articles and pieces tile its text."""
    return {
        "id": found.id,
        "path": found.path,
        "paths": list(found.paths),
        "encoding": found.encoding,
        "format": found.format,
        "reader": found.reader,
        "text": found.text,
        "articles": [{"id": one.id, "start": one.start, "end": one.end} for one in articles],
        "pieces": [{"kind": one.kind, **span_fields(one.span)} for one in found.pieces],
    }


def summary(one: ArticleSummary, record: Record | None = None) -> Json:
    """Return one line of the list of articles, with its record as a CSL-JSON item."""
    return {
        "id": one.id,
        "title": one.title,
        "source": one.path,
        "sources": list(one.paths),
        "characters": one.characters,
        "date": one.metadata.date,
        "author": one.metadata.author,
        "publisher": one.metadata.publisher,
        "duplicate_of": one.duplicate_of,
        "part_of": one.part_of,
        "record": item_of(one, record),
        "missing": one.missing,
        "proposed": one.proposed,
        "imported": one.added,
        "as_of": one.as_of,
        "kind": one.kind,
        "pack": one.pack,
        "tags": list(one.tags),
        "read_state": one.read_state.value,
        "star": one.star,
        "trashed": one.trashed,
        "layer": one.layer,
    }


def article(ready: ArticleText, *, original: bool = False) -> Json:
    """Return an article whole; with ``original`` the spans are those of the original text."""
    whole = ready.article
    if original:
        ledger = [repair(ShownEdit(edit, Span(edit.start, edit.end))) for edit in whole.edits]
        passages = [ready.offsets.to_original(one) for one in ready.sentences]
        headings, pages = whole.headings, whole.pages
    else:
        ledger = repairs(shown_edits(ready))
        passages = list(ready.sentences)
        headings, pages = shown_headings(ready), shown_pages(ready)
    return {
        "id": whole.id,
        "title": whole.title,
        "text": ready.clean,
        "original": whole.original,
        "repairs": ledger,
        "passages": [span_fields(one) for one in passages],
        "headings": [{"level": one.level, "text": one.text, "start": one.start} for one in headings],
        "pages": [
            {"page": one.number, "start": one.start, "printed": ready.page_ref(one.number).printed or None}
            for one in pages
        ],
        "as_of": whole.summary.as_of,
        "layer": whole.summary.layer,
    }


def page_numbering(article_id: str, found: PageNumbering) -> Json:
    """Return how the pages of an article's file are numbered in print."""
    return {
        "id": article_id,
        "source": found.source,
        "pages": [
            {"page": str(page), "printed": printed_number(found.stretches, page) or None}
            for page in range(found.pages[0], found.pages[1] + 1)
        ],
        "stretches": stretches_text(found.stretches),
        "proposed": stretches_text(found.proposed),
        "corrected": found.corrected is not None,
    }


def repairs(edits: tuple[ShownEdit, ...]) -> Json:
    """Return a ledger of repairs."""
    return [repair(one) for one in edits]


def repair(one: ShownEdit) -> Json:
    """Return one repair with its span."""
    edit = one.edit
    return {
        "id": edit.id,
        "kind": edit.kind,
        "class": edit.repair_class.value,
        **span_fields(one.span),
        "original": edit.before,
        "replacement": edit.after,
        "certainty": edit.certainty.value,
        "applied": edit.applied,
        "state": edit.state.value,
    }
