"""Line icons as pictures of a size, for what is painted by hand; loaded when the first of them is asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.theme.icons import source_of


@cache
def _renderer(name: str, colour: str, ground: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(source_of(name, colour, ground).encode()))


def render(name: str, colour: QColor, ground: QColor, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Return the icon in ``colour`` (its cut-outs in ``ground``) at ``size`` logical pixels."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour.name(), ground.name()).render(
        painter, _square_in(QRectF(0, 0, size.width(), size.height()))
    )
    painter.end()
    return pixmap


def _square_in(room: QRectF) -> QRectF:
    """Return the square in the middle of ``room``."""
    side = min(room.width(), room.height())
    return QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
