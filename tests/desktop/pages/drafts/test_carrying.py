"""Evidence carried by hand: from notes, hits, lines, figures, passages and selected words into a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolButton, QWidget

from corpus.library.facts.statistics import decide, statistics
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.notes.drafts import drafts, new_draft
from corpus.library.reading.articles import list_articles, reading
from corpus.model.draft import Draft, DraftItem
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.actions.page import Page
from desktop.operations.carrying import Carried, block_in, carried_in, of_block, of_items, of_rows, of_words
from desktop.operations.drafts import put_into_latest
from desktop.pages.data import DataPage
from desktop.pages.drafts import DraftsPage
from desktop.pages.notes import NotesPage
from desktop.pages.search import SearchPage
from desktop.reader.dock.figures import FiguresPanel
from desktop.reader.dock.notes import NotesPanel
from desktop.services.context import Context
from desktop.services.targets import DataTarget, DraftsTarget, NotesTarget, SearchTarget, Target
from desktop.services.undo import Step
from desktop.widgets import carry
from desktop.window.draft_door import DraftDoor
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT, COPY, NO_KEY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """Hold what a drag would carry in place of dragging it."""
    held: list[QMimeData] = []

    class Held:
        def __init__(self, _view: QWidget) -> None:
            pass

        def setMimeData(self, data: QMimeData) -> None:  # noqa: N802 - Qt's own
            held.append(data)

        def __getattr__(self, _name: str) -> Callable[..., None]:
            return lambda *_given: None

    monkeypatch.setattr(carry, "QDrag", Held)
    return held


def drag_from(view: QAbstractItemView) -> None:
    """Press the row chosen and move the hand away with it."""
    view.scrollTo(view.currentIndex())
    start = QPointF(view.visualRect(view.currentIndex()).center())
    QTest.mousePress(view.viewport(), LEFT, pos=start.toPoint())
    for far in (30, 60):
        at = start + QPointF(far, 0)
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, view.viewport().mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NO_KEY
        )
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), LEFT, pos=start.toPoint())


def over(widget: QWidget, data: QMimeData, at: QPoint) -> bool:
    """Move a drag over a place of a widget; tell whether it is taken there."""
    enter = QDragEnterEvent(at, COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(at, COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(widget, move)
    return enter.isAccepted() and move.isAccepted()


def drop(widget: QWidget, data: QMimeData, at: QPoint) -> None:
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), COPY, data, LEFT, NO_KEY))


def written(context: Context) -> Draft:
    """Return a draft of two chapters in the library of a window."""
    items = [DraftItem("heading", text=name) for name in ("甲", "乙")]
    return new_draft(context.library, "稿", items=[items[0], DraftItem("text", text="话"), items[1]])


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context) -> DraftsPage:
    written(reading_context)
    shown = DraftsPage(reading_context)
    qtbot.addWidget(shown)
    shown.resize(1180, 640)
    shown.show()
    shown.show_target(DraftsTarget())
    qtbot.waitUntil(lambda: len(shown.paper_area.paper.blocks()) == 3)
    return shown


def test_that_what_is_dragged_arrives_as_it_was() -> None:
    items = (DraftItem("annotation", "n", level=2), DraftItem("passage", "a", quote="话", start=3, end=4))
    assert carried_in(of_items(items, "话")) == Carried(items)
    assert block_in(of_block(7, "话")) == 7
    assert not carried_in(of_block(7, "话"))
    assert carried_in(of_words("a", Span(3, 5), "话语")) == Carried(places=(("a", Span(3, 5)),), exact=True)
    assert of_rows([None, object()], "") is None
    broken = QMimeData()
    broken.setData("application/x-yinde-items", b"[{")
    assert not carried_in(broken)


def test_that_every_list_of_evidence_can_be_carried(
    qtbot: QtBot, reading_context: Context, carried: list[QMimeData]
) -> None:
    library = reading_context.library
    article = next(one for one in list_articles(library) if one.figures > 5)
    note = annotate(library, article.id, reading(library, article.id).sentences[3], note="注")
    notes, search, data = NotesPage(reading_context), SearchPage(reading_context), DataPage(reading_context)
    shown: list[tuple[Page, Target]] = [
        (notes, NotesTarget()), (search, SearchTarget(text="社交电商")), (data, DataTarget()),
    ]  # fmt: skip
    for one, target in shown:
        qtbot.addWidget(one)
        one.resize(1000, 600)
        one.show()
        one.show_target(target)
    qtbot.waitUntil(lambda: bool(notes.list.views()) and bool(data.figures.table.chosen_ids()))
    notes.list.choose(note.annotation.id)
    drag_from(notes.list)
    drag_from(data.figures.table)
    rows = search.results.list
    qtbot.waitUntil(lambda: any(one.marks for one in rows.statements.statements))
    hit = next(n for n, one in enumerate(rows.statements.statements) if one.marks)
    rows.setCurrentIndex(rows.statements.index(hit, 0))
    drag_from(rows)
    first, second, third = map(carried_in, carried)
    assert first.items == (DraftItem("annotation", note.annotation.id),)
    assert [one.kind for one in second.items] == ["figure"]
    assert len(third.places) == 1
    assert not third.exact


def test_that_the_notes_and_figures_beside_a_text_can_be_carried(
    qtbot: QtBot, reading_context: Context, carried: list[QMimeData]
) -> None:
    library = reading_context.library
    article = next(one for one in list_articles(library) if one.figures > 5)
    note = annotate(library, article.id, reading(library, article.id).sentences[3]).annotation.id
    read = reading(library, article.id)
    kept, gone = read.figures[0].statistic.id, read.figures[1].statistic.id
    decide(library, gone, FactStatus.REJECTED)
    for panel, keys in (
        (NotesPanel(reading_context), [note]),
        (FiguresPanel(reading_context), [kept, gone]),
    ):
        qtbot.addWidget(panel)
        panel.show_reading(reading(library, article.id))
        panel.resize(300, 600)
        panel.show()
        for key in keys:
            panel.list.choose(key)
            drag_from(panel.list)
    assert [carried_in(one).items for one in carried] == [
        (DraftItem("annotation", note),), (DraftItem("figure", kept),)
    ]  # fmt: skip


def test_that_what_lands_between_blocks_stands_there(page: DraftsPage, reading_context: Context) -> None:
    library, viewport = reading_context.library, page.paper_area.paper.viewport()
    found = find_places(library, SearchRequest("社交电商", limit=40)).hits
    hit = next(one for one in found if "。" in one.after)
    data = of_rows([hit.place, statistics(library)[0]], "社交电商")
    assert data is not None
    second = page.paper_area.paper.blocks()[1]
    at = second.mapTo(viewport, QPoint(60, second.height() - 1))
    assert over(viewport, data, at)
    assert page.paper_area.paper.sheet.mark >= 0
    drop(viewport, data, at)
    settle(reading_context)
    items = drafts(library)[0].items
    assert [one.kind for one in items] == ["heading", "text", "figure", "passage", "heading"]
    assert hit.place.quote in items[3].quote
    assert items[3].quote.endswith("。")
    assert not list_annotations(library)
    assert page.paper_area.paper.sheet.mark == -1


def test_that_a_chapter_of_the_outline_takes_selected_words_as_they_are(
    page: DraftsPage, reading_context: Context
) -> None:
    library, outline = reading_context.library, page.side.outline
    article = list_articles(library)[0].id
    text = library.texts.get(article).clean
    at = outline.visualRect(outline.row_model.index(0)).center()
    data = of_words(article, Span(12, 19), text[12:19])
    assert over(outline.viewport(), data, at)
    drop(outline.viewport(), data, at)
    settle(reading_context)
    items = drafts(library)[0].items
    assert [one.kind for one in items] == ["heading", "text", "passage", "heading"]
    assert items[2].quote == text[12:19]


def test_that_the_rail_takes_evidence_and_opens_while_it_is_held(
    qtbot: QtBot, reading_context: Context
) -> None:
    written(reading_context)
    button = QToolButton()
    qtbot.addWidget(button)
    door = DraftDoor(reading_context, button)
    data = of_items([DraftItem("text", text="拖来的话")], "拖来的话")
    with qtbot.waitSignal(door.opened):
        assert over(button, data, QPoint(4, 4))
    QApplication.sendEvent(button, QEvent(QEvent.Type.DragLeave))
    foreign = QMimeData()
    foreign.setUrls([QUrl("file:///tmp/x.txt")])
    assert not over(button, foreign, QPoint(4, 4))
    assert over(button, data, QPoint(4, 4))
    drop(button, data, QPoint(4, 4))
    settle(reading_context)
    assert drafts(reading_context.library)[0].items[-1].text == "拖来的话"


def test_that_what_a_draft_has_already_leaves_no_step(reading_context: Context) -> None:
    library, owner = reading_context.library, QObject()
    steps: list[Step | None] = []
    written(reading_context)
    note = annotate(library, list_articles(library)[0].id, Span(0, 4)).annotation.id
    for _time in range(2):
        reading_context.operations.run(owner, put_into_latest((DraftItem("annotation", note),)))
        settle(reading_context)
        steps.append(reading_context.undo.newest)
    assert steps[0] is not None
    assert steps[1] is steps[0]
