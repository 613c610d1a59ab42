"""How the text is set, chosen from a menu and kept in the settings of this machine."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate
from desktop.actions.keymap import changed_keys, key_shown
from desktop.reader.text.typography import ORDINARY, Face, Paragraphs, ReadingStyle
from desktop.services.settings import Settings
from desktop.theme.fonts import scaled


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_CHOICES: Final = (
    ("reading/font", "serif", _("宋体")),
    ("reading/font", "sans", _("黑体")),
    ("reading/paragraphs", "indent", _("段首缩进")),
    ("reading/paragraphs", "space", _("段间空行")),
    ("theme", "light", _("浅色")),
    ("theme", "sepia", _("米黄")),
    ("theme", "dark", _("深色")),
    ("theme", "system", _("跟随系统")),
)


def style_of(settings: Settings) -> ReadingStyle:
    """Return how the settings want the text to be set: its letters are as much larger as the window's are."""
    chosen = chosen_style(settings)
    return replace(chosen, pixels=scaled(chosen.pixels))


def chosen_style(settings: Settings) -> ReadingStyle:
    """Return how the text is set while the window's letters are of their ordinary size."""
    return ReadingStyle(
        cast("Face", settings.text("reading/font")),
        settings.number("reading/size"),
        cast("Paragraphs", settings.text("reading/paragraphs")),
    )


def change_size(settings: Settings, step: int) -> None:
    """Make the text larger (+1), smaller (-1), or ordinary (0)."""
    style = chosen_style(settings)
    wanted = style.larger() if step > 0 else style.smaller()
    settings.put("reading/size", wanted.pixels if step else ORDINARY)


class StyleMenu(QMenu):
    """Sizes, faces, paragraphs and themes."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        changed = changed_keys(settings)
        sizes = (
            (_("放大"), "reader.larger", "Ctrl+=", 1),
            (_("缩小"), "reader.smaller", "Ctrl+-", -1),
            (_("原始大小"), "reader.ordinary", "Ctrl+0", 0),
        )
        for text, action_key, key, step in sizes:
            self.addAction(f"{translate(text)}\t{key_shown(changed, action_key, key)}").setData(step)
        groups: dict[str, QActionGroup] = {}
        for setting, value, text in _CHOICES:
            if setting not in groups:
                self.addSeparator()
                groups[setting] = QActionGroup(self)
            action = self.addAction(translate(text))
            action.setCheckable(True)
            action.setChecked(settings.text(setting) == value)
            action.setData((setting, value))
            groups[setting].addAction(action)
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, int):
            change_size(self._settings, data)
        else:
            setting, value = data
            self._settings.put(setting, value)
