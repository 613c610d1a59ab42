"""What the margins tell of an article: its notes in short, and where its pages begin."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.language.phrases import page_name
from corpus.library.core.views import AnnotationView
from desktop.reader.text.margin import MarginNote, MarginPage
from desktop.reader.text.projection import Projection
from desktop.wording.shortening import plain


def margin_notes(views: Iterable[AnnotationView], projection: Projection) -> list[MarginNote]:
    """Return the notes with words whose place is known, at offsets of the text shown."""
    return [
        MarginNote(
            view.annotation.id,
            projection.to_shown(view.place.span).start,
            plain(view.annotation.note),
            view.annotation.colour.value,
        )
        for view in views
        if view.place is not None and view.annotation.note
    ]


def margin_pages(projection: Projection) -> list[MarginPage]:
    """Return the pages by their names, at offsets of the text shown."""
    return [
        MarginPage(page_name(ref), projection.offset_to_shown(one.start), ref.cited)
        for one, ref in zip(projection.reading.pages, projection.reading.page_refs, strict=True)
    ]
