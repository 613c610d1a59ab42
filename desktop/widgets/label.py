"""Labels: plain text that wraps, and text that gives way with an ellipsis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from index.lazy_pattern import LazyPattern

Look = Literal["body", "second", "faint", "small", "title", "page-title", "figure", "strong", "reading"]

PART = " · "
"""What stands between the parts of a line about a source."""
_BREAK = "\u200b"
_LONG_NAME = LazyPattern(r"[!-~]{20,}")
_PIECE = LazyPattern(r"[A-Za-z0-9]{1,16}[^A-Za-z0-9]*|[^A-Za-z0-9]+")
_ROUNDED = 2
"""Pixels by which the widths of parts can add up to less than that of their line."""
_LEAST_OF_A_PART = "…" * 4


def cut_inside(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return as much of a name as fits, cut nearer to its end: titles of a kind differ in how they begin."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    end = metrics.elidedText(text, Qt.TextElideMode.ElideLeft, room // 3)[1:]
    start = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(end))
    return start + end


def cut_apart(text: str, others: Iterable[str], metrics: QFontMetrics, room: int) -> str:
    """Return as much of a name as fits, cut so that it reads otherwise than ``others`` of its list.

    Where the usual cut leaves another name alike, the words from the first sign on that differs are shown.
    """
    shown = cut_inside(text, metrics, room)
    if shown == text:
        return text
    near = [one for one in others if one != text and one[:1] == text[:1] and one[-1:] == text[-1:]]
    alike = [one for one in near if cut_inside(one, metrics, room) == shown]
    if not alike:
        return shown
    differs = min(_shared(text, one) for one in alike)
    head = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room // 3)
    rest = metrics.elidedText(
        text[max(differs - 1, 0) :], Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(head)
    )
    return head + rest


def _shared(one: str, other: str) -> int:
    """Return how many signs two names have in common from their beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def cut_in_parts(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return as much of a line of parts as fits, cut in its longest: the date behind long names stays."""
    over = metrics.horizontalAdvance(text) - room
    if over <= 0:
        return text
    parts, least = text.split(PART), metrics.horizontalAdvance(_LEAST_OF_A_PART)
    widths = [metrics.horizontalAdvance(part) for part in parts]
    for number in sorted(range(len(parts)), key=widths.__getitem__, reverse=True)[: len(parts) - 1]:
        if over > 0 and widths[number] > least:
            parts[number] = cut_inside(parts[number], metrics, max(widths[number] - over - _ROUNDED, least))
            over = metrics.horizontalAdvance(PART.join(parts)) + _ROUNDED - room
    if over > 0:
        parts = text.split(PART)
    shown = metrics.elidedText(PART.join(parts), Qt.TextElideMode.ElideRight, room)
    return shown.removesuffix(f"{PART}…")


def breakable(text: str) -> str:
    """Return a text whose long names of files and addresses may break at their signs, and what is longer anywhere."""
    return _LONG_NAME.sub(lambda found: _PIECE.sub(rf"\g<0>{_BREAK}", found[0]).removesuffix(_BREAK), text)


class TextLabel(QLabel):
    """Plain text in one of the looks of the style sheet; never rich text, whatever the text holds."""

    def __init__(
        self, text: str = "", look: Look = "body", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(breakable(text) if wrap else text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setWordWrap(wrap)
        if wrap:
            self.setMinimumWidth(1)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the words as they were given."""
        return super().text().replace(_BREAK, "")

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words; where they wrap, long names without a blank break too, but for those within marks."""
        plain = self.textFormat() == Qt.TextFormat.PlainText
        super().setText(breakable(text) if plain and self.wordWrap() else text)


class ElidedLabel(TextLabel):
    """One line, cut with … where it does not fit, of parts in the longest; its tooltip is the whole text then."""

    def __init__(
        self,
        text: str = "",
        look: Look = "body",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, look, parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return room for the ellipsis only."""
        return QSize(self.fontMetrics().horizontalAdvance("…") * 2, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the line as fits."""
        painter = QPainter(self)
        text, metrics, room = self.text(), self.fontMetrics(), self.contentsRect().width()
        in_parts = PART in text and self._mode is Qt.TextElideMode.ElideRight
        shown = cut_in_parts(text, metrics, room) if in_parts else metrics.elidedText(text, self._mode, room)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip when it is cut."""
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")
