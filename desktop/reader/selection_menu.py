"""Everything that can be done with a selection, as a menu."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate
from corpus.model.trend import Trend
from desktop.actions.keymap import Keys, key_shown
from desktop.wording.words import trend_name


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


TREND: Final = "trend:"
"""What the wish to put a passage under a trend begins with; the trend's key follows."""
_READING: Final = frozenset({"copy", "link", "search"})
"""What can be done where nothing may be written."""
_ENTRIES: Final = (
    ("highlight", _("高亮"), "H"),
    ("underline", _("下划线"), "U"),
    ("note", _("写批注"), "N"),
    ("", "", ""),
    ("copy", _("复制并附出处"), "Ctrl+Shift+C"),
    ("link", _("复制位置链接"), "Ctrl+Shift+L"),
    ("draft", _("加入文稿"), "Ctrl+Shift+R"),
    ("", "", ""),
    ("search", _("检索所选"), ""),
    ("figure", _("记为数据…"), ""),
    ("fact", _("记为平台事实…"), ""),
    (TREND, _("归入趋势"), ""),
    ("word", _("加入词典"), ""),
)


class SelectionMenu(QMenu):
    """Built anew each time it is shown, with the ``keys`` a person changed; ``wanted`` carries what was chosen."""

    wanted = Signal(str)

    def __init__(
        self,
        trends: Sequence[Trend],
        ticked: Collection[str],
        keys: Mapping[str, Keys],
        parent: QWidget,
        *,
        enabled: bool,
        writable: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text, shortcut in _ENTRIES:
            if not key:
                self.addSeparator()
                continue
            if key == TREND:
                action = self._add_trends(translate(text), trends, ticked)
            else:
                action = self._add(self, key, translate(text), key_shown(keys, f"reader.{key}", shortcut))
            action.setEnabled(enabled and (writable or key in _READING))
        self.triggered.connect(self._on_triggered)

    def _add_trends(self, text: str, trends: Sequence[Trend], ticked: Collection[str]) -> QAction:
        """Offer the trends; those a person put the passage under are ticked, and choosing them takes it out."""
        menu = self.addMenu(text)
        for trend in trends:
            action = self._add(menu, f"{TREND}{trend.key}", trend_name(trend))
            action.setCheckable(True)
            action.setChecked(trend.key in ticked)
        return menu.menuAction()

    @staticmethod
    def _add(menu: QMenu, key: str, text: str, shortcut: str = "") -> QAction:
        action = menu.addAction(f"{text}\t{shortcut}" if shortcut else text)
        action.setData(key)
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.wanted.emit(str(action.data()))
