"""A page of HTML on sheets of paper: laid out for a printer, painted sheet by sheet, numbered at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtPrintSupport import QPrinter

from corpus.language import translate as _
from desktop.export.fitted_pictures import fit_pictures
from desktop.export.report_sheet import SheetLook, dressed, for_paper
from desktop.theme.fonts import interface_font
from desktop.theme.tokens import load_tokens

MARGIN_MM: Final = 18
FOOT_MM: Final = 11
"""Room below the text for the number of the page."""
_MM_PER_INCH: Final = 25.4
_DOTS_PER_INCH: Final = 96
"""What a pixel of a page of HTML is counted by."""
_FOOT_POINTS: Final = 8.5
_MOST_MOVED: Final = 200
"""Headings moved to the next page at most: each lays out what follows anew."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """How it is printed: size of the paper, size of the text in points, serif or sans, upright or not."""

    paper: QPageSize.PageSizeId = QPageSize.PageSizeId.A4
    points: float = 10.5
    face: str = "serif"
    landscape: bool = False


def set_up(printer: QPrinter, choice: PaperChoice, title: str) -> None:
    """Tell a printer about the paper, its margins and what the job is called."""
    orientation = QPageLayout.Orientation.Landscape if choice.landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM - 4)
    printer.setPageLayout(
        QPageLayout(QPageSize(choice.paper), orientation, margins, QPageLayout.Unit.Millimeter)
    )
    printer.setDocName(title)
    printer.setCreator(_("引得"))


class PrintedDocument(QTextDocument):
    """A page of HTML dressed for paper: black ink, sizes in points, nothing fetched."""

    def __init__(self, html: str, choice: PaperChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        look = SheetLook(load_tokens("light"), choice.points, "pt", choice.face)
        self.setDefaultFont(look.heading_font())
        self.setHtml(dressed(for_paper(html), look))

    def loadResource(self, kind: int, name: object) -> object:
        """Return pictures that came with the page (data URIs), nothing for every other address."""
        scheme = name.scheme() if hasattr(name, "scheme") else ""
        return super().loadResource(kind, name) if scheme == "data" else None  # type: ignore[arg-type]  # a number

    def lay_out(self, printer: QPrinter) -> None:
        """Break the text into pages of the printer's paper; a heading goes with what it heads."""
        body = printer.pageLayout().paintRectPixels(printer.resolution())
        self.documentLayout().setPaintDevice(printer)
        self.setPageSize(QSizeF(body.width(), body.height() - _pixels(FOOT_MM, printer)))
        fit_pictures(self, self.pageSize() * (_DOTS_PER_INCH / printer.resolution()))
        moved = 0
        block = self.begin()
        while block.isValid() and moved < _MOST_MOVED:
            below = block.next()
            if self._stands_alone(block, below):
                cursor = QTextCursor(block)
                form = cursor.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(form)
                moved += 1
            block = below

    def forget_printer(self) -> None:
        """Ask the printer nothing any more: it may be gone before this document."""
        self.documentLayout().setPaintDevice(None)  # type: ignore[arg-type]  # Qt's word for "no device"

    def _stands_alone(self, block: QTextBlock, below: QTextBlock) -> bool:
        """Tell whether a heading ends a page and the first line below it begins the next one."""
        form = block.blockFormat()
        if not form.headingLevel() or form.pageBreakPolicy() or not below.isValid():
            return False
        return self._page_of(below) > self._page_of(block)

    def _page_of(self, block: QTextBlock) -> int:
        lines = block.layout()
        box = self.documentLayout().blockBoundingRect(block)
        first = lines.lineAt(0).y() if lines.lineCount() else 0
        return int((box.top() + first) // max(self.pageSize().height(), 1))


def put_on_paper(document: PrintedDocument, printer: QPrinter, title: str) -> int:
    """Lay a document out and paint the pages asked for; return how many those were, 0 where nothing can be written."""
    document.lay_out(printer)
    try:
        return _put(document, printer, title)
    finally:
        document.forget_printer()


def _put(document: PrintedDocument, printer: QPrinter, title: str) -> int:
    total = document.pageCount()
    first, last = _range(printer, total)
    pages = range(first, last + 1)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    painted = 0
    for page in [page for _copy in range(copies) for page in pages]:
        if painted:
            printer.newPage()
        _paint(painter, document, page, _Foot(title, total, printer))
        painted += 1
    painter.end()
    return painted


@dataclass(frozen=True, slots=True)
class _Foot:
    title: str
    total: int
    printer: QPrinter


def _paint(painter: QPainter, document: PrintedDocument, page: int, foot: _Foot) -> None:
    """Paint one page, counted from 1, with its number in the middle of the foot and the title left of it."""
    width, height = document.pageSize().width(), document.pageSize().height()
    painter.save()
    painter.translate(0, -(page - 1) * height)
    shown = QRectF(0, (page - 1) * height, width, height)
    painter.setClipRect(shown)
    context = QAbstractTextDocumentLayout.PaintContext()
    # Lines that only touch the edge belong to the next sheet; there they would be drawn unseen a second time.
    context.clip = shown.adjusted(0, 2, 0, -2)
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    document.documentLayout().draw(painter, context)
    painter.restore()
    painter.save()
    font = interface_font()
    font.setPointSizeF(_FOOT_POINTS)
    painter.setFont(font)
    painter.setPen(QColor(load_tokens("light").colours["second"]))
    metrics = QFontMetricsF(font, foot.printer)
    line = QRectF(0, height + _pixels(FOOT_MM, foot.printer) - metrics.height(), width, metrics.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, f"{page} / {foot.total}")
    name = metrics.elidedText(foot.title, Qt.TextElideMode.ElideRight, width * 0.4)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
    painter.restore()


def _range(printer: QPrinter, total: int) -> tuple[int, int]:
    """Return the first and last page asked for."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return 1, total
    first = min(max(printer.fromPage(), 1), total)
    return first, min(max(printer.toPage() or total, first), total)


def _pixels(millimetres: float, printer: QPrinter) -> float:
    return millimetres / _MM_PER_INCH * printer.resolution()
