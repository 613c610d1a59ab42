"""Line icons from ``resources/icons``, drawn in any colour at any size."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


@cache
def icon_source(name: str) -> str:
    """Return the SVG called ``name``; FileNotFoundError when there is none."""
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def render(name: str, colour: QColor, ground: QColor, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Return the icon in ``colour`` (its cut-outs in ``ground``) at ``size`` logical pixels."""
    source = icon_source(name).replace("currentColor", colour.name()).replace("groundColor", ground.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


def icon_of(name: str, normal: QColor, active: QColor, disabled: QColor, ground: QColor) -> QIcon:
    """Return an icon: ``normal``, ``active`` when chosen or checked, ``disabled`` when not to be used."""
    icon = QIcon()
    for side in (16, 20, 24, 32):
        for ratio in (1.0, 2.0):
            size = QSize(side, side)
            shown = render(name, normal, ground, size, ratio)
            icon.addPixmap(shown, QIcon.Mode.Normal, QIcon.State.Off)
            icon.addPixmap(shown, QIcon.Mode.Active, QIcon.State.Off)
            chosen = render(name, active, ground, size, ratio)
            icon.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
            icon.addPixmap(chosen, QIcon.Mode.Selected, QIcon.State.Off)
            icon.addPixmap(render(name, disabled, ground, size, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
    return icon
