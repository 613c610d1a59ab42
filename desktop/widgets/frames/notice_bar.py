"""The bar of what waits to be read or decided: it stands above the page and covers nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import ThemeManager
from desktop.widgets.frames.toast import Toast

_ANY_WIDTH: Final = 16_777_215
_MOST: Final = 3


class NoticeBar(QWidget):
    """Stacks sentences over the whole width, the newest lowest, until each is closed or acted on."""

    def __init__(self, theme: ThemeManager, *, close_text: str = "×") -> None:
        super().__init__()
        self._theme = theme
        self._close_text = close_text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_notice(
        self, text: str, tone: str = "plain", action_text: str = "", action: Callable[[], None] | None = None
    ) -> Toast:
        """Show a sentence; the same one told again stands once, and the oldest gives way to a fourth."""
        for older in self._shown():
            if older.label.text() == text:
                self._take_out(older)
        notice = Toast(self._theme, text, tone, action_text, action, self._close_text)
        notice.setObjectName("notice")
        notice.layout().setContentsMargins(24, 4, 12, 4)  # type: ignore[union-attr]  # it has one
        notice.label.setWordWrap(True)
        notice.label.setMinimumWidth(0)
        notice.label.setMaximumWidth(_ANY_WIDTH)
        notice.left.connect(self._fit)
        self._column.addWidget(notice)
        notice.show()
        for older in self._shown()[:-_MOST]:
            self._take_out(older)
        self.show()
        return notice

    def _shown(self) -> list[Toast]:
        widgets = (self._column.itemAt(number) for number in range(self._column.count()))
        return [widget for item in widgets if item is not None and isinstance(widget := item.widget(), Toast)]

    def _take_out(self, notice: Toast) -> None:
        self._column.removeWidget(notice)
        notice.leave()

    @Slot()
    def _fit(self) -> None:
        """Take no room once nothing is shown."""
        self.setVisible(any(not one.isHidden() for one in self._shown()))
