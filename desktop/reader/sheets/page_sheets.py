"""The pages of a PDF below each other: drawn, scrolled, zoomed and marked like the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from corpus.library.core.page_images import DrawnFile
from corpus.model.annotation import Annotation
from corpus.model.errors import YindeError
from corpus.model.span import Span
from desktop.reader.sheets.arrangement import LEAST, MOST, Arrangement
from desktop.reader.sheets.bars import fit_bars
from desktop.reader.sheets.blank_pages import OPENING, BlankPages
from desktop.reader.sheets.characters import PageCharacters
from desktop.reader.sheets.drawing import Answer, Drawing, Drawn, Letters, Sized
from desktop.reader.sheets.ground import PageGround
from desktop.reader.sheets.page_painting import (
    paint_blank,
    paint_marks,
    paint_opening,
    paint_pictures,
    paint_regions,
)
from desktop.reader.sheets.tiles import Tiles
from desktop.reader.sheets.wanted import pictures_of, things_wanted
from desktop.reader.text.column import LED_TO
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.theme import ThemeManager

_STEP: Final = 1.15


class PageSheets(QAbstractScrollArea):
    """Shows one file; every offset in and out is a code point of the article's original."""

    moved = Signal()
    """The visible part changed."""
    failed = Signal(object)
    """The file cannot be drawn: an error."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tiles = Tiles()
        self.ground = PageGround()
        self.blank = BlankPages(self)
        self.blank.changed.connect(self.viewport().update)
        self._drawing: Drawing | None = None
        self._fitted = True
        self._marks = {kind: Marks() for kind in MarkKind}
        self.boxed: tuple[Annotation, ...] = ()
        self._awaited: tuple[int, float] | None = None
        self._settling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("pages")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._recolour)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        self._recolour()

    # What is shown -----------------------------------------------------------------------------------

    @property
    def file(self) -> DrawnFile | None:
        """Return the file shown."""
        return self.ground.file

    def show_file(self, file: DrawnFile, original: str, hidden: tuple[Span, ...]) -> None:
        """Show another file; ``hidden`` spans of the original (running heads) are never marked."""
        self.close_file()
        self.ground = PageGround(file, hidden=hidden, room=self.viewport().height())
        self._drawing = Drawing(file, original, self._take, self)

    def close_file(self) -> None:
        """Let the file and everything drawn of it go."""
        if self._drawing is not None:
            self._drawing.close()
            self._drawing.deleteLater()
            self._drawing = None
        self.ground, self._awaited = PageGround(), None
        self.tiles.clear()

    def hide_spans(self, hidden: tuple[Span, ...]) -> None:
        """Leave other spans of the original unmarked."""
        self.ground.hidden = hidden
        self.viewport().update()

    def set_marks(self, kind: MarkKind, marks: Iterable[Mark]) -> None:
        """Show other marks of one kind."""
        self._marks[kind] = marks if isinstance(marks, Marks) else Marks(marks)
        self.viewport().update()

    def mark_place(self, span: Span | None, *, hit: bool = False, flash: bool = True) -> None:
        """Mark where the reader is led, or nothing; ``flash`` is for the text, a page is moved to in one step."""
        del flash
        marks = () if span is None else (Mark(MarkKind.PLACE, span, "hit" if hit else ""),)
        self.set_marks(MarkKind.PLACE, marks)

    def zoom(self, step: int) -> None:
        """Show the pages larger (+1) or smaller (-1), or as wide as the room (0); the middle stays."""
        self._fitted = step == 0
        old = self.ground.arrangement
        wanted = self.ground.fit(old.sizes, self.viewport().width()) if not step else old.zoom * _STEP**step
        self._arrange(min(max(wanted, LEAST), MOST), 0.5)

    # Where things stand ------------------------------------------------------------------------------

    def go_to(self, span: Span) -> None:
        """Scroll so that ``span`` stands in the upper third."""
        self._lead(span.start, LED_TO)

    def set_top_offset(self, offset: int) -> None:
        """Scroll so that the line of ``offset`` is the first one."""
        self._lead(offset, 0.0)

    def top_offset(self) -> int:
        """Return the code point at the upper edge."""
        return self._awaited[0] if self._awaited is not None else self.ground.offset_at_height(0.0)

    def read_offset(self) -> int:
        """Return the code point in the line where ``go_to`` puts what it leads to."""
        return self._awaited[0] if self._awaited is not None else self.ground.offset_at_height(LED_TO)

    def show_boxes(self, notes: Iterable[Annotation]) -> None:
        """Show other boxes drawn on pages."""
        self.boxed = tuple(one for one in notes if one.region is not None)
        self.viewport().update()

    def paint_tool(self, painter: QPainter) -> None:
        """Paint what is being drawn; here nothing is."""

    def selection(self) -> Span | None:
        """Return what is selected; here nothing can be."""
        return None

    # Inside ------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the visible pages and what is marked on them."""
        ground, seen, ratio = self.ground, self.viewport().rect(), self.devicePixelRatioF()
        blank: list[int] = []
        with QPainter(self.viewport()) as painter:
            # The style sheet keeps the ground of the theme the window began with.
            painter.fillRect(seen, self.theme.colour("window"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for page in ground.visible:
                place = ground.place_of(page)
                pictures = [*pictures_of(self.tiles, ground.arrangement, page, (place, seen), ratio)]
                if not pictures and place.intersects(seen):
                    blank.append(page)
                paint_pictures(painter, place, pictures, self.theme)
                if not pictures and page in self.blank.told:
                    paint_blank(painter, place.intersected(seen), self.theme.page_tokens)
                paint_marks(
                    painter, ground.sheet(page), self._marks, self.selection(), self.theme.page_tokens
                )
                regions = [
                    (one.region, one.colour.value) for one in self.boxed
                    if one.region is not None and one.region.page == page + 1
                ]  # fmt: skip
                paint_regions(painter, place, regions, self.theme.page_tokens)
            self.paint_tool(painter)
            if self.file is not None and not ground.arrangement.sizes:
                blank.append(OPENING)
                if OPENING in self.blank.told:
                    paint_opening(painter, seen, self.theme, pictures=self.file.has_pictures)
        self.blank.see(blank)
        self._asking.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the room where they were."""
        super().resizeEvent(event)
        self.ground.room = self.viewport().height()
        arrangement = self.ground.arrangement
        fit = self.ground.fit(arrangement.sizes, self.viewport().width())
        self._arrange(fit if self._fitted else arrangement.zoom, 0.0)

    def _take(self, answer: Answer) -> None:
        if isinstance(answer, Sized):
            self.ground.file = answer.file
            fit = self.ground.fit(answer.sizes, self.viewport().width())
            self.ground.arrangement = Arrangement(answer.sizes, fit, self.viewport().width())
            self._arrange(fit, 0.0)
        elif isinstance(answer, Drawn):
            self.tiles.put(answer.tile, answer.image)
            if answer.tile.page not in self.ground.visible:
                return
        elif isinstance(answer, PageCharacters):
            self.ground.learn(answer)
            self._settle()
        elif isinstance(answer, YindeError):
            self.failed.emit(answer)
        self.viewport().update()

    @Slot()
    def _ask(self) -> None:
        """Have drawn what is visible and not there yet, then what comes next."""
        ground = self.ground
        if self._drawing is None or not ground.arrangement.sizes:
            return
        seen, ratio = self.viewport().rect(), self.devicePixelRatioF()
        wanted = things_wanted(self.tiles, ground, seen, ratio)
        pages = list(ground.visible)
        if self._awaited is not None and ground.file is not None:
            pages.insert(0, ground.file.page_of(self._awaited[0]))
        letters = [Letters(page) for page in dict.fromkeys(pages) if ground.lacks_letters(page)]
        self._drawing.want([*wanted.now, *letters, *wanted.later])

    def _lead(self, offset: int, share: float) -> None:
        self._awaited = (offset, share)
        self._settle()
        self._asking.start()

    def _settle(self) -> None:
        """Scroll to what is awaited: to its page, and to its line once that is known."""
        if self._awaited is None or not self.ground.arrangement.sizes:
            return
        height, exact = self.ground.height_for(*self._awaited)
        self._scroll_to(height)
        if exact:
            self._awaited = None

    def _scroll_to(self, height: int) -> None:
        self._settling = True
        self.verticalScrollBar().setValue(height)
        self._settling = False

    def _arrange(self, zoom: float, keep: float) -> None:
        """Set the pages at a zoom; what stands at a share of the height stays there."""
        ground, old = self.ground, self.ground.arrangement
        page = ground.page_at(keep)
        height = ground.origin.y() + ground.room * keep
        within = (height - old.tops[page]) / old.scale
        ground.arrangement = new = Arrangement(old.sizes, zoom, self.viewport().width())
        self._settling = True
        fit_bars(self, new)
        self._settling = False
        if new.sizes:
            self._scroll_to(round(new.tops[page] + within * new.scale - ground.room * keep))
        self._settle()
        self.viewport().update()

    @Slot()
    def _on_scrolled(self) -> None:
        self.ground.origin = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        if not self._settling:
            self._awaited = None
        self.viewport().update()
        self.moved.emit()

    @Slot()
    def _recolour(self) -> None:
        colours = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            colours.setColor(role, self.theme.colour("window"))
        self.setPalette(colours)
        self.viewport().update()
