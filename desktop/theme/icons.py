"""Line icons from ``resources/icons``, drawn in any colour at any size, when they are first seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


@dataclass(frozen=True, slots=True)
class Tints:
    """The colours of an icon (#rrggbb): at rest, when checked or chosen, when not to be used, and its ground."""

    normal: str
    active: str
    disabled: str
    ground: str


@cache
def icon_source(name: str) -> str:
    """Return the SVG called ``name``; FileNotFoundError when there is none."""
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str, ground: str) -> QSvgRenderer:
    source = icon_source(name).replace("currentColor", colour).replace("groundColor", ground)
    return QSvgRenderer(QByteArray(source.encode()))


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


class LineIconEngine(QIconEngine):
    """Draws a line icon straight onto whatever shows it, so that it is sharp at every size and scale."""

    def __init__(self, name: str, tints: Tints) -> None:
        super().__init__()
        self._name = name
        self._tints = tints

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the middle of ``rect``."""
        box = _square_in(QRectF(rect))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self._name, self._tint(mode, state), self._tints.ground).render(painter, box)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of ``size`` device pixels."""
        return render(self._name, QColor(self._tint(mode, state)), QColor(self._tints.ground), size)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, _scale: float
    ) -> QPixmap:
        """Return the icon as a picture of ``size`` device pixels."""
        return self.pixmap(size, mode, state)

    def clone(self) -> QIconEngine:
        """Return a copy (Qt makes one when an icon is changed)."""
        return LineIconEngine(self._name, self._tints)

    def _tint(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return self._tints.disabled
        chosen = state is QIcon.State.On or mode is QIcon.Mode.Selected
        return self._tints.active if chosen else self._tints.normal


def icon_of(name: str, tints: Tints) -> QIcon:
    """Return an icon that is drawn when it is shown; FileNotFoundError when there is none of this name."""
    icon_source(name)
    return QIcon(LineIconEngine(name, tints))
