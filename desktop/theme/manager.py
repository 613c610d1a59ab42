"""The theme that is shown, with its colours and icons."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Literal, cast

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from corpus.store.folder.scratch import scratch_folder
from desktop.theme.fonts import UI_SIZE, plain_font, scaled
from desktop.theme.icons import Tints, icon_of
from desktop.theme.palette import palette_of
from desktop.theme.stylesheet import style_sheet, write_signs
from desktop.theme.tokens import Tokens, load_tokens

ThemeChoice = Literal["system", "light", "sepia", "dark"]


class ThemeManager(QObject):
    """Shows one theme, or the one the system asks for; ``changed`` is sent after its colours or letters changed."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._tokens = load_tokens(self._wanted())
        self._zoom = 100
        self.mark_names: Mapping[str, str] = {}
        """What a person calls the colours of marks, by their names here; those without one are left out."""
        self._folder = scratch_folder()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def tokens(self) -> Tokens:
        """Return the colours shown now."""
        return self._tokens

    @property
    def page_tokens(self) -> Tokens:
        """Return the colours of what is marked on pages of a file, which are light in every theme."""
        return load_tokens("light") if self.dark else self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """Return what the person chose (``system``: follow it)."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Tell whether the ground is dark."""
        return self._tokens.dark

    def choose(self, choice: str) -> None:
        """Show another theme from now on (``system``, ``light``, ``sepia`` or ``dark``)."""
        self._choice = cast("ThemeChoice", choice)
        self._show_wanted()

    def apply(self) -> None:
        """Give the application its font, palette and style sheet."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            signs = write_signs(self._tokens)
            application.setFont(plain_font(round(UI_SIZE * self._zoom / 100)))
            application.setPalette(palette_of(self._tokens))
            application.setStyleSheet(style_sheet(self._tokens, signs, self._zoom))

    @property
    def zoom(self) -> int:
        """Return the size of the interface's letters in percent."""
        return self._zoom

    def enlarge(self, zoom: int) -> None:
        """Show the interface's letters at ``zoom`` percent from now on."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.apply()
            self.changed.emit()

    def name_marks(self, names: Mapping[str, str]) -> None:
        """Call the colours of marks as a person does."""
        if names != self.mark_names:
            self.mark_names = dict(names)
            self.changed.emit()

    def colour(self, name: str) -> QColor:
        """Return a colour by name, ``chart.plum`` and ``marks.yellow`` included; KeyError when unknown."""
        return QColor(self._tokens.colour(name))

    def icon(self, name: str, colour: str = "second", active: str = "ink") -> QIcon:
        """Return a line icon in ``colour``, in ``active`` when checked; ask again after ``changed``."""
        key = (name, f"{colour}/{active}")
        if key not in self._icons:
            names = (colour, active, "faint", "on_cinnabar")
            tints = Tints(*(self.colour(one).name() for one in names))
            self._icons[key] = icon_of(name, tints, self._folder)
        return self._icons[key]

    def pixmap(self, name: str, size: int = 20, colour: str = "second", ratio: float = 1.0) -> QPixmap:
        """Return a line icon as a picture of ``size`` logical pixels at 100 %, as large as the letters are."""
        from desktop.theme.pictures import render

        side = scaled(size)
        return render(name, self.colour(colour), self.colour("on_cinnabar"), QSize(side, side), ratio)

    def close(self) -> None:
        """Stop following the system, and remove the icons."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_system_changed)
        shutil.rmtree(self._folder, ignore_errors=True)

    @Slot()
    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._show_wanted()

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _show_wanted(self) -> None:
        wanted = self._wanted()
        if wanted == self._tokens.name:
            return
        self._tokens = load_tokens(wanted)
        self._icons.clear()
        self.apply()
        self.changed.emit()
