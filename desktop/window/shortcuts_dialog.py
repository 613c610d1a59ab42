"""The sheet of keys: made of the actions that have one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions.action import Action, Menu
from desktop.actions.registry import menu_titles
from desktop.widgets import KeyCap, QuietButton, ScrollColumn, SectionTitle, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.window.offers import native_key


class ShortcutsDialog(Dialog):
    """Two columns of groups, each line a name and its keys; ``change_wanted`` when they shall be others."""

    change_wanted = Signal()

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(_("快捷键"), parent, width=720)
        self.setMinimumHeight(480)
        scroll = ScrollColumn(720, margin=0)
        titles = menu_titles() | {Menu.NONE: _("其他")}
        for menu, title in titles.items():
            keyed = [action for action in actions if action.menu is menu and action.shortcuts]
            if keyed:
                scroll.column.addWidget(SectionTitle(title))
                scroll.column.addLayout(_lines(keyed))
        scroll.column.addStretch(1)
        self.body.addWidget(scroll)
        change = QuietButton(_("更改…"))
        change.clicked.connect(self._change)
        self.add_button(change, first=True)
        self.add_closing()

    @Slot()
    def _change(self) -> None:
        self.accept()
        self.change_wanted.emit()


def _lines(actions: Sequence[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for place, action in enumerate(actions):
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(TextLabel(action.text.rstrip("…"), "body"), 1)
        for shortcut in action.shortcuts:
            row.addWidget(KeyCap(native_key((shortcut,))))
        grid.addLayout(row, place // 2, place % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
