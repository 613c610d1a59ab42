"""What of an article is shown: the text as mended or as it came, both, or the pages of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from corpus.language import translate as _
from corpus.model.source import NO_TEXT

if TYPE_CHECKING:
    from corpus.library.reading.articles import Reading
    from desktop.reader.dock import ReaderDock
    from desktop.reader.header import Header
    from desktop.reader.paper import Paper
    from desktop.services.context import Context


_BOXING = "boxing"
"""Where the window says how a box is drawn, until that is done or given up."""


class ReaderVersions(QObject):
    """Changes what the paper shows, and keeps header and dock in step."""

    def __init__(self, context: Context, paper: Paper, header: Header, side: ReaderDock) -> None:
        super().__init__(paper)
        self._context = context
        self._paper = paper
        self._header = header
        self._side = side
        paper.undrawable.connect(self._on_undrawable)
        paper.box_ended.connect(self._on_box_ended)
        header.pages.clicked.connect(self.switch_pages)
        header.recognition_wanted.connect(self.recognise)
        side.repairs.versioned.connect(self.show)

    @Slot(str)
    def show(self, version: str) -> None:
        """Show ``clean``, ``original``, ``both`` or, where there are any, ``pages``."""
        self._paper.show_version(version)
        self._side.repairs.show_version(self._paper.version)
        self.tell_pages()

    def tell_pages(self) -> None:
        """Have the header offer the pages where there are any."""
        self._header.show_pages_there(self._paper.file, shown=self._paper.version == "pages")

    @Slot()
    def switch_version(self) -> None:
        """Change between 原文 and 校订文."""
        self.show("clean" if self._paper.version == "original" else "original")

    @Slot()
    def switch_both(self) -> None:
        """Show the original beside the text, or take it away."""
        self.show("clean" if self._paper.version == "both" else "both")

    @Slot()
    def switch_pages(self) -> None:
        """Change between the text and the pages of its file; one stays at the same place."""
        if self._paper.file is not None:
            self.show("clean" if self._paper.version == "pages" else "pages")
            self._paper.sheet.setFocus()

    @Slot()
    def draw_box(self) -> None:
        """Have the next drag draw a box on a page or a picture."""
        file = self._paper.file
        if file is not None and self._context.library.writable:
            self.show("pages")
            self._paper.draw_box()
            on_pictures = _("在图片上拖出一个方框，按 Esc 取消")
            self._context.notices.tell(
                on_pictures if file.has_pictures else _("在页上拖出一个方框，按 Esc 取消"), place=_BOXING
            )

    @Slot()
    def _on_box_ended(self) -> None:
        self._context.notices.withdraw(_BOXING)

    def has_pages(self) -> bool:
        """Tell whether there are pages to show."""
        return self._paper.file is not None

    @Slot()
    def recognise(self) -> None:
        """Have the text of a scanned file recognised, beside everything else."""
        reading = self._reading()
        if reading is not None and self._context.library.writable:
            arguments = {"article": reading.summary.id}
            self._context.worker.run("recognise", arguments, _("识别文字"), self._on_recognised)

    def has_no_text(self) -> bool:
        """Tell whether the article has only pages, whose text may be recognised."""
        reading = self._reading()
        return reading is not None and reading.summary.layer == NO_TEXT

    def _reading(self) -> Reading | None:
        projection = self._paper.projection
        return projection.reading if projection is not None else None

    def _on_recognised(self, found: Mapping[str, Any]) -> None:
        self._context.notices.tell(
            _("已识别 {n} 页，{d} 字存疑；按 F8 对照原页", n=found["pages"], d=found["doubtful"])
        )

    @Slot(object)
    def _on_undrawable(self, error: Exception) -> None:
        self.show("clean")
        self._context.notices.trouble(error)
