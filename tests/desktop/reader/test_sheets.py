"""原页: the pages drawn in the reader, with what the text has: place, marks, selection, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.boxing import annotate_box
from corpus.library.reading.articles import Reading
from corpus.model.annotation import Colour
from corpus.model.errors import YindeError
from corpus.model.span import Span
from corpus.report.writers.fonts import find_cjk_font
from corpus.store.database.changes import Changes
from desktop.reader.page import ReaderPage
from desktop.reader.selection.wishes import Wish
from desktop.reader.sheets.arrangement import GAP, Arrangement, zoom_to_show_whole
from desktop.reader.sheets.characters import PageCharacters
from desktop.reader.sheets.ground import PageGround
from desktop.reader.sheets.page_view import PageView
from desktop.reader.sheets.tiles import Tile, Tiles
from desktop.reader.sheets.wanted import pictures_of, things_wanted
from desktop.reader.text.marks import MarkKind
from desktop.reader.thumbnails import Thumbnails
from desktop.services.context import Context
from desktop.services.settings import Settings
from desktop.services.targets import PanelKind
from desktop.start.session import compose
from desktop.theme import ThemeManager
from tests.benchmarks.typeset_pdfs import small
from tests.copies import copied
from tests.corpus.library.making_pictures import a_docx
from tests.desktop.reader.conftest import open_article

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="module")
def paged(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a library folder with a PDF in it, and the id of its article."""
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")
    folder = tmp_path_factory.mktemp("paged")
    (folder / "账目考.pdf").write_bytes(small().data)
    copied(library_template, folder / "library")
    opened = open_library(folder / "library", write=True)
    report = import_paths(opened, [folder / "账目考.pdf"])
    opened.close()
    return folder / "library", report.sources[0].articles[0].id


@pytest.fixture
def article(paged: tuple[Path, str]) -> str:
    return paged[1]


@pytest.fixture
def reading_context(theme: ThemeManager, paged: tuple[Path, str], tmp_path: Path) -> Iterator[Context]:
    copied(paged[0], tmp_path / "library")
    library = open_library(tmp_path / "library", write=True)
    context = compose(library, theme, Settings(tmp_path / "settings.ini"))
    yield context
    context.operations.close()
    context.worker.close()
    context.tasks.close()
    library.close()


@pytest.fixture
def pages(qtbot: QtBot, page: ReaderPage) -> Iterator[PageView]:
    """Return the pages of the article, drawn, with the third page's text known."""
    yield switched(qtbot, page)
    assert page.paper.pages is not None
    page.paper.pages.close_file()


def switched(qtbot: QtBot, page: ReaderPage) -> PageView:
    page.versions.switch_pages()
    view = page.paper.pages
    assert view is not None
    qtbot.waitUntil(lambda: view.tiles.size > 0 and view.top_offset() >= 0 and bool(view.ground.letters))
    return view


def go(qtbot: QtBot, page: ReaderPage, view: PageView, span: Span) -> Span:
    """Lead to a span of the clean text and return it as a span of the original."""
    page.paper.lead_to(span)
    qtbot.waitUntil(lambda: view._awaited is None)
    assert page.paper.projection is not None
    return page.paper.projection.to_shown(span)


def sentence(read: Reading, number: int) -> Span:
    """Return a sentence of the second page."""
    start = read.pages[1].start
    return [one for one in read.sentences if one.start >= start][number]


def test_switching_keeps_the_place(qtbot: QtBot, page: ReaderPage, read: Reading) -> None:
    place = sentence(read, 3)
    page.paper.set_top_offset(place.start)
    before = page.paper.top_offset()
    view = switched(qtbot, page)
    assert page.paper.version == "pages"
    assert view.isVisible()
    assert not page.paper.view.isVisible()
    qtbot.waitUntil(lambda: view._awaited is None)
    assert abs(page.paper.top_offset() - before) < 40
    page.versions.switch_pages()
    assert page.paper.version == "clean"
    assert abs(page.paper.top_offset() - before) < 40


def test_what_is_led_to_is_marked_on_the_page(
    qtbot: QtBot, page: ReaderPage, pages: PageView, read: Reading
) -> None:
    place = go(qtbot, page, pages, sentence(read, 2))
    box = pages.box_of(place)
    assert pages.viewport().rect().contains(box.center())
    assert [mark.span for mark in pages._marks[MarkKind.PLACE]] == [place]
    page.paper.show_hits((sentence(read, 2),))
    assert [mark.span for mark in pages._marks[MarkKind.HIT]] == [place]


def test_a_note_made_on_a_page_stands_in_the_text(
    qtbot: QtBot, page: ReaderPage, pages: PageView, read: Reading
) -> None:
    wanted = sentence(read, 2)
    go(qtbot, page, pages, wanted)
    drag(pages, page, wanted)
    assert page.paper.selection() == wanted
    page.selecting.do(Wish.HIGHLIGHT)
    qtbot.waitUntil(lambda: len(list_annotations(page.context.library)) == 1)
    (note,) = list_annotations(page.context.library)
    assert note.place is not None
    assert note.place.span == wanted
    qtbot.waitUntil(lambda: len(pages._marks[MarkKind.HIGHLIGHT]) == 1)
    page.versions.switch_pages()
    assert [mark.span for mark in page.paper.view.marks(MarkKind.HIGHLIGHT)] == [wanted]


def drag(view: PageView, page: ReaderPage, span: Span) -> None:
    """Select a span of the clean text with the mouse."""
    assert page.paper.projection is not None
    shown = page.paper.projection.to_shown(span)
    first = view.box_of(Span(shown.start, shown.start + 1))
    last = view.box_of(Span(shown.end - 1, shown.end))
    begin, end = first.center() - QPoint(first.width() // 3, 0), last.center() + QPoint(last.width() // 3, 0)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    moving = view.viewport().mapToGlobal(end)
    move(view, end, moving)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def move(view: PageView, at: QPoint, glob: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(glob), left, left, Qt.KeyboardModifier.NoModifier
    )
    view.mouseMoveEvent(event)


def test_what_is_selected_is_copied_as_the_text_has_it(
    qtbot: QtBot, page: ReaderPage, pages: PageView, read: Reading
) -> None:
    wanted = sentence(read, 1)
    go(qtbot, page, pages, wanted)
    drag(pages, page, wanted)
    QTest.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == wanted.of(read.text)


def test_keys_colour_and_zoom(qtbot: QtBot, page: ReaderPage, pages: PageView, read: Reading) -> None:
    wanted = sentence(read, 1)
    go(qtbot, page, pages, wanted)
    drag(pages, page, wanted)
    QTest.keyClick(pages, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: bool(list_annotations(page.context.library)))
    assert list_annotations(page.context.library)[0].annotation.colour is Colour.GREEN
    before = pages.ground.arrangement.zoom
    zoom = {one.key: one.handler for one in page.page_actions()}
    zoom["reader.larger"]()
    assert pages.ground.arrangement.zoom > before
    zoom["reader.ordinary"]()
    assert pages.ground.arrangement.zoom == pytest.approx(before)


@pytest.mark.usefixtures("pages")
def test_articles_without_a_pdf_have_no_pages(qtbot: QtBot, page: ReaderPage) -> None:
    from corpus.library.reading.articles import list_articles

    other = next(one.id for one in list_articles(page.context.library) if one.pack)
    open_article(qtbot, page, other)
    qtbot.waitUntil(lambda: page.paper.version == "clean")
    assert not page.header.pages.isVisible()
    assert not page.versions.has_pages()


@pytest.mark.usefixtures("pages")
def test_pictures_of_a_docx_are_shown_and_boxed_by_a_plain_drag(
    qtbot: QtBot, page: ReaderPage, tmp_path: Path
) -> None:
    path = tmp_path / "仓库.docx"
    path.write_bytes(a_docx())
    library = page.context.library
    other = import_paths(library, [path]).sources[0].articles[0].id
    open_article(qtbot, page, other)
    qtbot.waitUntil(page.header.pages.isVisible)
    assert page.header.pages.text() == "图片"
    page.versions.show("pages")
    view = page.paper.pages
    assert view is not None
    qtbot.waitUntil(lambda: view.tiles.size > 0 and len(view.ground.arrangement.sizes) == 2)
    place = view.ground.place_of(0)
    for event, point in (
        (QTest.mousePress, place.center() - QPoint(40, 20)),
        (QTest.mouseRelease, place.center() + QPoint(40, 20)),
    ):
        if event is QTest.mouseRelease:
            QTest.mouseMove(view.viewport(), point)
        event(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    qtbot.waitUntil(lambda: len(view.boxed) == 1)
    (note,) = view.boxed
    assert note.region is not None
    assert (note.region.page, note.article) == (1, other)
    view.close_file()


def test_pages_stand_below_each_other() -> None:
    arrangement = Arrangement(((300, 400), (600, 200), (300, 400)), 0.75, 1000)
    assert arrangement.scale == 1.0
    assert arrangement.tops == [GAP, 400 + 2 * GAP, 600 + 3 * GAP, 1000 + 4 * GAP]
    assert [arrangement.left(n) for n in range(3)] == [350, 200, 350]
    assert zoom_to_show_whole(((300, 400), (300, 400)), 1000, 5000) == 1.0
    assert Arrangement(((300, 400),), zoom_to_show_whole(((300, 400),), 1000, 228), 1000).extent(0)[1] == 200
    assert [arrangement.page_at(height) for height in (0, 413, 414, 700, 5000)] == [0, 0, 0, 2, 2]
    assert list(arrangement.visible(350, 300)) == [0, 1, 2]


def test_tiles_never_take_more_than_they_may() -> None:
    tiles = Tiles(limit=10 * 64 * 64 * 4)
    for number in range(50):
        tiles.put(Tile(number, 1.0), QImage(64, 64, QImage.Format.Format_RGB32))
        tiles.get(Tile(0, 1.0))
    assert tiles.size <= 10 * 64 * 64 * 4
    assert tiles.get(Tile(0, 1.0)) is not None
    assert tiles.get(Tile(20, 1.0)) is None


def test_characters_become_lines_and_points_become_offsets() -> None:
    boxes = [10, 10, 20, 20, 20, 10, 30, 20, 0, 0, 0, 0, 10, 30, 20, 40, 20, 30, 30, 40]
    letters = PageCharacters(Span(100, 105), boxes)
    assert list(letters.lines(Span(100, 105))) == [(10, 10, 30, 20), (10, 30, 30, 40)]
    assert list(letters.lines(Span(100, 105), (Span(103, 105),))) == [(10, 10, 30, 20)]
    assert letters.offset_at(25, 35) == 104
    assert letters.offset_at(200, 35) is None
    assert [letters.caret_at(x, 36) for x in (11, 19, 29, 300)] == [103, 104, 105, 105]
    assert letters.first_below(25) == 103
    assert letters.top_of(102) == 30
    flat = (*(0.0, 10.0, 5.0, 20.0) * 2, 0.0, 34.0, 5.0, 36.0, 5.0, 30.0, 10.0, 40.0)
    page = PageCharacters(Span(0, 4), flat)
    assert [page.top_of(at) for at in range(5)] == [
        0,
        0,
        30,
        30,
        0,
    ]  # 一 at the line's start, the page's first line


def test_a_box_drawn_on_a_page_is_a_note_that_is_seen_and_opened(
    qtbot: QtBot, page: ReaderPage, pages: PageView, read: Reading
) -> None:
    go(qtbot, page, pages, sentence(read, 1))
    number = pages.ground.page_at(0.3)
    corner = pages.ground.place_of(number).topLeft() + QPoint(40, 40)
    begin = QPoint(max(corner.x(), 10), max(corner.y(), 10))
    end = begin + QPoint(160, 90)
    withdrawn: list[str] = []
    page.context.notices.withdrawn.connect(withdrawn.append)
    page.versions.draw_box()
    assert page.context.notices.latest is not None
    place = page.context.notices.latest.place
    pages.set_top_offset(pages.top_offset())
    QTest.mousePress(pages.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    assert pages._awaited is None
    move(pages, end, pages.viewport().mapToGlobal(end))
    QTest.mouseRelease(pages.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert withdrawn == [place] != [""]
    qtbot.waitUntil(lambda: len(pages.boxed) == 1)
    (note,) = pages.boxed
    assert note.region is not None
    assert note.region.page == number + 1
    assert page.side.notes.editor.annotation_id == note.id
    assert len(pages._marks[MarkKind.HIGHLIGHT]) == 0
    pressed: list[str] = []
    pages.note_pressed.connect(pressed.append)
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=begin + QPoint(30, 30))
    assert pressed == [note.id]


def test_a_box_shows_what_it_holds_in_the_dock(
    qtbot: QtBot, page: ReaderPage, reading_context: Context, article: str
) -> None:
    annotate_box(reading_context.library, article, 1, (0.1, 0.1, 0.9, 0.5))
    page.refresh(Changes(annotations=frozenset({"any"}), fields=frozenset({article})))
    rows = page.side.notes.list
    qtbot.waitUntil(lambda: any(row.picture for row in rows.row_model.rows))
    dock = page.dock()
    dock.resize(340, 600)
    dock.show()
    page.side.show_panel(PanelKind.NOTES)
    (row,) = [one for one in rows.row_model.rows if one.picture]
    (thumbnails,) = page.side.notes.findChildren(Thumbnails)
    qtbot.waitUntil(lambda: thumbnails.get(row.picture) is not None)
    picture = thumbnails.get(row.picture)
    assert picture is not None
    assert 0 < picture.height() <= 200
    with_picture, without = (
        rows._delegate._height(row, 300),
        rows._delegate._height(replace(row, picture=""), 300),
    )
    assert with_picture - without > 60
    assert picture.toImage() != QImage(picture.size(), QImage.Format.Format_RGB32)


def test_a_page_that_takes_long_to_draw_says_so_and_no_more_once_it_is_drawn(
    qtbot: QtBot, pages: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, want = pages._drawing, pages._drawing.want if pages._drawing is not None else None
    assert drawing is not None
    assert want is not None
    monkeypatch.setattr(drawing, "want", lambda _things: None)
    pages.blank.patience.setInterval(1_000_000)
    pages.tiles.clear()
    pages.viewport().repaint()
    seen = pages.viewport().grab().toImage()
    assert not pages.blank.told
    pages.blank.patience.timeout.emit()
    assert pages.blank.told == set(pages.ground.visible)
    assert pages.viewport().grab().toImage() != seen
    monkeypatch.setattr(drawing, "want", want)
    pages.viewport().repaint()
    qtbot.waitUntil(lambda: not pages.blank.told)
    assert not pages.blank.patience.isActive()


def ground_of(pages: int, visible: range) -> PageGround:
    """Return what is looked at of a file with so many equal pages, as far as drawing asks."""
    arrangement = Arrangement(((300.0, 400.0),) * pages, 1.0, 800)
    place = QRect(100, 0, 400, 534)
    return cast(
        "PageGround", SimpleNamespace(arrangement=arrangement, visible=visible, place_of=lambda _page: place)
    )


def test_pages_far_off_are_sketched_ahead_the_nearest_first() -> None:
    tiles, seen = Tiles(), QRect(0, 0, 800, 600)
    wanted = things_wanted(tiles, ground_of(446, range(200, 202)), seen, 1.0)
    assert {tile.page for tile in wanted.now} == {200, 201}
    ahead = [tile.page for tile in wanted.later]
    assert ahead[:6] == [202, 199, 203, 198, 204, 197]
    assert ahead[6:12] == [202, 199, 203, 198, 204, 197]
    assert sorted(set(ahead[6:])) == [*range(200), *range(202, 446)]
    for tile in wanted.later:
        tiles.put(tile, QImage(75, 100, QImage.Format.Format_RGB32))
    assert tiles.size < 40 * 1024 * 1024
    assert things_wanted(tiles, ground_of(446, range(200, 202)), seen, 1.0).later == []
    shown = pictures_of(
        tiles, ground_of(446, range(9, 10)).arrangement, 9, (QRect(0, 0, 400, 534), seen), 1.0
    )
    assert [image.width() for _place, image in shown] == [75]


def test_nothing_is_sketched_where_pictures_take_their_room() -> None:
    tiles = Tiles(limit=64 * 64 * 4)
    tiles.put(Tile(0, 1.0), QImage(64, 64, QImage.Format.Format_RGB32))
    wanted = things_wanted(tiles, ground_of(446, range(200, 202)), QRect(0, 0, 800, 600), 1.0)
    assert len(wanted.later) == 6
