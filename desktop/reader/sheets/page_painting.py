"""Painting a drawn page: its tiles, and over them the marks of its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from corpus.language import translate as _
from corpus.model.annotation import Region
from corpus.model.span import Span
from desktop.reader.sheets.characters import Box, PageCharacters
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.reader.text.painting import band_colour, dotted, line_colour
from desktop.theme import ThemeManager
from desktop.theme.tokens import Tokens

_LINES: Final = (MarkKind.FIGURE, MarkKind.REPAIR, MarkKind.UNDERLINE)
_SELECTION: Final = 0.28


@dataclass(frozen=True, slots=True)
class PageSheet:
    """A page on the screen: where it stands, how many pixels a point has, its characters once they are known."""

    place: QRect
    scale: float
    characters: PageCharacters | None
    hidden: tuple[Span, ...]

    def boxes(self, span: Span) -> list[QRectF]:
        """Return the boxes of a span, one a line, on the screen."""
        if self.characters is None:
            return []
        return [self._seen(box) for box in self.characters.lines(span, self.hidden)]

    def _seen(self, box: Box) -> QRectF:
        left, top, right, bottom = (side * self.scale for side in box)
        return QRectF(self.place.left() + left, self.place.top() + top, right - left, bottom - top)


def paint_pictures(
    painter: QPainter, place: QRect, pictures: Iterable[tuple[QRectF, QImage]], theme: ThemeManager
) -> None:
    """Paint a page's pictures on white paper, tinted by the theme so that it does not glare beside the text."""
    painter.fillRect(place, Qt.GlobalColor.white)
    for target, image in pictures:
        painter.drawImage(target, image)
    tint = theme.colour("page_tint")
    if tint != QColor(Qt.GlobalColor.white):
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(place, tint)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0, 0, -1, -1))


def paint_blank(painter: QPainter, seen: QRect, tokens: Tokens) -> None:
    """Say in the part of a page that is ``seen`` that nothing of it is drawn yet."""
    if seen.height() >= painter.fontMetrics().height():
        painter.setPen(QColor(tokens.colour("second")))
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, _("正在绘制…"))


def paint_opening(painter: QPainter, seen: QRect, theme: ThemeManager, *, pictures: bool) -> None:
    """Say that a file is being opened, of ``pictures`` or of pages."""
    painter.setPen(theme.colour("second"))
    painter.drawText(
        seen, Qt.AlignmentFlag.AlignCenter, _("正在打开图片…") if pictures else _("正在打开原页…")
    )


def paint_regions(
    painter: QPainter, place: QRect, regions: Iterable[tuple[Region, str]], tokens: Tokens
) -> None:
    """Paint the boxes people drew on a page, each in the colour of its note."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for region, colour in regions:
        painter.setPen(QPen(QColor(tokens.colour(f"marks.{colour}")), 2))
        painter.drawRoundedRect(region_box(place, region), 2, 2)


def region_box(place: QRect, region: Region) -> QRectF:
    """Return where a box stands on the screen when its page stands at ``place``."""
    left, top = place.left() + region.left * place.width(), place.top() + region.top * place.height()
    right, bottom = place.left() + region.right * place.width(), place.top() + region.bottom * place.height()
    return QRectF(left, top, right - left, bottom - top)


def paint_marks(
    painter: QPainter,
    sheet: PageSheet,
    marks: Mapping[MarkKind, Marks],
    selected: Span | None,
    tokens: Tokens,
) -> None:
    """Paint bands, lines, the place one was led to and what is selected, as a text on light paper has them."""
    if sheet.characters is None:
        return
    span = sheet.characters.span
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    for kind in (MarkKind.PLACE, MarkKind.HIT, MarkKind.HIGHLIGHT):
        for mark in marks[kind].touching(span):
            _fill(painter, sheet, mark.span, band_colour(mark, tokens))
    if selected is not None:
        colour = QColor(tokens.colour("indigo"))
        colour.setAlphaF(_SELECTION)
        _fill(painter, sheet, selected, colour)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for kind in _LINES:
        for mark in marks[kind].touching(span):
            _underline(painter, sheet, mark, tokens)
    for mark in marks[MarkKind.PLACE].touching(span):
        _paint_corner(painter, sheet, mark, tokens)


def _fill(painter: QPainter, sheet: PageSheet, span: Span, colour: QColor) -> None:
    painter.setBrush(colour)
    for box in sheet.boxes(span):
        painter.drawRoundedRect(box, 2, 2)


def _underline(painter: QPainter, sheet: PageSheet, mark: Mark, tokens: Tokens) -> None:
    colour = line_colour(mark, tokens)
    for box in sheet.boxes(mark.span):
        height = 1 if mark.kind is MarkKind.FIGURE else 2
        line = QRectF(box.left(), round(box.bottom()) - height, box.width(), height)
        painter.setBrushOrigin(line.topLeft())
        painter.fillRect(line, dotted(colour.rgba()) if mark.kind is MarkKind.REPAIR else colour)


def _paint_corner(painter: QPainter, sheet: PageSheet, mark: Mark, tokens: Tokens) -> None:
    """Draw the corner 「 in cinnabar that says: here."""
    boxes = sheet.boxes(mark.span)
    if not boxes or sheet.characters is None or mark.span.start < sheet.characters.span.start:
        return
    box = boxes[0]
    arm = box.height() * 0.42
    left, top = box.left() - 1, box.top()
    painter.setPen(QPen(QColor(tokens.colour("cinnabar")), 2))
    painter.drawPolyline([QPointF(left + arm, top), QPointF(left, top), QPointF(left, top + arm)])
    painter.setPen(Qt.PenStyle.NoPen)
