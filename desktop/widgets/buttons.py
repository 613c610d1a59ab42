"""Buttons of four weights: the one primary action, quiet ones (some of them close), links, and bare icons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TextButton(QPushButton):
    """A button with words: Enter presses it where it has the focus, and never from a field beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setText(text)

    def text(self) -> str:
        """Return the words as they are read."""
        return super().text().replace("&&", "&")

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show words as they are: an & in them names no key."""
        super().setText(text.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press ``button`` if ``event`` is Enter; tell whether it was."""
    if event.key() not in _ENTER:
        return False
    button.click()
    return True


class PrimaryButton(TextButton):
    """The one thing to do on a page or in a dialog: text on cinnabar."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("primary")
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class QuietButton(TextButton):
    """An ordinary button: a hairline on the ground, optionally with an icon of the theme."""

    def __init__(
        self, text: str, theme: ThemeManager | None = None, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName("quiet")
        self._theme = theme
        self._icon = icon
        if theme is not None and icon:
            self._recolour()
            theme.changed.connect(self._recolour)

    def lead(self, *, leads: bool) -> None:
        """Look like the primary button, or like an ordinary one again."""
        self.setObjectName("primary" if leads else "quiet")
        self.style().unpolish(self)
        self.style().polish(self)
        if self._icon:
            self._recolour()

    @Slot()
    def _recolour(self) -> None:
        if self._theme is not None:
            ink = "on_cinnabar" if self.objectName() == "primary" else "second"
            # Wider than the icon is: the room beside it keeps the words off.
            self.setIconSize(QSize(scaled(20), scaled(16)))
            self.setIcon(self._theme.icon(self._icon, ink))


class ClosingButton(QuietButton):
    """Closes a dialog in which everything is done already: Enter presses it, and it is not red."""


class LinkButton(TextButton):
    """A button that reads like a link."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(QToolButton):
    """A bare icon of 20 px in a square of 32, at 100 %, named for tooltips and screen readers."""

    def __init__(
        self, theme: ThemeManager, icon: str, name: str, parent: QWidget | None = None, *, size: int = 20
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self.setAutoRaise(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._recolour()
        theme.changed.connect(self._recolour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def change_icon(self, icon: str) -> None:
        """Show another icon of the theme."""
        self._icon = icon
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        size = scaled(self._size)
        self.setIconSize(QSize(size, size))
        self.setFixedSize(size + 12, size + 12)
        self.setIcon(self._theme.icon(self._icon))
