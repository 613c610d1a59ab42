"""The print dialog: what, on which paper and how large, with the sheets as they will come out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGraphicsView,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from corpus.language import translate as _
from corpus.model.errors import YindeError
from corpus.store.folder.files import replacing
from desktop.export.export_choices import file_name
from desktop.export.exported import open_folder
from desktop.export.printed_paper import PaperChoice, PrintedDocument, put_on_paper, set_up
from desktop.services.context import Context
from desktop.services.notices import sentence_for
from desktop.services.print_source import PrintSource
from desktop.theme.fonts import scaled
from desktop.widgets import IconButton, QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog

_PAPERS: Final = (
    ("A4", QPageSize.PageSizeId.A4),
    ("A5", QPageSize.PageSizeId.A5),
    ("B5", QPageSize.PageSizeId.B5),
    ("Letter", QPageSize.PageSizeId.Letter),
)
_SIZES: Final = (9.0, 10.5, 12.0, 14.0)
_ORDINARY: Final = 10.5


class PrintDialog(Dialog):
    """Asks how one of ``sources`` shall be printed; without any printer there is still the PDF."""

    def __init__(self, context: Context, sources: Sequence[PrintSource], parent: QWidget) -> None:
        super().__init__(_("打印"), parent, width=880)
        self._context = context
        self._sources = tuple(sources)
        self._html = ""
        self._document: PrintedDocument | None = None
        self._sheets = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.what = _choice([(one.told, number) for number, one in enumerate(sources)])
        self.size_of_paper = _choice([(name, number) for number, (name, _size) in enumerate(_PAPERS)])
        self.upright = _choice([(_("纵向"), False), (_("横向"), True)])
        self.size_of_text = _choice([(_("{n} 磅", n=f"{size:g}"), size) for size in _SIZES])
        self.size_of_text.setCurrentIndex(_SIZES.index(_ORDINARY))
        self.preview = QPrintPreviewWidget(self._sheets, self)
        self.preview.setAccessibleName(_("预览"))
        self.preview.setMinimumHeight(420)
        for view in self.preview.findChildren(QGraphicsView):
            view.setBackgroundBrush(context.theme.colour("pressed"))
            view.setFrameShape(QFrame.Shape.NoFrame)
        self.told = TextLabel("", "second", wrap=True)
        self.number = TextLabel("", "second")
        self.print_button = QuietButton(_("打印…"))
        self.pdf_button = QuietButton(_("打印到 PDF…"), context.theme, "export")
        self._arrange()
        for box in (self.size_of_paper, self.upright, self.size_of_text):
            box.currentIndexChanged.connect(self._lay_out)
        self.what.currentIndexChanged.connect(self._look)
        self.preview.paintRequested.connect(self._paint)
        self.preview.previewChanged.connect(self._count)
        self._look()

    @property
    def source(self) -> PrintSource:
        """Return what is to be printed."""
        return self._sources[max(self.what.currentIndex(), 0)]

    def choice(self) -> PaperChoice:
        """Return how it is to be printed."""
        return PaperChoice(
            _PAPERS[self.size_of_paper.currentIndex()][1],
            float(self.size_of_text.currentData()),
            self._context.settings.text("reading/font"),
            bool(self.upright.currentData()),
        )

    def write_pdf(self, path: Path) -> bool:
        """Print into a PDF file; tell where it is, or that it could not be written."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, self.choice(), self.source.title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        try:
            with replacing(path) as beside:
                printer.setOutputFileName(str(beside))
                self._paint_or_raise(printer, path)
        except YindeError as error:
            self._context.notices.trouble(error)
            return False
        told = _("已打印到“{name}”", name=path.name)
        self._context.notices.tell(told, _("打开所在文件夹"), partial(open_folder, path), tone="good")
        self.accept()
        return True

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(10)
        rows.addRow(_("内容"), self.what)
        rows.addRow(_("纸张"), self.size_of_paper)
        rows.addRow(_("方向"), self.upright)
        rows.addRow(_("字号"), self.size_of_text)
        rows.setRowVisible(self.what, len(self._sources) > 1)
        left = QWidget(self)
        left.setFixedWidth(scaled(340))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(self.told)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addLayout(self._pager())
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(left)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        for button in (cancel, self.pdf_button, self.print_button):
            self.add_button(button)

    def _pager(self) -> QHBoxLayout:
        line = QHBoxLayout()
        back = IconButton(self._context.theme, "chevron-left", _("上一页"), self)
        on = IconButton(self._context.theme, "chevron-right", _("下一页"), self)
        back.clicked.connect(self._page_back)
        on.clicked.connect(self._page_on)
        line.addStretch(1)
        for widget in (back, self.number, on):
            line.addWidget(widget)
        line.addStretch(1)
        return line

    @Slot()
    def _look(self) -> None:
        """Have the page made in a thread; nothing can be printed before it is there."""
        self._let_print(ready=False)
        self._context.tasks.run(self, self.source.make, self._show, self._show_trouble, "print")

    def _show(self, html: str) -> None:
        self._html = html
        self._lay_out()

    def _show_trouble(self, error: Exception) -> None:
        self._html, self._document = "", None
        self.preview.updatePreview()
        self._let_print(ready=False)
        self.told.setText(sentence_for(error))

    @Slot()
    def _lay_out(self) -> None:
        if not self._html:
            return
        choice = self.choice()
        set_up(self._sheets, choice, self.source.title)
        self._document = PrintedDocument(self._html, choice, self)
        self._let_print(ready=True)
        self.preview.updatePreview()
        self.preview.fitInView()

    def _let_print(self, *, ready: bool) -> None:
        """Allow what is possible, and say why where a printer is missing."""
        printers = bool(QPrinterInfo.availablePrinterNames())
        self.pdf_button.setEnabled(ready)
        self.print_button.setEnabled(ready and printers)
        self._lead_with(self.print_button if printers else self.pdf_button)
        missing = "" if printers else _("这台电脑没有可用的打印机；可以打印到 PDF。")
        self.print_button.setToolTip(missing)
        self.told.setText(missing)

    def _lead_with(self, primary: QuietButton) -> None:
        """Make one button the primary one, which Enter presses."""
        for button in (self.print_button, self.pdf_button):
            button.lead(leads=button is primary)
            button.setDefault(button is primary)

    @Slot(QPrinter)
    def _paint(self, printer: QPrinter) -> None:
        if self._document is not None:
            put_on_paper(self._document, printer, self.source.title)

    @Slot()
    def _count(self) -> None:
        page, total = self.preview.currentPage(), self.preview.pageCount()
        self.number.setText(_("第 {page} / {total} 页", page=page, total=total) if total else "")

    @Slot()
    def _page_back(self) -> None:
        self.preview.setCurrentPage(max(self.preview.currentPage() - 1, 1))
        self._count()

    @Slot()
    def _page_on(self) -> None:
        self.preview.setCurrentPage(min(self.preview.currentPage() + 1, self.preview.pageCount()))
        self._count()

    @Slot()
    def _on_pdf(self) -> None:
        dialog = FileDialog(self, _("打印到 PDF"), Errand.EXPORT, self._context.settings)
        dialog.fileSelected.connect(self._take_path)
        dialog.ask_target(file_name(self.source.title, "pdf"), ("PDF (*.pdf)",), "pdf")

    @Slot(str)
    def _take_path(self, path: str) -> None:
        self.write_pdf(Path(path).with_suffix(".pdf"))

    @Slot()
    def _on_print(self) -> None:
        """Ask the system which printer, which pages and how many copies."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, self.choice(), self.source.title)
        asked = QPrintDialog(printer, self)
        asked.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if not asked.exec():
            return
        if printer.outputFileName():  # the system's own dialog writes into files, too, onto whatever is named
            self.write_pdf(Path(printer.outputFileName()))
        elif self._print(printer):
            self._context.notices.tell(_("已交给打印机：{title}", title=self.source.title), tone="good")
            self.accept()

    def _print(self, printer: QPrinter) -> bool:
        painted = self._painted(printer)
        if not painted:
            self._context.notices.trouble(_("没有打印出来：目标位置不能写入，或打印机没有回应。"))
        return painted

    def _paint_or_raise(self, printer: QPrinter, path: Path) -> None:
        if not self._painted(printer):
            raise YindeError("not_writable", path=str(path))

    def _painted(self, printer: QPrinter) -> bool:
        self.setCursor(Qt.CursorShape.WaitCursor)
        document = PrintedDocument(self._html, self.choice())
        painted = put_on_paper(document, printer, self.source.title)
        self.unsetCursor()
        return bool(painted)


def _choice(entries: Sequence[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    for label, value in entries:
        box.addItem(label, value)
    return box
