"""加入文稿 from the rows of other pages: evidence arrives, and nothing is marked that was not."""

from __future__ import annotations

from PySide6.QtCore import QObject

from corpus.library.facts.statistics import statistics
from corpus.library.facts.trends import trends
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from desktop.operations.drafts import put_places_found
from desktop.operations.into_draft import put_row
from desktop.services.context import Context
from tests.desktop.lane import settle, undo


def test_that_rows_of_every_kind_become_blocks(reading_context: Context) -> None:
    context, library = reading_context, reading_context.library
    owner = QObject()
    found = find_places(library, SearchRequest("社交电商", limit=40)).hits
    hits = [one for one in found if "。" in one.after][:3]
    figures = statistics(library)[:2]
    put_row(context, owner, hits[0].place)
    put_row(context, owner, trends(library)[0].passages[0])
    put_row(context, owner, figures[0])
    context.operations.run(owner, put_places_found("社交电商", hits))
    put_row(context, owner, None)
    settle(context)

    items = drafts(library)[0].items
    assert [one.kind for one in items] == ["passage", "passage", "figure", "hits"]
    assert hits[0].place.quote in items[0].quote
    assert items[0].quote.endswith("。")
    assert len(items[3].ref.split()) == 3
    assert list_annotations(library) == ()
    undo(context)
    assert len(drafts(library)[0].items) == 3
