"""Painting marks under and over the text: bands, lines and dots, for the visible part only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from corpus.model.span import Span
from desktop.reader.text.geometry import Lines, Stretch
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.reader.text.offsets import Utf16Map
from desktop.theme import ThemeManager
from desktop.theme.tokens import Tokens

OVER_TEXT: Final = (MarkKind.FIGURE, MarkKind.REPAIR, MarkKind.UNDERLINE)
_DOT, _DOT_STEP = 2, 5
"""The side of a dot below a repair, and the way to the next, in pixels."""
_BAND_ALPHA: Final = {"light": 0.38, "sepia": 0.42, "dark": 0.5}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is painted on: the lines seen, how their offsets count, their font, and the theme they are seen in."""

    lines: Lines
    offsets: Utf16Map
    font: QFont
    theme: ThemeManager

    @property
    def seen(self) -> Span:
        """Return what is seen, in code points."""
        return self.offsets.span_of(self.lines.start, self.lines.end)

    def stretches(self, mark: Mark) -> Iterable[Stretch]:
        """Return where a mark stands, line by line."""
        start = self.offsets.to_units(mark.span.start)
        return self.lines.stretches(start, self.offsets.to_units(mark.span.end))


def paint_under(painter: QPainter, sheet: Sheet, marks: Mapping[MarkKind, Marks]) -> None:
    """Paint the bands behind the text that is seen.

    A place one was led to lies under the highlights, so that they keep their colours; where it is a highlight
    itself, the corner alone says: here. The hit one has come to lies over the other hits.
    """
    seen = sheet.seen
    places = list(marks[MarkKind.PLACE].touching(seen))
    highlighted = {mark.span for mark in marks[MarkKind.HIGHLIGHT].touching(seen)}
    bands = (
        *(mark for mark in places if mark.colour != "hit" and mark.span not in highlighted),
        *marks[MarkKind.HIT].touching(seen),
        *marks[MarkKind.HIGHLIGHT].touching(seen),
        *(mark for mark in places if mark.colour == "hit"),
    )
    for mark in bands:
        _paint_band(painter, sheet, mark)
    for mark in places:
        _paint_place_sign(painter, sheet, mark)


def paint_over(painter: QPainter, sheet: Sheet, marks: Mapping[MarkKind, Marks]) -> None:
    """Paint the lines and dots below the text that is seen."""
    descent = QFontMetricsF(sheet.font).descent()
    brushes: dict[tuple[MarkKind, str], QBrush] = {}
    for kind in OVER_TEXT:
        for mark in marks[kind].touching(sheet.seen):
            brush = brushes.get((kind, mark.colour))
            if brush is None:
                colour = line_colour(mark, sheet.theme.tokens)
                brush = dotted(colour.rgba()) if kind is MarkKind.REPAIR else QBrush(colour)
                brushes[kind, mark.colour] = brush
            for stretch in sheet.stretches(mark):
                box = _line(stretch, kind, descent)
                if kind is MarkKind.REPAIR:
                    painter.setBrushOrigin(box.topLeft())
                painter.fillRect(box, brush)


def _paint_band(painter: QPainter, sheet: Sheet, mark: Mark) -> None:
    colour = band_colour(mark, sheet.theme.tokens)
    # The ink of Han characters reaches from .88 em above the baseline to .12 em below it.
    size = sheet.font.pixelSize()
    up, down = size * 0.98, size * 0.26
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for stretch in sheet.stretches(mark):
        band = QRectF(stretch.box.left(), stretch.baseline - up, stretch.box.width(), up + down)
        painter.drawRoundedRect(band, 2, 2)


def _paint_place_sign(painter: QPainter, sheet: Sheet, mark: Mark) -> None:
    """Draw the corner 「 in cinnabar that says: here."""
    stretch = next(iter(sheet.stretches(mark)), None)
    if stretch is None:
        return
    top = stretch.baseline - sheet.font.pixelSize() * 1.02
    painter.setPen(QPen(sheet.theme.colour("cinnabar"), 2))
    left = stretch.box.left() - 1
    arm = QFontMetricsF(sheet.font).ascent() * 0.42
    painter.drawPolyline([QPointF(left + arm, top), QPointF(left, top), QPointF(left, top + arm)])
    painter.setPen(Qt.PenStyle.NoPen)


def band_colour(mark: Mark, tokens: Tokens) -> QColor:
    """Return the colour of the band behind a mark."""
    if mark.kind is MarkKind.HIT:
        return QColor(tokens.colour("hit"))
    if mark.kind is MarkKind.PLACE:
        return QColor(tokens.colour("hit_current" if mark.colour == "hit" else "cinnabar_pale"))
    colour = QColor(tokens.colour(f"marks.{mark.colour}"))
    colour.setAlphaF(_BAND_ALPHA[tokens.name])
    return colour


def _line(stretch: Stretch, kind: MarkKind, descent: float) -> QRectF:
    """Return the box of the line below a part of a text: filling one takes a hundredth of a pen with dashes."""
    left, width = stretch.box.left(), stretch.box.width()
    if kind is MarkKind.UNDERLINE:
        return QRectF(left, round(stretch.baseline + descent * 0.5) - 0.5, width, 2)
    y = round(stretch.baseline + descent * 0.62)
    return QRectF(round(left), y, round(width), 1 if kind is MarkKind.FIGURE else _DOT)


@lru_cache(maxsize=16)
def dotted(rgba: int) -> QBrush:
    """Return a brush that fills a line with dots of a colour."""
    image = QImage(_DOT_STEP, _DOT, QImage.Format.Format_ARGB32)
    image.fill(0)
    for x in range(_DOT):
        for y in range(_DOT):
            image.setPixel(x, y, rgba)
    return QBrush(image)


def line_colour(mark: Mark, tokens: Tokens) -> QColor:
    """Return the colour of the line or the dots below a mark."""
    if mark.kind is MarkKind.UNDERLINE:
        return QColor(tokens.colour(f"marks.{mark.colour}"))
    if mark.kind is MarkKind.FIGURE:
        colour = QColor(tokens.colour("second"))
        colour.setAlphaF(0.6)
        return colour
    dots = QColor(tokens.colour(mark.colour or "amber"))
    dots.setAlphaF(0.55 if mark.colour == "faint" else 1.0)
    return dots
