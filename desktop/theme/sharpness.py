"""Pictures of a library as sharp as the screen draws them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap


def as_wide_as(image: QImage, widest: int, ratio: float) -> QPixmap:
    """Return a picture at most ``widest`` logical pixels wide, of all the pixels a screen of ``ratio`` has for it."""
    if image.isNull():
        return QPixmap()
    shown = min(image.width(), widest)
    pixels = min(image.width(), round(shown * ratio))
    pixmap = QPixmap.fromImage(image.scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation))
    pixmap.setDevicePixelRatio(pixels / shown)
    return pixmap
