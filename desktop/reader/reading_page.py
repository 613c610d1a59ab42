"""The page of the file one is reading: named above the paper, its printed number corrected from there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from corpus.language.phrases import page_name
from corpus.library.reading.articles import Reading
from corpus.library.reading.page_numbers import page_numbering
from corpus.model.errors import YindeError
from corpus.model.numbering import PageRef
from desktop.dialogs.page_numbers import PageNumbersDialog
from desktop.reader.header import Header
from desktop.reader.paper import Paper
from desktop.reader.sheets.page_view import PageView
from desktop.reader.text.column import LED_TO
from desktop.services.context import Context


class ReadingPage(QObject):
    """Follows the paper; pressing the page's name opens 印刷页码."""

    def __init__(self, context: Context, header: Header, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._header = header
        self._paper = paper
        self._window = parent
        self._reading: Reading | None = None
        header.page_wanted.connect(self.number_pages)
        paper.moved.connect(self._follow)

    def show_reading(self, reading: Reading | None) -> None:
        """Follow another article, or the same one as it stands now."""
        self._reading = reading
        self._follow()

    def has_pages(self) -> bool:
        """Tell whether the article stands on the pages of a PDF."""
        return self._reading is not None and any(one.pdf for one in self._reading.page_refs)

    @Slot()
    def number_pages(self) -> None:
        """Ask which numbers are printed on the pages of the file."""
        if self._reading is None:
            return
        article = self._reading.summary.id
        try:
            numbering = page_numbering(self._context.library, article)
        except YindeError as error:
            self._context.notices.trouble(error)
            return
        here = self._page(self._reading)
        at = int(here.number) if here is not None and here.number.isdecimal() else 1
        PageNumbersDialog(self._context, article, numbering, at, self._window.window()).open()

    @Slot()
    def _follow(self) -> None:
        reading = self._reading
        page = None if reading is None else self._page(reading)
        self._header.show_page(page_name(page))

    def _page(self, reading: Reading) -> PageRef | None:
        """Return the page one reads: the one seen, or that of the text."""
        sheet = self._paper.sheet
        number = sheet.ground.page_number(LED_TO) if isinstance(sheet, PageView) else ""
        seen = next((one for one in reading.page_refs if one.number == number), None)
        return seen or reading.page_at(self._paper.read_offset())
